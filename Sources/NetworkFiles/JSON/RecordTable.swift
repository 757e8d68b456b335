import NetworkModel

/// A list of JSON objects as a table: the keys are the headers.
struct RecordTable: TabularSource {
  let file: String
  let headers: [String]
  private let rows: [(line: Int, cells: [Cell])]

  var sheet: String? { nil }
  var readsDecimalComma: Bool { true }
  var estimatedRowCount: Int { rows.count }

  /// - Parameters:
  ///   - records: the objects, with the line each begins in.
  ///   - extra: a column that all rows have besides.
  init(file: String, records: [(line: Int, members: [JSONValue.Member])], extra: (header: String, cell: Cell)? = nil) {
    self.file = file
    var headers: [String] = []
    var positions: [String: Int] = [:]
    var rows: [(line: Int, cells: [Cell])] = []
    rows.reserveCapacity(records.count)
    for (line, members) in records {
      var cells = [Cell](repeating: .empty, count: headers.count)
      for member in members {
        let position: Int
        if let known = positions[member.key] {
          position = known
        } else {
          position = headers.count
          positions[member.key] = position
          headers.append(member.key)
          cells.append(.empty)
        }
        cells[position] = Cell(member.value)
      }
      rows.append((line, cells))
    }
    if let extra, positions[extra.header] == nil {
      for index in rows.indices {
        while rows[index].cells.count < headers.count { rows[index].cells.append(.empty) }
        rows[index].cells.append(extra.cell)
      }
      headers.append(extra.header)
    }
    self.headers = headers
    self.rows = rows
  }

  func headerCandidates() -> [HeaderRow] { headers.isEmpty ? [] : [HeaderRow(line: 0, headers: headers)] }

  func forEachRow(_ body: (_ line: Int, _ cells: [Cell]) -> Bool) throws(UnreadableInput) -> [Problem] {
    for (line, cells) in rows where !body(line, cells) { break }
    return []
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
