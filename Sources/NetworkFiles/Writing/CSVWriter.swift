import NetworkModel

/// Writes tables as delimited text.
///
/// German tables are separated by semicolons, have decimal commas and begin with a byte order mark, so that Excel opens
/// them with a double click; English ones are separated by commas. Lines end with LF.
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
