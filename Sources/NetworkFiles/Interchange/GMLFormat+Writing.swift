import NetworkModel

extension GMLFormat {
  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(
      network, reservedForPartners: ["id", "label", "partner_id"], reservedForTies: ["source", "target", "directed"])
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.noteRenamed(fields)
    var keys = GMLKeys()
    let isDirected = network.ties.contains(where: \.isDirected)
    let isMixed = isDirected && !network.isDirected
    if isMixed {
      losses.say(
        Localized(
          en: "GML has one direction for all ties; other programs read the undirected ones as directed, too",
          de: "GML kennt nur eine Richtung für alle Beziehungen; andere Programme lesen auch die ungerichteten als "
            + "gerichtet"))
    }
    // networkx refuses parallel edges that are not announced.
    let multigraph = network.hasParallelTies(isDirected: isDirected) ? "  multigraph 1\n" : ""
    var text = "Creator \"regionet\"\ngraph [\n  directed \(isDirected ? 1 : 0)\n\(multigraph)"
    func write(_ values: [(name: String, text: String, kind: NetworkFields.Kind)], indent: String) {
      for entry in keys.nested(values) { entry.write(to: &text, indent: indent) }
    }
    write(fields.settings.map { ($0.name, $0.text, .text) }, indent: "  ")
    for (position, partner) in network.partners.enumerated() {
      text += "  node [\n    id \(position)\n    label \(GMLKeys.quoted(partner.name))\n"
      if partner.id != String(position) { text += "    partner_id \(GMLKeys.quoted(partner.id))\n" }
      write(
        fields.values(ofPartner: position).map {
          (fields.partnerFields[$0.field].name, $0.text, fields.partnerFields[$0.field].kind)
        }, indent: "    ")
      text += "  ]\n"
    }
    for (position, tie) in network.ties.enumerated() {
      text += "  edge [\n    source \(tie.source)\n    target \(tie.target)\n"
      if isMixed { text += "    directed \(tie.isDirected ? 1 : 0)\n" }
      write(
        fields.values(ofTie: position).map {
          (fields.tieFields[$0.field].name, $0.text, fields.tieFields[$0.field].kind)
        }, indent: "    ")
      text += "  ]\n"
    }
    text += "]\n"
    for (from, to) in keys.changed {
      losses.say(
        Localized(
          en: "a key of GML has letters and digits only: \"\(from)\" is written as \(to)",
          de: "ein Schlüsselwort in GML hat nur Buchstaben und Ziffern: „\(from)“ heißt dort \(to)"))
    }
    return InterchangeOutput(bytes: Array(text.utf8), losses: losses.sentences)
  }
}

/// The keys of GML that attributes' names become.
private struct GMLKeys {
  indirect enum Entry {
    case value(key: String, text: String)
    case list(key: String, entries: [Entry])

    func write(to text: inout String, indent: String) {
      switch self {
      case .value(let key, let value): text += "\(indent)\(key) \(value)\n"
      case .list(let key, let entries):
        text += "\(indent)\(key) [\n"
        for entry in entries { entry.write(to: &text, indent: indent + "  ") }
        text += "\(indent)]\n"
      }
    }
  }

  private var keyOfName: [String: String] = [:]
  private var nameOfKey: [String: String] = [:]
  private(set) var changed: [(from: String, to: String)] = []

  /// Values with dotted names become lists.
  mutating func nested(_ values: [(name: String, text: String, kind: NetworkFields.Kind)]) -> [Entry] {
    var entries: [Entry] = []
    for value in values {
      let text = Self.isNumber(value.text, value.kind) ? value.text : Self.quoted(value.text)
      let parts = value.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      // A key that is a list cannot be a value, too.
      let isPath =
        parts.count > 1 && parts.count <= 16 && parts.allSatisfy(Self.isKey)
        && !values.contains { other in
          other.name != value.name
            && (value.name.hasPrefix(other.name + ".") || other.name.hasPrefix(value.name + "."))
        }
      if isPath {
        Self.insert(parts[...], text, into: &entries)
      } else {
        entries.append(.value(key: key(value.name), text: text))
      }
    }
    return entries
  }

  private static func insert(_ path: ArraySlice<String>, _ text: String, into entries: inout [Entry]) {
    guard let first = path.first else { return }
    guard path.count > 1 else { return entries.append(.value(key: first, text: text)) }
    for index in entries.indices {
      guard case .list(let key, var inner) = entries[index], key == first else { continue }
      insert(path.dropFirst(), text, into: &inner)
      entries[index] = .list(key: key, entries: inner)
      return
    }
    var inner: [Entry] = []
    insert(path.dropFirst(), text, into: &inner)
    entries.append(.list(key: first, entries: inner))
  }

  private mutating func key(_ name: String) -> String {
    if let known = keyOfName[name] { return known }
    var key = name
    if !Self.isKey(name) {
      let ascii = name.matchingKey.utf8.map { byte -> UInt8 in
        (48...57).contains(byte) || (97...122).contains(byte) ? byte : UInt8(ascii: "_")
      }
      key = String(decoding: ascii, as: UTF8.self)
      if key.utf8.first.map({ !(97...122).contains($0) }) ?? true { key = "a" + key }
    }
    let base = key
    var number = 2
    while nameOfKey[key] != nil {
      key = "\(base)_\(number)"
      number += 1
    }
    nameOfKey[key] = name
    keyOfName[name] = key
    if key != name { changed.append((name, key)) }
    return key
  }

  private static func isKey(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first | 0x20) else { return false }
    return name.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 0x20) || $0 == 95 }
  }

  /// Whether every reader takes the text for a number: real numbers need a point there.
  private static func isNumber(_ text: String, _ kind: NetworkFields.Kind) -> Bool {
    switch kind {
    case .whole, .number:
      text.numberIsWhole == true ? Int32(text) != nil : text.utf8.contains(UInt8(ascii: "."))
    case .text, .boolean: false
    }
  }

  /// In ASCII, as the format asks for.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case " "..."~": result.unicodeScalars.append(scalar)
      default: result += "&#\(scalar.value);"
      }
    }
    return result + "\""
  }
}
