import NetworkFiles
import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct PaletteTests {
  @Test(
    "the difference of colours is CIEDE2000",
    // G. Sharma, W. Wu, E. N. Dalal, 2005, doi:10.1002/col.20070, table 1.
    arguments: [
      ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, 0, 0), (50, -1, 2), 2.3669),
      ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792), ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
      ((50, 2.5, 0), (73, 25, -18), 27.1492), ((50, 2.5, 0), (61, -5, 29), 22.8977),
      ((50, 2.5, 0), (56, -27, -3), 31.9030), ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
      ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
      ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ] as [((Double, Double, Double), (Double, Double, Double), Double)])
  func sharma(_ p: (Double, Double, Double), _ q: (Double, Double, Double), _ expected: Double) {
    #expect(abs(colorDifference((p.0, p.1, p.2), (q.0, q.1, q.2)) - expected) < 5e-5)
    #expect(abs(colorDifference((q.0, q.1, q.2), (p.0, p.1, p.2)) - expected) < 5e-5)
  }

  static func least(_ colors: [MapColor]) -> Double {
    var least = Double.infinity
    for vision in ColorVision.allCases {
      for (k, a) in colors.enumerated() {
        for b in colors[(k + 1)...] { least = min(least, vision.difference(a, b)) }
      }
    }
    return least
  }

  @Test(
    "the sectors of every template differ in every kind of sight, on light and dark paper",
    // By Scripts/find-palette.py, which computes them in another language; the second for sectors of one shape, where
    // nothing else helps.
    arguments: [("lernende-region", 8.38, 11.92), ("leader-lag", 8.99, 15.59), ("health-region", 9.03, 12.33)])
  func templates(_ name: String, _ least: Double, _ leastAlike: Double) throws {
    let template = try #require(SectorTemplates.builtIn(named: name))
    let sectors = template.sectors.map {
      MapInput.Sector(id: $0.id, name: $0.name.german, color: $0.color.flatMap(MapColor.init(hex:)), shape: $0.shape)
    }
    let marks = MapPalette(sectors: sectors, theme: .print).marks
    #expect(abs(Self.least(marks.map(\.color)) - least) < 0.01)
    let alike = Dictionary(grouping: marks, by: \.shape).values.map { Self.least($0.map(\.color)) }.min()!
    #expect(abs(alike - leastAlike) < 0.01)
    for mark in marks {
      #expect(mark.color.contrast(to: mark.color.textColor) >= 4.5)
      for theme in [MapTheme.print, .screen, .dark] { #expect(mark.color.contrast(to: theme.ground) >= 1.5) }
      for theme in MapTheme.allCases {
        let tinted = mark.color.opacity(0x30).over(theme.ground)
        #expect(theme.text(in: mark.color).contrast(to: tinted) >= 4.5)
      }
    }
  }

  @Test("projects differ from the sectors of every template", arguments: [MapTheme.print, .dark])
  func projects(_ theme: MapTheme) throws {
    for name in ["lernende-region", "leader-lag", "health-region"] {
      let template = try #require(SectorTemplates.builtIn(named: name))
      var input = MapInput(
        sectors: template.sectors.map {
          .init(id: $0.id, name: $0.id, color: $0.color.flatMap(MapColor.init(hex:)), shape: $0.shape)
        }, partners: template.sectors.indices.map { .init(id: "\($0)", name: "\($0)", sector: $0) }, ties: [])
      input.projects = [.init(id: "j", name: "Projekt", partners: Array(template.sectors.indices))]
      var options = MapOptions()
      options.kind = .projects
      options.theme = theme
      let scene = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
      let project = try #require(scene.nodes.first { $0.tooltip == "Projekt" })
      let sectors = scene.nodes.filter { $0.classes.contains("partner sector-") && $0.tooltip != "Projekt" }.map(\.fill)
      #expect(sectors.count == template.sectors.count)
      for vision in ColorVision.allCases {
        for color in sectors { #expect(vision.difference(project.fill, color) > 8.3, "\(name) \(color.hex)") }
      }
    }
  }

  @Test(
    "sectors of no template differ too",
    arguments: [(6, 10.87), (12, 10.87), (18, 9.04), (24, 7.94)])
  func distinct(_ count: Int, _ expected: Double) {
    let sectors = (0..<count).map { MapInput.Sector(id: "\($0)", name: "\($0)") }
    let marks = MapPalette(sectors: sectors, theme: .screen).marks
    #expect(abs(Self.least(marks.map(\.color)) - expected) < 0.01)
    if count > 6 { #expect(marks.count { $0.shape == .circle } == (count + 7) / 8) }
  }

  @Test("a palette of one's own goes before the template's, a sector's own colour before both")
  func choice() {
    let sectors = ["a", "b", "c"].map { MapInput.Sector(id: $0, name: $0, color: MapColor(0x123456)) }
    func colors(_ choice: MapPaletteChoice, _ own: [String: MapColor] = [:]) -> [MapColor] {
      MapPalette(sectors: sectors, theme: .print, choice: choice, colors: own).marks.map(\.color)
    }
    #expect(Set(colors(.template)) == [MapColor(0x123456)])
    #expect(Set(colors(.distinct)).count == 3)
    let two = MapPaletteChoice.colors([MapColor(0xAA0000), MapColor(0x00AA00)])
    #expect(colors(two) == [0xAA0000, 0x00AA00, 0xAA0000].map { MapColor($0) })
    #expect(colors(two, ["b": MapColor(0xBB)]) == [0xAA0000, 0xBB, 0xAA0000].map { MapColor($0) })
  }

  @Test("without colour no two sectors have one mark")
  func grey() throws {
    let template = try #require(SectorTemplates.builtIn(named: "lernende-region"))
    let own = template.sectors.map { MapInput.Sector(id: $0.id, name: $0.id, shape: $0.shape) }
    let plain = (0..<24).map { MapInput.Sector(id: "\($0)", name: "\($0)") }
    for sectors in [own, plain] {
      #expect(Set(MapPalette(sectors: sectors, theme: .bw).marks).count == 24)
    }
  }

  @Test("many sectors in one group never share a colour")
  func largeGroup() {
    let sectors = (0..<9).map { MapInput.Sector(id: "\($0)", name: "\($0)", group: $0 < 8 ? "g" : "h") }
    #expect(Set(MapPalette(sectors: sectors, theme: .print).marks.map(\.color)).count == 9)
  }
}
