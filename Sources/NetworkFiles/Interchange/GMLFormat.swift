import NetworkModel

/// GML, the Graph Modelling Language: Gephi, yEd, igraph, networkx and Cytoscape read and write it.
///
/// - Names may hold entities (`&#252;`, `&uuml;`); the bytes may be UTF-8 or Latin-1.
/// - Lists within a node or an edge become attributes with dotted names (`graphics.x`), a key that stands several times
///   one attribute with `;` between the values.
/// - A node's id is a number there; the id of a partner stands in `partner_id` where it is another.
/// - Reference: M. Himsolt, “GML: A portable Graph File Format”, Universität Passau, 1996.
enum GMLFormat: WritableInterchangeFormat {
  static let name = "GML"
  static let extensions = ["gml"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    // Comments and a few pairs of key and value may stand before the graph.
    for line in beginning.lines where line.first != UInt8(ascii: "#") {
      if line.starts(with: "graph".utf8) {
        let rest = beginning.text[line.startIndex...].dropFirst(5).drop { $0 <= 0x20 }
        return rest.first == UInt8(ascii: "[")
      }
      guard let first = line.first, first >= 0x61, first <= 0x7A, !line.contains(UInt8(ascii: "{")),
        !line.contains(UInt8(ascii: ",")), line.contains(where: { $0 == 32 || $0 == 9 })
      else { return false }
    }
    return false
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    var reader = GMLReader(InterchangeText.utf8(bytes), file: file, limits: limits)
    return reader.read()
  }
}

private struct GMLReader {
  private enum Token: Equatable {
    case word(String)
    case text(String)
    case open, close, end
  }

  /// How deep lists may stand in each other.
  private static let depthLimit = 32

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var draft: InterchangeDraft
  private var isDirected = false
  private var directionsGiven: Set<Int> = []

  init(_ bytes: [UInt8], file: String, limits: SizeLimits) {
    self.bytes = bytes
    draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
  }

  mutating func read() -> NetworkDraft {
    var hasGraph = false
    while !draft.hasFailed {
      let token = next()
      if token == .end { break }
      guard case .word(let key) = token else {
        fail(Localized(en: "a key is missing here", de: "hier fehlt ein Schlüsselwort"))
        break
      }
      let value = next()
      if key.lowercased() == "graph", value == .open {
        if hasGraph {
          draft.warn(
            .malformedFile, line: line,
            Localized(
              en: "only the first graph of the file is read", de: "nur der erste Graph der Datei wird gelesen"))
          break
        }
        hasGraph = true
        readGraph()
      } else {
        skip(value)
      }
    }
    if !hasGraph { fail(Localized(en: "there is no \"graph [\" in it", de: "es enthält kein „graph [“")) }
    draft.setDirection(isDirected, except: directionsGiven)
    return draft.finish()
  }

  // MARK: - Graph, node, edge

  private mutating func readGraph() {
    while !draft.hasFailed {
      let token = next()
      if token == .close { return }
      guard case .word(let key) = token else { return failUnfinished("graph", token) }
      let start = line
      let value = next()
      switch (key.lowercased(), value) {
      case ("node", .open): readNode(start)
      case ("edge", .open): readEdge(start)
      case ("directed", .word(let text)), ("directed", .text(let text)): isDirected = text != "0"
      case ("multigraph", _): skip(value)
      case (_, .open):
        var fields: [InterchangeDraft.Field] = []
        readFields(into: &fields, prefix: key + ".", depth: 1)
        for field in fields { draft.set(field.name, field.value) }
      case (_, .word(let text)), (_, .text(let text)): draft.set(key, text)
      default: return failUnfinished("graph", value)
      }
    }
  }

  private mutating func readNode(_ start: Int) {
    var fields: [InterchangeDraft.Field] = []
    readFields(into: &fields, prefix: "", depth: 1)
    guard !draft.hasFailed else { return }
    guard let id = take("id", from: &fields) else {
      return draft.fail(line: start, Localized(en: "the node has no id", de: "der Knoten hat keine ID"))
    }
    let label = take("label", from: &fields)
    draft.addPartner(id: id, name: label, line: start, fields: fields)
  }

  private mutating func readEdge(_ start: Int) {
    var fields: [InterchangeDraft.Field] = []
    readFields(into: &fields, prefix: "", depth: 1)
    guard !draft.hasFailed else { return }
    if fields.contains(where: { $0.name == "directed" }) { directionsGiven.insert(draft.tieCount) }
    let source = take("source", from: &fields)
    let target = take("target", from: &fields)
    draft.addTie(source ?? "", target ?? "", line: start, isDirected: false, fields: fields)
  }

  private func take(_ key: String, from fields: inout [InterchangeDraft.Field]) -> String? {
    guard let index = fields.firstIndex(where: { $0.name == key }) else { return nil }
    return fields.remove(at: index).value
  }

  /// The keys and values up to the closing bracket.
  private mutating func readFields(into fields: inout [InterchangeDraft.Field], prefix: String, depth: Int) {
    guard depth <= Self.depthLimit else {
      return fail(
        Localized(
          en: "lists stand in lists more than \(Self.depthLimit) deep",
          de: "Listen stehen mehr als \(Self.depthLimit)-fach ineinander"))
    }
    while !draft.hasFailed {
      let token = next()
      if token == .close { return }
      guard case .word(let key) = token else { return failUnfinished("[", token) }
      switch next() {
      case .open: readFields(into: &fields, prefix: prefix + key + ".", depth: depth + 1)
      case .word(let text), .text(let text):
        // What networkx writes before a list of one element.
        if text == "_networkx_list_start" { continue }
        let name = prefix + key
        if let earlier = fields.lastIndex(where: { $0.name == name }) {
          fields[earlier].value += "; " + text
        } else {
          fields.append((name, text))
        }
      case let other: return failUnfinished(key, other)
      }
    }
  }

  private mutating func skip(_ value: Token) {
    switch value {
    case .open:
      var fields: [InterchangeDraft.Field] = []
      readFields(into: &fields, prefix: "", depth: 1)
    case .word, .text: return
    case .close, .end: failUnfinished("", value)
    }
  }

  private mutating func failUnfinished(_ what: String, _ token: Token) {
    switch token {
    case .end:
      fail(Localized(en: "the file ends before its brackets are closed", de: "die Datei endet vor der letzten Klammer"))
    case .text:
      fail(Localized(en: "a text stands where a key should be", de: "ein Text steht, wo ein Schlüsselwort sein sollte"))
    case .word, .open, .close:
      fail(Localized(en: "a bracket stands where a value should be", de: "eine Klammer steht, wo ein Wert sein sollte"))
    }
  }

  private mutating func fail(_ message: Localized) { draft.fail(line: line, message) }

  // MARK: - Tokens

  private mutating func next() -> Token {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 10:
        line += 1
        position += 1
      case 13:
        if !(position + 1 < bytes.count && bytes[position + 1] == 10) { line += 1 }
        position += 1
      case 0...32: position += 1
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
      case UInt8(ascii: "["):
        position += 1
        return .open
      case UInt8(ascii: "]"):
        position += 1
        return .close
      case UInt8(ascii: "\""): return readText()
      default:
        let start = position
        while position < bytes.count, bytes[position] > 32, bytes[position] != UInt8(ascii: "["),
          bytes[position] != UInt8(ascii: "]"), bytes[position] != UInt8(ascii: "\"")
        {
          position += 1
        }
        return .word(bytes.text(start..<position))
      }
    }
    return .end
  }

  private mutating func readText() -> Token {
    let start = position + 1
    let startLine = line
    position = start
    var hasEntity = false
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "&") { hasEntity = true }
      if bytes[position] == 10 { line += 1 }
      position += 1
    }
    guard position < bytes.count else {
      draft.fail(
        line: startLine,
        Localized(
          en: "the text that begins here is not closed", de: "der Text, der hier beginnt, ist nicht geschlossen"))
      return .end
    }
    position += 1
    let range = start..<(position - 1)
    return .text(hasEntity ? HTMLEntities.decode(bytes[range]) : bytes.text(range))
  }
}
