import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct DominanceTests {
  @Test("equals what can be read off small drawings")
  func knownValues() {
    // By hand: on a chain the inner nodes dominate the outer ones beside them.
    #expect(KnownGraphs.chain(4).dominators() == [[1, 2], [], [], [1, 2]])
    // In a star everybody is dominated by the centre, and the leaves by one another.
    #expect(KnownGraphs.star(4).dominators() == [[], [0, 2, 3], [0, 1, 3], [0, 1, 2]])
    // In the kite Jane (9) knows Ike alone; Heather and Ike himself know him or are him.
    #expect(KnownGraphs.kite.dominators()[9] == [7, 8])
  }

  @Test("agrees with its definition on every small graph, and every centrality follows", arguments: 1...5)
  func definition(nodeCount: Int) throws {
    for graph in SmallGraphs.undirected(nodes: nodeCount)
      + (nodeCount < 4 ? SmallGraphs.directed(nodes: nodeCount) : [])
    {
      let dense = DenseGraph(graph)
      let dominators = graph.dominators()
      let eigenvector = graph.isDirected || graph.edgeCount == 0 ? nil : try graph.eigenvectorCentrality().values
      let katz = graph.isDirected || graph.edgeCount == 0 ? nil : try graph.katzCentrality().values
      for u in dense.nodes {
        let expected = dense.nodes.filter { v in
          v != u && Set(dense.neighbors(u)).isSubset(of: dense.neighbors(v) + [v])
        }
        #expect(dominators[u] == expected)
        for v in dense.nodes where v != u { #expect(graph.dominates(v, over: u) == expected.contains(v)) }
        // Schoch & Brandes 2016, theorem 1: the order is kept.
        for v in expected {
          #expect(dense.neighbors(v).count >= dense.neighbors(u).count)
          if let eigenvector { #expect(eigenvector[v] >= eigenvector[u] - 1e-9) }
          if let katz { #expect(katz[v] >= katz[u] - 1e-9) }
        }
      }
    }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<20 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph = RandomGraphs.even(nodeCount: 40, edgeCount: 60, seed: seed)
    let numbers = RandomGraphs.permutation(40, seed: seed + 1)
    let two = graph.renumbered(numbers).dominators()
    for (v, list) in graph.dominators().enumerated() {
      #expect(Set(list.map { numbers[$0] }) == Set(two[numbers[v]]))
    }
  }

  @Test("is defined for empty graphs and isolates")
  func edgeCases() {
    #expect(EdgyGraphs.empty.dominators().isEmpty)
    #expect(KnownGraphs.isolates(3).dominators() == [[1, 2], [0, 2], [0, 1]])
    #expect(EdgyGraphs.looped.dominators() == [[1], [0], [0, 1]])
  }
}
