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
    let smallestGain = 1e-4
    let iterationLimit = 20
    var groups = (0..<UInt32(base.count)).map { $0 }
    var quality = -Double.infinity
    for _ in 0..<iterationLimit {
      improve(&groups)
      let reached = base.quality(of: groups, resolution: resolution)
      if reached <= quality + smallestGain { break }
      quality = reached
    }
    return groups
  }

  /// One iteration: from the nodes up to the level where refining joins nothing more.
  private mutating func improve(_ groups: inout [UInt32]) {
    var level = base
    // The node of the present level in which each node of the graph has gone.
    var place = (0..<UInt32(base.count)).map { $0 }
    var membership = groups
    while true {
      level.moveNodes(&membership, resolution: resolution, random: &random)
      for v in groups.indices { groups[v] = membership[Int(place[v])] }
      var refined = level.refine(membership, resolution: resolution, random: &random)
      let count = renumber(&refined, below: level.count)
      if count == level.count { return }
      var above = [UInt32](repeating: 0, count: count)
      for v in 0..<level.count { above[Int(refined[v])] = membership[v] }
      _ = renumber(&above, below: level.count)
      for v in place.indices { place[v] = refined[Int(place[v])] }
      level = level.aggregated(by: refined, count: count)
      membership = above
    }
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
