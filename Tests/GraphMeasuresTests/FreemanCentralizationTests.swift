import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct FreemanCentralizationTests {
  @Test("of degree equals published values")
  func knownDegree() throws {
    // Freeman 1979 for the graphs of five points; ORA reports for the families; networkx 3.6.1 for the others.
    let known: [(Graph, Double)] = [
      (KnownGraphs.star(5), 1), (KnownGraphs.chain(5), 0.1667), (KnownGraphs.circle(5), 0),
      (KnownGraphs.complete(5), 0), (KnownGraphs.fork, 0.5833), (KnownGraphs.wheel(5), 0.3333),
      (KnownGraphs.kite, 0.3333), (KnownGraphs.florentine, 0.2747), (KnownGraphs.florentineWithPucci, 0.2667),
      (KnownGraphs.florentineBusiness, 0.2381), (KnownGraphs.musterland, 0.5273), (KnownGraphs.karate, 0.3996),
    ]
    for (graph, value) in known {
      #expect(try agree(#require(graph.degreeCentralization()), value, relative: 5e-5))
    }
  }

  @Test("of closeness and betweenness equals published values")
  func knownOthers() throws {
    // Freeman 1979, figure 4: the chain of five has betweenness 0 3 4 3 0 and closeness 4/10 4/7 4/6 4/7 4/10.
    let chain = KnownGraphs.chain(5)
    let shares = NodeScores(values: [0, 3, 4, 3, 0].map { $0 / 6 })
    #expect(try agree(#require(chain.centralization(of: shares, as: .betweennessShare)), 0.4167, relative: 5e-5))
    let closeness = NodeScores(values: [0.4, 4.0 / 7, 4.0 / 6, 4.0 / 7, 0.4])
    #expect(try agree(#require(chain.centralization(of: closeness, as: .closeness)), 0.4222, relative: 5e-5))
    // Krackhardt 1990: the kite.
    let kite = NodeScores(values: [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0].map { $0 / 36 })
    #expect(
      try agree(#require(KnownGraphs.kite.centralization(of: kite, as: .betweennessShare)), 0.2963, relative: 5e-5))
  }

  @Test("of degree is the sum of differences over the star's on every small graph", arguments: 3...5)
  func definition(nodeCount: Int) throws {
    func differences(_ degrees: [Int]) -> Int { degrees.reduce(0) { $0 + degrees.max()! - $1 } }
    let graphs = SmallGraphs.undirected(nodes: nodeCount)
    let star = graphs.map { differences($0.degrees()) }.max()!
    #expect(differences(KnownGraphs.star(nodeCount).degrees()) == star)
    for graph in graphs {
      let expected = Double(differences(graph.degrees())) / Double(star)
      #expect(try agree(#require(graph.degreeCentralization()), expected))
    }
  }

  @Test("of closeness and betweenness too, with scores from every path there is", arguments: 3...5)
  func pathDefinitions(nodeCount n: Int) throws {
    func differences(_ scores: [Double]) -> Double { scores.reduce(0) { $0 + scores.max()! - $1 } }
    let graphs = SmallGraphs.undirected(nodes: n)
    let scores = graphs.map { scoresByDefinition($0) }
    // Freeman's theorem, here by trying: nothing is more central than the middle of a star.
    let star = scoresByDefinition(KnownGraphs.star(n))
    let (nearest, busiest) = (differences(star.closeness), differences(star.betweenness))
    #expect(agree(scores.map { differences($0.closeness) }.max()!, nearest))
    #expect(agree(scores.map { differences($0.betweenness) }.max()!, busiest))
    for (graph, (closeness, betweenness)) in zip(graphs, scores) {
      #expect(try agree(#require(graph.closenessCentralization()), differences(closeness) / nearest))
      #expect(try agree(#require(graph.betweennessCentralization()), differences(betweenness) / busiest))
    }
  }

  /// Closeness as Wasserman and Faust correct it, and the mean share of the shortest paths of two others.
  private func scoresByDefinition(_ graph: Graph) -> (closeness: [Double], betweenness: [Double]) {
    let n = graph.nodeCount
    let known = ShortestPathsByDefinition(of: graph, pathLength: .hops)
    let closeness = (0..<n).map { v in
      let distances = (0..<n).filter { $0 != v }.map { known.distance[v][$0] }.filter { $0 < .infinity }
      let reached = Double(distances.count)
      return reached == 0 ? 0 : reached / Double(n - 1) * (reached / distances.reduce(0, +))
    }
    let betweenness = (0..<n).map { v in
      let pairs = ShortestPathsByDefinition.pairs(n).filter { $0 != v && $1 != v }
      let shares = pairs.map { s, t in
        let paths = known.paths[s][t]
        return paths.isEmpty ? 0 : Double(paths.count { $0.contains(v) }) / Double(paths.count)
      }
      return shares.reduce(0, +) / Double(pairs.count)
    }
    return (closeness, betweenness)
  }

  @Test("of the star is 1 in every measure", arguments: 3...8)
  func star(nodeCount: Int) throws {
    let star = KnownGraphs.star(nodeCount)
    let leaves = Double(nodeCount - 1)
    // By hand: a leaf is at distance 1 from the centre and 2 from the other leaves.
    let closeness = [1] + [Double](repeating: leaves / (2 * leaves - 1), count: nodeCount - 1)
    #expect(try agree(#require(star.centralization(of: NodeScores(values: closeness), as: .closeness)), 1))
    let shares = [1] + [Double](repeating: 0, count: nodeCount - 1)
    #expect(try agree(#require(star.centralization(of: NodeScores(values: shares), as: .betweennessShare)), 1))
    #expect(star.degreeCentralization() == 1)
  }

  @Test("is not defined for fewer than three nodes, directed graphs and missing scores")
  func edgeCases() {
    #expect(EdgyGraphs.empty.degreeCentralization() == nil && EdgyGraphs.pair.degreeCentralization() == nil)
    #expect(KnownGraphs.circle(4, isDirected: true).degreeCentralization() == nil)
    let missing = NodeScores(values: [1, .nan, 0])
    #expect(KnownGraphs.chain(3).centralization(of: missing, as: .closeness) == nil)
    #expect(KnownGraphs.isolates(4).degreeCentralization() == 0)
  }

  @Test("traps scores of another graph")
  func wrongCount() async {
    await #expect(processExitsWith: .failure) {
      _ = KnownGraphs.chain(3).centralization(of: NodeScores(values: [1]), as: .degree)
    }
  }
}
