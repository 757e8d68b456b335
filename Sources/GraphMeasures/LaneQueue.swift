/// Nodes by the time at which something new is known of them, in a ring of buckets of equal width.
///
/// A node stands in one bucket at most, within it in the order of arrival. What is due beyond the ring waits in its last
/// bucket and is put off again from there.
///
/// - Complexity: O(1) for a node in and out, and a step for every 64 buckets that are empty.
struct LaneQueue: ~Copyable {
  private static let size = 8192
  private static let none = UInt32.max

  private let width: Double
  private let dueTime: WorkArray<Double>
  /// The bucket of every node that waits, else `none`.
  private let bucketOf: WorkArray<UInt32>
  private let next: WorkArray<UInt32>
  private let previous: WorkArray<UInt32>
  private let first = WorkArray<UInt32>(repeating: none, count: size)
  private let last = WorkArray<UInt32>(repeating: none, count: size)
  /// A bit for every bucket with a node.
  private let occupied = WorkArray<UInt64>(repeating: 0, count: size / 64)
  /// The number of the bucket to look at, counted from the beginning of time, and how many nodes wait.
  private let state = WorkArray<Int>(repeating: 0, count: 2)

  private var now: Int {
    @inline(__always) get { state[0] }
    @inline(__always) nonmutating set { state[0] = newValue }
  }
  private var count: Int {
    @inline(__always) get { state[1] }
    @inline(__always) nonmutating set { state[1] = newValue }
  }

  /// - Parameter width: the time that a bucket stands for, greater than 0.
  init(nodeCount: Int, width: Double) {
    self.width = width
    dueTime = WorkArray(repeating: .infinity, count: nodeCount)
    bucketOf = WorkArray(repeating: Self.none, count: nodeCount)
    next = WorkArray(repeating: Self.none, count: nodeCount)
    previous = WorkArray(repeating: Self.none, count: nodeCount)
  }

  /// The width that serves arcs of these lengths: so narrow that hardly any arc ends in the bucket it begins in. Where no
  /// arc has a finite length and both are 0, any width serves.
  static func width(shortest: Double, longest: Double) -> Double {
    longest > 0 ? max(shortest, longest / Double(size / 2)) : 1
  }

  /// Begins a new search; nobody waits.
  func restart() { now = 0 }

  /// Makes a node wait until `time`; where it waits already, the earlier time holds.
  @inline(__always) func push(_ node: Int, at time: Double) {
    guard time < dueTime[node] else { return }
    dueTime[node] = time
    let bucket = self.bucket(for: time)
    if bucketOf[node] == bucket { return }
    if bucketOf[node] == Self.none { count += 1 } else { unlink(node) }
    link(node, bucket)
  }

  /// Takes the node out that is due next.
  @inline(__always) func pop() -> Int? {
    while count > 0 {
      let bucket = now & (Self.size - 1)
      let node = first[bucket]
      if node == Self.none {
        advance()
        continue
      }
      let v = Int(node)
      unlink(v)
      let due = self.bucket(for: dueTime[v])
      if due != UInt32(bucket) {
        link(v, due)
        continue
      }
      bucketOf[v] = Self.none
      dueTime[v] = .infinity
      count -= 1
      return v
    }
    return nil
  }

  /// To the next bucket with a node; there is one.
  private func advance() {
    now += 1
    while true {
      let place = now & (Self.size - 1)
      let word = occupied[place >> 6] >> UInt64(place & 63)
      if word != 0 {
        now += word.trailingZeroBitCount
        return
      }
      now += 64 - place & 63
    }
  }

  /// Where a node due at this time waits: never in the past, and within the ring.
  @inline(__always) private func bucket(for time: Double) -> UInt32 {
    let number = Int(min(time / width, 0x1p60))
    return UInt32(truncatingIfNeeded: max(now, min(number, now + Self.size - 1)) & (Self.size - 1))
  }

  @inline(__always) private func link(_ node: Int, _ bucket: UInt32) {
    let place = Int(bucket)
    let end = last[place]
    bucketOf[node] = bucket
    next[node] = Self.none
    previous[node] = end
    last[place] = UInt32(truncatingIfNeeded: node)
    if end == Self.none {
      first[place] = UInt32(truncatingIfNeeded: node)
      occupied[place >> 6] |= 1 << UInt64(place & 63)
    } else {
      next[Int(end)] = UInt32(truncatingIfNeeded: node)
    }
  }

  @inline(__always) private func unlink(_ node: Int) {
    let place = Int(bucketOf[node])
    let (before, after) = (previous[node], next[node])
    if before == Self.none { first[place] = after } else { next[Int(before)] = after }
    if after == Self.none { last[place] = before } else { previous[Int(after)] = before }
    if first[place] == Self.none { occupied[place >> 6] &= ~(1 << UInt64(place & 63)) }
  }
}
