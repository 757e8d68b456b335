import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct MapInputTests {
  static let template = SectorTemplate(
    id: "test", name: Localized("Test"),
    groups: [
      SectorGroup(
        id: "education", name: Localized(en: "Education", de: "Bildung"),
        sectors: [
          Sector(id: "school", name: Localized(en: "Schools", de: "Schulen"), color: "#1E2286", shape: .diamond),
          Sector(id: "library", name: Localized(en: "Libraries", de: "Büchereien")),
          Sector(id: "club", name: Localized(en: "Clubs", de: "Vereine"), level: .optional),
        ]),
      SectorGroup(
        id: "region", name: Localized(en: "Region", de: "Region"), atLeast: 1,
        sectors: [Sector(id: "leader", name: Localized("LEADER"))]),
    ])

  static func network() throws -> Network {
    var draft = NetworkDraft()
    draft.tables = [TableOrigin(file: "partners.csv"), TableOrigin(file: "ties.csv")]
    var partners = ["Gymnasium", "Frau Muster", "Imkerei"].enumerated().map {
      PartnerRow(place: RowPlace(table: 0, line: $0 + 2), name: $1)
    }
    partners[0].sectors = ["Schulen"]
    partners[0].role = .lead
    partners[0].municipality = "krems"
    partners[1].sectors = ["Schulen"]
    partners[1].kind = .person
    partners[2].sectors = ["Bienen"]
    draft.partners = partners
    var first = TieRow(place: RowPlace(table: 1, line: 2), source: "Gymnasium", target: "Frau Muster")
    first.strength = 2
    first.trust = 4
    first.kind = "Beratung"
    var second = TieRow(place: RowPlace(table: 1, line: 3), source: "Frau Muster", target: "Gymnasium")
    second.strength = 3
    second.trust = 2
    second.kind = "Projekt"
    draft.ties = [first, second, TieRow(place: RowPlace(table: 1, line: 4), source: "Imkerei", target: "Gymnasium")]
    var place = MunicipalityRow(place: RowPlace(table: 0, line: 9), name: "Krems")
    place.coordinates = Coordinates(latitude: 48.41, longitude: 15.61)
    draft.municipalities = [place]
    draft.settings.language = .german
    return try Network.review(draft, template: template).get()
  }

  @Test("sectors in the template's order, missing ones and own ones known, optional ones not missed")
  func sectors() throws {
    let input = MapInput(try Self.network())
    #expect(input.sectors.map(\.name) == ["Schulen", "Büchereien", "Bienen", "Region"])
    #expect(input.sectors.map(\.isMissing) == [false, true, false, true])
    #expect(input.sectors[0].color == MapColor(0x1E2286) && input.sectors[0].shape == .diamond)
    #expect(input.partners.map(\.sector) == [0, 0, 2])
  }

  @Test("ties of a pair are one: strengths add, trust is the mean; a municipality gives its place")
  func ties() throws {
    let input = MapInput(try Self.network())
    #expect(input.ties == [.init(source: 0, target: 1, strength: 5, trust: 3), .init(source: 0, target: 2)])
    #expect(input.partners[0].coordinates?.latitude == 48.41 && input.partners[1].coordinates == nil)
  }

  @Test("a public map names no person without consent, and refuses trust")
  func disclosed() throws {
    let input = MapInput(try Self.network().disclosed(in: .german))
    var options = MapOptions()
    let scene = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
    for format in [MapFormat.svg, .dot] {
      let text = String(decoding: try MapDrawing.render(scene, as: format), as: UTF8.self)
      #expect(!text.contains("Muster"))
      #expect(text.contains("Gymnasium"))
    }
    #expect(scene.nodes.map(\.id) == ["partner-p1", "partner-p2", "partner-p3"])
    options.width = .trust
    #expect(throws: MapError.noTrust) { try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()) }
  }
}
