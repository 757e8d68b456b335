import NetworkModel

/// An SVG that is a still picture and nothing else, written anew from what was understood of it.
///
/// - What runs, fetches or embeds pages (scripts, event attributes, links to other files, style sheets from elsewhere)
///   is refused, not mended: a logo needs none of it, and what is left might look wrong.
/// - What editors keep for themselves (comments, metadata, elements and attributes of other namespaces, which tell paths
///   and names of users) is left out.
/// - The root has a width and a height, which renderers need to keep its shape.
struct SVGPicture {
  let width: Double
  let height: Double
  let bytes: [UInt8]

  init(_ file: [UInt8]) throws(UnusableLogo) {
    let writer = SVGWriter()
    let stream = XMLStream(writer)
    writer.line = { [unowned stream] in stream.line }
    do throws(XMLStream.Fault) {
      _ = try FileBytes(file).withBytes { bytes throws(XMLStream.Fault) in
        try stream.parse(UnsafeRawBufferPointer(bytes), isLast: true)
      }
    } catch {
      switch error {
      case .malformed(let line, let reason):
        throw UnusableLogo(
          "line \(line) is no SVG: \(reason.english); save it again, or as PNG",
          "Zeile \(line) ist kein SVG: \(reason.german); speichern Sie es noch einmal, oder als PNG")
      case .declaresEntities(let line), .tooDeep(let line):
        throw UnusableLogo(
          "line \(line) declares entities or nests too deep; save it as plain SVG, or as PNG",
          "Zeile \(line) erklärt Entities oder ist zu tief verschachtelt; speichern Sie es als normales SVG, oder als PNG"
        )
      }
    }
    if let refused = writer.refused {
      throw UnusableLogo(
        "line \(refused.line): \(refused.what) has no place in a logo; save it as plain SVG without it, or as PNG",
        "Zeile \(refused.line): \(refused.what) hat in einem Logo nichts verloren; speichern Sie es ohne das als normales SVG, oder als PNG"
      )
    }
    guard let size = writer.size else {
      throw UnusableLogo(
        "the SVG says neither its size nor a viewBox; save it again with a size, or as PNG",
        "das SVG nennt weder seine Größe noch eine viewBox; speichern Sie es noch einmal mit Größe, oder als PNG")
    }
    guard !writer.references.isEndless else {
      throw UnusableLogo(
        "this SVG draws itself again within itself (use); save it as plain SVG, or as PNG",
        "dieses SVG zeichnet sich in sich selbst noch einmal (use); speichern Sie es als normales SVG, oder als PNG")
    }
    guard writer.drawn > 0 else {
      throw UnusableLogo("nothing is drawn in this SVG", "in diesem SVG ist nichts gezeichnet")
    }
    width = size.width
    height = size.height
    bytes = writer.bytes
  }
}

private final class SVGWriter: XMLHandler {
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private(set) var size: (width: Double, height: Double)?
  private(set) var refused: (what: String, line: Int)?
  /// Elements that leave ink.
  private(set) var drawn = 0
  /// What draws what again.
  private(set) var references = SVGReferences()
  /// Where the reader stands.
  var line: () -> Int = { 0 }
  private var depth = 0
  /// The depth of an element that is left out with all that is in it.
  private var skipped: Int?
  private var style: String?
  private var prefixes: [String: String] = [:]
  /// Whether the element that is being written has its link: many programs write `href` and `xlink:href` both.
  private var hasLink = false

  var isDone: Bool { refused != nil }

  private static let namespace = "http://www.w3.org/2000/svg"
  private static let shapes: Set<String> = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use",
  ]
  private static let others: Set<String> = [
    "svg", "g", "a", "defs", "symbol", "switch", "title", "desc", "style", "tspan", "textPath", "linearGradient",
    "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter", "view",
  ]

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    if skipped != nil { return }
    let attributes = attributes.all
    let outer = prefixes
    for (name, value) in attributes where name == "xmlns" || name.hasPrefix("xmlns:") {
      prefixes[name == "xmlns" ? "" : String(name.dropFirst(6))] = value
    }
    let local = name.string
    let qualified = name.qualified
    let prefix = qualified == local ? "" : String(qualified.dropLast(local.count + 1))
    // Hand-written files may name no namespace at all.
    let isSVG = prefixes[prefix].map { $0 == Self.namespace } ?? prefix.isEmpty
    if depth == 1 {
      guard isSVG, local == "svg" else { return refuse("<\(qualified)>") }
      size = Self.size(attributes)
    }
    guard isSVG, local != "metadata" else {
      skipped = depth
      prefixes = outer
      return
    }
    guard Self.shapes.contains(local) || Self.others.contains(local) || local.hasPrefix("fe") else {
      return refuse("<\(qualified)>")
    }
    if Self.shapes.contains(local) { drawn += 1 }
    if local == "style" { style = "" }
    func attribute(_ names: String...) -> String? { attributes.first { names.contains($0.name) }?.value.trimmed }
    if local == "path", let data = attribute("d"), !isPathData(data) {
      return refuse("<path d=\"\(data.prefix(40))…\">")
    }
    let link = attributes.first { $0.name == "href" || $0.name.hasSuffix(":href") }?.value.trimmed
    references.start(
      id: attribute("id"), uses: local == "use" ? link.map { String($0.drop { $0 == "#" }) } : nil)
    write("<\(local)")
    if depth == 1 { writeRoot(attributes) }
    hasLink = false
    for (name, value) in attributes { write(attribute: name, value, of: local) }
    write(">")
  }

  func end(_ name: XMLName) {
    defer { depth -= 1 }
    if let skipped {
      if skipped == depth { self.skipped = nil }
      return
    }
    references.end()
    if let style {
      if !Self.isHarmless(style: style) { return refuse("<style>") }
      self.style = nil
    }
    write("</\(name.string)>")
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == nil else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    if style != nil { style? += text }
    write(Self.escaped(text))
  }

  // MARK: - Attributes

  private func writeRoot(_ attributes: [(name: String, value: String)]) {
    guard let size else { return }
    write(" width=\"\(size.width)\" height=\"\(size.height)\"")
    if let box = attributes.first(where: { $0.name == "viewBox" }) {
      write(" viewBox=\"\(Self.escaped(box.value))\"")
    } else {
      let width = Self.length(attributes, "width") ?? size.width
      let height = Self.length(attributes, "height") ?? size.height
      write(" viewBox=\"0 0 \(width) \(height)\"")
    }
    write(" xmlns=\"\(Self.namespace)\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
  }

  private func write(attribute name: String, _ value: String, of element: String) {
    if name == "xmlns" || name.hasPrefix("xmlns:") { return }
    if depth == 1, ["width", "height", "viewBox"].contains(name) { return }
    let local = name.split(separator: ":").last.map(String.init) ?? name
    if local == "href" {
      // Nobody can follow a link in a picture.
      if element == "a" { return }
      let target = value.trimmed
      let isData = ["data:image/png;base64,", "data:image/jpeg;base64,"].contains { target.hasPrefix($0) }
      guard target.hasPrefix("#") || (isData && (element == "image" || element == "feImage")) else {
        return refuse("\(name)=\"\(target.prefix(60))\"")
      }
      if hasLink { return }
      hasLink = true
      return write(" xlink:href=\"\(Self.escaped(target))\"")
    }
    guard local == name || name == "xml:space" else { return }
    if name.lowercased().hasPrefix("on") { return refuse("\(name)=\"…\"") }
    guard Self.isHarmless(style: value) else { return refuse("\(name)=\"\(value.prefix(60))\"") }
    write(" \(name)=\"\(Self.escaped(value))\"")
  }

  /// Whether a style refers to nothing outside the picture. A backslash could spell `url` in another way.
  private static func isHarmless(style: String) -> Bool {
    let text = style.lowercased()
    guard !text.contains("\\"), !text.contains("@import"), !text.contains("javascript:") else { return false }
    for piece in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let target = piece.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      guard target.hasPrefix("#") else { return false }
    }
    return true
  }

  // MARK: - Size

  /// The shape of the picture, its longer side 1000.
  private static func size(_ attributes: [(name: String, value: String)]) -> (width: Double, height: Double)? {
    let box = attributes.first { $0.name == "viewBox" }?.value
      .split { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" }.map { Double(String($0)) ?? .nan }
    var width = length(attributes, "width")
    var height = length(attributes, "height")
    if let box, width == nil || height == nil {
      guard box.count == 4 else { return nil }
      (width, height) = (box[2], box[3])
    }
    guard let width, let height, width > 0, height > 0, width.isFinite, height.isFinite,
      (0.05...20).contains(width / height)
    else { return nil }
    let factor = 1000 / max(width, height)
    return ((width * factor * 100).rounded() / 100, (height * factor * 100).rounded() / 100)
  }

  /// A length in pixels; nil for shares and what is none.
  private static func length(_ attributes: [(name: String, value: String)], _ name: String) -> Double? {
    guard let text = attributes.first(where: { $0.name == name })?.value.trimmed.lowercased() else { return nil }
    let units: [(String, Double)] = [
      ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("", 1),
    ]
    for (unit, factor) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * factor }
    }
    return nil
  }

  // MARK: - Writing

  private func refuse(_ what: String) { refused = refused ?? (what, line()) }

  private func write(_ text: String) { bytes += text.utf8 }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
