import GraphCore

/// Seeded random graphs, and the same graph under other numbers.
enum RandomGraphs {
  /// `edgeCount` pairs drawn evenly; loops and repetitions fall together, so there may be fewer edges.
  static func even(nodeCount: Int, edgeCount: Int, isDirected: Bool = false, seed: UInt64) -> Graph {
    var random = SplitMix64(seed: seed)
    let edges = (0..<edgeCount).map { _ in (random.below(nodeCount), random.below(nodeCount)) }
    return Graph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
  }

  /// The same with whole weights 1 ... 4; merged edges may weigh more.
  static func weighted(nodeCount: Int, edgeCount: Int, isDirected: Bool = false, seed: UInt64) -> Graph {
    var random = SplitMix64(seed: seed)
    let edges = (0..<edgeCount).map { _ in
      (random.below(nodeCount), random.below(nodeCount), Double(1 + random.below(4)))
    }
    return Graph(nodeCount: nodeCount, weightedEdges: edges, isDirected: isDirected)
  }

  /// A tree whose node `v` hangs on an earlier one: leaves, hubs and cut nodes in plenty.
  static func tree(nodeCount: Int, seed: UInt64) -> Graph {
    var random = SplitMix64(seed: seed)
    return Graph(nodeCount: nodeCount, edges: (0..<nodeCount).dropFirst().map { ($0, random.below($0)) })
  }

  /// A permutation of 0 ..< count, each as likely.
  static func permutation(_ count: Int, seed: UInt64) -> [Int] {
    var random = SplitMix64(seed: seed)
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    return order
  }
}

extension Graph {
  /// The same graph with node `v` called `newNumbers[v]`.
  func renumbered(_ newNumbers: [Int]) -> Graph {
    let edges = self.edges.map { (newNumbers[$0.source], newNumbers[$0.target], $0.weight) }
    return isWeighted
      ? Graph(nodeCount: nodeCount, weightedEdges: edges, isDirected: isDirected)
      : Graph(nodeCount: nodeCount, edges: edges.map { ($0.0, $0.1) }, isDirected: isDirected)
  }

  /// The same edges with weights drawn from these.
  func weighted(from weights: [Double], seed: UInt64) -> Graph {
    var random = SplitMix64(seed: seed)
    return Graph(
      nodeCount: nodeCount,
      weightedEdges: edges.map { ($0.source, $0.target, weights[random.below(weights.count)]) },
      isDirected: isDirected)
  }
}
