import NetworkModel

extension ReportTable {
  /// The table as text for a terminal: aligned columns, headers broken and the widest text columns shortened to fit.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil sets no limit (output to a file or another program), and names are in full.
  public func terminalText(in language: Language, width: Int?) -> String {
    let cells = rows.map { row in row.map { $0.terminalText(in: language, isShort: width != nil) } }
    let contents = columns.indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
    var headers = columns.map { [$0.header] }
    var widths = Self.widths(of: contents, below: headers)
    if let width, Self.total(widths) > width {
      headers = columns.map(\.headerLines)
      widths = Self.widths(of: contents, below: headers)
      shrink(&widths, to: width)
    }
    var lines: [String] = []
    if !title.isEmpty { lines.append(title.printable) }
    let height = headers.map(\.count).max() ?? 0
    for row in 0..<height {
      lines.append(line(headers.map { $0.count < height - row ? "" : $0[$0.count - height + row] }, widths))
    }
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    lines += cells.map { line($0, widths) }
    if !notes.isEmpty { lines.append("") }
    lines += notes.flatMap { $0.wrapped(to: width ?? .max) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func widths(of contents: [Int], below headers: [[String]]) -> [Int] {
    zip(contents, headers).map { max($0, $1.map(\.displayWidth).max() ?? 0) }
  }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * (widths.count - 1) }

  /// Takes columns away from the widest text column, again and again, as long as texts stay readable; from names only
  /// what is more than most need, until the others have no more to give.
  private func shrink(_ widths: inout [Int], to limit: Int) {
    let shortest = 10
    let roomForNames = 20
    let texts = columns.indices.filter { !columns[$0].isNumeric }
    let hasNames = texts.map { column in rows.contains { if case .name = $0[column] { true } else { false } } }
    while Self.total(widths) > limit {
      let wide = zip(texts, hasNames).filter { widths[$0] > ($1 ? roomForNames : shortest) }.map(\.0)
      let candidates = wide.isEmpty ? texts.filter { widths[$0] > shortest } : wide
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  private func line(_ texts: [String], _ widths: [Int]) -> String {
    var result = ""
    for (index, text) in texts.enumerated() {
      var text = text
      var width = text.displayWidth
      if width > widths[index] {
        text = text.truncated(to: widths[index])
        width = text.displayWidth
      }
      let padding = String(repeating: " ", count: max(0, widths[index] - width))
      if index > 0 { result += "  " }
      result += columns[index].isNumeric ? padding + text : text + padding
    }
    let blanks = result.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return blanks == 0 ? result : String(decoding: result.utf8.dropLast(blanks), as: UTF8.self)
  }
}

extension ReportTable.Cell {
  /// - Parameter isShort: whether a partner has its short name.
  func terminalText(in language: Language, isShort: Bool = false) -> String {
    switch self {
    case .none: "–"
    case .text(let text): text.printable
    case .name(let name, let short): (isShort ? short ?? name : name).printable
    case .integer(let value): NumberText.whole(value, in: language)
    case .number(let value, let decimals): NumberText.fixed(value, decimals: decimals, in: language)
    case .flag(false): "–"
    case .flag(let value), .answer(let value):
      switch (value, language) {
      case (true, .german): "ja"
      case (true, .english): "yes"
      case (false, .german): "nein"
      case (false, .english): "no"
      }
    }
  }
}

extension String {
  /// The text in lines of at most `width` columns, broken at blanks.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ", omittingEmptySubsequences: true) {
      let length = String(word).displayWidth
      if used > 0 && used + 1 + length > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += length
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
