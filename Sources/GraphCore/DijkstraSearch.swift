/// The nodes that a path from one node leads to, nearest first, by the lengths of the arcs, and how many shortest paths.
///
/// One search serves many starts in turn and clears only what the last one touched.
///
/// - Complexity: O((n + m) log n) for each start, O(n + m) where the lengths are small whole numbers; O(n) space.
/// - Reference: E. W. Dijkstra, “A note on two problems in connexion with graphs”, 1959, doi:10.1007/BF01386390.
package struct DijkstraSearch {
  /// The nodes reached, in the order settled, the start first.
  package private(set) var order: [UInt32] = []
  /// The length of the shortest path to each node, infinite where no path leads.
  package private(set) var distance: [Double]
  /// Where each reached node stands in `order`.
  package private(set) var rank: [UInt32]
  /// The number of shortest paths to each node reached, where lengths are compared exactly; infinite if too many.
  package private(set) var paths: [Double]
  /// The arcs that led nearer, or as near, when their node was settled, in the order of `order`: among them all those on
  /// shortest paths, where lengths are compared exactly.
  package private(set) var steps: [UInt32] = []
  /// Where the arcs of each node of `order` end in `steps`.
  package private(set) var stepEnds: [UInt32] = []
  private let rows: SparseRows
  private let lengths: ArcLengths
  private var heap = NodeHeap()
  private var buckets: BucketQueue?

  /// - Parameter lengths: a positive length for every arc of `rows`.
  package init(along rows: SparseRows, lengths: ArcLengths) {
    self.rows = rows
    self.lengths = lengths
    distance = [Double](repeating: .infinity, count: rows.nodeCount)
    rank = [UInt32](repeating: .max, count: rows.nodeCount)
    paths = [Double](repeating: 0, count: rows.nodeCount)
    order.reserveCapacity(rows.nodeCount)
    let longest = lengths.values.max() ?? 0
    if lengths.tolerance == 0 && longest <= Double(BucketQueue.longestArcAllowed) {
      buckets = BucketQueue(longestArc: Int(longest))
    }
  }

  package mutating func run(from start: Int) {
    for v in order {
      distance[Int(v)] = .infinity
      rank[Int(v)] = .max
    }
    order.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    stepEnds.removeAll(keepingCapacity: true)
    if var queue = buckets.take() {
      search(from: start, &queue)
      buckets = queue
    } else {
      var queue = heap
      heap = NodeHeap()
      search(from: start, &queue)
      heap = queue
    }
  }

  private mutating func search(from start: Int, _ queue: inout some DistanceQueue) {
    Self.search(
      from: start, along: rows, lengths: lengths.values, &queue, order: &order, distance: &distance, rank: &rank,
      paths: &paths, steps: &steps, stepEnds: &stepEnds)
  }

  private static func search(
    from start: Int, along rows: SparseRows, lengths: [Double], _ queue: inout some DistanceQueue,
    order: inout [UInt32], distance: inout [Double], rank: inout [UInt32], paths: inout [Double],
    steps: inout [UInt32], stepEnds: inout [UInt32]
  ) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let lengths = lengths.span
    var distance = distance.mutableSpan
    var rank = rank.mutableSpan
    var paths = paths.mutableSpan
    distance[start] = 0
    paths[start] = 1
    queue.push(UInt32(start), at: 0)
    while let (node, near) = queue.pop() {
      let v = Int(node)
      // A node stands in the queue once for every time it came nearer; all but the first out are out of date.
      if rank[v] != .max { continue }
      rank[v] = UInt32(order.count)
      order.append(node)
      let pathsHere = paths[v]
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = Int(targets[arc])
        let length = near + lengths[arc]
        if length < distance[w] {
          distance[w] = length
          paths[w] = pathsHere
          steps.append(UInt32(truncatingIfNeeded: arc))
          queue.push(UInt32(w), at: length)
        } else if length == distance[w] && rank[w] == .max {
          paths[w] += pathsHere
          steps.append(UInt32(truncatingIfNeeded: arc))
        }
      }
      stepEnds.append(UInt32(steps.count))
    }
  }
}
