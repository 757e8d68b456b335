import NetworkModel

/// A table of findings, before anybody has decided how it is written: for the terminal, as CSV or as a sheet.
public struct ReportTable: Sendable {
  public struct Column: Sendable {
    /// The stable English name, used in CSV.
    public let key: String
    /// What readers see.
    public let header: String
    /// The header in lines, broken where it may be, for columns of little below it.
    let headerLines: [String]
    public let isNumeric: Bool
    /// What a spreadsheet offers to choose from; empty allows everything.
    public let choices: [String]

    /// - Parameter header: may be broken at blanks and, with a hyphen, at soft hyphens.
    public init(key: String, header: String, isNumeric: Bool, choices: [String] = []) {
      self.key = key
      self.header = header.filter { $0 != "\u{AD}" }
      headerLines = header.split(separator: " ").flatMap { word in
        let parts = word.split(separator: "\u{AD}")
        return parts.dropLast().map { $0 + "-" } + parts.suffix(1).map(String.init)
      }
      self.isNumeric = isNumeric
      self.choices = choices
    }
  }

  public enum Cell: Sendable, Hashable {
    case none
    case text(String)
    /// The name of a partner, and a shorter one where it has one; on a terminal it has more room than other texts.
    case name(String, short: String?)
    case integer(Int)
    case number(Double, decimals: Int)
    /// A mark on what has it; a dash on what has not keeps a long column light.
    case flag(Bool)
    /// Yes or no, in words either way.
    case answer(Bool)
  }

  public let title: String
  public let columns: [Column]
  public let rows: [[Cell]]
  /// What a reader must know to read the table right.
  public let notes: [String]

  public init(title: String, columns: [Column], rows: [[Cell]], notes: [String] = []) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "every row has a cell for every column")
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
