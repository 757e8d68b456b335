import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct BiconnectivityTests {
  @Test("equals published values")
  func knownValues() {
    // Krackhardt's kite: Heather and Ike are cut nodes.
    #expect(KnownGraphs.kite.cutNodes() == [7, 8])
    #expect(KnownGraphs.kite.bridges() == [NodePair(7, 8), NodePair(8, 9)])
    // Recomputed with networkx 3.6.1 when the example was made: B L S1 V; B-P Bi-V L-S1 S1-S2.
    #expect(KnownGraphs.musterland.cutNodes() == [0, 1, 2, 4])
    #expect(KnownGraphs.musterland.bridges() == [NodePair(0, 4), NodePair(1, 6), NodePair(2, 3), NodePair(4, 5)])
    #expect(KnownGraphs.karate.cutNodes() == [0])
    // Figure 22.10 of Cormen, Leiserson, Rivest & Stein has the idea; here a bow tie with a tail by hand.
    let bow = Graph(nodeCount: 6, edges: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (4, 5)])
    #expect(bow.biconnectivity().components() == [[0, 1, 2], [2, 3, 4], [4, 5]])
  }

  @Test("agrees with its definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) {
    for graph in SmallGraphs.undirected(nodes: nodeCount)
      + (nodeCount == 4 ? SmallGraphs.directed(nodes: nodeCount) : [])
    {
      let dense = DenseGraph(graph)
      let found = graph.biconnectivity()
      let all = Array(dense.nodes)
      for v in all {
        let others = all.filter { $0 != v }
        let lost = dense.joinedPairs(among: all) - dense.joinedPairs(among: others)
        let ownPairs = 2 * all.count { $0 != v && dense.reaches(v, $0, by: dense.tied) }
        #expect(found.isCutNode[v] == (lost > ownPairs))
        let pairs = others.count * (others.count - 1)
        let expected = pairs == 0 ? nil : 1 - Double(dense.joinedPairs(among: others)) / Double(pairs)
        #expect(found.fragmentationWithout[v] == expected)
      }
      let bridges = all.flatMap { v in all.filter { v < $0 && dense.tied(v, $0) }.map { NodePair(v, $0) } }
        .filter {
          dense.joinedPairs(among: all, without: ($0.first, $0.second)) < dense.joinedPairs(among: all)
        }
      #expect(found.bridges == bridges)
      #expect(found.components() == blocks(dense))
      #expect(found.componentCount == blocks(dense).count)
    }
  }

  /// Edges on a common simple cycle belong together.
  private func blocks(_ dense: DenseGraph) -> [[Int]] {
    var classes = dense.nodes.flatMap { v in dense.neighbors(v).filter { v < $0 }.map { Set([NodePair(v, $0)]) } }
    func walk(_ path: [Int]) {
      for w in dense.neighbors(path[path.count - 1]) {
        if w == path[0] && path.count > 2 {
          let cycle = Set(path.indices.map { NodePair(path[$0], path[($0 + 1) % path.count]) })
          let merged = classes.filter { !$0.isDisjoint(with: cycle) }.reduce(cycle) { $0.union($1) }
          classes = classes.filter { $0.isDisjoint(with: cycle) } + [merged]
        } else if w > path[0] && !path.contains(w) {
          walk(path + [w])
        }
      }
    }
    for v in dense.nodes { walk([v]) }
    return classes.map { Set($0.flatMap { [$0.first, $0.second] }).sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<50 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph = RandomGraphs.even(nodeCount: 60, edgeCount: 70, seed: seed)
    let numbers = RandomGraphs.permutation(60, seed: seed + 1)
    let one = graph.biconnectivity()
    let two = graph.renumbered(numbers).biconnectivity()
    #expect(Set(one.cutNodes.map { numbers[$0] }) == Set(two.cutNodes))
    #expect(Set(one.bridges.map { NodePair(numbers[$0.first], numbers[$0.second]) }) == Set(two.bridges))
    #expect(
      Set(one.components().map { Set($0.map { numbers[$0] }) }) == Set(two.components().map { Set($0) }))
    for v in 0..<60 { #expect(one.fragmentationWithout[v] == two.fragmentationWithout[numbers[v]]) }
  }

  @Test("is defined for empty, single and long graphs")
  func edgeCases() {
    let empty = EdgyGraphs.empty.biconnectivity()
    #expect(empty.cutNodes.isEmpty && empty.bridges.isEmpty && empty.components().isEmpty)
    #expect(EdgyGraphs.single.biconnectivity().fragmentationWithout[0] == nil)
    #expect(EdgyGraphs.pair.biconnectivity().fragmentationWithout[0] == nil)
    #expect(EdgyGraphs.looped.bridges() == [NodePair(0, 1)])
    #expect(KnownGraphs.star(5).cutNodes() == [0] && KnownGraphs.complete(5).cutNodes().isEmpty)
    // Recursion would overflow the stack here.
    #expect(KnownGraphs.chain(100_000).cutNodes().count == 99_998)
    #expect(KnownGraphs.circle(4, isDirected: true).cutNodes().isEmpty)
  }
}

@Suite struct FragmentationTests {
  @Test("equals published values")
  func knownValues() throws {
    // ORA standard reports (16 families); Borgatti 2006 for the definition.
    #expect(KnownGraphs.florentineWithPucci.fragmentation() == 0.125)
    #expect(try agree(#require(KnownGraphs.florentineBusiness.fragmentation()), 0.542, relative: 5e-4))
    #expect(try agree(#require(KnownGraphs.musterland.fragmentation()), 0.1667, relative: 5e-5))
    // The most damaging single nodes, recomputed by exhaustive search with networkx 3.6.1.
    #expect(try agree(#require(KnownGraphs.kite.fragmentationWithout()[7]), 0.3889, relative: 5e-5))
    #expect(try agree(#require(KnownGraphs.florentine.fragmentationWithout()[8]), 0.3846, relative: 5e-5))
    #expect(try agree(#require(KnownGraphs.musterland.fragmentationWithout()[0]), 0.8364, relative: 5e-5))
  }

  @Test("fragmentation and connectedness agree with their definition", arguments: 1...5)
  func definition(nodeCount: Int) {
    for graph in SmallGraphs.undirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.directed(nodes: nodeCount) : [])
    {
      let dense = DenseGraph(graph)
      let joined = dense.joinedPairs(among: Array(dense.nodes))
      let pairs = nodeCount * (nodeCount - 1)
      #expect(graph.fragmentation() == (pairs == 0 ? nil : 1 - Double(joined) / Double(pairs)))
      #expect(graph.connectedness() == (pairs == 0 ? nil : Double(joined) / Double(pairs)))
    }
  }

  @Test("is 0 for one part, 1 for none tied, and not defined for one node")
  func edgeCases() {
    #expect(KnownGraphs.circle(7).fragmentation() == 0)
    #expect(KnownGraphs.isolates(4).fragmentation() == 1)
    #expect(EdgyGraphs.single.fragmentation() == nil && EdgyGraphs.empty.fragmentation() == nil)
    #expect(KnownGraphs.star(4).fragmentationWithout() == NodeScores(values: [1, 0, 0, 0]))
  }
}

@Suite struct KrackhardtTests {
  @Test("equals published values")
  func knownValues() throws {
    // ORA standard reports on the Padgett data, three decimals.
    let marriage = KnownGraphs.florentineWithPucci
    #expect(try agree(#require(marriage.connectedness()), 0.875))
    #expect(try agree(#require(marriage.krackhardtEfficiency()), 0.934, relative: 5e-4))
    #expect(try agree(#require(KnownGraphs.florentineBusiness.connectedness()), 0.458, relative: 5e-4))
    #expect(try agree(#require(KnownGraphs.florentineBusiness.krackhardtEfficiency()), 0.889, relative: 5e-4))
  }

  @Test("efficiency agrees with its definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) {
    for graph in SmallGraphs.undirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.directed(nodes: nodeCount) : [])
    {
      let dense = DenseGraph(graph)
      var extra = 0
      var most = 0
      var seen: Set<Int> = []
      for v in dense.nodes where !seen.contains(v) {
        let part = dense.nodes.filter { dense.reaches(v, $0, by: dense.tied) }
        seen.formUnion(part)
        let arcs = part.flatMap { a in part.filter { dense.arc(a, $0) } }.count
        let possible = part.count * (part.count - 1)
        extra += (graph.isDirected ? arcs : arcs / 2) - (part.count - 1)
        most += (graph.isDirected ? possible : possible / 2) - (part.count - 1)
      }
      #expect(graph.krackhardtEfficiency() == (most == 0 ? nil : 1 - Double(extra) / Double(most)))
    }
  }

  @Test("is 1 for a tree, 0 for a complete graph, undefined without room")
  func edgeCases() {
    #expect(KnownGraphs.star(6).krackhardtEfficiency() == 1)
    #expect(KnownGraphs.complete(5).krackhardtEfficiency() == 0)
    #expect(EdgyGraphs.empty.krackhardtEfficiency() == nil && EdgyGraphs.pair.krackhardtEfficiency() == nil)
    #expect(EdgyGraphs.empty.connectedness() == nil)
  }
}
