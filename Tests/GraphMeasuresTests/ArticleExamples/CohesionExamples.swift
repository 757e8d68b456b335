import GraphCore
import GraphMeasures
import Testing

/// The examples of the articles on cohesion, line by line as they stand there, and what they must give.
@Suite struct CohesionExamples {
  @Test("Components and strong components")
  func components() {
    let told = Graph(nodeCount: 4, edges: [(0, 1), (1, 0), (1, 2)], isDirected: true)
    let parts = told.components().members()  // [[0, 1, 2], [3]]
    let circles = told.strongComponents().members()  // [[0, 1], [2], [3]]
    #expect(parts == [[0, 1, 2], [3]] && circles == [[0, 1], [2], [3]])
  }

  @Test("Cut nodes, bridges and biconnected components")
  func cutNodesAndBridges() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let weakSpots = bowTie.biconnectivity()
    let cutNodes = weakSpots.cutNodes  // [2]
    let bridges = weakSpots.bridges  // []: no single edge
    let blocks = weakSpots.components()  // [[0, 1, 2], [2, 3, 4]]
    #expect(cutNodes == [2] && bridges.isEmpty && blocks == [[0, 1, 2], [2, 3, 4]])
  }

  @Test("Fragmentation and distance fragmentation")
  func fragmentation() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let now = bowTie.fragmentation()  // 0
    let withDistance = bowTie.distanceFragmentation()  // 0.2
    let afterLoss = bowTie.fragmentationWithout()[2]  // 0.667: of 6 pairs 2 remain joined
    #expect(now == 0 && abs(withDistance! - 0.2) < 1e-12)
    #expect(afterLoss == 1 - 4.0 / 12)
  }

  @Test("Krackhardt’s connectedness and efficiency")
  func connectednessAndEfficiency() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let joined = bowTie.connectedness()  // 1
    let efficiency = bowTie.krackhardtEfficiency()  // 0.667
    #expect(joined == 1 && efficiency == 1 - 2.0 / 6)
  }

  @Test("Centralization")
  func centralization() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let degree = bowTie.degreeCentralization()  // 0.667 = (4 · 2)/(4 · 3)
    let betweenness = bowTie.betweennessCentralization()  // 0.667 = (4 · 2/3)/4
    let closeness = bowTie.closenessCentralization()  // 0.778 = (4 · 1/3)/(4 · 3/7)
    let same = bowTie.centralization(of: bowTie.closeness(), as: .closeness)
    #expect(degree == 8.0 / 12 && abs(betweenness! - 2.0 / 3) < 1e-12)
    #expect(abs(closeness! - 7.0 / 9) < 1e-12 && same == closeness)
  }
}
