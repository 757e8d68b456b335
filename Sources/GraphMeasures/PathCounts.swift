import GraphCore

/// The shortest paths from one source: how many lead to each node, and what they add to betweenness.
///
/// - Reference: U. Brandes, “A faster algorithm for betweenness centrality”, 2001,
///   doi:10.1080/0022250X.2001.9990249; successors in place of predecessor lists as in K. Madduri et al., 2009,
///   doi:10.1109/IPDPS.2009.5161100.
struct PathCounts {
  private let rows: SparseRows
  private let lengths: ArcLengths?
  private var hops: BreadthFirstSearch
  private var dijkstra: DijkstraSearch
  /// Nodes in the order of their distance.
  private(set) var order: [UInt32] = []
  /// The number of shortest paths to each node reached.
  private(set) var sigma: [WideCount]
  /// The share of each node in the shortest paths from the source to all others.
  private var delta: [Double]

  init(of graph: Graph, lengths: ArcLengths?) {
    rows = graph.outgoing
    self.lengths = lengths
    hops = BreadthFirstSearch(nodeCount: lengths == nil ? graph.nodeCount : 0)
    dijkstra = DijkstraSearch(nodeCount: lengths == nil ? 0 : graph.nodeCount)
    sigma = [WideCount](repeating: .zero, count: graph.nodeCount)
    delta = [Double](repeating: 0, count: graph.nodeCount)
  }

  /// Finds all shortest paths from `source`.
  mutating func run(from source: Int) {
    if let lengths {
      dijkstra.run(from: source, along: rows, lengths: lengths.values)
      order = dijkstra.order
    } else {
      hops.run(from: source, along: rows)
      order = hops.order
    }
    for v in order { sigma[Int(v)] = .zero }
    sigma[source] = .one
    for node in order {
      let v = Int(node)
      for arc in rows.range(of: v) where isOnShortestPath(arc, from: v) {
        sigma[Int(rows.targets[arc])] += sigma[v]
      }
    }
  }

  /// Adds δ(s | v), the share of v in the shortest paths from the source, to every node but the source.
  mutating func addDependencies(to sums: inout [Double]) {
    accumulate { _, _ in }
    for v in order.dropFirst() { sums[Int(v)] += delta[Int(v)] }
  }

  /// Adds the share of every arc in the shortest paths from the source.
  mutating func addArcDependencies(to sums: inout [Double]) {
    accumulate { arc, share in sums[arc] += share }
  }

  private mutating func accumulate(_ visit: (_ arc: Int, _ share: Double) -> Void) {
    for node in order.reversed() {
      let v = Int(node)
      var sum = 0.0
      for arc in rows.range(of: v) where isOnShortestPath(arc, from: v) {
        let w = Int(rows.targets[arc])
        let share = sigma[v].ratio(to: sigma[w]) * (1 + delta[w])
        visit(arc, share)
        sum += share
      }
      delta[v] = sum
    }
  }

  private func isOnShortestPath(_ arc: Int, from v: Int) -> Bool {
    let w = Int(rows.targets[arc])
    guard let lengths else { return hops.depth[w] == hops.depth[v] + 1 }
    let target = dijkstra.distance[w]
    return abs(dijkstra.distance[v] + lengths.values[arc] - target) <= lengths.tolerance * target
      && dijkstra.rank[v] < dijkstra.rank[w]
  }
}
