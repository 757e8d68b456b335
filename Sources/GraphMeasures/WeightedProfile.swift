import GraphCore

/// The distances of one node, summed up.
struct DistanceSums {
  var reached = 0
  var total = 0.0
  var inverseTotal = 0.0
  var greatest = 0.0
}

extension DistanceProfile {
  fileprivate init(_ sums: [DistanceSums], scale: Double) {
    reached = sums.map(\.reached)
    total = sums.map { $0.total / scale }
    inverseTotal = sums.map { $0.inverseTotal * scale }
    greatest = sums.map { $0.greatest / scale }
  }
}

extension Graph {
  /// The distances of every node, for lengths of any kind.
  ///
  /// - Parameter rows: `incoming` for distances to a node, `outgoing` for those from it.
  func weightedProfile(along rows: SparseRows, threads: Int, progress: ProgressHandler? = nil) -> DistanceProfile {
    let lengths = ArcLengths(of: rows)
    let (order, parts) = breadthFirstOrder(of: self)
    let lengthRows = LengthRows(rows, lengths: lengths, order: order)
    let batches = parts.filter { $0.count > 1 }.flatMap { part in
      // Sources side by side that have their nearest neighbour in common, as then their searches are much alike.
      let sources = part.map { v in (lengthRows.nearest(of: v)?.target ?? .max, UInt32(v)) }.sorted(by: <).map(\.1)
      return stride(from: 0, to: sources.count, by: DistanceLanes.Lanes.scalarCount).map { first in
        (part: part, sources: Array(sources[first..<min(first + DistanceLanes.Lanes.scalarCount, sources.count)]))
      }
    }
    var sums = [DistanceSums](repeating: DistanceSums(), count: nodeCount)
    var next = 0
    Parallel.inOrder(
      batches.count,
      threads: Parallel.threads(threads, forSteps: 10 * Double(batches.count) * Double(nodeCount + rows.arcCount)),
      progress: progress,
      workspace: { DistanceLanes(lengthRows) },
      part: { batch, lanes in lanes.sums(from: batches[batch].sources, in: batches[batch].part) },
      combine: { found in
        for (source, sum) in zip(batches[next].sources, found) { sums[Int(order[Int(source)])] = sum }
        next += 1
      })
    return DistanceProfile(sums, scale: lengths.scale)
  }
}
