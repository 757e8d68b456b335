import Foundation
import GraphCore

/// Graphs too large to store, with the modularity that igraph reaches on them, from `Scripts/reference-values.py`.
struct DrawnGraphs: Decodable {
  /// The version of the library.
  let igraph: String
  let graphs: [Drawn]

  struct Drawn: Decodable, Sendable, CustomStringConvertible {
    let name: String
    /// Nodes, ties, groups, how many of ten ties stay within their group, the largest weight, seed.
    let drawing: [Int]
    /// Once parallel ties are merged and loops left out.
    let edges: Int
    /// The best modularity of ten seeds with igraph's two iterations.
    let twoIterations: Double
    /// The same with as many iterations as gain anything.
    let untilStable: Double

    var description: String { name }

    /// Drawn as `drawn` of the script does; the group of node v is v mod groups.
    var graph: Graph {
      let (nodes, ties, groups) = (drawing[0], drawing[1], drawing[2])
      var random = SplitMix64(seed: UInt64(drawing[5]))
      var edges: [(Int, Int, Double)] = []
      for _ in 0..<ties {
        let source = random.below(nodes)
        let isWithin = random.below(10) < drawing[3]
        let target = isWithin ? source % groups + groups * random.below(nodes / groups) : random.below(nodes)
        edges.append((source, target, Double(1 + random.below(drawing[4]))))
      }
      return drawing[4] == 1
        ? Graph(nodeCount: nodes, edges: edges.map { ($0.0, $0.1) }) : Graph(nodeCount: nodes, weightedEdges: edges)
    }
  }

  init() throws {
    guard let file = Bundle.module.url(forResource: "communities", withExtension: "json", subdirectory: "Fixtures")
    else { throw CocoaError(.fileNoSuchFile) }
    self = try JSONDecoder().decode(DrawnGraphs.self, from: Data(contentsOf: file))
  }
}
