import GraphCore

extension Graph {
  /// How evenly a node's neighbours spread over the groups.
  ///
  ///     P(v) = 1 − Σ_s (k_s / k)²
  ///
  /// with k_s the neighbours of v in group s and k those in any group, in a directed graph whatever the direction.
  ///
  /// - Returns: 0 (all in one group) ... 1 − 1/groups; undefined for a node without neighbours in groups.
  /// - Reference: R. Guimerà, L. A. N. Amaral, “Functional cartography of complex metabolic networks”, 2005,
  ///   doi:10.1038/nature03288.
  /// - Complexity: O(n + m).
  public func participationCoefficient(groups: [Int?]) -> NodeScores {
    precondition(groups.count == nodeCount, "every node has a group or nil")
    guard !isDirected else { return undirected().participationCoefficient(groups: groups) }
    var counts = [Int](repeating: 0, count: (groups.lazy.compactMap { $0 }.max() ?? -1) + 1)
    return NodeScores(
      values: (0..<nodeCount).map { v in
        var degree = 0
        for w in neighbors(of: v) {
          guard let group = groups[Int(w)] else { continue }
          counts[group] += 1
          degree += 1
        }
        // Each group is met first with its full count, which is then cleared; a sum of whole numbers has no order.
        var squares = 0
        for w in neighbors(of: v) {
          guard let group = groups[Int(w)] else { continue }
          squares += counts[group] * counts[group]
          counts[group] = 0
        }
        return degree == 0 ? .nan : 1 - Double(squares) / Double(degree * degree)
      })
  }
}
