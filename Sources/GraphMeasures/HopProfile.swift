import GraphCore

extension Graph {
  /// The distances in hops of every node, summed up by searches that run side by side, one bit each.
  ///
  /// - Parameter rows: `incoming` for distances to a node, `outgoing` for those from it.
  func hopProfile(along rows: SparseRows, threads: Int) -> DistanceProfile {
    // Wider lanes load fewer lines in all; narrower ones keep both buffers of a small graph in the second-level cache.
    let layout = SearchLayout(of: self, along: rows)
    return nodeCount <= 16384
      ? HopProfile<SIMD4<UInt64>>(layout, isDirected: isDirected).run(threads: threads)
      : HopProfile<SIMD8<UInt64>>(layout, isDirected: isDirected).run(threads: threads)
  }
}

/// Breadth-first searches from many nodes at once: bit `i` of a node says whether it was reached from source `i`.
///
/// One pass over the arcs takes all searches a level further, `seen(v) ∪= seen(u)` over the neighbours u. What a node
/// gains on a level are sources at that distance. So a count of the bits gained adds up the distances to the node
/// over all sources at once; nothing is kept for a source alone.
///
/// - Reference: M. Then et al., “The more the merrier: efficient multi-source graph traversal”, 2014,
///   doi:10.14778/2735496.2735507. Adding up at the node reached instead of at the source is ours.
struct HopProfile<Bits: BitLanes> {
  private let layout: SearchLayout
  private let isDirected: Bool
  /// Sources side by side, of one part of the graph.
  private let batches: [(part: Range<Int>, sources: Range<Int>)]

  init(_ layout: SearchLayout, isDirected: Bool) {
    self.layout = layout
    self.isDirected = isDirected
    batches = layout.parts.filter { $0.count > 1 }.flatMap { part in
      stride(from: part.lowerBound, to: part.upperBound, by: Bits.width).map { first in
        (part, first..<min(first + Bits.width, part.upperBound))
      }
    }
  }

  func run(threads: Int) -> DistanceProfile {
    let n = layout.rows.nodeCount
    let steps =
      batches.reduce(0.0) { $0 + 8 * Double($1.part.count) }
      + Double(layout.rows.arcCount) * Double(batches.count)
    let workers = Parallel.threads(threads, forSteps: steps)
    // The sums are whole numbers, the same in whatever blocks they are added.
    let blocks = workers == 1 ? 1 : min(batches.count, 8 * workers)
    var sums = HopSums(nodeCount: n)
    Parallel.inOrder(
      blocks, threads: workers,
      workspace: { LaneBuffers<Bits>(count: n) },
      part: { block, buffers in
        var part = HopSums(nodeCount: n)
        part.withPointers { sums in
          for batch in batches[batches.count * block / blocks..<batches.count * (block + 1) / blocks] {
            search(batch.part, from: batch.sources, buffers, sums)
          }
        }
        return part
      },
      combine: { sums.add($0) })
    return sums.profile(oldNumbers: layout.oldNumbers)
  }

  private func search(
    _ part: Range<Int>, from sources: Range<Int>, _ buffers: LaneBuffers<Bits>, _ sums: HopSums.Pointers
  ) {
    layout.rows.offsets.withUnsafeBufferPointer { offsets in
      layout.rows.targets.withUnsafeBufferPointer { targets in
        let offsets = offsets.baseAddress!
        let targets = targets.baseAddress!
        var seen = buffers.first
        var next = buffers.second
        for v in part { seen[v] = Bits() }
        for (bit, source) in sources.enumerated() { seen[source].insert(bit) }
        let full = Bits.first(sources.count)
        // In an undirected part all is found in the end, which spares the level that finds nothing.
        var remaining = isDirected ? Int.max : sources.count * (part.count - 1)
        var level: UInt64 = 1
        while remaining > 0 {
          let inverse = HopSums.inverse(of: level)
          var gained = 0
          var arc = Int(offsets[part.lowerBound])
          for v in part {
            let end = Int(offsets[v + 1])
            let before = seen[v]
            if Bits.isEqual(before, full) {
              next[v] = full
              arc = end
              continue
            }
            var after = before
            while arc < end {
              after = Bits.union(after, seen[Int(targets[arc])])
              arc += 1
            }
            next[v] = after
            let count = Bits.difference(after, before)
            if count > 0 {
              gained += count
              sums.add(count, at: level, inverse: inverse, to: v)
            }
          }
          if gained == 0 { break }
          remaining -= gained
          swap(&seen, &next)
          level += 1
        }
      }
    }
  }
}

/// Two rows of lanes, a node each, on cache lines of their own.
private final class LaneBuffers<Bits: BitLanes> {
  let first: UnsafeMutablePointer<Bits>
  let second: UnsafeMutablePointer<Bits>
  private let memory: UnsafeMutableRawPointer

  init(count: Int) {
    let stride = MemoryLayout<Bits>.stride
    memory = .allocate(byteCount: 2 * max(1, count) * stride, alignment: 64)
    first = memory.bindMemory(to: Bits.self, capacity: 2 * max(1, count))
    first.initialize(repeating: Bits(), count: 2 * max(1, count))
    second = first + count
  }

  deinit { memory.deallocate() }
}
