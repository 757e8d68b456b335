import NetworkModel

/// Reads JSON text.
///
/// - Reference: RFC 8259, doi:10.17487/RFC8259. `NaN` and `Infinity`, which Python writes, are read as `null`.
struct JSONParser {
  struct Malformed: Error, Equatable {
    let line: Int
    let reason: Localized
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line: Int32 = 1
  private var depth = 0
  private static let deepest = 200

  /// - Parameter bytes: valid UTF-8 without a byte order mark.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(Malformed) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.position == bytes.count else {
      throw parser.malformed("text after the end", "nach dem Ende steht noch Text")
    }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func malformed(_ english: String, _ german: String) -> Malformed {
    Malformed(line: Int(line), reason: Localized(en: english, de: german))
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        line += 1
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      default: return
      }
    }
  }

  /// The next byte that is no blank, without taking it.
  private mutating func peek() throws(Malformed) -> UInt8 {
    skipBlanks()
    guard position < bytes.count else { throw malformed("the text is cut off", "der Text ist abgeschnitten") }
    return bytes[position]
  }

  private mutating func value() throws(Malformed) -> JSONValue {
    switch try peek() {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .null)
    case UInt8(ascii: "I"): return try word("Infinity", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Malformed) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[position..<end].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw malformed("unknown word", "ein unbekanntes Wort") }
    position = end
    return value
  }

  private mutating func number() throws(Malformed) -> JSONValue {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        position += 1
        continue
      case UInt8(ascii: "I") where position == start + 1: return try word("Infinity", .null)
      default: break
      }
      break
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard !text.isEmpty, let number = Double(text) else { throw malformed("a value is missing", "ein Wert fehlt") }
    return number.isFinite ? .number(number) : .null
  }

  private mutating func nest() throws(Malformed) {
    depth += 1
    position += 1
    guard depth <= Self.deepest else { throw malformed("nested too deeply", "zu tief verschachtelt") }
  }

  private mutating func array() throws(Malformed) -> JSONValue {
    try nest()
    var items: [JSONValue] = []
    if try peek() == UInt8(ascii: "]") {
      position += 1
    } else {
      repeat { items.append(try value()) } while try continues(UInt8(ascii: "]"))
    }
    depth -= 1
    return .array(items)
  }

  private mutating func object() throws(Malformed) -> JSONValue {
    try nest()
    var members: [JSONValue.Member] = []
    if try peek() == UInt8(ascii: "}") {
      position += 1
    } else {
      repeat {
        guard try peek() == UInt8(ascii: "\"") else {
          throw malformed("a key in quotation marks is missing", "ein Schlüssel in Anführungszeichen fehlt")
        }
        let start = line
        let key = try string()
        guard try peek() == UInt8(ascii: ":") else { throw malformed("a colon is missing", "ein Doppelpunkt fehlt") }
        position += 1
        members.append(JSONValue.Member(key, try value(), line: start))
      } while try continues(UInt8(ascii: "}"))
    }
    depth -= 1
    return .object(members)
  }

  /// Whether a comma follows, and not the end.
  private mutating func continues(_ end: UInt8) throws(Malformed) -> Bool {
    let byte = try peek()
    position += 1
    if byte == UInt8(ascii: ",") { return true }
    guard byte == end else {
      position -= 1
      throw malformed("a comma or closing bracket is missing", "ein Komma oder eine schließende Klammer fehlt")
    }
    return false
  }

  private mutating func string() throws(Malformed) -> String {
    position += 1
    var start = position
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        if text.isEmpty { return String(decoding: bytes[start..<position], as: UTF8.self) }
        text += bytes[start..<position]
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<position]
        position += 1
        try escape(&text)
        start = position
      default:
        if byte == UInt8(ascii: "\n") { line += 1 }
        position += 1
      }
    }
    throw malformed("a quotation mark is missing", "ein Anführungszeichen fehlt")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(Malformed) {
    guard position < bytes.count else { throw malformed("the text is cut off", "der Text ist abgeschnitten") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if value & 0xFC00 == 0xD800, position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let mark = position
        position += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        } else {
          position = mark
        }
      }
      text.append(unicode: value & 0xFFFF_F800 == 0xD800 ? 0xFFFD : value)
    default: throw malformed("unknown escape", "ein unbekanntes Zeichen nach einem Rückstrich")
    }
  }

  private mutating func hexadecimal() throws(Malformed) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { throw malformed("unknown escape", "ein unbekanntes Zeichen nach einem Rückstrich") }
    position += 4
    return value
  }
}
