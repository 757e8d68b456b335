import Foundation
import GraphCore

/// The pairs of names in a CSV file with a header, numbered in the order they come.
struct EdgeFile {
  private(set) var names: [String] = []
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []

  init(path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    var number: [String: UInt32] = [:]
    for line in data.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ","))
      guard fields.count >= 2 else { continue }
      for (field, isSource) in [(fields[0], true), (fields[1], false)] {
        let name = String(decoding: field, as: UTF8.self)
        let node = number[name] ?? UInt32(names.count)
        if node == names.count {
          number[name] = node
          names.append(name)
        }
        if isSource { sources.append(node) } else { targets.append(node) }
      }
    }
  }

  func graph() -> Graph {
    var builder = GraphBuilder(nodeCount: names.count, isDirected: false, isWeighted: false)
    builder.reserveCapacity(sources.count)
    for edge in sources.indices { builder.add(sources[edge], targets[edge]) }
    return builder.graph()
  }
}
