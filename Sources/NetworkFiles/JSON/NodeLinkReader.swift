import NetworkModel

/// Reads graphs written as JSON: lists of nodes and links, with the other tables of a dataset as further lists.
///
/// Besides regionet's own files these are networkx's node-link data, D3's and sigma's graphs, graphology, Cytoscape
/// (`.cyjs`) and Kumu. What the keys mean is found out as for the headers of tables.
struct NodeLinkReader {
  let file: String
  let language: Language?

  func read(_ text: DecodedText, limits: SizeLimits) throws(UnreadableInput) -> NetworkDraft {
    var root: JSONValue
    do {
      root = try text.withBytes { bytes throws(JSONParser.Malformed) in try JSONParser.parse(bytes) }
    } catch {
      throw UnreadableInput(
        .fileDamaged, at: Location(file: file, line: error.line),
        Localized(
          en: "this is no JSON: \(error.reason.english); export the file again",
          de: "das ist kein JSON (\(error.reason.german)); exportieren Sie die Datei noch einmal"))
    }
    // cytoscape.js also takes the bare list of elements.
    if case .array(let elements) = root { root = .object([JSONValue.Member("elements", .array(elements))]) }
    guard case .object(let members) = root else { throw notAGraph() }
    var lists = tableLists(members)
    splitCytoscape(root, into: &lists)
    guard lists[.partners] != nil || lists[.ties] != nil || lists[.participation] != nil else { throw notAGraph() }
    var draft = NetworkDraft()
    if lists[.network] == nil, case .object(let attributes)? = root["graph"] ?? root["attributes"] ?? root["data"] {
      lists[.network] = RecordList(settings: attributes)
    }
    resolvePositions(&lists)
    let isDirected = root["directed"] == .bool(true) || root["options"]?["type"] == .string("directed")
    for table in [.network] + Table.allCases.filter({ $0 != .network }) {
      guard let records = lists[table] else { continue }
      let extra = table == .ties && isDirected ? (header: "directed", cell: Cell.boolean(true)) : nil
      // An empty list is a table without rows, not a mistake.
      guard records.count > 0 else { continue }
      let source = try RecordTable(file: file, sizeOnDisk: limits.byteCount, records: records, extra: extra)
      try TableReader(source: source, plans: [TablePlan(table: table)], language: language).read(into: &draft)
    }
    draft.addsUnknownPartners = lists[.partners] == nil
    draft.parallelTiesAdd = true
    setAsideStrangeStrengths(&draft)
    draft.mostPartners = limits.partners
    draft.mostTies = limits.ties
    return draft
  }

  /// Weights that are no strengths, which other programs may have, stay as attributes.
  private func setAsideStrangeStrengths(_ draft: inout NetworkDraft) {
    var problems = ProblemList()
    for index in draft.ties.indices {
      guard let strength = draft.ties[index].strength, !TieRow.strengths.contains(strength) else { continue }
      let place = draft.ties[index].place
      let header = draft.location(place, .strength)?.header ?? "weight"
      draft.ties[index].strength = nil
      draft.ties[index].attributes.append(Attribute(name: header, value: strength.shortText))
      problems.append(
        Problem(.notAStrength, .warning, at: draft.location(place), .notAStrength(header, strength.shortText)))
    }
    draft.problems += problems.all
  }

  private func notAGraph() -> UnreadableInput {
    UnreadableInput(
      .notATable, at: Location(file: file),
      Localized(
        en: "this JSON holds no network: a list of nodes and a list of links are missing",
        de: "dieses JSON enthält kein Netzwerk: eine Liste nodes und eine Liste links fehlen"))
  }

  /// The lists whose names are tables.
  private func tableLists(_ members: [JSONValue.Member]) -> [Table: RecordList] {
    var lists: [Table: RecordList] = [:]
    for member in members {
      guard case .exact(let table) = Table.recognise(member.key), lists[table] == nil else { continue }
      switch member.value {
      case .array(let items): lists[table] = RecordList(items, line: Int(member.line), hasKeys: table != .network)
      case .object(let pairs) where table == .network: lists[table] = RecordList(settings: pairs)
      default: continue
      }
    }
    return lists
  }

  /// Cytoscape keeps both lists in `elements`, or marks each element's group.
  private func splitCytoscape(_ root: JSONValue, into lists: inout [Table: RecordList]) {
    guard lists[.ties] == nil, let elements = root["elements"] else { return }
    switch elements {
    case .object(let members): lists.merge(tableLists(members)) { _, inner in inner }
    case .array(let items):
      let isTie = items.map { item in
        item["group"] == .string("edges") || (item["data"]?["source"] != nil && item["data"]?["target"] != nil)
      }
      guard isTie.contains(true) else { return }
      lists[.partners] = RecordList(zip(items, isTie).compactMap { $1 ? nil : $0 }, line: 1, hasKeys: true)
      lists[.ties] = RecordList(zip(items, isTie).compactMap { $1 ? $0 : nil }, line: 1, hasKeys: true)
    default: return
    }
  }

  /// D3's old graphs have no ids: links name nodes by their position, counted from 0.
  private func resolvePositions(_ lists: inout [Table: RecordList]) {
    guard let nodes = lists[.partners], lists[.ties] != nil else { return }
    var names: [JSONValue?] = []
    names.reserveCapacity(nodes.count)
    for index in 0..<nodes.count {
      guard let record = nodes.record(index) else { continue }
      if record.members.contains(where: { $0.key == "id" }) { return }
      names.append(record.members.first { ["name", "label"].contains($0.key) }?.value)
    }
    if !names.isEmpty { lists[.ties]!.nodeNames = names }
  }
}
