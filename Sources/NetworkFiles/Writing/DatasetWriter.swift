import NetworkModel

/// Writes a network as a dataset that `Dataset.read` reads back.
public enum DatasetWriter {
  /// The tables as CSV files, by file name, in the tables' order.
  ///
  /// Headers, words and numbers are in the language given; names of sectors and everything the user wrote stay as they are.
  public static func csvFiles(_ network: Network, language: Language) -> [(name: String, bytes: [UInt8])] {
    csvFiles(DatasetTable.all(of: network), language: language)
  }

  private static func csvFiles(_ tables: [DatasetTable], language: Language) -> [(name: String, bytes: [UInt8])] {
    tables.map { table in
      let header = table.fields.map { table.title($0, in: language) }
      let rows = table.rows.lazy.map { $0.map { $0.text(in: language) } }
      return (csvName(table, language), CSVWriter.bytes(header: header, rows: rows, language: language))
    }
  }

  private static func csvName(_ table: DatasetTable, _ language: Language) -> String {
    table.name(in: language) + ".csv"
  }

  /// Writes the tables into a folder, each file atomically; creates the folder where it is absent.
  ///
  /// Files that are no tables stay as they are. Where other files of tables are there, which would be read with the new
  /// ones (`partners.csv` beside `Partner.csv`, a table the network does not have, a `columns.yaml`), nothing is written.
  public static func writeFolder(_ network: Network, to path: String, language: Language) throws(UnwritableFile) {
    try AtomicFile.makeFolder(path)
    let tables = DatasetTable.all(of: network)
    let files = tables.map { ($0.table, csvName($0, language)) }
    let others = TableCollection.filesReadBeside(files, in: path)
    guard others.isEmpty else {
      let list = others.joined(separator: ", ")
      throw UnwritableFile(
        path: path,
        Localized(
          en:
            "tables of another dataset are in this folder and would be read with the new ones: \(list); remove them, or "
            + "name another folder",
          de: "in diesem Ordner liegen Tabellen anderer Daten, die mit den neuen gelesen würden: \(list); löschen Sie "
            + "sie, oder nennen Sie einen anderen Ordner"))
    }
    for (name, bytes) in csvFiles(tables, language: language) { try AtomicFile.write(bytes, to: path + "/" + name) }
  }

  /// A draft of the table that says which partners are one, as CSV; without rows that follow from those above.
  public static func sameTable(_ pairs: [LikelyDuplicate], language: Language) -> [UInt8] {
    let header = Table.same.columns.map { $0.title(in: language) }
    var leaders: [String: String] = [:]
    func leader(_ partner: String) -> String {
      var partner = partner
      while let next = leaders[partner] { partner = next }
      return partner
    }
    var rows: [[String]] = []
    for pair in pairs {
      let (one, other) = (leader(pair.partner), leader(pair.sameAs))
      guard one != other else { continue }
      leaders[one] = other
      rows.append([pair.partner, pair.sameAs])
    }
    return CSVWriter.bytes(header: header, rows: rows, language: language)
  }

  /// The tables as an Excel workbook, one sheet each.
  public static func workbook(_ network: Network, language: Language) throws(UnwritableFile) -> [UInt8] {
    try WorkbookWriter.bytes(
      sheets: DatasetTable.all(of: network).map { table in
        WorkbookSheet(
          name: table.name(in: language),
          columns: table.fields.map { WorkbookColumn(title: table.title($0, in: language)) },
          rows: table.rows.map { $0.map { $0.workbookCell(in: language) } })
      }, language: language)
  }
}

extension FieldValue {
  /// Numbers are numbers and days are days; a month or a year is a text, for Excel knows only days.
  func workbookCell(in language: Language) -> WorkbookCell {
    switch self {
    case .none: .empty
    case .number(let number): .number(number)
    case .date(let date):
      if let month = date.month, let day = date.day, let whole = CalendarDate(year: date.year, month: month, day: day) {
        .day(whole)
      } else {
        .text(date.description)
      }
    default: .text(text(in: language))
    }
  }
}
