import GraphCore

extension Graph {
  /// The greatest distance from each node to a node it reaches.
  ///
  ///     e(v) = max d(v, u)    over the nodes u that v reaches, itself included
  ///
  /// - A node that reaches no other scores 0, as in igraph; networkx refuses graphs that are not connected.
  /// - Directed graphs count distances *from* the node, as networkx and igraph do.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space.
  /// - Reference: F. Harary, “Graph Theory”, 1969, p. 35.
  public func eccentricity(pathLength: PathLength = .hops, threads: Int = 1) -> NodeScores {
    distanceProfile(pathLength: pathLength, direction: .fromNode, threads: threads).eccentricity
  }
}

extension DistanceProfile {
  /// The eccentricity of every node; see `Graph.eccentricity`.
  public var eccentricity: NodeScores { NodeScores(values: greatest) }
}
