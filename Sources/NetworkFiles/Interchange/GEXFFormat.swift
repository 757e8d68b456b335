import NetworkModel

/// GEXF 1.1, 1.2 and 1.3, the format of Gephi; regionet writes 1.3.
///
/// - Options and defaults of attributes, nested nodes (`pid` and nodes within nodes become the attribute `parent`).
/// - `start` and `end` are the time of a membership or a tie where they are dates or years; several spells become one
///   that holds them all. Of a value that changes in time the last counts.
/// - Colours, positions and sizes are the attributes `viz.color`, `viz.x`, …; they are drawn again when written.
/// - Reference: https://gexf.net/schema.html
enum GEXFFormat: WritableInterchangeFormat {
  static let mixedDirections: Localized? = Localized(
    en: "ties with and without direction are mixed: networkx reads no such GEXF",
    de: "gerichtete und ungerichtete Beziehungen sind gemischt: networkx liest solches GEXF nicht")

  static let name = "GEXF"
  static let extensions = ["gexf"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    beginning.begins(with: "<") && (beginning.contains("<gexf") || beginning.contains(":gexf"))
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    GEXFReader(file: file, limits: limits).read(bytes)
  }
}

private final class GEXFReader: InterchangeXMLReader {
  private struct Declared {
    let title: String
    var standard: String?
  }

  private struct Item {
    /// Empty for an edge.
    let id: String
    let line: Int
    var label: String?
    var fields: [InterchangeDraft.Field] = []
    var given: Set<String> = []
    var start: String?
    var end: String?
    var spells: [(start: String?, end: String?)] = []
    var parents: [String] = []
    var source = ""
    var target = ""
    var isDirected = false
    /// Whether its row is there already: nodes within it are to come behind it.
    var isEmitted = false
  }

  private var isDirectedByDefault = false
  private var attributeClass = ""
  private var declared: [String: [String: Declared]] = ["node": [:], "edge": [:]]
  private var order: [String: [String]] = ["node": [], "edge": []]
  private var attributeRead: String?
  private var nodes: [Item] = []
  private var edge: Item?
  private var hasGraph = false
  private var isAfterGraph = false
  private var metaElement: String?
  private var changesToldOf = false

  init(file: String, limits: SizeLimits) {
    super.init(file: file, limits: limits, format: GEXFFormat.name, root: "gexf", undeclaredNodes: .addedWithWarning)
  }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if isAfterGraph { return }
    if name == "edge" {
      beginEdge(attributes)
    } else if name == "node" {
      beginNode(attributes)
    } else if name == "attvalue" {
      takeValue(attributes)
    } else if name == "graph" {
      hasGraph = true
      // The schema's default is undirected.
      isDirectedByDefault = attributes.has("defaultedgetype", "directed")
    } else if name == "attributes" {
      attributeClass = attributes.string("class") ?? ""
    } else if name == "attribute" {
      guard let id = attributes.string("id"), declared[attributeClass] != nil else { return }
      declared[attributeClass]?[id] = Declared(title: attributes.string("title") ?? id)
      attributeRead = id
    } else if name == "default" {
      collect()
    } else if name == "nodes" {
      for position in nodes.indices where !nodes[position].isEmitted { emitNode(position) }
    } else if name == "spell" || name == "slice" {
      change {
        $0.spells.append(
          (
            attributes.string("start") ?? attributes.string("startopen"),
            attributes.string("end") ?? attributes.string("endopen")
          ))
      }
    } else if name == "parent" {
      if let parent = attributes.string("for") { change { $0.parents.append(parent) } }
    } else if name == "color" {
      takeColor(attributes)
    } else if name == "position" {
      for key in ["x", "y", "z"] as [StaticString] { takeLook("viz.\(key)", attributes.string(key)) }
    } else if name == "size" {
      takeLook("viz.size", attributes.string("value"))
    } else if name == "thickness" {
      takeLook("viz.thickness", attributes.string("value"))
    } else if name == "shape" {
      takeLook("viz.shape", attributes.string("value"))
    } else if !hasGraph, name == "title" || name == "creator" || name == "description" || name == "keywords" {
      metaElement = name.string
      collect()
    }
  }

  override func finish(_ name: XMLName) {
    if isAfterGraph { return }
    if name == "edge" {
      emitEdge()
    } else if name == "node" {
      guard let last = nodes.indices.last else { return }
      if !nodes[last].isEmitted { emitNode(last) }
      nodes.removeLast()
    } else if name == "graph" {
      isAfterGraph = true
    } else if name == "default" {
      let text = take()
      if let attributeRead, !text.trimmed.isEmpty {
        declared[attributeClass]?[attributeRead]?.standard = text
        order[attributeClass]?.append(attributeRead)
      }
    } else if name == "attribute" {
      attributeRead = nil
    } else if let element = metaElement, name.string == element {
      metaElement = nil
      let text = take()
      // What regionet itself wrote there says nothing.
      if !(element == "creator" && text == "regionet") { draft.set(element, text) }
    }
  }

  private func change(_ change: (inout Item) -> Void) {
    if edge != nil {
      change(&edge!)
    } else if !nodes.isEmpty {
      change(&nodes[nodes.count - 1])
    }
  }

  // MARK: - Values

  private func takeValue(_ attributes: XMLAttributes) {
    guard let id = attributes.string("for") ?? attributes.string("id"), let value = attributes.string("value") else {
      return
    }
    let kind = edge != nil ? "edge" : "node"
    if kind == "node", nodes.isEmpty {
      // Attributes of the graph, as some programs write them.
      return draft.set(id, value)
    }
    let title = declared[kind]?[id]?.title ?? id
    var isRepeated = false
    change { item in
      isRepeated = !item.given.insert(id).inserted
      if isRepeated, let index = item.fields.lastIndex(where: { $0.name == title }) {
        item.fields[index].value = value
      } else {
        item.fields.append((title, value))
      }
    }
    if isRepeated, !changesToldOf {
      changesToldOf = true
      draft.warn(
        .changesInTime, line: line,
        Localized(
          en: "\(title) changes in time; the last value counts, here and wherever else a value changes",
          de: "\(title) ändert sich mit der Zeit; es gilt der letzte Wert, hier und wo sich sonst ein Wert ändert"))
    }
  }

  private func takeLook(_ name: String, _ value: String?) {
    guard let value else { return }
    change { $0.fields.append((name, value)) }
  }

  private func takeColor(_ attributes: XMLAttributes) {
    if let hex = attributes.string("hex") { return takeLook("viz.color", hex) }
    let parts = ["r", "g", "b"].compactMap { key -> Int? in
      switch key {
      case "r": attributes.string("r").flatMap { Int($0) }
      case "g": attributes.string("g").flatMap { Int($0) }
      default: attributes.string("b").flatMap { Int($0) }
      }
    }
    guard parts.count == 3, parts.allSatisfy({ (0...255).contains($0) }) else { return }
    takeLook("viz.color", "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    takeLook("viz.alpha", attributes.string("a"))
  }

  // MARK: - Nodes and edges

  private func beginNode(_ attributes: XMLAttributes) {
    guard let id = attributes.string("id") else {
      return draft.fail(line: line, Localized(en: "a node has no id", de: "ein Knoten hat keine ID"))
    }
    var node = Item(id: id, line: line)
    node.label = attributes.string("label")
    node.start = attributes.string("start") ?? attributes.string("startopen")
    node.end = attributes.string("end") ?? attributes.string("endopen")
    if let outer = attributes.string("pid") ?? nodes.last?.id { node.parents.append(outer) }
    nodes.append(node)
  }

  private func emitNode(_ position: Int) {
    nodes[position].isEmitted = true
    let node = nodes[position]
    draft.addPartner(id: node.id, name: node.label, line: node.line, fields: fields(of: node, "node"))
  }

  private func beginEdge(_ attributes: XMLAttributes) {
    var edge = Item(id: "", line: line)
    edge.source = attributes.string("source") ?? ""
    edge.target = attributes.string("target") ?? ""
    edge.isDirected = isDirectedByDefault
    if let type = attributes.string("type") {
      edge.isDirected = type == "directed"
      if type == "mutual" { edge.fields.append(("direction", type)) }
    }
    edge.start = attributes.string("start") ?? attributes.string("startopen")
    edge.end = attributes.string("end") ?? attributes.string("endopen")
    if let id = attributes.string("id") { edge.fields.append(("id", id)) }
    if let label = attributes.string("label") { edge.fields.append(("label", label)) }
    if let kind = attributes.string("kind") { edge.fields.append(("kind", kind)) }
    if let weight = attributes.string("weight") { edge.fields.append(("weight", weight)) }
    self.edge = edge
  }

  private func emitEdge() {
    guard let edge else { return }
    draft.addTie(
      edge.source, edge.target, line: edge.line, isDirected: edge.isDirected, fields: fields(of: edge, "edge"))
    self.edge = nil
  }

  /// The fields of a node or an edge, with the defaults of what it does not say, and the time.
  private func fields(of item: Item, _ kind: String) -> [InterchangeDraft.Field] {
    var fields = item.fields
    for id in order[kind] ?? [] where !item.given.contains(id) {
      if let attribute = declared[kind]?[id], let standard = attribute.standard {
        fields.append((attribute.title, standard))
      }
    }
    if !item.parents.isEmpty { fields.append(("parent", item.parents.joined(separator: "; "))) }
    var spells = item.spells
    if spells.isEmpty, item.start != nil || item.end != nil { spells = [(item.start, item.end)] }
    // A date that is less exact than a day stands among the attributes.
    let hasOwn = fields.contains { ["joined", "left", "since", "until"].contains($0.name) }
    if hasOwn || spells.isEmpty { return fields }
    if spells.count == 1 {
      if let start = spells[0].start { fields.append(("start", start)) }
      if let end = spells[0].end { fields.append(("end", end)) }
      return fields
    }
    let isDated = spells.allSatisfy { spell in
      [spell.start, spell.end].allSatisfy { $0 == nil || PartialDate(reading: $0!) != nil }
    }
    if isDated {
      let starts = spells.map { $0.start.flatMap { PartialDate(reading: $0) } }
      let ends = spells.map { $0.end.flatMap { PartialDate(reading: $0) } }
      if !starts.contains(nil), let first = starts.compactMap(\.self).min(by: { $0.firstDay < $1.firstDay }) {
        fields.append(("start", first.description))
      }
      if !ends.contains(nil), let last = ends.compactMap(\.self).max(by: { $0.lastDay < $1.lastDay }) {
        fields.append(("end", last.description))
      }
    }
    fields.append(("spells", spells.map { "\($0.start ?? "")/\($0.end ?? "")" }.joined(separator: "; ")))
    return fields
  }
}

extension Problem.Code {
  /// A value is given for several times; regionet keeps one.
  public static let changesInTime = Self(rawValue: "changesInTime")
}
