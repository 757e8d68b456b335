import CZip
import NetworkModel

enum Gunzip {
  /// Far more than any table; a small file that unpacks to more is an attack, not a dataset.
  static let limit = 4 << 30

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
    var result: [UInt8] = []
    result.reserveCapacity(min(file.count * 4, 1 << 30))
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
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
      let produced = chunk.withUnsafeMutableBufferPointer { buffer -> Int in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        status = inflate(&stream, Z_NO_FLUSH)
        return buffer.count - Int(stream.avail_out)
      }
      // Without progress the status is Z_BUF_ERROR: the file is cut off.
      guard status == Z_OK || status == Z_STREAM_END else { throw damaged(name) }
      result.append(contentsOf: chunk[0..<produced])
      guard result.count <= limit else {
        throw UnreadableInput(
          .fileTooLarge, at: Location(file: name),
          Localized(en: "unpacks to more than 4 GB", de: "ist ausgepackt größer als 4 GB"))
      }
    }
    return FileBytes(result)
  }

  private static func damaged(_ name: String) -> UnreadableInput {
    UnreadableInput(
      .fileDamaged, at: Location(file: name),
      Localized(
        en: "the compressed file is damaged or cut off; copy or pack it again",
        de: "die gepackte Datei ist beschädigt oder abgeschnitten; kopieren oder packen Sie sie noch einmal"))
  }
}
