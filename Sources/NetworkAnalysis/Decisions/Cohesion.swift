import GraphCore

/// F and DF of an undirected graph, of all its nodes or of those that remain.
enum Cohesion {
  /// Beyond this many steps sums over all pairs are left out: they would take too long.
  static let mostSteps = 100_000_000_000

  /// 1 − Σ s(s−1)/(n(n−1)) over component sizes; nil for fewer than two nodes.
  static func fragmentation(_ graph: Graph, without removed: [Bool]? = nil) -> Double? {
    let sizes = graph.componentNumbers(without: removed).sizes
    let n = sizes.reduce(0, +)
    guard n >= 2 else { return nil }
    return 1 - Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) }) / (Double(n) * Double(n - 1))
  }

  /// 1 − Σ(1/d)/(n(n−1)) over ordered pairs; nil for fewer than two nodes and where the graph is too large.
  static func distanceFragmentation(_ graph: Graph, without removed: [Bool]? = nil) -> Double? {
    let present = removed.map { $0.map { !$0 } } ?? [Bool](repeating: true, count: graph.nodeCount)
    let n = present.count { $0 }
    guard n >= 2, SparseReachSums.steps(graph) <= mostSteps else { return nil }
    var sums = [Int128](repeating: 0, count: graph.nodeCount)
    func run(_ reach: some ReachSums) {
      var reach = reach
      reach.sums(present: present, passable: present, into: &sums)
    }
    if graph.nodeCount <= 64 { run(WordReachSums<UInt64>(graph)) } else { run(SparseReachSums(graph)) }
    return 1 - HarmonicSum.value(sums.reduce(0, +)) / (Double(n) * Double(n - 1))
  }
}
