import GraphCore

extension Graph {
  /// The share of pairs of nodes that are not joined by any path, whatever the direction of arcs.
  ///
  ///     F = 1 − Σ s(s − 1) / (n(n − 1))     over the sizes s of the components
  ///
  /// - Returns: 0 (all hang together) ... 1 (nobody is joined to anybody); nil for fewer than two nodes.
  /// - Reference: S. P. Borgatti, “Identifying sets of key players in a social network”, 2006,
  ///   doi:10.1007/s10588-006-7084-x.
  public func fragmentation() -> Double? {
    guard nodeCount >= 2 else { return nil }
    let joined = components().sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return 1 - Double(joined) / Double(nodeCount * (nodeCount - 1))
  }

  /// The fragmentation of what remains without each node.
  ///
  /// The n − 1 nodes that remain are counted: losing a leaf of a connected graph leaves 0.
  ///
  /// - Returns: undefined where fewer than two nodes remain.
  /// - Complexity: O(n + m) for all nodes together, from one depth-first search.
  public func fragmentationWithout() -> NodeScores { biconnectivity().fragmentationWithout }
}

extension Biconnectivity {
  /// The fragmentation of what remains without each node; see ``GraphCore/Graph/fragmentationWithout()``.
  public var fragmentationWithout: NodeScores {
    let remaining = isCutNode.count - 1
    guard remaining >= 2 else { return NodeScores(values: isCutNode.map { _ in Double.nan }) }
    let pairs = Double(remaining * (remaining - 1))
    return NodeScores(values: joinedPairsWithout.map { 1 - Double($0) / pairs })
  }
}
