import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct BetweennessEstimateTests {
  static let samples: [PathCase] = [
    PathCase(graph: KnownGraphs.kite, pathLength: .hops),
    PathCase(graph: KnownGraphs.florentineWithPucci, pathLength: .hops),
    PathCase(graph: KnownGraphs.circle(4), pathLength: .hops),
    PathCase(graph: RandomGraphs.even(nodeCount: 60, edgeCount: 150, seed: 1), pathLength: .hops),
    PathCase(graph: RandomGraphs.even(nodeCount: 40, edgeCount: 140, isDirected: true, seed: 2), pathLength: .hops),
    PathCase(graph: RandomGraphs.weighted(nodeCount: 25, edgeCount: 60, seed: 3), pathLength: .inverseWeight),
    PathCase(
      graph: RandomGraphs.weighted(nodeCount: 20, edgeCount: 60, isDirected: true, seed: 4),
      pathLength: .inverseWeight),
    PathCase(
      graph: RandomGraphs.weighted(nodeCount: 25, edgeCount: 60, seed: 5).inThirds, pathLength: .inverseWeight),
    PathCase(
      graph: RandomGraphs.weighted(nodeCount: 30, edgeCount: 30, seed: 6).inThirds, pathLength: .inverseWeight),
  ]

  @Test("is off by no more than it states", arguments: samples)
  func bound(_ sample: PathCase) {
    let exact = sample.graph.betweenness(pathLength: sample.pathLength)
    for seed in 1...3 as ClosedRange<UInt64> {
      let estimate = sample.graph.sampled(
        pathLength: sample.pathLength, epsilon: 0.03, delta: 0.001, seed: seed)
      #expect(estimate.samples > 0 && estimate.epsilon == 0.03)
      for (a, b) in zip(estimate.scores.values, exact.values) { #expect(abs(a - b) <= 0.03) }
    }
  }

  @Test("draws each shortest path as often as any other")
  func evenPaths() {
    // Three ways from 0 to 4: over 1 and 2, over 1 and 3, over 5 and 2.
    let graph = Graph(
      nodeCount: 6, edges: [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (0, 5), (5, 2)])
    let weighted = Graph(nodeCount: 6, weightedEdges: graph.edges.map { ($0.source, $0.target, 1) })
    let lengths = ArcLengths(of: weighted.outgoing)
    for sampler: any PathSampler in [
      HopPathSampler(graph), WeightedPathSampler(weighted, forward: lengths, backward: lengths),
    ] {
      var sampler = sampler
      var random = SplitMix64(seed: 5)
      var passed: [UInt32] = []
      for _ in 0..<6000 { sampler.appendPath(from: 0, to: 4, to: &passed, using: &random) }
      // 0-1-2-4, 0-1-3-4, 0-5-2-4: a third each, give or take five standard deviations.
      let counts = (0..<6).map { v in Double(passed.count { $0 == v }) / 6000 }
      let expected = [0, 2 / 3.0, 2 / 3.0, 1 / 3.0, 0, 1 / 3.0]
      for (a, b) in zip(counts, expected) { #expect(abs(a - b) < 0.031) }
    }
  }

  @Test(
    "draws the nodes of one shortest path and no others", arguments: 1...4 as ClosedRange<UInt64>)
  func nodesBetween(seed: UInt64) {
    for graph in [
      RandomGraphs.weighted(nodeCount: 120, edgeCount: 400, seed: seed),
      RandomGraphs.weighted(nodeCount: 120, edgeCount: 130, seed: seed).inThirds,
      RandomGraphs.weighted(nodeCount: 80, edgeCount: 200, isDirected: true, seed: seed).inThirds,
      KnownGraphs.diamonds(600).weighted(from: [2, 3], seed: seed),
    ] {
      let forward = ArcLengths(of: graph.outgoing)
      let sampler = WeightedPathSampler(graph, forward: forward, backward: ArcLengths(of: graph.incoming))
      var random = SplitMix64(seed: seed)
      for _ in 0..<60 {
        let (s, t) = (random.below(graph.nodeCount), random.below(graph.nodeCount))
        if s == t { continue }
        var passed: [UInt32] = []
        sampler.appendPath(from: s, to: t, to: &passed, using: &random)
        let there = graph.distances(from: s, pathLength: .inverseWeight)
        let onward = graph.distances(to: t, pathLength: .inverseWeight)
        let path = ([s] + passed.map(Int.init).sorted { there[$0] < there[$1] } + [t])
        guard there[t] < .infinity else {
          #expect(passed.isEmpty)
          continue
        }
        #expect(path.allSatisfy { agree(there[$0] + onward[$0], there[t]) })
        // Each next to the one before, as far as it is on.
        for (v, w) in zip(path, path.dropFirst()) {
          let arc = graph.outgoing.position(of: w, in: v)
          #expect(arc.map { agree(there[v] + forward.values[$0] / forward.scale, there[w]) } == true)
        }
      }
    }
  }

  @Test("keeps its promise where one share is estimated again and again", arguments: [0.02, 0.2, 0.5], [0, 2, 12])
  func coverage(share: Double, pilot: Int) {
    // Whether the pilot of twenty foretold the share or misled.
    let bound = SampleBound(epsilon: 0.1, delta: 0.2, quantities: 1, pilot: [pilot], pilotSize: 20)
    var random = SplitMix64(seed: 9)
    var misses = 0
    for _ in 0..<500 {
      var count = 0
      var drawn = 0
      for size in bound.sizes {
        while drawn < size {
          if random.unit() < share { count += 1 }
          drawn += 1
        }
        if bound.holds(for: [count], of: size) { break }
      }
      if abs(Double(count) / Double(drawn) - share) > 0.1 { misses += 1 }
    }
    // At most one in five may miss; five standard deviations above are 145 of 500.
    #expect(misses <= 145)
  }

  @Test("stops at once where nothing is counted and late where a half is")
  func sizes() {
    let none = [Int](repeating: 0, count: 1000)
    let bound = SampleBound(epsilon: 0.01, delta: 0.1, quantities: 1000, pilot: none, pilotSize: 200)
    #expect(bound.holds(for: none, of: bound.sizes[0]))
    #expect(!bound.holds(for: [bound.sizes[0] / 2] + none.dropFirst(), of: bound.sizes[0]))
    #expect(bound.sizes == bound.sizes.sorted() && bound.sizes.last! > 20 * bound.sizes[0])
    #expect(SampleBound(epsilon: 0.01, delta: 0.1, quantities: 0, pilot: [], pilotSize: 0).sizes == [])
  }

  @Test("leaves most of the probability to fail to the few counts that the pilot foretold")
  func unevenSpread() {
    var counts = [Int](repeating: 0, count: 1000)
    let unforeseen = SampleBound(epsilon: 0.01, delta: 0.1, quantities: 1000, pilot: counts, pilotSize: 200)
    counts[7] = 40
    let foreseen = SampleBound(epsilon: 0.01, delta: 0.1, quantities: 1000, pilot: counts, pilotSize: 200)
    let share = counts.map { 1000 * $0 }
    // By hand: ln(2 · 2 · 12 · 1000/0.1) = 13.1 against about ln(2 · 2 · 12/0.1) = 6.2.
    let ratio = unforeseen.needed(for: share, of: 200_000) / foreseen.needed(for: share, of: 200_000)
    #expect(ratio > 2 && ratio < 2.2)
  }

  @Test("computes in full where that is less work, and then says so")
  func inFull() {
    let graph = RandomGraphs.even(nodeCount: 60, edgeCount: 150, seed: 1)
    let estimate = graph.estimatedBetweenness(epsilon: 0.001)
    #expect(estimate.epsilon == 0 && estimate.delta == 0 && estimate.samples == 0)
    #expect(estimate.scores == graph.betweenness())
    // More paths than can be numbered; and a bound as small as a Double can say.
    for epsilon in [1e-8, 1e-9, 1e-10, 1e-100, .leastNonzeroMagnitude] {
      #expect(graph.estimatedBetweenness(epsilon: epsilon).scores == graph.betweenness())
    }
    let sizes = SampleBound(epsilon: 1e-9, delta: 1e-300, quantities: 9, pilot: [0, 1], pilotSize: 2_000_000_000).sizes
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 <= $1 } && sizes.allSatisfy { $0 > 1_000_000_000 })
    // 64 short paths cost less than 4,000 searches.
    let large = RandomGraphs.even(nodeCount: 4000, edgeCount: 8000, seed: 2).estimatedBetweenness(epsilon: 0.3)
    #expect(large.epsilon == 0.3 && large.samples > 0)
  }

  @Test("draws the same with any number of threads, and other paths with another seed")
  func threads() {
    let graph = RandomGraphs.even(nodeCount: 60, edgeCount: 150, seed: 1)
    let one = graph.sampled(epsilon: 0.02)
    #expect(one.samples > 0)
    #expect(graph.sampled(epsilon: 0.02, threads: 3) == one)
    #expect(graph.sampled(epsilon: 0.02, seed: 2) != one)
  }

  @Test("is defined for graphs without any path to draw")
  func edgeCases() {
    #expect(KnownGraphs.isolates(0).estimatedBetweenness().scores.values == [])
    #expect(KnownGraphs.chain(2).estimatedBetweenness().scores[0] == nil)
    #expect(KnownGraphs.isolates(5).estimatedBetweenness().scores.values == [0, 0, 0, 0, 0])
    #expect(KnownGraphs.isolates(5).estimatedBetweenness().samples == 0)
    // A star's centre is on every path of two leaves: the share is exact but for pairs that are ends of a spoke.
    let star = KnownGraphs.star(8).sampled(epsilon: 0.05)
    #expect(abs(star.scores.values[0] - 1) <= 0.05)
    // 2^1100 paths are more than a Double holds.
    let long = KnownGraphs.diamonds(1100).sampled(epsilon: 0.3, delta: 0.5)
    #expect(long.scores.values.allSatisfy { $0 >= 0 && $0 <= 1.01 })
  }
}

extension Graph {
  /// Estimated from a sample even where computing in full is less work.
  fileprivate func sampled(
    pathLength: PathLength = .hops, epsilon: Double, delta: Double = 0.1, seed: UInt64 = 1, threads: Int = 1
  ) -> BetweennessEstimate {
    sampledBetweenness(
      pathLength: pathLength, scale: .fraction, epsilon: epsilon, delta: delta, seed: seed, threads: threads,
      stepLimit: .infinity)!
  }
}

extension Graph {
  /// The same edges with weights that no binary number is.
  fileprivate var inThirds: Graph {
    Graph(
      nodeCount: nodeCount, weightedEdges: edges.map { ($0.source, $0.target, $0.weight / 3) }, isDirected: isDirected)
  }
}
