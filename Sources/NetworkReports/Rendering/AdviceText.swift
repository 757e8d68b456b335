import NetworkModel

/// A short text for a terminal: what was found, what follows, and which command goes on from there.
public struct AdviceText: Sendable {
  enum Block: Sendable {
    case paragraph(String)
    case heading(String)
    /// One of a list, with further lines under it.
    case item(String, details: [String])
    /// What to type; never broken, so that it can be copied.
    case command(String)
    case table(ReportTable)
  }

  private(set) var blocks: [Block] = []

  init() {}

  mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }
  mutating func heading(_ text: String) { blocks.append(.heading(text)) }
  mutating func item(_ text: String, details: [String] = []) { blocks.append(.item(text, details: details)) }
  mutating func command(_ text: String) { blocks.append(.command(text)) }
  mutating func table(_ table: ReportTable) { blocks.append(.table(table)) }

  /// The text, its lines broken at blanks.
  ///
  /// - Parameter width: columns of the terminal.
  public func text(in language: Language, width: Int = 80) -> String {
    let width = max(40, min(width, 100))
    var lines: [String] = []
    var isInList = false
    for block in blocks {
      switch block {
      case .paragraph(let text):
        if !lines.isEmpty { lines.append("") }
        lines += text.printable.wrapped(to: width)
        isInList = false
      case .heading(let text):
        if !lines.isEmpty { lines.append("") }
        lines += text.printable.wrapped(to: width)
        isInList = true
      case .item(let text, let details):
        if !isInList { lines.append("") }
        lines += Self.indented(text, by: 4, width: width, mark: "  • ")
        for detail in details { lines += Self.indented(detail, by: 6, width: width, mark: "      ") }
        isInList = true
      case .command(let text):
        lines.append("    → " + text.printable)
        isInList = true
      case .table(let table):
        if !lines.isEmpty { lines.append("") }
        lines += table.terminalText(in: language, width: width).split(separator: "\n", omittingEmptySubsequences: false)
          .dropLast().map(String.init)
        isInList = false
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func indented(_ text: String, by indentation: Int, width: Int, mark: String) -> [String] {
    let blank = String(repeating: " ", count: indentation)
    return text.printable.wrapped(to: width - indentation).enumerated().map { ($0 == 0 ? mark : blank) + $1 }
  }
}
