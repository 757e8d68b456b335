import GraphCore
import Testing

@testable import GraphMeasures

/// Weighted searches side by side give what one search after the other gives.
@Suite struct DistanceLanesTests {
  /// Weights of any kind from one that draws numbers below 1.
  private static func graph(
    _ plain: Graph, seed: UInt64, weight: (_ drawn: Double) -> Double
  ) -> Graph {
    var random = SplitMix64(seed: seed)
    return Graph(
      nodeCount: plain.nodeCount,
      weightedEdges: plain.edges.map {
        ($0.source, $0.target, weight(Double(random.next() >> 11) * 0x1p-53))
      }, isDirected: plain.isDirected)
  }

  private func expectAgreement(_ graph: Graph, sourceLocation: SourceLocation = #_sourceLocation) {
    for rows in [graph.outgoing, graph.incoming] {
      let profile = graph.weightedProfile(along: rows, threads: 1)
      for threads in 2...3 {
        #expect(
          graph.weightedProfile(along: rows, threads: threads) == profile, sourceLocation: sourceLocation)
      }
      for v in 0..<graph.nodeCount {
        let distances =
          rows == graph.outgoing
          ? graph.distances(from: v, pathLength: .inverseWeight) : graph.distances(to: v, pathLength: .inverseWeight)
        let others = distances.filter { $0 > 0 && $0 < .infinity }
        #expect(profile.reached[v] == others.count, sourceLocation: sourceLocation)
        // Each distance has the same bits, so the greatest has; a sum depends on the order.
        #expect(profile.greatest[v] == others.max() ?? 0, sourceLocation: sourceLocation)
        #expect(agree(profile.total[v], others.reduce(0, +), relative: 1e-13), sourceLocation: sourceLocation)
        #expect(
          agree(profile.inverseTotal[v], others.map { 1 / $0 }.reduce(0, +), relative: 1e-13),
          sourceLocation: sourceLocation)
      }
    }
  }

  @Test("agree with one search after the other, whatever the weights", arguments: 0..<3 as Range<UInt64>)
  func searches(seed: UInt64) {
    let plain = [
      RandomGraphs.even(nodeCount: 300, edgeCount: 1500, seed: seed),
      RandomGraphs.even(nodeCount: 150, edgeCount: 100, seed: seed),
      RandomGraphs.even(nodeCount: 120, edgeCount: 500, isDirected: true, seed: seed),
      RandomGraphs.even(nodeCount: 3, edgeCount: 3, seed: seed),
      KnownGraphs.complete(40), KnownGraphs.isolates(4), KnownGraphs.isolates(0),
    ]
    for plain in plain {
      // Even; mostly weak, as the ties of real networks are; of many orders of magnitude; so thin that some are no length.
      expectAgreement(Self.graph(plain, seed: seed) { 0.1 + $0 })
      expectAgreement(Self.graph(plain, seed: seed) { 1 + (10 * $0 * $0 * $0 * $0).rounded(.down) })
      expectAgreement(Self.graph(plain, seed: seed) { 1 + (1e5 * $0 * $0).rounded(.down) / 1000 })
      expectAgreement(Self.graph(plain, seed: seed) { $0 < 0.3 ? 1e-9 : $0 < 0.6 ? 1 + $0 : 1e9 })
      expectAgreement(Self.graph(plain, seed: seed) { $0 < 0.2 ? .leastNonzeroMagnitude : 0.01 + $0 })
    }
  }

  @Test("go to the end of long chains, past lengths that never were due")
  func chains() {
    // Each arc as long as eight million of the shortest: far more than the queue can see ahead.
    expectAgreement(Self.graph(KnownGraphs.chain(60), seed: 1) { $0 < 0.5 ? 0.001 : 8000.5 })
    expectAgreement(Self.graph(KnownGraphs.chain(400), seed: 2) { 0.5 + $0 })
    expectAgreement(Self.graph(KnownGraphs.circle(90, isDirected: true), seed: 3) { 0.5 + $0 })
    expectAgreement(Graph(nodeCount: 3, weightedEdges: [(0, 1, .greatestFiniteMagnitude), (1, 2, 1e-300)]))
  }

  @Test("follow no arc that a path over one other node undercuts")
  func undercut() {
    // By hand: 0 to 2 is 1 long and 0.75 by 1; 0 to 3 is 0.75 long and as much by 1; 1 to 2 and 1 to 3 are 0.25.
    let graph = Graph(
      nodeCount: 4, weightedEdges: [(0, 1, 2), (1, 2, 4), (0, 2, 1), (1, 3, 4), (0, 3, 4.0 / 3)])
    let rows = LengthRows(graph.outgoing, lengths: ArcLengths(of: graph.outgoing), order: [0, 1, 2, 3])
    #expect(rows.offsets == [0, 2, 5, 6, 8])
    #expect(rows.targets == [1, 3, 2, 3, 0, 1, 1, 0])
    #expect(rows.longest == 1 && rows.shortest == 0.25)
    #expect(rows.nearest(of: 3)?.target == 1 && rows.nearest(of: 3)?.length == 0.25)
  }

  @Test("weights so small that no Double holds the length join nobody")
  func endlessArcs() {
    let weights = [Double.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude]
    expectAgreement(Graph(nodeCount: 3, weightedEdges: [(0, 1, weights[0]), (1, 2, weights[1])]))
    expectAgreement(Graph(nodeCount: 3, weightedEdges: [(0, 1, weights[0]), (1, 2, 1)]))
  }
}
