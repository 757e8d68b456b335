import GraphCore

/// Which way the paths run that a node's distances are taken along; the same in undirected graphs.
public enum PathDirection: String, Sendable, Hashable, CaseIterable {
  /// From the other nodes to the node: who is quickly reached.
  case toNode
  /// From the node to the others: who quickly reaches.
  case fromNode
}

/// What the distances between a node and all others come to, for every node.
///
/// One pass over the graph yields all measures that rest on distances:
///
///     let profile = graph.distanceProfile()
///     profile.closeness     // [NodeScores]
///     profile.diameter      // of the whole graph
public struct DistanceProfile: Sendable, Hashable {
  /// How many other nodes a path joins the node with.
  public let reached: [Int]
  /// The sum of the distances to those, Σ d.
  public let total: [Double]
  /// The sum of their inverses, Σ 1/d.
  public let inverseTotal: [Double]
  /// The greatest of the distances; 0 where no other node is reached.
  public let greatest: [Double]

  public var nodeCount: Int { reached.count }

  /// Pairs of nodes that a path joins, each order counted, so an undirected pair twice.
  public var joinedPairs: Int { reached.reduce(0, +) }

  /// Whether a path leads from every node to every other; a graph of one node is connected, an empty one is not.
  public var isConnected: Bool { nodeCount > 0 && reached.allSatisfy { $0 == nodeCount - 1 } }
}

extension Graph {
  /// The distances of every node from or to all others, summed up.
  ///
  /// - Parameters:
  ///   - pathLength: hops, or 1/weight an edge.
  ///   - direction: from the others to the node, or from the node to the others.
  ///   - threads: at most so many threads; the result has the same bits with any number.
  ///   - progress: told from time to time how much is done.
  /// - Complexity: O(n·m) for hops, for weights as for n searches of Dijkstra's, mostly an eighth of that; O(n + m) space,
  ///   at most 128 MiB or 100 bytes a node for each thread.
  public func distanceProfile(
    pathLength: PathLength = .hops, direction: PathDirection = .toNode, threads: Int = 1,
    progress: ProgressHandler? = nil
  ) -> DistanceProfile {
    let rows = direction == .toNode ? incoming : outgoing
    if pathLength == .hops || !isWeighted { return hopProfile(along: rows, threads: threads, progress: progress) }
    let reverse = direction == .toNode ? outgoing : incoming
    let lengths = ArcLengths(of: reverse)
    return LengthProfile<SIMD8<UInt64>>(of: self, along: reverse, lengths: lengths)?
      .run(threads: threads, progress: progress)
      ?? weightedProfile(along: rows, threads: threads, progress: progress)
  }
}
