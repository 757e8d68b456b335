import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct CentralizationTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let graph: Graph
    let betweenness: Double
    let closeness: Double

    var testDescription: String { "\(name) (\(source))" }

    static let all = [
      Known(
        name: "star", source: "Freeman 1979", graph: KnownGraphs.star(5), betweenness: 1, closeness: 1),
      Known(
        name: "chain", source: "Freeman 1979", graph: KnownGraphs.chain(5), betweenness: 0.4167, closeness: 0.4222),
      Known(
        name: "circle", source: "Freeman 1979", graph: KnownGraphs.circle(5), betweenness: 0, closeness: 0),
      Known(
        name: "complete", source: "Freeman 1979", graph: KnownGraphs.complete(5), betweenness: 0, closeness: 0),
      Known(
        name: "fork", source: "Freeman 1979", graph: KnownGraphs.fork, betweenness: 0.7083, closeness: 0.6352),
      Known(
        name: "wheel", source: "Freeman 1979", graph: KnownGraphs.wheel(5), betweenness: 0.0556, closeness: 0.4667),
      Known(
        name: "kite", source: "Krackhardt 1990, networkx 3.6.1", graph: KnownGraphs.kite, betweenness: 0.2963,
        closeness: 0.2704),
      Known(
        name: "Florentine marriages", source: "Wasserman & Faust 1994", graph: KnownGraphs.florentine,
        betweenness: 0.4368, closeness: 0.3225),
      Known(
        name: "Musterland", source: "networkx 3.6.1", graph: KnownGraphs.musterland, betweenness: 0.6099,
        closeness: 0.6699),
      Known(
        name: "karate club", source: "networkx 3.6.1 and igraph 1.0.0", graph: KnownGraphs.karate,
        betweenness: 0.4056, closeness: 0.2982),
    ]
  }

  @Test("equals published values", arguments: Known.all)
  func knownValues(_ known: Known) {
    #expect(abs(known.graph.betweennessCentralization()! - known.betweenness) < 5e-5)
    #expect(abs(known.graph.closenessCentralization()! - known.closeness) < 5e-5)
    let fractions = known.graph.betweenness()
    #expect(known.graph.betweennessCentralization(of: fractions) == known.graph.betweennessCentralization())
  }

  @Test("is largest in the star among all graphs of up to five nodes", arguments: 3...5)
  func largest(nodes: Int) {
    for graph in SmallGraphs.undirected(nodes: nodes) {
      let betweenness = graph.betweennessCentralization()!
      #expect(betweenness >= 0 && betweenness <= 1 + 1e-12)
      let closeness = graph.closenessCentralization()!
      #expect(closeness >= 0 && closeness <= 1 + 1e-12)
    }
  }

  @Test("is not defined for fewer than three nodes, nor for directed graphs")
  func edgeCases() {
    for nodes in 0...2 {
      #expect(KnownGraphs.chain(nodes).betweennessCentralization() == nil)
      #expect(KnownGraphs.chain(nodes).closenessCentralization() == nil)
    }
    #expect(KnownGraphs.circle(4, isDirected: true).betweennessCentralization() == nil)
    #expect(KnownGraphs.isolates(3).closenessCentralization() == 0)
    let undefined = NodeScores(values: [1, .nan, 1])
    #expect(KnownGraphs.chain(3).centralization(of: undefined, as: .degree) == nil)
  }
}
