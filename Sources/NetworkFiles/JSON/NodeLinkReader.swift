import NetworkModel

/// Reads graphs written as JSON: lists of nodes and links, with the other tables of a dataset as further lists.
///
/// Besides regionet's own files these are networkx's node-link data, D3's and sigma's graphs, graphology, Cytoscape
/// (`.cyjs`) and Kumu. What the keys mean is found out as for the headers of tables.
struct NodeLinkReader {
  let file: String
  let language: Language?

  private typealias Record = (line: Int, members: [JSONValue.Member])

  func read(_ text: DecodedText) throws(UnreadableInput) -> NetworkDraft {
    var root: JSONValue
    do {
      root = try text.withBytes { bytes throws(JSONParser.Malformed) in try JSONParser.parse(bytes) }
    } catch {
      throw UnreadableInput(
        .fileDamaged, at: Location(file: file, line: error.line),
        Localized(
          en: "this is no JSON: \(error.reason); export the file again",
          de: "das ist kein JSON (\(error.reason)); exportieren Sie die Datei noch einmal"))
    }
    // cytoscape.js also takes the bare list of elements.
    if case .array(let elements) = root { root = .object([JSONValue.Member("elements", .array(elements))]) }
    guard case .object(let members) = root else { throw notAGraph() }
    var lists = tableLists(members)
    splitCytoscape(root, into: &lists)
    guard lists[.partners] != nil || lists[.ties] != nil || lists[.participation] != nil else { throw notAGraph() }
    var draft = NetworkDraft()
    if lists[.network] == nil, case .object(let attributes)? = root["graph"] ?? root["attributes"] ?? root["data"] {
      lists[.network] = settings(attributes)
    }
    resolvePositions(&lists)
    let isDirected = root["directed"] == .bool(true) || root["options"]?["type"] == .string("directed")
    for table in [.network] + Table.allCases.filter({ $0 != .network }) {
      guard let records = lists[table] else { continue }
      let extra = table == .ties && isDirected ? (header: "directed", cell: Cell.boolean(true)) : nil
      // An empty list is a table without rows, not a mistake.
      guard !records.isEmpty else { continue }
      let source = RecordTable(file: file, records: records, extra: extra)
      try TableReader(source: source, plans: [TablePlan(table: table)], language: language).read(into: &draft)
    }
    draft.addsUnknownPartners = lists[.partners] == nil
    draft.parallelTiesAdd = true
    return draft
  }

  private func notAGraph() -> UnreadableInput {
    UnreadableInput(
      .notATable, at: Location(file: file),
      Localized(
        en: "this JSON holds no network: a list of nodes and a list of links are missing",
        de: "dieses JSON enthält kein Netzwerk: eine Liste nodes und eine Liste links fehlen"))
  }

  /// The lists whose names are tables.
  private func tableLists(_ members: [JSONValue.Member]) -> [Table: [Record]] {
    var lists: [Table: [Record]] = [:]
    for member in members {
      guard case .exact(let table) = Table.recognise(member.key), lists[table] == nil else { continue }
      switch member.value {
      case .array(let items): lists[table] = items.compactMap { record($0, line: Int(member.line)) }
      case .object(let pairs) where table == .network: lists[table] = settings(pairs)
      default: continue
      }
    }
    return lists
  }

  /// Cytoscape keeps both lists in `elements`, or marks each element's group.
  private func splitCytoscape(_ root: JSONValue, into lists: inout [Table: [Record]]) {
    guard lists[.ties] == nil, let elements = root["elements"] else { return }
    switch elements {
    case .object(let members): lists.merge(tableLists(members)) { _, inner in inner }
    case .array(let items):
      let isTie = items.map { item in
        item["group"] == .string("edges") || (item["data"]?["source"] != nil && item["data"]?["target"] != nil)
      }
      guard isTie.contains(true) else { return }
      let records = items.map { record($0, line: 1) }
      lists[.partners] = zip(records, isTie).compactMap { $1 ? nil : $0 }
      lists[.ties] = zip(records, isTie).compactMap { $1 ? $0 : nil }
    default: return
    }
  }

  private func settings(_ pairs: [JSONValue.Member]) -> [Record] {
    pairs.map { pair in
      (Int(pair.line), [JSONValue.Member("key", .string(pair.key)), JSONValue.Member("value", pair.value)])
    }
  }

  /// One object as a record; what graphology and Cytoscape keep in `attributes` or `data` belongs to it.
  private func record(_ value: JSONValue, line: Int) -> Record? {
    guard case .object(let members) = value else { return nil }
    var flat: [JSONValue.Member] = []
    for member in members {
      if case .object(let inner) = member.value, ["attributes", "data"].contains(member.key) {
        // networkx writes these two into Cytoscape's data: the id again, and a number among parallel links.
        let id = inner.first { $0.key == "id" }?.value
        let isLink = inner.contains { $0.key == "source" }
        flat += inner.filter { !($0.key == "value" && $0.value == id) && !($0.key == "key" && isLink) }
      } else {
        flat.append(member)
      }
    }
    if let key = flat.firstIndex(where: { $0.key == "key" }),
      !flat.contains(where: { $0.key == "id" || $0.key == "value" })
    {
      flat[key] = JSONValue.Member("id", flat[key].value, line: flat[key].line)
    }
    return (flat.first.map { Int($0.line) } ?? line, flat)
  }

  /// D3's old graphs have no ids: links name nodes by their position, counted from 0.
  private func resolvePositions(_ lists: inout [Table: [Record]]) {
    guard let nodes = lists[.partners], let links = lists[.ties], !nodes.isEmpty,
      !nodes.contains(where: { $0.members.contains { $0.key == "id" } })
    else { return }
    let names = nodes.map { node in node.members.first { ["name", "label"].contains($0.key) }?.value }
    lists[.ties] = links.map { link in
      (
        link.line,
        link.members.map { member in
          guard ["source", "target"].contains(member.key), case .number(let position) = member.value,
            let index = Int(exactly: position), names.indices.contains(index), let name = names[index]
          else { return member }
          return JSONValue.Member(member.key, name, line: member.line)
        }
      )
    }
  }
}
