/// Nodes by their distance, the nearest first out.
protocol DistanceQueue {
  mutating func push(_ node: UInt32, at distance: Double)
  mutating func pop() -> (node: UInt32, distance: Double)?
}

/// A heap of four children a place, for distances of any kind.
///
/// Equal distances come out by node number, so that the order of a search depends on the graph alone.
package struct NodeHeap: DistanceQueue {
  private var items: [(distance: Double, node: UInt32)] = []

  package init() {}

  package mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  package mutating func push(_ node: UInt32, at distance: Double) {
    var place = items.count
    items.append((distance, node))
    while place > 0 {
      let parent = (place - 1) / 4
      if !Self.precedes((distance, node), items[parent]) { break }
      items[place] = items[parent]
      place = parent
    }
    items[place] = (distance, node)
  }

  package mutating func pop() -> (node: UInt32, distance: Double)? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return (top.node, top.distance) }
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
    return (top.node, top.distance)
  }

  private static func precedes(
    _ a: (distance: Double, node: UInt32), _ b: (distance: Double, node: UInt32)
  ) -> Bool {
    a.distance < b.distance || (a.distance == b.distance && a.node < b.node)
  }
}

/// A ring of buckets, one for each whole distance that the nodes in it can have at the same time.
///
/// - Precondition: distances are whole, and each is at most `longestArc` beyond the last one out.
/// - Complexity: O(1) for a node in and out, and a step for every 64 distances that no node has.
/// - Reference: R. B. Dial, “Algorithm 360: shortest-path forest with topological ordering”, 1969,
///   doi:10.1145/363269.363610.
struct BucketQueue: DistanceQueue {
  static let longestArcAllowed = 4095

  /// The first entry of every bucket, −1 where there is none.
  private var heads: [Int32]
  private var entries: [(node: UInt32, next: Int32)] = []
  /// A bit for every bucket that has an entry.
  private var occupied: [UInt64]
  /// The distance of the bucket to look at.
  private var distance = 0
  private var count = 0

  init(longestArc: Int) {
    precondition(longestArc <= Self.longestArcAllowed, "buckets are for short arcs")
    var size = 64
    while size <= longestArc { size *= 2 }
    heads = [Int32](repeating: -1, count: size)
    occupied = [UInt64](repeating: 0, count: size / 64)
  }

  mutating func push(_ node: UInt32, at distance: Double) {
    if count == 0 {
      entries.removeAll(keepingCapacity: true)
      // A new search begins; within one, distances do not fall.
      if Int(distance) < self.distance { self.distance = Int(distance) }
    }
    let bucket = Int(distance) & (heads.count - 1)
    entries.append((node, heads[bucket]))
    heads[bucket] = Int32(truncatingIfNeeded: entries.count - 1)
    occupied[bucket >> 6] |= 1 << UInt64(bucket & 63)
    count += 1
  }

  mutating func pop() -> (node: UInt32, distance: Double)? {
    guard count > 0 else { return nil }
    var bucket = distance & (heads.count - 1)
    var word = occupied[bucket >> 6] >> UInt64(bucket & 63)
    while word == 0 {
      distance += 64 - distance & 63
      bucket = distance & (heads.count - 1)
      word = occupied[bucket >> 6]
    }
    distance += word.trailingZeroBitCount
    bucket = distance & (heads.count - 1)
    let entry = entries[Int(heads[bucket])]
    heads[bucket] = entry.next
    if entry.next < 0 { occupied[bucket >> 6] &= ~(1 << UInt64(bucket & 63)) }
    count -= 1
    return (entry.node, Double(distance))
  }
}
