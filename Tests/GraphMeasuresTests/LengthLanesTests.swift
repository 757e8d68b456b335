import GraphCore
import Testing

@testable import GraphMeasures

/// Searches side by side by whole lengths, on a graph whose leaves are folded away, give what plain searches give.
@Suite struct LengthLanesTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let graph: Graph

    init(_ description: String, _ graph: Graph, weights: [Double] = [1, 2, 3, 4, 5], seed: UInt64 = 1) {
      testDescription = description
      self.graph = graph.weighted(from: weights, seed: seed)
    }

    static let all = [
      Sample("several batches", RandomGraphs.even(nodeCount: 300, edgeCount: 900, seed: 1)),
      Sample("many parts", RandomGraphs.even(nodeCount: 300, edgeCount: 150, seed: 2)),
      Sample("leaves", RandomGraphs.even(nodeCount: 300, edgeCount: 330, seed: 3)),
      Sample("a tree", RandomGraphs.tree(nodeCount: 200, seed: 4)),
      Sample("a long chain", KnownGraphs.chain(200)),
      Sample("a grid with many ties", KnownGraphs.grid(rows: 12, columns: 15), weights: [1, 2]),
      Sample("one weight", RandomGraphs.even(nodeCount: 200, edgeCount: 600, seed: 5), weights: [3]),
      Sample("halves", RandomGraphs.even(nodeCount: 200, edgeCount: 600, seed: 6), weights: [1, 1.5, 2, 2.5]),
      Sample(
        "lengths up to 840", RandomGraphs.even(nodeCount: 150, edgeCount: 600, seed: 7),
        weights: [1, 2, 3, 4, 5, 6, 7, 8]),
      Sample("lengths too long", RandomGraphs.even(nodeCount: 100, edgeCount: 400, seed: 8), weights: [1, 97, 101]),
      Sample("no common unit", RandomGraphs.even(nodeCount: 100, edgeCount: 400, seed: 9), weights: [0.1, 0.3, 0.7]),
      Sample("arcs", RandomGraphs.even(nodeCount: 200, edgeCount: 900, isDirected: true, seed: 10)),
      Sample("few arcs", RandomGraphs.even(nodeCount: 200, edgeCount: 220, isDirected: true, seed: 11)),
      Sample("a directed circle", KnownGraphs.circle(100, isDirected: true)),
    ]
  }

  @Test("agrees with one search after the other", arguments: Sample.all)
  func plainSearches(_ sample: Sample) {
    let graph = sample.graph
    var counts = PathCounts(
      along: graph.outgoing, lengths: ArcLengths(of: graph.outgoing),
      mass: Array(repeating: 1, count: graph.nodeCount))
    var nodeSums = [Double](repeating: 0, count: graph.nodeCount)
    var arcSums = [Double](repeating: 0, count: graph.outgoing.arcCount)
    for source in 0..<graph.nodeCount {
      counts.addDependencies(from: source, to: &nodeSums)
      counts.addArcDependencies(from: source, to: &arcSums)
    }
    let nodes = graph.betweenness(pathLength: .inverseWeight, scale: .count)
    #expect(agree(nodes.values, nodeSums.map { graph.isDirected ? $0 : $0 / 2 }))
    let edges = graph.edgeBetweenness(pathLength: .inverseWeight, scale: .count)
    let expected = graph.edges.map { edge in
      let there = arcSums[graph.outgoing.position(of: edge.target, in: edge.source)!]
      return graph.isDirected
        ? there : (there + arcSums[graph.outgoing.position(of: edge.source, in: edge.target)!]) / 2
    }
    #expect(agree(edges, expected))
    #expect(graph.betweenness(pathLength: .inverseWeight, scale: .count, threads: 3) == nodes)
  }

  @Test("agrees with its definition on every graph of up to four nodes with weights 1, 2 and 3", arguments: 1...4)
  func everyWeighting(nodes: Int) {
    let pairs = (0..<nodes).flatMap { v in (v + 1..<max(v + 1, nodes)).map { (v, $0) } }
    var choices = 1
    for _ in pairs { choices *= 4 }
    for choice in 0..<choices {
      // Two bits a pair: its weight, 0 for none.
      let edges = pairs.enumerated().map { ($1.0, $1.1, Double(choice >> (2 * $0) & 3)) }.filter { $0.2 > 0 }
      expectDefinition(Graph(nodeCount: nodes, weightedEdges: edges))
    }
  }

  @Test(
    "agrees with its definition on every graph of five nodes with weights drawn from 1, 2 and 3",
    arguments: 0..<3 as Range<UInt64>)
  func fiveNodes(seed: UInt64) {
    for (place, graph) in SmallGraphs.undirected(nodes: 5).enumerated() {
      expectDefinition(graph.weighted(from: [1, 2, 3], seed: seed &* 1024 &+ UInt64(place)))
    }
  }

  private func expectDefinition(_ graph: Graph) {
    // A weight of 1, 2 or 3 is a length of 6, 3 or 2 sixths: whole, so that sums are exact.
    let slow = ShortestPathsByDefinition(of: graph, pathLength: .inverseWeight, lengthOfWeightOne: 6)
    var expected = [Double](repeating: 0, count: graph.nodeCount)
    for (s, t) in ShortestPathsByDefinition.pairs(graph.nodeCount) where s < t {
      let paths = slow.paths[s][t]
      for v in 0..<graph.nodeCount where v != s && v != t && !paths.isEmpty {
        expected[v] += Double(paths.count { $0.contains(v) }) / Double(paths.count)
      }
    }
    let scores = graph.betweenness(pathLength: .inverseWeight, scale: .count)
    #expect(agree(scores.values, expected, relative: 1e-12), "\(graph.edges)")
  }

  @Test("takes no more than 256 MiB a thread: more nodes are searched from one after the other")
  func memory() {
    for (nodes, fits) in [(174_762, true), (174_763, false)] {
      let graph = Graph(nodeCount: nodes, weightedEdges: [(0, 1, 2), (1, 2, 1)])
      let lanes = LengthLanes(
        along: graph.outgoing, lengths: ArcLengths(of: graph.outgoing), mass: Array(repeating: 1, count: nodes))
      #expect((lanes != nil) == fits)
    }
  }

  @Test("leaves sources with more paths than a Double holds to the plain search")
  func overflow() throws {
    // 2^1010 paths from end to end of the chain: beyond what the lanes dare.
    let graph = KnownGraphs.diamonds(1010).weighted(from: [2], seed: 1)
    let n = graph.nodeCount
    let lanes = try #require(
      LengthLanes(along: graph.outgoing, lengths: ArcLengths(of: graph.outgoing), mass: Array(repeating: 1, count: n)))
    var sums = [Double](repeating: 0, count: n)
    #expect(lanes.addDependencies(of: 0..<16, to: &sums) == Array(0..<16))
    #expect(sums.allSatisfy { $0 == 0 })
    // From the middle no node is so far, and the waists next to it part a half each.
    let middle = 3 * 505
    #expect(lanes.addDependencies(of: middle..<middle + 1, to: &sums) == [])
    #expect(sums[middle + 3] == 3 * 504 && sums[middle - 3] == 3 * 504)
  }
}
