import NetworkModel

/// GraphML: igraph, networkx, Gephi, yEd, visone and Cytoscape read and write it.
///
/// - Keys may have defaults; a node or an edge without the value has the default.
/// - A graph within a node is read, too: its nodes have the outer node's id as the attribute `parent`.
/// - Each edge may have its own direction.
/// - What yEd draws as a label is the name.
/// - Hyperedges are refused, as a tie has two ends.
/// - Reference: U. Brandes et al., “GraphML Progress Report”, 2002, doi:10.1007/3-540-45848-4_59.
enum GraphMLFormat: WritableInterchangeFormat {
  static let mixedDirections: Localized? = Localized(
    en:
      "ties with and without direction are mixed: networkx reads no such GraphML, and igraph reads all ties as undirected",
    de:
      "gerichtete und ungerichtete Beziehungen sind gemischt: networkx liest solches GraphML nicht, und igraph liest alle als ungerichtet"
  )

  static let name = "GraphML"
  static let extensions = ["graphml"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    beginning.begins(with: "<") && (beginning.contains("<graphml") || beginning.contains(":graphml"))
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    GraphMLReader(file: file, limits: limits).read(bytes)
  }
}

private final class GraphMLReader: InterchangeXMLReader {
  private struct Key {
    let name: String
    let isForNodes: Bool
    let isForEdges: Bool
    var standard: String?
  }

  private struct Node {
    let id: String
    let line: Int
    var fields: [InterchangeDraft.Field] = []
    var label: String?
    /// The position of its row, once it has one: a graph within it is to come behind it.
    var row: Int?
  }

  private struct Edge {
    let source: String
    let target: String
    let line: Int
    let isDirected: Bool
  }

  private var keys: [String: Key] = [:]
  private var keysWithDefault: [String] = []
  private var keyRead: String?
  private var directions: [Bool] = []
  private var nodes: [Node] = []
  private var edge: Edge?
  private var edgeFields: [InterchangeDraft.Field] = []
  /// The key of the data element that is read.
  private var dataKey: String?
  /// The key of the last data element and its name: edges have the same one, again and again.
  private var lastKey: (id: String, name: String)?
  /// How many elements stand open within a data element; their text is not the value.
  private var depthInData = 0
  /// How many elements stood within it.
  private var depthOfDrawing = 0
  private var isLabel = false
  private var isSkipping = false

  init(file: String, limits: SizeLimits) {
    super.init(
      file: file, limits: limits, format: GraphMLFormat.name, root: "graphml", undeclaredNodes: .addedWithWarning)
  }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if isSkipping { return }
    if dataKey != nil { return beginInData(name, attributes) }
    if name == "data" {
      dataKey = attributes.string("key") ?? ""
      depthInData = 0
      collect()
    } else if name == "edge" {
      beginEdge(attributes)
    } else if name == "node" {
      beginNode(attributes)
    } else if name == "graph" {
      beginGraph(attributes)
    } else if name == "key" {
      beginKey(attributes)
    } else if name == "default" {
      collect()
    } else if name == "hyperedge" {
      draft.fail(
        line: line,
        Localized(
          en: "a hyperedge joins more than two partners, a tie joins two; make it a project with participants, "
            + "or a tie for each pair",
          de: "eine Hyperkante verbindet mehr als zwei Partner, eine Beziehung zwei; machen Sie ein Projekt mit "
            + "Beteiligten daraus, oder eine Beziehung für jedes Paar"))
    }
  }

  override func finish(_ name: XMLName) {
    if isSkipping { return }
    if dataKey != nil {
      if depthInData == 0 { return endData() }
      depthInData -= 1
      if isLabel {
        isLabel = false
        takeLabel(take())
      }
      return
    }
    if name == "edge" {
      endEdge()
    } else if name == "node" {
      endNode()
    } else if name == "graph" {
      directions.removeLast()
      if directions.isEmpty { isSkipping = true }
    } else if name == "default" {
      let text = take()
      if let keyRead, let key = keys[keyRead], !text.isBlank {
        keys[keyRead]?.standard = text
        // Of two keys with one name the first has the default.
        let rivals = keysWithDefault.compactMap { keys[$0] }
        if !rivals.contains(where: {
          $0.name == key.name && ($0.isForNodes == key.isForNodes || $0.isForEdges == key.isForEdges)
        }) {
          keysWithDefault.append(keyRead)
        }
      }
    } else if name == "key" {
      keyRead = nil
    }
  }

  // MARK: - Keys and data

  private func beginKey(_ attributes: XMLAttributes) {
    guard let id = attributes.string("id") else { return }
    // The shorter spelling stands in files of some programs.
    let name = attributes.string("attr.name") ?? attributes.string("name") ?? id
    let target = attributes.string("for") ?? "all"
    keys[id] = Key(
      name: name, isForNodes: target == "node" || target == "all", isForEdges: target == "edge" || target == "all")
    keyRead = id
    lastKey = nil
  }

  private func endData() {
    let text = take()
    if lastKey?.id != dataKey! { lastKey = (dataKey!, keys[dataKey!]?.name ?? dataKey!) }
    let name = lastKey!.name
    dataKey = nil
    // Drawings and resources of yEd.
    if depthOfDrawing > 0 {
      depthOfDrawing = 0
      return
    }
    if edge != nil {
      edgeFields.append((name, text))
    } else if !nodes.isEmpty {
      if let row = nodes[nodes.count - 1].row {
        guard !text.isBlank else { return }
        draft.changePartner(row) { $0.attributes.append(Attribute(name: name, value: text)) }
      } else {
        nodes[nodes.count - 1].fields.append((name, text))
      }
    } else if directions.count == 1 {
      draft.set(name, text)
    }
  }

  private func beginInData(_ name: XMLName, _ attributes: XMLAttributes) {
    depthInData += 1
    depthOfDrawing += 1
    isCollecting = false
    if name == "NodeLabel" || name == "EdgeLabel" {
      isLabel = true
      collect()
    } else if name == "Geometry", edge == nil, let last = nodes.indices.last, nodes[last].row == nil {
      for key in ["x", "y"] as [StaticString] {
        if let value = attributes.string(key) { nodes[last].fields.append(("\(key)", value)) }
      }
    }
  }

  private func takeLabel(_ text: String) {
    let label = text.trimmed
    guard !label.isEmpty else { return }
    if edge != nil {
      edgeFields.append(("label", label))
    } else if let last = nodes.indices.last, nodes[last].label == nil {
      nodes[last].label = label
    }
  }

  // MARK: - Graphs

  private func beginGraph(_ attributes: XMLAttributes) {
    directions.append(attributes.has("edgedefault", "directed"))
    // The outer node comes before the nodes within it.
    for position in nodes.indices where nodes[position].row == nil { emit(position) }
  }

  private func beginNode(_ attributes: XMLAttributes) {
    guard let id = attributes.string("id") else {
      return draft.fail(line: line, Localized(en: "a node has no id", de: "ein Knoten hat keine ID"))
    }
    var node = Node(id: id, line: line)
    if let outer = nodes.last { node.fields.append(("parent", outer.id)) }
    nodes.append(node)
  }

  private func endNode() {
    guard let last = nodes.indices.last else { return }
    if nodes[last].row == nil { emit(last) }
    nodes.removeLast()
  }

  private func emit(_ position: Int) {
    var node = nodes[position]
    addDefaults(to: &node.fields) { $0.isForNodes }
    nodes[position].row =
      draft.addPartner(id: node.id, name: node.label, line: node.line, fields: node.fields) ?? 0
  }

  private func addDefaults(to fields: inout [InterchangeDraft.Field], where isMeant: (Key) -> Bool) {
    let given = fields.count
    for id in keysWithDefault {
      guard let key = keys[id], isMeant(key), let standard = key.standard,
        !fields[..<given].contains(where: { $0.name == key.name })
      else { continue }
      fields.append((key.name, standard))
    }
  }

  private func beginEdge(_ attributes: XMLAttributes) {
    var isDirected = directions.last ?? false
    if let own = attributes["directed"] { isDirected = own[0] == 0x74 || own[0] == 0x31 }
    edge = Edge(
      source: attributes.string("source") ?? "", target: attributes.string("target") ?? "", line: line,
      isDirected: isDirected)
    edgeFields.removeAll(keepingCapacity: true)
    if let id = attributes.string("id") { edgeFields.append(("id", id)) }
  }

  private func endEdge() {
    guard let edge else { return }
    if !keysWithDefault.isEmpty { addDefaults(to: &edgeFields) { $0.isForEdges } }
    draft.addTie(edge.source, edge.target, line: edge.line, isDirected: edge.isDirected, fields: edgeFields)
    self.edge = nil
  }
}
