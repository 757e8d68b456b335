import Foundation
import GraphCore
import GraphMeasures
import Testing

/// Path measures on classic networks against what networkx 3.6.1 and igraph 1.0.0 found alike, to six decimals.
@Suite(.enabled(if: SharedData.folder != nil, Comment(rawValue: SharedData.absence)))
struct PathMeasureConformanceTests {
  private func network(_ name: String) throws -> ClassicNetwork {
    try ClassicNetwork(#require(SharedData.folder("classic/\(name)")))
  }

  /// The nodes of the largest part of the undirected graph, ascending.
  private func largestPart(of graph: Graph) -> [Int] {
    graph.components().members().max { $0.count < $1.count } ?? []
  }

  @Test("betweenness", arguments: ClassicNetwork.all)
  func betweenness(name: String) throws {
    let network = try network(name)
    let scores = network.graph.betweenness(scale: .count)
    for (v, node) in network.names.enumerated() {
      let expected = try #require(network.nodes[v]["betweenness"])
      #expect(abs(scores.values[v] - expected) < 1e-6, "\(node)")
    }
  }

  @Test("closeness in the largest part, undirected", arguments: ClassicNetwork.all)
  func closeness(name: String) throws {
    let network = try network(name)
    let part = largestPart(of: network.graph)
    let scores = network.graph.undirected().subgraph(of: part).closeness()
    var compared = 0
    for (place, v) in part.enumerated() {
      guard let expected = network.nodes[v]["closeness_undirected"] else { continue }
      #expect(abs(scores.values[place] - expected) < 1e-6, "\(network.names[v])")
      compared += 1
    }
    #expect(compared == part.count)
  }

  @Test("diameter and mean distance of the largest part, undirected", arguments: ClassicNetwork.all)
  func distances(name: String) throws {
    let network = try network(name)
    let summary = network.graph.undirected().subgraph(of: largestPart(of: network.graph)).distanceSummary()
    let mean = try #require(network.statistics["average_path_length_largest_component_undirected"])
    #expect(summary.diameter == network.statistics["diameter_largest_component_undirected"])
    #expect(abs(try #require(summary.meanDistance) - mean) < 1e-6)
    #expect(summary.isConnected)
  }
}
