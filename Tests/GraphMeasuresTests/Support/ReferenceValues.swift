import Foundation
import GraphCore

/// What networkx and igraph found on small graphs, written by `Scripts/reference-values.py`.
struct ReferenceValues: Sendable {
  /// The versions of the libraries that found the values.
  let networkx: String
  let igraph: String
  /// The graphs in the order of the file.
  let cases: [Case]

  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let graph: Graph
    /// The number of a node or an edge first where a measure has one for each.
    let lists: [String: [Double]]
    let numbers: [String: Double]

    var description: String { name }
    var pathLength: PathLength { graph.isWeighted ? .inverseWeight : .hops }
  }

  /// The values of one group of measures, such as `paths`.
  init(_ group: String) throws {
    let graphs = try JSONDecoder().decode([StoredGraph].self, from: Self.fixture("graphs"))
    let stored = try JSONDecoder().decode(StoredValues.self, from: Self.fixture(group))
    networkx = stored.networkx
    igraph = stored.igraph
    cases = graphs.map { graph in
      let values = stored.values[graph.name] ?? [:]
      return Case(
        name: graph.name, graph: graph.graph, lists: values.compactMapValues(\.list),
        numbers: values.compactMapValues(\.number))
    }
  }

  private static func fixture(_ name: String) throws -> Data {
    guard let file = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures") else {
      throw CocoaError(.fileNoSuchFile)
    }
    return try Data(contentsOf: file)
  }

  private struct StoredGraph: Decodable {
    let name: String
    let nodes: Int
    let directed: Bool
    let edges: [[Int]]
    let weights: [Double]?

    var graph: Graph {
      guard let weights else {
        return Graph(nodeCount: nodes, edges: edges.map { ($0[0], $0[1]) }, isDirected: directed)
      }
      return Graph(
        nodeCount: nodes, weightedEdges: zip(edges, weights).map { ($0[0], $0[1], $1) }, isDirected: directed)
    }
  }

  private struct StoredValues: Decodable {
    let networkx: String
    let igraph: String
    let values: [String: [String: StoredValue]]
  }

  private enum StoredValue: Decodable {
    case list([Double])
    case number(Double)
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        // A node without a value is null in the file and NaN here.
        self = .list(try container.decode([Double?].self).map { $0 ?? .nan })
      }
    }

    var list: [Double]? { if case .list(let list) = self { list } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
  }
}
