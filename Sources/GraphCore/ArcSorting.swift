/// An arc that is to be sorted into rows, and the number of its weight.
struct Arc {
  let row: UInt32
  let column: UInt32
  let weight: Int
}

extension SparseRows {
  /// The arcs in rows, each row in the order in which its arcs come.
  ///
  /// Counting sort. The place of an arc is anywhere in memory, so where there are many they are first dealt to runs of
  /// rows small enough for the cache, each run with a stream of its own, and then go to their places run by run. That
  /// takes 8 bytes more an arc (16 with weights) for a while.
  ///
  /// - Complexity: O(n + m) time and space.
  init(sorting arcs: some Sequence<Arc>, count: Int, weights: [Double]?, nodeCount: Int) {
    precondition(count < Int(UInt32.max), "a graph has fewer than 2^32 arcs")
    let offsets = Self.offsets(of: arcs, nodeCount: nodeCount)
    if count < DealtArcs.leastCount {
      self.init(placing: arcs, count: count, weights: weights, offsets: offsets)
    } else {
      let dealt = DealtArcs(arcs, count: count, weights: weights, offsets: offsets)
      self.init(placing: dealt, count: count, weights: dealt.weights, offsets: offsets)
    }
  }

  /// Where the rows of some arcs begin.
  private static func offsets(of arcs: some Sequence<Arc>, nodeCount: Int) -> [UInt32] {
    var offsets = [UInt32](repeating: 0, count: nodeCount + 1)
    var counts = offsets.mutableSpan
    for arc in arcs { counts[Int(arc.row) + 1] += 1 }
    for v in 1..<counts.count { counts[v] += counts[v - 1] }
    return offsets
  }

  private init(placing arcs: some Sequence<Arc>, count: Int, weights: [Double]?, offsets: [UInt32]) {
    var next = offsets
    var rowWeights = weights.map { _ in [Double](repeating: 0, count: count) }
    let targets = [UInt32](writing: count) { targets in
      for arc in arcs {
        let place = Int(next[Int(arc.row)])
        next[Int(arc.row)] += 1
        targets[place] = arc.column
        if let weights { rowWeights![place] = weights[arc.weight] }
      }
    }
    self.init(offsets: offsets, targets: targets, weights: rowWeights)
  }
}

/// Arcs dealt to runs of neighbouring rows, in each run in the order in which they came.
private struct DealtArcs: Sequence {
  /// With fewer arcs everything fits the cache, and dealing costs more than it saves.
  static let leastCount = 1 << 17
  private static let runCount = 256

  /// The row of each arc in the upper half, its column in the lower.
  private let ends: [UInt64]
  let weights: [Double]?

  init(_ arcs: some Sequence<Arc>, count: Int, weights: [Double]?, offsets: [UInt32]) {
    let lastNode = offsets.count - 2
    // Runs of a power of two of rows, so that a shift finds the run of a row.
    var shift: UInt32 = 0
    while lastNode >> Int(shift) >= Self.runCount { shift += 1 }
    var places = (0...(lastNode >> Int(shift))).map { offsets[$0 << Int(shift)] }
    var dealtWeights = weights.map { _ in [Double](repeating: 0, count: count) }
    ends = [UInt64](writing: count) { ends in
      for arc in arcs {
        let run = Int(arc.row >> shift)
        let place = Int(places[run])
        places[run] += 1
        ends[place] = UInt64(arc.row) << 32 | UInt64(arc.column)
        if let weights { dealtWeights![place] = weights[arc.weight] }
      }
    }
    self.weights = dealtWeights
  }

  struct Iterator: IteratorProtocol {
    let ends: [UInt64]
    var index = 0

    mutating func next() -> Arc? {
      guard index < ends.count else { return nil }
      defer { index += 1 }
      return Arc(row: UInt32(ends[index] >> 32), column: UInt32(truncatingIfNeeded: ends[index]), weight: index)
    }
  }

  func makeIterator() -> Iterator { Iterator(ends: ends) }
}
