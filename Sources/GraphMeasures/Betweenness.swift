import GraphCore

/// What a betweenness is divided by.
public enum BetweennessScale: String, Sendable, Hashable, CaseIterable {
  /// Nothing: the number of shortest paths, each pair's adding up to 1. Undirected graphs count each pair once.
  case count
  /// The number of pairs the sum runs over, so that 1 is the most; undefined where there are none.
  ///
  /// For a node the pairs without it, (n−1)(n−2)/2 or directed (n−1)(n−2); for an edge all pairs, n(n−1)/2 or n(n−1).
  case fraction
}

extension Graph {
  /// How often each node lies on the shortest paths between two others.
  ///
  ///     b(v) = Σ σ(s, t | v) / σ(s, t)    over all pairs s ≠ v ≠ t
  ///
  /// A high value marks a broker: many reach each other only through it.
  ///
  /// - Directed graphs count each ordered pair, undirected graphs each pair once, as networkx and igraph do;
  ///   NetworKit counts undirected pairs twice.
  /// - Pairs with no path add nothing, so an isolated node scores 0.
  /// - Lengths of weighted paths are compared exactly where the weights are simple numbers, else to one part in 10¹⁰.
  /// - Path counts are Double: an integer overflows on a 36 × 36 grid. Beyond 10²⁹⁰ paths they are kept with an
  ///   exponent of their own.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space, with short whole lengths at most
  ///   256 MiB more for each thread.
  /// - Reference: U. Brandes, “A faster algorithm for betweenness centrality”, 2001,
  ///   doi:10.1080/0022250X.2001.9990249. Our `sigma` and `delta` are the paper's σ and δ.
  public func betweenness(
    pathLength: PathLength = .hops, scale: BetweennessScale = .fraction, threads: Int = 1,
    progress: ProgressHandler? = nil
  ) -> NodeScores {
    let n = nodeCount
    let folded = FoldedGraph(self, pathLength: pathLength, mergesTwins: true)
    let sums = folded.nodeSums(folded.dependencies(of: \.nodes, threads: threads, progress: progress))
    // The sum over all sources meets an undirected pair from both its ends.
    let pairs = Double(n - 1) * Double(n - 2) / (isDirected ? 1 : 2)
    let divisor = (isDirected ? 1 : 2) * (scale == .count ? 1 : pairs)
    return NodeScores(values: sums.map { scale == .fraction && n < 3 ? .nan : $0 / divisor })
  }

  /// How often each edge lies on the shortest paths between two nodes, in the order of `edges`.
  ///
  ///     b(e) = Σ σ(s, t | e) / σ(s, t)    over all pairs s ≠ t
  ///
  /// - Directed graphs count each ordered pair, undirected graphs each pair once, as networkx and igraph do.
  /// - `scale: .fraction` divides by all pairs, n(n−1)/2 or directed n(n−1), as networkx does.
  /// - Complexity: O(n·m) for hops, O(n·m + n² log n) for weights; O(n + m) space, with short whole lengths at most
  ///   256 MiB more for each thread.
  /// - Reference: M. Girvan, M. E. J. Newman, “Community structure in social and biological networks”, 2002,
  ///   doi:10.1073/pnas.122653799; U. Brandes, “On variants of shortest-path betweenness centrality and their generic
  ///   computation”, 2008, doi:10.1016/j.socnet.2007.11.001.
  public func edgeBetweenness(
    pathLength: PathLength = .hops, scale: BetweennessScale = .fraction, threads: Int = 1,
    progress: ProgressHandler? = nil
  ) -> [Double] {
    let n = nodeCount
    let folded = FoldedGraph(self, pathLength: pathLength, mergesTwins: false)
    let sums = folded.arcSums(folded.dependencies(of: \.arcs, threads: threads, progress: progress), of: self)
    let divisor = scale == .count ? 1 : Double(n) * Double(n - 1) / (isDirected ? 1 : 2)
    if isDirected { return sums.map { $0 / divisor } }
    var scores: [Double] = []
    scores.reserveCapacity(edgeCount)
    for v in 0..<n {
      for arc in outgoing.range(of: v) {
        let w = Int(outgoing.targets[arc])
        if v > w { continue }
        // Pairs were met from both ends: once along this arc, once along the one back.
        scores.append((sums[arc] + sums[outgoing.position(of: v, in: w)!]) / (2 * divisor))
      }
    }
    return scores
  }
}
