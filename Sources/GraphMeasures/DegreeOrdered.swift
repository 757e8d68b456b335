import GraphCore

/// Every edge of an undirected graph once, led from the end of lower degree to the one of higher.
///
/// Nodes are renumbered by ascending degree, equals by node. No row is longer than √(2m), which bounds the work of
/// listing triangles by O(m^1.5) even where one node has most of the neighbours.
///
/// - Reference: M. Ortmann, U. Brandes, “Triangle listing algorithms: back from the diversion”, 2014,
///   doi:10.1137/1.9781611973198.1.
struct DegreeOrdered {
  /// An edge seen from its end of higher degree.
  struct Incoming: BitwiseCopyable {
    /// The rank of the end of lower degree.
    let low: UInt32
    /// The position of the edge in `targets`.
    var edge: UInt32
  }

  /// The node of each rank.
  let nodes: [UInt32]
  /// Where the rows of each rank begin in `targets`; one element more than there are nodes.
  let offsets: [UInt32]
  /// Ranks, each above the row's own, ascending in every row.
  let targets: [UInt32]
  let weights: [Double]?
  /// Where the edges from lower ranks begin in `incoming`.
  let incomingOffsets: [UInt32]
  /// The edges that lead to each rank, ascending by their other end.
  let incoming: [Incoming]

  var count: Int { nodes.count }

  /// - Precondition: the graph is undirected.
  /// - Complexity: O(n + m).
  init(_ graph: Graph) {
    let n = graph.nodeCount
    let rows = graph.outgoing
    let rowOffsets = rows.offsets.span
    let rowTargets = rows.targets.span
    let nodes = Self.nodesByDegree(rows)
    let ranks = WorkArray<UInt32>(repeating: 0, count: n)
    for (rank, node) in nodes.enumerated() { ranks[Int(node)] = UInt32(rank) }

    // First the edges that lead to each rank; those that lead away are the rest.
    let incoming = WorkArray(repeating: Incoming(low: 0, edge: 0), count: graph.edgeCount + 1)
    var incomingOffsets = [UInt32](repeating: 0, count: n + 1)
    var offsets = incomingOffsets
    var arcs: [UInt32] = []
    var next = 0
    for rank in 0..<n {
      let v = Int(nodes[rank])
      let row = Int(rowOffsets[v])..<Int(rowOffsets[v + 1])
      for arc in row {
        let low = ranks[Int(rowTargets[unchecked: arc])]
        // Written before it is known to count; there is room for one more.
        incoming[next] = Incoming(low: low, edge: 0)
        if rows.weights != nil && low < UInt32(rank) { arcs.append(UInt32(arc)) }
        next += low < UInt32(rank) ? 1 : 0
      }
      incomingOffsets[rank + 1] = UInt32(next)
      offsets[rank + 1] = UInt32(row.count - next + Int(incomingOffsets[rank])) + offsets[rank]
    }
    // Ranks come in ascending order, so the rows that they are put into are ascending.
    let targets = WorkArray<UInt32>(repeating: 0, count: graph.edgeCount)
    var weights = rows.weights.map { _ in [Double](repeating: 0, count: graph.edgeCount) }
    let places = WorkArray(offsets)
    for rank in 0..<n {
      for position in Int(incomingOffsets[rank])..<Int(incomingOffsets[rank + 1]) {
        let low = incoming[position].low
        let edge = places[Int(low)]
        places[Int(low)] = edge + 1
        targets[Int(edge)] = UInt32(rank)
        incoming[position].edge = edge
        weights?[Int(edge)] = rows.weights![Int(arcs[position])]
      }
    }
    self.nodes = nodes
    self.offsets = offsets
    self.targets = targets.array()
    self.weights = weights
    self.incomingOffsets = incomingOffsets
    self.incoming = incoming.array(next)
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
  ///
  /// The two higher ends of a triangle are in the row of the lowest. The row of the middle one is marked, and each row
  /// that it is in is looked through behind it: rows are short, so that this is far less than to follow every row from
  /// the lowest on (a quarter where degrees are as uneven as in R-MAT graphs).
  @inline(__always)
  func forEachTriangle(
    _ body: (_ low: Int, _ middle: Int, _ high: Int, _ lowMiddle: Int, _ lowHigh: Int, _ middleHigh: Int) -> Void
  ) {
    let offsets = self.offsets.span
    let targets = self.targets.span
    // One more than the position of the edge from `middle`; 0 where there is none.
    let edgeFromMiddle = WorkArray<UInt32>(repeating: 0, count: count)
    let reads = EarlyReads()
    for middle in 0..<count {
      let row = Int(offsets[middle])..<Int(offsets[middle + 1])
      if row.isEmpty { continue }
      for edge in row { edgeFromMiddle[Int(targets[edge])] = UInt32(edge) + 1 }
      forEachRow(with: middle, reads) { low, lowMiddle, behind in
        for lowHigh in behind {
          let high = Int(targets[unchecked: lowHigh])
          let middleHigh = edgeFromMiddle[high]
          if middleHigh != 0 { body(low, middle, high, lowMiddle, lowHigh, Int(middleHigh) - 1) }
        }
      }
      for edge in row { edgeFromMiddle[Int(targets[edge])] = 0 }
    }
  }

  /// What has been read only so that it is near when it is needed; kept in memory, or the reads would be left out.
  struct EarlyReads: ~Copyable {
    private let sum = WorkArray<UInt32>(repeating: 0, count: 1)

    @inline(__always) fileprivate func keep(_ value: UInt32) { sum[0] &+= value }
  }

  /// Calls `body` for every row that has `middle` in it: with its rank, the position of `middle` and those behind it.
  ///
  /// Such rows lie anywhere in memory, and the end of each is a branch that nobody can foretell, so that the processor
  /// reads none ahead. The beginnings of sixteen are therefore read together.
  @inline(__always)
  func forEachRow(
    with middle: Int, _ reads: borrowing EarlyReads, _ body: (_ low: Int, _ edge: Int, _ behind: Range<Int>) -> Void
  ) {
    let offsets = self.offsets.span
    let targets = self.targets.span
    let incoming = self.incoming.span
    let end = Int(incomingOffsets[middle + 1])
    var next = Int(incomingOffsets[middle])
    while next < end {
      let some = next..<min(next + 16, end)
      var sum: UInt32 = 0
      for i in some { sum &+= targets[Int(incoming[i].edge)] &+ offsets[Int(incoming[i].low) + 1] }
      reads.keep(sum)
      for i in some {
        let low = Int(incoming[i].low)
        let edge = Int(incoming[i].edge)
        body(low, edge, edge + 1..<Int(offsets[low + 1]))
      }
      next = some.upperBound
    }
  }
}
