/// Collects edges and sorts them into rows once, by counting.
///
///     var builder = GraphBuilder(nodeCount: 3, isDirected: false, isWeighted: false)
///     builder.add(0, 1)
///     let graph = builder.graph()
///
/// The graph takes 4 bytes a node and 8 bytes an undirected edge (16 more with weights); building takes twice that.
///
/// - Complexity: O(n + m) time.
public struct GraphBuilder {
  private let nodeCount: Int
  private let isDirected: Bool
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var weights: [Double]?

  public init(nodeCount: Int, isDirected: Bool, isWeighted: Bool) {
    precondition(nodeCount >= 0 && nodeCount < Int(UInt32.max), "a graph has fewer than 2^32 nodes")
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    weights = isWeighted ? [] : nil
  }

  public mutating func reserveCapacity(_ edgeCount: Int) {
    sources.reserveCapacity(edgeCount)
    targets.reserveCapacity(edgeCount)
    weights?.reserveCapacity(edgeCount)
  }

  /// Adds an edge; a self-loop is left out.
  ///
  /// - Precondition: both nodes are below the node count; the weight is positive and finite.
  public mutating func add(_ source: UInt32, _ target: UInt32, weight: Double = 1) {
    precondition(source < nodeCount && target < nodeCount, "an edge leads to a node that does not exist")
    guard source != target else { return }
    sources.append(source)
    targets.append(target)
    if weights != nil {
      precondition(weight > 0 && weight.isFinite, "an edge weight is positive and finite")
      weights!.append(weight)
    }
  }

  /// The graph of all edges added so far.
  public consuming func graph() -> Graph {
    // Counting by target first and by source second leaves every row sorted, whatever the order of the edges.
    // Each step lets go of the one before, so that no more than two copies of the arcs are alive.
    var rows = isDirected ? rowsByTarget() : rowsOfBothEnds()
    sources = []
    targets = []
    weights = nil
    rows = rows.transposed()
    rows = rows.mergingParallels()
    return Graph(isDirected: isDirected, outgoing: rows, incoming: isDirected ? rows.transposed() : rows)
  }

  /// Every arc in the row of its target, in the order added.
  private func rowsByTarget() -> SparseRows {
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    checkArcCount(targets.count)
    for target in targets { starts[Int(target) + 1] += 1 }
    let offsets = Self.summed(&starts)
    var far = [UInt32](repeating: 0, count: targets.count)
    var farWeights = weights.map { [Double](repeating: 0, count: $0.count) }
    for edge in targets.indices {
      let place = Int(starts[Int(targets[edge])])
      starts[Int(targets[edge])] += 1
      far[place] = sources[edge]
      if let weights { farWeights![place] = weights[edge] }
    }
    return SparseRows(offsets: offsets, targets: far, weights: farWeights)
  }

  /// Every edge in the rows of both its ends, in the order added.
  private func rowsOfBothEnds() -> SparseRows {
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    checkArcCount(2 * targets.count)
    for source in sources { starts[Int(source) + 1] += 1 }
    for target in targets { starts[Int(target) + 1] += 1 }
    let offsets = Self.summed(&starts)
    var far = [UInt32](repeating: 0, count: 2 * targets.count)
    var farWeights = weights.map { [Double](repeating: 0, count: 2 * $0.count) }
    for edge in targets.indices {
      let source = sources[edge]
      let target = targets[edge]
      let first = Int(starts[Int(source)])
      starts[Int(source)] += 1
      let second = Int(starts[Int(target)])
      starts[Int(target)] += 1
      far[first] = target
      far[second] = source
      if let weights {
        farWeights![first] = weights[edge]
        farWeights![second] = weights[edge]
      }
    }
    return SparseRows(offsets: offsets, targets: far, weights: farWeights)
  }

  private func checkArcCount(_ count: Int) {
    precondition(count < Int(UInt32.max), "a graph has fewer than 2^32 arcs")
  }

  /// Turns counts into the places where rows begin.
  private static func summed(_ starts: inout [UInt32]) -> [UInt32] {
    for v in 1..<starts.count { starts[v] += starts[v - 1] }
    return starts
  }
}

extension SparseRows {
  /// The same rows with each run of equal targets as one arc whose weight is the sum.
  ///
  /// The weights of a run are added in ascending order, so that the sum has the same bits whatever order they came in;
  /// one that a Double cannot hold becomes the greatest it can, as weights are finite.
  /// Rows without such runs are returned as they are, others in arrays of just their size.
  fileprivate func mergingParallels() -> SparseRows {
    var repetitions = 0
    for v in 0..<nodeCount {
      for arc in range(of: v).dropFirst() where targets[arc] == targets[arc - 1] { repetitions += 1 }
    }
    if repetitions == 0 { return self }
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(offsets.count)
    var newTargets: [UInt32] = []
    newTargets.reserveCapacity(arcCount - repetitions)
    var newWeights: [Double]? = weights == nil ? nil : []
    newWeights?.reserveCapacity(arcCount - repetitions)
    for v in 0..<nodeCount {
      var arc = Int(offsets[v])
      let end = Int(offsets[v + 1])
      while arc < end {
        let first = arc
        while arc < end && targets[arc] == targets[first] { arc += 1 }
        newTargets.append(targets[first])
        if let weights {
          let sum = arc == first + 1 ? weights[first] : weights[first..<arc].sorted().reduce(0, +)
          newWeights!.append(min(sum, .greatestFiniteMagnitude))
        }
      }
      newOffsets.append(UInt32(newTargets.count))
    }
    return SparseRows(offsets: newOffsets, targets: newTargets, weights: newWeights)
  }
}
