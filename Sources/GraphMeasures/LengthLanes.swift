import GraphCore

/// The shares of nodes in the shortest paths from many sources by whole lengths, sixty-four sources side by side.
///
/// Time runs in steps of one unit of length. The searches that meet a node at the same time follow its arcs together,
/// one bit each: a step along an arc waits in the bucket of the time at which it arrives, and the searches that had not
/// met its end before have found a shortest path. Those steps alone, few of all, are taken apart by searches: paths
/// are counted along them forward, and dependencies added up backward.
///
/// - Reference: U. Brandes, “A faster algorithm for betweenness centrality”, 2001,
///   doi:10.1080/0022250X.2001.9990249; R. B. Dial, “Algorithm 360: shortest-path forest with topological ordering”,
///   1969, doi:10.1145/363269.363610, for the buckets; M. Then et al., “The more the merrier: efficient multi-source
///   graph traversal”, 2014, doi:10.14778/2735496.2735507, for the bits.
final class LengthLanes: PathBatches {
  /// How many sources are searched from at once.
  static let searches = 64
  /// What each thread may take for its slots, 1.5 kB a node: so up to 174,762 nodes.
  private static let mostBytes = 1 << 28
  /// Longer arcs make more buckets than pay.
  private static let longestArc = 4095.0

  /// The searches that step along an arc at the same time.
  private struct Step {
    let arc: UInt32
    let target: UInt32
    let searches: UInt64
  }

  /// A step of one search on a shortest path, from one slot to another; a node has a slot for each search.
  private struct Link {
    let source: UInt32
    let target: UInt32
  }

  /// What lies at a node and beyond it.
  private struct Share {
    /// The mass of the node divided by the number of paths to it.
    var here: Double
    /// The sum of (mass + δ)/σ over the nodes behind it.
    var beyond: Double
  }

  private let rows: SparseRows
  private let lengths: [UInt16]
  /// The node that each arc leads from.
  private let arcSources: [UInt32]
  private let mass: [Double]
  /// The steps that arrive at a time, in a ring of more buckets than the longest arc is long.
  private var buckets: [GrowingList<Step>] = []
  /// In the order of arrival.
  private var links: GrowingList<Link>
  /// The arc of each link.
  private var linkArcs: GrowingList<UInt32>
  /// The searches that have met each node.
  private let seen: CacheLines<UInt64>
  /// The searches that meet each node now; 0 between times.
  private let arriving: CacheLines<UInt64>
  /// The nodes met by any search.
  private var reached: GrowingList<UInt32>
  /// The number of shortest paths from the source to the node of a slot.
  private let sigma: CacheLines<Double>
  private let shares: CacheLines<Share>

  /// Nil where lengths are not whole or too long, or where slots would take more than 256 MiB.
  ///
  /// - Parameters:
  ///   - lengths: the length of every arc of `rows`.
  ///   - mass: how many sources and targets each node stands for.
  init?(along rows: SparseRows, lengths: ArcLengths, mass: [Double]) {
    let longest = lengths.values.max() ?? 0
    let n = rows.nodeCount
    let bytes = n * Self.searches * (MemoryLayout<Double>.stride + MemoryLayout<Share>.stride)
    guard lengths.tolerance == 0, longest <= Self.longestArc, bytes <= Self.mostBytes else { return nil }
    self.rows = rows
    self.lengths = lengths.values.map { UInt16($0) }
    self.mass = mass
    arcSources = (0..<n).flatMap { v in repeatElement(UInt32(v), count: rows.count(of: v)) }
    var times = 2
    while times <= Int(longest) { times *= 2 }
    for _ in 0..<times { buckets.append(GrowingList()) }
    // Not sooner: where the initializer returns nil, nobody frees them.
    (links, linkArcs, reached) = (GrowingList(), GrowingList(), GrowingList())
    seen = CacheLines(count: n, filledWith: 0)
    arriving = CacheLines(count: n, filledWith: 0)
    sigma = CacheLines(count: n * Self.searches, filledWith: 0)
    shares = CacheLines(count: n * Self.searches, filledWith: Share(here: 0, beyond: 0))
  }

  deinit {
    for bucket in buckets { bucket.free() }
    links.free()
    linkArcs.free()
    reached.free()
    seen.free()
    arriving.free()
    sigma.free()
    shares.free()
  }

  func addDependencies(of sources: Range<Int>, to sums: inout [Double]) -> [Int] {
    search(from: sources, keepsArcs: false)
    guard countPaths(from: sources) else { return Array(sources) }
    let shares = self.shares.pointer
    for place in stride(from: links.count - 1, through: 0, by: -1) {
      let link = links.pointer[place]
      let target = shares[Int(link.target)]
      shares[Int(link.source)].beyond += target.here + target.beyond
    }
    let weight = sources.map { mass[$0] }
    // A path does not pass its source.
    for (lane, source) in sources.enumerated() { shares[source * Self.searches + lane].beyond = 0 }
    let sigma = self.sigma.pointer
    for place in 0..<reached.count {
      let v = Int(reached.pointer[place])
      let slot = v * Self.searches
      var sum = 0.0
      for lane in weight.indices { sum += sigma[slot + lane] * shares[slot + lane].beyond * weight[lane] }
      sums[v] += sum
    }
    return []
  }

  func addArcDependencies(of sources: Range<Int>, to sums: inout [Double]) -> [Int] {
    search(from: sources, keepsArcs: true)
    guard countPaths(from: sources) else { return Array(sources) }
    let shares = self.shares.pointer
    let sigma = self.sigma.pointer
    let weight = sources.map { mass[$0] }
    for place in stride(from: links.count - 1, through: 0, by: -1) {
      let link = links.pointer[place]
      let target = shares[Int(link.target)]
      let share = target.here + target.beyond
      shares[Int(link.source)].beyond += share
      sums[Int(linkArcs.pointer[place])] += weight[Int(link.source) % Self.searches] * sigma[Int(link.source)] * share
    }
    return []
  }

  /// Finds the links on shortest paths from the sources.
  private func search(from sources: Range<Int>, keepsArcs: Bool) {
    let seen = self.seen.pointer
    let arriving = self.arriving.pointer
    for place in 0..<reached.count { seen[Int(reached.pointer[place])] = 0 }
    // Lists of the class would be asked at every access whether somebody else is using them.
    var (links, linkArcs, reached) = (self.links, self.linkArcs, self.reached)
    var met = GrowingList<UInt32>()
    links.removeAll()
    linkArcs.removeAll()
    reached.removeAll()
    for (lane, source) in sources.enumerated() {
      seen[source] = 1 << UInt64(lane)
      reached.append(UInt32(source))
    }
    var waiting = 0
    for source in sources { waiting += send(seen[source], from: source, at: 0) }
    var time = 0
    while waiting > 0 {
      time += 1
      let slot = time & (buckets.count - 1)
      let steps = buckets[slot]
      if steps.count == 0 { continue }
      buckets[slot].removeAll()
      waiting -= steps.count
      met.removeAll()
      for place in 0..<steps.count {
        let step = steps.pointer[place]
        let w = Int(step.target)
        var new = step.searches & ~seen[w]
        if new == 0 { continue }
        if arriving[w] == 0 { met.append(step.target) }
        arriving[w] |= new
        let source = arcSources[Int(step.arc)] &* 64
        let target = step.target &* 64
        links.reserve(64)
        if keepsArcs { for _ in 0..<new.nonzeroBitCount { linkArcs.append(step.arc) } }
        while new != 0 {
          let lane = UInt32(truncatingIfNeeded: new.trailingZeroBitCount)
          links.appendReserved(Link(source: source &+ lane, target: target &+ lane))
          new &= new &- 1
        }
      }
      for place in 0..<met.count {
        let w = Int(met.pointer[place])
        if seen[w] == 0 { reached.append(UInt32(w)) }
        seen[w] |= arriving[w]
      }
      for place in 0..<met.count {
        let w = Int(met.pointer[place])
        waiting += send(arriving[w], from: w, at: time)
        arriving[w] = 0
      }
    }
    met.free()
    (self.links, self.linkArcs, self.reached) = (links, linkArcs, reached)
  }

  /// Follows the arcs of a node that these searches meet now, and returns how many steps that makes.
  @inline(__always) private func send(_ bits: UInt64, from v: Int, at time: Int) -> Int {
    let seen = self.seen.pointer
    var count = 0
    rows.withPointers { offsets, targets in
      lengths.withUnsafeBufferPointer { lengths in
        buckets.withUnsafeMutableBufferPointer { buckets in
          for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
            let w = targets[arc]
            let new = bits & ~seen[Int(w)]
            if new == 0 { continue }
            let slot = (time + Int(lengths[arc])) & (buckets.count - 1)
            buckets[slot].append(Step(arc: UInt32(truncatingIfNeeded: arc), target: w, searches: new))
            count += 1
          }
        }
      }
    }
    return count
  }

  /// Counts the shortest paths to every node and readies the shares; false where a count may not fit a Double.
  private func countPaths(from sources: Range<Int>) -> Bool {
    let sigma = self.sigma.pointer
    let shares = self.shares.pointer
    for place in 0..<reached.count {
      (sigma + Int(reached.pointer[place]) * Self.searches).update(repeating: 0, count: Self.searches)
    }
    for (lane, source) in sources.enumerated() { sigma[source * Self.searches + lane] = 1 }
    for place in 0..<links.count {
      let link = links.pointer[place]
      sigma[Int(link.target)] += sigma[Int(link.source)]
    }
    var all = 0.0
    for place in 0..<reached.count {
      let v = Int(reached.pointer[place])
      let mass = mass[v]
      for slot in v * Self.searches..<(v + 1) * Self.searches {
        all += sigma[slot]
        // Infinite where no path leads; nobody asks there.
        shares[slot] = Share(here: mass / sigma[slot], beyond: 0)
      }
    }
    return all < 1e290
  }
}
