import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct SupportTests {
  @Test("the known graphs have their published sizes")
  func sizes() {
    #expect(KnownGraphs.kite.edgeCount == 18)
    #expect(KnownGraphs.florentine.edgeCount == 20 && KnownGraphs.florentine.nodeCount == 15)
    #expect(KnownGraphs.florentineBusiness.edgeCount == 15)
    #expect(KnownGraphs.musterland.edgeCount == 13 && KnownGraphs.musterland.nodeCount == 12)
    #expect(KnownGraphs.karate.edgeCount == 78)
    let external = KnownGraphs.karate.edges.count {
      KnownGraphs.karateClubs[$0.source] != KnownGraphs.karateClubs[$0.target]
    }
    #expect(external == 11)  // Ties between the clubs: networkx 3.6.1.
    #expect(KnownGraphs.wheel(5).edgeCount == 8)
    #expect(KnownGraphs.grid(rows: 3, columns: 4).edgeCount == 17)
  }

  @Test("the small graphs are all different")
  func enumeration() {
    #expect((1...5).map { Set(SmallGraphs.undirected(nodes: $0)).count } == [1, 2, 8, 64, 1024])
    #expect((1...4).map { Set(SmallGraphs.directed(nodes: $0)).count } == [1, 4, 64, 4096])
  }
}
