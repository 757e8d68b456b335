import NetworkModel

/// Reads a document of XML into a draft.
class InterchangeXMLReader: XMLHandler {
  var draft: InterchangeDraft
  /// The element that the document must begin with, in lower case.
  private let root: StaticString
  private let format: String
  private unowned(unsafe) var stream: XMLStream?
  private var hasRoot = false
  private(set) var isDone = false
  /// The text of the element that is read, where somebody wants it.
  var collected: [UInt8] = []
  var isCollecting = false

  init(
    file: String, limits: SizeLimits, format: String, root: StaticString,
    undeclaredNodes: InterchangeDraft.UndeclaredNodes
  ) {
    draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: undeclaredNodes)
    self.root = root
    self.format = format
  }

  var line: Int { stream?.line ?? 1 }

  /// An element within the root begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes) {}
  func finish(_ name: XMLName) {}

  final func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if hasRoot {
      begin(name, attributes)
    } else if name == root {
      hasRoot = true
    } else {
      draft.fail(
        line: line,
        Localized(
          en: "this is XML, but no \(format): it begins with <\(name.string)>",
          de: "das ist XML, aber kein \(format): es beginnt mit <\(name.string)>"))
    }
    if draft.hasFailed { isDone = true }
  }

  final func end(_ name: XMLName) {
    if draft.hasFailed { return }
    finish(name)
    if draft.hasFailed { isDone = true }
  }

  final func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isCollecting { collected.append(contentsOf: bytes) }
  }

  final func collect() {
    collected.removeAll(keepingCapacity: true)
    isCollecting = true
  }

  /// The text collected since `collect`.
  final func take() -> String {
    isCollecting = false
    return String(decoding: collected, as: UTF8.self)
  }

  final func read(_ bytes: [UInt8]) -> NetworkDraft {
    let stream = XMLStream(self)
    self.stream = stream
    defer { self.stream = nil }
    do throws(XMLStream.Fault) {
      // expat counts bytes in 32 bits; pieces of a megabyte also stay in the cache.
      let piece = 1 << 20
      var position = 0
      var wantsMore = true
      var hasReserved = false
      while wantsMore, position < bytes.count {
        let end = min(position + piece, bytes.count)
        let known = draft.tieCount
        wantsMore = try bytes.withUnsafeBufferPointer { all throws(XMLStream.Fault) in
          let piece = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: all[position..<end]))
          return try stream.parse(piece, isLast: end == bytes.count)
        }
        position = end
        // Once ties come, the rest of the file is likely more of them: room for all saves moving them about.
        if !hasReserved, known > 0, draft.tieCount - known > 1000 {
          let more = Double(draft.tieCount - known) * Double(bytes.count - end) / Double(piece) * 1.05
          draft.reserve(partners: 0, ties: min(draft.tieCount + Int(more), draft.limits.ties))
          hasReserved = true
        }
      }
      if bytes.isEmpty { throw .malformed(line: 1, reason: .endsEarly) }
    } catch {
      fail(error)
    }
    return draft.finish()
  }

  private func fail(_ fault: XMLStream.Fault) {
    switch fault {
    case .malformed(let line, let reason):
      draft.fail(
        line: line,
        Localized(en: "not well-formed XML: \(reason.english)", de: "kein wohlgeformtes XML: \(reason.german)"))
    case .declaresEntities(let line):
      draft.fail(
        line: line,
        Localized(
          en: "the file declares entities, as no network program does; it is refused",
          de: "die Datei erklärt Entities, wie es kein Netzwerkprogramm tut; sie wird abgelehnt"))
    case .tooDeep(let line):
      draft.fail(
        line: line,
        Localized(
          en: "elements are nested too deep; the file is refused",
          de: "Elemente sind zu tief verschachtelt; die Datei wird abgelehnt"))
    }
  }
}

/// Writes XML.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  /// How many characters XML cannot hold were left out.
  private(set) var lostCharacters = 0
  private var open: [String] = []

  private var indent: String { String(repeating: "  ", count: open.count) }

  mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
    write(name, attributes)
    text += ">\n"
    open.append(name)
  }

  mutating func end() {
    let name = open.removeLast()
    text += "\(indent)</\(name)>\n"
  }

  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text content: String? = nil) {
    write(name, attributes)
    if let content {
      text += ">"
      escape(content, isAttribute: false)
      text += "</\(name)>\n"
    } else {
      text += "/>\n"
    }
  }

  private mutating func write(_ name: String, _ attributes: [(String, String)]) {
    text += "\(indent)<\(name)"
    for (key, value) in attributes {
      text += " \(key)=\""
      escape(value, isAttribute: true)
      text += "\""
    }
  }

  private mutating func escape(_ value: String, isAttribute: Bool) {
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 }) {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where isAttribute: text += "&quot;"
      // A reader would make a blank, or a line feed, of them.
      case "\r": text += "&#13;"
      case "\n" where isAttribute: text += "&#10;"
      case "\t" where isAttribute: text += "&#9;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": lostCharacters += 1
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
