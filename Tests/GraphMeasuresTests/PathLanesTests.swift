import GraphCore
import Testing

@testable import GraphMeasures

/// Searches side by side, on a graph whose leaves are folded away, give what plain searches from every node give.
@Suite struct PathLanesTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let graph: Graph

    static let all = [
      Sample(testDescription: "several batches", graph: RandomGraphs.even(nodeCount: 300, edgeCount: 900, seed: 1)),
      Sample(testDescription: "many parts", graph: RandomGraphs.even(nodeCount: 300, edgeCount: 150, seed: 2)),
      Sample(testDescription: "leaves", graph: RandomGraphs.even(nodeCount: 300, edgeCount: 330, seed: 3)),
      Sample(testDescription: "a tree", graph: RandomGraphs.tree(nodeCount: 200, seed: 4)),
      Sample(testDescription: "a long chain", graph: KnownGraphs.chain(200)),
      Sample(testDescription: "a grid", graph: KnownGraphs.grid(rows: 12, columns: 15)),
      Sample(testDescription: "many paths", graph: KnownGraphs.diamonds(60)),
      Sample(testDescription: "teams", graph: teams(nodeCount: 200, teams: 40, size: 8, seed: 7)),
      Sample(testDescription: "teams and leaves", graph: teams(nodeCount: 200, teams: 60, size: 4, seed: 8)),
      Sample(testDescription: "twins all", graph: KnownGraphs.complete(70)),
      Sample(
        testDescription: "arcs", graph: RandomGraphs.even(nodeCount: 200, edgeCount: 900, isDirected: true, seed: 5)),
      Sample(
        testDescription: "few arcs",
        graph: RandomGraphs.even(nodeCount: 200, edgeCount: 220, isDirected: true, seed: 6)),
      Sample(testDescription: "a directed circle", graph: KnownGraphs.circle(100, isDirected: true)),
    ]

    /// Everybody of a team joined with everybody; who is in one team only has twins there, and a pair hangs by a leaf.
    private static func teams(nodeCount: Int, teams: Int, size: Int, seed: UInt64) -> Graph {
      var random = SplitMix64(seed: seed)
      var edges: [(Int, Int)] = []
      for team in 0..<teams {
        let members = (0..<(team % size + 1)).map { _ in random.below(nodeCount) }
        for a in members { for b in members where a < b { edges.append((a, b)) } }
      }
      return Graph(nodeCount: nodeCount, edges: edges)
    }
  }

  @Test("agrees with one search after the other", arguments: Sample.all)
  func plainSearches(_ sample: Sample) {
    let graph = sample.graph
    var counts = PathCounts(
      along: graph.outgoing, lengths: nil, mass: Array(repeating: 1, count: graph.nodeCount))
    var sums = [Double](repeating: 0, count: graph.nodeCount)
    for source in 0..<graph.nodeCount { counts.addDependencies(from: source, to: &sums) }
    let scores = graph.betweenness(scale: .count)
    #expect(agree(scores.values, sums.map { graph.isDirected ? $0 : $0 / 2 }))
  }

  @Test("leaves sources with more paths than a Double holds to the plain search")
  func overflow() {
    // 2^1010 paths from end to end of the chain: beyond what the lanes dare.
    let graph = KnownGraphs.diamonds(1010)
    let n = graph.nodeCount
    let lanes = PathLanes(
      outgoing: graph.outgoing, incoming: graph.incoming, mass: Array(repeating: 1, count: n))
    var sums = [Double](repeating: 0, count: n)
    #expect(lanes.addDependencies(of: 0..<16, to: &sums) == Array(0..<16))
    #expect(sums.allSatisfy { $0 == 0 })
    // From the middle no node is so far, and the waists next to it part a half each.
    let middle = 3 * 505
    #expect(lanes.addDependencies(of: middle..<middle + 1, to: &sums) == [])
    #expect(sums[middle + 3] == 3 * 504 && sums[middle - 3] == 3 * 504)
  }

  @Test("counts every node of a tree as a source where the plain search takes over")
  func overflowWithLeaves() {
    // A chain of diamonds too long for the lanes, with a leaf at node 0.
    let chain = KnownGraphs.diamonds(1010)
    let n = chain.nodeCount
    let graph = Graph(nodeCount: n + 1, edges: chain.edges.map { ($0.source, $0.target) } + [(0, n)])
    let scores = graph.edgeBetweenness(scale: .count)
    // By hand: an edge into the last waist carries half of that waist's pairs with the n − 2 nodes before the last
    // diamond's middles, the pair of its own ends, and half of the pair of the middles.
    let last = graph.edges.enumerated().filter { $1.target == n - 1 }.map(\.offset)
    #expect(last.count == 2)
    for edge in last { #expect(agree(scores[edge], Double(n - 2) / 2 + 1.5)) }
  }

  @Test("folds twins, and knows them from nodes that are no neighbours or have a neighbour more")
  func twins() {
    // 0, 1 and 2 share everything; 3 has 6 besides; 4 and 5 share 0, 1, 2 and 3 but are no neighbours.
    let graph = Graph(
      nodeCount: 7,
      edges: [
        (0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3), (0, 4), (1, 4), (2, 4), (3, 4), (0, 5), (1, 5), (2, 5), (3, 5),
        (3, 6),
      ])
    let all = TwinFolding(graph.outgoing, among: [6, 5, 4, 3, 2, 1, 0])
    #expect(all.kept == [6, 5, 4, 3, 2] && all.target == [2, 2, 2, 3, 4, 5, 6])
    // Without its leaf 3 is like the others.
    let folded = TwinFolding(graph.outgoing, among: [0, 1, 2, 3, 4, 5])
    #expect(folded.kept == [0, 4, 5] && folded.target[3] == 0)
  }

  @Test("counts the paths over all twins where the plain search takes over")
  func overflowWithTwins() {
    // Diamonds whose middles are neighbours and so twins: 2^1010 paths from end to end.
    let count = 1010
    let chain = KnownGraphs.diamonds(count)
    let graph = Graph(
      nodeCount: chain.nodeCount,
      edges: chain.edges.map { ($0.source, $0.target) } + (0..<count).map { (3 * $0 + 1, 3 * $0 + 2) })
    let scores = graph.betweenness(scale: .count).values
    // By hand: a waist parts all before it from all behind it, a middle lies on half the paths past it.
    for place in [1, 2, 505, 1009] {
      #expect(agree(scores[3 * place], Double(3 * place) * Double(3 * (count - place))))
      #expect(agree(scores[3 * place + 1], Double(3 * place + 1) * Double(3 * (count - place - 1) + 1) / 2))
    }
  }

  @Test("folds trees into the nodes they hang on")
  func folding() {
    // A triangle with a path of two on node 0 and a leaf on node 1; apart from it a path of three.
    let graph = Graph(
      nodeCount: 9, edges: [(0, 1), (1, 2), (2, 0), (0, 3), (3, 4), (1, 5), (6, 7), (7, 8)])
    let (order, parts) = breadthFirstOrder(of: graph)
    let folding = LeafFolding(graph, parts: parts, order: order)
    #expect(Set(folding.kept).isSuperset(of: [0, 1, 2]) && folding.kept.count == 4)
    #expect(folding.mass[0] == 3 && folding.mass[1] == 2 && folding.mass[2] == 1)
    #expect(folding.mass.reduce(0, +) == 9)
    // Node 3 parts 4 from the other four; node 0 its tree of two from three; node 1 its leaf from four: both orders.
    #expect(folding.pairs[3] == 8 && folding.pairs[0] == 12 && folding.pairs[1] == 8 && folding.pairs[4] == 0)
    #expect(folding.pairs[7] == 2)
  }
}
