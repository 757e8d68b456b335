import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct EdgeBetweennessTests {
  @Test("equals values known by hand and from networkx 3.6.1")
  func knownValues() {
    // By hand: a tie of a chain of five joins k with 5 − k nodes.
    #expect(KnownGraphs.chain(5).edgeBetweenness(scale: .count) == [4, 6, 6, 4])
    // By hand: a spoke of a star carries the pairs of its leaf.
    #expect(KnownGraphs.star(5).edgeBetweenness(scale: .count) == [4, 4, 4, 4])
    #expect(KnownGraphs.star(5).edgeBetweenness() == [0.4, 0.4, 0.4, 0.4])
    // By hand: six pairs, two of them over two paths each.
    #expect(KnownGraphs.circle(4).edgeBetweenness(scale: .count) == [2, 2, 2, 2])
    // By hand: arc i → i+1 of a directed circle of four carries 3 + 2 + 1 pairs.
    #expect(KnownGraphs.circle(4, isDirected: true).edgeBetweenness(scale: .count) == [6, 6, 6, 6])
  }

  @Test(
    "agrees with its definition on every undirected graph of up to five nodes, directed up to four",
    arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    for small in PathCase.all(isDirected: size.isDirected, nodes: size.nodes) {
      let slow = ShortestPathsByDefinition(of: small.graph, pathLength: small.pathLength)
      let expected = small.graph.edges.map { edge in
        var sum = 0.0
        for (s, t) in ShortestPathsByDefinition.pairs(size.nodes) where size.isDirected || s < t {
          let paths = slow.paths[s][t]
          let through = paths.count { path in
            zip(path, path.dropFirst()).contains { a, b in
              (a, b) == (edge.source, edge.target) || (!size.isDirected && (b, a) == (edge.source, edge.target))
            }
          }
          if through > 0 { sum += Double(through) / Double(paths.count) }
        }
        return sum
      }
      let scores = small.graph.edgeBetweenness(pathLength: small.pathLength, scale: .count)
      #expect(agree(scores, expected, relative: 1e-12), "\(small.graph.edges)")
    }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<10 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    for sample in PathCase.random(seed: seed) {
      let number = RandomGraphs.permutation(sample.graph.nodeCount, seed: seed + 100)
      let renumbered = sample.graph.renumbered(number)
      let moved = renumbered.edgeBetweenness(pathLength: sample.pathLength)
      let position = Dictionary(
        uniqueKeysWithValues: renumbered.edges.enumerated().map { ([$1.source, $1.target], $0) })
      let expected = sample.graph.edges.map { edge -> Double in
        let (a, b) = (number[edge.source], number[edge.target])
        return moved[position[sample.graph.isDirected || a < b ? [a, b] : [b, a]]!]
      }
      #expect(agree(sample.graph.edgeBetweenness(pathLength: sample.pathLength), expected), "\(sample)")
    }
  }

  @Test("adds up to the sum of all distances", arguments: 0..<5 as Range<UInt64>)
  func sum(seed: UInt64) {
    // Each pair puts as many edges on its paths as it is hops apart.
    let graph = RandomGraphs.even(nodeCount: 60, edgeCount: 90, seed: seed)
    let distances = (0..<60).flatMap { graph.distances(from: $0) }.filter { $0 < .infinity }.reduce(0, +) / 2
    #expect(agree(graph.edgeBetweenness(scale: .count).reduce(0, +), distances))
  }

  @Test("is defined for graphs without edges, and has the same bits with any number of threads")
  func edgeCases() {
    #expect(KnownGraphs.isolates(0).edgeBetweenness() == [])
    #expect(KnownGraphs.isolates(3).edgeBetweenness() == [])
    #expect(KnownGraphs.chain(2).edgeBetweenness() == [1])
    let graph = RandomGraphs.even(nodeCount: 500, edgeCount: 1200, seed: 3)
    #expect(graph.edgeBetweenness(threads: 3) == graph.edgeBetweenness())
  }
}
