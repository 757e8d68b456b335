extension Graph {
  /// The same nodes joined wherever an arc leads one way or the other; the weights of both ways add.
  ///
  /// An undirected graph is returned as it is.
  ///
  /// - Complexity: O(n + m).
  public func undirected() -> Graph {
    guard isDirected else { return self }
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: false, isWeighted: isWeighted)
    builder.reserveCapacity(edgeCount)
    for v in 0..<nodeCount {
      for arc in outgoing.range(of: v) {
        // Unweighted arcs that are returned would otherwise meet as a pair of parallel edges.
        let w = outgoing.targets[arc]
        if !isWeighted && UInt32(v) > w && outgoing.position(of: v, in: Int(w)) != nil { continue }
        builder.add(UInt32(v), w, weight: outgoing.weights?[arc] ?? 1)
      }
    }
    return builder.graph()
  }
}
