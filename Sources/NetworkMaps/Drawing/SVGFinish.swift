import GraphvizBinding

/// Makes of Graphviz's SVG one for the web and for print.
///
/// Graphviz 2.42 names faces where a browser expects families, leaves the width of text to the viewer, and gives
/// every element its internal name. After this the drawing has a title and a description, each partner and tie its id,
/// classes and title, and each text its width, so that a viewer without the font keeps the layout.
struct SVGFinish {
  private let scene: MapScene
  private let titles: [String: String]

  init(_ scene: MapScene) {
    self.scene = scene
    var titles: [String: String] = [:]
    for node in scene.nodes { titles[node.id] = node.tooltip }
    for tie in scene.ties { titles[tie.id] = tie.tooltip }
    self.titles = titles
  }

  /// - Throws: `MapError.incompleteDrawing` where the drawing has no end: logos would be lost.
  func finish(_ svg: [UInt8]) throws(MapError) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(svg.count + svg.count / 4)
    out += Array(header.utf8)
    var isBody = false
    var id = ""
    var text: (label: Int, line: Int)?
    for line in svg.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      if !isBody {
        // Everything up to the group of the drawing is replaced by the header.
        guard line.starts(with: Array("<g id=".utf8)) else { continue }
        isBody = true
      }
      // The names of elements, in comments.
      if line.starts(with: Array("<!--".utf8)) { continue }
      if line.starts(with: Array("<g ".utf8)) {
        var group = String(decoding: line, as: UTF8.self).replacing("&#45;", with: "-")
        if group.contains(" id=\"graph0\"") { group = drawing }
        id = Self.attribute("id", of: group) ?? ""
        let kept = titles[id] != nil || id == "graph0"
        out += Array((kept ? group : Self.without("id", group)).utf8)
      } else if line.starts(with: Array("<title>".utf8)) {
        let name = String(decoding: line.dropFirst(7).dropLast(8), as: UTF8.self)
        text = Self.labelPosition(name)
        guard let title = titles[id], !title.isEmpty, text == nil else { continue }
        out += Array("<title>\(Self.escaped(title))</title>".utf8)
      } else if line.starts(with: Array("<text ".utf8)), let text {
        out += Array(textElement(String(decoding: line, as: UTF8.self), text.label, text.line).utf8)
      } else {
        out += Array(String(decoding: line, as: UTF8.self).replacing("\"transparent\"", with: "\"none\"").utf8)
      }
      out.append(UInt8(ascii: "\n"))
    }
    return try withLogos(out)
  }

  /// The logos, as data: a viewer draws such pictures and runs nothing in them.
  private func withLogos(_ svg: [UInt8]) throws(MapError) -> [UInt8] {
    let end = Array("</svg>\n".utf8)
    guard svg.suffix(end.count).elementsEqual(end) else { throw .incompleteDrawing }
    guard !scene.logos.isEmpty else { return svg }
    var out = Array(svg.dropLast(end.count)) + Array("<g class=\"logos\">\n".utf8)
    for placed in scene.logos {
      func number(_ value: Double) -> String { Graphviz.number(value * scene.page.scale, decimals: 3) ?? "0" }
      let type = placed.logo.format == .png ? "image/png" : "image/svg+xml"
      let name = Self.escaped(placed.logo.name)
      out +=
        """
        <image id="\(placed.id)" class="logo" x="\(number(placed.box.left))" y="\(number(placed.box.top))" \
        width="\(number(placed.box.width))" height="\(number(placed.box.height))" role="img" aria-label="\(name)" \
        xlink:href="data:\(type);base64,
        """.utf8
      out += base64(placed.logo.bytes)
      out += "\"><title>\(name)</title></image>\n".utf8
    }
    return out + Array("</g>\n".utf8) + end
  }

  private var header: String {
    let page = scene.page
    let width = Graphviz.number(page.width * page.scale, decimals: 2) ?? "0"
    let height = Graphviz.number(page.height * page.scale, decimals: 2) ?? "0"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(width)pt" \
      height="\(height)pt" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="map-title map-summary" \
      lang="\(scene.language.rawValue)">
      <title id="map-title">\(Self.escaped(scene.title))</title>
      <desc id="map-summary">\(Self.escaped(scene.summary))</desc>

      """
  }

  /// The group of the whole drawing; Graphviz gives its scale with two decimals.
  private var drawing: String {
    let scale = Graphviz.number(scene.page.scale / MapDrawing.canvasScale, decimals: 6) ?? "1"
    let height = Graphviz.number(scene.page.height * MapDrawing.canvasScale) ?? "0"
    return "<g id=\"graph0\" class=\"graph\" transform=\"scale(\(scale)) translate(0 \(height))\">"
  }

  private func textElement(_ element: String, _ position: Int, _ line: Int) -> String {
    guard scene.labels.indices.contains(position), scene.labels[position].lines.indices.contains(line),
      let start = element.firstIndex(of: ">")
    else { return element }
    let label = scene.labels[position]
    var tag = String(element[..<start])
    for name in ["font-family", "font-weight", "font-style"] { tag = Self.without(name, tag) }
    let width = Graphviz.number(label.widths[line] * MapDrawing.canvasScale, decimals: 2) ?? "0"
    tag += " font-family=\"\(Self.escaped(label.font.family)), 'DejaVu Sans', Arial, sans-serif\""
    if label.font.weight != .regular { tag += " font-weight=\"\(label.font.weight.number)\"" }
    tag += " textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\""
    return "\(tag)>\(Self.escaped(label.lines[line]))</text>"
  }

  /// `t12_0` is line 0 of label 12.
  private static func labelPosition(_ name: String) -> (label: Int, line: Int)? {
    guard name.hasPrefix("t") else { return nil }
    let parts = name.dropFirst().split(separator: "_")
    guard parts.count == 2, let label = Int(parts[0]), let line = Int(parts[1]) else { return nil }
    return (label, line)
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func without(_ name: String, _ tag: String) -> String {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return tag }
    guard let end = tag[start.upperBound...].firstIndex(of: "\"") else { return tag }
    return String(tag[..<start.lowerBound]) + String(tag[tag.index(after: end)...])
  }

  /// Text as XML.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: if scalar.value >= 0x20, (scalar.value & 0xFFFE) != 0xFFFE { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}
