import GraphCore

/// Every graph of a few numbered nodes: for the agreement of a measure with its definition.
enum SmallGraphs {
  /// All 2^(n(n−1)/2) undirected graphs: 1, 2, 8, 64, 1024 for one to five nodes.
  static func undirected(nodes: Int) -> [Graph] {
    all(nodes: nodes, pairs: (0..<nodes).flatMap { v in (0..<v).map { ($0, v) } }, isDirected: false)
  }

  /// All 2^(n(n−1)) directed graphs: 1, 4, 64, 4096 for one to four nodes.
  static func directed(nodes: Int) -> [Graph] {
    let pairs = (0..<nodes).flatMap { v in (0..<nodes).filter { $0 != v }.map { (v, $0) } }
    return all(nodes: nodes, pairs: pairs, isDirected: true)
  }

  /// All graphs of one size, without weights.
  static func of(_ size: SmallSize) -> [Graph] {
    size.isDirected ? directed(nodes: size.nodes) : undirected(nodes: size.nodes)
  }

  /// The same graphs with weights 1, 2, 4 that depend on the pair alone, so that equal lengths come about.
  static func weightedUndirected(nodes: Int) -> [Graph] { undirected(nodes: nodes).map(weighted) }

  /// The directed graphs with such weights.
  static func weightedDirected(nodes: Int) -> [Graph] { directed(nodes: nodes).map(weighted) }

  private static func all(nodes: Int, pairs: [(Int, Int)], isDirected: Bool) -> [Graph] {
    (0..<(1 << pairs.count)).map { chosen in
      let edges = pairs.indices.filter { chosen >> $0 & 1 == 1 }.map { pairs[$0] }
      return Graph(nodeCount: nodes, edges: edges, isDirected: isDirected)
    }
  }

  private static func weighted(_ graph: Graph) -> Graph {
    let weights: [Double] = [1, 2, 4]
    return Graph(
      nodeCount: graph.nodeCount,
      weightedEdges: graph.edges.map { ($0.source, $0.target, weights[($0.source + 2 * $0.target) % 3]) },
      isDirected: graph.isDirected)
  }
}
