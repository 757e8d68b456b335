import NetworkAnalysis
import NetworkFiles
import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct MapStyleTests {
  typealias Text = MapStyleDraft.Text

  static func text(_ word: String, _ line: Int) -> Text { Text(word, at: Location(file: "map.yaml", line: line)) }

  static func draft(_ values: [MapStyleDraft.Key: String]) -> MapStyleDraft {
    var draft = MapStyleDraft()
    for (key, word) in values {
      draft.values[key] = text(word, MapStyleDraft.Key.allCases.firstIndex(of: key)! + 1)
    }
    return draft
  }

  @Test("says what the file says, and the defaults where it says nothing")
  func values() {
    let style = MapStyle(
      Self.draft([
        .title: "Netz", .funding: "Fonds", .theme: "dark", .paper: "A3-portrait", .size: "betweennessShare",
        .width: "none", .color: "community", .hulls: "ja", .labels: "full", .maxLabels: "7", .language: "en",
        .audience: "public", .seed: "3", .sectorPull: "0.25", .kind: "wheel", .palette: "distinct", .logoSide: "left",
      ]))
    #expect(style.problems == [])
    #expect(style.options.title == "Netz" && style.options.funding == "Fonds" && style.options.theme == .dark)
    #expect(style.options.paper == .a3 && style.options.orientation == .portrait && style.options.showsHulls)
    #expect(style.options.labels == .full && style.options.maxLabels == 7 && style.options.language == .english)
    #expect(style.options.seed == 3 && style.options.sectorPull == 0.25 && style.options.kind == .wheel)
    #expect(style.options.palette == .distinct && style.options.logoSide == .left && style.options.width == .none)
    #expect(style.size == "betweennessShare" && style.coloring == .community && style.audience == .public)
    #expect(MapStyle(MapStyleDraft()).options == MapOptions())
  }

  @Test(
    "refuses what a key cannot be, in both languages, and names what was perhaps meant",
    arguments: [
      (.theme, "darkk", "dark"), (.kind, "change", nil), (.size, "degre", "degree"), (.size, "sector", nil),
      (.width, "trusst", "trust"), (.paper, "a5", nil), (.orientation, "landscap", "landscape"), (.hulls, "maybe", nil),
      (.maxLabels, "-1", nil), (.seed, "1.5", nil), (.sectorPull, "1.01", nil), (.sectorPull, "nan", nil),
      (.palette, "templat", "template"), (.language, "fr", nil), (.audience, "alle", nil),
    ] as [(MapStyleDraft.Key, String, String?)])
  func refused(_ key: MapStyleDraft.Key, _ word: String, _ suggestion: String?) throws {
    let style = MapStyle(Self.draft([key: word]))
    let problem = try #require(style.problems.first)
    #expect(style.problems.count == 1 && problem.suggestion == suggestion)
    #expect(problem.location?.line == MapStyleDraft.Key.allCases.firstIndex(of: key)! + 1)
    #expect(problem.message.english != problem.message.german)
  }

  @Test("asking for trust or weak spots in public is an error, not a silent omission")
  func privacy() {
    #expect(MapStyle(Self.draft([.audience: "public", .width: "trust"])).problems.count == 1)
    #expect(MapStyle(Self.draft([.audience: "public", .size: "cutPartner"])).problems.count == 1)
    #expect(MapStyle(Self.draft([.audience: "internal", .width: "trust", .size: "cutPartner"])).problems == [])
  }

  /// Three partners, the last of a sector that the template does not know.
  static func network() throws -> Network {
    var draft = NetworkDraft()
    draft.tables = [TableOrigin(file: "partners.csv")]
    draft.partners = [("A", "Schulen"), ("B", "Museen"), ("C", "Imker")].enumerated().map { position, partner in
      var row = PartnerRow(place: RowPlace(table: 0, line: position + 2), name: partner.0)
      row.sectors = [partner.1]
      return row
    }
    return try #require(Network.review(draft, template: SectorTemplates.builtIn(named: "lernende-region")).network)
  }

  @Test("colours go to sectors by id, name or the table's own word; a theme's own go before")
  func colors() throws {
    var draft = MapStyleDraft()
    draft.colors = [
      .init(sector: Self.text("school", 2), color: Self.text("#0072B2", 2)),
      .init(sector: Self.text("Museums", 3), color: Self.text("#D55E00", 3)),
      .init(sector: Self.text("imker", 4), color: Self.text("#009E73", 4)),
      .init(theme: Self.text("dark", 5), sector: Self.text("Schulen", 5), color: Self.text("#56B4E9", 5)),
    ]
    for (theme, school) in [(MapTheme.print, UInt32(0x0072B2)), (.dark, 0x56B4E9)] {
      var style = MapStyle(draft)
      style.useColors(of: try Self.network(), theme: theme)
      #expect(style.problems == [])
      #expect(
        style.options.colors == [
          "school": MapColor(school), "museum": MapColor(0xD55E00), "Imker": MapColor(0x009E73),
        ])
    }
  }

  @Test("all that is wrong with colours is told at once, in the order of the lines")
  func badColors() throws {
    var draft = MapStyleDraft()
    draft.colors = [
      .init(sector: Self.text("schol", 2), color: Self.text("#0072B2", 2)),
      .init(sector: Self.text("school", 3), color: Self.text("blue", 3)),
      .init(sector: Self.text("museum", 4), color: Self.text("#FFFFF0", 4)),
      .init(sector: Self.text("Museen", 5), color: Self.text("#D55E00", 5)),
      .init(theme: Self.text("dark", 6), sector: Self.text("school", 6), color: Self.text("#14202C", 6)),
      .init(theme: Self.text("drak", 7), sector: Self.text("school", 7), color: Self.text("#56B4E9", 7)),
    ]
    draft.palette = [Self.text("#12345", 8)]
    var style = MapStyle(draft)
    style.useColors(of: try Self.network(), theme: .print)
    #expect(style.problems.map(\.location?.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(
      style.problems.map(\.code) == [
        .unknownStyleSector, .invalidStyle, .paleColor, .invalidStyle, .paleColor, .invalidStyle, .invalidStyle,
      ])
    #expect(style.problems[0].suggestion == "school" && style.problems[5].suggestion == "dark")
    // What is proposed for a pale colour is not pale.
    let better = try #require(style.problems[2].suggestion.flatMap(MapColor.init(hex:)))
    #expect(better.contrast(to: MapTheme.print.ground) >= 1.3)
  }
}
