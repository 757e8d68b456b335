import Foundation
import GraphCore
import GraphMeasures
import Testing

/// The structure of twelve classic networks, as networkx 3.6.1 and igraph 1.0.0 agree on it (six decimals).
@Suite(.enabled(if: SharedData.folder != nil, Comment(rawValue: SharedData.absence)))
struct ClassicStructureTests {
  private func network(_ name: String) throws -> ClassicNetwork {
    try ClassicNetwork(#require(SharedData.folder("classic/\(name)")))
  }

  @Test("statistics of the whole network agree", arguments: ClassicNetwork.all)
  func statistics(name: String) throws {
    let network = try network(name)
    let graph = network.graph
    let undirected = graph.undirected()
    #expect(Double(graph.nodeCount) == network.statistics["nodes"])
    #expect(Double(graph.edgeCount) == network.statistics["ties"])
    expect(graph.density(), network.statistics["density"])
    #expect(Double(graph.components().count) == network.statistics["components"])
    #expect(graph.components().sizes.max().map(Double.init) == network.statistics["largest_component"])
    expect(graph.transitivity(), network.statistics["transitivity_undirected"])
    expect(undirected.averageClustering(), network.statistics["average_clustering_undirected"])
    expect(graph.reciprocity(), network.statistics["reciprocity"])
  }

  @Test("scores of the nodes agree", arguments: ClassicNetwork.all)
  func nodes(name: String) throws {
    let network = try network(name)
    let graph = network.graph.undirected()
    let degrees = network.graph.degrees()
    let cores = graph.coreNumbers()
    let constraint = graph.constraint()
    for (v, expected) in network.nodes.enumerated() {
      #expect(Double(degrees[v]) == expected["degree"])
      #expect(Double(cores[v]) == expected["coreness"])
      expect(constraint[v], expected["burt_constraint_undirected"])
      if network.graph.isDirected {
        #expect(Double(network.graph.inDegrees()[v]) == expected["indegree"])
        #expect(Double(network.graph.outDegrees()[v]) == expected["outdegree"])
      }
    }
  }

  @Test("eigenvector centrality agrees", arguments: ClassicNetwork.all)
  func eigenvector(name: String) throws {
    let network = try network(name)
    let scores = try network.graph.undirected().eigenvectorCentrality()
    let largest = try #require(scores.values.max())
    for (v, expected) in network.nodes.enumerated() {
      // Left out by the peers for isolates, which we score 0.
      guard let value = expected["eigenvector_undirected_max1"] else { continue }
      expect(scores[v].map { $0 / largest }, value)
    }
  }

  private func expect(_ value: Double?, _ expected: Double?, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let value, let expected else {
      #expect(value == expected, sourceLocation: sourceLocation)
      return
    }
    #expect(abs(value - expected) < 2e-6, sourceLocation: sourceLocation)
  }
}
