import GraphCore

extension Graph {
  /// The share of arcs that are returned.
  ///
  ///     r = |{(u, v) : u → v and v → u}| / m
  ///
  /// - Returns: 0 ... 1; nil for an undirected graph and without arcs.
  /// - Reference: S. Wasserman, K. Faust, “Social Network Analysis”, 1994, section 13.3 (the arcs, not the pairs), as
  ///   networkx and igraph.
  /// - Complexity: O(n + m).
  public func reciprocity() -> Double? {
    guard isDirected, outgoing.arcCount > 0 else { return nil }
    let returned = (0..<nodeCount).reduce(0) { $0 + mutualNeighborCount(of: $1) }
    return Double(returned) / Double(outgoing.arcCount)
  }
}
