/// The nodes that a path from one node leads to, nearest first, counted in hops.
///
/// One search serves many starts in turn and clears only what the last one touched.
///
/// - Complexity: O(n + m) for each start; O(n) space.
package struct BreadthFirstSearch {
  /// The nodes reached, in the order found, the start first.
  package private(set) var order: [UInt32] = []
  /// The hops to each node; `unreached` where no path leads.
  package private(set) var depth: [UInt32]

  package static let unreached = UInt32.max

  package init(nodeCount: Int) {
    depth = [UInt32](repeating: Self.unreached, count: nodeCount)
    order.reserveCapacity(nodeCount)
  }

  package mutating func run(from start: Int, along rows: SparseRows) {
    for v in order { depth[Int(v)] = Self.unreached }
    order.removeAll(keepingCapacity: true)
    Self.search(from: start, along: rows, order: &order, depth: &depth)
  }

  private static func search(from start: Int, along rows: SparseRows, order: inout [UInt32], depth: inout [UInt32]) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    var depth = depth.mutableSpan
    order.append(UInt32(start))
    depth[start] = 0
    var head = 0
    while head < order.count {
      let v = Int(order[head])
      head += 1
      let next = depth[v] + 1
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = targets[arc]
        if depth[Int(w)] == Self.unreached {
          depth[Int(w)] = next
          order.append(w)
        }
      }
    }
  }
}
