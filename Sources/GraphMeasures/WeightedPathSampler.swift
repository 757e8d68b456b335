import GraphCore

/// Draws shortest paths by weights, each by a search from its source.
struct WeightedPathSampler: PathSampler {
  private var counts: WidePathCounts
  private let incoming: SparseRows
  private let backward: ArcLengths
  private(set) var steps = 0.0

  /// A search alone takes about so many times as long as in `LengthLanes`.
  private static let stepsAnArc = 12.0

  init(_ graph: Graph, forward: ArcLengths, backward: ArcLengths) {
    counts = WidePathCounts(
      along: graph.outgoing, lengths: forward, mass: [Double](repeating: 1, count: graph.nodeCount))
    incoming = graph.incoming
    self.backward = backward
  }

  mutating func appendPath(
    from source: Int, to target: Int, to passed: inout [UInt32], using random: inout SplitMix64
  ) {
    counts.run(from: source)
    steps += Self.stepsAnArc * Double(incoming.nodeCount + incoming.arcCount)
    guard counts.isReached(target) else { return }
    var v = target
    while v != source {
      let range = incoming.range(of: v)
      let last = range.filter { arc in
        counts.isStep(from: Int(incoming.targets[arc]), to: v, length: backward.values[arc])
      }
      let next = pick(last.map { incoming.targets[$0] }, using: &random) {
        counts.sigma[Int($0)].ratio(to: counts.sigma[v])
      }
      if Int(next) != source { passed.append(next) }
      v = Int(next)
    }
  }
}
