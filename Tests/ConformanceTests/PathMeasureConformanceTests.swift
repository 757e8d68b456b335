import GraphCore
import GraphMeasures
import Testing

/// Path measures on classic networks against what networkx 3.6.1 and igraph 1.0.0 found alike, to six decimals.
@Suite(.enabled(if: !ClassicNetwork.all.isEmpty, "no classic networks beside the checkout"))
struct PathMeasureConformanceTests {
  @Test("betweenness", arguments: ClassicNetwork.all)
  func betweenness(_ network: ClassicNetwork) throws {
    let scores = network.graph.betweenness(scale: .count)
    for (v, name) in network.nodes.enumerated() {
      let expected = try #require(network.values[name]?["betweenness"])
      #expect(abs(scores.values[v] - expected) < 1e-6, "\(name)")
    }
  }

  @Test("closeness in the largest part, undirected", arguments: ClassicNetwork.all)
  func closeness(_ network: ClassicNetwork) {
    let part = network.largestPart
    let scores = network.graph.undirected().subgraph(of: part).closeness()
    var compared = 0
    for (place, v) in part.enumerated() {
      guard let expected = network.values[network.nodes[v]]?["closeness_undirected"] else { continue }
      #expect(abs(scores.values[place] - expected) < 1e-6, "\(network.nodes[v])")
      compared += 1
    }
    #expect(compared == part.count)
  }

  @Test("diameter and mean distance of the largest part, undirected", arguments: ClassicNetwork.all)
  func distances(_ network: ClassicNetwork) throws {
    let summary = network.graph.undirected().subgraph(of: network.largestPart).distanceSummary()
    let mean = try #require(network.statistics["average_path_length_largest_component_undirected"])
    #expect(summary.diameter == network.statistics["diameter_largest_component_undirected"])
    #expect(abs(try #require(summary.meanDistance) - mean) < 1e-6)
    #expect(summary.isConnected)
  }
}
