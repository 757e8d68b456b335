import NetworkModel

/// One cell as it stands in a file, before anybody knows what its column means.
///
/// Text is without surrounding blanks; a cell that is empty or only a dash is `empty`: no value.
enum Cell: Sendable, Equatable {
  case empty
  case text(String)
  /// A number that a program wrote as a number: it has one reading.
  case number(Double)
  case boolean(Bool)
  case day(year: Int16, month: UInt8, day: UInt8)
  /// What a formula that failed shows, such as `#NAME?`.
  case failure(String)

  /// The cell of a text as a user wrote it.
  init(trimming text: String) {
    let trimmed = text.trimmed
    self = trimmed.isEmpty || trimmed == "-" || trimmed == "–" || trimmed == "—" ? .empty : .text(trimmed)
  }

  var isEmpty: Bool {
    if case .empty = self { true } else { false }
  }

  /// The cell as text: `12`, `0.5`, `true`, `2024-05-31`; nil where it is empty.
  var text: String? {
    switch self {
    case .empty: nil
    case .text(let text): text
    case .number(let number): number.shortText
    case .boolean(let value): value ? "true" : "false"
    case .day(let year, let month, let day):
      PartialDate(year: Int(year), month: Int(month), day: Int(day))?.description
    case .failure(let text): text
    }
  }
}

extension String {
  /// Without surrounding blanks, line ends, tabs, no-break spaces and byte order marks.
  var trimmed: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{202F}", "\u{3000}": true
      default: false
      }
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, isBlank(first) || isBlank(last) else {
      return self
    }
    guard let start = unicodeScalars.firstIndex(where: { !isBlank($0) }),
      let end = unicodeScalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(unicodeScalars[start...end])
  }

  /// The items of a cell that holds several, separated by `;`, without blanks and empty ones.
  var listItems: [String] {
    guard utf8.contains(UInt8(ascii: ";")) else {
      let item = trimmed
      return item.isEmpty ? [] : [item]
    }
    return split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
