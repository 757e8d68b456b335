import GraphCore

/// A graph renumbered for searches from many nodes: every part stands together, and in it neighbours near each other.
///
/// Searches run over memory in the order of the numbers; in breadth-first order from the nodes of highest degree what
/// they need next is more often in a cache already.
struct SearchLayout {
  /// The rows asked for, by new numbers.
  let rows: SparseRows
  /// The same arcs seen from their other ends; the same rows in an undirected graph.
  let reverse: SparseRows
  /// The number of each node in the graph.
  let oldNumbers: [UInt32]
  /// The new numbers of each weakly connected part, the part of the node of highest degree first.
  let parts: [Range<Int>]

  /// - Parameter rows: `outgoing` or `incoming` of the graph.
  init(of graph: Graph, along rows: SparseRows) {
    let (order, parts) = breadthFirstOrder(of: graph)
    oldNumbers = order
    self.parts = parts
    self.rows = rows.renumbered(order)
    reverse = graph.isDirected ? self.rows.transposed() : self.rows
  }
}

/// All nodes, part after part, each part in breadth-first order from its node of highest degree.
func breadthFirstOrder(of graph: Graph) -> (order: [UInt32], parts: [Range<Int>]) {
  let n = graph.nodeCount
  let outgoing = graph.outgoing
  let incoming = graph.incoming
  var isFound = [Bool](repeating: false, count: n)
  var order: [UInt32] = []
  order.reserveCapacity(n)
  var parts: [Range<Int>] = []
  var head = 0
  func visit(_ v: Int, _ rows: SparseRows) {
    let targets = rows.targets.span
    for arc in rows.range(of: v) {
      let w = targets[arc]
      if !isFound[Int(w)] {
        isFound[Int(w)] = true
        order.append(w)
      }
    }
  }
  for start in nodesByFallingDegree(of: graph) where !isFound[Int(start)] {
    isFound[Int(start)] = true
    let first = order.count
    order.append(start)
    while head < order.count {
      let v = Int(order[head])
      head += 1
      visit(v, outgoing)
      if graph.isDirected { visit(v, incoming) }
    }
    parts.append(first..<order.count)
  }
  return (order, parts)
}

/// Sorted by counting; equal degrees by number.
private func nodesByFallingDegree(of graph: Graph) -> [UInt32] {
  let n = graph.nodeCount
  let degrees = (0..<n).map { v in
    graph.outgoing.count(of: v) + (graph.isDirected ? graph.incoming.count(of: v) : 0)
  }
  guard let most = degrees.max() else { return [] }
  var places = [Int](repeating: 0, count: most + 2)
  for degree in degrees { places[most - degree + 1] += 1 }
  for degree in 0...most { places[degree + 1] += places[degree] }
  var nodes = [UInt32](repeating: 0, count: n)
  for v in 0..<n {
    nodes[places[most - degrees[v]]] = UInt32(v)
    places[most - degrees[v]] += 1
  }
  return nodes
}

extension SparseRows {
  /// The rows of the nodes in `order`, called by their place in it, and the arcs among them.
  ///
  /// Targets in a row are no longer sorted; weights are left out.
  func renumbered(_ order: [UInt32]) -> SparseRows {
    var newNumbers = [UInt32](repeating: .max, count: nodeCount)
    for (new, old) in order.enumerated() { newNumbers[Int(old)] = UInt32(new) }
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(order.count + 1)
    var newTargets: [UInt32] = []
    newTargets.reserveCapacity(arcCount)
    let targets = self.targets.span
    for old in order {
      for arc in range(of: Int(old)) {
        let target = newNumbers[Int(targets[arc])]
        if target != .max { newTargets.append(target) }
      }
      newOffsets.append(UInt32(newTargets.count))
    }
    return SparseRows(offsets: newOffsets, targets: newTargets, weights: nil)
  }
}
