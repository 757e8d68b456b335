import GraphCore

/// The triangles of a graph, and how much of what could be a triangle is one.
public struct Triangles: Sendable, Hashable {
  /// In how many triangles every node is.
  public let perNode: [Int]
  /// The number of neighbours of every node.
  let degrees: [Int]

  /// The number of triangles.
  public var count: Int { perNode.reduce(0, +) / 3 }

  /// The share of pairs of a node's neighbours that are neighbours of one another.
  ///
  ///     c(v) = 2 t(v) / (k(v) (k(v) − 1))
  ///
  /// - 0 for a node with fewer than two neighbours, as networkx; igraph leaves it undefined.
  /// - Reference: D. J. Watts, S. H. Strogatz, “Collective dynamics of ‘small-world’ networks”, 1998,
  ///   doi:10.1038/30918.
  public var clustering: NodeScores {
    NodeScores(
      values: zip(perNode, degrees).map { triangles, degree in
        degree < 2 ? 0 : Double(2 * triangles) / Double(degree * (degree - 1))
      })
  }

  /// The mean of the clustering of all nodes, those with fewer than two neighbours counting as 0; nil without nodes.
  public var averageClustering: Double? {
    perNode.isEmpty ? nil : clustering.values.reduce(0, +) / Double(perNode.count)
  }

  /// The share of connected triples that are closed.
  ///
  ///     3 · triangles / Σ k(k − 1)/2
  ///
  /// - Returns: 0 ... 1; nil where no node has two neighbours.
  /// - Reference: M. E. J. Newman, D. J. Watts, S. H. Strogatz, “Random graph models of social networks”, 2002,
  ///   doi:10.1073/pnas.012582999.
  public var transitivity: Double? {
    let triples = degrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return triples == 0 ? nil : Double(perNode.reduce(0, +)) / Double(triples)
  }
}

extension Graph {
  /// The triangles through every node, whatever the direction of arcs.
  ///
  /// - Complexity: O(m^1.5) time, O(n + m) space.
  /// - Reference: M. Ortmann, U. Brandes, “Triangle listing algorithms: back from the diversion”, 2014,
  ///   doi:10.1137/1.9781611973198.1.
  public func triangles() -> Triangles {
    guard !isDirected else { return undirected().triangles() }
    let ordered = DegreeOrdered(self)
    let offsets = ordered.offsets.span
    let targets = ordered.targets.span
    let perRank = WorkArray<UInt32>(repeating: 0, count: nodeCount)
    let isNeighbor = WorkArray<UInt8>(repeating: 0, count: nodeCount)
    // As `forEachTriangle`, but without a branch where a triangle closes or not. A node is in no more triangles than
    // there are edges, so that no count overflows.
    let reads = DegreeOrdered.EarlyReads()
    for middle in 0..<nodeCount {
      let row = Int(offsets[middle])..<Int(offsets[middle + 1])
      if row.isEmpty { continue }
      for edge in row { isNeighbor[Int(targets[edge])] = 1 }
      var atMiddle: UInt32 = 0
      ordered.forEachRow(with: middle, reads) { low, _, behind in
        var atLow: UInt32 = 0
        for edge in behind {
          let high = Int(targets[unchecked: edge])
          let closes = UInt32(isNeighbor[high])
          perRank[high] &+= closes
          atLow &+= closes
        }
        perRank[low] &+= atLow
        atMiddle &+= atLow
      }
      perRank[middle] &+= atMiddle
      for edge in row { isNeighbor[Int(targets[edge])] = 0 }
    }
    var perNode = [Int](repeating: 0, count: nodeCount)
    for (rank, node) in ordered.nodes.enumerated() { perNode[Int(node)] = Int(perRank[rank]) }
    return Triangles(perNode: perNode, degrees: outDegrees())
  }

  /// The share of pairs of a node's neighbours that are neighbours; see ``Triangles/clustering``.
  public func localClustering() -> NodeScores { triangles().clustering }

  /// The mean of the clustering of all nodes; see ``Triangles/averageClustering``.
  public func averageClustering() -> Double? { triangles().averageClustering }

  /// The share of connected triples that are closed; see ``Triangles/transitivity``.
  public func transitivity() -> Double? { triangles().transitivity }
}
