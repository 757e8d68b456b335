/// Where in the user's files something stands.
///
/// Prints as `ties.csv:14` in a text file, as `Beziehungen!B14` in a workbook.
public struct Location: Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the user knows it, without its folder.
  public let file: String
  /// The sheet, in a workbook.
  public let sheet: String?
  /// Counted from 1; the header is line 1.
  public let line: Int?
  /// The column's header as the user wrote it.
  public let header: String?
  /// The column's position, counted from 0.
  public let columnIndex: Int?

  public init(file: String, sheet: String? = nil, line: Int? = nil, header: String? = nil, columnIndex: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.header = header
    self.columnIndex = columnIndex
  }

  public var description: String {
    guard let sheet else { return line.map { "\(file):\($0)" } ?? file }
    switch (columnIndex, line) {
    case (let column?, let line?): return "\(sheet)!\(Self.letters(column: column))\(line)"
    case (nil, let line?): return "\(sheet)!\(line):\(line)"
    default: return sheet
    }
  }

  /// The name Excel gives a column: 0 is A, 25 is Z, 26 is AA.
  public static func letters(column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
