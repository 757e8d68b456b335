import GraphCore

/// The measures for which Freeman centralization has a maximum in closed form.
public enum CentralizedMeasure: Sendable, Hashable, CaseIterable {
  /// The number of neighbours.
  case degree
  /// Closeness as Σd turned round and times n − 1, corrected for unreached nodes (Wasserman & Faust).
  case closeness
  /// Betweenness as a share of the pairs without the node.
  case betweennessShare

  /// The largest sum of differences that an undirected graph of `nodeCount` nodes can have, that of the star.
  public func maximum(nodeCount: Int) -> Double {
    let n = Double(nodeCount)
    return switch self {
    case .degree: (n - 1) * (n - 2)
    case .closeness: (n - 1) * (n - 2) / (2 * n - 3)
    case .betweennessShare: n - 1
    }
  }
}

extension Graph {
  /// How far the network is ordered around its most central node.
  ///
  ///     Σᵥ (max c − c(v)) / the same sum for the star of n nodes
  ///
  /// - Parameters:
  ///   - scores: the measure's value for every node of this graph.
  ///   - measure: what was measured, which decides the star's sum.
  /// - Returns: 0 (all alike) ... 1 (a star); nil for fewer than three nodes, for a directed graph (whose maximum is
  ///   another), and where a score is not defined.
  /// - Reference: L. C. Freeman, “Centrality in social networks: conceptual clarification”, 1979,
  ///   doi:10.1016/0378-8733(78)90021-7.
  public func centralization(of scores: NodeScores, as measure: CentralizedMeasure) -> Double? {
    precondition(scores.count == nodeCount, "there is one score for every node")
    guard nodeCount >= 3, !isDirected, !scores.values.contains(where: \.isNaN) else { return nil }
    let most = scores.values.max() ?? 0
    let sum = scores.values.reduce(0) { $0 + (most - $1) }
    return sum / measure.maximum(nodeCount: nodeCount)
  }

  /// The centralization of the numbers of neighbours; see ``centralization(of:as:)``.
  public func degreeCentralization() -> Double? {
    isDirected ? nil : centralization(of: NodeScores(values: degrees().map(Double.init)), as: .degree)
  }

  /// How much the shortest paths run through one node: 1 in a star, 0 where all nodes are alike.
  ///
  /// - Parameters:
  ///   - fractions: `betweenness(scale: .fraction)` in hops, where it is known already.
  ///   - threads: at most so many threads.
  /// - Returns: nil for fewer than three nodes and for directed graphs; see ``centralization(of:as:)``.
  public func betweennessCentralization(of fractions: NodeScores? = nil, threads: Int = 1) -> Double? {
    guard nodeCount >= 3, !isDirected else { return nil }
    return centralization(of: fractions ?? betweenness(scale: .fraction, threads: threads), as: .betweennessShare)
  }

  /// How much one node is nearer to all than the others are: 1 in a star, 0 where all nodes are alike.
  ///
  /// - Parameters:
  ///   - closeness: `closeness()` in hops, where it is known already.
  ///   - threads: at most so many threads.
  /// - Returns: nil for fewer than three nodes and for directed graphs; see ``centralization(of:as:)``.
  public func closenessCentralization(of closeness: NodeScores? = nil, threads: Int = 1) -> Double? {
    guard nodeCount >= 3, !isDirected else { return nil }
    return centralization(of: closeness ?? self.closeness(threads: threads), as: .closeness)
  }
}
