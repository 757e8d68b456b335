import GraphCore

/// Breadth-first searches from up to sixty-four nodes at once, one bit each.
///
/// - Reference: M. Then et al., “The more the merrier: efficient multi-source graph traversal”, 2014,
///   doi:10.14778/2735496.2735507.
final class SideBySideSearch {
  /// The events of the last searches.
  let events = SearchEvents<UInt64>()
  private let outgoing: SparseRows
  private let incoming: SparseRows
  private let seen: CacheLines<UInt64>
  /// The searches that met a node on the last level; 0 between searches.
  private let front: CacheLines<UInt64>
  /// The searches that meet a node on this level; 0 between levels.
  private let next: CacheLines<UInt64>

  init(outgoing: SparseRows, incoming: SparseRows) {
    self.outgoing = outgoing
    self.incoming = incoming
    seen = CacheLines(count: outgoing.nodeCount, filledWith: 0)
    front = CacheLines(count: outgoing.nodeCount, filledWith: 0)
    next = CacheLines(count: outgoing.nodeCount, filledWith: 0)
  }

  deinit {
    seen.free()
    front.free()
    next.free()
  }

  /// Searches from each of the sources, at most sixty-four different nodes; the first is bit 0.
  func run(from sources: some Collection<Int>) {
    let seen = self.seen.pointer
    let front = self.front.pointer
    events.removeAll()
    events.reserve(sources.count)
    seen.update(repeating: 0, count: self.seen.count)
    for (place, source) in sources.enumerated() {
      events.nodes[place] = UInt32(source)
      events.bits[place] = 1 << UInt64(place)
    }
    events.endLevel(count: sources.count)
    let all: UInt64 = sources.count == 64 ? .max : (1 << UInt64(sources.count)) - 1
    while true {
      let last = events.events(ofLevel: events.levelCount - 1)
      var degree = 0
      for event in last {
        let v = Int(events.nodes[event])
        seen[v] |= events.bits[event]
        front[v] = events.bits[event]
        degree += outgoing.count(of: v)
      }
      events.reserve(min(degree, outgoing.nodeCount) + 1)
      // Passing bits on from a small front costs its arcs; asking all nodes costs all arcs, but less for each.
      let count = 4 * degree < outgoing.arcCount ? passOn(from: last) : askAll(all)
      for event in last { front[Int(events.nodes[event])] = 0 }
      if count == events.count { break }
      events.endLevel(count: count)
    }
  }

  /// Writes the events of the next level behind the last one and returns where they end.
  private func passOn(from last: Range<Int>) -> Int {
    let seen = self.seen.pointer
    let next = self.next.pointer
    let nodes = events.nodes
    let bits = events.bits
    let first = events.count
    var count = first
    outgoing.withPointers { offsets, targets in
      for event in last {
        let v = Int(nodes[event])
        let searches = bits[event]
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
          let w = targets[arc]
          let new = searches & ~seen[Int(w)]
          if new != 0 {
            if next[Int(w)] == 0 {
              nodes[count] = w
              count += 1
            }
            next[Int(w)] |= new
          }
        }
      }
    }
    for event in first..<count {
      bits[event] = next[Int(nodes[event])]
      next[Int(nodes[event])] = 0
    }
    return count
  }

  /// The same, by asking every node that not all searches have met which of them have reached a neighbour.
  private func askAll(_ all: UInt64) -> Int {
    let seen = self.seen.pointer
    let front = self.front.pointer
    let nodes = events.nodes
    let bits = events.bits
    let nodeCount = self.seen.count
    var count = events.count
    incoming.withPointers { offsets, targets in
      var arc = 0
      for v in 0..<nodeCount {
        let end = Int(offsets[v + 1])
        if seen[v] == all {
          arc = end
          continue
        }
        var searches: UInt64 = 0
        while arc < end {
          searches |= front[Int(targets[arc])]
          arc += 1
        }
        searches &= ~seen[v]
        if searches != 0 {
          nodes[count] = UInt32(v)
          bits[count] = searches
          count += 1
        }
      }
    }
    return count
  }
}

extension SparseRows {
  /// The two arrays at fixed addresses, for loops that touch every arc.
  @inline(__always) func withPointers(
    _ body: (_ offsets: UnsafePointer<UInt32>, _ targets: UnsafePointer<UInt32>) -> Void
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        guard let offsets = offsets.baseAddress, let targets = targets.baseAddress else { return }
        body(offsets, targets)
      }
    }
  }
}
