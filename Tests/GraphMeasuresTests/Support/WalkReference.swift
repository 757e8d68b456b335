import Foundation
import GraphCore

/// Directed graphs on which power iteration is slow, with what numpy finds on their dense matrices, from
/// `Scripts/reference-values.py`.
struct WalkReference: Decodable {
  /// The version of the library.
  let numpy: String
  let graphs: [Known]

  struct Known: Decodable, Sendable, CustomStringConvertible {
    let name: String
    let nodes: Int
    /// Source, target, weight.
    let edges: [[Double]]
    /// The largest eigenvalue.
    let radius: Double
    let eigenvector: [Double]
    let katz: [Double]

    var description: String { name }

    var graph: Graph {
      Graph(nodeCount: nodes, weightedEdges: edges.map { (Int($0[0]), Int($0[1]), $0[2]) }, isDirected: true)
    }
  }

  init() throws {
    guard let file = Bundle.module.url(forResource: "walks", withExtension: "json", subdirectory: "Fixtures")
    else { throw CocoaError(.fileNoSuchFile) }
    self = try JSONDecoder().decode(WalkReference.self, from: Data(contentsOf: file))
  }
}
