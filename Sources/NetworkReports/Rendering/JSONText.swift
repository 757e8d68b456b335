/// A JSON document whose keys keep the order in which they were given.
public indirect enum JSONText: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONText])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public let key: String
    public let value: JSONText
    public init(_ key: String, _ value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  /// An object with keys in the order written.
  public static func object(_ members: KeyValuePairs<String, JSONText>) -> JSONText {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// The number, or null where it is not defined.
  public static func optional(_ number: Double?) -> JSONText { number.map { .number($0) } ?? .null }
  public static func optional(_ number: Int?) -> JSONText { number.map { .integer($0) } ?? .null }
  public static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// The document: an object's members on lines of their own, lists of plain values on one line.
  public var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += Self.numberText(value).utf8
    case .string(let value): Self.writeString(value, to: &bytes)
    case .array(let values):
      writeList(values, open: "[", close: "]", onOneLine: values.allSatisfy(\.isPlain), to: &bytes, depth: depth) {
        value, bytes in value.write(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      // Objects within a list stand on one line each, so that a table reads as a table.
      let isRow = depth > 1 && members.allSatisfy(\.value.isPlain)
      writeList(members, open: "{", close: "}", onOneLine: isRow, to: &bytes, depth: depth) { member, bytes in
        Self.writeString(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, depth: depth + 1)
      }
    }
  }

  private func writeList<Element>(
    _ elements: [Element], open: String, close: String, onOneLine: Bool, to bytes: inout [UInt8], depth: Int,
    write: (Element, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += ",".utf8 }
      if !onOneLine {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * (depth + 1))
      } else if index > 0 {
        bytes.append(UInt8(ascii: " "))
      }
      write(element, &bytes)
    }
    if !onOneLine && !elements.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
    bytes += close.utf8
  }

  /// The shortest digits that read back as the same number; whole numbers without a fraction.
  private static func numberText(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  private static func writeString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += [byte >> 4, byte & 15].map { $0 < 10 ? 48 + $0 : 87 + $0 }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
