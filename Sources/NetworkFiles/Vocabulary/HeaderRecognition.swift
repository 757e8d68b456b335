import NetworkModel

/// Which columns of a table a row of headers names.
struct RecognisedHeader {
  let table: Table
  /// The header cells as the user wrote them; empty where a column has none.
  let headers: [String]
  /// Whether the table is made from a foreign one, most of whose columns are none of its business.
  let isMapped: Bool
  private(set) var positions: [Column: Int] = [:]
  /// Columns that are kept as the user wrote them.
  private(set) var attributes: [(index: Int, name: String)] = []
  /// Headers that name a column which another header names better.
  private(set) var repeated: [(index: Int, column: Column)] = []

  /// Columns that a mapping gives one value for all rows, by their position behind the last header.
  private(set) var constants: [(index: Int, cell: Cell)] = []

  init(table: Table, headers: [String], mapping: TableMapping? = nil) {
    self.table = table
    self.headers = headers
    isMapped = mapping != nil
    let fixed = mapping?.positions(in: headers) ?? [:]
    positions = fixed
    let taken = Set(fixed.values)
    if let mapping {
      for (offset, column) in Column.allCases.filter({ mapping.values[$0] != nil }).enumerated() {
        let index = headers.count + offset
        positions[column] = index
        constants.append((index, Cell(trimming: mapping.values[column]!)))
      }
    }
    let words = table.columns
    var best: [Column: (index: Int, rank: Int)] = [:]
    var candidates: [(index: Int, column: Column, rank: Int)] = []
    for (index, header) in headers.enumerated() where !taken.contains(index) {
      if let (column, rank) = Self.match(header, words: words), positions[column] == nil,
        // A foreign table means its own thing by `Acronym`; only the table's very own headers count in it.
        mapping == nil || rank <= 1
      {
        candidates.append((index, column, rank))
        if let current = best[column], current.rank <= rank { continue }
        best[column] = (index, rank)
      }
    }
    for (column, match) in best { positions[column] = match.index }
    let used = Set(positions.values)
    // What another table made from the same sheet takes is no attribute of this one.
    let foreign = Set(mapping?.foreignHeaders.map(\.headerKey) ?? [])
    for candidate in candidates where !used.contains(candidate.index) && candidate.rank < 100 {
      repeated.append((candidate.index, candidate.column))
    }
    var names = Set<String>()
    // Thousands of columns may have one header; counting up from 2 for each would take for ever.
    var numbers: [String: Int] = [:]
    for (index, header) in headers.enumerated()
    where !used.contains(index) && !header.isEmpty && !foreign.contains(header.headerKey) {
      var name = header
      while !names.insert(name).inserted {
        numbers[header, default: 1] += 1
        name = "\(header) \(numbers[header]!)"
      }
      attributes.append((index, name))
    }
  }

  subscript(column: Column) -> Int? { positions[column] }

  /// The required columns that no header names.
  ///
  /// Where partners or other records have an id but no name, the id is the name.
  var missing: [ColumnWords] {
    table.columns.filter { words in
      words.isRequired && positions[words.column] == nil && !(words.column == .name && positions[.id] != nil)
    }
  }

  var isComplete: Bool { missing.isEmpty }

  /// The column a header names, and how surely; what stands in brackets (`Budget (EUR)`) does not count.
  private static func match(_ header: String, words: [ColumnWords]) -> (Column, Int)? {
    if let match = match(key: header.headerKey, words: words) { return match }
    guard let bracket = header.firstIndex(where: { $0 == "(" || $0 == "[" }) else { return nil }
    return match(key: String(header[..<bracket]).headerKey, words: words)
  }

  private static func match(key: String, words: [ColumnWords]) -> (Column, Int)? {
    guard !key.isEmpty else { return nil }
    var best: (Column, Int)?
    for word in words {
      if let rank = word.rank(of: key), rank < best?.1 ?? .max { best = (word.column, rank) }
    }
    return best
  }

  /// The table that a row of headers is most likely meant to be, for a file whose name says nothing.
  static func guessTable(_ headers: [String]) -> Table? {
    // Ties before participation before partners: the more particular the required columns, the surer the table.
    let order: [Table] = [
      .ties, .participation, .attendance, .fits, .network, .same, .tasks, .offers, .needs, .meetings, .partners,
    ]
    return order.first { RecognisedHeader(table: $0, headers: headers).isSure }
  }

  /// Whether every required column has a header that means it in no other table's sense.
  private var isSure: Bool {
    guard isComplete else { return false }
    switch table {
    case .partners: return positions[.name] != nil || positions[.id] != nil
    case .meetings: return positions[.date] != nil && table.columns[0].rank(of: headers[positions[.id]!].headerKey) != 0
    case .tasks: return positions[.partner] != nil
    default: return true
    }
  }
}
