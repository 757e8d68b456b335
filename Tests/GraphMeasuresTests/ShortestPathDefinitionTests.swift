import GraphCore
import Testing

/// Distances and paths of the module GraphCore on the graphs that the measures are tested on.
@Suite struct ShortestPathDefinitionTests {
  @Test(
    "agree with their definition on every undirected graph of up to five nodes, directed up to four",
    arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    for small in PathCase.all(isDirected: size.isDirected, nodes: size.nodes) {
      let (graph, pathLength) = (small.graph, small.pathLength)
      let slow = ShortestPathsByDefinition(of: graph, pathLength: pathLength)
      for v in 0..<size.nodes {
        #expect(graph.distances(from: v, pathLength: pathLength) == slow.distance[v], "\(graph.edges)")
        #expect(graph.distances(to: v, pathLength: pathLength) == slow.distance.map { $0[v] }, "\(graph.edges)")
        for w in 0..<size.nodes {
          // Of several the first by node numbers.
          let first = slow.paths[v][w].min { $0.lexicographicallyPrecedes($1) }
          #expect(graph.shortestPath(from: v, to: w, pathLength: pathLength) == first, "\(graph.edges)")
        }
      }
    }
  }

  @Test("distances do not depend on how nodes are numbered", arguments: 0..<5 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    for sample in PathCase.random(seed: seed) {
      let number = RandomGraphs.permutation(sample.graph.nodeCount, seed: seed + 100)
      let moved = sample.graph.renumbered(number)
      for v in 0..<sample.graph.nodeCount {
        let expected = sample.graph.distances(from: v, pathLength: sample.pathLength)
        let found = moved.distances(from: number[v], pathLength: sample.pathLength)
        #expect(agree(number.map { found[$0] }, expected))
      }
    }
  }

  @Test("are defined for a single node, loops, parallel edges and nodes out of reach")
  func edgeCases() {
    #expect(EdgyGraphs.single.distances(from: 0) == [0])
    #expect(EdgyGraphs.single.shortestPath(from: 0, to: 0) == [0])
    #expect(EdgyGraphs.looped.distances(from: 0) == [0, 1, .infinity])
    #expect(EdgyGraphs.twoPairs.distances(to: 2) == [.infinity, .infinity, 0, 1])
    #expect(KnownGraphs.circle(3, isDirected: true).distances(from: 0) == [0, 1, 2])
    #expect(KnownGraphs.star(5).distances(from: 1) == [1, 0, 2, 2, 2])
  }
}
