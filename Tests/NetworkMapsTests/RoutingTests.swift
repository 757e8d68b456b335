import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct RoutingTests {
  static let page = MapBox(left: 0, top: 0, right: 1000, bottom: 600)

  /// How many of the discs the curve runs through.
  static func hits(_ curve: MapCurve, _ discs: [(MapPoint, Double)]) -> Int {
    discs.count { disc in curve.samples(step: 1).contains { ($0 - disc.0).length < disc.1 } }
  }

  static let ends = (MapPoint(x: 100, y: 300), MapPoint(x: 900, y: 300))

  @Test("a tie goes round the disc in its way, and round three")
  func round() {
    for obstacles in [[500.0], [300, 500, 700]] {
      let discs = obstacles.map { (MapPoint(x: $0, y: 300), 30.0) }
      let all = [(Self.ends.0, 10.0), (Self.ends.1, 10.0)] + discs
      let straight = MapCurve(from: Self.ends.0, to: Self.ends.1, bend: 0)
      #expect(Self.hits(straight, discs) == obstacles.count)
      let curves = tieCurves([(0, 1)], centers: all.map(\.0), radii: all.map(\.1), area: Self.page)
      #expect(Self.hits(curves[0], discs) == 0)
      let routing = TieRouting(
        discs: DiscIndex(centers: all.map(\.0), radii: all.map(\.1), page: Self.page), area: Self.page)
      let best = routing.best(of: MapCurve.ways(from: Self.ends.0, to: Self.ends.1, side: 1), ends: [0, 1])!
      #expect(Self.hits(best, discs) == 0)
    }
  }

  @Test("with nothing in the way the first candidate is taken")
  func free() {
    let routing = TieRouting(discs: DiscIndex(centers: [], radii: [], page: Self.page), area: Self.page)
    let ways = MapCurve.ways(from: Self.ends.0, to: Self.ends.1, side: -1)
    #expect(routing.best(of: ways, ends: []) == ways[0].kept(inside: Self.page))
    #expect(routing.best(of: [], ends: []) == nil)
  }

  @Test("areas of a sector never hold a partner of another; who is far stays apart")
  func clustering() {
    // Four in a square with a stranger in its middle, one more far off.
    let centers = [(100.0, 100.0), (200, 100), (100, 200), (200, 200), (600, 100), (150, 150)].map {
      MapPoint(x: $0.0, y: $0.1)
    }
    let radii = [Double](repeating: 10, count: 6)
    let parts = clusters(
      of: [0, 1, 2, 3, 4], centers: centers, radii: radii, others: [5], padding: 10, farthest: 300)
    #expect(parts.joined().sorted() == [0, 1, 2, 3, 4])
    // Any three of the square hold its middle on their rim with the padding: pairs side by side.
    #expect(parts == [[0, 1], [2, 3], [4]])
    let free = clusters(of: [0, 1, 2, 3, 4], centers: centers, radii: radii, others: [], padding: 10, farthest: 300)
    #expect(free == [[0, 1, 2, 3], [4]])
  }

  @Test("islands end apart and on the sheet; where there is not room, it is said", arguments: 1...10)
  func islands(seed: Int) {
    var dice = SampleInput.Dice(state: UInt64(seed) &* 31)
    let layout = IslandLayout(area: Self.page, water: 12)
    func body(_ size: Double) -> IslandLayout.Body {
      let center = MapPoint(x: .random(in: 300...700, using: &dice), y: .random(in: 200...400, using: &dice))
      return .init(
        around: [MapBox(center: center, width: size, height: size * 0.7)], center: center, margin: 5)
    }
    var bodies = (0..<9).map { _ in body(.random(in: 60...160, using: &dice)) }
    let sizes = bodies.map { (width: $0.reach[0] + $0.reach[8], height: $0.reach[4] + $0.reach[12]) }
    #expect(layout.separate(&bodies))
    let boxes = zip(bodies, sizes).map { MapBox(center: $0.center, width: $1.width, height: $1.height) }
    for (k, box) in boxes.enumerated() {
      #expect(Self.page.inset(-1, -1).contains(box))
      #expect(!boxes[..<k].contains { $0.inset(1, 1).overlap(box) > 0 })
    }
    var crowd = (0..<9).map { _ in body(420) }
    #expect(!layout.separate(&crowd))
  }

  @Test("a line touches a box it runs through, and not one it passes")
  func clipping() {
    let box = MapBox(left: 10, top: 10, right: 30, bottom: 20)
    #expect(box.touches(from: MapPoint(x: 0, y: 0), to: MapPoint(x: 40, y: 30)))
    #expect(box.touches(from: MapPoint(x: 20, y: 0), to: MapPoint(x: 20, y: 11)))
    #expect(!box.touches(from: MapPoint(x: 20, y: 0), to: MapPoint(x: 20, y: 9)))
    #expect(!box.touches(from: MapPoint(x: 0, y: 15), to: MapPoint(x: 25, y: 40)))
    #expect(box.touches(from: MapPoint(x: 15, y: 15), to: MapPoint(x: 16, y: 16)))
  }
}
