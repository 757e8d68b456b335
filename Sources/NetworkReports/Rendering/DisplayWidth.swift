extension String {
  /// How many columns of a terminal the text takes: East Asian wide characters and emoji two, combining marks none.
  var displayWidth: Int {
    // Printed ASCII, most of what a table holds, needs no Unicode properties: a column a byte.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
    var width = 0
    for scalar in unicodeScalars {
      guard scalar.standsAlone else { return reduce(0) { $0 + $1.displayWidth } }
      width += 1
    }
    return width
  }

  /// The text in at most `width` columns, with … where something had to go.
  func truncated(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var result = ""
    var used = 0
    for character in self {
      let next = character.displayWidth
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// Control characters shown as blanks: a name cannot move the cursor or colour the screen.
  var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  /// Unicode's general category Cc is these two ranges and will stay so.
  fileprivate var isControl: Bool { value < 0x20 || 0x7F..<0xA0 ~= value }

  /// Latin letters, dashes and quotation marks: a character each, a column wide, where nothing combines with them.
  fileprivate var standsAlone: Bool {
    0x20..<0x7F ~= value || 0xA0..<0x300 ~= value || 0x2010..<0x2028 ~= value
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    // Below the combining marks all but control characters take one column; a mark that follows adds none.
    if utf8.count <= 2, first.value < 0x300 { return first.isControl ? 0 : 1 }
    if unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    switch first.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0xFEFF: return 0
    case 0x300...0x36F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return first.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
