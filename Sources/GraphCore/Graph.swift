/// A graph of the nodes 0 ..< nodeCount.
///
/// Self-loops are left out and parallel edges merged (their weights add), so every measure meets a simple graph.
/// The rows depend on the edges alone, never on the order they came in.
///
///     let path = Graph(nodeCount: 3, edges: [(0, 1), (1, 2)])
///     path.edgeCount          // 2
///     path.neighbors(of: 1)   // [0, 2]
///
/// - Undirected: every edge stands in the rows of both its ends; `incoming` is `outgoing`.
/// - Directed: `outgoing` holds the arcs by source, `incoming` by target.
/// - Limits: fewer than 2³² nodes and 2³² arcs.
public struct Graph: Sendable, Hashable {
  public let isDirected: Bool
  public let outgoing: SparseRows
  public let incoming: SparseRows

  public var nodeCount: Int { outgoing.nodeCount }

  /// Edges of an undirected graph, arcs of a directed one.
  public var edgeCount: Int { isDirected ? outgoing.arcCount : outgoing.arcCount / 2 }

  /// Whether any edge has a weight of its own; otherwise each weighs 1.
  public var isWeighted: Bool { outgoing.weights != nil }

  init(isDirected: Bool, outgoing: SparseRows, incoming: SparseRows) {
    self.isDirected = isDirected
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// A graph in which every edge weighs 1.
  public init(nodeCount: Int, edges: some Sequence<(Int, Int)>, isDirected: Bool = false) {
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: isDirected, isWeighted: false)
    for (source, target) in edges { builder.add(UInt32(source), UInt32(target)) }
    self = builder.graph()
  }

  /// A weighted graph; the weights of parallel edges add.
  ///
  /// - Precondition: every weight is positive and finite.
  public init(nodeCount: Int, weightedEdges: some Sequence<(Int, Int, Double)>, isDirected: Bool = false) {
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: isDirected, isWeighted: true)
    for (source, target, weight) in weightedEdges { builder.add(UInt32(source), UInt32(target), weight: weight) }
    self = builder.graph()
  }

  /// The nodes that an edge of `v` leads to, ascending.
  public func neighbors(of v: Int) -> ArraySlice<UInt32> { outgoing.targets[outgoing.range(of: v)] }

  /// Whether there is an edge from `v` to `w`.
  public func hasEdge(from v: Int, to w: Int) -> Bool { outgoing.position(of: w, in: v) != nil }

  /// The weight of the edge from `v` to `w`; nil where there is none.
  public func weight(from v: Int, to w: Int) -> Double? {
    outgoing.position(of: w, in: v).map { outgoing.weights?[$0] ?? 1 }
  }

  /// Every edge once: in an undirected graph with `source < target`, ordered by source, then target.
  public var edges: [(source: Int, target: Int, weight: Double)] {
    var list: [(source: Int, target: Int, weight: Double)] = []
    list.reserveCapacity(edgeCount)
    for v in 0..<nodeCount {
      for arc in outgoing.range(of: v) {
        let w = Int(outgoing.targets[arc])
        if isDirected || v < w { list.append((v, w, outgoing.weights?[arc] ?? 1)) }
      }
    }
    return list
  }
}
