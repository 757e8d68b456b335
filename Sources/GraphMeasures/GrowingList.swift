/// An array of values of trivial type that keeps its memory when it is emptied; the owner frees it.
///
/// For the few loops that append at every arc, where `Array` asks each time whether it is shared.
struct GrowingList<Value: BitwiseCopyable> {
  private(set) var pointer: UnsafeMutablePointer<Value>
  private(set) var count = 0
  private var capacity = 64

  init() { pointer = .allocate(capacity: capacity) }

  func free() { pointer.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always) mutating func append(_ value: Value) {
    if count == capacity { grow(to: 2 * capacity) }
    appendReserved(value)
  }

  /// Makes room for so many values more.
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(to: max(2 * capacity, count + more)) }
  }

  /// Appends where `reserve` has made room.
  @inline(__always) mutating func appendReserved(_ value: Value) {
    (pointer + count).initialize(to: value)
    count += 1
  }

  @inline(never) private mutating func grow(to size: Int) {
    let old = pointer
    pointer = .allocate(capacity: size)
    pointer.update(from: old, count: count)
    old.deallocate()
    capacity = size
  }
}
