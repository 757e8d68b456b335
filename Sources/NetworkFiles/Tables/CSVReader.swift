/// Reads delimited text row by row.
///
/// - Rows end with LF, CRLF or CR. A field in quotes may hold separators, line ends and doubled quotes.
/// - An apostrophe before `= + - @`, which keeps spreadsheets from taking a text for a formula, is left out.
/// - A quote inside an unquoted field is a letter (`5" disk`).
/// - Lines are counted as an editor counts them, also those inside quotes.
/// - An empty last field counts; a line without anything has one empty cell.
/// - Reference: RFC 4180, doi:10.17487/RFC4180; with the liberties that spreadsheet programs take.
struct CSVReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// 0 where the file has one column and so no separator.
  let separator: UInt8
  private(set) var position: Int
  private(set) var line: Int
  /// The line in which a quote was opened that nobody closed.
  private(set) var unterminatedQuoteLine: Int?

  /// - Parameter bytes: valid UTF-8 without byte order mark; must outlive the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, position: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    self.line = line
  }

  /// Reads the next row into `cells`.
  ///
  /// - Returns: the line in which the row begins; nil at the end.
  mutating func next(into cells: inout [Cell]) -> Int? {
    let count = bytes.count
    guard position < count else { return nil }
    cells.removeAll(keepingCapacity: true)
    let first = line
    var i = position
    while true {
      var start = i
      while start < count, bytes[start] == UInt8(ascii: " "), separator != UInt8(ascii: " ") { start += 1 }
      if start < count, bytes[start] == UInt8(ascii: "\"") {
        i = readQuoted(from: start + 1, into: &cells)
      } else {
        i = endOfField(from: i)
        cells.append(cell(start, i))
      }
      guard i < count else { break }
      let byte = bytes[i]
      i += 1
      if byte == separator { continue }
      if byte == UInt8(ascii: "\r"), i < count, bytes[i] == UInt8(ascii: "\n") { i += 1 }
      line += 1
      break
    }
    position = i
    return first
  }

  /// The position of the separator or line end at or after a position.
  @inline(__always)
  private func endOfField(from start: Int) -> Int {
    var i = start
    let count = bytes.count
    while i < count {
      let byte = bytes[i]
      if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      i += 1
    }
    return i
  }

  /// Reads a field whose opening quote stands before `start`; returns the position of the separator or line end.
  private mutating func readQuoted(from start: Int, into cells: inout [Cell]) -> Int {
    let count = bytes.count
    let openingLine = line
    var i = start
    var content: [UInt8]?
    var runStart = start
    while i < count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        if i + 1 < count, bytes[i + 1] == UInt8(ascii: "\"") {
          if content == nil { content = [] }
          content!.append(contentsOf: bytes[runStart...i])
          i += 2
          runStart = i
          continue
        }
        let end = endOfField(from: i + 1)
        if content == nil, end == i + 1 {
          cells.append(cell(runStart, i))
        } else {
          // What stands between the closing quote and the separator belongs to the field, as spreadsheets read it.
          let text = (content ?? []) + bytes[runStart..<i] + bytes[(i + 1)..<end]
          cells.append(text.withUnsafeBufferPointer { Self.cell($0) })
        }
        return end
      }
      if byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && !(i + 1 < count && bytes[i + 1] == UInt8(ascii: "\n")))
      {
        line += 1
      }
      i += 1
    }
    unterminatedQuoteLine = openingLine
    let text = (content ?? []) + bytes[runStart..<count]
    cells.append(text.withUnsafeBufferPointer { Self.cell($0) })
    return count
  }

  @inline(__always)
  private func cell(_ start: Int, _ end: Int) -> Cell {
    Self.cell(UnsafeBufferPointer(rebasing: bytes[start..<max(start, end)]))
  }

  /// The cell of a field's bytes.
  @inline(__always)
  private static func cell(_ field: UnsafeBufferPointer<UInt8>) -> Cell {
    guard let first = field.first, let last = field.last else { return .empty }
    // Blanks, dashes and the first bytes of no-break spaces and typographic dashes need the careful way.
    if first <= UInt8(ascii: "-") || last <= UInt8(ascii: " ") || first >= 0xC2 || last >= 0x80 {
      if field.count == 1, first == UInt8(ascii: "-") { return .empty }
      if first == UInt8(ascii: "'") {
        let text = String(decoding: field, as: UTF8.self)
        return text.looksLikeFormula ? .text(text.dropFirst().description.trimmed) : Cell(trimming: text)
      }
      return Cell(trimming: String(decoding: field, as: UTF8.self))
    }
    return .text(String(decoding: field, as: UTF8.self))
  }
}
