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

  /// The graph of the nodes in `kept` and the edges among them; node `i` of it is `kept[i]` here.
  ///
  ///     let kite = Graph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     kite.subgraph(of: [2, 1]).edges   // 0 – 1
  ///
  /// - Precondition: `kept` holds nodes of this graph, each once.
  /// - Complexity: O(n + m).
  public func subgraph(of kept: [Int]) -> Graph {
    var number = [UInt32](repeating: .max, count: nodeCount)
    for (new, old) in kept.enumerated() {
      precondition(number[old] == .max, "a subgraph has each node once")
      number[old] = UInt32(new)
    }
    var builder = GraphBuilder(nodeCount: kept.count, isDirected: isDirected, isWeighted: isWeighted)
    for v in kept {
      for arc in outgoing.range(of: v) {
        let w = Int(outgoing.targets[arc])
        if number[w] != .max && (isDirected || v < w) {
          builder.add(number[v], number[w], weight: outgoing.weights?[arc] ?? 1)
        }
      }
    }
    return builder.graph()
  }
}
