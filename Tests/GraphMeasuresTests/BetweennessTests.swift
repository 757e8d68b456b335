import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct BetweennessTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let graph: Graph
    let scale: BetweennessScale
    let tolerance: Double
    /// By node; nodes not named are not compared.
    let values: [Int: Double]

    var testDescription: String { "\(name) (\(source))" }

    static let all = [
      Known(
        name: "kite", source: "networkx 3.6.1 test suite, after Krackhardt 1990", graph: KnownGraphs.kite,
        scale: .count, tolerance: 5e-5,
        values: [
          0: 0.8333, 1: 0.8333, 2: 0, 3: 3.6667, 4: 0, 5: 8.3333, 6: 8.3333, 7: 14, 8: 8, 9: 0,
        ]),
      Known(
        name: "Florentine marriages", source: "Wasserman & Faust 1994, table 5.1; ORA report on PADGM",
        graph: KnownGraphs.florentine, scale: .count, tolerance: 5e-5,
        values: [8: 47.5, 6: 23.1667, 1: 19.3333, 12: 13, 11: 10.3333, 3: 9.5, 13: 9.3333, 2: 8.5, 14: 8.3333, 4: 5]),
      Known(
        name: "Florentine marriages", source: "Wasserman & Faust 1994, table 5.1", graph: KnownGraphs.florentine,
        scale: .fraction, tolerance: 5e-4, values: [8: 0.522, 6: 0.255, 1: 0.212, 12: 0.143, 11: 0.114, 10: 0.022]),
      Known(
        name: "Florentine business", source: "ORA report on PADGB", graph: KnownGraphs.florentineBusiness,
        scale: .fraction, tolerance: 5e-4, values: [2: 0.238]),
      Known(
        name: "Musterland", source: "by hand: leader L joins four parts", graph: KnownGraphs.musterland,
        scale: .count, tolerance: 1e-12, values: [0: 36, 1: 9, 2: 9, 3: 0, 4: 9, 5: 0, 7: 0, 11: 0]),
      Known(
        name: "chain of five", source: "Freeman 1979", graph: KnownGraphs.chain(5), scale: .count, tolerance: 0,
        values: [0: 0, 1: 3, 2: 4, 3: 3, 4: 0]),
      Known(
        name: "karate club", source: "networkx 3.6.1 and igraph 1.0.0", graph: KnownGraphs.karate, scale: .count,
        tolerance: 5e-5, values: [0: 231.0714, 33: 160.5516]),
      Known(
        name: "directed chain", source: "by hand: 0→2, 0→3 and 1→3 pass", graph: KnownGraphs.chain(4, isDirected: true),
        scale: .count, tolerance: 0, values: [0: 0, 1: 2, 2: 2, 3: 0]),
      Known(
        name: "directed circle", source: "by hand: of 12 pairs each node is between 3",
        graph: KnownGraphs.circle(4, isDirected: true), scale: .fraction, tolerance: 1e-15,
        values: [0: 0.5, 1: 0.5, 2: 0.5, 3: 0.5]),
    ]
  }

  @Test("equals published values", arguments: Known.all)
  func knownValues(_ known: Known) {
    let scores = known.graph.betweenness(scale: known.scale)
    for (node, value) in known.values {
      #expect(abs(scores.values[node] - value) <= known.tolerance, "node \(node): \(scores.values[node])")
    }
  }

  @Test("equals published values with weights: The R Journal 2016-018, table of the keyplayer package")
  func keyplayer() {
    #expect(
      KnownGraphs.keyplayer.betweenness(pathLength: .inverseWeight, scale: .count).values == [0, 1, 2, 3, 1])
  }

  @Test(
    "agrees with its definition on every undirected graph of up to five nodes, directed up to four",
    arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    for small in PathCase.all(isDirected: size.isDirected, nodes: size.nodes) {
      let slow = ShortestPathsByDefinition(of: small.graph, pathLength: small.pathLength)
      var expected = [Double](repeating: 0, count: size.nodes)
      for (s, t) in ShortestPathsByDefinition.pairs(size.nodes) where size.isDirected || s < t {
        let paths = slow.paths[s][t]
        for v in 0..<size.nodes where v != s && v != t && !paths.isEmpty {
          expected[v] += Double(paths.count { $0.contains(v) }) / Double(paths.count)
        }
      }
      let scores = small.graph.betweenness(pathLength: small.pathLength, scale: .count)
      #expect(agree(scores.values, expected, relative: 1e-12), "\(small.graph.edges)")
    }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<10 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    for sample in PathCase.random(seed: seed) {
      let number = RandomGraphs.permutation(sample.graph.nodeCount, seed: seed + 100)
      let scores = sample.graph.betweenness(pathLength: sample.pathLength)
      let moved = sample.graph.renumbered(number).betweenness(pathLength: sample.pathLength)
      #expect(agree(number.map { moved.values[$0] }, scores.values), "\(sample)")
    }
  }

  @Test("has the same bits with any number of threads")
  func threads() {
    for sample in [
      PathCase(graph: RandomGraphs.even(nodeCount: 500, edgeCount: 1200, seed: 1), pathLength: .hops),
      PathCase(
        graph: RandomGraphs.weighted(nodeCount: 700, edgeCount: 1400, isDirected: true, seed: 2),
        pathLength: .inverseWeight),
    ] {
      let one = sample.graph.betweenness(pathLength: sample.pathLength)
      #expect(sample.graph.betweenness(pathLength: sample.pathLength, threads: 2) == one)
      #expect(sample.graph.betweenness(pathLength: sample.pathLength, threads: 5) == one)
    }
  }

  @Test("is defined for empty, single, isolated and disconnected graphs")
  func edgeCases() {
    #expect(KnownGraphs.isolates(0).betweenness().values == [])
    #expect(KnownGraphs.isolates(1).betweenness(scale: .count).values == [0])
    #expect(KnownGraphs.isolates(1).betweenness()[0] == nil)
    #expect(KnownGraphs.chain(2).betweenness()[1] == nil)
    #expect(KnownGraphs.chain(2).betweenness(scale: .count).values == [0, 0])
    #expect(KnownGraphs.isolates(3).betweenness().values == [0, 0, 0])
    #expect(KnownGraphs.complete(6).betweenness().values == Array(repeating: 0, count: 6))
    #expect(KnownGraphs.star(6).betweenness().values == [1, 0, 0, 0, 0, 0])
    #expect(KnownGraphs.star(6).betweenness(scale: .count).values == [10, 0, 0, 0, 0, 0])
    let apart = Graph(nodeCount: 7, edges: [(0, 1), (1, 2), (3, 4), (4, 5)])
    #expect(apart.betweenness(scale: .count).values == [0, 1, 0, 0, 1, 0, 0])
    let looped = Graph(nodeCount: 3, edges: [(0, 0), (0, 1), (1, 0), (1, 2), (1, 2)])
    #expect(looped.betweenness(scale: .count).values == [0, 1, 0])
  }

  @Test("finds paths equally long whose lengths differ in binary: 1/3 + 1/6 = 1/2, 1/10 + 1/15 = 1/6")
  func equalLengths() {
    // Two ways from 0 to 3, over 1 and over 2.
    let thirds = Graph(nodeCount: 4, weightedEdges: [(0, 1, 3), (1, 3, 6), (0, 2, 4), (2, 3, 4)])
    #expect(thirds.betweenness(pathLength: .inverseWeight, scale: .count).values[1] == 0.5)
    let odd = Graph(nodeCount: 4, weightedEdges: [(0, 1, 10), (1, 3, 15), (0, 2, 12), (2, 3, 12)])
    #expect(odd.betweenness(pathLength: .inverseWeight, scale: .count).values[2] == 0.5)
    // Not whole at any power of two: compared with a tolerance.
    let tenths = Graph(nodeCount: 4, weightedEdges: [(0, 1, 0.1), (1, 3, 0.15), (0, 2, 0.12), (2, 3, 0.12)])
    #expect(tenths.betweenness(pathLength: .inverseWeight, scale: .count).values[2] == 0.5)
  }

  @Test("counts more paths than an integer holds, and more than a Double holds")
  func manyPaths() {
    // On a grid all paths between two places are right and down, or right and up, and as many as a binomial says: from
    // corner to corner C(70, 35), about 10²⁰.
    let side = 36
    let found = KnownGraphs.grid(rows: side, columns: side).betweenness(scale: .count).values
    for node in [0, 17 * side + 8] {
      #expect(agree(found[node], Self.betweennessOnGrid(of: node, side: side), relative: 1e-10))
    }
    // 1,100 diamonds in a chain: 2^1100 paths. The waist after k of them parts 3k from 3(1100 − k) nodes.
    let diamonds = 1100
    var counts = PathCounts(
      along: KnownGraphs.diamonds(diamonds).outgoing, lengths: nil, mass: Array(repeating: 1, count: 3 * diamonds + 1))
    var sums = [Double](repeating: 0, count: 3 * diamonds + 1)
    counts.addDependencies(from: 0, to: &sums)
    #expect(sums[3] == Double(3 * (diamonds - 1)))
    #expect(sums[3 * (diamonds - 1)] == 3)
    #expect(agree(sums[1], Double(3 * (diamonds - 1) + 1) / 2))
  }

  /// The share of a place in the shortest paths of all pairs of places on a square grid, by binomials.
  private static func betweennessOnGrid(of node: Int, side: Int) -> Double {
    var factorials: [Double] = [1]
    for k in 1..<2 * side { factorials.append(factorials[k - 1] * Double(k)) }
    let places = (0..<side * side).map { (row: $0 / side, column: $0 % side) }
    func distance(_ a: Int, _ b: Int) -> (down: Int, right: Int) {
      (abs(places[a].row - places[b].row), abs(places[a].column - places[b].column))
    }
    func paths(_ way: (down: Int, right: Int)) -> Double {
      factorials[way.down + way.right] / (factorials[way.down] * factorials[way.right])
    }
    let there = places.indices.map { distance($0, node) }
    var sum = 0.0
    for source in places.indices where source != node {
      for target in 0..<source where target != node {
        let (down, right) = distance(source, target)
        guard
          there[source].down + there[target].down == down, there[source].right + there[target].right == right
        else { continue }
        sum += paths(there[source]) * paths(there[target]) / paths((down, right))
      }
    }
    return sum
  }
}
