import GraphCore

extension Graph {
  /// The distances in hops of every node, summed up by searches that run side by side, one bit each.
  ///
  /// - Parameter rows: `incoming` for distances to a node, `outgoing` for those from it.
  func hopProfile(along rows: SparseRows, threads: Int) -> DistanceProfile {
    // A whole cache line a node; two lines were slower on 10,000 and on 100,000 nodes, half a line was too.
    let layout = SearchLayout(of: self, along: rows)
    return nodeCount <= 256
      ? HopProfile<SIMD4<UInt64>>(layout).run(threads: threads)
      : HopProfile<SIMD8<UInt64>>(layout).run(threads: threads)
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
  /// Sources side by side, of one part of the graph.
  private let batches: [(part: Range<Int>, sources: Range<Int>)]

  init(_ layout: SearchLayout) {
    self.layout = layout
    batches = layout.parts.filter { $0.count > 1 }.flatMap { part in
      stride(from: part.lowerBound, to: part.upperBound, by: Bits.width).map { first in
        (part, first..<min(first + Bits.width, part.upperBound))
      }
    }
  }

  func run(threads: Int) -> DistanceProfile {
    let n = layout.rows.nodeCount
    let workers = Parallel.threads(threads, forSteps: 4 * Double(layout.rows.arcCount) * Double(batches.count))
    // The sums are whole numbers, the same in whatever blocks they are added.
    let blocks = workers == 1 ? 1 : min(batches.count, 8 * workers)
    var sums = HopSums(nodeCount: n)
    Parallel.inOrder(
      blocks, threads: workers,
      workspace: { HopSearch<Bits>(layout) },
      part: { block, search in
        var part = HopSums(nodeCount: n)
        part.withPointers { sums in
          for batch in batches[batches.count * block / blocks..<batches.count * (block + 1) / blocks] {
            search.run(in: batch.part, from: batch.sources, addingTo: sums)
          }
        }
        return part
      },
      combine: { sums.add($0) })
    return sums.profile(oldNumbers: layout.oldNumbers)
  }
}
