import GraphCore

/// Lengths of shortest paths from one node at a time, an edge as long as its weight.
struct ShortestPaths {
  private let rows: SparseRows
  private var hops: BreadthFirstSearch
  /// Nil without weights.
  private var dijkstra: DijkstraSearch?

  init(_ graph: Graph) {
    rows = graph.outgoing
    hops = BreadthFirstSearch(nodeCount: graph.isWeighted ? 0 : graph.nodeCount)
    dijkstra = graph.isWeighted ? DijkstraSearch(along: rows, lengths: ArcLengths(weightsOf: rows)) : nil
  }

  /// Lengths from `source`, infinite where no path leads: breadth first without weights, Dijkstra with them.
  mutating func distances(from source: Int, into distances: inout [Double]) {
    for node in distances.indices { distances[node] = .infinity }
    if dijkstra != nil {
      dijkstra!.run(from: source)
      for node in dijkstra!.order { distances[Int(node)] = dijkstra!.distance[Int(node)] }
    } else {
      hops.run(from: source, along: rows)
      for node in hops.order { distances[Int(node)] = Double(hops.depth[Int(node)]) }
    }
  }
}
