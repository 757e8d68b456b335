import GraphCore

/// How the edges of a graph run within and between groups of its nodes.
///
/// Nodes without a group are left out, and the edges at them.
public struct GroupMixing: Sendable, Hashable {
  public let isDirected: Bool
  /// The number of nodes in every group; a group may be empty.
  public let sizes: [Int]
  private let counts: [Int]

  init(isDirected: Bool, sizes: [Int], counts: [Int]) {
    self.isDirected = isDirected
    self.sizes = sizes
    self.counts = counts
  }

  public var groupCount: Int { sizes.count }

  /// The edges between groups `a` and `b`, each once; in a directed graph the arcs from `a` to `b`.
  public func edges(from a: Int, to b: Int) -> Int { counts[a * groupCount + b] }

  /// The edges whose two ends have a group.
  public var edgeCount: Int { internalEdges + externalEdges }

  /// The edges within groups.
  public var internalEdges: Int { sizes.indices.reduce(0) { $0 + edges(from: $1, to: $1) } }

  /// The edges between groups.
  public var externalEdges: Int {
    let between = counts.reduce(0, +) - internalEdges
    return isDirected ? between : between / 2
  }

  /// The edges that the nodes of groups `a` and `b` could have: pairs of nodes, in a directed graph ordered from `a` to `b`.
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
    if isDirected { return Double(outEnds(of: a)) * Double(inEnds(of: b)) / m }
    let product = Double(outEnds(of: a)) * Double(outEnds(of: b))
    return a == b ? product / (4 * m) : product / (2 * m)
  }

  /// The arcs that leave group `a`; in an undirected graph the ends of edges in it.
  func outEnds(of a: Int) -> Int {
    let row = (0..<groupCount).reduce(0) { $0 + edges(from: a, to: $1) }
    return isDirected ? row : row + edges(from: a, to: a)
  }

  /// The arcs that enter group `a`; in an undirected graph the ends of edges in it.
  func inEnds(of a: Int) -> Int {
    isDirected ? (0..<groupCount).reduce(0) { $0 + edges(from: $1, to: a) } : outEnds(of: a)
  }
}

extension Graph {
  /// Counts the edges within and between groups.
  ///
  /// - Parameter groups: the group of every node, 0 or more, or nil for a node without one.
  /// - Complexity: O(n + m + g²) for g groups.
  public func mixing(of groups: [Int?]) -> GroupMixing {
    precondition(groups.count == nodeCount, "every node has a group or nil")
    let groupCount = (groups.lazy.compactMap { $0 }.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: groupCount)
    for case let group? in groups { sizes[group] += 1 }
    var counts = [Int](repeating: 0, count: groupCount * groupCount)
    for v in 0..<nodeCount {
      guard let a = groups[v] else { continue }
      for w in neighbors(of: v) {
        // Undirected edges within a group are met from both ends and shall count once.
        guard let b = groups[Int(w)], isDirected || a != b || v < Int(w) else { continue }
        counts[a * groupCount + b] += 1
      }
    }
    return GroupMixing(isDirected: isDirected, sizes: sizes, counts: counts)
  }
}
