import GraphCore
import GraphvizBinding
import NetworkModel
import Testing

@testable import NetworkMaps

@Suite struct StressLayoutTests {
  /// A connected graph: a random tree and more edges between near relatives.
  static func random(seed: UInt64, nodes: Int, extra: Int) -> Graph {
    var dice = SampleInput.Dice(state: seed &* 77 | 1)
    var edges: [(Int, Int)] = []
    for v in 1..<nodes { edges.append((Int.random(in: max(0, v - 12)..<v, using: &dice), v)) }
    for _ in 0..<extra {
      let a = Int.random(in: 0..<nodes, using: &dice)
      edges.append((a, (a + Int.random(in: 1...(nodes / 5), using: &dice)) % nodes))
    }
    return Graph(nodeCount: nodes, edges: edges)
  }

  static func grid(_ side: Int) -> Graph {
    var edges: [(Int, Int)] = []
    for v in 0..<(side * side) {
      if v % side + 1 < side { edges.append((v, v + 1)) }
      if v + side < side * side { edges.append((v, v + side)) }
    }
    return Graph(nodeCount: side * side, edges: edges)
  }

  static func neato(_ graph: Graph) throws -> [MapPoint] {
    var native = GraphvizGraph()
    native.attributes = ["overlap": "true", "start": "1"]
    native.nodeDefaults = ["shape": "point", "width": "0.01", "label": ""]
    native.nodes = (0..<graph.nodeCount).map { .init("n\($0)") }
    native.edges = graph.edges.map { .init($0.source, $0.target) }
    return try Graphviz.layout(native, engine: .neato).places.map { MapPoint(x: $0.x, y: $0.y) }
  }

  static let graphs: [(String, Graph)] =
    [("grid 10 × 10", grid(10)), ("path", Graph(nodeCount: 40, edges: (1..<40).map { ($0 - 1, $0) }))]
    + (1...6).map { ("random \($0)", random(seed: $0, nodes: 40 * Int($0), extra: 60 * Int($0))) }

  @Test("the stress is at most 1.05 times that of neato", arguments: graphs)
  func stress(_ name: String, _ graph: Graph) throws {
    let own = StressLayout.normalizedStress(of: StressLayout(graph: graph, seed: 1).places(), graph: graph)
    let theirs = StressLayout.normalizedStress(of: try Self.neato(graph), graph: graph)
    #expect(own <= theirs * 1.05)
  }

  @Test("few pivots stand for all pairs: the stress stays within a third of the full one's")
  func sparse() {
    let graph = Self.grid(40)
    #expect(graph.nodeCount > StressLayout.denseLimit)
    let stress = StressLayout.normalizedStress(of: StressLayout(graph: graph, seed: 1).places(), graph: graph)
    // A grid drawn as a grid: the worst pair, the diagonal, is √2 shorter on paper. By definition, unscaled:
    var exact = 0.0
    var pairs = 0.0
    for dx in 0..<40 {
      for dy in 0..<40 where dx + dy > 0 {
        let error = (Double(dx * dx + dy * dy).squareRoot() / Double(dx + dy)) - 1
        let count = Double((40 - dx) * (40 - dy) * (dx > 0 && dy > 0 ? 2 : 1))
        exact += count * error * error
        pairs += count
      }
    }
    #expect(stress < exact / pairs * 1.33)
  }

  @Test("stress by hand: a path of three nodes drawn straight has none, bent it has")
  func byHand() {
    let path = Graph(nodeCount: 3, edges: [(0, 1), (1, 2)])
    let straight = [MapPoint(x: 0, y: 0), MapPoint(x: 5, y: 0), MapPoint(x: 10, y: 0)]
    #expect(StressLayout.normalizedStress(of: straight, graph: path) < 1e-12)
    // Lengths 1, 1, √2 for distances 1, 1, 2: ratios 1, 1, 0.7071, best scale 2.7071/2.5, Σ (s·r − 1)² = 0.06863.
    let bent = [MapPoint(x: 0, y: 1), MapPoint(x: 0, y: 0), MapPoint(x: 1, y: 0)]
    #expect(abs(StressLayout.normalizedStress(of: bent, graph: path) - 0.068629 / 3) < 1e-5)
  }

  @Test("a seed gives the same places each time, another seed others")
  func seeds() {
    let graph = Self.grid(6)
    let places = StressLayout(graph: graph, seed: 3).places()
    #expect(StressLayout(graph: graph, seed: 3).places() == places)
    #expect(StressLayout(graph: graph, seed: 4).places() != places)
    #expect(!places.contains { !$0.isFinite })
  }

  @Test("parts that nothing joins do not lie on each other")
  func parts() {
    let edges = (0..<5).flatMap { part in (1..<8).map { (part * 8, part * 8 + $0) } }
    let places = StressLayout(graph: Graph(nodeCount: 42, edges: edges), seed: 1).places()
    for a in 0..<5 {
      for b in 0..<a { #expect((places[a * 8] - places[b * 8]).length > 1.5) }
    }
  }

  @Test("shortest paths: Dijkstra by hand")
  func paths() {
    let graph = Graph(nodeCount: 5, weightedEdges: [(0, 1, 4), (0, 2, 1), (2, 1, 2), (1, 3, 1)])
    var distances = [Double](repeating: 0, count: 5)
    var paths = ShortestPaths(graph)
    paths.distances(from: 0, into: &distances)
    #expect(distances == [0, 3, 1, 4, .infinity])
  }

  @Test("a network of thousands: drawn in parts, the most central named, nothing covered")
  func thousands() throws {
    let input = SampleInput.random(seed: 2, partners: 1200, tiesEach: 1.5)
    let result = try NetworkMap.scene(of: input, measuring: FixedMetrics())
    #expect(MapLint(result.scene).problems == [])
    let named = result.scene.labels.count { $0.role == .node }
    #expect((20...40).contains(named))
    #expect(result.notes.count == 1)
    // The lines from the columns begin beside them: none runs through a name, however long the names above and below.
    let lines = result.scene.labels.filter { !$0.leader.isEmpty }
    #expect(lines.count == named)
    for line in lines {
      #expect(
        !result.scene.labels.contains { $0 != line && $0.role == .node && $0.box.touches(alongside: line.leader) })
    }
    let svg = try MapDrawing.render(result.scene, as: .svg)
    #expect(svg.count > 100_000)
  }

  @Test("the stress layout draws a clean map too, sectors together")
  func map() throws {
    let input = SampleInput.random(seed: 7, partners: 40)
    var options = MapOptions()
    options.layout = .stress
    let scene = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics()).scene
    #expect(MapLint(scene).problems == [])
  }

  @Test("without sector pull there is nothing but stress; the stronger it is, the nearer sectors are together")
  func sectorPull() throws {
    let graph = Self.random(seed: 4, nodes: 60, extra: 60)
    let ties = graph.edges.map { (source: $0.source, target: $0.target) }
    let groups = (0..<60).map { Optional($0 % 5) }
    /// The mean distance within groups as a share of that of all pairs.
    func closeness(_ pull: Double, _ layout: MapLayout) throws -> Double {
      let places = try BaseLayout(layout: layout, seed: 1, sectorPull: pull)
        .places(radii: [Double](repeating: 8, count: 60), groups: groups, ties: ties, gap: 10)
      var sums = (inside: 0.0, insideCount: 0.0, all: 0.0, count: 0.0)
      for a in 0..<60 {
        for b in 0..<a {
          let d = (places[a] - places[b]).length
          sums.all += d
          sums.count += 1
          if groups[a] == groups[b] {
            sums.inside += d
            sums.insideCount += 1
          }
        }
      }
      return (sums.inside / sums.insideCount) / (sums.all / sums.count)
    }
    for layout in [MapLayout.stress, .neato] {
      let shares = try [0, 0.3, 1].map { try closeness($0, layout) }
      #expect(shares[0] > shares[1] && shares[1] > shares[2], "\(layout): \(shares)")
      #expect(shares[0] > 0.9, "groups that say nothing about ties are scattered")
    }
    let plain = try BaseLayout(layout: .stress, seed: 1, sectorPull: 0)
      .places(radii: [Double](repeating: 8, count: 60), groups: groups, ties: ties, gap: 10)
    #expect(plain == StressLayout(graph: graph, seed: 1).places())
  }
}
