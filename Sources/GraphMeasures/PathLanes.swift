import GraphCore

/// Eight numbers, one for each of eight searches that run side by side; a cache line.
typealias Lanes = SIMD8<Double>

/// The shares of nodes in the shortest paths from many sources, eight sources side by side.
///
/// First, searches with one bit each find at which level which of them meet a node: the events. Then the path counts
/// of eight searches are added up event by event, forward along the levels, and the dependencies backward. `current`
/// holds the numbers of one level alone and 0 elsewhere, so a sum over all neighbours takes just those that lie on
/// shortest paths; no arc is asked for its level, and nothing branches but at the ends of rows.
///
/// - Reference: U. Brandes, “A faster algorithm for betweenness centrality”, 2001,
///   doi:10.1080/0022250X.2001.9990249; several sources a cache line after A. E. Sarıyüce, E. Saule, K. Kaya,
///   Ü. V. Çatalyürek, “Regularizing graph centrality computations”, 2015, doi:10.1016/j.jpdc.2014.07.006.
final class PathLanes: PathBatches {
  /// How many sources are searched from at once.
  static let searches = 64

  private let outgoing: SparseRows
  private let incoming: SparseRows
  private let mass: [Double]
  private let copies: [Double]
  private let hasCopies: Bool
  private let search: SideBySideSearch
  private let events = SearchEvents<UInt8>()
  /// The path counts of every event.
  private var sigma = CacheLines(count: 0, filledWith: Lanes())
  /// For every node the numbers of the level done last, 0 for nodes and searches of other levels.
  private var current: CacheLines<Lanes>
  /// For every node the numbers of the level that is worked on.
  private var following: CacheLines<Lanes>
  /// Whether a node has an event on the level that is worked on.
  private let isMet: CacheLines<Bool>
  private let masks: CacheLines<SIMD8<UInt64>>

  /// - Parameters:
  ///   - mass: how many sources and targets each node stands for.
  ///   - copies: how many nodes with the same paths each node stands for; nil where each is alone.
  init(outgoing: SparseRows, incoming: SparseRows, mass: [Double], copies: [Double]? = nil) {
    let n = outgoing.nodeCount
    self.copies = copies ?? [Double](repeating: 1, count: n)
    hasCopies = self.copies.contains { $0 != 1 }
    self.outgoing = outgoing
    self.incoming = incoming
    self.mass = mass
    search = SideBySideSearch(outgoing: outgoing, incoming: incoming)
    current = CacheLines(count: n, filledWith: Lanes())
    following = CacheLines(count: n, filledWith: Lanes())
    isMet = CacheLines(count: n, filledWith: false)
    masks = CacheLines(count: 256, filledWith: SIMD8())
    for mask in 0..<256 { for lane in 0..<8 where mask >> lane & 1 == 1 { masks.pointer[mask][lane] = .max } }
  }

  deinit {
    sigma.free()
    current.free()
    following.free()
    isMet.free()
    masks.free()
  }

  /// Adds to every node its share in the shortest paths from the sources, times the mass of the source.
  ///
  /// - Parameter sources: at most `searches` nodes.
  /// - Returns: the sources left out because their path counts may not fit a Double.
  func addDependencies(of sources: Range<Int>, to sums: inout [Double]) -> [Int] {
    countPaths(from: sources) { group in
      sums.withUnsafeMutableBufferPointer { addShares(of: group, toNodes: $0.baseAddress!) }
    }
  }

  /// Adds to every arc, by its place in the rows, its share in the shortest paths from the sources.
  ///
  /// - Precondition: no node stands for several copies.
  /// - Parameter sources: at most `searches` nodes.
  /// - Returns: the sources left out because their path counts may not fit a Double.
  func addArcDependencies(of sources: Range<Int>, to sums: inout [Double]) -> [Int] {
    countPaths(from: sources) { group in
      // No arcs, nothing to add to.
      sums.withUnsafeMutableBufferPointer { sums in sums.baseAddress.map { addShares(of: group, toArcs: $0) } }
    }
  }

  private func countPaths(from sources: Range<Int>, add: (_ group: Range<Int>) -> Void) -> [Int] {
    search.run(from: sources)
    var leftOut: [Int] = []
    for (byte, first) in stride(from: sources.lowerBound, to: sources.upperBound, by: 8).enumerated() {
      let group = first..<min(first + 8, sources.upperBound)
      events.take(byte: byte, of: search.events)
      if countPaths() { add(group) } else { leftOut += group }
    }
    return leftOut
  }

  /// Counts the shortest paths to the node of every event; false where a count may not fit a Double.
  private func countPaths() -> Bool {
    if sigma.count < events.count {
      sigma.free()
      sigma = CacheLines(count: 2 * events.count, filledWith: Lanes())
    }
    let nodes = events.nodes
    let bits = events.bits
    let sigma = self.sigma.pointer
    let masks = self.masks.pointer
    for event in events.events(ofLevel: 0) {
      let paths = Lanes(repeating: 1).only(bits[event], masks)
      sigma[event] = paths
      current.pointer[Int(nodes[event])] = paths
    }
    let copies = self.copies
    let hasCopies = self.hasCopies
    // A sum that overflows shows a count that may; the largest would do, but taking it costs more.
    var all = Lanes()
    for level in 1..<max(1, events.levelCount) {
      let met = events.events(ofLevel: level)
      let before = events.events(ofLevel: level - 1)
      let following = self.following.pointer
      sum(over: incoming, for: met, passedOnBy: before, over: outgoing) { event, node, sum in
        let paths = sum.only(bits[event], masks)
        let passedOn = hasCopies ? paths * copies[node] : paths
        sigma[event] = paths
        following[node] = passedOn
        all += passedOn
      }
      clearCurrent(before)
      swap(&self.current, &self.following)
    }
    if events.levelCount > 0 { clearCurrent(events.events(ofLevel: events.levelCount - 1)) }
    return all.total < 1e290
  }

  /// Adds δ of every event to its node.
  private func addShares(of sources: Range<Int>, toNodes sums: UnsafeMutablePointer<Double>) {
    var weight = Lanes()
    for (lane, source) in sources.enumerated() { weight[lane] = mass[source] }
    let bits = events.bits
    let sigma = self.sigma.pointer
    let masks = self.masks.pointer
    let copies = self.copies
    let hasCopies = self.hasCopies
    mass.withUnsafeBufferPointer { mass in
      for level in stride(from: events.levelCount - 1, to: 0, by: -1) {
        let met = events.events(ofLevel: level)
        let after = level + 1 < events.levelCount ? events.events(ofLevel: level + 1) : 0..<0
        let following = self.following.pointer
        sum(over: outgoing, for: met, passedOnBy: after, over: incoming) { event, node, sum in
          let paths = sigma[event]
          sums[node] += (paths * sum * weight).total
          // (mass + δ)/σ with δ = σ · sum; the other lanes have no paths and are left out.
          let beyond = hasCopies ? sum * copies[node] : sum
          following[node] = (Lanes(repeating: mass[node]) / paths + beyond).only(bits[event], masks)
        }
        clearCurrent(after)
        swap(&self.current, &self.following)
      }
    }
    if events.levelCount > 1 { clearCurrent(events.events(ofLevel: 1)) }
  }

  /// Adds the share of every arc from the node of an event to that of one on the next level.
  private func addShares(of sources: Range<Int>, toArcs sums: UnsafeMutablePointer<Double>) {
    var weight = Lanes()
    for (lane, source) in sources.enumerated() { weight[lane] = mass[source] }
    let nodes = events.nodes
    let bits = events.bits
    let sigma = self.sigma.pointer
    let masks = self.masks.pointer
    outgoing.withPointers { offsets, targets in
      for level in stride(from: events.levelCount - 1, through: 0, by: -1) {
        let met = events.events(ofLevel: level)
        let current = self.current.pointer
        let following = self.following.pointer
        for event in met {
          let v = Int(nodes[event])
          let paths = sigma[event]
          let weighted = paths * weight
          var sum = Lanes()
          for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
            let share = current[Int(targets[arc])]
            sum += share
            sums[arc] += (weighted * share).total
          }
          following[v] = (Lanes(repeating: mass[v]) / paths + sum).only(bits[event], masks)
        }
        if level + 1 < events.levelCount { clearCurrent(events.events(ofLevel: level + 1)) }
        swap(&self.current, &self.following)
      }
    }
    if events.levelCount > 0 { clearCurrent(events.events(ofLevel: 0)) }
  }

  /// Sums `current` over the neighbours of the nodes met and hands each sum to `take`.
  ///
  /// Either every node met asks its neighbours, or the nodes of the level done last pass their numbers on to
  /// neighbours that are met, whichever touches fewer arcs; passing on writes and costs about twice as much an arc.
  @inline(__always) private func sum(
    over rows: SparseRows, for met: Range<Int>, passedOnBy others: Range<Int>, over reverse: SparseRows,
    take: (_ event: Int, _ node: Int, _ sum: Lanes) -> Void
  ) {
    let nodes = events.nodes
    let current = self.current.pointer
    let following = self.following.pointer
    let isMet = self.isMet.pointer
    var asked = 0
    for event in met { asked += rows.count(of: Int(nodes[event])) }
    var passed = 0
    for event in others { passed += reverse.count(of: Int(nodes[event])) }
    if asked <= 2 * passed {
      rows.withPointers { offsets, targets in
        for event in met {
          let v = Int(nodes[event])
          // Two sums, so that an addition need not wait for the one before.
          var even = Lanes()
          var odd = Lanes()
          var arc = Int(offsets[v])
          let end = Int(offsets[v + 1])
          while arc + 1 < end {
            even += current[Int(targets[arc])]
            odd += current[Int(targets[arc + 1])]
            arc += 2
          }
          if arc < end { even += current[Int(targets[arc])] }
          take(event, v, even + odd)
        }
      }
    } else {
      for event in met { isMet[Int(nodes[event])] = true }
      reverse.withPointers { offsets, targets in
        for event in others {
          let v = Int(nodes[event])
          let numbers = current[v]
          for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
            let w = Int(targets[arc])
            if isMet[w] { following[w] += numbers }
          }
        }
      }
      for event in met {
        let v = Int(nodes[event])
        isMet[v] = false
        take(event, v, following[v])
      }
    }
  }

  private func clearCurrent(_ range: Range<Int>) {
    let nodes = events.nodes
    let current = self.current.pointer
    for event in range { current[Int(nodes[event])] = Lanes() }
  }
}

extension Lanes {
  /// The lanes whose bits are set, 0 for the others.
  @inline(__always) fileprivate func only(_ bits: UInt8, _ masks: UnsafeMutablePointer<SIMD8<UInt64>>) -> Lanes {
    unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt64>.self) & masks[Int(bits)], to: Lanes.self)
  }

  /// The sum of the eight lanes, always in the same order.
  @inline(__always) var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
