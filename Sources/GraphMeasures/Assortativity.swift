import GraphCore

extension GroupMixing {
  /// How far edges prefer their own group, compared with edges drawn at random.
  ///
  ///     r = (Σ eᵢᵢ − Σ aᵢbᵢ) / (1 − Σ aᵢbᵢ)
  ///
  /// with e the shares of edges between groups, a and b its row and column sums.
  ///
  /// - Returns: 1 (only within groups), 0 (as at random), negative (avoiding one's own); nil without edges and where
  ///   all edges lie in one group.
  /// - Reference: M. E. J. Newman, “Mixing patterns in networks”, 2003, doi:10.1103/PhysRevE.67.026126.
  public var assortativity: Double? {
    // In whole numbers, so that a denominator of nought is met exactly.
    let m = isDirected ? edgeCount : 2 * edgeCount
    let within = isDirected ? internalEdges : 2 * internalEdges
    let chance = (0..<groupCount).reduce(0) { $0 + outEnds[$1] * inEnds[$1] }
    guard m > 0, m * m != chance else { return nil }
    return Double(m * within - chance) / Double(m * m - chance)
  }
}

extension Graph {
  /// Newman's assortativity by group; see ``GroupMixing/assortativity``.
  public func assortativity(groups: [Int?]) -> Double? { mixing(of: groups).assortativity }
}
