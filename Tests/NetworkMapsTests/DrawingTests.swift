import Foundation
import NetworkModel
import Testing

@testable import NetworkMaps

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DrawingTests {
  static let badNames = [
    "\"quoted\" \\N \\G", "<b>bold</b> & <script>alert(1)</script>", "AT&amp;T &#228;", "one\ntwo\r\nthree",
    "🎻🇦🇹 Chor 👩‍👩‍👧",
    "בית ספר לאמנות", "\u{202E}turned\u{202C} round", String(repeating: "Bildungsgenossenschaft ", count: 14),
    String(repeating: "x", count: 300), "a\0b\u{1B}[31mc\u{7}", "]]>", "%d %s %n", "ab\u{FFFE}c", "   ",
  ]

  static func badInput() -> MapInput {
    let partners = badNames.enumerated().map { MapInput.Partner(id: "\($1)\($0)", name: $1, sector: 0) }
    return MapInput(
      title: badNames[1], source: badNames[0], date: "2026", sectors: [.init(id: "s", name: badNames[2])],
      partners: partners,
      ties: partners.indices.dropFirst().map { .init(source: 0, target: $0) })
  }

  final class Reader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    var ids: [String] = []
    var elements: [String] = []
    private var text: String?
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      elements.append(name)
      if let id = attributes["id"] { ids.append(id) }
      if name == "text" { text = "" }
    }
    func parser(_ parser: XMLParser, foundCharacters characters: String) { text? += characters }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if name == "text", let text {
        texts.append(text)
        self.text = nil
      }
    }
  }

  static func read(_ svg: [UInt8]) throws -> Reader {
    let parser = XMLParser(data: Data(svg))
    let reader = Reader()
    parser.delegate = reader
    try #require(parser.parse(), "the SVG is well-formed")
    return reader
  }

  @Test("bad names are drawn as they stand, or cut, and never interpreted", arguments: [MapLabels.short, .full])
  func badNames(_ labels: MapLabels) throws {
    var options = MapOptions()
    options.labels = labels
    let scene = try NetworkMap.scene(of: Self.badInput(), options: options).scene
    #expect(MapLint(scene).problems == [])
    let reader = try Self.read(MapDrawing.render(scene, as: .svg))
    #expect(reader.texts.sorted() == scene.labels.flatMap(\.lines).sorted())
    #expect(reader.texts.contains { $0.contains("AT&amp;T") })
    #expect(reader.texts.contains { $0.contains("\\N") })
    #expect(
      Set(reader.elements).isSubset(of: ["svg", "title", "desc", "g", "text", "path", "ellipse", "polygon", "polyline"])
    )
    for format in [MapFormat.pdf, .dot] { #expect(try !MapDrawing.render(scene, as: format).isEmpty) }
  }

  @Test("every partner and tie has its id, once, and a title")
  func ids() throws {
    let input = SampleInput.random(seed: 2, partners: 20)
    let scene = try NetworkMap.scene(of: input).scene
    let svg = try MapDrawing.render(scene, as: .svg)
    let reader = try Self.read(svg)
    #expect(Set(reader.ids).count == reader.ids.count)
    #expect(Set(scene.nodes.map(\.id)).isSubset(of: reader.ids))
    #expect(Set(scene.ties.map(\.id)).isSubset(of: reader.ids))
    #expect(reader.elements.count { $0 == "title" } == 1 + scene.nodes.count + scene.ties.count)
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.components(separatedBy: "<text ").count == text.components(separatedBy: " textLength=").count)
  }

  @Test("the same scene gives the same bytes", arguments: MapFormat.allCases)
  func deterministic(_ format: MapFormat) throws {
    let input = SampleInput.random(seed: 6, partners: 25)
    let first = try MapDrawing.render(NetworkMap.scene(of: input).scene, as: format, dpi: 72)
    let second = try MapDrawing.render(NetworkMap.scene(of: input).scene, as: format, dpi: 72)
    // From cairo 1.18 on the day of creation lies in a compressed part of the PDF, where it is not found.
    let hasPlainDate = String(decoding: first, as: UTF8.self).contains("/CreationDate")
    if format == .pdf && !hasPlainDate { return }
    #expect(first == second)
  }

  @Test("a PNG has the pixels that paper and resolution ask for", arguments: [(72, 842, 595), (150, 1754, 1240)])
  func pixels(_ dpi: Int, _ width: Int, _ height: Int) throws {
    let png = try MapDrawing.render(NetworkMap.scene(of: SampleInput.small).scene, as: .png, dpi: dpi)
    func number(_ start: Int) -> Int { png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    #expect(abs(number(16) - width) <= 2 && abs(number(20) - height) <= 2)
  }

  @Test("resolutions that are none, and pictures too large to draw, are refused")
  func resolution() throws {
    var options = MapOptions()
    options.paper = .a1
    let scene = try NetworkMap.scene(of: SampleInput.small, options: options).scene
    #expect(throws: MapError.badResolution(0)) { try MapDrawing.render(scene, as: .png, dpi: 0) }
    #expect(throws: (any Error).self) { try MapDrawing.render(scene, as: .png, dpi: 1200) }
  }

  @Test("a coordinate that is not a number is an error with the partner's name")
  func notFinite() throws {
    var scene = try NetworkMap.scene(of: SampleInput.small, measuring: FixedMetrics()).scene
    scene.nodes[3].center.x = .nan
    #expect(throws: MapError.badPosition(partner: "Tischlerei Huber & Söhne")) {
      try MapDrawing.render(scene, as: .svg)
    }
  }

  @Test("a directed tie has its arrowhead at the rim of its target, one that goes both ways has two")
  func arrows() throws {
    let input = MapInput(
      sectors: [], partners: (0..<3).map { .init(id: "\($0)", name: "P\($0)") },
      ties: [
        .init(source: 1, target: 0, direction: .forward), .init(source: 1, target: 2, direction: .forward),
        .init(source: 2, target: 1, direction: .forward),
      ])
    #expect(input.ties.map(\.direction) == [.backward, .both])
    let scene = try NetworkMap.scene(of: input, measuring: FixedMetrics()).scene
    let reader = try Self.read(MapDrawing.render(scene, as: .svg))
    // Besides the ground: one arrowhead and two.
    #expect(reader.elements.count { $0 == "polygon" } == 1 + 3)
    let tie = scene.ties.first { $0.direction == .backward }!
    let (curve, start, end) = tie.curves[0].withArrows(tie.arrow!, from: scene.nodes[0], to: scene.nodes[1])
    #expect(end == nil && curve.end == tie.curves[0].end)
    let gap = (start! - scene.nodes[0].center).length - scene.nodes[0].radius
    #expect(gap > 1 && gap < 6)
  }

  @Test("an arrowhead touches the outline of its mark, not the circle round the corners")
  func arrowAtPolygon() {
    func node(_ shape: Sector.Shape) -> MapNode {
      MapNode(
        id: "", tooltip: "", center: MapPoint(x: 0, y: 0), radius: 20, shape: shape, fill: MapColor(0),
        line: MapColor(0),
        lineWidth: 1, classes: "partner")
    }
    // A pentagon stands on a side, cos 36° of its radius below the centre; its upper corner is a radius above.
    #expect(node(.pentagon).covers(MapPoint(x: 0, y: 16.1), gap: 0))
    #expect(!node(.pentagon).covers(MapPoint(x: 0, y: 16.3), gap: 0))
    #expect(node(.pentagon).covers(MapPoint(x: 0, y: -19.9), gap: 0))
    #expect(
      !node(.square).covers(MapPoint(x: 14.3, y: 0), gap: 0) && node(.square).covers(MapPoint(x: 14, y: 14), gap: 0))
    #expect(!node(.circle).covers(MapPoint(x: 0, y: 20), gap: 0) && node(.circle).covers(MapPoint(x: 0, y: 20), gap: 1))
    let curve = MapCurve(from: MapPoint(x: 0, y: 100), to: MapPoint(x: 0, y: 0), bend: 0)
    let arrow = MapArrow(atStart: false, atEnd: true, length: 8)
    let tip = curve.withArrows(arrow, from: node(.circle), to: node(.pentagon)).end
    #expect(abs(tip!.y - 0.8090 * 21.5) < 0.6)
  }

  static let pdftotext = "/usr/bin/pdftotext"

  @Test("a PDF holds every word as text", .enabled(if: FileManager.default.fileExists(atPath: pdftotext)))
  func pdfText() throws {
    let scene = try NetworkMap.scene(of: SampleInput.random(seed: 8, partners: 30)).scene
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("map-\(UUID()).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(MapDrawing.render(scene, as: .pdf)).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.pdftotext)
    process.arguments = ["-layout", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    for line in scene.labels.flatMap(\.lines) {
      for word in line.split(separator: " ") { #expect(text.contains(word), "\(word)") }
    }
  }
}
