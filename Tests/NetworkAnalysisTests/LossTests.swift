import GraphCore
import NetworkModel
import Testing

@testable import NetworkAnalysis

@Suite struct LossTests {
  @Test("Musterland without its lead")
  func musterlandLead() throws {
    // Source: networkx 3.6.1 on the network without L.
    let network = Musterland.network
    let loss = try network.loss()
    #expect(network.ids(loss.removed) == ["L"])
    #expect(loss.parts.map(network.ids) == [["V", "B", "P", "Bi"], ["S1", "S2"], ["W", "A"], ["T", "K"], ["N"]])
    #expect(isNear(loss.before.fragmentation!, 0.1667, 5e-5) && isNear(loss.after.fragmentation!, 0.8364, 5e-5))
    #expect(isNear(loss.before.distanceFragmentation!, 0.5354, 5e-5))
    #expect(isNear(loss.after.distanceFragmentation!, 0.8667, 5e-5))
    #expect(loss.before.components == 2 && loss.after.components == 5)
    #expect(loss.tiesToJoinAll == 4 && isNear(loss.leadDependence!, 0.8))
    // N was alone before.
    #expect(network.ids(loss.cutOff) == ["S1", "S2", "W", "A", "T", "K"])
    // 10 · 9 / 2 pairs without L and N, less 6 + 1 + 1 + 1.
    #expect(loss.cutOffPairs == 36)
    #expect(loss.lostSectors == ["leader"])
    // Seven sectors besides leader and environment make 21 pairs; three of them are within a part.
    #expect(loss.separatedSectors?.count == 18)
    #expect(loss.separatedSectors?.first == PartnerLoss.SectorPair(a: "adult_education", b: "school"))
  }

  @Test("names what goes with a partner")
  func exchange() throws {
    var data = Dataset()
    data.partner("a", "school") { $0.role = .lead }
    data.partner("b", "museum")
    data.partner("c", "museum")
    data.tie("a", "b")
    data.tie("b", "c")
    data.offer("o1", of: "b", "Rooms", "Courses")
    data.offer("o2", of: "c", "courses")
    data.need("n1", of: "a", "rooms")
    data.need("n2", of: "a", "courses")
    data.need("n3", of: "b", "rooms")
    let network = data.network()
    let loss = try network.loss(of: [network.position("b")])
    #expect(loss.lostOffers == [0] && loss.lostTopics == ["Rooms"] && loss.needsLosingAllOffers == [0])
    #expect(loss.lostSectors.isEmpty)
    #expect(loss.separatedSectors == [PartnerLoss.SectorPair(a: "school", b: "museum")])
    #expect(network.ids(loss.cutOff) == ["c"] && loss.cutOffPairs == 1)
    #expect(loss.leadDependence == 0)
  }

  @Test("several leads leave together, and nobody may be left")
  func edges() throws {
    var data = Dataset()
    data.partner("a") { $0.role = .lead }
    data.partner("b") { $0.role = .lead }
    data.tie("a", "b")
    let loss = try data.network().loss()
    #expect(loss.removed == [0, 1] && loss.parts.isEmpty && loss.after.fragmentation == nil)
    #expect(loss.tiesToJoinAll == 0 && loss.leadDependence == nil && loss.after.components == 0)
    var alone = Dataset()
    alone.partner("a")
    #expect(throws: DecisionError.noLead) { try alone.network().loss() }
    #expect(try alone.network().loss(of: [0]).before.fragmentation == nil)
    #expect(throws: DecisionError.unknownPartners(["x", "y"])) {
      try alone.network().partners(named: ["x", "a", "y"])
    }
  }

  @Test("partners are found by id, then by a name that is theirs alone")
  func names() throws {
    var data = Dataset()
    data.partner("a") { $0.name = "Uni Süd" }
    data.partner("b") {
      $0.name = "Library"
      $0.short = "Lib"
    }
    data.partner("lib") { $0.name = "library" }
    let network = data.network()
    #expect(try network.partners(named: ["uni sued", "lib", "b"]) == [0, 2, 1])
    #expect(throws: DecisionError.ambiguousPartner("Library", ids: ["b", "lib"])) {
      try network.partners(named: ["Library"])
    }
  }

  @Test("agrees with distances found one by one", arguments: 0..<150 as Range<UInt64>)
  func definition(seed: UInt64) throws {
    let network = Dataset.random(seed: seed, largest: 10).network()
    let slow = SlowGraph(network.graph(direction: .ignore))
    var random = SplitMix64(seed: seed &+ 7)
    let removed = Set(network.partners.indices.filter { _ in random.unit() < 0.3 })
    let loss = try network.loss(of: Array(removed))
    let before = slow.distances()
    let after = slow.distances(without: removed)
    let rest = network.partners.indices.filter { !removed.contains($0) }
    var cut = 0
    for a in rest { for b in rest where a < b && before[a][b] != nil && after[a][b] == nil { cut += 1 } }
    #expect(loss.cutOffPairs == cut)
    #expect(Set(loss.parts.joined()) == Set(rest))
    #expect(loss.parts.map(\.count) == loss.parts.map(\.count).sorted(by: >))
    for part in loss.parts { for a in part { for b in rest { #expect((after[a][b] != nil) == part.contains(b)) } } }
    if rest.count >= 2 {
      #expect(isNear(loss.after.fragmentation!, slow.fragmentation(without: removed)))
      #expect(isNear(loss.after.distanceFragmentation!, slow.distanceFragmentation(without: removed)))
    } else {
      #expect(loss.after.fragmentation == nil && loss.after.distanceFragmentation == nil)
    }
    let leads = Set(network.leads)
    let others = network.partners.indices.filter { !leads.contains($0) }
    let without = slow.distances(without: leads)
    var joined = 0
    var lost = 0
    for a in others {
      for b in others where a != b && before[a][b] != nil {
        joined += 1
        if without[a][b] == nil { lost += 1 }
      }
    }
    let expected = leads.isEmpty || joined == 0 ? nil : Double(lost) / Double(joined)
    #expect(loss.leadDependence == expected)
  }

  @Test("Musterland: worst pairs and trios")
  func musterlandWorst() throws {
    // Source: brute force with networkx 3.6.1.
    let network = Musterland.network
    let pairs = try network.worstLosses(count: 2)
    #expect(isNear(pairs.found.value, 0.9111, 5e-5) && isNear(pairs.before!, 0.1667, 5e-5))
    #expect(pairs.found.sets.map(network.ids) == [["B", "L"], ["L", "V"]])
    #expect(pairs.found.equalSets == 2 && pairs.found.isOptimal && pairs.found.bound == pairs.found.value)
    let distance = try network.worstLosses(count: 2, objective: .distance)
    #expect(distance.found.sets.map(network.ids) == [["B", "L"], ["L", "V"]] && distance.found.equalSets == 2)
    let trios = try network.worstLosses(count: 3, limit: 4)
    #expect(isNear(trios.found.value, 0.9167, 5e-5) && trios.found.equalSets == 15 && trios.found.sets.count == 4)
    let one = try network.worstLosses(count: 1)
    #expect(one.found.sets.map(network.ids) == [["L"]] && isNear(one.found.value, 0.8364, 5e-5))
  }

  @Test("worst losses refuse what leaves fewer than two partners")
  func worstErrors() {
    let network = Musterland.network
    #expect(throws: DecisionError.tooMany(.partnersToLose, asked: 11, possible: 10)) {
      try network.worstLosses(count: 11)
    }
    #expect(throws: DecisionError.tooFew(.partnersToLose, asked: 0, least: 1)) { try network.worstLosses(count: 0) }
    #expect(throws: DecisionError.tooMany(.partnersToLose, asked: 1, possible: 0)) {
      var data = Dataset()
      data.partner("a")
      _ = try data.network().worstLosses(count: 1)
    }
    #expect(throws: DecisionError.self) { try network.worstLosses(count: 2, objective: .distance, work: 0) }
  }
}
