import GraphCore
import GraphMeasures
import Testing

/// Measures of structure on classic networks against what networkx 3.6.1 and igraph 1.0.0 found alike, to six decimals.
@Suite(.enabled(if: !ClassicNetwork.all.isEmpty, "no classic networks beside the checkout"))
struct StructureConformanceTests {
  @Test("statistics of the whole network", arguments: ClassicNetwork.all)
  func statistics(_ network: ClassicNetwork) {
    let graph = network.graph
    let expected = network.statistics
    #expect(Double(graph.nodeCount) == expected["nodes"] && Double(graph.edgeCount) == expected["ties"])
    #expect(Double(graph.components().count) == expected["components"])
    #expect(graph.components().sizes.max().map(Double.init) == expected["largest_component"])
    expectEqual(graph.density(), expected["density"])
    expectEqual(graph.transitivity(), expected["transitivity_undirected"])
    expectEqual(graph.averageClustering(), expected["average_clustering_undirected"])
    expectEqual(graph.reciprocity(), expected["reciprocity"])
  }

  @Test("scores of the nodes", arguments: ClassicNetwork.all)
  func nodes(_ network: ClassicNetwork) throws {
    let graph = network.graph
    let undirected = graph.undirected()
    let degrees = graph.degrees()
    let cores = undirected.coreNumbers()
    let constraint = undirected.constraint()
    for (v, name) in network.nodes.enumerated() {
      let expected = try #require(network.values[name])
      #expect(Double(degrees[v]) == expected["degree"], "\(name)")
      #expect(Double(cores[v]) == expected["coreness"], "\(name)")
      expectEqual(constraint[v], expected["burt_constraint_undirected"])
      guard graph.isDirected else { continue }
      #expect(Double(graph.inDegrees()[v]) == expected["indegree"], "\(name)")
      #expect(Double(graph.outDegrees()[v]) == expected["outdegree"], "\(name)")
    }
  }

  @Test("eigenvector centrality over its largest value", arguments: ClassicNetwork.all)
  func eigenvector(_ network: ClassicNetwork) throws {
    let scores = try network.graph.undirected().eigenvectorCentrality()
    let largest = try #require(scores.values.max())
    var compared = 0
    for (v, name) in network.nodes.enumerated() {
      // The files leave out nodes outside the largest part, which score 0 here.
      guard let expected = network.values[name]?["eigenvector_undirected_max1"] else {
        #expect(scores[v] == 0, "\(name)")
        continue
      }
      expectEqual(scores[v].map { $0 / largest }, expected)
      compared += 1
    }
    #expect(compared == network.largestPart.count)
  }

  private func expectEqual(_ value: Double?, _ expected: Double?, at location: SourceLocation = #_sourceLocation) {
    guard let value, let expected else {
      #expect(value == expected, sourceLocation: location)
      return
    }
    #expect(abs(value - expected) < 1e-6, sourceLocation: location)
  }
}
