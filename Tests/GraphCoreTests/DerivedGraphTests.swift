import GraphCore
import Testing

@Suite struct DerivedGraphTests {
  @Test("undirected joins the ends of arcs and adds the weights of both ways")
  func undirected() {
    let arcs = Graph(nodeCount: 4, edges: [(0, 1), (1, 0), (2, 1), (3, 0)], isDirected: true)
    #expect(arcs.undirected() == Graph(nodeCount: 4, edges: [(0, 1), (1, 2), (0, 3)]))
    let weighted = Graph(nodeCount: 3, weightedEdges: [(0, 1, 2), (1, 0, 3), (2, 1, 5)], isDirected: true)
    #expect(weighted.undirected() == Graph(nodeCount: 3, weightedEdges: [(0, 1, 5), (1, 2, 5)]))
    let plain = Graph(nodeCount: 2, edges: [(0, 1)])
    #expect(plain.undirected() == plain)
  }

  @Test("a subgraph keeps the edges among the nodes, numbered as listed")
  func subgraph() {
    let path = Graph(nodeCount: 4, weightedEdges: [(0, 1, 2), (1, 2, 3), (2, 3, 4)])
    #expect(path.subgraph(of: [2, 1, 0]) == Graph(nodeCount: 3, weightedEdges: [(0, 1, 3), (1, 2, 2)]))
    #expect(path.subgraph(of: []) == Graph(nodeCount: 0, weightedEdges: []))
    let arcs = Graph(nodeCount: 3, edges: [(0, 1), (2, 0)], isDirected: true)
    #expect(arcs.subgraph(of: [0, 2]) == Graph(nodeCount: 2, edges: [(1, 0)], isDirected: true))
  }
}
