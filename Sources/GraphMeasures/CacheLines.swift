/// Values of trivial type in memory of their own that begins with a cache line; the owner frees it.
///
/// For the few loops that touch every arc for many searches at once. Not checked: an index there is that of a node or
/// of an event, which the searches make themselves.
struct CacheLines<Value> {
  let pointer: UnsafeMutablePointer<Value>
  let count: Int

  init(count: Int, filledWith value: Value) {
    self.count = count
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Value>.stride, alignment: 64)
    pointer = memory.bindMemory(to: Value.self, capacity: max(1, count))
    pointer.initialize(repeating: value, count: count)
  }

  func free() { UnsafeMutableRawPointer(pointer).deallocate() }
}
