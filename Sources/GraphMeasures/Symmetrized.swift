import GraphCore

extension Graph {
  /// An undirected graph whose edge {i, j} weighs aᵢⱼ + aⱼᵢ: two opposite arcs weigh 2 even without weights.
  ///
  /// An undirected graph is returned as it is: doubling all weights changes no measure that is built on shares.
  ///
  /// - Complexity: O(n + m).
  func symmetrized() -> Graph {
    guard isDirected else { return self }
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: false, isWeighted: true)
    builder.reserveCapacity(outgoing.arcCount)
    for v in 0..<nodeCount {
      for arc in outgoing.range(of: v) {
        builder.add(UInt32(v), outgoing.targets[arc], weight: outgoing.weights?[arc] ?? 1)
      }
    }
    return builder.graph()
  }
}
