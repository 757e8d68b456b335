import Foundation
import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct GroupMixingTests {
  @Test("equals published values")
  func knownValues() throws {
    // Musterland: recomputed with networkx 3.6.1 (attribute_assortativity_coefficient) and by hand.
    let musterland = KnownGraphs.musterland.mixing(of: KnownGraphs.musterlandSectors)
    #expect(musterland.externalEdges == 10 && musterland.internalEdges == 3)
    #expect(try agree(#require(musterland.eiIndex), 0.5385, relative: 5e-5))
    #expect(try agree(#require(musterland.assortativity), 0.0580, relative: 1e-3))
    let pairs = (0..<9).flatMap { a in (0..<a).map { (a, $0) } }
    #expect(pairs.count { musterland.edges(from: $0, to: $1) == 0 } == 27)
    // Zachary's club by faction, counted by hand from the published edge list: 11 between, 35 and 32 within.
    let karate = KnownGraphs.karate.mixing(of: KnownGraphs.karateClubs)
    #expect(try agree(#require(karate.eiIndex), -0.7179, relative: 5e-5))
    #expect(try agree(#require(karate.eiIndex(of: 0)), -0.5217, relative: 5e-5))
    #expect(try agree(#require(karate.eiIndex(of: 1)), -0.4884, relative: 5e-5))
  }

  @Test("agrees with its definition on every small graph", arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    let divisions: [[Int?]] = [
      [0, 0, 1, 2, 1], [0, 1, 0, 1, 2], [1, nil, 1, 0, 0], [nil, 0, 0, 0, 0], [nil, nil, nil, nil, nil],
    ]
    for graph in SmallGraphs.of(size) {
      for division in divisions { expectDefinition(graph, Array(division.prefix(size.nodes))) }
    }
  }

  private func expectDefinition(_ graph: Graph, _ groups: [Int?]) {
    let dense = DenseGraph(graph)
    let mixing = graph.mixing(of: groups)
    let ends = graph.edges.compactMap { edge -> (Int, Int)? in
      guard let a = groups[edge.source], let b = groups[edge.target] else { return nil }
      return (a, b)
    }
    func index(_ edges: [(Int, Int)]) -> Double? {
      let external = edges.count { $0 != $1 }
      return edges.isEmpty ? nil : Double(2 * external - edges.count) / Double(edges.count)
    }
    #expect(mixing.eiIndex == index(ends))
    for v in dense.nodes {
      let own = graph.edges.filter { $0.source == v || $0.target == v }
        .compactMap { edge in groups[edge.source].flatMap { a in groups[edge.target].map { (a, $0) } } }
      #expect(graph.eiIndices(groups: groups)[v] == index(own))
    }
    let mirrored = graph.isDirected ? ends : ends + ends.map { ($1, $0) }
    let total = Double(mirrored.count)
    var trace = 0.0
    var chance = 0.0
    var expected = 0.0
    for a in 0..<mixing.groupCount {
      let members = groups.count { $0 == a }
      #expect(mixing.sizes[a] == members)
      #expect(mixing.eiIndex(of: a) == index(ends.filter { $0 == a || $1 == a }))
      trace += Double(mirrored.count { $0 == a && $1 == a }) / total
      chance += Double(mirrored.count { $0.0 == a }) / total * Double(mirrored.count { $0.1 == a }) / total
      for b in 0..<mixing.groupCount {
        let between = ends.count { $0 == (a, b) || (!graph.isDirected && $0 == (b, a)) }
        #expect(mixing.edges(from: a, to: b) == between)
        var possible = 0
        for (v, left) in groups.enumerated() where left == a {
          for (w, right) in groups.enumerated() where right == b && v != w {
            if graph.isDirected || a != b || v < w { possible += 1 }
          }
        }
        #expect(mixing.possibleEdges(from: a, to: b) == possible)
        if graph.isDirected || a <= b { expected += mixing.expectedEdges(from: a, to: b) ?? 0 }
      }
    }
    // Edges drawn at random are as many as there are.
    #expect(agree(expected, Double(ends.count)))
    let r = (trace - chance) / (1 - chance)
    if ends.isEmpty || abs(1 - chance) < 1e-12 {
      #expect(mixing.assortativity == nil)
    } else {
      #expect(agree(mixing.assortativity ?? .nan, r))
    }
  }

  @Test("expected edges of one group and of two follow the configuration model")
  func expectedEdges() throws {
    // A star of four with its centre in a group of its own: k = 3 and 3, m = 3.
    let mixing = KnownGraphs.star(4).mixing(of: [0, 1, 1, 1])
    #expect(mixing.expectedEdges(from: 0, to: 1) == 1.5)
    #expect(mixing.expectedEdges(from: 0, to: 0) == 0.75 && mixing.expectedEdges(from: 1, to: 1) == 0.75)
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<20 as Range<UInt64>)
  func relabelling(seed: UInt64) {
    let graph = RandomGraphs.even(nodeCount: 40, edgeCount: 100, isDirected: seed % 2 == 0, seed: seed)
    let groups = (0..<40).map { $0 % 7 == 0 ? nil : Optional($0 % 5) }
    let numbers = RandomGraphs.permutation(40, seed: seed + 1)
    var renamed = [Int?](repeating: nil, count: 40)
    for v in 0..<40 { renamed[numbers[v]] = groups[v] }
    #expect(graph.mixing(of: groups) == graph.renumbered(numbers).mixing(of: renamed))
    let one = graph.participationCoefficient(groups: groups)
    let two = graph.renumbered(numbers).participationCoefficient(groups: renamed)
    #expect(one == NodeScores(values: numbers.map { two.values[$0] }))
  }

  @Test("is defined without nodes, edges or groups")
  func edgeCases() {
    let none = EdgyGraphs.empty.mixing(of: [])
    #expect(none.groupCount == 0 && none.eiIndex == nil && none.assortativity == nil)
    let apart = KnownGraphs.isolates(3).mixing(of: [0, 0, 4])
    #expect(apart.sizes == [2, 0, 0, 0, 1] && apart.expectedEdges(from: 0, to: 4) == nil)
    #expect(KnownGraphs.complete(4).assortativity(groups: [0, 0, 0, 0]) == nil)
    #expect(EdgyGraphs.twoPairs.assortativity(groups: [0, 0, 1, 1]) == 1)
    #expect(EdgyGraphs.twoPairs.eiIndex(groups: [0, 1, 0, 1]) == 1)
  }
}

@Suite struct ParticipationTests {
  @Test("agrees with its definition on every small graph", arguments: SmallSize.all)
  func definition(_ size: SmallSize) {
    let divisions: [[Int?]] = [
      [0, 0, 1, 2, 1], [0, 1, 0, 1, 2], [1, nil, 1, 0, 0], [nil, nil, nil, nil, nil],
    ]
    for graph in SmallGraphs.of(size) {
      let dense = DenseGraph(graph)
      for division in divisions {
        let groups = Array(division.prefix(size.nodes))
        let scores = graph.participationCoefficient(groups: groups)
        for v in dense.nodes {
          let near = dense.neighbors(v).compactMap { groups[$0] }
          let squares = Set(near).reduce(0.0) { sum, group in
            let share = Double(near.count { $0 == group }) / Double(near.count)
            return sum + share * share
          }
          #expect(near.isEmpty ? scores[v] == nil : agree(scores[v] ?? .nan, 1 - squares))
        }
      }
    }
  }

  @Test("is 0 within one group and 1 − 1/k over k groups")
  func edgeCases() {
    // Guimerà & Amaral 2005: 0 when all links stay in one module, near 1 when they spread evenly.
    #expect(KnownGraphs.star(5).participationCoefficient(groups: [0, 1, 1, 1, 1])[0] == 0)
    #expect(KnownGraphs.star(5).participationCoefficient(groups: [0, 1, 2, 3, 4])[0] == 0.75)
    #expect(EdgyGraphs.single.participationCoefficient(groups: [0])[0] == nil)
    #expect(EdgyGraphs.empty.participationCoefficient(groups: []).count == 0)
  }
}

@Suite struct DiversityTests {
  @Test("equals published values")
  func knownValues() throws {
    // Musterland's sectors 1 3 2 1 1 1 1 1 1, by hand and with Python's math module.
    let sectors = Diversity(groups: KnownGraphs.musterlandSectors)
    #expect(try agree(#require(sectors.blau), 0.8611, relative: 5e-5))
    #expect(try agree(#require(sectors.shannon), 2.0947, relative: 5e-5))
    #expect(try agree(#require(sectors.pielou), 0.9534, relative: 5e-5))
    #expect(try agree(#require(sectors.effectiveGroups), 8.1232, relative: 5e-5))
    // Hill 1973: equal groups are as diverse as they are many.
    let equal = Diversity(counts: [5, 5, 5, 5])
    #expect(try agree(#require(equal.effectiveGroups), 4))
    #expect(equal.blau == 0.75 && equal.pielou == 1)
  }

  @Test("agrees with its definition on every division of up to six members", arguments: 1...6)
  func definition(count: Int) throws {
    for groups in allPartitions(count) {
      let found = Diversity(groups: groups.reversed() + [nil])
      // Blau: of all draws of two members with replacement those of different groups.
      let draws = groups.flatMap { a in groups.map { a != $0 } }
      #expect(try agree(#require(found.blau), Double(draws.count { $0 }) / Double(draws.count)))
      // Shannon: how surprising a member's group is in the mean.
      let surprise = groups.map { group in log(Double(count) / Double(groups.count { $0 == group })) }
      let shannon = surprise.reduce(0, +) / Double(count)
      #expect(try agree(#require(found.shannon), shannon))
      #expect(try agree(#require(found.effectiveGroups), exp(shannon)))
      // Pielou: of what as many groups of equal size have.
      let number = Set(groups).count
      #expect(number == 1 ? found.pielou == nil : try agree(#require(found.pielou), shannon / log(Double(number))))
    }
  }

  @Test("is defined for none and one group, and leaves empty ones out")
  func edgeCases() {
    let none = Diversity(counts: [0, 0])
    #expect(none.blau == nil && none.shannon == nil && none.pielou == nil && none.effectiveGroups == nil)
    let one = Diversity(counts: [7, 0])
    #expect(one.blau == 0 && one.shannon == 0 && one.pielou == nil && one.effectiveGroups == 1)
    #expect(Diversity(groups: [2, nil, 2, 0]) == Diversity(counts: [1, 2]))
    #expect(Diversity(counts: [1, 2, 3]).shannon == Diversity(counts: [3, 2, 1]).shannon)
  }
}
