#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Array where Element: BitwiseCopyable {
  /// An array for a kernel that jumps all over it: in pages of 2 MB, where the system has such, so that the processor
  /// finds more of them without a walk through its page tables, and the system clears them at a tenth of the cost.
  ///
  /// - Parameter write: gives each of the elements a value.
  package init(writing count: Int, _ write: (UnsafeMutableBufferPointer<Element>) -> Void) {
    self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      let elements = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      LargePages.advise(UnsafeMutableRawBufferPointer(elements))
      write(elements)
      initializedCount = count
    }
  }
}

/// Pages of 2 MB for memory that kernels jump all over. Where a system has none, nothing changes but the time.
package enum LargePages {
  private static let size = 1 << 21
  /// With less, clearing a page costs what it saves.
  private static let leastSize = 1 << 20

  /// Memory that begins with a cache line; on Linux from half a page on in large pages, the last of them perhaps half
  /// empty.
  package static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    #if os(Linux)
      if byteCount >= leastSize {
        let whole = (byteCount + size - 1) & -size
        let memory = UnsafeMutableRawPointer.allocate(byteCount: whole, alignment: size)
        _ = madvise(memory, whole, MADV_HUGEPAGE)
        return memory
      }
    #endif
    return .allocate(byteCount: byteCount, alignment: 64)
  }

  /// Asks for large pages for the part of some memory that whole ones cover; what begins anywhere must hold two to be
  /// sure of one.
  static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard let start = memory.baseAddress, memory.count >= 2 * size else { return }
      let skipped = -Int(bitPattern: start) & (size - 1)
      _ = madvise(start + skipped, (memory.count - skipped) & -size, MADV_HUGEPAGE)
    #endif
  }
}
