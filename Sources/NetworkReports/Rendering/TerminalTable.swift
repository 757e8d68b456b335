import NetworkModel

extension ReportTable {
  /// The table as text for a terminal: aligned columns, the widest text columns shortened to fit.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil sets no limit (output to a file or another program).
  public func terminalText(in language: Language, width: Int?) -> String {
    let cells = rows.map { row in row.map { $0.terminalText(in: language) } }
    var widths = columns.indices.map { column in
      max(columns[column].header.displayWidth, cells.map { $0[column].displayWidth }.max() ?? 0)
    }
    if let width { shrink(&widths, to: width) }
    var lines: [String] = []
    if !title.isEmpty { lines.append(title.printable) }
    lines.append(line(columns.map(\.header), widths))
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    lines += cells.map { line($0, widths) }
    if !notes.isEmpty { lines.append("") }
    lines += notes.flatMap { $0.wrapped(to: width ?? .max) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Takes columns away from the widest text column, again and again, as long as names stay readable.
  private func shrink(_ widths: inout [Int], to limit: Int) {
    let shortest = 10
    while widths.reduce(0, +) + 2 * (widths.count - 1) > limit {
      let candidates = columns.indices.filter { !columns[$0].isNumeric && widths[$0] > shortest }
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
  func terminalText(in language: Language) -> String {
    switch self {
    case .none: "–"
    case .text(let text): text.printable
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
