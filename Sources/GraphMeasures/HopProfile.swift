import GraphCore

extension Graph {
  /// The distances in hops of every node, summed up by searches that run side by side, one bit each.
  ///
  /// - Parameter rows: `incoming` for distances to a node, `outgoing` for those from it.
  func hopProfile(along rows: SparseRows, threads: Int, progress: ProgressHandler?) -> DistanceProfile {
    // A whole cache line a node; two lines were slower on 10,000 and on 100,000 nodes, half a line was too.
    let layout = SearchLayout(of: self, along: rows)
    return nodeCount <= 256
      ? HopProfile<SIMD4<UInt64>>(layout).run(threads: threads, progress: progress)
      : HopProfile<SIMD8<UInt64>>(layout).run(threads: threads, progress: progress)
  }
}

/// Breadth-first searches from many nodes at once: bit `i` of a node says whether it was reached from source `i`.
///
/// One pass over the arcs takes all searches a level further, `seen(v) ∪= seen(u)` over the neighbours u. What a node
/// gains on a level are sources at that distance. So a count of the bits gained adds up the distances to the node
/// over all sources at once; nothing is kept for a source alone. Where few nodes gained, those pass on what they did.
///
/// - Reference: M. Then et al., “The more the merrier: efficient multi-source graph traversal”, 2014,
///   doi:10.14778/2735496.2735507. Adding up at the node reached instead of at the source is ours.
struct HopProfile<Bits: BitLanes> {
  private let layout: SearchLayout

  init(_ layout: SearchLayout) { self.layout = layout }

  func run(threads: Int, progress: ProgressHandler? = nil) -> DistanceProfile {
    let batches = SearchBatches(parts: layout.parts, width: Bits.width)
    let sums = batches.sums(
      nodeCount: layout.rows.nodeCount, stepsABatch: 4 * Double(layout.rows.arcCount), threads: threads,
      progress: progress,
      makeSearch: { HopSearch<Bits>(layout) },
      run: { $0.run(in: $1.part, from: $1.sources, addingTo: $2) })
    return sums.profile(oldNumbers: layout.oldNumbers, scale: 1)
  }
}
