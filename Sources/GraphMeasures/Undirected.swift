import GraphCore

extension Graph {
  /// The same graph without directions; an undirected graph is returned as it is.
  ///
  /// Two opposite arcs become one edge. Their weights add, as those of parallel edges do; without weights it weighs 1.
  ///
  /// - Complexity: O(n + m).
  public func undirected() -> Graph {
    isDirected ? mergingArcs(isWeighted: isWeighted) : self
  }

  /// An undirected graph whose edge {i, j} weighs aᵢⱼ + aⱼᵢ: two opposite arcs weigh 2 even without weights.
  ///
  /// An undirected graph is returned as it is: doubling all weights changes no measure that is built on shares.
  func symmetrized() -> Graph {
    isDirected ? mergingArcs(isWeighted: true) : self
  }

  private func mergingArcs(isWeighted: Bool) -> Graph {
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: false, isWeighted: isWeighted)
    builder.reserveCapacity(outgoing.arcCount)
    for v in 0..<nodeCount {
      for arc in outgoing.range(of: v) {
        builder.add(UInt32(v), outgoing.targets[arc], weight: outgoing.weights?[arc] ?? 1)
      }
    }
    return builder.graph()
  }
}
