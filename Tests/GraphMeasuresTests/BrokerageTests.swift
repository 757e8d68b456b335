import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct BrokerageTests {
  private func roles(_ c: Int, _ i: Int, _ g: Int, _ r: Int, _ l: Int) -> BrokerageRoles {
    var roles = BrokerageRoles()
    (roles.coordinator, roles.itinerant, roles.gatekeeper, roles.representative, roles.liaison) = (c, i, g, r, l)
    return roles
  }

  @Test("equals published values")
  func knownValues() {
    // Gould & Fernandez 1989 as counted by a program of its own from their definition; Zachary's club by faction.
    let karate = KnownGraphs.karate.brokerage(groups: KnownGraphs.karateClubs)
    #expect(karate[0] == roles(174, 0, 15, 15, 0))
    #expect(karate[2] == roles(10, 12, 23, 23, 0))
    #expect(karate[33] == roles(156, 6, 40, 40, 0))
    let sums = karate.compactMap { $0 }
    #expect(sums.reduce(0) { $0 + $1.coordinator } == 510 && sums.reduce(0) { $0 + $1.itinerant } == 20)
    #expect(sums.reduce(0) { $0 + $1.gatekeeper } == 128 && sums.reduce(0) { $0 + $1.representative } == 128)
    let musterland = KnownGraphs.musterland.brokerage(groups: KnownGraphs.musterlandSectors)
    #expect(musterland[0] == roles(0, 0, 0, 0, 36))
    #expect(musterland[1] == roles(0, 0, 1, 1, 2) && musterland[2] == roles(2, 0, 1, 1, 0))
    // By hand: A→B,C; B→C,D; C→D; D→A with groups A, B | C, D.
    let four = Graph(nodeCount: 4, edges: [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 0)], isDirected: true)
    #expect(
      four.brokerage(groups: [0, 0, 1, 1])
        == [roles(0, 1, 1, 0, 0), roles(0, 0, 0, 1, 0), roles(0, 0, 1, 0, 0), roles(0, 1, 0, 1, 0)])
  }

  @Test("agrees with its definition on every small graph", arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    let divisions: [[Int?]] = [
      [0, 0, 1, 2, 1], [0, 1, 0, 1, 2], [0, 1, 2, 3, 4], [1, nil, 1, 0, 0], [0, 0, 0, 0, 0],
    ]
    for graph in SmallGraphs.of(size) {
      for division in divisions {
        let groups = Array(division.prefix(size.nodes))
        #expect(graph.brokerage(groups: groups) == slow(DenseGraph(graph), groups))
      }
    }
  }

  private func slow(_ dense: DenseGraph, _ groups: [Int?]) -> [BrokerageRoles?] {
    dense.nodes.map { b in
      guard let own = groups[b] else { return nil }
      var roles = BrokerageRoles()
      for a in dense.nodes where dense.arc(a, b) {
        for c in dense.nodes where dense.arc(b, c) && a != c && !dense.arc(a, c) {
          guard let source = groups[a], let receiver = groups[c] else { continue }
          switch (source == own, own == receiver, source == receiver) {
          case (true, true, _): roles.coordinator += 1
          case (true, false, _): roles.representative += 1
          case (false, true, _): roles.gatekeeper += 1
          case (false, false, true): roles.itinerant += 1
          case (false, false, false): roles.liaison += 1
          }
        }
      }
      return roles
    }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<30 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph = RandomGraphs.even(nodeCount: 40, edgeCount: 200, isDirected: seed % 2 == 0, seed: seed)
    let groups = (0..<40).map { $0 % 9 == 0 ? nil : Optional($0 % 4) }
    let numbers = RandomGraphs.permutation(40, seed: seed + 1)
    var renamed = [Int?](repeating: nil, count: 40)
    for v in 0..<40 { renamed[numbers[v]] = groups[v] }
    let one = graph.brokerage(groups: groups)
    let two = graph.renumbered(numbers).brokerage(groups: renamed)
    #expect(one == numbers.map { two[$0] })
    #expect(one == slow(DenseGraph(graph), groups))
  }

  @Test("is defined for empty graphs, and not for nodes without a group")
  func edgeCases() {
    #expect(EdgyGraphs.empty.brokerage(groups: []).isEmpty)
    #expect(KnownGraphs.complete(4).brokerage(groups: [0, 1, 2, nil]).map { $0?.total } == [0, 0, 0, nil])
    #expect(KnownGraphs.star(3).brokerage(groups: [0, 0, 0])[0] == roles(2, 0, 0, 0, 0))
  }
}
