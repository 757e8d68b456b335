import GraphCore
import GraphMeasures

/// The measures by the names that `compare-peers.py` knows them by.
///
/// A value is checksummed by its type: scores of nodes, a count, a number, else its description.
struct Measure: Sendable {
  /// Makes the graph to measure of the one that was read; not timed.
  var prepare: @Sendable (Graph) -> Graph = { $0 }
  let body: @Sendable (_ graph: Graph, _ threads: Int) -> Any

  static let all: [String: Measure] = paths.merging(structure) { path, _ in path }

  /// Measures that rest on shortest paths.
  static let paths: [String: Measure] = [
    "closeness": Measure { $0.closeness(threads: $1) },
    "harmonic": Measure { NodeScores(values: $0.distanceProfile(threads: $1).inverseTotal) },
    "closeness-and-harmonic": Measure { graph, threads in
      let profile = graph.distanceProfile(threads: threads)
      _ = profile.harmonicCloseness
      return profile.closeness
    },
    "closeness-weighted": Measure(prepare: { $0.withEvenWeights() }) {
      $0.closeness(pathLength: .inverseWeight, threads: $1)
    },
    "closeness-weighted-uneven": Measure(prepare: { $0.withUnevenWeights() }) {
      $0.closeness(pathLength: .inverseWeight, threads: $1)
    },
    "closeness-directed": Measure(prepare: { $0.asArcs() }) { $0.closeness(threads: $1) },
    "betweenness": Measure { $0.betweenness(scale: .count, threads: $1) },
    "betweenness-weighted": Measure(prepare: { $0.withEvenWeights() }) {
      $0.betweenness(pathLength: .inverseWeight, scale: .count, threads: $1)
    },
    "betweenness-weighted-8": Measure(prepare: { $0.withEvenWeights(upTo: 8) }) {
      $0.betweenness(pathLength: .inverseWeight, scale: .count, threads: $1)
    },
    "betweenness-directed": Measure(prepare: { $0.asArcs() }) { $0.betweenness(scale: .count, threads: $1) },
    "betweenness-estimate-0.01": Measure {
      $0.estimatedBetweenness(scale: .count, epsilon: 0.01, threads: $1).scores
    },
    "betweenness-estimate-0.001": Measure {
      $0.estimatedBetweenness(scale: .count, epsilon: 0.001, threads: $1).scores
    },
    "edge-betweenness": Measure { $0.edgeBetweenness(scale: .count, threads: $1).reduce(0, +) },
    "diameter": Measure { $0.diameter(threads: $1) ?? 0 },
  ]
}

extension Graph {
  /// The same edges, each with a whole weight that depends on its ends.
  func withEvenWeights(upTo most: Int = 4) -> Graph {
    Graph(
      nodeCount: nodeCount,
      weightedEdges: edges.map { ($0.source, $0.target, Double(1 + ($0.source &* 7 &+ $0.target) % most)) })
  }

  /// The same edges, each with a weight that depends on its ends and is mostly not whole.
  func withUnevenWeights() -> Graph {
    Graph(
      nodeCount: nodeCount,
      weightedEdges: edges.map { ($0.source, $0.target, 1 + Double(($0.source &* 7 &+ $0.target) % 97) / 7) })
  }

  /// The same edges as arcs from the smaller to the larger number, every third returned.
  func asArcs() -> Graph {
    let arcs = edges.flatMap { edge in
      (edge.source + edge.target) % 3 == 0
        ? [(edge.source, edge.target), (edge.target, edge.source)] : [(edge.source, edge.target)]
    }
    return Graph(nodeCount: nodeCount, edges: arcs, isDirected: true)
  }
}
