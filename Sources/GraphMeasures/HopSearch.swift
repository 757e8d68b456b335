import GraphCore

/// The searches of one batch of sources, a bit of `Bits` each, with the memory they need.
final class HopSearch<Bits: BitLanes> {
  private let rows: SparseRows
  private let reverse: SparseRows
  /// The sources that have reached a node.
  private var seen: CacheLines<Bits>
  /// After a pass over all nodes what `seen` was before it; 0 everywhere while few nodes gain.
  private var other: CacheLines<Bits>
  /// What each node of `gaining` gained on the last level.
  private let gained: CacheLines<Bits>
  /// The nodes that gained on the last level.
  private var gaining: CacheLines<UInt32>
  /// The nodes that gain on this level.
  private var next: CacheLines<UInt32>

  init(_ layout: SearchLayout) {
    let n = layout.rows.nodeCount
    rows = layout.rows
    reverse = layout.reverse
    seen = CacheLines(count: n, filledWith: Bits())
    other = CacheLines(count: n, filledWith: Bits())
    gained = CacheLines(count: n, filledWith: Bits())
    gaining = CacheLines(count: n, filledWith: 0)
    next = CacheLines(count: n, filledWith: 0)
  }

  deinit {
    seen.free()
    other.free()
    gained.free()
    gaining.free()
    next.free()
  }

  /// Adds the distances from the sources to the sums of all nodes of the part.
  func run(in part: Range<Int>, from sources: Range<Int>, addingTo sums: HopSums.Pointers) {
    let arcs = Int(rows.offsets[part.upperBound] - rows.offsets[part.lowerBound])
    let full = Bits.first(sources.count)
    clear(seen, part)
    clear(other, part)
    var gainingCount = 0
    var degree = 0
    for (bit, source) in sources.enumerated() {
      seen.pointer[source].insert(bit)
      gained.pointer[source] = seen.pointer[source]
      gaining.pointer[gainingCount] = UInt32(source)
      gainingCount += 1
      degree += reverse.count(of: source)
    }
    var isFew = true
    var level: UInt64 = 1
    while gainingCount > 0 {
      // Passing on costs more an arc than asking all nodes, and asking leads back here over a pass of its own.
      if 4 * degree < arcs {
        if !isFew { noteGains(gainingCount, part) }
        isFew = true
        (gainingCount, degree) = passOn(gainingCount, at: level, addingTo: sums)
      } else {
        isFew = false
        (gainingCount, degree) = askAll(in: part, full, at: level, addingTo: sums)
      }
      level += 1
    }
  }

  private func clear(_ lines: CacheLines<Bits>, _ part: Range<Int>) {
    (lines.pointer + part.lowerBound).update(repeating: Bits(), count: part.count)
  }

  /// After a pass over all nodes: keeps what the gaining nodes gained, and clears `other`.
  private func noteGains(_ count: Int, _ part: Range<Int>) {
    let seen = self.seen.pointer
    let other = self.other.pointer
    for place in 0..<count {
      let v = Int(gaining.pointer[place])
      gained.pointer[v] = Bits.without(seen[v], other[v])
    }
    clear(self.other, part)
  }

  /// The nodes that gained pass that on to their neighbours.
  private func passOn(_ count: Int, at level: UInt64, addingTo sums: HopSums.Pointers) -> (count: Int, degree: Int) {
    let seen = self.seen.pointer
    let pending = other.pointer
    let gained = self.gained.pointer
    let gaining = self.gaining.pointer
    let next = self.next.pointer
    var nextCount = 0
    reverse.withPointers { offsets, targets in
      for place in 0..<count {
        let v = Int(gaining[place])
        let bits = gained[v]
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
          let w = Int(targets[arc])
          let new = Bits.without(bits, seen[w])
          if !Bits.isEqual(new, Bits()) {
            if Bits.isEqual(pending[w], Bits()) {
              next[nextCount] = UInt32(w)
              nextCount += 1
            }
            pending[w] = Bits.union(pending[w], new)
          }
        }
      }
    }
    var degree = 0
    let inverse = HopSums.inverse(of: level)
    for place in 0..<nextCount {
      let w = Int(next[place])
      let new = pending[w]
      pending[w] = Bits()
      gained[w] = new
      seen[w] = Bits.union(seen[w], new)
      degree += reverse.count(of: w)
      sums.add(Bits.difference(new, Bits()), at: level, inverse: inverse, to: w)
    }
    swap(&self.gaining, &self.next)
    return (nextCount, degree)
  }

  /// Every node takes over what its neighbours have seen.
  private func askAll(
    in part: Range<Int>, _ full: Bits, at level: UInt64, addingTo sums: HopSums.Pointers
  ) -> (count: Int, degree: Int) {
    let seen = self.seen.pointer
    let other = self.other.pointer
    let gaining = self.gaining.pointer
    let inverse = HopSums.inverse(of: level)
    var count = 0
    var degree = 0
    rows.withPointers { offsets, targets in
      var arc = Int(offsets[part.lowerBound])
      for v in part {
        let end = Int(offsets[v + 1])
        let before = seen[v]
        if Bits.isEqual(before, full) {
          other[v] = full
          arc = end
          continue
        }
        let first = arc
        var after = before
        while arc < end {
          after = Bits.union(after, seen[Int(targets[arc])])
          arc += 1
        }
        other[v] = after
        let new = Bits.difference(after, before)
        if new > 0 {
          gaining[count] = UInt32(v)
          count += 1
          degree += end - first
          sums.add(new, at: level, inverse: inverse, to: v)
        }
      }
    }
    swap(&self.seen, &self.other)
    return (count, degree)
  }
}
