import Foundation
import GraphCore

/// A classic network of the shared data with the numbers that networkx and igraph agree on.
struct ClassicNetwork {
  let names: [String]
  /// Unweighted, with the direction of the data.
  let graph: Graph
  let statistics: [String: Double]
  /// By node; a number that is not defined is absent.
  let nodes: [[String: Double]]

  static let all = [
    "borgatti_campnet", "davis_southern_women", "florentine_business", "florentine_marriage",
    "galaskiewicz_ceos_clubs", "krackhardt_hightech_advice", "krackhardt_hightech_friends",
    "krackhardt_hightech_reports", "lazega_advice", "lazega_cowork", "lazega_friends", "les_miserables",
  ]

  init(_ folder: URL) throws {
    let names = try Self.rows(folder.appending(path: "nodes.csv")).map { $0[0] }
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let edges = try Self.rows(folder.appending(path: "edges.csv")).map { (number[$0[0]]!, number[$0[1]]!) }
    struct Expected: Decodable {
      let statistics: [String: Number]
      let nodes: [String: [String: Double]]
    }
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    self.names = names
    graph = Graph(nodeCount: names.count, edges: edges, isDirected: expected.statistics["directed"]?.value == 1)
    statistics = expected.statistics.compactMapValues(\.value)
    nodes = names.map { expected.nodes[$0]! }
  }

  /// A number, or yes and no as 1 and 0; nil for a remark.
  private struct Number: Decodable {
    let value: Double?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        value = flag ? 1 : 0
      } else {
        value = try? container.decode(Double.self)
      }
    }
  }

  /// The fields of a CSV file without its header; the classic networks need no quotes.
  private static func rows(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
