import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct ClusteringTests {
  @Test("equals published values")
  func knownValues() throws {
    // Wasserman & Faust's Florentine families and Krackhardt's kite with networkx 3.6.1 and igraph 1.0.0.
    #expect(try agree(#require(KnownGraphs.florentine.transitivity()), 0.1915, relative: 5e-5))
    #expect(try agree(#require(KnownGraphs.florentine.averageClustering()), 0.16))
    #expect(try agree(#require(KnownGraphs.florentineWithPucci.averageClustering()), 0.15))
    #expect(try agree(#require(KnownGraphs.florentineBusiness.averageClustering()), 0.298, relative: 5e-4))
    #expect(try agree(#require(KnownGraphs.kite.transitivity()), 0.5789, relative: 5e-5))
    // Zachary's club: networkx's documentation and Newman 2003 give 45 triangles.
    #expect(KnownGraphs.karate.triangles().count == 45)
  }

  @Test("agrees with its definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) {
    for graph in SmallGraphs.undirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.directed(nodes: nodeCount) : [])
    {
      expectDefinition(graph)
    }
  }

  @Test("agrees with its definition on random graphs with hubs", arguments: 0..<10 as Range<UInt64>)
  func larger(seed: UInt64) {
    let spokes = (1..<90).map { (0, $0) } + (2..<60).map { (1, $0) }
    let random = RandomGraphs.even(nodeCount: 90, edgeCount: 500, seed: seed).edges.map { ($0.source, $0.target) }
    expectDefinition(Graph(nodeCount: 90, edges: spokes + random))
  }

  private func expectDefinition(_ graph: Graph) {
    let dense = DenseGraph(graph)
    var closed = 0
    var triples = 0
    var local: [Double] = []
    for v in dense.nodes {
      let near = dense.neighbors(v)
      let pairs = near.flatMap { a in near.filter { a < $0 }.map { (a, $0) } }
      let ties = pairs.count { dense.tied($0, $1) }
      #expect(graph.triangles().perNode[v] == ties)
      closed += ties
      triples += pairs.count
      local.append(pairs.isEmpty ? 0 : Double(ties) / Double(pairs.count))
    }
    #expect(agree(graph.localClustering().values, local))
    #expect(graph.transitivity() == (triples == 0 ? nil : Double(closed) / Double(triples)))
    #expect(agree(graph.averageClustering() ?? .nan, local.reduce(0, +) / Double(dense.count)))
    #expect(graph.triangles().count == closed / 3)
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<50 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph = RandomGraphs.even(nodeCount: 50, edgeCount: 200, seed: seed)
    let numbers = RandomGraphs.permutation(50, seed: seed + 1)
    let other = graph.renumbered(numbers).triangles()
    #expect(graph.triangles().perNode == numbers.map { other.perNode[$0] })
  }

  @Test("is defined for empty, isolated, complete, star and looped graphs")
  func edgeCases() {
    #expect(EdgyGraphs.empty.averageClustering() == nil && EdgyGraphs.empty.transitivity() == nil)
    #expect(EdgyGraphs.pair.transitivity() == nil && EdgyGraphs.pair.averageClustering() == 0)
    #expect(KnownGraphs.star(5).transitivity() == 0)
    #expect(KnownGraphs.complete(6).transitivity() == 1 && KnownGraphs.complete(6).triangles().count == 20)
    #expect(EdgyGraphs.looped.localClustering() == NodeScores(values: [0, 0, 0]))
  }
}
