/// The code page that Excel on Windows writes plain CSV in, in Western Europe.
enum Windows1252 {
  /// What the bytes 0x80 ... 0x9F mean; the five that the code page leaves open are the control characters of Latin-1.
  /// - Reference: https://encoding.spec.whatwg.org/index-windows-1252.txt
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The Unicode scalar that a byte means.
  static func scalar(_ byte: UInt8) -> UInt32 {
    (0x80..<0xA0).contains(byte) ? UInt32(upperControls[Int(byte) - 0x80]) : UInt32(byte)
  }

  /// The text in UTF-8.
  static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let upper = upperControls
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: result.append(byte)
      case 0x80..<0xA0: result.append(unicode: UInt32(upper[Int(byte) - 0x80]))
      default: result.append(unicode: UInt32(byte))
      }
    }
    return result
  }
}

extension [UInt8] {
  /// Appends a Unicode scalar in UTF-8.
  mutating func append(unicode value: UInt32) {
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(0xF0 | value >> 18 & 0x07))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
