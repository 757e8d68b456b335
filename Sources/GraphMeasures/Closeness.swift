import GraphCore

extension Graph {
  /// How near each node is to all others, on average over those that reach it.
  ///
  ///     c(v) = (r − 1)/(n − 1) · (r − 1)/Σ d(u, v)    over the r nodes that reach v, itself included
  ///
  /// The first factor, due to Wasserman and Faust, keeps a node of a small component from looking central. 1 is the
  /// most: an edge from every other node.
  ///
  /// - Isolated nodes score 0, and so does the only node of a graph.
  /// - Directed graphs count distances *to* the node, as networkx does; igraph counts those from it (R) or
  ///   leaves directions aside (Python) unless told otherwise.
  /// - igraph leaves the first factor out and gives an isolated node NaN; we follow networkx.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space.
  /// - Reference: L. C. Freeman, “Centrality in social networks: conceptual clarification”, 1979,
  ///   doi:10.1016/0378-8733(78)90021-7; S. Wasserman, K. Faust, “Social Network Analysis”, 1994, p. 201.
  public func closeness(pathLength: PathLength = .hops, threads: Int = 1) -> NodeScores {
    distanceProfile(pathLength: pathLength, threads: threads).closeness
  }
}

extension DistanceProfile {
  /// The closeness of every node; see `Graph.closeness`.
  public var closeness: NodeScores {
    let others = Double(nodeCount - 1)
    return NodeScores(
      values: (0..<nodeCount).map { v in
        reached[v] == 0 ? 0 : Double(reached[v]) / others * (Double(reached[v]) / total[v])
      })
  }
}
