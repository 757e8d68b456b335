import GraphCore

extension Graph {
  /// The greatest distance between two nodes that a path joins; nil where no two are joined.
  ///
  ///     D = max d(u, v)    over all pairs u ≠ v with a path
  ///
  /// - In a graph of several parts the largest of their diameters, as in igraph; networkx refuses such graphs.
  /// - Directed graphs count each ordered pair that is joined in that order.
  /// - Complexity: undirected in hops O(k·m), where k is the number of nodes whose eccentricity must be known to be
  ///   sure: few in real networks, all n at worst. Else O(n·m) for hops, O(n·m + n² log n) for weights. O(n + m) space.
  /// - Reference: P. Crescenzi, R. Grossi, M. Habib, L. Lanzi, A. Marino, “On computing the diameter of real-world
  ///   undirected graphs”, 2013, doi:10.1016/j.tcs.2012.09.018, for the order in which nodes are settled; F. W. Takes,
  ///   W. A. Kosters, “Determining the diameter of small world networks”, 2011, doi:10.1145/2063576.2063748, for nodes
  ///   that need no search.
  public func diameter(pathLength: PathLength = .hops, threads: Int = 1) -> Double? {
    guard !isDirected, pathLength == .hops || !isWeighted else {
      return distanceProfile(pathLength: pathLength, threads: threads).diameter
    }
    return diameterInHops(workers: Parallel.threads(threads, forSteps: 8 * Double(outgoing.arcCount)))
  }

  /// The diameter of an undirected graph in hops by just so many threads.
  func diameterInHops(workers: Int) -> Double? {
    let layout = SearchLayout(of: self, along: outgoing)
    var most = 0
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    var cover = EccentricityCover(layout.rows)
    // No path is longer than its part has nodes, so most small parts need no search.
    for part in layout.parts where part.count - 1 > most {
      most = max(most, diameter(of: part, in: layout.rows, atLeast: most, &search, &cover, workers: workers))
    }
    return most > 0 ? Double(most) : nil
  }

  /// The diameter of a part, or any smaller number where it is at most `bound`.
  ///
  /// From a node u in the middle, two nodes nearer than i to u are at most 2(i − 1) apart. So once two are known to be
  /// farther apart, only the nodes at i and beyond can do better, and their eccentricities settle it; for most of them
  /// a node nearby vouches.
  private func diameter(
    of part: Range<Int>, in rows: SparseRows, atLeast bound: Int, _ search: inout BreadthFirstSearch,
    _ cover: inout EccentricityCover, workers: Int
  ) -> Int {
    var most = bound
    // Two sweeps, each from one end of the part to the other, and each begun in the middle of the one before.
    var middle = part.lowerBound
    for _ in 0..<2 {
      search.run(from: middle, along: rows)
      search.run(from: Int(search.order.last!), along: rows)
      let end = search.order.last!
      most = max(most, Int(search.depth[Int(end)]))
      middle = search.halfway(to: Int(end), along: rows)
    }
    search.run(from: middle, along: rows)
    let byLevel = search.order
    let levels = byLevel.map { Int(search.depth[Int($0)]) }
    var least = levels[byLevel.count - 1]
    cover.note(least, of: middle, limit: most)
    // Each batch has a search of its own, so no two threads share one.
    nonisolated(unsafe) let searches = (0..<workers).map { _ in SideBySideSearch(outgoing: rows, incoming: rows) }
    var end = byLevel.count
    while true {
      while end > 0, cover.isWithin(most, Int(byLevel[end - 1])) { end -= 1 }
      // Nodes up to this level are near enough to each other.
      if end == 0 || 2 * levels[end - 1] <= most { return most }
      let start = levels[..<end].partitioningIndex { 2 * $0 > most }
      let sources = cover.choose(
        for: byLevel[start..<end].reversed(), limit: most, reach: most - least, count: 64 * workers)
      var eccentricities: [Int] = []
      Parallel.inOrder(
        (sources.count + 63) / 64, threads: workers, workspace: {},
        part: { batch, _ in
          searches[batch].eccentricities(of: Array(sources[64 * batch..<min(sources.count, 64 * batch + 64)]))
        },
        combine: { eccentricities += $0 })
      most = max(most, eccentricities.max()!)
      least = min(least, eccentricities.min()!)
      for (source, eccentricity) in zip(sources, eccentricities) {
        cover.note(eccentricity, of: source, limit: most)
      }
    }
  }
}

extension SideBySideSearch {
  /// How far the node farthest from each source is.
  fileprivate func eccentricities(of sources: [Int]) -> [Int] {
    run(from: sources)
    var found = [Int](repeating: 0, count: sources.count)
    var isOpen: UInt64 = sources.count == 64 ? .max : (1 << UInt64(sources.count)) - 1
    for level in stride(from: events.levelCount - 1, to: 0, by: -1) where isOpen != 0 {
      var met: UInt64 = 0
      for event in events.events(ofLevel: level) { met |= events.bits[event] }
      for bit in sources.indices where (isOpen & met) >> UInt64(bit) & 1 == 1 { found[bit] = level }
      isOpen &= ~met
    }
    return found
  }
}

extension BreadthFirstSearch {
  /// The node halfway on a shortest path from the start to `end`.
  fileprivate func halfway(to end: Int, along rows: SparseRows) -> Int {
    var v = end
    for _ in 0..<depth[end] / 2 {
      v = Int(rows.targets[rows.range(of: v)].first { depth[Int($0)] + 1 == depth[v] }!)
    }
    return v
  }
}

extension RandomAccessCollection where Index == Int {
  /// Where the elements for which the condition holds begin; they stand behind all others.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension DistanceProfile {
  /// The greatest of all distances; nil where no two nodes are joined.
  public var diameter: Double? {
    let most = greatest.max() ?? 0
    return most > 0 ? most : nil
  }
}
