import Testing
import GraphCore

/// All shortest paths of a small graph, found by walking every path there is.
struct ShortestPathsByDefinition {
  /// `distance[s][t]`, infinite where no path leads.
  private(set) var distance: [[Double]]
  /// `paths[s][t]`: the node lists of all shortest paths from `s` to `t`.
  private(set) var paths: [[[[Int]]]]

  private let unit: Double

  /// - Precondition: the weights divide `lengthOfWeightOne` or are powers of two, so that sums of lengths are exact.
  init(of graph: Graph, pathLength: PathLength, lengthOfWeightOne unit: Double = 1) {
    self.unit = unit
    let n = graph.nodeCount
    distance = Array(repeating: Array(repeating: .infinity, count: n), count: n)
    paths = Array(repeating: Array(repeating: [], count: n), count: n)
    for s in 0..<n { walk([s], length: 0, in: graph, pathLength) }
  }

  private mutating func walk(_ path: [Int], length: Double, in graph: Graph, _ pathLength: PathLength) {
    let s = path.first!
    let t = path.last!
    if length < distance[s][t] {
      distance[s][t] = length
      paths[s][t] = []
    }
    if length == distance[s][t] { paths[s][t].append(path) }
    for w in 0..<graph.nodeCount where !path.contains(w) {
      guard let weight = graph.weight(from: t, to: w) else { continue }
      walk(path + [w], length: length + (pathLength == .hops ? 1 : unit / weight), in: graph, pathLength)
    }
  }

  /// Ordered pairs of different nodes.
  static func pairs(_ n: Int) -> [(Int, Int)] {
    (0..<n).flatMap { s in (0..<n).filter { $0 != s }.map { (s, $0) } }
  }
}

/// A graph and the path length to measure it with, for parameterised tests.
struct PathCase: Sendable, CustomTestStringConvertible {
  let graph: Graph
  let pathLength: PathLength

  var testDescription: String {
    "\(graph.isDirected ? "directed" : "undirected"), \(graph.nodeCount) nodes, \(pathLength)"
  }

  /// Every undirected graph of up to five nodes and every directed one of up to four, in hops and with weights.
  static func all(isDirected: Bool, nodes: Int) -> [PathCase] {
    let plain = isDirected ? SmallGraphs.directed(nodes: nodes) : SmallGraphs.undirected(nodes: nodes)
    let weighted =
      isDirected ? SmallGraphs.weightedDirected(nodes: nodes) : SmallGraphs.weightedUndirected(nodes: nodes)
    return plain.map { PathCase(graph: $0, pathLength: .hops) }
      + weighted.map { PathCase(graph: $0, pathLength: .inverseWeight) }
  }

  /// Random graphs of several kinds, for renumbering and threads.
  static func random(seed: UInt64) -> [PathCase] {
    [
      PathCase(graph: RandomGraphs.even(nodeCount: 40, edgeCount: 60, seed: seed), pathLength: .hops),
      PathCase(graph: RandomGraphs.even(nodeCount: 30, edgeCount: 70, isDirected: true, seed: seed), pathLength: .hops),
      PathCase(graph: RandomGraphs.weighted(nodeCount: 30, edgeCount: 60, seed: seed), pathLength: .inverseWeight),
      PathCase(
        graph: RandomGraphs.weighted(nodeCount: 30, edgeCount: 90, isDirected: true, seed: seed),
        pathLength: .inverseWeight),
      PathCase(graph: RandomGraphs.tree(nodeCount: 40, seed: seed), pathLength: .hops),
    ]
  }
}

/// The sizes of the small graphs: undirected up to five nodes, directed up to four.
struct SmallSize: Sendable, CustomTestStringConvertible {
  let isDirected: Bool
  let nodes: Int

  static let all =
    (1...5).map { SmallSize(isDirected: false, nodes: $0) } + (1...4).map { SmallSize(isDirected: true, nodes: $0) }

  var testDescription: String { "\(isDirected ? "directed" : "undirected"), \(nodes) nodes" }
}
