import GraphCore

extension Graph {
  /// The greatest distance between two nodes that a path joins; nil where no two are joined.
  ///
  ///     D = max d(u, v)    over all pairs u ≠ v with a path
  ///
  /// - In a graph of several parts the largest of their diameters, as in igraph; networkx refuses such graphs.
  /// - Directed graphs count each ordered pair that is joined in that order.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space.
  public func diameter(pathLength: PathLength = .hops, threads: Int = 1) -> Double? {
    distanceProfile(pathLength: pathLength, threads: threads).diameter
  }
}

extension DistanceProfile {
  /// The greatest of all distances; nil where no two nodes are joined.
  public var diameter: Double? {
    let most = greatest.max() ?? 0
    return most > 0 ? most : nil
  }
}
