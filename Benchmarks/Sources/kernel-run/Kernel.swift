import GraphCore
import GraphMeasures

/// The four loops that most measures spend their time in.
enum Kernel: String, CaseIterable {
  /// Counting shortest paths, many searches side by side.
  case betweenness
  /// Distances, a bit for every search.
  case closeness
  /// The listing of triangles.
  case constraint
  /// Leiden.
  case communities

  /// A graph on which the kernel takes some hundred million instructions: seconds under callgrind.
  func graph() -> Graph {
    switch self {
    case .betweenness: .recursive(nodeBits: 12, edgeCount: 24_000)
    case .closeness: .recursive(nodeBits: 14, edgeCount: 80_000)
    case .constraint: .recursive(nodeBits: 15, edgeCount: 250_000)
    case .communities: .recursive(nodeBits: 14, edgeCount: 80_000)
    }
  }

  /// A number that depends on the whole result, so that nothing of the work can be left out.
  func run(on graph: Graph) -> Double {
    switch self {
    case .betweenness: return graph.betweenness(scale: .count).values.reduce(0, +)
    case .closeness:
      let profile = graph.distanceProfile()
      return (profile.closeness.values + profile.harmonicCloseness.values).reduce(0, +)
    case .constraint:
      let holes = graph.structuralHoles()
      return (holes.constraint.values + holes.effectiveSize.values).reduce(0) { $0 + ($1.isNaN ? 0 : $1) }
    case .communities: return graph.communities().modularity ?? .nan
    }
  }
}

extension Graph {
  /// Every edge falls into a quarter of the matrix with chances of .57 .19 .19 .05, into a quarter of that, and so on:
  /// hubs, leaves, isolates and a dense core.
  ///
  /// - Reference: D. Chakrabarti, Y. Zhan, C. Faloutsos, “R-MAT: a recursive model for graph mining”, 2004,
  ///   doi:10.1137/1.9781611972740.43.
  fileprivate static func recursive(nodeBits: Int, edgeCount: Int) -> Graph {
    var random = SplitMix64(seed: 1)
    let edges = (0..<edgeCount).map { _ in
      var source = 0
      var target = 0
      for _ in 0..<nodeBits {
        let chance = random.unit()
        source = 2 * source + (chance < 0.76 ? 0 : 1)
        target = 2 * target + (chance < 0.57 || (chance >= 0.76 && chance < 0.95) ? 0 : 1)
      }
      return (source, target)
    }
    return Graph(nodeCount: 1 << nodeBits, edges: edges)
  }
}
