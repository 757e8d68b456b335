import NetworkModel

/// Writes tables as delimited text.
///
/// German tables are separated by semicolons, have decimal commas and begin with a byte order mark, so that Excel opens
/// them with a double click; English ones are separated by commas. Lines end with LF.
///
/// A text that a spreadsheet would take for a formula, as it begins with `= + - @` and is no number, gets an apostrophe
/// before it, and so does one that begins with such an apostrophe; the reader takes it away again.
public enum CSVWriter {
  /// The bytes of one table.
  public static func bytes(header: [String], rows: some Sequence<[String]>, language: Language) -> [UInt8] {
    let separator = UInt8(ascii: language == .german ? ";" : ",")
    var result: [UInt8] = language == .german ? [0xEF, 0xBB, 0xBF] : []
    append(header, separator, to: &result)
    for row in rows { append(row, separator, to: &result) }
    return result
  }

  private static func append(_ row: [String], _ separator: UInt8, to result: inout [UInt8]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { result.append(separator) }
      let cell = cell.looksLikeFormula ? "'" + cell : cell
      let bytes = cell.utf8
      let needsQuotes =
        bytes.contains {
          $0 == separator || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        || bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
        // A row with one empty cell would be an empty line.
        || (row.count == 1 && cell.isEmpty)
      guard needsQuotes else {
        result.append(contentsOf: bytes)
        continue
      }
      result.append(UInt8(ascii: "\""))
      for byte in bytes {
        if byte == UInt8(ascii: "\"") { result.append(byte) }
        result.append(byte)
      }
      result.append(UInt8(ascii: "\""))
    }
    result.append(UInt8(ascii: "\n"))
  }
}

extension String {
  /// Whether a spreadsheet takes the text for a formula, or would but for apostrophes before it.
  var looksLikeFormula: Bool {
    guard let first = utf8.first(where: { $0 != UInt8(ascii: "'") }), "=+-@".utf8.contains(first) else { return false }
    return utf8.first != UInt8(ascii: "-") || NumberReading.plainNumber(String(map { $0 == "," ? "." : $0 })) == nil
  }
}
