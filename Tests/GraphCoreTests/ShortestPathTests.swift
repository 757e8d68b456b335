import GraphCore
import Testing

@Suite struct ShortestPathTests {
  let weighted = Graph(
    nodeCount: 6, weightedEdges: [(0, 1, 1), (1, 2, 4), (0, 2, 1), (2, 3, 2), (0, 3, 0.5), (4, 5, 1)])

  @Test("distances are hops, or the inverse weights added up")
  func distances() {
    #expect(weighted.distances(from: 0) == [0, 1, 1, 1, .infinity, .infinity])
    #expect(weighted.distances(from: 0, pathLength: .inverseWeight) == [0, 1, 1, 1.5, .infinity, .infinity])
    #expect(weighted.distances(from: 1, pathLength: .inverseWeight) == [1, 0, 0.25, 0.75, .infinity, .infinity])
    let arcs = Graph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    #expect(arcs.distances(from: 1) == [.infinity, 0, 1])
    #expect(arcs.distances(to: 1) == [1, 0, .infinity])
    #expect(arcs.distances(to: 2, pathLength: .inverseWeight) == [2, 1, 0])
  }

  @Test("a shortest path is one, and of several the first by node numbers")
  func paths() {
    #expect(weighted.shortestPath(from: 1, to: 3, pathLength: .inverseWeight) == [1, 2, 3])
    #expect(weighted.shortestPath(from: 1, to: 3) == [1, 0, 3])
    #expect(weighted.shortestPath(from: 0, to: 4) == nil)
    #expect(weighted.shortestPath(from: 2, to: 2) == [2])
    let arcs = Graph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    #expect(arcs.shortestPath(from: 0, to: 2) == [0, 1, 2])
    #expect(arcs.shortestPath(from: 2, to: 0) == nil)
    // 1/3 + 1/6 equals 1/4 + 1/4, though not in binary.
    let equal = Graph(nodeCount: 4, weightedEdges: [(0, 1, 3), (1, 3, 6), (0, 2, 4), (2, 3, 4)])
    #expect(equal.shortestPath(from: 0, to: 3, pathLength: .inverseWeight) == [0, 1, 3])
    #expect(equal.distances(from: 0, pathLength: .inverseWeight)[3] == 0.5)
  }

  @Test("weights of every size are no obstacle")
  func extremeWeights() {
    let graph = Graph(nodeCount: 4, weightedEdges: [(0, 1, 1e300), (1, 2, 1e-300), (2, 3, 1e300), (0, 3, 1e-300)])
    let far = graph.distances(from: 0, pathLength: .inverseWeight)[2]
    #expect(abs(far / 1e300 - 1) < 1e-15)
    #expect(graph.shortestPath(from: 0, to: 2, pathLength: .inverseWeight) != nil)
  }
}
