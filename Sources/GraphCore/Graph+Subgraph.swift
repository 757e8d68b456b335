extension Graph {
  /// The graph of the nodes in `kept` and the edges among them; node `i` of it is `kept[i]` here.
  ///
  ///     let path = Graph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     path.subgraph(of: [2, 1]).edges   // 0 – 1
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
