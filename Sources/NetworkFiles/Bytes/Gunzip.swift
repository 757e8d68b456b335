import CZip
import NetworkModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum Gunzip {
  static func isCompressed(_ file: FileBytes) -> Bool {
    file.withBytes { $0.starts(with: [0x1F, 0x8B]) }
  }

  /// Unpacks a gzip file, all its members one after the other.
  static func unpack(_ file: FileBytes, name: String) throws(UnreadableInput) -> FileBytes {
    try file.withBytes { bytes throws(UnreadableInput) in try unpack(bytes, name: name) }
  }

  private static func unpack(
    _ file: UnsafeBufferPointer<UInt8>, name: String
  ) throws(UnreadableInput) -> FileBytes {
    var stream = z_stream()
    // 16 asks for the gzip wrapper, 15 for the largest window.
    guard inflateInit2_(&stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw damaged(name)
    }
    defer { inflateEnd(&stream) }
    let limit = SizeLimits(byteCount: file.count).unpacked
    // Grows in place, so that there is never a second copy of it.
    var capacity = min(limit, max(1 << 16, file.count * 4)) + 1
    var count = 0
    var result = malloc(capacity)!
    var isTaken = false
    defer { if !isTaken { free(result) } }
    var position = 0
    var status = Z_OK
    while true {
      if stream.avail_in == 0, position < file.count {
        let count = min(file.count - position, 1 << 30)
        stream.next_in = UnsafeMutablePointer(mutating: file.baseAddress! + position)
        stream.avail_in = UInt32(count)
        position += count
      }
      if status == Z_STREAM_END {
        // Another member follows, or padding that ends the file.
        guard stream.avail_in > 0, stream.next_in.pointee == 0x1F, inflateReset(&stream) == Z_OK else { break }
      }
      if count == capacity {
        capacity = min(limit + 1, capacity * 2)
        result = realloc(result, capacity)!
      }
      let room = min(capacity - count, 1 << 30)
      stream.next_out = result.assumingMemoryBound(to: UInt8.self) + count
      stream.avail_out = UInt32(room)
      status = inflate(&stream, Z_NO_FLUSH)
      // Without progress the status is Z_BUF_ERROR: the file is cut off.
      guard status == Z_OK || status == Z_STREAM_END else { throw damaged(name) }
      count += room - Int(stream.avail_out)
      guard count <= limit else {
        throw UnreadableInput(
          .fileTooLarge, at: Location(file: name),
          Localized(
            en:
              "unpacks to more than \(limit >> 20) MB, far more than a table of its size; unpack it yourself and give "
              + "what is in it",
            de: "ist ausgepackt größer als \(limit >> 20) MB, viel mehr als eine Tabelle dieser Größe; packen Sie die "
              + "Datei selbst aus und geben Sie an, was darin ist"))
      }
    }
    isTaken = true
    let bytes = result.bindMemory(to: UInt8.self, capacity: capacity)
    return FileBytes(taking: UnsafeMutableBufferPointer(start: bytes, count: count), sizeOnDisk: file.count)
  }

  private static func damaged(_ name: String) -> UnreadableInput {
    UnreadableInput(
      .fileDamaged, at: Location(file: name),
      Localized(
        en: "the compressed file is damaged or cut off; copy or pack it again",
        de: "die gepackte Datei ist beschädigt oder abgeschnitten; kopieren oder packen Sie sie noch einmal"))
  }
}
