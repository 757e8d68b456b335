import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct CoreNumbersTests {
  @Test("equals published values")
  func knownValues() {
    // networkx 3.6.1 core_number and igraph 1.0.0 coreness agree.
    #expect(KnownGraphs.kite.coreNumbers() == [3, 3, 3, 3, 3, 3, 3, 2, 1, 1])
    #expect(
      KnownGraphs.karate.coreNumbers() == [
        4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4,
      ])
  }

  @Test("agrees with its definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) {
    for graph in SmallGraphs.undirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.directed(nodes: nodeCount) : [])
    {
      #expect(graph.coreNumbers() == slow(DenseGraph(graph)))
    }
  }

  /// For each k takes nodes with fewer than k arcs away until none is left.
  private func slow(_ dense: DenseGraph) -> [Int] {
    var cores = dense.nodes.map { _ in 0 }
    for k in 1...(2 * dense.count + 1) {
      var kept = Set(dense.nodes)
      while let weak = kept.first(where: { v in
        kept.reduce(0) { $0 + (dense.arc(v, $1) ? 1 : 0) + (dense.isDirected && dense.arc($1, v) ? 1 : 0) } < k
      }) { kept.remove(weak) }
      for v in kept { cores[v] = k }
    }
    return cores
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<50 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph = RandomGraphs.even(nodeCount: 80, edgeCount: 300, isDirected: seed % 2 == 0, seed: seed)
    let numbers = RandomGraphs.permutation(80, seed: seed + 1)
    let other = graph.renumbered(numbers).coreNumbers()
    #expect(graph.coreNumbers() == numbers.map { other[$0] })
    #expect(graph.coreNumbers() == slow(DenseGraph(graph)))
  }

  @Test("is defined for empty, isolated, complete and looped graphs")
  func edgeCases() {
    #expect(EdgyGraphs.empty.coreNumbers().isEmpty)
    #expect(KnownGraphs.isolates(3).coreNumbers() == [0, 0, 0])
    #expect(KnownGraphs.complete(6).coreNumbers() == [5, 5, 5, 5, 5, 5])
    #expect(EdgyGraphs.looped.coreNumbers() == [1, 1, 0])
    #expect(KnownGraphs.circle(3, isDirected: true).coreNumbers() == [2, 2, 2])
  }
}
