import GraphCore
import NetworkModel
import Testing

@testable import NetworkAnalysis

@Suite struct InvitationsTests {
  static func ids(_ network: Network, _ sets: [[Int]]) -> [[String]] {
    sets.map { $0.map { network.candidates[$0].id } }
  }

  @Test("Musterland: two universities and firms, or three of little effort")
  func musterland() {
    // Source: brute force; greedy needs three.
    let network = Musterland.network
    let fewest = network.invitations()
    #expect(Self.ids(network, fewest.found.sets) == [["FHC", "GSZ"]])
    #expect(fewest.found.value == 2 && fewest.found.isOptimal && fewest.found.equalSets == 1)
    #expect(
      fewest.covers
        == ["university", "sme", "museum", "social", "health", "sport"].map { .sector($0, partners: 1) })
    #expect(fewest.uncoverable.isEmpty && fewest.contributions[0] == [0, 1, 2])
    let effort = network.invitations(objective: .effort)
    #expect(Self.ids(network, effort.found.sets) == [["MUS", "RZ", "SPO"]])
    #expect(effort.found.value == 6 && effort.found.bound == 6 && effort.found.equalSets == 1)
    let thin = network.invitations(includesThin: true)
    #expect(Self.ids(network, thin.found.sets) == [["FHC", "GSZ"]])
    #expect(thin.uncoverable.count == 7 && thin.uncoverable.first == .sector("leader", partners: 1))
  }

  @Test("topics of unmet needs count, and meeting needs decides among equal sets")
  func topics() {
    var data = Dataset()
    data.partner("p")
    data.partner("q")
    data.need("n1", of: "p", "Rooms", "Childcare")
    data.need("n2", of: "q", "courses")
    data.need("n3", of: "p", "childcare")
    data.offer("o", of: "p", "courses")
    data.candidate("a", [], offers: ["rooms"])
    data.candidate("b", [], offers: ["childcare"])
    data.candidate("c", [], offers: ["childcare", "courses"])
    data.candidate("d", [], offers: ["law"])
    let network = data.network()
    let result = network.invitations()
    #expect(result.covers == [.topic("Rooms", needs: [0]), .topic("Childcare", needs: [0, 2])])
    #expect(Self.ids(network, result.found.sets) == [["a", "c"], ["a", "b"]])
    #expect(result.contributions == [[0], [1], [1], []])
  }

  @Test("a group asks for some of its sectors, a focus for those it names")
  func groups() {
    let template = SectorTemplate(
      id: "t", name: Localized("t"),
      groups: [
        SectorGroup(
          id: "education", name: Localized("e"), atLeast: 2,
          sectors: ["school", "museum", "library"].map { Sector(id: $0, name: Localized($0)) }),
        SectorGroup(
          id: "firms", name: Localized("f"),
          sectors: [
            Sector(id: "health", name: Localized("h"), level: .focus, tags: ["care"]),
            Sector(id: "sport", name: Localized("s"), level: .focus, tags: ["sport"]),
            Sector(id: "chamber", name: Localized("c"), minimum: 3),
            Sector(id: "club", name: Localized("v"), level: .optional),
          ]),
      ])
    var data = Dataset()
    data.draft.settings.focus = ["Care"]
    data.partner("p", "school", "chamber")
    data.candidate("m", ["museum"])
    data.candidate("l", ["library", "health"])
    data.candidate("s", ["school"])
    data.candidate("c1", ["chamber"])
    let network = data.network(template)
    let result = network.invitations()
    #expect(result.covers == [.sector("health", partners: 1), .group("education", sectors: 1)])
    #expect(Self.ids(network, result.found.sets) == [["l"]])
    let thin = network.invitations(includesThin: true)
    #expect(thin.covers.last == .sector("chamber", partners: 1))
    #expect(thin.uncoverable == [.sector("chamber", partners: 1)])
    #expect(Self.ids(network, thin.found.sets) == [["c1", "l"]])
  }

  @Test("without gaps or without useful candidates there is nobody to invite")
  func nothing() {
    var data = Dataset()
    data.partner("p")
    data.candidate("c", ["school"])
    #expect(data.network().invitations().found.sets.isEmpty)
    data.need("n", of: "p", "rooms")
    let result = data.network().invitations()
    #expect(result.found.sets.isEmpty && result.found.value == 0 && result.found.isOptimal && result.covers.isEmpty)
    #expect(result.uncoverable == [.topic("rooms", needs: [0])])
  }

  /// A random problem: the demands as the amount and, for each candidate, the cells that it brings.
  static func problem(seed: UInt64, largest: Int) -> (problem: CoverProblem, brings: [[[Int]]], demands: [Int]) {
    var random = SplitMix64(seed: seed)
    let n = random.below(largest + 1)
    var problem = CoverProblem(candidateCount: n)
    problem.costs = (0..<n).map { _ in 1 + random.below(4) }
    var brings: [[[Int]]] = []
    var demands: [Int] = []
    for _ in 0..<(1 + random.below(6)) {
      let cells = 1 + random.below(3)
      let density = [0.1, 0.3, 0.6][random.below(3)]
      let bringers = (0..<cells).map { _ in (0..<n).filter { _ in random.unit() < density } }
      let demand = 1 + random.below(cells)
      let lacking = problem.add(demand: demand, brings: bringers)
      brings.append(bringers)
      demands.append(demand - lacking)
    }
    return (problem, brings, demands)
  }

  @Test("agrees with trying every set of candidates", arguments: 0..<400 as Range<UInt64>)
  func enumeration(seed: UInt64) {
    let (problem, brings, demands) = Self.problem(seed: seed, largest: 9)
    let n = problem.costs.count
    var best: (cost: Int, sets: [[Int]]) = (.max, [])
    for bits in 0..<(1 << n) {
      let set = (0..<n).filter { bits & (1 << $0) != 0 }
      let isCovered = zip(brings, demands).allSatisfy { cells, demand in
        cells.count { !Set($0).isDisjoint(with: set) } >= demand
      }
      guard isCovered else { continue }
      let cost = set.reduce(0) { $0 + problem.costs[$1] }
      if cost < best.cost { best = (cost, []) }
      if cost == best.cost { best.sets.append(set) }
    }
    #expect(demands == problem.demands)
    let worth = (0..<n).map { ($0 * 7) % 3 }
    var search = CoverSearch(problem, worth: worth, limit: 6, work: 1_000_000)
    let result = search.run()
    #expect(result.best == best.cost && result.isOptimal && result.count == best.sets.count)
    let sorted = best.sets.map { [-$0.reduce(0) { $0 + worth[$1] }] + $0 }.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(result.sets == Array(sorted.prefix(6)))
  }

  @Test("says what it could not prove, and the bound holds", arguments: 0..<80 as Range<UInt64>)
  func littleWork(seed: UInt64) {
    let (problem, _, _) = Self.problem(seed: seed &+ 500, largest: 16)
    let worth = [Int](repeating: 0, count: problem.costs.count)
    var search = CoverSearch(problem, worth: worth, limit: 6, work: 1_000_000)
    let proved = search.run()
    for work in [0, 1, 3, 10] {
      var little = CoverSearch(problem, worth: worth, limit: 6, work: work)
      let tried = little.run()
      #expect(tried.bound <= proved.best && proved.best <= tried.best && !tried.sets.isEmpty)
      #expect(tried.count == nil || tried.count == proved.count && tried.best == proved.best)
    }
  }
}

extension InvitationsTests {
  @Test("whoever is invited closes the gaps once they are partners", arguments: 0..<120 as Range<UInt64>)
  func closesGaps(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let sectors = ["a", "b", "c", "d", "e"]
    let topics = ["rooms", "law", "music"]
    func some(_ words: [String], _ most: Int) -> [String] {
      Array(words.shuffled(using: &random).prefix(random.below(most + 1)))
    }
    let template = SectorTemplate(
      id: "t", name: Localized("t"),
      groups: [
        SectorGroup(
          id: "some", name: Localized("s"), atLeast: 1 + random.below(2),
          sectors: sectors[..<3].map { Sector(id: $0, name: Localized($0)) }),
        SectorGroup(
          id: "all", name: Localized("a"),
          sectors: sectors[3...].map { Sector(id: $0, name: Localized($0), minimum: 1 + random.below(3)) }),
      ])
    var data = Dataset()
    for id in ["p", "q", "r"] {
      let own = some(sectors, 2)
      data.partner(id) { $0.sectors = own }
    }
    for number in 0..<random.below(3) {
      data.need("n\(number)", of: "p", topics[random.below(3)], topics[random.below(3)])
    }
    data.offer("o", of: "q", topics[random.below(3)])
    for number in 0..<random.below(7) {
      data.candidate("x\(number)", some(sectors, 3), offers: some(topics, 2), effort: Double(1 + random.below(3)))
    }
    let network = data.network(template)

    /// What is still open when some candidates are partners: each lack once.
    func open(_ set: [Int], thin: Bool) -> Int {
      var after = data
      for candidate in set {
        let row = data.draft.candidates[candidate]
        after.partner(row.name) { $0.sectors = row.sectors }
        after.offer("of \(row.name)", of: row.name) { $0.topics = row.offers }
      }
      let later = after.network(template)
      let coverage = Coverage(later)
      var lacks = coverage.groups.reduce(0) { $0 + $1.lacking }
      for sector in coverage.sectors where sector.isExpected {
        let had = Coverage(network).sectors.first { $0.sector == sector.sector }!.partners.count
        if had == 0 { lacks += sector.partners.isEmpty ? 1 : 0 }
        if thin && had > 0 { lacks += max(0, max(2, sector.minimum) - sector.partners.count) }
      }
      let fits = FitTable(network)
      let unmet = Set(network.needs.indices.filter { fits.offers[$0].isEmpty }.flatMap { network.needs[$0].topics })
      return lacks + unmet.count { topic in !set.contains { network.candidates[$0].offers.contains(topic) } }
    }
    let n = network.candidates.count
    let all = (0..<(1 << n)).map { bits in (0..<n).filter { bits & (1 << $0) != 0 } }
    for thin in [false, true] {
      let least = open(Array(0..<n), thin: thin)
      let closing = all.filter { open($0, thin: thin) == least }
      for objective in InvitationObjective.allCases {
        func cost(_ set: [Int]) -> Double {
          objective == .fewest ? Double(set.count) : set.reduce(0) { $0 + network.candidates[$1].effort }
        }
        let cheapest = closing.map(cost).min()!
        let result = network.invitations(objective: objective, includesThin: thin, limit: 1000)
        #expect(result.found.value == cheapest && result.found.isOptimal)
        let expected = Set(closing.filter { cost($0) == cheapest })
        #expect(Set(result.found.sets) == (cheapest == 0 ? [] : expected))
        #expect(result.covers.isEmpty == (cheapest == 0))
      }
    }
  }
}
