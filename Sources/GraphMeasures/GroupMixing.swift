import GraphCore

/// How the edges of a graph run within and between groups of its nodes.
///
/// Nodes without a group are left out, and the edges at them.
public struct GroupMixing: Sendable, Hashable {
  public let isDirected: Bool
  /// The number of nodes in every group; a group may be empty.
  public let sizes: [Int]
  /// The arcs that leave every group; in an undirected graph the ends of edges in it.
  let outEnds: [Int]
  /// The arcs that enter every group; in an undirected graph the ends of edges in it.
  let inEnds: [Int]
  /// Only the pairs of groups that have an edge: a table of thousands of sectors shall not need their square.
  private let counts: [GroupPair: Int]

  private struct GroupPair: Sendable, Hashable {
    let source: Int
    let target: Int
  }

  public var groupCount: Int { sizes.count }

  /// The edges whose two ends have a group.
  public var edgeCount: Int {
    let arcs = outEnds.reduce(0, +)
    return isDirected ? arcs : arcs / 2
  }

  /// The edges within groups.
  public var internalEdges: Int { sizes.indices.reduce(0) { $0 + edges(from: $1, to: $1) } }

  /// The edges between groups.
  public var externalEdges: Int { edgeCount - internalEdges }

  /// The edges between groups `a` and `b`, each once; in a directed graph the arcs from `a` to `b`.
  public func edges(from a: Int, to b: Int) -> Int {
    let pair = isDirected ? GroupPair(source: a, target: b) : GroupPair(source: min(a, b), target: max(a, b))
    return counts[pair] ?? 0
  }

  /// The edges that the nodes of groups `a` and `b` could have: pairs of nodes, in a directed graph from `a` to `b`.
  public func possibleEdges(from a: Int, to b: Int) -> Int {
    if a != b { return sizes[a] * sizes[b] }
    return isDirected ? sizes[a] * (sizes[a] - 1) : sizes[a] * (sizes[a] - 1) / 2
  }

  /// The edges to expect if every node kept its degree and the edges were drawn at random.
  ///
  ///     undirected  k(a) k(b) / 2m, within one group k(a)² / 4m        directed  k_out(a) k_in(b) / m
  ///
  /// with k(a) the ends of edges in group `a`. Over all pairs of groups they add up to m.
  ///
  /// - Returns: nil without edges.
  /// - Reference: M. E. J. Newman, “Modularity and community structure in networks”, 2006,
  ///   doi:10.1073/pnas.0601602103 (the configuration model).
  public func expectedEdges(from a: Int, to b: Int) -> Double? {
    let m = Double(edgeCount)
    guard m > 0 else { return nil }
    let product = Double(outEnds[a]) * Double(inEnds[b])
    if isDirected { return product / m }
    return a == b ? product / (4 * m) : product / (2 * m)
  }

  fileprivate init(_ graph: Graph, groups: [Int?]) {
    let groupCount = (groups.lazy.compactMap { $0 }.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: groupCount)
    var outEnds = sizes
    var inEnds = sizes
    var counts: [GroupPair: Int] = [:]
    for case let group? in groups { sizes[group] += 1 }
    for v in 0..<graph.nodeCount {
      guard let a = groups[v] else { continue }
      for w in graph.neighbors(of: v) {
        guard let b = groups[Int(w)] else { continue }
        outEnds[a] += 1
        inEnds[b] += 1
        // An undirected edge is met from both ends and shall count once.
        if !graph.isDirected && v > Int(w) { continue }
        let pair = graph.isDirected || a <= b ? GroupPair(source: a, target: b) : GroupPair(source: b, target: a)
        counts[pair, default: 0] += 1
      }
    }
    self.isDirected = graph.isDirected
    self.sizes = sizes
    self.outEnds = outEnds
    self.inEnds = inEnds
    self.counts = counts
  }
}

extension Graph {
  /// Counts the edges within and between groups.
  ///
  /// - Parameter groups: the group of every node, 0 or more without large gaps, or nil for a node without one.
  /// - Complexity: O(n + m).
  public func mixing(of groups: [Int?]) -> GroupMixing {
    precondition(groups.count == nodeCount, "every node has a group or nil")
    return GroupMixing(self, groups: groups)
  }
}
