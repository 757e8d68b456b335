import GraphCore

/// The shortest paths from one source, however many: what `PathCounts` does where a Double overflows.
///
/// - Reference: U. Brandes, “A faster algorithm for betweenness centrality”, 2001,
///   doi:10.1080/0022250X.2001.9990249; successors in place of predecessor lists as in K. Madduri et al., 2009,
///   doi:10.1109/IPDPS.2009.5161100.
struct WidePathCounts {
  private let rows: SparseRows
  private let lengths: ArcLengths?
  private let mass: [Double]
  private let copies: [Double]
  private var hops: BreadthFirstSearch
  private var dijkstra: DijkstraSearch?
  /// Nodes in the order of their distance.
  private var order: [UInt32] = []
  /// The number of shortest paths to each node reached.
  private var sigma: [WideCount]
  /// The share of each node in the shortest paths from the source to all others.
  private var delta: [Double]

  /// - Parameters:
  ///   - lengths: the length of every arc; nil for hops.
  ///   - mass: how many sources and targets each node stands for.
  ///   - copies: in hops, how many nodes with the same paths each node stands for; nil where each is alone.
  init(along rows: SparseRows, lengths: ArcLengths?, mass: [Double], copies: [Double]? = nil) {
    self.rows = rows
    self.lengths = lengths
    self.mass = mass
    self.copies = copies ?? [Double](repeating: 1, count: rows.nodeCount)
    hops = BreadthFirstSearch(nodeCount: lengths == nil ? rows.nodeCount : 0)
    dijkstra = lengths.map { DijkstraSearch(along: rows, lengths: $0) }
    sigma = [WideCount](repeating: .zero, count: rows.nodeCount)
    delta = [Double](repeating: 0, count: rows.nodeCount)
  }

  /// Finds all shortest paths from `source`.
  mutating func run(from source: Int) {
    if dijkstra != nil {
      dijkstra!.run(from: source)
      order = dijkstra!.order
    } else {
      hops.run(from: source, along: rows)
      order = hops.order
    }
    for v in order { sigma[Int(v)] = .zero }
    sigma[source] = .one
    for node in order {
      let v = Int(node)
      let passedOn = v == source ? sigma[v] : sigma[v] * copies[v]
      for arc in rows.range(of: v) where isOnShortestPath(arc, from: v) {
        sigma[Int(rows.targets[arc])] += passedOn
      }
    }
  }

  /// Adds δ(s | v), the share of v in the shortest paths from the source times its mass, to every node but the source.
  mutating func addDependencies(to sums: inout [Double]) {
    accumulate { _, _ in }
    guard let source = order.first else { return }
    for v in order.dropFirst() { sums[Int(v)] += mass[Int(source)] * delta[Int(v)] }
  }

  /// Adds the share of every arc in the shortest paths from the source, times the mass of the source.
  mutating func addArcDependencies(to sums: inout [Double]) {
    guard let source = order.first else { return }
    let weight = mass[Int(source)]
    accumulate { arc, share in sums[arc] += weight * share }
  }

  private mutating func accumulate(_ visit: (_ arc: Int, _ share: Double) -> Void) {
    for node in order.reversed() {
      let v = Int(node)
      var sum = 0.0
      for arc in rows.range(of: v) where isOnShortestPath(arc, from: v) {
        let w = Int(rows.targets[arc])
        let share = sigma[v].ratio(to: sigma[w]) * (mass[w] + copies[w] * delta[w])
        visit(arc, share)
        sum += share
      }
      delta[v] = sum
    }
  }

  /// Whether an arc of this length from `v` to `w` lies on a shortest path from the source.
  private func isStep(from v: Int, to w: Int, length: Double) -> Bool {
    guard let dijkstra, let lengths else { return hops.depth[w] == hops.depth[v] + 1 }
    let target = dijkstra.distance[w]
    return dijkstra.rank[v] < dijkstra.rank[w]
      && abs(dijkstra.distance[v] + length - target) <= lengths.tolerance * target
  }

  private func isOnShortestPath(_ arc: Int, from v: Int) -> Bool {
    isStep(from: v, to: Int(rows.targets[arc]), length: lengths?.values[arc] ?? 1)
  }
}
