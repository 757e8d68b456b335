import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct KindTests {
  static func options(_ kind: MapKind, _ input: MapInput) -> MapOptions {
    var options = MapOptions()
    options.kind = kind
    if kind == .gaps {
      options.gaps.suggestedTies = [.init(1, 5), .init(2, 8)]
      options.gaps.cutPartners = [0, 4]
      options.gaps.unmetNeeds = [(3, "Räume"), (4, "Geld")]
    }
    return options
  }

  static func input(seed: UInt64, partners: Int = 36) -> MapInput {
    var input = SampleInput.random(seed: seed, partners: partners, missing: 3)
    input.meetings = input.projects
    return input
  }

  @Test("no kind covers what must be seen", arguments: MapKind.allCases, 1...3 as ClosedRange<UInt64>)
  func lint(kind: MapKind, seed: UInt64) throws {
    for count in seed == 1 ? [12, 36, 80] : [36] {
      let input = Self.input(seed: seed, partners: count)
      var options = Self.options(kind, input)
      options.theme = MapTheme.allCases[Int(seed) % 4]
      options.paper = MapPaper.allCases[Int(seed) % 5]
      let result = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics())
      #expect(MapLint(result.scene).problems == [], "\(count)")
    }
  }

  @Test("every kind is the same twice", arguments: MapKind.allCases)
  func deterministic(kind: MapKind) throws {
    let input = Self.input(seed: 4)
    let options = Self.options(kind, input)
    let first = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
    let second = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
    #expect(first == second)
    #expect(try MapDrawing.render(first, as: .svg) == MapDrawing.render(second, as: .svg))
  }

  @Test("sectors: the numbers are those of partners and ties, missing sectors are dashed")
  func sectors() throws {
    let scene = try NetworkMap.scene(
      of: SampleInput.small, options: Self.options(.sectors, SampleInput.small), measuring: FixedMetrics()
    ).scene
    let discs = scene.nodes.filter { $0.classes.hasPrefix("sector") }
    #expect(discs.count == 4)
    #expect(discs.filter { $0.dash == .dashed }.map(\.tooltip) == ["Gesundheit: fehlt"])
    func number(on id: String) -> String? {
      let node = scene.nodes.firstIndex { $0.id == id }
      return scene.labels.first { $0.role == .number && $0.node == node }?.text
    }
    // 3 partners each in Bildung and Kultur, 2 in Wirtschaft.
    #expect(number(on: "sector-a") == "3" && number(on: "sector-b") == "2" && number(on: "sector-c") == "3")
    // Bildung–Wirtschaft: vhs–huber, uni–bank; Bildung–Kultur: vhs–museum, schule–museum.
    #expect(scene.ties.map(\.id).sorted() == ["tie-a-b", "tie-a-c"])
    #expect(number(on: "number-a-b") == "2" && number(on: "number-a-c") == "2")
  }

  @Test("wheel: the lead is in the middle, and on the way out centrality falls")
  func wheel() throws {
    let input = Self.input(seed: 5)
    let scene = try NetworkMap.scene(of: input, options: Self.options(.wheel, input), measuring: FixedMetrics()).scene
    let middle = scene.nodes[0].center
    let distances = scene.nodes.map { ($0.center - middle).length }
    let order = input.degrees.indices.dropFirst().sorted { input.degrees[$0] > input.degrees[$1] }
    func mean(_ partners: some Collection<Int>) -> Double {
      partners.reduce(0) { $0 + distances[$1] } / Double(partners.count)
    }
    let rings = [mean(order.prefix(6)), mean(order.dropFirst(6).prefix(12)), mean(order.suffix(12))]
    #expect(rings == rings.sorted() && rings[0] < rings[2])
    #expect(distances.dropFirst().allSatisfy { $0 > 30 })
  }

  @Test("onion: each step lies farther out; who is not reached lies outside")
  func onion() throws {
    let scene = try NetworkMap.scene(
      of: SampleInput.small, options: Self.options(.onion, SampleInput.small), measuring: FixedMetrics()
    ).scene
    // By hand, from vhs: uni, schule, huber, museum 1; bank, theater 2; chor 3; gast not at all.
    let steps = [0, 1, 1, 1, 2, 1, 2, 3, 4]
    let distances = scene.nodes.map { ($0.center - scene.nodes[0].center).length }
    for (a, stepA) in steps.enumerated() {
      for (b, stepB) in steps.enumerated() where stepA < stepB { #expect(distances[a] < distances[b]) }
    }
  }

  @Test("ego: the partner, its neighbours and nobody else, the stronger the nearer")
  func ego() throws {
    var options = Self.options(.ego, SampleInput.small)
    options.partner = "museum"
    let scene = try NetworkMap.scene(of: SampleInput.small, options: options, measuring: FixedMetrics()).scene
    // museum: theater 3, vhs 2, schule 1.
    #expect(scene.nodes.map(\.id) == ["partner-vhs", "partner-schule", "partner-museum", "partner-theater"])
    let distances = scene.nodes.map { ($0.center - scene.nodes[2].center).length }
    #expect(distances[3] < distances[0] && distances[0] < distances[1])
    options.partner = "nobody"
    #expect(throws: MapError.unknownPartner("nobody")) { try NetworkMap.scene(of: SampleInput.small, options: options) }
    options.partner = "gast"
    #expect(throws: MapError.nothingToShow(.ego)) { try NetworkMap.scene(of: SampleInput.small, options: options) }
  }

  @Test("islands: the partners of a sector lie nearer to each other than to the others")
  func islands() throws {
    let input = Self.input(seed: 6)
    let scene = try NetworkMap.scene(of: input, options: Self.options(.islands, input), measuring: FixedMetrics()).scene
    var inside: [Double] = []
    var across: [Double] = []
    for (i, a) in input.partners.enumerated() {
      for (j, b) in input.partners.enumerated() where j < i {
        let distance = (scene.nodes[i].center - scene.nodes[j].center).length
        if a.sector == b.sector { inside.append(distance) } else { across.append(distance) }
      }
    }
    let near: Double = inside.reduce(0, +) / Double(inside.count)
    let far: Double = across.reduce(0, +) / Double(across.count)
    #expect(near * 1.8 < far)
  }

  @Test("projects: every participation is a tie, who takes part in none is left out and counted")
  func projects() throws {
    var input = SampleInput.small
    input.projects = [
      .init(id: "a", name: "Lesenacht", partners: [0, 2, 5]), .init(id: "b", name: "Messe", partners: [0, 3]),
      .init(id: "c", name: "Idee", partners: []),
    ]
    let scene = try NetworkMap.scene(
      of: input, options: Self.options(.projects, input), measuring: FixedMetrics()
    ).scene
    #expect(scene.nodes.count == 4 + 2 && scene.ties.count == 5)
    #expect(scene.summary.contains("5 Partner in keinem"))
    #expect(throws: MapError.nothingToShow(.meetings)) {
      try NetworkMap.scene(of: input, options: Self.options(.meetings, input))
    }
  }

  @Test("geo: north is up, east is right, distances keep their proportions")
  func geo() throws {
    func partner(_ id: String, _ latitude: Double, _ longitude: Double) -> MapInput.Partner {
      .init(id: id, name: id, coordinates: Coordinates(latitude: latitude, longitude: longitude))
    }
    let input = MapInput(
      sectors: [],
      partners: [
        partner("Linz", 48.306, 14.286), partner("Wien", 48.208, 16.373), partner("Graz", 47.071, 15.438),
        partner("Krems", 48.410, 15.614), .init(id: "irgendwo", name: "irgendwo"),
      ], ties: [.init(source: 0, target: 1), .init(source: 1, target: 2), .init(source: 0, target: 4)])
    let result = try NetworkMap.scene(of: input, options: Self.options(.geo, input), measuring: FixedMetrics())
    let places = result.scene.nodes.map(\.center)
    #expect(places.count == 4 && result.notes.count == 1)
    #expect(places[0].x < places[3].x && places[3].x < places[1].x && places[2].y > places[1].y)
    // Great-circle distances: Linz–Wien 155 km, Wien–Graz 144 km, Linz–Graz 163 km.
    let scale = (places[0] - places[1]).length / 155
    let wienGraz = (places[1] - places[2]).length / scale
    let linzGraz = (places[0] - places[2]).length / scale
    #expect(abs(wienGraz - 144) < 3)
    #expect(abs(linzGraz - 163) < 3)
    #expect(throws: MapError.nothingToShow(.geo)) {
      try NetworkMap.scene(of: SampleInput.small, options: Self.options(.geo, SampleInput.small))
    }
  }

  @Test("gaps: what is missing is on top, dashed, ringed and explained")
  func gaps() throws {
    let options = Self.options(.gaps, SampleInput.small)
    let scene = try NetworkMap.scene(of: SampleInput.small, options: options, measuring: FixedMetrics()).scene
    #expect(scene.ties.filter { $0.classes == "suggested" }.map(\.ends) == [[1, 5], [2, 8]])
    #expect(scene.nodes.filter { $0.classes == "sector missing" }.map(\.id) == ["sector-d"])
    #expect(scene.nodes.filter { $0.classes.contains("cut") }.map(\.id) == ["partner-vhs", "partner-bank"])
    #expect(scene.nodes[3].tooltip == "Tischlerei Huber & Söhne – braucht: Räume")
    #expect(scene.legend.explainsDashes)
  }

  @Test("a map that looks from the lead needs one", arguments: [MapKind.onion, .ego])
  func noLead(kind: MapKind) {
    let input = MapInput(
      sectors: [], partners: [.init(id: "a", name: "a"), .init(id: "b", name: "b")],
      ties: [.init(source: 0, target: 1)])
    #expect(throws: MapError.noCenter(kind)) {
      try NetworkMap.scene(of: input, options: Self.options(kind, input), measuring: FixedMetrics())
    }
  }

  @Test("change: what came is solid and ringed, what went is dashed and hollow")
  func change() throws {
    let before = SampleInput.small
    var partners = before.partners
    partners[8] = .init(id: "neu", name: "Neuer Partner", sector: 1)
    let after = MapInput(
      title: before.title, source: before.source, date: before.date, sectors: before.sectors, partners: partners,
      ties: before.ties.dropLast() + [.init(source: 8, target: 3, strength: 2)])
    let (input, changes) = MapInput.comparing(before, after)
    // By hand: gast went and stands last; theater–chor, the last tie, went, neu–huber came.
    #expect(input.partners.map(\.id).suffix(2) == ["neu", "gast"])
    #expect(changes.newPartners == [8] && changes.lostPartners == [9])
    #expect(changes.newTies == [MapPair(3, 8)] && changes.lostTies == [MapPair(6, 7)])
    #expect(input.ties.count == before.ties.count + 1)
    var options = MapOptions()
    options.kind = .change
    options.changes = changes
    let scene = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
    #expect(MapLint(scene).problems == [])
    #expect(scene.ties.filter { $0.dash == .dashed }.map(\.ends) == [[6, 7]])
    #expect(scene.ties.filter { $0.classes == "tie new" }.map(\.ends) == [[3, 8]])
    #expect(scene.nodes.filter { $0.dash == .dashed }.map(\.id) == ["partner-gast"])
    #expect(scene.summary == "1 Partner neu, 1 Partner weggefallen · 1 Beziehung neu, 1 Beziehung weggefallen")
  }

  @Test("no kind fails on more partners than it can show one by one", arguments: MapKind.allCases)
  func many(kind: MapKind) throws {
    let input = Self.input(seed: 7, partners: 620)
    let result = try NetworkMap.scene(of: input, options: Self.options(kind, input), measuring: FixedMetrics())
    let lint = MapLint(result.scene)
    #expect(lint.labelLabel == [] && lint.labelNode == [])
    #expect(lint.smallText == [] && lint.lowContrast == [])
    let isOverview = [.sectors, .wheel, .islands, .onion].contains(kind)
    #expect(result.scene.nodes.contains { $0.classes.hasPrefix("sector") && $0.dash == .solid } == isOverview)
    #expect(kind == .sectors || kind == .ego || !result.notes.isEmpty)
  }

  @Test("communities that are not one for each partner are refused", arguments: [[0], [-1, 0], [0, 2]])
  func badCommunities(_ communities: [Int]) {
    var options = MapOptions()
    options.communities = communities
    #expect(throws: MapError.badCommunities) {
      try NetworkMap.scene(of: SampleInput.random(seed: 1, partners: 2), options: options)
    }
  }
}
