import GraphCore

@testable import GraphMeasures

/// What a measure says of a graph, in a form that can be carried over to another numbering of the nodes.
enum Reading: Sendable {
  /// Numbers of the whole graph; NaN where not defined.
  case whole([Double])
  /// A number for every node; NaN where not defined.
  case perNode([Double])
  /// A number for every edge, in the order of `Graph.edges`.
  case perEdge([Double])
  /// Sets of nodes, in no order.
  case sets([[Int]])
  /// A set of nodes for every node.
  case setPerNode([[Int]])

  static func number(_ value: Double?) -> Reading { .whole([value ?? .nan]) }
  static func nodes(_ scores: NodeScores) -> Reading { .perNode(scores.values) }
  static func nodes(_ counts: [Int]) -> Reading { .perNode(counts.map(Double.init)) }

  func agrees(with other: Reading, relative: Double = 1e-9) -> Bool {
    switch (self, other) {
    case (.whole(let a), .whole(let b)), (.perNode(let a), .perNode(let b)), (.perEdge(let a), .perEdge(let b)):
      GraphMeasuresTests.agree(a, b, relative: relative)
    case (.sets(let a), .sets(let b)): Self.sorted(a) == Self.sorted(b)
    case (.setPerNode(let a), .setPerNode(let b)): a.map { $0.sorted() } == b.map { $0.sorted() }
    default: false
    }
  }

  /// Whether two readings have the same bits; numbers that are not defined are alike.
  func isIdentical(to other: Reading) -> Bool {
    switch (self, other) {
    case (.whole(let a), .whole(let b)), (.perNode(let a), .perNode(let b)), (.perEdge(let a), .perEdge(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
    case (.sets(let a), .sets(let b)), (.setPerNode(let a), .setPerNode(let b)): a == b
    default: false
    }
  }

  /// What the same measure has to say of the graph whose node `v` is called `newNumbers[v]`.
  func renumbered(_ newNumbers: [Int], from old: Graph, to new: Graph) -> Reading {
    func inNewOrder<Value>(_ values: [Value]) -> [Value] {
      values.indices.sorted { newNumbers[$0] < newNumbers[$1] }.map { values[$0] }
    }
    switch self {
    case .whole: return self
    case .perNode(let values): return .perNode(inNewOrder(values))
    case .perEdge(let values):
      var byEnds: [[Int]: Double] = [:]
      for (edge, value) in zip(old.edges, values) {
        let ends = [newNumbers[edge.source], newNumbers[edge.target]]
        byEnds[old.isDirected ? ends : ends.sorted()] = value
      }
      return .perEdge(new.edges.map { byEnds[[$0.source, $0.target]]! })
    case .sets(let sets): return .sets(sets.map { $0.map { newNumbers[$0] } })
    case .setPerNode(let sets): return .setPerNode(inNewOrder(sets.map { $0.map { newNumbers[$0] } }))
    }
  }

  private static func sorted(_ sets: [[Int]]) -> [[Int]] {
    sets.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
