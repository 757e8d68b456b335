import NetworkModel

/// What networkx writes behind an edge: `{'weight': 2.5, 'colour': 'red'}`.
enum PythonDictionary {
  static func fields(_ text: String) -> [InterchangeDraft.Field] {
    var fields: [InterchangeDraft.Field] = []
    var parts: [String] = []
    var current: [UInt8] = []
    var quote: UInt8?
    var depth = 0
    var isEscaped = false
    func close(_ fields: inout [InterchangeDraft.Field]) {
      parts.append(String(decoding: current, as: UTF8.self).trimmed)
      if parts.count == 2, !parts[0].isEmpty { fields.append((parts[0], parts[1])) }
      parts = []
      current = []
    }
    for byte in text.utf8 {
      if let open = quote {
        if isEscaped {
          current.append(byte)
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == open {
          quote = nil
        } else {
          current.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
        depth += 1
        if depth > 1 { current.append(byte) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        depth -= 1
        if depth > 0 { current.append(byte) } else { close(&fields) }
        if depth <= 0 { return fields }
      case UInt8(ascii: ":") where depth == 1 && parts.isEmpty:
        parts.append(String(decoding: current, as: UTF8.self).trimmed)
        current = []
      case UInt8(ascii: ",") where depth == 1: close(&fields)
      default: current.append(byte)
      }
    }
    return fields
  }
}
