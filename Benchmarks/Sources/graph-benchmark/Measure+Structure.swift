import GraphCore
import GraphMeasures

extension Measure {
  /// Measures of structure, communities and walks.
  ///
  /// Iterations that do not converge end the program: a time for half an answer would mislead.
  static let structure: [String: Measure] = [
    "components": Measure { graph, _ in graph.components().count },
    "strongComponents": Measure(prepare: { $0.asArcs() }) { graph, _ in graph.strongComponents().count },
    "articulation": Measure { graph, _ in graph.biconnectivity().cutNodes.count },
    "bridges": Measure { graph, _ in graph.biconnectivity().bridges.count },
    "biconnected": Measure { graph, _ in graph.biconnectivity().components().count },
    "biconnectivity": Measure { graph, _ in
      let found = graph.biconnectivity()
      return "\(found.cutNodes.count) \(found.bridges.count) \(found.components().count)"
    },
    "kcore": Measure { graph, _ in NodeScores(values: graph.coreNumbers().map(Double.init)) },
    "triangles": Measure { graph, _ in graph.triangles().count },
    "clustering": Measure { graph, _ in graph.localClustering() },
    "constraint": Measure { graph, _ in graph.structuralHoles().constraint },
    "constraint-weighted": Measure(prepare: { $0.withEvenWeights() }) { graph, _ in
      graph.structuralHoles().constraint
    },
    "pagerank": Measure { graph, _ in try! graph.pageRank() },
    "pagerank-directed": Measure(prepare: { $0.asArcs() }) { graph, _ in try! graph.pageRank() },
    "eigenvector": Measure { graph, _ in try! graph.eigenvectorCentrality() },
    "katz": Measure { graph, _ in try! graph.katzCentrality() },
    "leiden": Measure { graph, _ in
      let found = graph.communities()
      return "Q=\(found.modularity ?? .nan) k=\(found.count)"
    },
    // One call of ours, for ten of another library's.
    "leiden-best-of-ten": Measure { graph, _ in
      let found = graph.communities()
      return "Q=\(found.modularity ?? .nan) k=\(found.count)"
    },
    "leiden-weighted": Measure(prepare: { $0.withEvenWeights() }) { graph, _ in
      let found = graph.communities()
      return "Q=\(found.modularity ?? .nan) k=\(found.count)"
    },
  ]
}
