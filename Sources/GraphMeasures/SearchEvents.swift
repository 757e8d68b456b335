import GraphCore

/// Which of several searches meet which node at which level: one event for a node and a level, a bit for a search.
///
/// Events stand level after level. Memory grows as needed and is kept for the next searches.
final class SearchEvents<Bits: FixedWidthInteger> {
  private(set) var nodes: UnsafeMutablePointer<UInt32>
  private(set) var bits: UnsafeMutablePointer<Bits>
  private(set) var count = 0
  private var capacity: Int
  private var levelStarts = [0]

  init() {
    capacity = 1024
    nodes = .allocate(capacity: capacity)
    bits = .allocate(capacity: capacity)
  }

  deinit {
    nodes.deallocate()
    bits.deallocate()
  }

  var levelCount: Int { levelStarts.count - 1 }

  func events(ofLevel level: Int) -> Range<Int> { levelStarts[level]..<levelStarts[level + 1] }

  func removeAll() {
    count = 0
    levelStarts.removeAll(keepingCapacity: true)
    levelStarts.append(0)
  }

  /// Makes room for so many events more.
  func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(2 * capacity, count + more)
    let oldNodes = nodes
    let oldBits = bits
    nodes = .allocate(capacity: capacity)
    bits = .allocate(capacity: capacity)
    nodes.update(from: oldNodes, count: count)
    bits.update(from: oldBits, count: count)
    oldNodes.deallocate()
    oldBits.deallocate()
  }

  /// Takes over the events written behind the last one as a level.
  func endLevel(count: Int) {
    self.count = count
    levelStarts.append(count)
  }
}

extension SearchEvents<UInt8> {
  /// Replaces the events by those of eight of sixty-four searches.
  func take(byte: Int, of all: SearchEvents<UInt64>) {
    removeAll()
    reserve(all.count + 1)
    let shift = UInt64(8 * byte)
    var place = 0
    for level in 0..<all.levelCount {
      for event in all.events(ofLevel: level) {
        let lanes = UInt8(truncatingIfNeeded: all.bits[event] &>> shift)
        // Written always and kept where the lanes have it: a branch here would be a coin's toss.
        nodes[place] = all.nodes[event]
        bits[place] = lanes
        place += lanes == 0 ? 0 : 1
      }
      if place == count { break }
      endLevel(count: place)
    }
  }
}
