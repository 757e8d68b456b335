/// A JSON value; objects keep the order of their keys.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public let key: String
    public let value: JSONValue
    /// The line of the text in which the value begins; 0 in values that were not read.
    let line: Int32

    public init(_ key: String, _ value: JSONValue) { self.init(key, value, line: 0) }

    init(_ key: String, _ value: JSONValue, line: Int32) {
      self.key = key
      self.value = value
      self.line = line
    }

    public static func == (a: Member, b: Member) -> Bool { a.key == b.key && a.value == b.value }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  /// The value of a key; nil where this is no object or has no such key.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// What is not finite is `null`, because JSON has no word for it.
  public init(_ number: Double?) {
    if let number, number.isFinite { self = .number(number) } else { self = .null }
  }

  public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
  public init(_ number: Int?) { self = number.map { .number(Double($0)) } ?? .null }

  /// The value as UTF-8 text.
  ///
  /// - Parameter breaks: how many levels of arrays and objects put each element on a line of its own.
  public func bytes(breaks: Int = 2) -> [UInt8] {
    var result: [UInt8] = []
    write(to: &result, breaks: breaks, indentation: 0)
    result.append(UInt8(ascii: "\n"))
    return result
  }

  private func write(to result: inout [UInt8], breaks: Int, indentation: Int) {
    switch self {
    case .null: result += "null".utf8
    case .bool(let value): result += (value ? "true" : "false").utf8
    case .number(let number): result += (number.isFinite ? number.shortText : "null").utf8
    case .string(let text): Self.write(text, to: &result)
    case .array(let items):
      Self.write(items, "[", "]", to: &result, breaks: breaks, indentation: indentation) { item, result in
        item.write(to: &result, breaks: breaks - 1, indentation: indentation + 1)
      }
    case .object(let members):
      Self.write(members, "{", "}", to: &result, breaks: breaks, indentation: indentation) { member, result in
        Self.write(member.key, to: &result)
        result += ": ".utf8
        member.value.write(to: &result, breaks: breaks - 1, indentation: indentation + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, to result: inout [UInt8], breaks: Int,
    indentation: Int, _ body: (Element, inout [UInt8]) -> Void
  ) {
    let isBroken = breaks > 0 && !elements.isEmpty
    func newLine(_ indentation: Int, _ result: inout [UInt8]) {
      guard isBroken else { return }
      result.append(UInt8(ascii: "\n"))
      result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indentation))
    }
    result.append(UInt8(opening.value))
    for (index, element) in elements.enumerated() {
      if index > 0 { result += (isBroken ? "," : ", ").utf8 }
      newLine(indentation + 1, &result)
      body(element, &result)
    }
    newLine(indentation, &result)
    result.append(UInt8(closing.value))
  }

  private static func write(_ text: String, to result: inout [UInt8]) {
    result.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): result += "\\\"".utf8
      case UInt8(ascii: "\\"): result += "\\\\".utf8
      case UInt8(ascii: "\n"): result += "\\n".utf8
      case UInt8(ascii: "\r"): result += "\\r".utf8
      case UInt8(ascii: "\t"): result += "\\t".utf8
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        result += "\\u00".utf8
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
  }
}
