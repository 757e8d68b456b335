import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct DistanceMeasuresTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let graph: Graph
    let tolerance: Double
    var closeness: [Int: Double] = [:]
    var harmonic: [Int: Double] = [:]
    var diameter: Double?
    var meanDistance: Double?
    var distanceFragmentation: Double?

    var testDescription: String { "\(name) (\(source))" }

    static let all = [
      Known(
        name: "kite", source: "networkx 3.6.1 test suite, after Krackhardt 1990", graph: KnownGraphs.kite,
        tolerance: 5e-5,
        closeness: [0: 0.5294, 1: 0.5294, 2: 0.5, 3: 0.6, 4: 0.5, 5: 0.6429, 6: 0.6429, 7: 0.6, 8: 0.4286, 9: 0.3103],
        harmonic: [0: 0.6759, 2: 0.6204, 3: 0.7870, 5: 0.7593, 7: 0.6667, 8: 0.5185, 9: 0.3796],
        diameter: 4, meanDistance: 1.9778, distanceFragmentation: 0.3537),
      Known(
        name: "Florentine marriages of 15", source: "Wasserman & Faust 1994, table 5.1", graph: KnownGraphs.florentine,
        tolerance: 5.1e-4,
        closeness: [
          8: 0.560, 6: 0.467, 1: 0.483, 12: 0.389, 11: 0.5, 3: 0.4, 13: 0.438, 0: 0.368, 5: 0.333, 7: 0.326, 9: 0.286,
        ], diameter: 5, meanDistance: 2.4857, distanceFragmentation: 0.4998),
      Known(
        name: "Florentine marriages of 16",
        source: "Wasserman–Faust 14/15 · .56 by hand; ORA report on PADGM: mean distance",
        graph: KnownGraphs.florentineWithPucci, tolerance: 5e-4, closeness: [8: 0.5227, 15: 0],
        harmonic: [8: 0.6333, 15: 0], diameter: 5, meanDistance: 2.486, distanceFragmentation: 0.5624),
      Known(
        name: "Florentine business", source: "ORA report on PADGB", graph: KnownGraphs.florentineBusiness,
        tolerance: 5e-4, diameter: 5, meanDistance: 2.382),
      Known(
        name: "Musterland", source: "networkx 3.6.1 and igraph 1.0.0", graph: KnownGraphs.musterland, tolerance: 5e-5,
        harmonic: [0: 0.7727, 1: 0.5758, 2: 0.5758, 4: 0.5152, 7: 0.5, 6: 0.3864, 3: 0.3864, 5: 0.3636, 11: 0],
        distanceFragmentation: 0.5354),
      Known(
        name: "chain of five", source: "Freeman 1979", graph: KnownGraphs.chain(5), tolerance: 5e-5,
        closeness: [0: 0.4, 1: 0.5714, 2: 0.6667, 3: 0.5714, 4: 0.4], diameter: 4, meanDistance: 2),
      Known(
        name: "karate club", source: "networkx 3.6.1", graph: KnownGraphs.karate, tolerance: 5e-5,
        distanceFragmentation: 0.5080),
      Known(
        name: "directed chain", source: "by hand: only node 0 is not reached",
        graph: KnownGraphs.chain(3, isDirected: true), tolerance: 1e-12,
        closeness: [0: 0, 1: 0.5, 2: 1 / 1.5], harmonic: [0: 0, 1: 0.5, 2: 0.75], diameter: 2,
        meanDistance: 4.0 / 3, distanceFragmentation: 1 - 5.0 / 6),
    ]
  }

  @Test("equal published values", arguments: Known.all)
  func knownValues(_ known: Known) {
    let closeness = known.graph.closeness()
    for (v, value) in known.closeness { #expect(abs(closeness.values[v] - value) <= known.tolerance, "closeness \(v)") }
    let harmonic = known.graph.harmonicCloseness()
    for (v, value) in known.harmonic { #expect(abs(harmonic.values[v] - value) <= known.tolerance, "harmonic \(v)") }
    if let diameter = known.diameter { #expect(known.graph.diameter() == diameter) }
    let summary = known.graph.distanceSummary()
    if let mean = known.meanDistance { #expect(abs(summary.meanDistance! - mean) <= known.tolerance) }
    if let df = known.distanceFragmentation {
      #expect(abs(summary.distanceFragmentation! - df) <= known.tolerance)
      #expect(summary.distanceFragmentation == known.graph.distanceFragmentation())
    }
  }

  @Test("equal published values with weights: The R Journal 2016-018, Σ 1/d over n − 1, distances from the node")
  func keyplayer() {
    let profile = KnownGraphs.keyplayer.distanceProfile(pathLength: .inverseWeight, direction: .fromNode)
    let published = [1.5142857, 1.4285714, 1.3, 1.05, 0.8333333]
    #expect(agree(profile.harmonicCloseness.values, published, relative: 5e-8))
  }

  @Test(
    "agree with their definitions on every undirected graph of up to five nodes, directed up to four",
    arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    let n = size.nodes
    for small in PathCase.all(isDirected: size.isDirected, nodes: n) {
      let slow = ShortestPathsByDefinition(of: small.graph, pathLength: small.pathLength).distance
      let pathLength = small.pathLength
      var closeness: [Double] = []
      var harmonic: [Double] = []
      var eccentricity: [Double] = []
      for v in 0..<n {
        let to = (0..<n).filter { $0 != v && slow[$0][v] < .infinity }.map { slow[$0][v] }
        let share = Double(to.count) / Double(n - 1)
        closeness.append(to.isEmpty ? 0 : share * Double(to.count) / to.reduce(0, +))
        harmonic.append(n == 1 ? 0 : to.map { 1 / $0 }.reduce(0, +) / Double(n - 1))
        eccentricity.append(slow[v].filter { $0 < .infinity }.max()!)
      }
      let joined = ShortestPathsByDefinition.pairs(n).map { slow[$0.0][$0.1] }.filter { $0 < .infinity }
      let graph = small.graph
      #expect(agree(graph.closeness(pathLength: pathLength).values, closeness, relative: 1e-13), "\(graph.edges)")
      #expect(agree(graph.harmonicCloseness(pathLength: pathLength).values, harmonic, relative: 1e-13))
      #expect(graph.eccentricity(pathLength: pathLength).values == eccentricity)
      #expect(graph.diameter(pathLength: pathLength) == joined.max())
      let summary = graph.distanceSummary(pathLength: pathLength)
      #expect(summary.diameter == joined.max())
      #expect(summary.isConnected == (joined.count == n * (n - 1)))
      #expect(summary.meanDistance == (joined.isEmpty ? nil : joined.reduce(0, +) / Double(joined.count)))
      if !size.isDirected {
        let df = 1 - joined.map { 1 / $0 }.reduce(0, +) / Double(n * (n - 1))
        #expect(n == 1 ? summary.distanceFragmentation == nil : agree(summary.distanceFragmentation!, df))
      }
    }
  }

  @Test("do not depend on how nodes are numbered", arguments: 0..<10 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    for sample in PathCase.random(seed: seed) {
      let number = RandomGraphs.permutation(sample.graph.nodeCount, seed: seed + 100)
      for direction in PathDirection.allCases {
        let profile = sample.graph.distanceProfile(pathLength: sample.pathLength, direction: direction)
        let moved = sample.graph.renumbered(number)
          .distanceProfile(pathLength: sample.pathLength, direction: direction)
        #expect(number.map { moved.reached[$0] } == profile.reached)
        #expect(agree(number.map { moved.total[$0] }, profile.total))
        #expect(agree(number.map { moved.inverseTotal[$0] }, profile.inverseTotal))
        #expect(agree(number.map { moved.greatest[$0] }, profile.greatest))
      }
    }
  }

  @Test("find the diameter of a large graph without all its distances", arguments: 0..<8 as Range<UInt64>)
  func diameter(seed: UInt64) {
    for graph in [
      RandomGraphs.even(nodeCount: 300, edgeCount: 320, seed: seed),
      RandomGraphs.even(nodeCount: 300, edgeCount: 900, seed: seed), RandomGraphs.tree(nodeCount: 200, seed: seed),
      KnownGraphs.circle(50 + Int(seed)), KnownGraphs.grid(rows: 5, columns: 9 + Int(seed)),
      KnownGraphs.complete(3 + Int(seed)),
      // More nodes to settle than are searched from at once: all as far from another, or most nearly so.
      KnownGraphs.circle(400 + Int(seed)), RandomGraphs.even(nodeCount: 1500, edgeCount: 5000, seed: seed),
    ] {
      let greatest = graph.distanceProfile().diameter
      #expect(graph.diameter() == greatest)
      for workers in 1...3 { #expect(graph.diameterInHops(workers: workers) == greatest) }
    }
  }

  @Test("have the same bits with any number of threads")
  func threads() {
    for sample in [
      PathCase(graph: RandomGraphs.even(nodeCount: 1200, edgeCount: 2000, seed: 1), pathLength: .hops),
      PathCase(
        graph: RandomGraphs.even(nodeCount: 900, edgeCount: 5000, isDirected: true, seed: 1), pathLength: .hops),
      PathCase(
        graph: RandomGraphs.weighted(nodeCount: 400, edgeCount: 600, seed: 2), pathLength: .inverseWeight),
    ] {
      let one = sample.graph.distanceProfile(pathLength: sample.pathLength)
      #expect(sample.graph.distanceProfile(pathLength: sample.pathLength, threads: 2) == one)
      #expect(sample.graph.distanceProfile(pathLength: sample.pathLength, threads: 5) == one)
    }
  }

  @Test("are defined for empty, single, isolated, complete and disconnected graphs")
  func edgeCases() {
    let empty = KnownGraphs.isolates(0)
    #expect(empty.closeness().values == [] && empty.diameter() == nil && empty.meanDistance() == nil)
    #expect(empty.distanceFragmentation() == nil && !empty.distanceSummary().isConnected)
    let single = KnownGraphs.isolates(1)
    #expect(single.closeness().values == [0] && single.harmonicCloseness().values == [0])
    #expect(single.eccentricity().values == [0] && single.diameter() == nil)
    #expect(single.distanceFragmentation() == nil && single.distanceSummary().isConnected)
    let apart = KnownGraphs.isolates(3)
    #expect(apart.closeness().values == [0, 0, 0] && apart.distanceFragmentation() == 1)
    #expect(apart.diameter() == nil && apart.meanDistance() == nil)
    let pair = KnownGraphs.chain(2)
    #expect(pair.closeness().values == [1, 1] && pair.distanceFragmentation() == 0 && pair.diameter() == 1)
    #expect(KnownGraphs.complete(6).harmonicCloseness().values == Array(repeating: 1, count: 6))
    #expect(KnownGraphs.star(6).closeness().values == [1] + Array(repeating: 5.0 / 9, count: 5))
    let circle = KnownGraphs.circle(4, isDirected: true)
    #expect(circle.closeness().values == [0.5, 0.5, 0.5, 0.5] && circle.diameter() == 3)
    // Directed graphs take DF of the undirected graph: a square.
    #expect(circle.distanceFragmentation() == KnownGraphs.circle(4).distanceFragmentation())
    let looped = Graph(nodeCount: 3, edges: [(0, 0), (0, 1), (1, 0), (1, 2), (1, 2)])
    #expect(looped.distanceProfile() == KnownGraphs.chain(3).distanceProfile())
  }
}
