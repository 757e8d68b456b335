extension ReportTable {
  /// The table as RFC 4180 has it: commas, points, English keys, numbers in full precision; for programs.
  ///
  /// Planners open `--format xlsx`. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  public func csvText() -> String {
    var text = columns.map { Self.csvField($0.key) }.joined(separator: ",") + "\r\n"
    for row in rows { text += row.map { Self.csvField($0.csvText) }.joined(separator: ",") + "\r\n" }
    return text
  }

  private static func csvField(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension ReportTable.Cell {
  fileprivate var csvText: String {
    switch self {
    case .none: ""
    // A name is data: it must not become a formula in the spreadsheet of whoever opens the file.
    case .text(let text), .name(let text, _): text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    case .integer(let value): String(value)
    case .number(let value, _): value.isFinite ? "\(value)" : ""
    case .flag(let value), .answer(let value): value ? "true" : "false"
    }
  }
}
