import GraphCore

extension Graph {
  /// How much more of the weight lies within groups than in a random graph with the same strengths.
  ///
  ///     Q = Σ_c (w_c / m − γ (s_c / 2m)²)     with w_c the weight within group c and s_c the strength of its nodes
  ///
  /// - Directed graphs are taken as undirected (`Graph.undirected()`).
  /// - Parameters:
  ///   - groups: the group of every node, 0 ..< nodeCount.
  ///   - resolution: γ; above 1 smaller groups score better.
  /// - Returns: nil without edges.
  /// - Complexity: O(n + m).
  /// - Reference: M. E. J. Newman, M. Girvan, “Finding and evaluating community structure in networks”, 2004,
  ///   doi:10.1103/PhysRevE.69.026113; γ: J. Reichardt, S. Bornholdt, 2006, doi:10.1103/PhysRevE.74.016110.
  public func modularity(of groups: [Int], resolution: Double = 1) -> Double? {
    precondition(groups.count == nodeCount, "every node has a group")
    guard !isDirected else { return undirected().modularity(of: groups, resolution: resolution) }
    guard edgeCount > 0 else { return nil }
    let scale = weightScale
    var within = [Double](repeating: 0, count: nodeCount)
    var strength = within
    for v in 0..<nodeCount {
      let group = groups[v]
      for arc in outgoing.range(of: v) {
        let weight = (outgoing.weights?[arc] ?? 1) * scale
        strength[group] += weight
        if groups[Int(outgoing.targets[arc])] == group { within[group] += weight }
      }
    }
    let total = strength.reduce(0, +)
    return (0..<nodeCount).reduce(0.0) { sum, group in
      let share = strength[group] / total
      return sum + (within[group] / total - resolution * share * share)
    }
  }

  /// A power of two that takes weights so great or small that their sums would overflow or vanish to about 1; else 1.
  ///
  /// Modularity is the same with all weights multiplied.
  var weightScale: Double {
    let largest = outgoing.weights?.max() ?? 1
    if 0x1p-500...0x1p500 ~= largest { return 1 }
    return Double(sign: .plus, exponent: max(-1000, min(1000, -Int(largest.exponent))), significand: 1)
  }
}
