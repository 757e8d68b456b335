import GraphCore

extension Graph {
  /// How near each node is to all others, counting those out of reach as infinitely far.
  ///
  ///     h(v) = Σ 1/d(u, v) / (n − 1)    over all u ≠ v, 1/∞ = 0
  ///
  /// 1 is the most in hops: an edge from every other node. The safe choice for a network in several parts.
  ///
  /// - Isolated nodes score 0, and so does the only node of a graph.
  /// - Directed graphs count distances *to* the node, as networkx does; igraph counts those from it (R) or
  ///   leaves directions aside (Python) unless told otherwise. networkx does not divide by n − 1, igraph does.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space.
  /// - Reference: Y. Rochat, “Closeness centrality extended to unconnected graphs: the harmonic centrality index”,
  ///   2009; P. Boldi, S. Vigna, “Axioms for centrality”, 2014, doi:10.1080/15427951.2013.865686.
  public func harmonicCloseness(pathLength: PathLength = .hops, threads: Int = 1) -> NodeScores {
    distanceProfile(pathLength: pathLength, threads: threads).harmonicCloseness
  }
}

extension DistanceProfile {
  /// The harmonic closeness of every node; see `Graph.harmonicCloseness`.
  public var harmonicCloseness: NodeScores {
    let others = Double(nodeCount - 1)
    return NodeScores(values: inverseTotal.map { $0 == 0 ? 0 : $0 / others })
  }
}
