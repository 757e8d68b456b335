import GraphCore
import Testing

@testable import GraphMeasures

/// Searches side by side give what one search after the other gives.
@Suite struct HopProfileTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let graph: Graph

    static let all = [
      Sample(testDescription: "several batches", graph: RandomGraphs.even(nodeCount: 700, edgeCount: 1500, seed: 1)),
      Sample(testDescription: "many parts", graph: RandomGraphs.even(nodeCount: 700, edgeCount: 350, seed: 2)),
      Sample(testDescription: "a tree", graph: RandomGraphs.tree(nodeCount: 600, seed: 3)),
      Sample(testDescription: "a long chain", graph: KnownGraphs.chain(600)),
      Sample(
        testDescription: "arcs", graph: RandomGraphs.even(nodeCount: 600, edgeCount: 1500, isDirected: true, seed: 4)),
      Sample(testDescription: "a directed circle", graph: KnownGraphs.circle(300, isDirected: true)),
      Sample(testDescription: "complete", graph: KnownGraphs.complete(70)),
      Sample(testDescription: "no edges", graph: KnownGraphs.isolates(5)),
      Sample(testDescription: "empty", graph: KnownGraphs.isolates(0)),
    ]
  }

  @Test("agrees with one search from every node, in lanes of both widths", arguments: Sample.all)
  func searches(_ sample: Sample) {
    let graph = sample.graph
    for rows in [graph.incoming, graph.outgoing] {
      let layout = SearchLayout(of: graph, along: rows)
      let narrow = HopProfile<SIMD4<UInt64>>(layout).run(threads: 1)
      #expect(HopProfile<SIMD8<UInt64>>(layout).run(threads: 3) == narrow)
      for v in 0..<graph.nodeCount {
        let distances = rows == graph.incoming ? graph.distances(to: v) : graph.distances(from: v)
        let others = distances.filter { $0 > 0 && $0 < .infinity }.sorted(by: >)
        #expect(narrow.reached[v] == others.count)
        #expect(narrow.total[v] == others.reduce(0, +))
        #expect(agree(narrow.inverseTotal[v], others.map { 1 / $0 }.reduce(0, +), relative: 1e-13))
        #expect(narrow.greatest[v] == others.max() ?? 0)
      }
      if !graph.isDirected { break }
    }
  }

  @Test("by whole lengths agrees with one search after the other", arguments: 0..<4 as Range<UInt64>)
  func lengths(seed: UInt64) throws {
    for plain in [
      RandomGraphs.even(nodeCount: 100 + 150 * Int(seed), edgeCount: 200 + 250 * Int(seed), seed: seed),
      RandomGraphs.even(nodeCount: 100, edgeCount: 300, isDirected: true, seed: seed),
      RandomGraphs.even(nodeCount: 90, edgeCount: 50, seed: seed),
    ] {
      // Weights 1 ... 5, lengths 12 ... 60 sixtieths.
      let graph = Graph(
        nodeCount: plain.nodeCount,
        weightedEdges: plain.edges.map { ($0.source, $0.target, Double(1 + ($0.source + 2 * $0.target) % 5)) },
        isDirected: plain.isDirected)
      let lengths = ArcLengths(of: graph.outgoing)
      let profile = try #require(
        LengthProfile<SIMD8<UInt64>>(of: graph, along: graph.outgoing, lengths: lengths)?.run(threads: 2))
      let plain = graph.weightedProfile(along: graph.incoming, threads: 1)
      #expect(profile.reached == plain.reached)
      #expect(agree(profile.total, plain.total, relative: 1e-13))
      #expect(agree(profile.inverseTotal, plain.inverseTotal, relative: 1e-13))
      #expect(profile.greatest == plain.greatest)
    }
    // A tenth is not whole in any binary unit; the sums are by hand: 10 + 11, 10 + 1, 11 + 1.
    let fine = Graph(nodeCount: 3, weightedEdges: [(0, 1, 0.1), (1, 2, 1)])
    let profile = LengthProfile<SIMD8<UInt64>>(
      of: fine, along: fine.outgoing, lengths: ArcLengths(of: fine.outgoing))
    #expect(profile?.run(threads: 1) == nil)
    let byHand: [Double] = [2 / 21, 2 / 11, 2 / 12]
    #expect(agree(fine.closeness(pathLength: .inverseWeight).values, byHand))
  }

  @Test("counts differing bits", arguments: 0..<20 as Range<UInt64>)
  func difference(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = (0..<16).map { _ in random.next() | (seed % 3 == 0 ? random.next() | random.next() : 0) }
    let a4 = SIMD4(words[0..<4])
    let b4 = seed % 2 == 0 ? ~a4 : SIMD4(words[4..<8])
    #expect(SIMD4.difference(a4, b4) == (0..<4).map { (a4[$0] ^ b4[$0]).nonzeroBitCount }.reduce(0, +))
    let a8 = SIMD8(words[0..<8])
    let b8 = seed % 2 == 0 ? ~a8 : SIMD8(words[8..<16])
    #expect(SIMD8.difference(a8, b8) == (0..<8).map { (a8[$0] ^ b8[$0]).nonzeroBitCount }.reduce(0, +))
    #expect(SIMD8.isEqual(a8, a8) && !SIMD8.isEqual(a8, b8) && SIMD4.isEqual(a4, a4) && !SIMD4.isEqual(a4, b4))
  }
}
