/// The nodes that a path from one node leads to, nearest first, by the lengths of the arcs.
///
/// One search serves many starts in turn and clears only what the last one touched.
///
/// - Complexity: O((n + m) log n) for each start; O(n) space.
/// - Reference: E. W. Dijkstra, “A note on two problems in connexion with graphs”, 1959, doi:10.1007/BF01386390.
package struct DijkstraSearch {
  /// The nodes reached, in the order settled, the start first.
  package private(set) var order: [UInt32] = []
  /// The length of the shortest path to each node, infinite where no path leads.
  package private(set) var distance: [Double]
  /// Where each reached node stands in `order`.
  package private(set) var rank: [UInt32]
  private var heap = NodeHeap()

  package init(nodeCount: Int) {
    distance = [Double](repeating: .infinity, count: nodeCount)
    rank = [UInt32](repeating: .max, count: nodeCount)
    order.reserveCapacity(nodeCount)
  }

  /// - Parameter lengths: a positive length for every arc of `rows`.
  package mutating func run(from start: Int, along rows: SparseRows, lengths: [Double]) {
    for v in order {
      distance[Int(v)] = .infinity
      rank[Int(v)] = .max
    }
    order.removeAll(keepingCapacity: true)
    Self.search(
      from: start, along: rows, lengths: lengths, order: &order, distance: &distance, rank: &rank, heap: &heap)
  }

  private static func search(
    from start: Int, along rows: SparseRows, lengths: [Double],
    order: inout [UInt32], distance: inout [Double], rank: inout [UInt32], heap: inout NodeHeap
  ) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let lengths = lengths.span
    var distance = distance.mutableSpan
    var rank = rank.mutableSpan
    distance[start] = 0
    heap.push(UInt32(start), at: 0)
    while let (node, key) = heap.pop() {
      let v = Int(node)
      // A node stands in the heap once for every time it came nearer; all but the first out are out of date.
      if rank[v] != .max { continue }
      rank[v] = UInt32(order.count)
      order.append(node)
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = Int(targets[arc])
        let length = key + lengths[arc]
        if length < distance[w] {
          distance[w] = length
          heap.push(UInt32(w), at: length)
        }
      }
    }
  }
}

/// Nodes by their distance, the nearest on top: a heap of four children a place.
///
/// Equal distances come out by node number, so that the order of a search depends on the graph alone.
struct NodeHeap {
  private var items: [(key: Double, node: UInt32)] = []

  mutating func push(_ node: UInt32, at key: Double) {
    var place = items.count
    items.append((key, node))
    while place > 0 {
      let parent = (place - 1) / 4
      if !Self.precedes((key, node), items[parent]) { break }
      items[place] = items[parent]
      place = parent
    }
    items[place] = (key, node)
  }

  mutating func pop() -> (node: UInt32, key: Double)? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return (top.node, top.key) }
    var place = 0
    while true {
      let first = 4 * place + 1
      if first >= items.count { break }
      var least = first
      for child in first + 1..<max(first + 1, min(first + 4, items.count))
      where Self.precedes(items[child], items[least]) {
        least = child
      }
      if !Self.precedes(items[least], last) { break }
      items[place] = items[least]
      place = least
    }
    items[place] = last
    return (top.node, top.key)
  }

  private static func precedes(_ a: (key: Double, node: UInt32), _ b: (key: Double, node: UInt32)) -> Bool {
    a.key < b.key || (a.key == b.key && a.node < b.node)
  }
}
