import Foundation
import GraphvizBinding
import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct LogoTests {
  /// 400 × 200 pixels of one colour.
  static let red = Logo(
    name: "Rot & <Co>", format: .png,
    bytes: decoded(
      "iVBORw0KGgoAAAANSUhEUgAAAZAAAADIAQMAAAD82yWhAAAAA1BMVEXIFBQMsvkKAAAAIUlEQVR42u3BMQEAAADCoPVPbQ0PoAAAAAAAAAAAAIAXAyfYAAE0AXGJAAAAAElFTkSuQmCC"
    ), width: 400, height: 200)
  static let blue = Logo(
    name: "Blau", format: .png,
    bytes: decoded(
      "iVBORw0KGgoAAAANSUhEUgAAAZAAAADIAQMAAAD82yWhAAAAA1BMVEUUFMgHRKuhAAAAIUlEQVR42u3BMQEAAADCoPVPbQ0PoAAAAAAAAAAAAIAXAyfYAAE0AXGJAAAAAElFTkSuQmCC"
    ), width: 400, height: 200)

  static func decoded(_ text: String) -> [UInt8] { Array(Data(base64Encoded: text)!) }

  static func svg(_ name: String, width: Double, height: Double) -> Logo {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" xmlns="http://www.w3.org/2000/svg">\
      <rect width="\(width)" height="\(height)" fill="#0A7"/></svg>
      """
    return Logo(name: name, format: .svg, bytes: Array(text.utf8), width: width, height: height)
  }

  static func options(_ logos: [Logo]) -> MapOptions {
    var options = MapOptions()
    options.logos = logos
    options.funding = "Mit Unterstützung von Bund, Land und Europäischer Union"
    return options
  }

  static let mixed = [red, svg("Hoch", width: 100, height: 150), svg("Lang", width: 600, height: 100), blue]

  @Test("logos keep their order and shape, stand apart, and look equally high", arguments: [1, 3, 6, 12])
  func strip(_ count: Int) {
    let logos = (0..<count).map { Self.mixed[$0 % Self.mixed.count] }
    for room in [300.0, 560, 900] {
      let strip = LogoStrip(logos, room: room)
      #expect(strip.logos.map(\.logo) == logos)
      #expect(strip.width <= room + 1e-9)
      let highest = strip.logos.map(\.box.height).max()!
      for (k, placed) in strip.logos.enumerated() {
        #expect(abs(placed.box.width / placed.box.height - placed.logo.width / placed.logo.height) < 1e-9)
        #expect(placed.box.height >= 0.8 * highest - 1e-9, "at least 0.8 times as high as the highest")
        for other in strip.logos[(k + 1)...] {
          #expect(placed.box.overlap(other.box, gap: highest * 0.3) == 0, "clear space")
          // In reading order: further down, or further right in the same row.
          let isBelow = other.box.center.y > placed.box.center.y + 1
          #expect(isBelow || other.box.left > placed.box.right)
        }
        #expect(placed.box.left > -1e-9 && placed.box.right < strip.width + 1e-9)
        #expect(placed.box.top > -1e-9 && placed.box.bottom < strip.height + 1e-9)
      }
    }
    func rows(_ room: Double) -> Int { Set(LogoStrip(logos, room: room).logos.map(\.box.center.y)).count }
    #expect(rows(10_000) == 1 && rows(60) == min(count, 2))
  }

  @Test("one wide logo does not shrink the others")
  func wide() {
    let banner = Self.svg("Banner", width: 2000, height: 100)
    for room in [300.0, 420, 560] {
      let alone = LogoStrip([Self.red, Self.blue], room: room)
      let strip = LogoStrip([Self.red, banner, Self.blue], room: room)
      #expect(strip.width <= room + 1e-9)
      let share = strip.logos[0].box.height / alone.logos[0].box.height
      // Two rows are 0.8 times as high as one.
      #expect(share > 0.75, "\(room): \(share)")
      #expect(strip.logos[1].box.width > room * 0.39)
    }
    // Alone it may fill the strip.
    #expect(abs(LogoStrip([banner], room: 300).width - 300) < 1e-9)
  }

  @Test("an SVG without an end is an error: its logos would be lost")
  func noEnd() throws {
    let scene = try NetworkMap.scene(
      of: SampleInput.small, options: Self.options([Self.red]), measuring: FixedMetrics()
    ).scene
    #expect(throws: MapError.incompleteDrawing) {
      try SVGFinish(scene).finish(Array("<svg>\n<g id=\"graph0\">\n".utf8))
    }
  }

  @Test("logos touch nothing on any paper, in any theme, on either side", arguments: MapPaper.allCases)
  func sheets(_ paper: MapPaper) throws {
    for (k, theme) in MapTheme.allCases.enumerated() {
      for orientation in MapOrientation.allCases {
        var options = Self.options(Array(Self.mixed.prefix(k + 1)))
        options.paper = paper
        options.orientation = orientation
        options.theme = theme
        options.logoSide = k % 2 == 0 ? .right : .left
        options.source = String(repeating: "Eine lange Quelle mit vielen Worten. ", count: 8)
        let result = try NetworkMap.scene(
          of: SampleInput.random(seed: 5, partners: 40, sectors: 9), options: options, measuring: FixedMetrics())
        #expect(MapLint(result.scene).problems.filter { !$0.hasPrefix("logo below") } == [])
        #expect(result.scene.logos.count == k + 1)
        // At the margin of its side, up to the ground of the dark theme.
        let boxes = result.scene.logos.map(\.box)
        let left = boxes.map(\.left).min()! - MapFrame.margin
        let right = result.scene.page.width - MapFrame.margin - boxes.map(\.right).max()!
        #expect((0..<10.1).contains(k % 2 == 0 ? right : left), "\(left) \(right)")
      }
    }
  }

  @Test("the lint finds text on a logo, logos off the page, coarse pixels and a cut funding line")
  func lint() throws {
    var scene = try NetworkMap.scene(
      of: SampleInput.small, options: Self.options([Self.red, Self.blue]), measuring: FixedMetrics()
    ).scene
    #expect(MapLint(scene).isClean)
    scene.funding? += " und anderen"
    scene.logos[0].box = MapBox(center: scene.labels[0].box.center, width: 20, height: 10)
    // 400 pixels on 1000 units, which are 8.03 inches of A4: 50 an inch.
    scene.logos[1].box = MapBox(left: -5, top: 900, right: 995, bottom: 1400)
    let rules = MapLint(scene).findings.map(\.rule)
    #expect(Set(rules).isSuperset(of: [.onLogo, .outsidePage, .coarseLogo, .notExplained]))
    #expect(MapLint(scene).coarseLogo.map(\.value) == [50])
  }

  @Test("the SVG carries the logos as data, with their names")
  func svg() throws {
    let scene = try NetworkMap.scene(
      of: SampleInput.small, options: Self.options([Self.red, Self.mixed[1]]), measuring: FixedMetrics()
    ).scene
    let svg = try MapDrawing.render(scene, as: .svg)
    let reader = try DrawingTests.read(svg)
    #expect(reader.elements.count { $0 == "image" } == 2)
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("xlink:href=\"data:image/png;base64,\(Data(Self.red.bytes).base64EncodedString())\""))
    #expect(
      text.contains("xlink:href=\"data:image/svg+xml;base64,\(Data(Self.mixed[1].bytes).base64EncodedString())\""))
    #expect(text.contains("aria-label=\"Rot &amp; &lt;Co&gt;\""))
  }

  @Test("base64 is that of RFC 4648", arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func base(_ text: String) {
    let vectors = [
      "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=", "foobar": "Zm9vYmFy",
    ]
    #expect(String(decoding: base64(Array(text.utf8)), as: UTF8.self) == vectors[text])
  }

  @Test(
    "PNG and PDF show the logo that is given, also when the process has drawn another one", arguments: [true, false])
  func pixels(isPNG: Bool) throws {
    func draw(_ logos: [Logo]) throws -> [UInt8] {
      let scene = try NetworkMap.scene(of: SampleInput.small, options: Self.options(logos)).scene
      return try MapDrawing.render(scene, as: isPNG ? .png : .pdf, dpi: 72)
    }
    let first = try draw([Self.red])
    let second = try draw([Self.blue])
    let third = try draw([Self.svg("Grün", width: 400, height: 200)])
    #expect(first != second && first != third && second != third)
    #expect(try draw([Self.red]) == first)
  }

  @Test("a picture that cannot be drawn is an error, not a gap")
  func broken() throws {
    let broken = Logo(
      name: "kaputt", format: .svg, bytes: Array("kein Bild".utf8), width: 2, height: 1)
    let scene = try NetworkMap.scene(of: SampleInput.small, options: Self.options([broken])).scene
    #expect(throws: MapError.undrawableLogos(["kaputt"])) { try MapDrawing.render(scene, as: .pdf) }
  }
}
