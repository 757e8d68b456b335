import Foundation
import GraphCore

/// A classic network with statistics computed elsewhere, from a folder that does not belong to the repository.
///
/// The folder is `REGIONET_SHARED_DATA`, or `shared/data` beside the checkout; without it the tests are skipped.
struct ClassicNetwork: Sendable, CustomStringConvertible {
  let name: String
  let nodes: [String]
  let graph: Graph
  let statistics: [String: Double]
  /// By node, by key.
  let values: [String: [String: Double]]

  var description: String { name }

  /// All networks of the folder; empty where there is none.
  static let all: [ClassicNetwork] = load()

  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["REGIONET_SHARED_DATA"] { return URL(fileURLWithPath: path) }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.deletingLastPathComponent().appendingPathComponent("shared/data")
  }()

  private static func load() -> [ClassicNetwork] {
    let classic = folder.appendingPathComponent("classic")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: classic.path) else {
      print("skipped: no classic networks at \(classic.path); set REGIONET_SHARED_DATA to compare with them")
      return []
    }
    return names.sorted().compactMap { name in
      let network = classic.appendingPathComponent(name)
      guard let expected = try? Data(contentsOf: network.appendingPathComponent("expected.json")),
        let json = try? JSONSerialization.jsonObject(with: expected) as? [String: Any],
        let statistics = json["statistics"] as? [String: Any],
        let byNode = json["nodes"] as? [String: [String: Any]],
        let nodes = firstColumns(of: network.appendingPathComponent("nodes.csv"), count: 1),
        let ties = firstColumns(of: network.appendingPathComponent("edges.csv"), count: 2)
      else { return nil }
      let number = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1[0], $0) })
      let isDirected = statistics["directed"] as? Bool ?? false
      return ClassicNetwork(
        name: name, nodes: nodes.map { $0[0] },
        graph: Graph(
          nodeCount: nodes.count, edges: ties.map { (number[$0[0]]!, number[$0[1]]!) }, isDirected: isDirected),
        statistics: statistics.compactMapValues { $0 as? Double },
        values: byNode.mapValues { $0.compactMapValues { $0 as? Double } })
    }
  }

  /// The first fields of every line but the header; the files have no quotes in these.
  private static func firstColumns(of file: URL, count: Int) -> [[String]]? {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).prefix(count).map(String.init)
    }
  }

  /// The nodes of the largest part of the undirected graph, ascending.
  var largestPart: [Int] {
    let undirected = graph.undirected()
    let parts = (0..<nodes.count).map { v in
      (0..<nodes.count).filter { undirected.distances(from: v)[$0] < .infinity }
    }
    return parts.max { $0.count < $1.count } ?? []
  }
}
