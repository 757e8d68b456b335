import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct ModularityTests {
  @Test("equals published values")
  func knownValues() throws {
    // Zachary's club in its two factions: networkx 3.6.1 modularity; the best known division scores 0.4198
    // (Brandes and others, “On modularity clustering”, 2008, doi:10.1109/TKDE.2007.190689).
    #expect(
      try agree(#require(KnownGraphs.karate.modularity(of: KnownGraphs.karateClubs)), 0.3582, relative: 5e-5))
    // Newman & Girvan 2004: nothing is gained by one group, and single nodes lose.
    #expect(try agree(#require(KnownGraphs.kite.modularity(of: Array(repeating: 0, count: 10))), 0))
  }

  @Test("agrees with its definition on every small graph and division", arguments: 1...5)
  func definition(nodeCount: Int) {
    let graphs =
      SmallGraphs.undirected(nodes: nodeCount) + SmallGraphs.weightedUndirected(nodes: nodeCount)
    for graph in graphs where graph.edgeCount > 0 {
      for groups in allPartitions(nodeCount) {
        // A third of the 106,000 divided graphs of five nodes each.
        for resolution in nodeCount < 5 ? [1, 0.5, 2] : [[1, 0.5, 2][(groups.max()! + graph.edgeCount) % 3]] {
          let expected = slow(DenseGraph(graph), groups, resolution)
          #expect(agree(graph.modularity(of: groups, resolution: resolution) ?? .nan, expected))
        }
      }
    }
  }

  /// Σ over ordered pairs in one group of (A − γkk/2m)/2m, as Newman & Girvan have it.
  private func slow(_ dense: DenseGraph, _ groups: [Int], _ resolution: Double) -> Double {
    let strengths = dense.weights.map { $0.reduce(0, +) }
    let total = strengths.reduce(0, +)
    var sum = 0.0
    for v in dense.nodes {
      for w in dense.nodes where groups[v] == groups[w] {
        sum += (dense.weights[v][w] - resolution * strengths[v] * strengths[w] / total) / total
      }
    }
    return sum
  }

  @Test("is not defined without edges; directions are left aside")
  func edgeCases() {
    #expect(EdgyGraphs.empty.modularity(of: []) == nil && KnownGraphs.isolates(2).modularity(of: [0, 1]) == nil)
    let arcs = Graph(nodeCount: 4, edges: [(0, 1), (1, 0), (2, 3)], isDirected: true)
    #expect(arcs.modularity(of: [0, 0, 1, 1]) == 0.5)
    #expect(EdgyGraphs.twoPairs.modularity(of: [0, 0, 1, 1]) == 0.5)
  }
}

@Suite struct CommunitiesTests {
  @Test("reach the best known modularity of classic networks")
  func knownValues() throws {
    // Brandes and others 2008: the optimum of Zachary's club is 0.4198, four communities.
    let karate = KnownGraphs.karate.communities()
    #expect(try agree(#require(karate.modularity), 0.4198, relative: 5e-5))
    #expect(karate.count == 4)
    // Two cliques joined by an edge fall apart there.
    let cliques = Graph(
      nodeCount: 8,
      edges: (0..<4).flatMap { a in (0..<a).flatMap { [(a, $0), (a + 4, $0 + 4)] } } + [(3, 4)])
    #expect(cliques.communities().membership == [0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test(
    "are the same in whatever unit weights are, from the least to the greatest",
    arguments: [.leastNonzeroMagnitude, 0x1p-1030, 1e-200, 1, 1e200, 1e308, .greatestFiniteMagnitude])
  func units(weight: Double) throws {
    let pairs = (0..<4).flatMap { a in (0..<a).flatMap { [(a, $0), (a + 4, $0 + 4)] } } + [(3, 4)]
    // Each edge twice, so that the greatest weights do not even fit where parallel edges become one.
    let cliques = Graph(nodeCount: 8, weightedEdges: (pairs + pairs).map { ($0, $1, weight) })
    let found = cliques.communities()
    #expect(found.membership == [0, 0, 0, 0, 1, 1, 1, 1])
    // By hand: 12 of 13 edges within, and each half of all edge ends: 12/13 − 1/2.
    #expect(try agree(#require(found.modularity), 12.0 / 13 - 0.5))
  }

  @Test("find the best division of every small graph", arguments: 1...5)
  func definition(nodeCount: Int) throws {
    let partitions = allPartitions(nodeCount)
    for graph in SmallGraphs.undirected(nodes: nodeCount) + SmallGraphs.weightedUndirected(nodes: nodeCount)
    where graph.edgeCount > 0 {
      let best = partitions.map { graph.modularity(of: $0)! }.max()!
      let found = graph.communities()
      #expect(try agree(#require(found.modularity), best), "\(graph.edges) \(found.membership)")
    }
  }

  @Test("are connected, numbered by size, and score what they say", arguments: 0..<30 as Range<UInt64>)
  func properties(seed: UInt64) throws {
    let graph =
      seed % 2 == 0
      ? RandomGraphs.even(nodeCount: 300, edgeCount: 500, seed: seed)
      : RandomGraphs.weighted(nodeCount: 300, edgeCount: 400, isDirected: seed % 4 == 1, seed: seed)
    let found = graph.communities(seed: seed)
    let dense = DenseGraph(graph.undirected())
    for members in found.partition.members() {
      let set = Set(members)
      for v in members { #expect(dense.reaches(members[0], v) { set.contains($1) && dense.tied($0, $1) }) }
    }
    let keys = found.partition.members().map { (-$0.count, $0[0]) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(found.modularity == graph.modularity(of: found.membership))
    #expect(graph.communities(seed: seed) == found)
    // No two communities are better as one, or the search stopped too early.
    for a in 0..<min(found.count, 12) {
      for b in 0..<a {
        let joined = found.membership.map { $0 == a ? b : $0 }
        #expect(try #require(graph.modularity(of: joined)) <= #require(found.modularity) + 1e-12)
      }
    }
  }

  @Test("recover planted groups under any numbering", arguments: 0..<10 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    // Five groups of 20: within them every second pair is tied, between them one in fifty.
    var random = SplitMix64(seed: seed)
    let numbers = RandomGraphs.permutation(100, seed: seed + 1)
    var edges: [(Int, Int)] = []
    for v in 0..<100 {
      for w in 0..<v where random.unit() < (v / 20 == w / 20 ? 0.5 : 0.02) { edges.append((numbers[v], numbers[w])) }
    }
    let found = Graph(nodeCount: 100, edges: edges).communities(seed: seed)
    let planted = Set((0..<5).map { group in Set((0..<20).map { numbers[20 * group + $0] }) })
    #expect(Set(found.partition.members().map { Set($0) }) == planted)
  }

  @Test(
    "score no less than igraph's best of ten seeds minus 0.001", arguments: try DrawnGraphs().graphs)
  func asGoodAsIgraph(_ drawn: DrawnGraphs.Drawn) throws {
    let graph = drawn.graph
    #expect(graph.edgeCount == drawn.edges)
    let found = graph.communities()
    let modularity = try #require(found.modularity)
    #expect(modularity >= drawn.twoIterations - 0.001)
    #expect(modularity >= drawn.untilStable - 0.001)
    var parts = DisjointSets(count: graph.nodeCount)
    for edge in graph.edges where found.membership[edge.source] == found.membership[edge.target] {
      parts.unite(UInt32(edge.source), UInt32(edge.target))
    }
    parts.flatten()
    #expect(Set(parts.root).count == found.count)
  }

  @Test("are defined without nodes or edges, and follow the resolution")
  func edgeCases() {
    #expect(EdgyGraphs.empty.communities().count == 0)
    let alone = KnownGraphs.isolates(3).communities()
    #expect(alone.membership == [0, 1, 2] && alone.modularity == nil)
    #expect(KnownGraphs.complete(6).communities().count == 1)
    #expect(KnownGraphs.complete(6).communities(resolution: 3).count == 6)
    #expect(KnownGraphs.karate.communities(resolution: 0).count == 1)
    #expect(EdgyGraphs.twoPairs.communities().membership == [0, 0, 1, 1])
  }
}
