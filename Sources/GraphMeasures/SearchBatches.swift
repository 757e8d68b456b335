import GraphCore

/// Sources in groups that are searched from side by side, each group of one part of the graph.
struct SearchBatches {
  typealias Batch = (part: Range<Int>, sources: Range<Int>)
  private let batches: [Batch]

  /// - Parameter width: how many searches run side by side.
  init(parts: [Range<Int>], width: Int) {
    batches = parts.filter { $0.count > 1 }.flatMap { part in
      stride(from: part.lowerBound, to: part.upperBound, by: width).map { first in
        (part, first..<min(first + width, part.upperBound))
      }
    }
  }

  /// What all batches add up to.
  ///
  /// - Parameter stepsABatch: about how many elementary steps a batch takes.
  func sums<Search>(
    nodeCount: Int, stepsABatch: Double, threads: Int, progress: ProgressHandler?,
    makeSearch: @Sendable () -> Search,
    run: @Sendable (Search, Batch, HopSums.Pointers) -> Void
  ) -> HopSums {
    let workers = Parallel.threads(threads, forSteps: stepsABatch * Double(batches.count))
    // The sums are whole numbers, the same in whatever blocks they are added.
    let blocks = min(batches.count, workers > 1 || progress != nil ? 8 * workers : 1)
    var sums = HopSums(nodeCount: nodeCount)
    Parallel.inOrder(
      blocks, threads: workers, progress: progress,
      workspace: makeSearch,
      part: { block, search in
        var part = HopSums(nodeCount: nodeCount)
        part.withPointers { sums in
          for batch in batches[batches.count * block / blocks..<batches.count * (block + 1) / blocks] {
            run(search, batch, sums)
          }
        }
        return part
      },
      combine: { sums.add($0) })
    return sums
  }
}
