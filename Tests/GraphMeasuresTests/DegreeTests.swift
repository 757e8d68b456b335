import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct DegreeTests {
  @Test("equals published values")
  func knownValues() {
    // Krackhardt 1990; Wasserman & Faust 1994 for Medici, Guadagni, Strozzi.
    #expect(KnownGraphs.kite.degrees() == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1])
    let florentine = KnownGraphs.florentine.degrees()
    #expect([8, 6, 13].map { florentine[$0] } == [6, 4, 4])
    // An & Liu 2016, table 1 of the keyplayer package: total degree is in- plus outdegree of the weighted ties.
    #expect(KnownGraphs.keyplayer.strengths() == [5, 8, 7, 9, 5])
  }

  @Test("agrees with its definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) {
    let graphs =
      SmallGraphs.undirected(nodes: nodeCount) + SmallGraphs.weightedUndirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.directed(nodes: nodeCount) + SmallGraphs.weightedDirected(nodes: nodeCount) : [])
    for graph in graphs {
      let dense = DenseGraph(graph)
      #expect(graph.degrees() == dense.nodes.map { dense.neighbors($0).count })
      #expect(graph.outDegrees() == dense.nodes.map { v in dense.nodes.count { dense.arc(v, $0) } })
      #expect(graph.inDegrees() == dense.nodes.map { v in dense.nodes.count { dense.arc($0, v) } })
      let out = dense.nodes.map { v in dense.nodes.reduce(0.0) { $0 + dense.weights[v][$1] } }
      let into = dense.nodes.map { v in dense.nodes.reduce(0.0) { $0 + dense.weights[$1][v] } }
      #expect(graph.outStrengths() == out && graph.inStrengths() == into)
      #expect(graph.strengths() == (graph.isDirected ? zip(out, into).map { $0 + $1 } : out))
      #expect(graph.isolates() == dense.nodes.filter { dense.neighbors($0).isEmpty })
    }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<20 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph = RandomGraphs.weighted(nodeCount: 30, edgeCount: 60, isDirected: seed % 2 == 0, seed: seed)
    let numbers = RandomGraphs.permutation(30, seed: seed + 100)
    let other = graph.renumbered(numbers)
    for v in 0..<30 {
      #expect(graph.degrees()[v] == other.degrees()[numbers[v]])
      #expect(graph.strengths()[v] == other.strengths()[numbers[v]])
    }
  }

  @Test("is defined for empty, looped and mutual ties")
  func edgeCases() {
    #expect(EdgyGraphs.empty.degrees().isEmpty && EdgyGraphs.empty.strengths().isEmpty)
    #expect(EdgyGraphs.single.degrees() == [0] && EdgyGraphs.single.isolates() == [0])
    #expect(EdgyGraphs.looped.degrees() == [1, 1, 0])
    let mutual = Graph(nodeCount: 2, weightedEdges: [(0, 1, 2), (1, 0, 3)], isDirected: true)
    #expect(mutual.degrees() == [1, 1] && mutual.strengths() == [5, 5] && mutual.outStrengths() == [2, 3])
    let weighted = Graph(nodeCount: 2, weightedEdges: [(0, 1, 2), (1, 0, 3)])
    #expect(weighted.strengths() == [5, 5])
  }
}

@Suite struct DensityAndReciprocityTests {
  @Test("density equals published values")
  func knownDensity() throws {
    #expect(try agree(#require(KnownGraphs.kite.density()), 0.4))
    // ORA standard report, Padgett marriage and business networks (16 nodes).
    #expect(try agree(#require(KnownGraphs.florentineWithPucci.density()), 0.1667, relative: 5e-5))
    #expect(try agree(#require(KnownGraphs.florentineBusiness.density()), 0.125))
    #expect(KnownGraphs.complete(4, isDirected: true).density() == 1)
    #expect(KnownGraphs.circle(4, isDirected: true).density() == 4.0 / 12)
    #expect(EdgyGraphs.empty.density() == nil && EdgyGraphs.single.density() == nil)
    #expect(KnownGraphs.isolates(2).density() == 0)
  }

  @Test("both agree with their definition on every small graph", arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    for graph in SmallGraphs.of(size) {
      let dense = DenseGraph(graph)
      let pairs = dense.nodes.flatMap { v in dense.nodes.map { (v, $0) } }.filter { $0 != $1 }
      let arcs = pairs.filter { dense.arc($0, $1) }
      #expect(graph.density() == (pairs.isEmpty ? nil : Double(arcs.count) / Double(pairs.count)))
      let returned = arcs.count { dense.arc($1, $0) }
      #expect(graph.reciprocity() == (arcs.isEmpty || !size.isDirected ? nil : Double(returned) / Double(arcs.count)))
    }
  }

  @Test("reciprocity is not defined without directions or arcs")
  func edgeCases() {
    #expect(KnownGraphs.kite.reciprocity() == nil)
    #expect(KnownGraphs.isolates(3, isDirected: true).reciprocity() == nil)
    #expect(KnownGraphs.chain(3, isDirected: true).reciprocity() == 0)
    #expect(KnownGraphs.circle(2, isDirected: true).reciprocity() == 1)
  }
}
