import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct StructuralHolesTests {
  struct Known: Sendable {
    let name: String
    let graph: Graph
    let constraint: [Int: Double]
    let size: [Int: Double]
    let relative: Double

    /// networkx's own tests of structural holes (from UCINET) for Burt's example; nodes A ... G are 0 ... 6.
    static let all = [
      Known(
        name: "Burt's example", graph: KnownGraphs.structuralHoles,
        constraint: [0: 0.595, 2: 1, 6: 0.400, 1: 0.6427, 3: 0.7847, 4: 0.7309, 5: 0.7309],
        size: [6: 4.67, 0: 2.50, 2: 1], relative: 5e-3),
      Known(
        name: "Burt's example, weighted", graph: KnownGraphs.weightedStructuralHoles,
        constraint: [6: 0.299, 0: 0.795, 2: 1], size: [6: 5.47, 0: 2.47, 2: 1], relative: 5e-3),
      // Burt's constraint in igraph's tests (tests/unit/igraph_constraint.out): two cliques joined through a node.
      Known(
        name: "igraph's bridge of cliques",
        graph: Graph(
          nodeCount: 9,
          edges: [
            (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 6), (5, 7), (5, 8), (6, 7), (6, 8),
            (7, 8),
          ]),
        constraint: [
          0: 0.865741, 1: 0.865741, 2: 0.865741, 3: 0.583333, 4: 0.5, 5: 0.583333, 6: 0.865741, 8: 0.865741,
        ],
        size: [4: 2], relative: 1e-6),
      Known(
        name: "igraph's complete graph", graph: KnownGraphs.complete(4), constraint: [0: 0.925926], size: [0: 1],
        relative: 1e-6),
      // The kite and the Florentine marriages: networkx 3.6.1, constraint also igraph 1.0.0.
      Known(
        name: "kite", graph: KnownGraphs.kite,
        constraint: [0: 0.5412, 2: 0.6641, 3: 0.4702, 5: 0.4451, 7: 0.4311, 8: 0.5, 9: 1],
        size: [0: 2, 2: 1, 3: 3.3333, 5: 3, 7: 2.3333, 8: 2, 9: 1], relative: 5e-5),
      Known(
        name: "Florentine", graph: KnownGraphs.florentine,
        constraint: [8: 0.2099, 6: 0.25, 1: 0.3333, 11: 0.4599, 3: 0.4823, 13: 0.4583, 10: 0.6559],
        size: [8: 5.6667, 6: 4, 11: 2.3333, 13: 3, 10: 1.6667], relative: 5e-5),
      Known(
        name: "Musterland", graph: KnownGraphs.musterland,
        constraint: [0: 0.2766, 1: 0.4538, 4: 0.5, 7: 0.8890, 6: 1], size: [:], relative: 5e-5),
    ]
  }

  @Test("equals published values", arguments: Known.all)
  func knownValues(_ known: Known) throws {
    let holes = known.graph.structuralHoles()
    for (v, value) in known.constraint {
      #expect(try agree(#require(holes.constraint[v]), value, relative: known.relative), "\(known.name), node \(v)")
    }
    for (v, value) in known.size {
      #expect(try agree(#require(holes.effectiveSize[v]), value, relative: known.relative), "\(known.name), node \(v)")
    }
  }

  @Test("agrees with its definition on every undirected graph", arguments: 1...5)
  func undirected(nodeCount: Int) {
    for graph in SmallGraphs.undirected(nodes: nodeCount) + SmallGraphs.weightedUndirected(nodes: nodeCount) {
      expectDefinition(graph)
    }
  }

  @Test("agrees with its definition on every directed graph", arguments: 1...4)
  func directed(nodeCount: Int) {
    for graph in SmallGraphs.directed(nodes: nodeCount) + SmallGraphs.weightedDirected(nodes: nodeCount) {
      expectDefinition(graph)
    }
  }

  /// Burt's formulas as they are written.
  private func expectDefinition(_ graph: Graph) {
    let dense = DenseGraph(graph)
    let nodes = dense.nodes
    func mutual(_ i: Int, _ j: Int) -> Double { dense.weights[i][j] + dense.weights[j][i] }
    func share(_ i: Int, _ j: Int) -> Double { mutual(i, j) / nodes.reduce(0) { $0 + mutual(i, $1) } }
    func marginal(_ j: Int, _ q: Int) -> Double { mutual(j, q) / nodes.map { mutual(j, $0) }.max()! }
    let holes = graph.structuralHoles()
    for i in nodes {
      let contacts = dense.neighbors(i)
      if contacts.isEmpty {
        #expect(holes.constraint[i] == nil && holes.effectiveSize[i] == nil && holes.efficiency[i] == nil)
        continue
      }
      var constraint = 0.0
      var size = 0.0
      for j in contacts {
        var reach = share(i, j)
        var redundancy = 0.0
        for q in contacts where q != j {
          reach += share(i, q) * share(q, j)
          redundancy += share(i, q) * marginal(j, q)
        }
        constraint += reach * reach
        size += 1 - redundancy
      }
      #expect(agree(holes.constraint[i] ?? .nan, constraint))
      #expect(agree(holes.effectiveSize[i] ?? .nan, size))
      #expect(agree(holes.efficiency[i] ?? .nan, size / Double(contacts.count)))
    }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<50 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph =
      seed % 2 == 0
      ? RandomGraphs.even(nodeCount: 40, edgeCount: 160, seed: seed)
      : RandomGraphs.weighted(nodeCount: 40, edgeCount: 160, isDirected: seed % 4 == 1, seed: seed)
    let numbers = RandomGraphs.permutation(40, seed: seed + 1)
    let one = graph.structuralHoles()
    let two = graph.renumbered(numbers).structuralHoles()
    #expect(agree(one.constraint.values, numbers.map { two.constraint.values[$0] }))
    #expect(agree(one.effectiveSize.values, numbers.map { two.effectiveSize.values[$0] }))
  }

  @Test("is defined for empty, isolated and looped graphs")
  func edgeCases() {
    #expect(EdgyGraphs.empty.constraint().count == 0)
    #expect(EdgyGraphs.single.constraint()[0] == nil && EdgyGraphs.single.effectiveSize()[0] == nil)
    #expect(EdgyGraphs.pair.constraint() == NodeScores(values: [1, 1]))
    #expect(EdgyGraphs.looped.constraint() == NodeScores(values: [1, 1, .nan]))
    // Doubling every weight changes nothing.
    let doubled = KnownGraphs.weightedStructuralHoles.edges.map { ($0.source, $0.target, 2 * $0.weight) }
    let one = KnownGraphs.weightedStructuralHoles.structuralHoles()
    let two = Graph(nodeCount: 7, weightedEdges: doubled).structuralHoles()
    #expect(agree(one.constraint.values, two.constraint.values))
    #expect(agree(one.effectiveSize.values, two.effectiveSize.values))
  }
}
