import GraphCore

extension Graph {
  /// The share of pairs of nodes that are joined by a path, whatever the direction of arcs: 1 − F.
  ///
  /// - Returns: 0 ... 1; nil for fewer than two nodes.
  /// - Reference: D. Krackhardt, “Graph theoretical dimensions of informal organizations”, 1994, in K. Carley,
  ///   M. Prietula (eds.), “Computational Organization Theory”.
  public func connectedness() -> Double? {
    guard nodeCount >= 2 else { return nil }
    let joined = components().sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return Double(joined) / Double(nodeCount * (nodeCount - 1))
  }

  /// How few edges the graph has beyond those that hold its components together.
  ///
  ///     1 − Σ (m_c − (n_c − 1)) / Σ (possible_c − (n_c − 1))     over the components c
  ///
  /// where a component of n nodes can have n(n − 1)/2 edges, in a directed graph n(n − 1) arcs.
  ///
  /// - Returns: 1 (a forest) ... 0 (every component complete); nil where no component can have an edge to spare.
  /// - Reference: as ``connectedness()``; the count as in ORA and the R package sna.
  public func krackhardtEfficiency() -> Double? {
    var needed = 0
    var possible = 0
    for size in components().sizes {
      needed += size - 1
      possible += isDirected ? size * (size - 1) : size * (size - 1) / 2
    }
    guard possible > needed else { return nil }
    return 1 - Double(edgeCount - needed) / Double(possible - needed)
  }
}
