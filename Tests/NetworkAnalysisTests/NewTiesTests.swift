import GraphCore
@testable import NetworkAnalysis
import NetworkModel
import Testing

@Suite struct NewTiesTests {
  static func ids(_ network: Network, _ sets: [[NewTie]]) -> [[String]] {
    sets.map { $0.map { "\(network.partners[$0.a].id)-\(network.partners[$0.b].id)" } }
  }

  // Source: brute force with networkx 3.6.1 over all sets.
  @Test(
    "Musterland: values and numbers of equal sets",
    arguments: [
      (TieObjective.leadLoss, 1, 0.6909, 24), (.leadLoss, 2, 0.4727, 384), (.leadLoss, 3, 0.1818, 3200),
      (.leadLoss, 4, 0, 42592), (.fragmentation, 1, 0, 11), (.fragmentation, 2, 0, 517), (.distance, 1, 0.4520, 1),
      (.distance, 2, 0.4242, 1), (.distance, 3, 0.3990, 2),
    ])
  func musterland(objective: TieObjective, count: Int, value: Double, equalSets: Int) throws {
    let result = try Musterland.network.newTies(count: count, objective: objective)
    #expect(isNear(result.found.value, value, 5e-5))
    #expect(result.found.bound == result.found.value && result.found.isOptimal && result.found.areFirst)
    #expect(result.found.equalSets == WholeNumber(equalSets))
    #expect(result.found.sets.count == min(20, equalSets))
    #expect(result.found.sets.allSatisfy { $0.count == count })
  }

  @Test("Musterland: where there is one best set, it is the published one")
  func musterlandSets() throws {
    let network = Musterland.network
    #expect(Self.ids(network, try network.newTies(count: 1, objective: .distance).found.sets) == [["L-N"]])
    #expect(
      Self.ids(network, try network.newTies(count: 2, objective: .distance).found.sets) == [["L-N", "L-S2"]])
    let before = try network.newTies(count: 1, objective: .leadLoss).before
    #expect(isNear(before, 0.8364, 5e-5))
    // Without B only P is cut off, and N was alone: any tie that joins one of the two to the nine.
    let other = try network.newTies(count: 1, leaving: [network.position("B")])
    #expect(isNear(other.before, 1 - 72.0 / 110) && isNear(other.found.value, 1 - 90.0 / 110))
    #expect(other.found.equalSets == 18)
    let mixing = try network.newTies(count: 1, objective: .sectorPairs)
    #expect(mixing.before == 27 && mixing.found.value == 26)
  }

  @Test("kite and Florentine families: nearest new ties")
  func knownGraphs() throws {
    // Source: brute force with networkx 3.6.1.
    func network(_ graph: Graph, _ names: [String]) -> Network {
      var data = Dataset()
      for name in names { data.partner(name) }
      for edge in graph.edges { data.tie(names[edge.source], names[edge.target]) }
      return data.network()
    }
    let kite = network(Sketch.kite, (0..<10).map(String.init))
    let one = try kite.newTies(count: 1, objective: .distance)
    #expect(isNear(one.found.value, 0.3037, 5e-5) && Self.ids(kite, one.found.sets) == [["3-9"]])
    let two = try kite.newTies(count: 2, objective: .distance)
    #expect(isNear(two.found.value, 0.2778, 5e-5) && Self.ids(kite, two.found.sets) == [["3-8", "3-9"]])
    let florentine = network(Sketch.florentine, Sketch.florentineNames)
    let first = try florentine.newTies(count: 1, objective: .distance)
    #expect(isNear(first.before, 0.4998, 5e-5) && isNear(first.found.value, 0.4778, 5e-5))
    #expect(Set(Self.ids(florentine, first.found.sets)) == [["Bischeri-Salviati"], ["Guadagni-Pazzi"]])
    let second = try florentine.newTies(count: 2, objective: .distance)
    #expect(isNear(second.found.value, 0.4595, 5e-5))
    #expect(Self.ids(florentine, second.found.sets) == [["Ginori-Strozzi", "Pazzi-Strozzi"]])
  }

  @Test("reasons name the sides that are joined, what the two exchange, and who can introduce them")
  func reasons() throws {
    var data = Musterland.dataset
    data.need("n", of: "N", "rooms")
    data.offer("o", of: "S2", "rooms")
    let network = data.network(Musterland.template)
    let result = try network.newTies(count: 3, objective: .leadLoss)
    // {B Bi P V} with three of {A W} {K T} {S1 S2}: no set has room for N, so its need does not count.
    #expect(result.found.equalSets == 3200)
    let all = try network.newTies(count: 4, objective: .leadLoss)
    #expect(all.found.sets.allSatisfy { set in set.contains { network.ids([$0.a, $0.b]) == ["N", "S2"] } })
    let reason = try #require(all.reasons.first { network.ids([$0.tie.a, $0.tie.b]) == ["N", "S2"] })
    #expect(reason.sidesJoined == TieReason.Sides(a: 1, b: 2) && reason.distance == nil && reason.joinsSectors)
    #expect(reason.exchanges == [TieReason.Exchange(need: 0, offer: 0, fit: 1)] && reason.introducer == nil)
    let known = try #require(all.reasons.first { !$0.commonAcquaintances.isEmpty })
    #expect(network.ids(known.commonAcquaintances) == ["L"] && known.introducer?.partner == network.position("L"))
    #expect(known.distance == 2)
  }

  @Test("the best introducer is the one whose weaker tie is most trusted")
  func introducer() throws {
    var data = Dataset()
    for id in ["a", "b", "x", "y", "z"] { data.partner(id) }
    for (x, first, second) in [("x", 4.0, 1.0), ("y", 3, 3), ("z", 2, 4)] {
      data.tie("a", x) { $0.trust = first }
      data.tie("b", x) { $0.trust = second }
    }
    let network = data.network()
    let result = try network.newTies(count: 1, objective: .distance)
    let reason = try #require(result.reasons.first { network.ids([$0.tie.a, $0.tie.b]) == ["a", "b"] })
    #expect(reason.introducer == Introducer(partner: network.position("y"), trust: 3))
  }

  @Test("bad questions get an answer that says why")
  func errors() {
    let network = Musterland.network
    #expect(throws: DecisionError.tooFew(.newTies, asked: 0, least: 1)) { try network.newTies(count: 0) }
    #expect(throws: DecisionError.tooMany(.newTies, asked: 54, possible: 53)) {
      try network.newTies(count: 54, objective: .distance)
    }
    // Without the lead 55 pairs, of which 6 are tied.
    #expect(throws: DecisionError.tooMany(.newTies, asked: 50, possible: 49)) { try network.newTies(count: 50) }
    var data = Dataset()
    data.partner("a")
    data.partner("b")
    #expect(throws: DecisionError.noLead) { try data.network().newTies(count: 1) }
  }

  @Test("agrees with trying every set of new ties", arguments: 0..<250 as Range<UInt64>)
  func enumeration(seed: UInt64) throws {
    let network = Dataset.random(seed: seed, largest: 7).network()
    for objective in TieObjective.allCases {
      if objective == .leadLoss && network.leads.isEmpty { continue }
      let slow = SlowTies(network, objective)
      for count in 1...3 where count <= slow.options.count && slow.nodes.count >= 2 {
        let result = try network.newTies(count: count, objective: objective, limit: 5)
        #expect(isNear(result.before, slow.value([])))
        if slow.value([]) < 1e-9 {
          #expect(result.found.sets.isEmpty && result.found.value == 0 && result.found.isOptimal)
          continue
        }
        let best = slow.best(count)
        #expect(isNear(result.found.value, best.value))
        #expect(result.found.isOptimal && result.found.areFirst)
        #expect(result.found.equalSets == WholeNumber(best.sets.count), "\(objective) \(count)")
        #expect(Self.ids(network, result.found.sets) == Array(best.sets.prefix(5)), "\(objective) \(count)")
        let named = Set(result.found.sets.joined())
        #expect(Set(result.reasons.map(\.tie)) == named && result.reasons.count == named.count)
      }
    }
  }

  @Test("counts sets of more ties than there are parts", arguments: 0..<60 as Range<UInt64>)
  func counts(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var data = Dataset()
    let n = 4 + random.below(3)
    for v in 0..<n { data.partner("\(v)") }
    for v in 0..<n { for w in 0..<v where random.unit() < 0.25 { data.tie("\(v)", "\(w)") } }
    let network = data.network()
    for objective in [TieObjective.fragmentation, .sectorPairs] {
      let slow = SlowTies(network, objective)
      for count in 4...6 where count <= slow.options.count && slow.value([]) > 1e-9 {
        let result = try network.newTies(count: count, objective: objective, limit: 3)
        let best = slow.best(count)
        #expect(result.found.equalSets == WholeNumber(best.sets.count))
        #expect(Self.ids(network, result.found.sets) == Array(best.sets.prefix(3)))
      }
    }
  }

  @Test("says what it could not prove", arguments: 0..<20 as Range<UInt64>)
  func littleWork(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var data = Dataset()
    for v in 0..<12 { data.partner("p\(v)") }
    for v in 0..<12 { for w in 0..<v where random.unit() < 0.2 { data.tie("p\(v)", "p\(w)") } }
    let network = data.network()
    let proved = try network.newTies(count: 2, objective: .distance).found
    for work in [150, 200, 500] {
      let tried = try network.newTies(count: 2, objective: .distance, work: work).found
      #expect(tried.bound <= proved.value + 1e-12 && proved.value <= tried.value + 1e-12)
      #expect(!tried.isOptimal || tried.value == proved.value)
      #expect(tried.equalSets == nil || tried.equalSets == proved.equalSets)
      #expect(!tried.sets.isEmpty)
    }
    #expect(throws: DecisionError.self) { try network.newTies(count: 2, objective: .distance, work: 3) }
  }
}

/// New ties by trying every set, in the stated order.
private struct SlowTies {
  let network: Network
  let objective: TieObjective
  /// Sorted by id.
  let nodes: [Int]
  let options: [(Int, Int)]
  private let slow: SlowGraph

  init(_ network: Network, _ objective: TieObjective) {
    self.network = network
    self.objective = objective
    let slow = SlowGraph(network.graph(direction: .ignore))
    let nodes = network.partners.indices.filter { objective != .leadLoss || !network.partners[$0].isLead }
      .sorted { network.partners[$0].id < network.partners[$1].id }
    var options: [(Int, Int)] = []
    for (i, a) in nodes.enumerated() { for b in nodes[(i + 1)...] where !slow.isTied[a][b] { options.append((a, b)) } }
    self.slow = slow
    self.nodes = nodes
    self.options = options
  }

  func value(_ ties: [(Int, Int)]) -> Double {
    let after = slow.adding(ties)
    switch objective {
    case .leadLoss: return after.fragmentation(without: Set(network.leads))
    case .fragmentation: return after.fragmentation()
    case .distance: return after.distanceFragmentation()
    case .sectorPairs:
      let sectors = Set(network.partners.compactMap(\.mainSector)).sorted()
      var untied = 0
      for (i, first) in sectors.enumerated() {
        for second in sectors[(i + 1)...] {
          let isTied = nodes.contains { a in
            nodes.contains { b in
              after.isTied[a][b] && network.partners[a].mainSector == first
                && network.partners[b].mainSector == second
            }
          }
          if !isTied { untied += 1 }
        }
      }
      return Double(untied)
    }
  }

  private func worth(_ a: Int, _ b: Int) -> [Double] {
    var fit = 0.0
    for (asking, giving) in [(a, b), (b, a)] {
      for need in network.needs where need.partner == asking {
        fit +=
          network.offers.filter { $0.partner == giving }.map { offer in
            let shared = Set(need.topics).intersection(offer.topics).count
            return Double(shared) / Double(Set(need.topics).union(offer.topics).count)
          }.max() ?? 0
      }
    }
    let common = network.partners.indices.filter { slow.isTied[a][$0] && slow.isTied[b][$0] }
    func rating(_ v: Int, _ w: Int) -> Double? {
      let given = network.ties.filter { ($0.source, $0.target) == (v, w) || ($0.source, $0.target) == (w, v) }
        .flatMap { [$0.trust, $0.trustBack].compactMap { $0 } }
      return given.isEmpty ? nil : given.reduce(0, +) / Double(given.count)
    }
    let trust = common.compactMap { x in rating(a, x).flatMap { first in rating(b, x).map { min(first, $0) } } }.max()
    return [fit, Double(common.count), trust ?? 0]
  }

  func best(_ count: Int) -> (value: Double, sets: [[String]]) {
    let all = combinations(count, of: options.count).map { $0.map { options[$0] } }
    let values = all.map(value)
    let least = values.min()!
    let sets = zip(all, values).filter { isNear($1, least) }.map { ties, _ in
      let worth = ties.map { self.worth($0.0, $0.1) }
      // Rounded, so that equal sums are equal.
      let sums = (0..<3).map { i in (worth.reduce(0) { $0 + $1[i] } * 1e6).rounded() }
      let ids = ties.map { [network.partners[$0.0].id, network.partners[$0.1].id] }
      return (sums: sums, ids: ids)
    }
    return (
      least,
      sets.sorted { left, right in
        left.sums == right.sums
          ? left.ids.joined().lexicographicallyPrecedes(right.ids.joined())
          : right.sums.lexicographicallyPrecedes(left.sums)
      }.map { $0.ids.map { "\($0[0])-\($0[1])" } }
    )
  }
}
