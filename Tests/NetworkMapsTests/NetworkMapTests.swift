import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct NetworkMapTests {
  @Test("nothing touches anything that should not, on many networks", arguments: 1...8 as ClosedRange<UInt64>)
  func lint(seed: UInt64) throws {
    for count in [1, 2, 12, 36, 60] {
      let input = SampleInput.random(seed: seed, partners: count)
      var options = MapOptions()
      options.showsHulls = seed % 2 == 0
      options.theme = MapTheme.allCases[Int(seed) % 4]
      let result = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics())
      #expect(MapLint(result.scene).problems == [])
      #expect(result.scene.labels.count { $0.role == .node } == count, "everybody is named")
      // A line to a name that stands aside is a tie to an end without a disc.
      #expect(result.scene.nodes.count { $0.classes != "callout" } == count)
      #expect(result.scene.ties.count { $0.classes != "callout" } == input.ties.count)
      #expect(result.notes.isEmpty)
    }
  }

  @Test("every paper serves", arguments: MapPaper.allCases, MapOrientation.allCases)
  func papers(_ paper: MapPaper, _ orientation: MapOrientation) throws {
    var options = MapOptions()
    options.paper = paper
    options.orientation = orientation
    let result = try NetworkMap.scene(
      of: SampleInput.random(seed: 5, partners: 40, sectors: 9), options: options, measuring: FixedMetrics())
    #expect(MapLint(result.scene).problems == [])
    let page = result.scene.page
    #expect((page.width > page.height) == (orientation == .landscape) || paper == .square)
  }

  @Test("too many names are left out, the least central first, and it is said")
  func many() throws {
    let input = SampleInput.random(seed: 3, partners: 300)
    let result = try NetworkMap.scene(of: input, measuring: FixedMetrics())
    let lint = MapLint(result.scene)
    #expect(lint.problems == [])
    #expect(result.notes.count == 1)
    var options = MapOptions()
    options.maxLabels = 5
    let few = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
    let named = few.labels.compactMap { $0.role == .node ? $0.node : nil }
    let degrees = input.degrees
    let fifth = degrees.sorted(by: >)[4]
    #expect(named.count <= 5 && named.allSatisfy { degrees[$0] >= fifth })
  }

  @Test("the area of a disc grows evenly with the measure, and so does a tie's width with its strength")
  func sizes() throws {
    let scene = try NetworkMap.scene(of: SampleInput.small, measuring: FixedMetrics()).scene
    let degrees = SampleInput.small.degrees
    let areas = scene.nodes.map { $0.radius * $0.radius }
    // degrees 0 and 4 fix the line; 1, 2 and 3 must lie on it
    let (low, high) = (areas[degrees.firstIndex(of: 0)!], areas[degrees.firstIndex(of: 4)!])
    for (degree, area) in zip(degrees, areas) { #expect(abs(area - (low + (high - low) * degree / 4)) < 1e-6) }
    let widths = Dictionary(
      scene.ties.map { tie in
        (SampleInput.small.ties.first { [$0.source, $0.target] == tie.ends }!.strength, tie.width)
      }
    ) { first, _ in first }
    #expect(widths[1]! < widths[2]! && widths[2]! < widths[3]!)
  }

  @Test("given positions stay, and what a map returns draws it again")
  func positions() throws {
    var options = MapOptions()
    options.positions = SampleInput.smallPositions
    let first = try NetworkMap.scene(of: SampleInput.small, options: options, measuring: FixedMetrics())
    for (id, place) in SampleInput.smallPositions {
      #expect((first.positions[id]! - place).length < 1e-5)
    }
    let free = try NetworkMap.scene(of: SampleInput.random(seed: 9, partners: 30), measuring: FixedMetrics())
    options.positions = free.positions
    let again = try NetworkMap.scene(
      of: SampleInput.random(seed: 9, partners: 30), options: options, measuring: FixedMetrics())
    for (a, b) in zip(free.scene.nodes, again.scene.nodes) { #expect((a.center - b.center).length < 0.01) }
    options.positions["p0"] = MapPoint(x: .nan, y: 0)
    #expect(throws: MapError.badPosition(partner: "p0")) {
      try NetworkMap.scene(of: free.scene.nodes.isEmpty ? SampleInput.small : SampleInput.small, options: options)
    }
  }

  @Test("sizes that are not one number a partner are refused", arguments: [[1.0], [-1, 2], [.infinity, 2]])
  func badSizes(_ values: [Double]) {
    var options = MapOptions()
    options.size = MapSize(name: "betweenness", values: values)
    #expect(throws: MapError.badSizes("betweenness")) {
      try NetworkMap.scene(of: SampleInput.random(seed: 1, partners: 2), options: options)
    }
  }

  @Test("the same network gives the same scene, in whatever order its ties come; another seed gives another")
  func deterministic() throws {
    let input = SampleInput.random(seed: 4, partners: 40)
    let scene = try NetworkMap.scene(of: input, measuring: FixedMetrics()).scene
    let turned = MapInput(
      title: input.title, source: input.source, date: input.date, sectors: input.sectors, partners: input.partners,
      ties: input.ties.reversed().map {
        .init(source: $0.target, target: $0.source, strength: $0.strength, trust: $0.trust)
      })
    #expect(try NetworkMap.scene(of: turned, measuring: FixedMetrics()).scene == scene)
    var options = MapOptions()
    options.seed = 2
    #expect(try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene != scene)
  }

  @Test("a network without partners, ties or sectors is a picture too")
  func empty() throws {
    let nobody = MapInput(sectors: [], partners: [], ties: [])
    #expect(try NetworkMap.scene(of: nobody, measuring: FixedMetrics()).scene.nodes.isEmpty)
    let alone = MapInput(
      source: "erfunden", date: "2026", sectors: [], partners: [.init(id: "a", name: "A"), .init(id: "b", name: "B")],
      ties: [])
    let scene = try NetworkMap.scene(of: alone, measuring: FixedMetrics()).scene
    #expect(MapLint(scene).problems == [])
    #expect(scene.nodes.count == 2)
  }
}
