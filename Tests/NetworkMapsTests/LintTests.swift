import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct LintTests {
  static func scene(_ labels: [(MapLabel.Role, MapBox)], nodes: [(MapPoint, Double)] = []) -> MapScene {
    var scene = MapScene(
      page: MapFrame.page(.a4, .landscape), language: .german, ground: MapColor(0xFFFFFF), title: "", summary: "")
    let font = MapFont(family: "Lato", size: 12)
    scene.labels = labels.enumerated().map { position, label in
      MapLabel(
        role: label.0, lines: ["l\(position)"], widths: [label.1.width], font: font, color: MapColor(0),
        alignment: .center, box: label.1, lineHeight: 14)
    }
    scene.labels.append(
      MapLabel(
        role: .title, lines: ["title"], widths: [50], font: font, color: MapColor(0), alignment: .left,
        box: MapBox(left: 0, top: 0, right: 50, bottom: 10), lineHeight: 14))
    (scene.source, scene.date) = ("invented", "2026-05")
    scene.labels.append(
      MapLabel(
        role: .source, lines: ["invented · 2026-05"], widths: [90], font: font, color: MapColor(0), alignment: .left,
        box: MapBox(left: 0, top: 800, right: 90, bottom: 812), lineHeight: 14))
    scene.nodes = nodes.enumerated().map { position, node in
      MapNode(
        id: "n\(position)", tooltip: "n\(position)", center: node.0, radius: node.1, fill: MapColor(0x0072B2),
        line: MapColor(0), lineWidth: 1, classes: "node")
    }
    return scene
  }

  static func box(_ x: Double, _ y: Double) -> MapBox { MapBox(left: x, top: y, right: x + 100, bottom: y + 12) }

  @Test("labels that touch are counted, labels side by side are not")
  func labels() {
    #expect(MapLint(Self.scene([(.node, Self.box(100, 100)), (.node, Self.box(150, 108))])).labelLabel == ["l0 / l1"])
    #expect(MapLint(Self.scene([(.node, Self.box(100, 100)), (.node, Self.box(200, 100))])).isClean)
  }

  @Test("a label on a disc is counted, a number on its disc is not")
  func discs() {
    let disc = (MapPoint(x: 150, y: 106), 20.0)
    #expect(MapLint(Self.scene([(.node, Self.box(100, 100))], nodes: [disc])).labelNode == ["l0 / n0"])
    #expect(MapLint(Self.scene([(.number, Self.box(100, 100))], nodes: [disc])).labelNode.isEmpty)
    #expect(MapLint(Self.scene([(.node, Self.box(100, 127))], nodes: [disc])).isClean)
  }

  @Test("a name nearer to another disc than to its own is counted, unless a line leads from it to its own")
  func ambiguous() {
    // The name ends 20 units from its own disc's rim and 10 from the other's.
    var scene = Self.scene(
      [(.node, Self.box(150, 94))], nodes: [(MapPoint(x: 120, y: 100), 10), (MapPoint(x: 270, y: 100), 10)])
    scene.labels[0].node = 0
    #expect(MapLint(scene).ambiguous == ["l0 / n1"])
    scene.labels[0].node = 1
    #expect(MapLint(scene).ambiguous.isEmpty)
    scene.labels[0].node = 0
    scene.labels[0].leader = [MapPoint(x: 130, y: 100), MapPoint(x: 150, y: 100)]
    #expect(MapLint(scene).isClean)
    // A stub of five units is not seen as a line.
    scene.labels[0].leader = [MapPoint(x: 145, y: 100), MapPoint(x: 150, y: 100)]
    #expect(MapLint(scene).ambiguous == ["l0 / n1"])
    // A ring close round its own disc brings it 15 units nearer.
    scene.labels[0].leader = []
    scene.shapes = [
      .disc(center: MapPoint(x: 120, y: 100), radius: 21, fill: nil, line: MapColor(0), width: 2, dash: .solid)
    ]
    #expect(MapLint(scene).ambiguous.isEmpty)
  }

  @Test("a line that runs through the name of another is counted, one that runs round it is not")
  func leaders() {
    var scene = Self.scene([(.node, Self.box(300, 100)), (.node, Self.box(150, 94))])
    let (start, end) = (MapPoint(x: 100, y: 100), MapPoint(x: 298, y: 106))
    scene.labels[0].leader = [start, end]
    #expect(MapLint(scene).leaderLabel == ["l0 / l1"])
    #expect(
      MapLint(scene).findings.map(\.message.german) == ["Hinweislinie durch einen Namen: l0 / l1"])
    scene.labels[0].leader = [start, MapPoint(x: 200, y: 120), end]
    #expect(MapLint(scene).isClean)
  }

  @Test("a picture says where its data come from and of which day they are")
  func imprint() {
    var scene = Self.scene([])
    #expect(MapLint(scene).unexplained == [])
    // Said, but not on the sheet.
    scene.date = "2026-06"
    #expect(MapLint(scene).unexplained == [.date])
    scene.source = nil
    #expect(MapLint(scene).unexplained == [.source, .date])
    #expect(
      MapLint(scene).findings.map(\.message.german) == [
        "nicht erklärt: Quelle (anzugeben mit --source, in map.yaml oder in der Tabelle Netzwerk)",
        "nicht erklärt: Datum (anzugeben mit --date, in map.yaml oder in der Tabelle Netzwerk)",
      ])
  }

  @Test("islands that overlap are counted, also where one holds the other; those beside each other are not")
  func islands() {
    func square(_ x: Double, _ y: Double, _ side: Double, isIsland: Bool = true) -> MapArea {
      let rim = [(0.0, 0.0), (side, 0), (side, side), (0, side)].map { MapPoint(x: x + $0.0, y: y + $0.1) }
      return MapArea(name: "\(Int(x))", rim: rim, isIsland: isIsland)
    }
    func areaArea(_ areas: [MapArea]) -> [String] {
      var scene = Self.scene([])
      scene.areas = areas
      return MapLint(scene).areaArea
    }
    #expect(areaArea([square(100, 100, 100), square(150, 150, 100)]) == ["100 / 150"])
    #expect(areaArea([square(100, 100, 100), square(120, 120, 20)]) == ["100 / 120"])
    #expect(areaArea([square(120, 120, 20), square(100, 100, 100)]) == ["120 / 100"])
    #expect(areaArea([square(100, 100, 100), square(201, 100, 100)]) == [])
    // A cross: no corner of one lies in the other.
    var across = square(110, 50, 20)
    across.rim[2].y = 300
    across.rim[3].y = 300
    #expect(areaArea([square(100, 100, 100), across]) == ["100 / 110"])
    // Hulls of a network may overlap.
    #expect(areaArea([square(100, 100, 100, isIsland: false), square(150, 150, 100)]) == [])
    var scene = Self.scene([])
    scene.areas = [square(-3, 100, 100)]
    #expect(MapLint(scene).outsidePage == ["-3"])
  }

  @Test("marks that hardly differ from the sheet are counted; a rim that does saves them")
  func pale() {
    var scene = Self.scene([], nodes: [(MapPoint(x: 300, y: 300), 10)])
    // The well-known greys on white: #949494 is 3.03:1, #959595 is 2.99:1 (WebAIM contrast checker).
    scene.nodes[0].lineWidth = 0
    scene.nodes[0].fill = MapColor(0x949494)
    #expect(MapLint(scene).paleMarks.isEmpty)
    scene.nodes[0].fill = MapColor(0x959595)
    #expect(MapLint(scene).paleMarks.map(\.text) == ["n0"])
    scene.nodes[0].lineWidth = 1
    #expect(MapLint(scene).paleMarks.isEmpty)
    scene.ground = MapColor(0x111111)
    scene.nodes[0].line = MapColor(0x222222)
    scene.nodes[0].fill = MapColor(0x222222)
    #expect(MapLint(scene).paleMarks.map(\.text) == ["n0"])
  }

  @Test("the figures say what the lists count")
  func figures() {
    let lint = MapLint(
      Self.scene([(.node, Self.box(100, 100)), (.node, Self.box(150, 108)), (.node, Self.box(-1, 300))]))
    func value(_ subject: MapLint.Subject) -> Double? { lint.figures.first { $0.subject == subject }?.value }
    #expect(lint.figures.map(\.subject) == MapLint.Subject.all)
    #expect(value(.findings(.labelOnLabel)) == 1 && value(.findings(.outsidePage)) == 1)
    #expect(value(.findings(.labelOnNode)) == 0)
    // Black on white, and no sectors to compare.
    #expect(value(.smallestContrast) == 21 && value(.colorDifference(.normal)) == nil)
  }

  @Test("what leaves the page or reaches into the legend is counted")
  func borders() {
    #expect(MapLint(Self.scene([(.node, Self.box(-1, 100))])).outsidePage == ["l0"])
    var scene = Self.scene([(.node, Self.box(100, 100))], nodes: [(MapPoint(x: 300, y: 300), 10)])
    scene.legend.box = MapBox(left: 190, top: 90, right: 295, bottom: 400)
    #expect(MapLint(scene).labelLegend == ["l0", "n0"])
  }

  @Test("overlapping nodes and ties through nodes are counted")
  func nodes() {
    var scene = Self.scene(
      [],
      nodes: [
        (MapPoint(x: 100, y: 500), 20), (MapPoint(x: 135, y: 500), 20), (MapPoint(x: 600, y: 500), 10),
        (MapPoint(x: 350, y: 495), 10),
      ])
    let curve = MapCurve(from: scene.nodes[1].center, to: scene.nodes[2].center, bend: 0)
    scene.ties = [
      MapTie(id: "t", tooltip: "", from: 1, to: 2, curves: [curve], color: MapColor(0), width: 1)
    ]
    let lint = MapLint(scene)
    #expect(lint.nodeNode == ["n0 / n1"])
    #expect(lint.tieNode == 1)
  }

  @Test("small and pale text is counted")
  func text() {
    var scene = Self.scene([(.node, Self.box(100, 100)), (.node, Self.box(100, 200))])
    scene.labels[0].font.size = 10
    scene.labels[1].color = MapColor(0xAAAAAA)
    let lint = MapLint(scene)
    #expect(lint.smallText.map(\.text) == ["l0"] && lint.lowContrast.map(\.text) == ["l1"])
    // 10 units on A4, where a unit is √(841.89 · 595.276 / 1 500 000) points; #AAAAAA on white is 2.32:1 by WCAG.
    #expect(
      lint.findings.map(\.message.german) == ["Schrift unter 6 pt: l0 (5,78 pt)", "Kontrast unter 4,5: l1 (2,32)"])
    #expect(
      lint.findings.map(\.message.english) == ["text below 6 pt: l0 (5.78 pt)", "contrast below 4.5: l1 (2.32)"])
  }

  @Test("a legend that leaves out sizes, widths or colours is incomplete")
  func legend() throws {
    var scene = try NetworkMap.scene(of: SampleInput.small, measuring: FixedMetrics()).scene
    #expect(MapLint(scene).unexplained.isEmpty)
    scene.legend.explainsSizes = false
    scene.legend.explainsWidths = false
    scene.legend.sectors.removeLast()
    #expect(MapLint(scene).unexplained == [.mark(of: "Gast"), .sizes, .widths])
    #expect(MapLint(scene).findings.map(\.message.german).first == "nicht erklärt: Farbe von Gast")
  }

  @Test(
    "contrast is that of WCAG",
    arguments: [(0xFFFFFF, 21.0), (0x767676, 4.54), (0xFF0000, 5.25), (0x0000FF, 2.44)] as [(UInt32, Double)])
  func contrast(_ rgb: UInt32, _ expected: Double) {
    // The ratios to black that the WebAIM contrast checker gives; for white grey the well-known 4.54 is to white.
    let other = MapColor(rgb == 0x767676 ? 0xFFFFFF : 0x000000)
    #expect(abs(MapColor(rgb).contrast(to: other) - expected) < 0.01)
  }

  @Test("red and green, plain to most eyes, are near for eyes without green cones")
  func vision() {
    let (red, green) = (MapColor(0xC04040), MapColor(0x6B8E23))
    #expect(ColorVision.normal.difference(red, green) > 50)
    #expect(ColorVision.deuteranopic.difference(red, green) < 8)
    for vision in ColorVision.allCases {
      #expect(vision.difference(MapColor(0), MapColor(0xFFFFFF)) > 99)
    }
  }
}
