import NetworkModel

/// A list of JSON objects as a table: the keys are the headers.
///
/// Rows are made when they are asked for, so that a million objects stand in memory once.
struct RecordTable: TabularSource {
  let file: String
  let sizeOnDisk: Int
  let headers: [String]
  private let records: RecordList
  private let positions: [String: Int]
  private let extra: Cell?

  var sheet: String? { nil }
  var readsDecimalComma: Bool { true }
  var estimatedRowCount: Int { records.count }

  /// - Parameter extra: a column that all rows have besides.
  /// - Throws: where the objects have too many different keys to be rows of one table.
  init(
    file: String, sizeOnDisk: Int, records: RecordList, extra: (header: String, cell: Cell)? = nil
  ) throws(UnreadableInput) {
    self.file = file
    self.sizeOnDisk = sizeOnDisk
    self.records = records
    var headers: [String] = []
    var positions: [String: Int] = [:]
    for index in 0..<records.count {
      guard let record = records.record(index) else { continue }
      for member in record.members where positions[member.key] == nil {
        positions[member.key] = headers.count
        headers.append(member.key)
        guard headers.count <= SizeLimits.keys else {
          throw UnreadableInput.tooMany(
            SizeLimits.keys, "different keys", "verschiedene Schlüssel", at: Location(file: file, line: record.line))
        }
      }
    }
    if let extra, positions[extra.header] == nil {
      headers.append(extra.header)
      self.extra = extra.cell
    } else {
      self.extra = nil
    }
    self.headers = headers
    self.positions = positions
  }

  func headerCandidates() -> [HeaderRow] { headers.isEmpty ? [] : [HeaderRow(line: 0, headers: headers)] }

  func forEachRow(_ body: (_ line: Int, _ cells: [Cell]) -> Bool) throws(UnreadableInput) -> [Problem] {
    var cells: [Cell] = []
    for index in 0..<records.count {
      guard let record = records.record(index) else { continue }
      cells.removeAll(keepingCapacity: true)
      for member in record.members {
        let position = positions[member.key]!
        while cells.count <= position { cells.append(.empty) }
        cells[position] = Cell(member.value)
      }
      if let extra {
        while cells.count < headers.count - 1 { cells.append(.empty) }
        cells.append(extra)
      }
      if !body(record.line, cells) { break }
    }
    return []
  }
}

/// Objects of a JSON file that are the rows of one table.
struct RecordList {
  let items: [JSONValue]
  /// The line of the list, for objects without keys.
  let line: Int
  /// What links that name nodes by their position mean; nil where they name them by id.
  var nodeNames: [JSONValue?]?
  /// Whether a `key` is the row's id, as graphology calls it.
  private let hasKeys: Bool

  init(_ items: [JSONValue], line: Int, hasKeys: Bool) {
    self.items = items
    self.line = line
    self.hasKeys = hasKeys
  }

  /// What stands under keys, as rows with a key and a value each.
  init(settings: [JSONValue.Member]) {
    items = settings.map { pair in
      .object([
        JSONValue.Member("key", .string(pair.key), line: pair.line),
        JSONValue.Member("value", pair.value, line: pair.line),
      ])
    }
    line = 1
    hasKeys = false
  }

  var count: Int { items.count }

  /// One object; what graphology and Cytoscape keep in `attributes` or `data` belongs to it. nil for other values.
  func record(_ index: Int) -> (line: Int, members: [JSONValue.Member])? {
    guard case .object(let members) = items[index] else { return nil }
    var flat = members
    if members.contains(where: Self.isNested) {
      flat = []
      for member in members {
        if case .object(let inner) = member.value, Self.isNested(member) {
          // networkx writes these two into Cytoscape's data: the id again, and a number among parallel links.
          let id = inner.first { $0.key == "id" }?.value
          let isLink = inner.contains { $0.key == "source" }
          flat += inner.filter { !($0.key == "value" && $0.value == id) && !($0.key == "key" && isLink) }
        } else {
          flat.append(member)
        }
      }
    }
    if hasKeys, let key = flat.firstIndex(where: { $0.key == "key" }), !flat.contains(where: { $0.key == "id" }) {
      flat[key] = JSONValue.Member("id", flat[key].value, line: flat[key].line)
    }
    if nodeNames != nil { flat = flat.map(withName) }
    return (flat.first.map { Int($0.line) } ?? line, flat)
  }

  private static func isNested(_ member: JSONValue.Member) -> Bool {
    if case .object = member.value { return member.key == "attributes" || member.key == "data" }
    return false
  }

  /// D3's old graphs have no ids: links name nodes by their position, counted from 0.
  private func withName(_ member: JSONValue.Member) -> JSONValue.Member {
    guard member.key == "source" || member.key == "target", case .number(let position) = member.value, let nodeNames,
      let index = Int(exactly: position), nodeNames.indices.contains(index), let name = nodeNames[index]
    else { return member }
    return JSONValue.Member(member.key, name, line: member.line)
  }
}

extension Cell {
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .empty
    case .bool(let value): self = .boolean(value)
    case .number(let number): self = .number(number)
    case .string(let text): self = Cell(trimming: text)
    case .array(let items):
      self = Cell(trimming: items.compactMap { Cell($0).text }.joined(separator: "; "))
    case .object: self = .text(String(decoding: value.bytes(breaks: 0).dropLast(), as: UTF8.self))
    }
  }
}
