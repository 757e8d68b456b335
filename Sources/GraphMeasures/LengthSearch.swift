import GraphCore

/// The searches of one batch of sources by whole lengths, a bit of `Bits` each.
///
/// Time runs in steps of one unit of length. What a node gains at a time it sends along its arcs, to arrive as much
/// later as the arc is long; what arrives for the first time is gained. Searches with the same distance travel together.
final class LengthSearch<Bits: BitLanes> {
  private let reverse: SparseRows
  private let lengths: [UInt8]
  /// How many times are kept apart: more than the longest arc.
  private let times: Int
  private let seen: CacheLines<Bits>
  /// What arrives at every node at a time, one row of nodes after the other; 0 once it has arrived.
  private let arriving: CacheLines<Bits>
  /// The nodes at which something arrives at a time.
  private var due: [[UInt32]]

  /// - Parameters:
  ///   - reverse: the arcs along which the searches go.
  ///   - lengths: the length of each of them, at least 1.
  init(along reverse: SparseRows, lengths: [UInt8]) {
    self.reverse = reverse
    self.lengths = lengths
    var times = 2
    while times <= Int(lengths.max() ?? 0) { times *= 2 }
    self.times = times
    seen = CacheLines(count: reverse.nodeCount, filledWith: Bits())
    arriving = CacheLines(count: times * reverse.nodeCount, filledWith: Bits())
    due = Array(repeating: [], count: times)
  }

  deinit {
    seen.free()
    arriving.free()
  }

  /// Adds the distances from the sources to the sums of all nodes of the part.
  func run(in part: Range<Int>, from sources: Range<Int>, addingTo sums: HopSums.Pointers) {
    let n = reverse.nodeCount
    let seen = self.seen.pointer
    (seen + part.lowerBound).update(repeating: Bits(), count: part.count)
    for (bit, source) in sources.enumerated() {
      arriving.pointer[source].insert(bit)
      due[0].append(UInt32(source))
    }
    var waiting = sources.count
    var time = 0
    while waiting > 0 {
      let slot = time & (times - 1)
      let nodes = due[slot]
      due[slot].removeAll(keepingCapacity: true)
      waiting -= nodes.count
      let now = arriving.pointer + slot * n
      let inverse = time == 0 ? 0 : HopSums.inverse(of: UInt64(time))
      for node in nodes {
        let v = Int(node)
        let new = Bits.without(now[v], seen[v])
        now[v] = Bits()
        if Bits.isEqual(new, Bits()) { continue }
        seen[v] = Bits.union(seen[v], new)
        if time > 0 { sums.add(Bits.difference(new, Bits()), at: UInt64(time), inverse: inverse, to: v) }
        waiting += send(new, from: v, at: time)
      }
      time += 1
    }
  }

  /// Sends what a node gained along its arcs and returns at how many nodes and times nothing was due before.
  private func send(_ bits: Bits, from v: Int, at time: Int) -> Int {
    let n = reverse.nodeCount
    let seen = self.seen.pointer
    let arriving = self.arriving.pointer
    var added = 0
    reverse.withPointers { offsets, targets in
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = Int(targets[arc])
        let new = Bits.without(bits, seen[w])
        if Bits.isEqual(new, Bits()) { continue }
        let slot = (time + Int(lengths[arc])) & (times - 1)
        let place = slot * n + w
        if Bits.isEqual(arriving[place], Bits()) {
          due[slot].append(UInt32(w))
          added += 1
        }
        arriving[place] = Bits.union(arriving[place], new)
      }
    }
    return added
  }
}
