import GraphCore

/// The distances of every node where all arcs have short whole lengths, summed up by searches that run side by side.
///
/// What `HopProfile` does, with arrivals spread over as many levels as arcs are long.
struct LengthProfile<Bits: BitLanes> {
  private let parts: [Range<Int>]
  private let order: [UInt32]
  private let reverse: SparseRows
  private let lengths: [UInt8]
  private let scale: Double

  /// Nil where lengths are not whole, so long that little would travel together, or a search would need over 128 MiB.
  ///
  /// - Parameter reverse: the rows whose arcs lead from the sources to the nodes summed up at.
  init?(of graph: Graph, along reverse: SparseRows, lengths: ArcLengths) {
    let longest = lengths.values.max() ?? 0
    guard lengths.tolerance == 0, longest < 64,
      2 * Int(longest) * graph.nodeCount * MemoryLayout<Bits>.stride <= 1 << 27
    else { return nil }
    (order, parts) = breadthFirstOrder(of: graph)
    self.reverse = reverse.renumbered(order)
    self.lengths = order.flatMap { v in reverse.range(of: Int(v)).map { UInt8(lengths.values[$0]) } }
    scale = lengths.scale
  }

  func run(threads: Int, progress: ProgressHandler? = nil) -> DistanceProfile {
    let sums = SearchBatches(parts: parts, width: Bits.width).sums(
      nodeCount: order.count, stepsABatch: 50 * Double(reverse.arcCount), threads: threads, progress: progress,
      makeSearch: { LengthSearch<Bits>(along: reverse, lengths: lengths) },
      run: { $0.run(in: $1.part, from: $1.sources, addingTo: $2) })
    return sums.profile(oldNumbers: order, scale: scale)
  }
}
