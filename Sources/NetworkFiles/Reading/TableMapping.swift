import NetworkModel

/// Where a table of the dataset stands in a foreign file, and what its columns are called there.
struct TableMapping {
  let table: Table
  /// Where the mapping itself stands.
  let location: Location
  /// The foreign sheet or file; nil where the dataset has only one.
  var source: String?
  /// Headers of the foreign table, by the column they stand for.
  var columns: [Column: String] = [:]
  var columnLines: [Column: Int?] = [:]
  /// Columns that have one value in all rows.
  var values: [Column: String] = [:]
  /// Columns whose cells hold several values.
  var splitColumns: Set<Column> = []
  /// Whether rows with one id or name are one record; nil until the whole mapping is known.
  var isDistinct: Bool?
  /// Headers that another table made from the same sheet takes.
  var foreignHeaders: [String] = []

  init(table: Table, location: Location) {
    self.table = table
    self.location = location
  }

  /// The positions of the mapped columns among a row of headers.
  func positions(in headers: [String]) -> [Column: Int] {
    let keys = headers.map(\.headerKey)
    return columns.compactMapValues { header in
      headers.firstIndex(of: header) ?? keys.firstIndex(of: header.headerKey)
    }
  }

  /// What the mapping names that the headers do not have.
  func problems(_ headers: [String]) -> [Problem] {
    let found = positions(in: headers)
    let shown = headers.filter { !$0.isEmpty }
    return Column.allCases.compactMap { column in
      guard let header = columns[column], found[column] == nil else { return nil }
      return Problem(
        .missingColumn, at: Location(file: location.file, line: (columnLines[column] ?? nil) ?? location.line),
        Localized(
          en:
            "\(source ?? "the table") has no column \"\(header)\" (found: \(shown.prefix(20).joined(separator: ", ")))",
          de: "\(source ?? "die Tabelle") hat keine Spalte „\(header)“ (vorhanden: "
            + "\(shown.prefix(20).joined(separator: ", ")))"),
        suggestion: nearestWord(to: header, among: shown))
    }
  }
}
