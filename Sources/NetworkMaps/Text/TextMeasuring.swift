import GraphvizBinding

/// Knows how much room text takes.
public protocol TextMeasuring: Sendable {
  /// The room of each text in its font, in the units of the font's size: the width of its letters, the height of a line.
  func sizes(of texts: [(text: String, font: MapFont)]) throws -> [GraphvizSize]
}

/// Measures with the fonts that libgraphviz draws with.
public struct GraphvizFonts: TextMeasuring {
  public init() {}

  /// Measured at the size they are drawn in: libgraphviz rounds the width of letters to whole pixels.
  public func sizes(of texts: [(text: String, font: MapFont)]) throws -> [GraphvizSize] {
    let scale = MapDrawing.canvasScale
    return try Graphviz.measure(texts.map { GraphvizText($0.text, font: $0.font.name, size: $0.font.size * scale) })
      .map { GraphvizSize(width: $0.width / scale, height: $0.height / scale) }
  }
}

/// Every letter as wide as a table says: for tests that must not depend on the fonts of a machine.
public struct FixedMetrics: TextMeasuring {
  public init() {}

  public func sizes(of texts: [(text: String, font: MapFont)]) -> [GraphvizSize] {
    texts.map { text, font in
      var width = 0.0
      for scalar in text.unicodeScalars { width += Self.width(of: scalar) }
      let weight =
        switch font.weight {
        case .regular: 1.0
        case .semibold: 1.03
        case .bold: 1.05
        case .black: 1.09
        }
      return GraphvizSize(width: width * weight * font.size, height: 1.2 * font.size)
    }
  }

  /// In shares of the font's size, near those of Lato.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "!", "'", "|": 0.25
    case " ", "f", "t", "r", "(", ")", "-", "/": 0.34
    case "m", "w", "M", "W": 0.84
    case "A"..."Z": 0.66
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}": 0
    case "\u{2E80}"...: 1
    default: 0.54
    }
  }
}

/// Remembers what was measured, so that each text is measured once, many at a time.
final class TextRuler {
  private struct Key: Hashable {
    let text: String
    let font: MapFont
  }

  private let measuring: any TextMeasuring
  private var known: [Key: GraphvizSize] = [:]

  init(_ measuring: any TextMeasuring) { self.measuring = measuring }

  /// Measures all of them at once, for `size` to find.
  func prepare(_ texts: [(text: String, font: MapFont)]) throws {
    var wanted: [(text: String, font: MapFont)] = []
    var seen = Set<Key>()
    for (text, font) in texts {
      let key = Key(text: text, font: font)
      if known[key] == nil && seen.insert(key).inserted { wanted.append((text, font)) }
    }
    guard !wanted.isEmpty else { return }
    let sizes = try measuring.sizes(of: wanted)
    for (text, size) in zip(wanted, sizes) { known[Key(text: text.text, font: text.font)] = size }
  }

  func size(_ text: String, _ font: MapFont) throws -> GraphvizSize {
    if let size = known[Key(text: text, font: font)] { return size }
    try prepare([(text, font)])
    return known[Key(text: text, font: font)]!
  }
}
