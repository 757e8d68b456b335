import NetworkModel
import Testing

@testable import NetworkMaps

/// What tells a reader how a map is to be read.
@Suite struct ReadingTests {
  static func result(_ kind: MapKind, _ input: MapInput, _ change: (inout MapOptions) -> Void = { _ in }) throws
    -> MapResult
  {
    var options = KindTests.options(kind, input)
    options.language = .german
    change(&options)
    return try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics())
  }

  static let input = KindTests.input(seed: 4)

  @Test(
    "a subtitle of one's own stands beside how the map is to be read, and does not take its place",
    arguments: [
      (.wheel, "Je näher der Mitte, desto zentraler."), (.onion, "Ringe: Schritte von"),
      (.ego, "Je näher, desto stärker die Beziehung."),
      (.gaps, "Es fehlen 3 Sektoren · 2 vorgeschlagene Beziehungen · das Netzwerk hängt an 2 Partnern"),
    ] as [(MapKind, String)])
  func subtitle(_ kind: MapKind, _ aid: String) throws {
    for own in [nil, "Unser Netz im Mai"] {
      let scene = try Self.result(kind, Self.input) { $0.subtitle = own }.scene
      let lines = scene.labels.filter { $0.role == .subtitle }.map(\.text)
      #expect(lines.contains { $0.contains(aid) }, "\(lines)")
      #expect(lines.contains { $0.contains("Unser Netz im Mai") } == (own != nil))
      #expect(scene.summary.contains(aid))
    }
  }

  @Test("the legend of gaps names the grey discs and counts them", arguments: MapTheme.allCases)
  func grey(_ theme: MapTheme) throws {
    let scene = try Self.result(.gaps, Self.input) { $0.theme = theme }.scene
    let entry = try #require(scene.legend.sectors.first { $0.name == "Partner" })
    // Of the 36, the partners 0, 3 and 4 have a ring and are darker.
    #expect(scene.nodes.count { $0.classes == "partner" && $0.fill == entry.color } == 33)
    #expect(scene.labels.contains { $0.role == .legend && $0.text == "36" })
  }

  @Test("names that end in an ellipsis are counted, with what shows them whole")
  func cutNames() throws {
    func notes(_ names: [String], _ change: (inout MapOptions) -> Void = { _ in }) throws -> [String] {
      let input = MapInput(
        sectors: [], partners: names.enumerated().map { .init(id: "\($0)", name: $1) },
        ties: [.init(source: 0, target: 1)])
      return try Self.result(.network, input, change).notes
    }
    let long = "Gesellschaft für Regionalentwicklung und Tourismus im mittleren Holunderviertel und Umgebung"
    #expect(try notes(["VHS", "AMS", "Chor"]) == [])
    #expect(
      try notes(["VHS", long, "Chor"]) == [
        "1 langer Name endet mit „…“; ganz zu sehen durch: --labels full, ein größeres Blatt (--paper a3) oder "
          + "Kurznamen in der Tabelle der Partner."
      ])
    #expect(
      try notes([long, long + " II"]).map { $0.prefix(23) } == ["2 lange Namen enden mit"])
    // What the note proposes helps.
    #expect(try notes(["VHS", long, "Chor"]) { $0.labels = .full } == [])
    #expect(try notes(["VHS", long, "Chor"]) { $0.paper = .a3 } == [])
  }

  @Test("signs that few fonts have are told, and titles that are cut")
  func signs() throws {
    func notes(_ name: String, _ title: String = "Netz") throws -> [String] {
      let input = MapInput(
        title: title, sectors: [], partners: [.init(id: "a", name: name), .init(id: "b", name: "Änne Łódź Ελλάδα €")],
        ties: [.init(source: 0, target: 1)])
      return try Self.result(.network, input).notes
    }
    #expect(try notes("Chor Σ 12 – „Ü“") == [])
    #expect(try notes("Chor 🎻").first?.contains("🎻") == true)
    #expect(try notes("合唱团").first?.hasPrefix("1 Text enthält Zeichen wie 合 唱 团") == true)
    #expect(try notes("a", String(repeating: "Langer Titel ", count: 60)).first?.hasPrefix("Der Titel") == true)
  }

  @Test("texts that no sheet has room for are refused, in map.yaml at their line")
  func endless() throws {
    let long = String(repeating: "Wort ", count: 40_000)
    for path: WritableKeyPath<MapOptions, String?> in [\.title, \.subtitle, \.source, \.date, \.funding] {
      #expect(throws: MapError.self) { try Self.result(.network, SampleInput.small) { $0[keyPath: path] = long } }
    }
    var draft = MapStyleDraft()
    draft.values[.funding] = .init(long, at: Location(file: "map.yaml", line: 7))
    let problem = try #require(MapStyle(draft).problems.first)
    #expect(problem.location?.line == 7)
    #expect(
      problem.message.german == "funding hat 200000 Zeichen, auf einem Blatt ist Platz für 2000; kürzen Sie den Text")
  }

  @Test("a partner to look from who is not there is told on every kind of map")
  func strangers() throws {
    for kind in [MapKind.network, .sectors, .islands, .gaps] {
      let notes = try Self.result(kind, SampleInput.small) { $0.partner = "nobody" }.notes
      #expect(notes.contains { $0.contains("keinen Partner „nobody“") }, "\(kind)")
      #expect(try !Self.result(kind, SampleInput.small) { $0.partner = "vhs" }.notes.contains { $0.contains("vhs") })
    }
    #expect(throws: MapError.unknownPartner("nobody")) {
      try Self.result(.wheel, SampleInput.small) { $0.partner = "nobody" }
    }
  }

  @Test(
    "a sector pull is read with a point or a comma",
    arguments: [("0,5", 0.5), ("0.5", 0.5), ("1", 1), ("0,5,1", nil), ("1,5", nil), ("", nil), ("x", nil)]
      as [(String, Double?)])
  func pull(_ text: String, _ value: Double?) {
    #expect(MapOptions.sectorPull(text) == value)
  }

  @Test("a partner with few neighbours makes a small picture, with the names beside their discs")
  func smallEgo() throws {
    let names = ["Stadtbücherei", "Volkshochschule", "Gymnasium am Fluß", "Landwirtschaftskammer"]
    let input = MapInput(
      sectors: [], partners: names.map { .init(id: $0, name: $0, isLead: $0 == names[0]) },
      ties: (1...3).map { .init(source: 0, target: $0) })
    let scene = try Self.result(.ego, input).scene
    let hub = try #require(scene.nodes.first { $0.tooltip == names[0] })
    for label in scene.labels where label.role == .node {
      let node = scene.nodes[try #require(label.node)]
      #expect(label.leader.isEmpty && label.box.distance(to: node.center) - node.radius < 12, "\(label.text)")
      #expect((node.center - hub.center).length < 220)
    }
    // One ring: nobody is nearer than another, so nothing is said of it.
    #expect(!scene.summary.contains("Je näher"))
    // The ring's own caption is not out by the edge of the sheet.
    let caption = try #require(scene.labels.first { $0.role == .area })
    #expect((caption.box.center - hub.center).length < 280)
  }

  @Test("two sectors fill the sheet, and the bar between them is explained")
  func twoSectors() throws {
    let input = SampleInput.random(seed: 3, partners: 60, sectors: 2)
    let scene = try Self.result(.sectors, input).scene
    let discs = scene.nodes.filter { $0.classes.hasPrefix("sector") && !$0.classes.contains("no-sector") }
    // Six sectors share what two have: before, the larger disc had a radius of 62.
    #expect(discs.map(\.radius).max()! > 90)
    #expect(scene.labels.contains { $0.role == .legend && $0.text.contains("Beziehungen zwischen") })
  }

  @Test("a wheel of 120 partners on a screen names nearly all")
  func wideWheel() throws {
    let input = SampleInput.random(seed: 1, partners: 120, sectors: 2, tiesEach: 5)
    let scene = try Self.result(.wheel, input) { $0.paper = .wide }.scene
    // With names on up to three short lines 11 had no room.
    #expect(MapLint(scene).unnamed <= 4)
    #expect(MapLint(scene).problems == [])
  }
}
