import NetworkFiles
import NetworkModel

extension [ReportTable] {
  /// The tables as an Excel workbook, one sheet each.
  public func workbook(in language: Language) throws(UnwritableFile) -> [UInt8] {
    try WorkbookWriter.bytes(sheets: map { $0.sheet(in: language) }, language: language)
  }
}

extension ReportTable {
  fileprivate func sheet(in language: Language) -> WorkbookSheet {
    WorkbookSheet(
      name: title.isEmpty ? "regionet" : title,
      columns: columns.map { WorkbookColumn(title: $0.header, choices: $0.choices) },
      rows: rows.map { row in
        row.map { cell in
          switch cell {
          case .none: .empty
          case .text(let text), .name(let text, _): .text(text)
          case .integer(let value): .number(Double(value))
          case .number(let value, _): value.isFinite ? .number(value) : .empty
          case .flag, .answer: .text(cell.terminalText(in: language))
          }
        }
      })
  }
}
