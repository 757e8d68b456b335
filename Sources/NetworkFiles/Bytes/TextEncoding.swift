/// How a text file's bytes are to be read: by its byte order mark, else UTF-8 where they are valid, else Windows-1252.
enum TextEncoding: Equatable {
  case utf8, utf16LittleEndian, utf16BigEndian, windows1252

  /// The encoding and the length of the byte order mark.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      let rest = UnsafeBufferPointer(rebasing: bytes[3...])
      return (isValidUTF8(rest) ? .utf8 : .windows1252, 3)
    }
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
    if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
    return (isValidUTF8(bytes) ? .utf8 : .windows1252, 0)
  }

  /// Whether the bytes are UTF-8: no stray bytes, no overlong forms, no surrogates, nothing above U+10FFFF.
  static func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    while i < count {
      // Plain ASCII, which most of any file is, eight bytes at a time.
      while i + 8 <= count, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        i += 8
      }
      guard i < count else { return true }
      let byte = bytes[i]
      let length: Int
      switch byte {
      case 0x00...0x7F: length = 1
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0...0xF4: length = 4
      default: return false
      }
      guard i + length <= count else { return false }
      if length > 1 {
        let second = bytes[i + 1]
        let allowed: ClosedRange<UInt8> =
          switch byte {
          case 0xE0: 0xA0...0xBF
          case 0xED: 0x80...0x9F
          case 0xF0: 0x90...0xBF
          case 0xF4: 0x80...0x8F
          default: 0x80...0xBF
          }
        guard allowed.contains(second) else { return false }
        for k in 2..<max(2, length) where bytes[i + k] & 0xC0 != 0x80 { return false }
      }
      i += length
    }
    return true
  }
}

/// A text file as UTF-8 without a byte order mark.
struct DecodedText {
  private let file: FileBytes
  /// The length of the byte order mark that the bytes still have.
  private let markLength: Int
  /// The bytes that the file has on the disk.
  let sizeOnDisk: Int
  let encoding: TextEncoding

  /// UTF-8 stays where it is; the other encodings are copied.
  init(_ file: FileBytes) {
    let (encoding, markLength) = file.withBytes { TextEncoding.detect($0) }
    self.encoding = encoding
    sizeOnDisk = file.sizeOnDisk
    self.markLength = encoding == .utf8 ? markLength : 0
    self.file = file.withBytes { bytes in
      let body = UnsafeBufferPointer(rebasing: bytes[markLength...])
      return switch encoding {
      case .utf8: file
      case .windows1252: FileBytes(Windows1252.utf8(body))
      case .utf16LittleEndian: FileBytes(Self.utf8(fromUTF16: body, littleEndian: true))
      case .utf16BigEndian: FileBytes(Self.utf8(fromUTF16: body, littleEndian: false))
      }
    }
  }

  /// The bytes, kept alive while the closure runs.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try file.withBytes { bytes throws(Failure) in try body(UnsafeBufferPointer(rebasing: bytes[markLength...])) }
  }

  /// Lone surrogates become U+FFFD; a last odd byte is dropped.
  private static func utf8(fromUTF16 bytes: UnsafeBufferPointer<UInt8>, littleEndian: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let unitCount = bytes.count / 2
    func unit(_ i: Int) -> UInt32 {
      let first = UInt32(bytes[2 * i])
      let second = UInt32(bytes[2 * i + 1])
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    var i = 0
    while i < unitCount {
      let value = unit(i)
      i += 1
      if value & 0xFC00 == 0xD800, i < unitCount, unit(i) & 0xFC00 == 0xDC00 {
        result.append(unicode: 0x10000 + (value & 0x3FF) << 10 + (unit(i) & 0x3FF))
        i += 1
      } else {
        result.append(unicode: value & 0xF800 == 0xD800 ? 0xFFFD : value)
      }
    }
    return result
  }
}
