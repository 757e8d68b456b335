import GraphCore

/// What the distances of a graph come to as a whole.
public struct DistanceSummary: Sendable, Hashable {
  /// The greatest distance between two joined nodes; nil where no two are joined.
  public let diameter: Double?
  /// The mean distance over the joined pairs; nil where no two are joined.
  public let meanDistance: Double?
  /// Whether a path leads from every node to every other.
  public let isConnected: Bool
  /// One minus the mean closeness of all pairs on the undirected graph; nil for fewer than two nodes.
  public let distanceFragmentation: Double?
}

extension Graph {
  /// Diameter, mean distance, connectedness and distance fragmentation together.
  ///
  /// - Directed graphs take distances along the arcs, and the distance fragmentation of the undirected graph.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space.
  public func distanceSummary(pathLength: PathLength = .hops, threads: Int = 1) -> DistanceSummary {
    let profile = distanceProfile(pathLength: pathLength, threads: threads)
    return DistanceSummary(
      diameter: profile.diameter,
      meanDistance: profile.meanDistance,
      isConnected: profile.isConnected,
      distanceFragmentation: isDirected
        ? distanceFragmentation(pathLength: pathLength, threads: threads) : profile.distanceFragmentation)
  }

  /// The mean distance over all pairs of nodes that a path joins; nil where no two are joined.
  ///
  ///     Σ d(u, v) / (pairs u ≠ v with a path)
  ///
  /// - In a graph of several parts pairs in different parts are left out, as in igraph; networkx refuses such graphs.
  /// - Directed graphs count each ordered pair that is joined in that order.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space.
  public func meanDistance(pathLength: PathLength = .hops, threads: Int = 1) -> Double? {
    distanceProfile(pathLength: pathLength, threads: threads).meanDistance
  }

  /// How far the nodes are from one another: 0 where all are joined by an edge, 1 where there is none.
  ///
  ///     DF = 1 − Σ 1/d(i, j) / (n(n − 1))    over all ordered pairs i ≠ j, 1/∞ = 0
  ///
  /// - Directed graphs are taken as undirected. Undefined for fewer than two nodes.
  /// - With weights over 1 an edge is shorter than 1, and DF may be negative.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space.
  /// - Reference: S. P. Borgatti, “Identifying sets of key players in a social network”, 2006,
  ///   doi:10.1007/s10588-006-7084-x.
  public func distanceFragmentation(pathLength: PathLength = .hops, threads: Int = 1) -> Double? {
    undirected().distanceProfile(pathLength: pathLength, threads: threads).distanceFragmentation
  }
}

extension DistanceProfile {
  /// The mean over all joined pairs; see `Graph.meanDistance`.
  public var meanDistance: Double? {
    joinedPairs == 0 ? nil : total.reduce(0, +) / Double(joinedPairs)
  }

  /// One minus the mean of 1/d over all ordered pairs; see `Graph.distanceFragmentation`.
  public var distanceFragmentation: Double? {
    let n = Double(nodeCount)
    return nodeCount < 2 ? nil : 1 - inverseTotal.reduce(0, +) / (n * (n - 1))
  }
}
