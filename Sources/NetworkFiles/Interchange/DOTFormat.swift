import GraphvizBinding
import NetworkModel

/// DOT, the language of Graphviz, read by libcgraph.
///
/// - The innermost cluster (`subgraph cluster_…`) that a node stands in is its sector, by its label or its name.
/// - In a digraph edges with `dir=none` or `dir=both` have no direction.
/// - Reference: https://graphviz.org/doc/info/lang.html
enum DOTFormat: WritableInterchangeFormat {
  static let mixedDirections: Localized? = Localized(
    en:
      "ties with and without direction are mixed: the undirected ones are drawn without arrows, but other programs read them as directed",
    de:
      "gerichtete und ungerichtete Beziehungen sind gemischt: die ungerichteten erscheinen ohne Pfeil, andere Programme lesen sie aber als gerichtet"
  )

  static let name = "DOT"
  static let extensions = ["dot", "gv"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    var text = beginning.text[...]
    // Comments may come first.
    while true {
      text = text.drop { $0 <= 32 }
      if text.starts(with: "//".utf8) || text.first == UInt8(ascii: "#") {
        text = text.drop { $0 != 10 && $0 != 13 }
      } else if text.starts(with: "/*".utf8) {
        text = text.dropFirst(2)
        while !text.isEmpty, !text.starts(with: "*/".utf8) { text = text.dropFirst() }
        text = text.dropFirst(2)
      } else {
        break
      }
    }
    if text.starts(with: "strict".utf8) { text = text.dropFirst(6).drop { $0 <= 32 } }
    guard text.starts(with: "graph".utf8) || text.starts(with: "digraph".utf8) else { return false }
    guard let brace = text.firstIndex(of: UInt8(ascii: "{")) else { return false }
    return !text[..<brace].contains(UInt8(ascii: "["))
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    var draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
    let bytes = InterchangeText.utf8(bytes)
    var size = DOTSize(bytes, limits: limits)
    if let excess = size.excess() {
      let message: Localized =
        switch excess {
        case .nodes: .tooMany(limits.drawnNodes, "nodes in DOT", "Knoten in DOT")
        case .edges: .tooMany(limits.drawnEdges, "edges in DOT", "Kanten in DOT")
        case .attributes: .tooMany(limits.attributes, "attributes in DOT", "Attribute in DOT")
        }
      draft.fail(.fileTooLarge, line: size.line, message)
      return draft.finish()
    }
    let graph: GraphvizGraph
    do throws(GraphvizError) {
      graph = try Graphviz.parse(dot: bytes)
    } catch {
      let reason =
        if case .syntax(let messages) = error { messages.first ?? "" } else { error.description }
      draft.fail(
        line: line(of: reason),
        Localized(en: "this is no DOT: \(reason)", de: "das ist kein DOT: \(german(reason))"))
      return draft.finish()
    }
    for (name, value) in graph.attributes.sorted(by: { $0.key < $1.key }) { draft.set(name, unescaped(value)) }
    var sectors: [Int: (depth: Int, name: String)] = [:]
    for part in graph.parts where part.name.hasPrefix("cluster") {
      // A subgraph has the graph's own label unless it gives one.
      let label = part.attributes["label"].flatMap { $0 == graph.attributes["label"] ? nil : unescaped($0) }
      let name = label ?? String(part.name.dropFirst(7)).trimmingUnderscores
      for node in part.nodes where sectors[node]?.depth ?? 0 < part.depth { sectors[node] = (part.depth, name) }
    }
    for (position, node) in graph.nodes.enumerated() {
      var label: String?
      var fields: [InterchangeDraft.Field] = []
      for (name, value) in node.attributes.sorted(by: { $0.key < $1.key }) {
        if name == "label" {
          label = value == "\\N" ? nil : unescaped(value)
        } else {
          fields.append((name, value))
        }
      }
      if let sector = sectors[position], !sector.name.isEmpty { fields.append(("sector", sector.name)) }
      draft.addPartner(id: node.name, name: label, line: 1, fields: fields)
    }
    for edge in graph.edges {
      var fields: [InterchangeDraft.Field] = []
      var isDirected = graph.isDirected
      for (name, value) in edge.attributes.sorted(by: { $0.key < $1.key }) {
        if name == "dir" {
          if value == "none" || value == "both" { isDirected = false }
        } else {
          fields.append((name, name == "label" ? unescaped(value) : value))
        }
      }
      draft.addTie(
        graph.nodes[edge.tail].name, graph.nodes[edge.head].name, line: 1, isDirected: isDirected, fields: fields)
    }
    return draft.finish()
  }

  /// The line that a message of libcgraph names: `syntax error in line 3 near '~'`.
  private static func line(of message: String) -> Int? {
    guard let range = message.firstRange(of: "line ") else { return nil }
    return Int(message[range.upperBound...].prefix { $0.isNumber })
  }

  /// A message of the library in German; those that it rarely gives stay as they are.
  private static func german(_ message: String) -> String {
    let words = [
      ("syntax error in line ", "Syntaxfehler in Zeile "), (" near ", " bei "),
      ("there is no graph in it", "es steht kein Graph darin"), ("a zero byte in the text", "ein Nullbyte im Text"),
    ]
    return words.reduce(message) { text, word in text.replacing(word.0, with: word.1, maxReplacements: 1) }
  }

  /// A label without the escapes of Graphviz: `\n` breaks the line, `\\` is a backslash.
  private static func unescaped(_ label: String) -> String {
    guard label.utf8.contains(UInt8(ascii: "\\")) || label.utf8.contains(UInt8(ascii: "&")) else { return label }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in label.utf8 {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"): result.append(10)
        default: result.append(byte)
        }
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return HTMLEntities.decode(result[...])
  }

  // MARK: - Writing

  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(
      network, reservedForPartners: ["label", "partner_id", "pos"], reservedForTies: ["dir", "directed"])
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.noteRenamed(fields)
    var backslashes = 0
    /// Between double quotes, where a backslash cannot stand before a quote and no zero byte anywhere.
    func quoted(_ text: String) -> String {
      var result = "\""
      var scalars = Array(text.unicodeScalars)[...]
      while let scalar = scalars.popFirst() {
        switch scalar {
        case "\"": result += "\\\""
        case "\\":
          let next = scalars.first
          if next == nil || next == "\"" || next == "\\" || next == "\n" || next == "\r" {
            backslashes += 1
            result += "/"
          } else {
            result += "\\"
          }
        case "\u{0}": backslashes += 1
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result + "\""
    }
    /// A label shows what it says: `&` and `\` mean nothing in it.
    func label(_ text: String) -> String {
      var result = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "&#92;"
        case "&": result += "&amp;"
        case "\n": result += "\\n"
        case "\u{0}": continue
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result + "\""
    }
    let isDirected = network.ties.contains(where: \.isDirected)
    let isSafe = network.partners.map { partner in
      !partner.id.utf8.contains { $0 == UInt8(ascii: "\\") || $0 < 32 } && !partner.id.hasPrefix("%")
    }
    let given = Set(network.partners.map(\.id))
    let ids = network.partners.enumerated().map { position, partner -> String in
      if isSafe[position] { return partner.id }
      var id = "n\(position)"
      while given.contains(id) { id += "_" }
      return id
    }
    var text = (isDirected ? "digraph" : "graph") + " {\n"
    for setting in fields.settings {
      text += "  \(quoted(setting.name == "title" ? "label" : setting.name))="
      text += (setting.name == "title" ? label(setting.text) : quoted(setting.text)) + ";\n"
    }
    for (position, partner) in network.partners.enumerated() {
      var list = ["label=" + label(partner.name)]
      if ids[position] != partner.id { list.append("partner_id=" + quoted(partner.id)) }
      for value in fields.values(ofPartner: position) {
        list.append("\(quoted(fields.partnerFields[value.field].name))=\(quoted(value.text))")
      }
      if options.appearance.indices.contains(position) {
        let look = options.appearance[position]
        if let x = look.x, let y = look.y { list.append("pos=\"\(x.shortText),\(y.shortText)!\"") }
      }
      text += "  \(quoted(ids[position])) [\(list.joined(separator: ", "))];\n"
    }
    for (position, tie) in network.ties.enumerated() {
      var list = fields.values(ofTie: position).map { value in
        "\(quoted(fields.tieFields[value.field].name))=\(quoted(value.text))"
      }
      if isDirected, !tie.isDirected { list.append("dir=none") }
      text += "  \(quoted(ids[tie.source])) \(isDirected ? "->" : "--") \(quoted(ids[tie.target]))"
      text += list.isEmpty ? ";\n" : " [\(list.joined(separator: ", "))];\n"
    }
    text += "}\n"
    losses.lose(backslashes, "backslashes before quotes", "umgekehrte Schrägstriche vor Anführungszeichen")
    return InterchangeOutput(bytes: Array(text.utf8), losses: losses.sentences)
  }
}

extension String {
  fileprivate var trimmingUnderscores: String { String(drop { $0 == "_" || $0 == " " }) }
}
