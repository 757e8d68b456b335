#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Pages of 2 MB for what a reader fills in one go. Readers and graphs do not import one another, so each has its own.
enum LargePages {
  private static let size = 1 << 21

  /// Asks the system for pages of 2 MB, where it has such, for the part of some memory that whole ones cover.
  static func advise(_ start: UnsafeMutableRawPointer, _ count: Int) {
    #if os(Linux)
      guard count >= 2 * size else { return }
      let skipped = -Int(bitPattern: start) & (size - 1)
      _ = madvise(start + skipped, (count - skipped) & -size, MADV_HUGEPAGE)
    #endif
  }
}
