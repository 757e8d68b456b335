import GraphCore

/// Every edge of an undirected graph once, led from the end of lower degree to the one of higher.
///
/// Nodes are renumbered by ascending degree, equals by node. No row is longer than √(2m), which bounds the work of
/// listing triangles by O(m^1.5) even where one node has most of the neighbours.
///
/// - Reference: M. Ortmann, U. Brandes, “Triangle listing algorithms: back from the diversion”, 2014,
///   doi:10.1137/1.9781611973198.1.
struct DegreeOrdered {
  /// The node of each rank.
  let nodes: [UInt32]
  let offsets: [UInt32]
  /// Ranks, each above the row's own.
  let targets: [UInt32]
  let weights: [Double]?

  var count: Int { nodes.count }

  /// - Precondition: the graph is undirected.
  init(_ graph: Graph) {
    let n = graph.nodeCount
    let rowOffsets = graph.outgoing.offsets.span
    let rowTargets = graph.outgoing.targets.span
    nodes = Self.nodesByDegree(graph.outgoing)
    let ranks = WorkArray<UInt32>(repeating: 0, count: n)
    for (rank, node) in nodes.enumerated() { ranks[Int(node)] = UInt32(rank) }

    var offsets = [UInt32](repeating: 0, count: n + 1)
    // Room for one more: a target is written before it is known to count.
    let targets = WorkArray<UInt32>(repeating: 0, count: graph.edgeCount + 1)
    var weights = graph.outgoing.weights.map { _ in [Double](repeating: 0, count: graph.edgeCount) }
    var next = 0
    for rank in 0..<n {
      let v = Int(nodes[rank])
      for arc in Int(rowOffsets[v])..<Int(rowOffsets[v + 1]) {
        let target = ranks[Int(rowTargets[unchecked: arc])]
        targets[next] = target
        guard target > UInt32(rank) else { continue }
        weights?[next] = graph.outgoing.weights![arc]
        next += 1
      }
      offsets[rank + 1] = UInt32(next)
    }
    self.offsets = offsets
    self.targets = targets.array(next)
    self.weights = weights
  }

  private static func nodesByDegree(_ rows: SparseRows) -> [UInt32] {
    let n = rows.nodeCount
    let offsets = rows.offsets.span
    var largest: UInt32 = 0
    for v in 0..<n { largest = max(largest, offsets[v + 1] - offsets[v]) }
    var starts = [UInt32](repeating: 0, count: Int(largest) + 2)
    for v in 0..<n { starts[Int(offsets[v + 1] - offsets[v]) + 1] += 1 }
    for d in 1..<starts.count { starts[d] += starts[d - 1] }
    var nodes = [UInt32](repeating: 0, count: n)
    for v in 0..<n {
      let d = Int(offsets[v + 1] - offsets[v])
      nodes[Int(starts[d])] = UInt32(v)
      starts[d] += 1
    }
    return nodes
  }

  /// Calls `body` for every triangle with its three edges, as positions in `targets`: with ranks low < middle < high
  /// the edges low–middle, low–high and middle–high.
  @inline(__always)
  func forEachTriangle(
    _ body: (_ low: Int, _ middle: Int, _ high: Int, _ lowMiddle: Int, _ lowHigh: Int, _ middleHigh: Int) -> Void
  ) {
    let offsets = self.offsets.span
    let targets = self.targets.span
    // One more than the position of the edge from `low`; 0 where there is none.
    let edgeFromLow = WorkArray<UInt32>(repeating: 0, count: count)
    for low in 0..<count {
      let row = Int(offsets[low])..<Int(offsets[low + 1])
      guard row.count >= 2 else { continue }
      for edge in row { edgeFromLow[Int(targets[edge])] = UInt32(edge) + 1 }
      for lowMiddle in row {
        let middle = Int(targets[lowMiddle])
        for middleHigh in Int(offsets[middle])..<Int(offsets[middle + 1]) {
          let high = Int(targets[unchecked: middleHigh])
          let lowHigh = edgeFromLow[high]
          if lowHigh != 0 { body(low, middle, high, lowMiddle, Int(lowHigh) - 1, middleHigh) }
        }
      }
      for edge in row { edgeFromLow[Int(targets[edge])] = 0 }
    }
  }
}
