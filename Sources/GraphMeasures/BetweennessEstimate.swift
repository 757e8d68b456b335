import GraphCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Betweenness from a sample of shortest paths, with how far it may be wrong.
public struct BetweennessEstimate: Sendable, Hashable {
  /// The estimated betweenness of every node.
  public let scores: NodeScores
  /// With a probability of at least 1 − `delta` no node's betweenness, as a fraction, is off by more than this.
  public let epsilon: Double
  /// The probability that some node's is.
  public let delta: Double
  /// How many paths were drawn.
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
  /// by Chernoff's bound in Hoeffding's form, exp(−r·kl(p, p ± ε)) for a count of p·r among r, spread evenly over both
  /// sides, all nodes that can have any and the at most logarithmically many looks at the counts.
  ///
  /// - Rank nodes by it only where they differ by more than 2·epsilon.
  /// - The same seed draws the same paths on every machine and with any number of threads.
  /// - Complexity: O(log(n/delta)/epsilon²) paths at the most, and often O(log(n/delta)/epsilon). A path costs a search
  ///   from both its ends that meets in the middle, with weights a search of the whole graph.
  /// - Reference: M. Riondato, E. M. Kornaropoulos, “Fast approximation of betweenness centrality through sampling”,
  ///   2016, doi:10.1007/s10618-015-0423-0, for paths as samples; M. Borassi, E. Natale, “KADABRA is an adaptive
  ///   algorithm for betweenness via random approximation”, 2019, doi:10.1145/3284359, for searches from both ends and
  ///   for stopping early; W. Hoeffding, “Probability inequalities for sums of bounded random variables”, 1963,
  ///   doi:10.1080/01621459.1963.10500830, theorem 1, for the bound.
  ///
  /// - Parameters:
  ///   - pathLength: hops, or 1/weight an edge.
  ///   - scale: what the scores are divided by; `epsilon` is of the fraction in any case.
  ///   - epsilon: the largest error, in 0 ..< 1.
  ///   - delta: the probability that an error is larger, in 0 ..< 1.
  ///   - seed: which paths are drawn.
  ///   - threads: at most so many threads.
  public func estimatedBetweenness(
    pathLength: PathLength = .hops, scale: BetweennessScale = .fraction, epsilon: Double = 0.01, delta: Double = 0.1,
    seed: UInt64 = 1, threads: Int = 1
  ) -> BetweennessEstimate {
    precondition(epsilon > 0 && epsilon < 1, "an error bound lies between 0 and 1")
    precondition(delta > 0 && delta < 1, "a probability lies between 0 and 1")
    let n = nodeCount
    guard n >= 3 else {
      return BetweennessEstimate(
        scores: betweenness(pathLength: pathLength, scale: scale), epsilon: epsilon, delta: delta, samples: 0)
    }
    // Of all ordered pairs, those without v are (n − 1)(n − 2): a fraction of them is n/(n − 2) times one of all.
    let ofAll = Double(n) / Double(n - 2)
    let candidates = (0..<n).count { v in
      isDirected ? incoming.count(of: v) > 0 && outgoing.count(of: v) > 0 : outgoing.count(of: v) > 1
    }
    let stopping = SampleBound(epsilon: epsilon / ofAll, delta: delta, quantities: candidates)
    var counts = [Int](repeating: 0, count: n)
    var drawn = 0
    for size in stopping.sizes {
      draw(drawn..<size, pathLength: pathLength, seed: seed, threads: threads, into: &counts)
      drawn = size
      if stopping.holds(for: counts, of: size) { break }
    }
    let pairs = Double(n - 1) * Double(n - 2) / (isDirected ? 1 : 2)
    let factor = drawn == 0 ? 0 : ofAll / Double(drawn) * (scale == .fraction ? 1 : pairs)
    return BetweennessEstimate(
      scores: NodeScores(values: counts.map { Double($0) * factor }), epsilon: epsilon, delta: delta, samples: drawn)
  }

  /// Counts for every node the paths of these numbers that pass it.
  private func draw(
    _ samples: Range<Int>, pathLength: PathLength, seed: UInt64, threads: Int, into counts: inout [Int]
  ) {
    let n = nodeCount
    let isHops = pathLength == .hops || !isWeighted
    let forward = isHops ? nil : ArcLengths(of: outgoing)
    let backward = isHops ? nil : ArcLengths(of: incoming)
    let blocks = min(samples.count, 64)
    var all = counts
    Parallel.inOrder(
      blocks, threads: Parallel.threads(threads, forSteps: 1e4 * Double(samples.count)),
      workspace: { () -> any PathSampler in
        if let forward, let backward { return WeightedPathSampler(self, forward: forward, backward: backward) }
        return HopPathSampler(self)
      },
      part: { block, sampler in
        var passed: [UInt32] = []
        let first = samples.lowerBound
        for sample in samples.count * block / blocks..<samples.count * (block + 1) / blocks {
          // Neighbouring seeds of SplitMix64 are no independent streams; its outputs are.
          var scramble = SplitMix64(seed: seed &+ UInt64(first + sample) &* 0xd134_2543_de82_ef95)
          var random = SplitMix64(seed: scramble.next())
          let source = random.below(n)
          let other = random.below(n - 1)
          sampler.appendPath(from: source, to: other < source ? other : other + 1, to: &passed, using: &random)
        }
        return passed
      },
      combine: { passed in for v in passed { all[Int(v)] += 1 } })
    counts = all
  }
}

/// Draws one of the shortest paths between two nodes, each as likely.
protocol PathSampler {
  /// Appends the nodes between the two ends; none where no path leads.
  mutating func appendPath(
    from source: Int, to target: Int, to passed: inout [UInt32], using random: inout SplitMix64)
}

/// How many samples prove that shares estimated from counts are right to `epsilon`.
struct SampleBound {
  /// The numbers of samples after which the counts are looked at; the last is enough whatever they are.
  let sizes: [Int]
  private let epsilon: Double
  /// −ln of the probability left for one side of one quantity at one look.
  private let strictness: Double

  init(epsilon: Double, delta: Double, quantities: Int) {
    self.epsilon = epsilon
    guard quantities > 0 else {
      strictness = 0
      sizes = []
      return
    }
    let growth = 1.25
    let looks = Int((log(max(1, 1 / (2 * epsilon))) / log(growth)).rounded(.up)) + 1
    strictness = log(2 * Double(quantities) * Double(looks) / delta)
    // With nothing counted, ln(1/(1 − ε)) a sample; with anything, at least 2ε² (Pinsker).
    let least = strictness / -log1p(-epsilon)
    let most = strictness / (2 * epsilon * epsilon)
    sizes = (0..<looks).map { look in
      let size = look == looks - 1 ? most : min(most, least * exp(Double(look) * log(growth)))
      return Int(size.rounded(.up))
    }
  }

  /// Whether every count among `size` proves its share.
  func holds(for counts: [Int], of size: Int) -> Bool {
    if size == sizes.last { return true }
    return Set(counts).allSatisfy { count in
      let share = Double(count) / Double(size)
      let above = share + epsilon >= 1 || Double(size) * divergence(share, share + epsilon) >= strictness
      let below = share - epsilon <= 0 || Double(size) * divergence(share, share - epsilon) >= strictness
      return above && below
    }
  }

  /// The Kullback–Leibler divergence of two coins.
  private func divergence(_ p: Double, _ q: Double) -> Double {
    (p == 0 ? 0 : p * log(p / q)) + (p == 1 ? 0 : (1 - p) * log((1 - p) / (1 - q)))
  }
}
