import GraphCore

/// The Leiden method: move nodes, refine the groups, make one node of each refined group, and again; on the way back
/// down, move the nodes of every level once more (Rotta and Noack's refinement).
///
/// - Reference: V. A. Traag, L. Waltman, N. J. van Eck, 2019, doi:10.1038/s41598-019-41695-z; R. Rotta, A. Noack,
///   “Multilevel local search algorithms for modularity clustering”, 2011, doi:10.1145/1963190.1970376.
struct Leiden<Weight: LeidenWeight> {
  /// The node of the graph that each node of `base` is.
  private let order: [UInt32]
  private let base: LeidenLevel<Weight>
  private let resolution: Double
  private var random: SplitMix64

  private init(_ graph: Graph, resolution: Double, random: inout SplitMix64, weight: (_ arc: Int) -> Weight) {
    order = Self.shuffled(graph.nodeCount, &random)
    base = LeidenLevel(graph, order: order, weight: weight)
    self.resolution = resolution
    self.random = random
  }

  /// The best division of several runs from different orders: more for small graphs, where runs cost nothing.
  static func best(
    _ graph: Graph, resolution: Double, seed: UInt64, weight: (_ arc: Int) -> Weight
  ) -> [UInt32] {
    let runs = max(1, min(10, 100_000 / graph.outgoing.arcCount))
    var random = SplitMix64(seed: seed)
    var best: [UInt32] = []
    var bestQuality = -Double.infinity
    for _ in 0..<runs {
      var leiden = Leiden(graph, resolution: resolution, random: &random, weight: weight)
      let groups = leiden.run()
      random = leiden.random
      let quality = leiden.base.quality(of: groups, resolution: resolution)
      if quality > bestQuality {
        bestQuality = quality
        best = [UInt32](repeating: 0, count: groups.count)
        for (number, node) in leiden.order.enumerated() { best[Int(node)] = groups[number] }
      }
    }
    return best
  }

  /// Iterates from single nodes until an iteration gains next to nothing.
  private mutating func run() -> [UInt32] {
    // The smaller the graph, the longer it pays.
    let size = min(1, Double(base.arcs.count) / 200_000)
    let smallestGain = 1e-3 * size * size
    let iterationLimit = 50
    var groups = (0..<UInt32(base.count)).map { $0 }
    firstIteration(&groups)
    for _ in 1..<iterationLimit {
      var gain = base.moveNodes(&groups, resolution: resolution)
      // Where moving the nodes gains nothing there is little to find further up.
      guard gain > 0.1 * smallestGain, var above = refined(base, groups) else { return groups }
      gain += improve(above.level, &above.groups)
      groups = above.parts.map { above.groups[Int($0)] }
      if gain < smallestGain { break }
    }
    _ = base.moveNodes(&groups, resolution: resolution)
    return groups
  }

  /// Sweeps through every level only once: groups joined before their nodes are sorted out seldom come apart again.
  ///
  /// Where groups are not marked, much depends on chance on the first levels. There the better of two ways is taken, the
  /// second with more sweeps.
  private mutating func firstIteration(_ groups: inout [UInt32]) {
    let marked = 0.5
    let gain = base.moveNodes(&groups, resolution: resolution, sweeps: LeidenSweeps(limit: 1))
    guard let above = refined(base, groups) else { return }
    var best = above.groups
    let first = improve(above.level, &best, sweeps: LeidenSweeps(limit: 1))
    if gain + first < marked {
      var other = above.groups
      let second = improve(above.level, &other, sweeps: LeidenSweeps(limit: 3, isReversed: true))
      if second > first { best = other }
    }
    groups = above.parts.map { best[Int($0)] }
  }

  /// From `level` up to the one where refining joins nothing more, and down again.
  ///
  /// - Returns: how much modularity rose.
  private mutating func improve(
    _ level: LeidenLevel<Weight>, _ groups: inout [UInt32], sweeps: LeidenSweeps = LeidenSweeps()
  ) -> Double {
    var levels = [level]
    var partsOfLevels: [[UInt32]] = []
    var gain = level.moveNodes(&groups, resolution: resolution, sweeps: sweeps)
    while let above = refined(levels[levels.count - 1], groups) {
      levels.append(above.level)
      partsOfLevels.append(above.parts)
      groups = above.groups
      gain += above.level.moveNodes(&groups, resolution: resolution, sweeps: sweeps)
    }
    while let level = levels.popLast() {
      gain += level.moveNodes(&groups, resolution: resolution)
      if let parts = partsOfLevels.popLast() { groups = parts.map { groups[Int($0)] } }
    }
    return gain
  }

  /// The level in which every part of the groups is one node, the part of every node, and the parts' groups; nil where
  /// every node is a part of its own.
  private mutating func refined(
    _ level: LeidenLevel<Weight>, _ groups: [UInt32]
  ) -> (level: LeidenLevel<Weight>, parts: [UInt32], groups: [UInt32])? {
    var parts = level.refine(groups, resolution: resolution, random: &random)
    let count = renumber(&parts, below: level.count)
    guard count < level.count else { return nil }
    var groupsAbove = [UInt32](repeating: 0, count: count)
    for v in parts.indices { groupsAbove[Int(parts[v])] = groups[v] }
    _ = renumber(&groupsAbove, below: level.count)
    return (level.aggregated(by: parts, count: count), parts, groupsAbove)
  }

  /// Makes labels below `limit` 0, 1, … in order of appearance, and returns how many there are.
  private func renumber(_ labels: inout [UInt32], below limit: Int) -> Int {
    let unseen = UInt32.max
    var number = [UInt32](repeating: unseen, count: limit)
    var next: UInt32 = 0
    for i in labels.indices {
      let label = Int(labels[i])
      if number[label] == unseen {
        number[label] = next
        next += 1
      }
      labels[i] = number[label]
    }
    return Int(next)
  }

  private static func shuffled(_ n: Int, _ random: inout SplitMix64) -> [UInt32] {
    var order = (0..<UInt32(n)).map { $0 }
    for last in stride(from: n - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    return order
  }
}
