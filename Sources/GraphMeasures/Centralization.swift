import GraphCore

extension NodeScores {
  /// How much the scores of one node outweigh those of all others, from 0 (all alike) to 1 (the most extreme graph).
  ///
  ///     Σ (max c − c(v)) / maximum
  ///
  /// Undefined where a score is undefined, and where the maximum is 0.
  ///
  /// - Parameter maximum: the same sum in the graph of as many nodes where it is largest.
  /// - Reference: L. C. Freeman, “Centrality in social networks: conceptual clarification”, 1979,
  ///   doi:10.1016/0378-8733(78)90021-7.
  public func centralization(maximum: Double) -> Double? {
    guard maximum > 0, let most = values.max(), !values.contains(where: \.isNaN) else { return nil }
    return values.reduce(0) { $0 + (most - $1) } / maximum
  }
}

extension Graph {
  /// How much the shortest paths run through one node: 1 in a star, 0 where all nodes are alike.
  ///
  ///     Σ (max b − b(v)) / (n − 1)    with the betweenness b as a fraction
  ///
  /// Undefined for fewer than three nodes and for directed graphs.
  ///
  /// - Parameters:
  ///   - fractions: `betweenness(scale: .fraction)` in hops, where it is known already.
  ///   - threads: at most so many threads.
  /// - Reference: L. C. Freeman, “Centrality in social networks: conceptual clarification”, 1979,
  ///   doi:10.1016/0378-8733(78)90021-7.
  public func betweennessCentralization(of fractions: NodeScores? = nil, threads: Int = 1) -> Double? {
    guard nodeCount >= 3, !isDirected else { return nil }
    let fractions = fractions ?? betweenness(scale: .fraction, threads: threads)
    return fractions.centralization(maximum: Double(nodeCount - 1))
  }

  /// How much one node is nearer to all than the others are: 1 in a star, 0 where all nodes are alike.
  ///
  ///     Σ (max c − c(v)) / ((n − 1)(n − 2)/(2n − 3))
  ///
  /// Undefined for fewer than three nodes and for directed graphs.
  ///
  /// - Parameters:
  ///   - closeness: `closeness()` in hops, where it is known already.
  ///   - threads: at most so many threads.
  /// - Reference: L. C. Freeman, “Centrality in social networks: conceptual clarification”, 1979,
  ///   doi:10.1016/0378-8733(78)90021-7.
  public func closenessCentralization(of closeness: NodeScores? = nil, threads: Int = 1) -> Double? {
    guard nodeCount >= 3, !isDirected else { return nil }
    let n = Double(nodeCount)
    let closeness = closeness ?? self.closeness(threads: threads)
    return closeness.centralization(maximum: (n - 1) * (n - 2) / (2 * n - 3))
  }
}
