/// Collects edges and sorts them into rows once, by counting.
///
///     var builder = GraphBuilder(nodeCount: 3, isDirected: false, isWeighted: false)
///     builder.add(0, 1)
///     let graph = builder.graph()
///
/// The graph takes 4 bytes a node and 8 bytes an undirected edge (16 more with weights); building takes four times
/// that.
///
/// - Complexity: O(n + m) time.
public struct GraphBuilder {
  private let nodeCount: Int
  private let isDirected: Bool
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var weights: [Double]?
  private static let weightRule = "an edge weight is positive and finite"

  public init(nodeCount: Int, isDirected: Bool, isWeighted: Bool) {
    precondition(nodeCount >= 0 && nodeCount < Int(UInt32.max), "a graph has fewer than 2^32 nodes")
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    weights = isWeighted ? [] : nil
  }

  /// Takes over edges that stand in arrays, edge `i` from `sources[i]` to `targets[i]`; self-loops are left out.
  ///
  /// - Parameter weights: the weight of each edge, or nil where all weigh 1.
  /// - Precondition: the arrays are of one length; nodes and weights are as `add` wants them.
  public init(
    nodeCount: Int, isDirected: Bool, sources: [UInt32], targets: [UInt32],
    weights: [Double]? = nil
  ) {
    self.init(nodeCount: nodeCount, isDirected: isDirected, isWeighted: weights != nil)
    precondition(
      sources.count == targets.count && weights?.count ?? sources.count == sources.count,
      "every edge has a source, a target and, where edges are weighted, a weight")
    var hasLoop = false
    for edge in sources.indices {
      precondition(
        sources[edge] < nodeCount && targets[edge] < nodeCount, "an edge leads to a node that does not exist")
      if sources[edge] == targets[edge] { hasLoop = true }
    }
    for weight in weights ?? [] { precondition(weight > 0 && weight.isFinite, Self.weightRule) }
    if hasLoop {
      reserveCapacity(sources.count)
      for edge in sources.indices { add(sources[edge], targets[edge], weight: weights?[edge] ?? 1) }
    } else {
      self.sources = sources
      self.targets = targets
      self.weights = weights
    }
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
      precondition(weight > 0 && weight.isFinite, Self.weightRule)
      weights!.append(weight)
    }
  }

  /// The graph of all edges added so far.
  public consuming func graph() -> Graph {
    // Sorting by target first and by source second leaves every row sorted, whatever the order of the edges.
    // Each step lets go of the one before.
    var rows = SparseRows(
      sorting: EdgeArcs(sources: sources, targets: targets, bothEnds: !isDirected),
      count: isDirected ? sources.count : 2 * sources.count, weights: weights, nodeCount: nodeCount)
    sources = []
    targets = []
    weights = nil
    rows = rows.transposed()
    rows = rows.mergingParallels()
    return Graph(isDirected: isDirected, outgoing: rows, incoming: isDirected ? rows.transposed() : rows)
  }
}

/// Every edge in the row of its target, and, where both ends count, then every edge in the row of its source.
private struct EdgeArcs: Sequence, IteratorProtocol {
  let sources: [UInt32]
  let targets: [UInt32]
  let count: Int
  private var index = 0

  init(sources: [UInt32], targets: [UInt32], bothEnds: Bool) {
    self.sources = sources
    self.targets = targets
    count = bothEnds ? 2 * sources.count : sources.count
  }

  mutating func next() -> Arc? {
    guard index < count else { return nil }
    defer { index += 1 }
    if index < sources.count { return Arc(row: targets[index], column: sources[index], weight: index) }
    let edge = index - sources.count
    return Arc(row: sources[edge], column: targets[edge], weight: edge)
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
