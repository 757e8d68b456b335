import GraphCore

/// Betweenness from a sample of shortest paths, with how far it may be wrong.
public struct BetweennessEstimate: Sendable, Hashable {
  /// The estimated betweenness of every node.
  public let scores: NodeScores
  /// With a probability of at least 1 − `delta` no node's betweenness, as a fraction, is off by more than this; 0 where
  /// it was computed in full.
  public let epsilon: Double
  /// The probability that some node's is; 0 where it was computed in full.
  public let delta: Double
  /// How many paths the scores rest on; 0 where they were computed in full.
  public let samples: Int
}

extension Graph {
  /// How often each node lies on the shortest paths between two others, estimated from paths drawn at random.
  ///
  /// Pairs of nodes are drawn evenly, and of the shortest paths of each pair one, each as likely; the share of the
  /// paths that pass a node estimates its betweenness. Drawing stops as soon as the counts themselves prove the bound:
  ///
  ///     P(|estimate(v) − b(v)| ≤ epsilon for all v) ≥ 1 − delta    with b as a fraction of the pairs without v
  ///
  /// by Chernoff's bound in Hoeffding's form, exp(−r·kl(p, p ± ε)) for a count of p·r among r, spread over both sides,
  /// all nodes that can have any and twelve looks at the counts: half of it evenly, half where a few paths drawn first
  /// and then forgotten foretell large counts.
  ///
  /// - A large count needs many paths, 2·p·(1 − p)·log(…)/epsilon². Where drawing them is about to take longer than
  ///   `betweenness`, the scores are computed in full: `epsilon`, `delta` and `samples` of the result are then 0.
  /// - Rank nodes by it only where they differ by more than 2·epsilon.
  /// - The same seed draws the same paths on every machine and with any number of threads.
  /// - Complexity: O(log(n/delta)/epsilon²) paths at the most, and often O(log(n/delta)/epsilon), but no more time than
  ///   a small multiple of that of `betweenness`. A path costs a search from both its ends that meets in the middle,
  ///   with weights a search of the whole graph.
  /// - Reference: M. Riondato, E. M. Kornaropoulos, “Fast approximation of betweenness centrality through sampling”,
  ///   2016, doi:10.1007/s10618-015-0423-0, for paths as samples; M. Borassi, E. Natale, “KADABRA is an adaptive
  ///   algorithm for betweenness via random approximation”, 2019, doi:10.1145/3284359, for searches from both ends and
  ///   for stopping early; W. Hoeffding, “Probability inequalities for sums of bounded random variables”, 1963,
  ///   doi:10.1080/01621459.1963.10500830, theorem 1, for the bound.
  ///
  /// - Parameters:
  ///   - pathLength: hops, or 1/weight an edge.
  ///   - scale: what the scores are divided by; `epsilon` is of the fraction in any case.
  ///   - epsilon: the largest error, in 0 ..< 1; below 10⁻⁹ the scores are computed in full.
  ///   - delta: the probability that an error is larger, in 0 ..< 1.
  ///   - seed: which paths are drawn.
  ///   - threads: at most so many threads.
  public func estimatedBetweenness(
    pathLength: PathLength = .hops, scale: BetweennessScale = .fraction, epsilon: Double = 0.01, delta: Double = 0.1,
    seed: UInt64 = 1, threads: Int = 1
  ) -> BetweennessEstimate {
    precondition(epsilon > 0 && epsilon < 1, "an error bound lies between 0 and 1")
    precondition(delta > 0 && delta < 1, "a probability lies between 0 and 1")
    return sampledBetweenness(
      pathLength: pathLength, scale: scale, epsilon: epsilon, delta: delta, seed: seed, threads: threads,
      stepLimit: FoldedGraph(self, pathLength: pathLength, mergesTwins: true).steps)
      ?? BetweennessEstimate(
        scores: betweenness(pathLength: pathLength, scale: scale, threads: threads), epsilon: 0, delta: 0, samples: 0)
  }

  /// A smaller error takes more paths than any graph has searches.
  private static let leastEpsilon = 1e-9

  /// Nil where drawing would take more steps than the limit, as far as the counts so far tell.
  func sampledBetweenness(
    pathLength: PathLength, scale: BetweennessScale, epsilon: Double, delta: Double, seed: UInt64, threads: Int,
    stepLimit: Double
  ) -> BetweennessEstimate? {
    let n = nodeCount
    guard n >= 3, epsilon >= Self.leastEpsilon else { return nil }
    // Of all ordered pairs, those without v are (n − 1)(n − 2): a fraction of them is n/(n − 2) times one of all.
    let ofAll = Double(n) / Double(n - 2)
    let candidates = (0..<n).count { v in
      isDirected ? incoming.count(of: v) > 0 && outgoing.count(of: v) > 0 : outgoing.count(of: v) > 1
    }
    var draws = PathDraws(of: self, pathLength: pathLength, seed: seed, threads: threads)
    func isTooMuch(_ samples: Double) -> Bool {
      draws.steps / Double(max(1, draws.drawn)) * samples > stepLimit
    }
    var pilot = [Int](repeating: 0, count: n)
    let pilotSize = candidates == 0 ? 0 : SampleBound.pilotSize(epsilon: epsilon / ofAll)
    // A few first, to see what a path costs; no bound holds with fewer than 1/epsilon.
    draws.draw(min(pilotSize, 64), into: &pilot)
    if isTooMuch(1 / epsilon) { return nil }
    draws.draw(pilotSize - draws.drawn, into: &pilot)
    let bound = SampleBound(
      epsilon: epsilon / ofAll, delta: delta, quantities: candidates, pilot: pilot, pilotSize: pilotSize)
    if let first = bound.sizes.first, isTooMuch(Double(first)) { return nil }
    var counts = [Int](repeating: 0, count: n)
    var size = 0
    for next in bound.sizes {
      draws.draw(next - size, into: &counts)
      size = next
      if bound.holds(for: counts, of: size) { break }
      if isTooMuch(bound.needed(for: counts, of: size) - Double(size)) { return nil }
    }
    let pairs = Double(n - 1) * Double(n - 2) / (isDirected ? 1 : 2)
    let factor = size == 0 ? 0 : ofAll / Double(size) * (scale == .fraction ? 1 : pairs)
    return BetweennessEstimate(
      scores: NodeScores(values: counts.map { Double($0) * factor }), epsilon: epsilon, delta: delta, samples: size)
  }
}

/// Shortest paths between pairs drawn at random, numbered: the same whatever number of them is drawn at a time.
private struct PathDraws {
  /// How many paths have been drawn.
  private(set) var drawn = 0
  /// How many elementary steps that took, of about as long as those of `FoldedGraph.steps`.
  private(set) var steps = 0.0
  private let graph: Graph
  private let forward: ArcLengths?
  private let backward: ArcLengths?
  private let seed: UInt64
  private let threads: Int

  init(of graph: Graph, pathLength: PathLength, seed: UInt64, threads: Int) {
    self.graph = graph
    self.seed = seed
    self.threads = threads
    let isHops = pathLength == .hops || !graph.isWeighted
    forward = isHops ? nil : ArcLengths(of: graph.outgoing)
    backward = isHops ? nil : ArcLengths(of: graph.incoming)
  }

  /// Draws so many paths more and counts for every node those that pass it.
  mutating func draw(_ count: Int, into counts: inout [Int]) {
    let (graph, forward, backward, seed) = (graph, forward, backward, seed)
    let n = graph.nodeCount
    let blocks = min(count, 64)
    let first = drawn
    var all = counts
    var steps = 0.0
    Parallel.inOrder(
      blocks, threads: Parallel.threads(threads, forSteps: 1e4 * Double(count)),
      workspace: { () -> any PathSampler in
        if let forward, let backward { return WeightedPathSampler(graph, forward: forward, backward: backward) }
        return HopPathSampler(graph)
      },
      part: { block, sampler in
        var passed: [UInt32] = []
        let before = sampler.steps
        for sample in count * block / blocks..<count * (block + 1) / blocks {
          // Neighbouring seeds of SplitMix64 are no independent streams; its outputs are.
          var scramble = SplitMix64(seed: seed &+ UInt64(first + sample) &* 0xd134_2543_de82_ef95)
          var random = SplitMix64(seed: scramble.next())
          let source = random.below(n)
          let other = random.below(n - 1)
          sampler.appendPath(from: source, to: other < source ? other : other + 1, to: &passed, using: &random)
        }
        return (passed, sampler.steps - before)
      },
      combine: { passed, taken in
        for v in passed { all[Int(v)] += 1 }
        steps += taken
      })
    counts = all
    drawn += count
    self.steps += steps
  }
}

/// Draws one of the shortest paths between two nodes, each as likely.
protocol PathSampler {
  /// How many elementary steps all paths so far have taken, of about as long as those of `FoldedGraph.steps`.
  var steps: Double { get }

  /// Appends the nodes between the two ends; none where no path leads.
  mutating func appendPath(
    from source: Int, to target: Int, to passed: inout [UInt32], using random: inout SplitMix64)
}
