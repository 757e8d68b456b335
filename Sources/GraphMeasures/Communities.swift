import GraphCore

/// Groups of nodes with more edges among them than at random.
public struct Communities: Sendable, Hashable {
  /// The communities, numbered by size, the largest first, and among equals by the smallest node.
  public let partition: NodePartition
  /// How good the division is; nil without edges. See ``GraphCore/Graph/modularity(of:resolution:)``.
  public let modularity: Double?

  /// The community of every node.
  public var membership: [Int] { partition.groups }
  /// The number of communities.
  public var count: Int { partition.count }
}

extension Graph {
  /// Groups of nodes with more edges among them than at random, by the Leiden method on modularity.
  ///
  /// A heuristic: finding the best modularity is NP-hard, so a better division may exist. What is certain: every
  /// community is connected, and the same seed gives the same division.
  ///
  /// - Directed graphs are taken as undirected (`Graph.undirected()`); weights count. An isolate is its own community.
  /// - Parameters:
  ///   - resolution: above 1 more and smaller communities, below 1 fewer and larger ones.
  ///   - seed: of the random order in which nodes are visited.
  /// - Complexity: O(m) a pass in practice, and some tens of passes.
  /// - Reference: V. A. Traag, L. Waltman, N. J. van Eck, “From Louvain to Leiden: guaranteeing well-connected
  ///   communities”, 2019, doi:10.1038/s41598-019-41695-z.
  public func communities(resolution: Double = 1, seed: UInt64 = 1) -> Communities {
    precondition(resolution >= 0 && resolution.isFinite, "a resolution is not negative")
    guard !isDirected else { return undirected().communities(resolution: resolution, seed: seed) }
    guard edgeCount > 0 else {
      let alone = NodePartition(labels: (0..<UInt32(nodeCount)).map { $0 })
      return Communities(partition: alone, modularity: nil)
    }
    let found =
      if let weights = outgoing.weights {
        Leiden<Double>.best(self, resolution: resolution, seed: seed) { [scale = weightScale] in weights[$0] * scale }
      } else {
        Leiden<UInt32>.best(self, resolution: resolution, seed: seed) { _ in 1 }
      }
    let labels = connectedParts(of: found)
    let partition = NodePartition(labels: labels).orderedBySize()
    return Communities(
      partition: partition, modularity: modularity(of: partition.groups, resolution: resolution))
  }

  /// Splits every group into the parts that hang together within it, named by their smallest nodes.
  ///
  /// Leiden's last moves may leave a community in two pieces. Apart they score better, since they share no edge.
  private func connectedParts(of groups: [UInt32]) -> [UInt32] {
    var forest = DisjointSets(count: nodeCount)
    let offsets = outgoing.offsets.span
    let targets = outgoing.targets.span
    for v in 0..<nodeCount {
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = targets[arc]
        if w < UInt32(v) && groups[Int(w)] == groups[v] { forest.unite(UInt32(v), w) }
      }
    }
    forest.flatten()
    return forest.root
  }
}
