import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct RimColumnsTests {
  static var ruler: TextRuler { TextRuler(FixedMetrics()) }

  static func item(_ turn: Double, _ name: String, importance: Double = 1) throws -> RimColumns.Item {
    let font = MapFont(family: "Lato", size: 12)
    return RimColumns.Item(turn: turn, variants: [try TextBlock([name], font, ruler)], importance: importance)
  }

  static let columns = RimColumns(
    middle: MapPoint(x: 500, y: 400), radius: 250, area: MapBox(left: 0, top: 50, right: 1000, bottom: 750))

  @Test("names stand outside the circle, in the order of what they name, and none touches another", arguments: 1...20)
  func places(seed: Int) throws {
    var dice = SampleInput.Dice(state: UInt64(seed) &* 977)
    let turns = (0..<40).map { _ in Double.random(in: -4..<4, using: &dice) }
    let spots = Self.columns.places(of: try turns.map { try Self.item($0, "Verein Nummer \(Int($0 * 100))") })
    let boxes = spots.compactMap { $0?.box }
    #expect(boxes.count == 40)
    for (k, box) in boxes.enumerated() {
      #expect(Self.columns.area.contains(box))
      #expect(box.distance(to: Self.columns.middle) >= 250 - 1e-6)
      #expect(!boxes[..<k].contains { $0.overlap(box) > 0 })
    }
    // On the right from the top down with the clock.
    let right = zip(turns, boxes).filter { $0.1.center.x > 500 }.map { (turn: sine($0.0), y: $0.1.center.y) }
    let sorted = right.sorted { $0.turn < $1.turn }.map(\.y)
    #expect(sorted == sorted.sorted())
  }

  @Test("a lone name lies beside its direction")
  func alone() throws {
    let spot = try #require(Self.columns.places(of: [try Self.item(0, "Ost")])[0])
    #expect(abs(spot.box.center.y - 400) < 1e-6 && spot.box.left >= 750 && spot.alignment == .left)
  }

  @Test("where there is not room for all, the least important go")
  func full() throws {
    let spots = Self.columns.places(
      of: try (0..<200).map { try Self.item(Double($0) * .pi / 100, "Name", importance: Double($0 % 50)) })
    let kept = spots.indices.filter { spots[$0] != nil }
    // 700 units hold at the most 700 / (12 · 1.2 · 0.86 + 3) = 45 names a side.
    #expect(kept.count > 80 && kept.count <= 90)
    let dropped = spots.indices.filter { spots[$0] == nil }.map { Double($0 % 50) }
    #expect(dropped.reduce(0, +) / Double(dropped.count) < 22)
  }
}

@Suite struct NamedPartnerTests {
  @Test(
    "up to sixty partners are all named on A4, whatever the kind",
    arguments: [MapKind.network, .wheel, .islands, .onion, .gaps], [20, 45, 60])
  func all(kind: MapKind, partners: Int) throws {
    let input = KindTests.input(seed: 11, partners: partners)
    let result = try NetworkMap.scene(of: input, options: KindTests.options(kind, input), measuring: FixedMetrics())
    #expect(MapLint(result.scene).problems == [])
    #expect(result.unnamed == 0)
    #expect(result.notes == [])
  }

  @Test(
    "no line to a name runs through another name, however crowded the rings", arguments: [MapKind.onion, .wheel],
    1...2 as ClosedRange<UInt64>)
  func leaders(kind: MapKind, seed: UInt64) throws {
    let input = SampleInput.random(seed: seed, partners: 120, sectors: 2, tiesEach: 5)
    let scene = try NetworkMap.scene(
      of: input, options: KindTests.options(kind, input), measuring: FixedMetrics()
    ).scene
    // Slowly: each line against each name that is not its own.
    let led = scene.labels.filter { !$0.leader.isEmpty }
    #expect(led.count > 30)
    for label in led {
      for (a, b) in zip(label.leader, label.leader.dropFirst()) {
        for step in 0...200 {
          let point = a + (b - a) * (Double(step) / 200)
          let hit = scene.labels.first { $0 != label && $0.box.inset(0.1, 0.1).contains(point) }
          #expect(hit == nil, "\(label.text) / \(hit?.text ?? "")")
        }
      }
    }
    #expect(MapLint(scene).problems == [])
  }

  @Test("names of the wheel's sectors all stand there")
  func headings() throws {
    let input = KindTests.input(seed: 12, partners: 50)
    for orientation in MapOrientation.allCases {
      var options = KindTests.options(.wheel, input)
      options.orientation = orientation
      let scene = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
      // Six sectors and three that are missing.
      #expect(scene.labels.count { $0.role == .area } == 9)
    }
  }
}
