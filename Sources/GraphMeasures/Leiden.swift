import GraphCore

/// The Leiden method: move nodes, refine the groups, make one node of each refined group, and again.
///
/// - Reference: V. A. Traag, L. Waltman, N. J. van Eck, 2019, doi:10.1038/s41598-019-41695-z.
struct Leiden {
  private let base: LeidenLevel
  private let resolution: Double
  private var random: SplitMix64

  /// - Precondition: the graph is undirected and has an edge.
  init(_ graph: Graph, resolution: Double, seed: UInt64) {
    base = LeidenLevel(graph)
    self.resolution = resolution
    random = SplitMix64(seed: seed)
  }

  /// The best division of several runs from different orders: more for small graphs, where runs cost nothing.
  mutating func best() -> [UInt32] {
    let runs = max(1, min(10, 20_000 / base.arcCount))
    var best: [UInt32] = []
    var bestQuality = -Double.infinity
    for _ in 0..<runs {
      let groups = run()
      let quality = base.quality(of: groups, resolution: resolution)
      if quality > bestQuality { (best, bestQuality) = (groups, quality) }
    }
    return best
  }

  /// Iterates from single nodes until an iteration gains next to nothing.
  private mutating func run() -> [UInt32] {
    let smallestGain = 3e-4
    // The first iteration ends early: groups joined before their nodes are sorted out seldom come apart again.
    let firstLevels = 3
    let iterationLimit = 20
    var groups = (0..<UInt32(base.count)).map { $0 }
    var quality = -Double.infinity
    improve(&groups, above: -.infinity, levelLimit: firstLevels)
    for iteration in 1..<iterationLimit {
      // The second iteration runs up to the top in any case: the first one did not.
      let needed = iteration == 1 ? -Double.infinity : quality + 0.1 * smallestGain
      guard improve(&groups, above: needed, levelLimit: .max) else { break }
      let reached = base.quality(of: groups, resolution: resolution)
      if reached <= quality + smallestGain { break }
      quality = reached
    }
    return groups
  }

  /// One iteration: from the nodes up to the level where refining joins nothing more.
  ///
  /// Ends at the first level, and returns false, where moving the nodes does not reach more than `quality`: then there
  /// is little to find further up.
  @discardableResult
  private mutating func improve(_ groups: inout [UInt32], above quality: Double, levelLimit: Int) -> Bool {
    var level = base
    // The node of the present level in which each node of the graph has gone.
    var place = (0..<UInt32(base.count)).map { $0 }
    var membership = groups
    for levelNumber in 1...levelLimit {
      level.moveNodes(&membership, resolution: resolution, random: &random)
      for v in groups.indices { groups[v] = membership[Int(place[v])] }
      if levelNumber == 1 && base.quality(of: groups, resolution: resolution) <= quality { return false }
      var refined = level.refine(membership, resolution: resolution, random: &random)
      let count = renumber(&refined, below: level.count)
      if count == level.count || levelNumber == levelLimit { break }
      var above = [UInt32](repeating: 0, count: count)
      for v in 0..<level.count { above[Int(refined[v])] = membership[v] }
      _ = renumber(&above, below: level.count)
      for v in place.indices { place[v] = refined[Int(place[v])] }
      level = level.aggregated(by: refined, count: count)
      membership = above
    }
    return true
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
}
