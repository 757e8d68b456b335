import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct ComponentsTests {
  @Test("equals published values")
  func knownValues() {
    #expect(KnownGraphs.kite.components().count == 1)
    #expect(KnownGraphs.florentineWithPucci.components().sizes == [15, 1])
    #expect(KnownGraphs.musterland.components().sizes == [11, 1])
    // ORA's Padgett business network: five isolates.
    #expect(KnownGraphs.florentineBusiness.components().sizes.sorted() == [1, 1, 1, 1, 1, 11])
    // Figure 22.9 of Cormen, Leiserson, Rivest & Stein, “Introduction to Algorithms”, 3rd ed.: abe, cd, fg, h.
    let clrs = Graph(
      nodeCount: 8,
      edges: [
        (0, 1), (1, 2), (1, 4), (1, 5), (2, 3), (2, 6), (3, 2), (3, 7), (4, 0), (4, 5), (5, 6), (6, 5), (6, 7), (7, 7),
      ], isDirected: true)
    #expect(clrs.strongComponents().members() == [[0, 1, 4], [2, 3], [5, 6], [7]])
  }

  @Test("agree with their definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) {
    for graph in SmallGraphs.undirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.directed(nodes: nodeCount) : [])
    {
      let dense = DenseGraph(graph)
      expectClasses(graph.components(), dense) { dense.reaches($0, $1, by: dense.tied) }
      expectClasses(graph.strongComponents(), dense) {
        dense.reaches($0, $1, by: dense.arc) && dense.reaches($1, $0, by: dense.arc)
      }
    }
  }

  /// The groups are the classes of an equivalence, numbered by their smallest node.
  private func expectClasses(_ partition: NodePartition, _ dense: DenseGraph, _ same: (Int, Int) -> Bool) {
    for v in dense.nodes {
      for w in dense.nodes { #expect((partition.groups[v] == partition.groups[w]) == same(v, w)) }
    }
    #expect(partition.members().map(\.count) == partition.sizes)
    #expect(partition.members().map { $0[0] } == partition.members().map { $0[0] }.sorted())
  }

  @Test("do not depend on how nodes are numbered", arguments: 0..<50 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    // Sparse enough for many components, so that the search for the largest one matters.
    let graph = RandomGraphs.even(nodeCount: 200, edgeCount: 150, isDirected: seed % 2 == 0, seed: seed)
    let numbers = RandomGraphs.permutation(200, seed: seed + 1)
    let other = graph.renumbered(numbers)
    for (one, two) in [
      (graph.components(), other.components()), (graph.strongComponents(), other.strongComponents()),
    ] {
      let renamed = Set(one.members().map { Set($0.map { numbers[$0] }) })
      #expect(renamed == Set(two.members().map { Set($0) }))
    }
  }

  @Test("are defined for empty graphs and long paths")
  func edgeCases() {
    #expect(EdgyGraphs.empty.components().count == 0 && EdgyGraphs.empty.strongComponents().count == 0)
    #expect(EdgyGraphs.looped.components().groups == [0, 0, 1])
    // Recursion would overflow the stack here.
    #expect(KnownGraphs.chain(100_000).components().count == 1)
    #expect(KnownGraphs.chain(100_000, isDirected: true).strongComponents().count == 100_000)
    #expect(KnownGraphs.circle(100_000, isDirected: true).strongComponents().count == 1)
  }
}
