import GraphCore

extension Graph {
  /// The share of the possible edges that exist.
  ///
  ///     undirected  2m / (n(n − 1))        directed  m / (n(n − 1))
  ///
  /// It shrinks as networks grow, so networks of different size should not be compared by it.
  ///
  /// - Returns: 0 ... 1; nil for fewer than two nodes.
  public func density() -> Double? {
    guard nodeCount >= 2 else { return nil }
    return Double(outgoing.arcCount) / (Double(nodeCount) * Double(nodeCount - 1))
  }
}
