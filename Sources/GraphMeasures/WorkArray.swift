import GraphCore

/// Numbers for the few hottest loops: an array of fixed length without checks of bounds and of exclusive access.
///
/// The loops of Leiden, biconnectivity, cores and triangles run 1.3 to 2 times as fast on it as on `Array`.
/// Every index is checked in debug builds, and so by the tests.
struct WorkArray<Element: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    base = Self.allocate(count)
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  init(_ elements: [Element]) {
    count = elements.count
    base = Self.allocate(count)
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
    }
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let raw = LargePages.allocate(max(count, 1) * MemoryLayout<Element>.stride)
    return raw.bindMemory(to: Element.self, capacity: count)
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count, "an index of a work array is out of range")
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count, "an index of a work array is out of range")
      base[index] = newValue
    }
  }

  /// The first `length` numbers as an array.
  func array(_ length: Int? = nil) -> [Element] {
    Array(writing: length ?? count) { copy in
      for i in copy.indices { copy.initializeElement(at: i, to: base[i]) }
    }
  }
}

extension WorkArray where Element == UInt32 {
  /// 0, 1, 2, …
  init(upTo count: Int) {
    self.init(repeating: 0, count: count)
    for i in 0..<count { self[i] = UInt32(truncatingIfNeeded: i) }
  }
}
