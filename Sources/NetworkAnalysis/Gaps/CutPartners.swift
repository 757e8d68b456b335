import GraphCore
import NetworkModel

/// A partner without whom others lose contact (an articulation point).
public struct CutPartner: Sendable, Hashable {
  /// Position in `Network.partners`.
  public let partner: Int
  /// The parts that what it holds together falls into.
  public let parts: Int
  /// Partners that no longer reach the largest of these parts.
  public let cutOff: Int
  /// F of the others.
  public let fragmentationWithout: Double
}

/// A tie that alone joins what is on its two sides.
public struct Bridge: Sendable, Hashable {
  /// Positions in `Network.partners`, the smaller first.
  public let a: Int
  public let b: Int
  /// Partners on the side of each, itself included.
  public let partnersOfA: Int
  public let partnersOfB: Int
}

/// Who and what holds the network together alone.
struct CutPoints {
  /// In dataset order.
  let partners: [CutPartner]
  /// By their partners.
  let bridges: [Bridge]

  /// - Complexity: O(partners + ties).
  init(_ graph: Graph) {
    var sweep = RemovalSweep(graph)
    sweep.run(removed: [Bool](repeating: false, count: graph.nodeCount))
    let (number, sizes) = graph.componentNumbers()
    let others = Double(graph.nodeCount - 1) * Double(graph.nodeCount - 2)
    partners = (0..<graph.nodeCount).filter { sweep.partsWithout[$0] > 1 }.map { v in
      CutPartner(
        partner: v, parts: Int(sweep.partsWithout[v]),
        cutOff: sizes[number[v]] - 1 - Int(sweep.largestPartWithout[v]),
        fragmentationWithout: 1 - Double(sweep.joinedPairsWithout[v]) / others)
    }
    bridges = sweep.bridges.map { near, far, farNodes in
      let rest = sizes[number[Int(near)]] - Int(farNodes)
      return near < far
        ? Bridge(a: Int(near), b: Int(far), partnersOfA: rest, partnersOfB: Int(farNodes))
        : Bridge(a: Int(far), b: Int(near), partnersOfA: Int(farNodes), partnersOfB: rest)
    }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
