/// Text broken into lines, measured, without a place yet.
struct TextBlock: Hashable {
  var lines: [String]
  var widths: [Double]
  var font: MapFont
  var lineHeight: Double

  var width: Double { widths.max() ?? 0 }
  /// From the top of the first line's capitals to the bottom of the last line's descenders.
  var height: Double { lineHeight * (Double(lines.count) - 1 + Self.visibleShare) }

  /// How much of a line's height letters fill.
  static let visibleShare = 0.86

  init(_ lines: [String], _ font: MapFont, _ ruler: TextRuler) throws {
    self.lines = lines
    self.font = font
    widths = try lines.map { try ruler.size($0, font).width }
    lineHeight = try ruler.size("Äg", font).height
  }

  /// The text with its box round `center`.
  func label(
    _ role: MapLabel.Role, center: MapPoint, alignment: MapAlignment = .center, color: MapColor, node: Int? = nil,
    halo: MapColor? = nil
  ) -> MapLabel {
    MapLabel(
      role: role, lines: lines, widths: widths, font: font, color: color, alignment: alignment,
      box: MapBox(center: center, width: width, height: height), lineHeight: lineHeight, halo: halo, node: node)
  }

  /// The text with its left top corner, or its right one, at `corner`.
  func label(
    _ role: MapLabel.Role, at corner: MapPoint, alignment: MapAlignment = .left, color: MapColor
  ) -> MapLabel {
    let dx = alignment == .left ? width / 2 : alignment == .right ? -width / 2 : 0
    return label(
      role, center: MapPoint(x: corner.x + dx, y: corner.y + height / 2), alignment: alignment, color: color)
  }
}

/// Breaks names into lines of about the same length.
enum TextWrap {
  /// A name on one line: line breaks and runs of blanks are one blank, characters without a shape are left out.
  static func oneLine(_ text: String) -> String {
    var words: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      var scalars = String.UnicodeScalarView()
      for scalar in word.unicodeScalars {
        switch scalar.properties.generalCategory {
        // Overrides of the writing direction would turn the rest of the line round.
        case .control, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: break
        case .format where scalar.value != 0x200D && scalar.value != 0x00AD: break
        default: if scalar.value != 0x00AD { scalars.append(scalar) }
        }
      }
      if !scalars.isEmpty { words.append(String(scalars)) }
    }
    return words.joined(separator: " ")
  }

  /// `text` on at most `lines` lines of at most `limit` characters; what does not fit ends in “…”.
  ///
  /// The lines are as even as they can be; an endless word is broken with a hyphen.
  static func wrap(_ text: String, lines: Int, limit: Int) -> [String] {
    let name = oneLine(text)
    // A line is as long as the longest word, unless that is out of all measure.
    let longest = name.split(separator: " ").map(\.count).max() ?? 0
    let limit = max(limit, min(longest, longestWord))
    guard name.count > limit, lines > 0 else { return [shortened(name, to: limit)] }
    if lines == 1 { return [shortened(name, to: limit)] }
    let parts = pieces(of: name, limit: limit)
    // The shortest limit that needs no more lines gives the most even ones.
    var best = fill(parts, limit: limit)
    if best.count <= lines {
      let count = best.count
      var narrow = max(6, name.count / count)
      while narrow < limit {
        let attempt = fill(parts, limit: narrow)
        if attempt.count <= count && attempt.allSatisfy({ $0.count <= limit }) {
          best = attempt
          break
        }
        narrow += 1
      }
      return best
    }
    let rest = best[(lines - 1)...].joined(separator: " ")
    return Array(best[..<(lines - 1)]) + [shortened(rest, to: limit, always: true)]
  }

  /// Words longer than this are broken.
  static let longestWord = 30

  /// Cut at a word where that loses little, with “…”.
  static func shortened(_ text: String, to limit: Int, always: Bool = false) -> String {
    guard text.count > limit else { return text }
    let head = text.prefix(max(limit - 1, 1))
    var cut = String(head)
    if let blank = head.lastIndex(of: " "), head.distance(from: head.startIndex, to: blank) * 10 >= limit * 6 {
      cut = String(head[..<blank])
    }
    while true {
      while let last = cut.last, " ,;-–(/&".contains(last) { cut.removeLast() }
      // A cut after "of the" would promise what does not come.
      guard let blank = cut.lastIndex(of: " "), Self.joiners.contains(cut[cut.index(after: blank)...].lowercased())
      else { break }
      cut = String(cut[..<blank])
    }
    return cut + "…"
  }

  private static let joiners: Set<String> = [
    "a", "an", "and", "at", "am", "an", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "di", "die", "du",
    "e", "et", "for", "für", "im", "in", "la", "le", "mit", "of", "on", "the", "und", "van", "vom", "von", "zu",
    "zum", "zur",
  ]

  /// Words; those longer than a line are cut, after a hyphen or a slash where they have one.
  private static func pieces(of name: String, limit: Int) -> [String] {
    var pieces: [String] = []
    for word in name.split(separator: " ") {
      // No line begins with a dash or a slash.
      if word.count == 1, let mark = word.first, "-–—/|·".contains(mark), let last = pieces.last,
        last.count + 2 <= limit
      {
        pieces[pieces.count - 1] = "\(last) \(mark)"
        continue
      }
      var rest = word
      while rest.count > limit {
        let head = rest.prefix(limit - 1)
        if let mark = head.lastIndex(where: { $0 == "-" || $0 == "/" || $0 == "–" }) {
          pieces.append(String(rest[...mark]))
          rest = rest[rest.index(after: mark)...]
        } else {
          pieces.append(String(head) + "-")
          rest = rest[head.endIndex...]
        }
      }
      if !rest.isEmpty { pieces.append(String(rest)) }
    }
    return pieces
  }

  private static func fill(_ words: [String], limit: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
