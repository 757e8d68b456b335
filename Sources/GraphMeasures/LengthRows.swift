import GraphCore

/// Rows of arcs with their lengths, the shortest first, without those that a path over one other node undercuts.
struct LengthRows: Sendable {
  let offsets: [UInt32]
  let targets: [UInt32]
  let lengths: [Double]
  let shortest: Double
  let longest: Double

  var nodeCount: Int { offsets.count - 1 }

  /// The nodes of `order`, called by their place in it.
  ///
  /// - Complexity: O(m log m + Σ deg²) time, no more than a search from every node; O(n + m) space.
  init(_ rows: SparseRows, lengths: ArcLengths, order: [UInt32]) {
    let n = order.count
    var newNumbers = [UInt32](repeating: 0, count: n)
    for (new, old) in order.enumerated() { newNumbers[Int(old)] = UInt32(new) }
    var offsets: [UInt32] = [0]
    var arcs: [(length: Double, target: UInt32)] = []
    arcs.reserveCapacity(rows.arcCount)
    for old in order {
      let row = rows.range(of: Int(old)).map { (lengths.values[$0], newNumbers[Int(rows.targets[$0])]) }
      // The weight is so small that no Double holds the length: nobody gets there.
      arcs += row.filter { $0.0.isFinite }.sorted(by: <)
      offsets.append(UInt32(arcs.count))
    }
    longest = arcs.reduce(0) { max($0, $1.length) }
    shortest = arcs.reduce(longest) { min($0, $1.length) }
    // More than rounding can make of the sums along two paths, however long: so much shorter is shorter in every sum.
    let slack = longest * Double(n) * 0x1p-50
    var nearest = [Double](repeating: .infinity, count: n)
    var met: [UInt32] = []
    var newOffsets: [UInt32] = [0]
    var kept: [(length: Double, target: UInt32)] = []
    for v in 0..<n {
      let row = Int(offsets[v])..<Int(offsets[v + 1])
      let end = row.isEmpty ? 0 : arcs[row.upperBound - 1].length
      for arc in row where arcs[arc].length < end {
        let (length, middle) = arcs[arc]
        for second in Int(offsets[Int(middle)])..<Int(offsets[Int(middle) + 1]) {
          let sum = length + arcs[second].length
          if sum >= end { break }
          let w = arcs[second].target
          if sum < nearest[Int(w)] {
            if nearest[Int(w)] == .infinity { met.append(w) }
            nearest[Int(w)] = sum
          }
        }
      }
      for arc in row where !(nearest[Int(arcs[arc].target)] + slack < arcs[arc].length) { kept.append(arcs[arc]) }
      newOffsets.append(UInt32(kept.count))
      for w in met { nearest[Int(w)] = .infinity }
      met.removeAll(keepingCapacity: true)
    }
    self.offsets = newOffsets
    targets = kept.map(\.target)
    self.lengths = kept.map(\.length)
  }

  /// The length of the first arc of a row and where it leads; nil where there is none.
  func nearest(of v: Int) -> (length: Double, target: UInt32)? {
    let first = Int(offsets[v])
    return first < Int(offsets[v + 1]) ? (lengths[first], targets[first]) : nil
  }
}
