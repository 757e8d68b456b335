import NetworkModel

/// What an invitation should cost least.
public enum InvitationObjective: String, Sendable, Hashable, CaseIterable {
  /// The number of candidates.
  case fewest
  /// Their effort, added up.
  case effort
}

/// Something that invited partners should bring.
public enum InvitationDemand: Sendable, Hashable {
  /// Partners of a sector: one where it is missing, as many as it lacks where it is thin.
  case sector(String, partners: Int)
  /// Further sectors of a group.
  case group(String, sectors: Int)
  /// A topic of needs (positions in `Network.needs`) that no offer fits.
  case topic(String, needs: [Int])
}

/// The candidates to invite.
public struct Invitations: Sendable, Hashable {
  public let objective: InvitationObjective
  /// All that is to be covered as far as the candidates can: sectors, groups, topics.
  public let covers: [InvitationDemand]
  /// What no candidate covers, or too few do.
  public let uncoverable: [InvitationDemand]
  /// Positions in `Network.candidates`, each set sorted by id.
  public let found: OptimalSets<Int>
  /// For each candidate (by position) the demands (by position in `covers`) that it helps to cover.
  public let contributions: [[Int]]
}

extension Network {
  /// The smallest set of candidates, or the one of least effort, that closes the gaps, with proof.
  ///
  /// To cover: every expected sector without a partner, what a group lacks, every topic of a need that no offer fits;
  /// with `includesThin` the thin sectors too. What no candidate covers is left aside. Equal sets are ordered by how
  /// much of the needs their offers meet, then by ids.
  ///
  /// - Parameters:
  ///   - limit: how many of equally good sets are listed.
  ///   - work: search nodes allowed.
  public func invitations(
    objective: InvitationObjective = .fewest, includesThin: Bool = false, limit: Int = 20, work: Int = 20_000_000
  ) -> Invitations {
    let order = candidates.indices.sorted { candidates[$0].id < candidates[$1].id }
    var plan = InvitationPlan(self, order: order)
    plan.add(Coverage(self), includesThin: includesThin)
    plan.addTopics()
    if objective == .effort {
      plan.problem.costs = order.map {
        max(1, Int(min(candidates[$0].effort * InvitationPlan.effortUnit, 1e12).rounded()))
      }
    }
    func value(_ cost: Int) -> Double {
      objective == .fewest ? Double(cost) : Double(cost) / InvitationPlan.effortUnit
    }
    let found: OptimalSets<Int>
    if plan.covers.isEmpty {
      found = OptimalSets(value: 0, isOptimal: true, bound: 0, sets: [], equalSets: 0, areFirst: true)
    } else {
      var search = CoverSearch(plan.problem, worth: plan.worth, limit: limit, work: work)
      let result = search.run()
      found = OptimalSets(
        value: value(result.best), isOptimal: result.isOptimal, bound: value(result.bound),
        sets: CoverSearch.sets(of: result).map { $0.map { order[$0] } },
        equalSets: result.count.map { WholeNumber($0) }, areFirst: result.count != nil)
    }
    var contributions = [[Int]](repeating: [], count: candidates.count)
    for (number, candidate) in order.enumerated() {
      let demands = Set(plan.problem.cells[number].map { plan.problem.demandOfCell[$0] })
      contributions[candidate] = demands.compactMap { plan.position[$0] }.sorted()
    }
    return Invitations(
      objective: objective, covers: plan.covers, uncoverable: plan.uncoverable, found: found,
      contributions: contributions)
  }
}

/// Collects what is to be covered and by whom.
private struct InvitationPlan {
  /// Efforts are compared in millionths, so that equal sums are equal.
  static let effortUnit = 1e6

  var problem: CoverProblem
  private(set) var covers: [InvitationDemand] = []
  private(set) var uncoverable: [InvitationDemand] = []
  /// The position in `covers` of each demand of the problem; nil for one that is left aside.
  private(set) var position: [Int?] = []
  /// How much of the needs each candidate's offers meet.
  let worth: [Int]

  private let network: Network
  private let bySector: [String: [Int]]
  private let byTopic: [String: [Int]]

  /// - Parameter order: positions of the candidates by id; the problem numbers them so.
  init(_ network: Network, order: [Int]) {
    self.network = network
    problem = CoverProblem(candidateCount: order.count)
    var bySector: [String: [Int]] = [:]
    var byTopic: [String: [Int]] = [:]
    for (number, position) in order.enumerated() {
      let candidate = network.candidates[position]
      for sector in Set(candidate.sectors) { bySector[sector, default: []].append(number) }
      for topic in Set(candidate.offers.map(\.matchingKey)) { byTopic[topic, default: []].append(number) }
    }
    self.bySector = bySector
    self.byTopic = byTopic
    var worth = [Double](repeating: 0, count: order.count)
    for need in network.needs {
      let topics = Set(need.topics.map(\.matchingKey))
      for topic in topics.sorted() { for number in byTopic[topic] ?? [] { worth[number] += 1 / Double(topics.count) } }
    }
    self.worth = worth.map(FitScale.units)
  }

  private mutating func add(_ amount: Int, brings: [[Int]], _ demand: (Int) -> InvitationDemand) {
    let lacking = problem.add(demand: amount, brings: brings)
    if lacking > 0 { uncoverable.append(demand(lacking)) }
    position.append(lacking < amount ? covers.count : nil)
    if lacking < amount { covers.append(demand(amount - lacking)) }
  }

  mutating func add(_ coverage: Coverage, includesThin: Bool) {
    for sector in coverage.missing {
      add(1, brings: [bySector[sector.sector] ?? []]) { .sector(sector.sector, partners: $0) }
    }
    for group in coverage.groups where group.lacking > 0 {
      add(group.lacking, brings: group.absent.map { bySector[$0] ?? [] }) { .group(group.group, sectors: $0) }
    }
    guard includesThin else { return }
    for sector in coverage.thin {
      // Each candidate is one partner more.
      add(max(2, sector.minimum) - sector.partners.count, brings: (bySector[sector.sector] ?? []).map { [$0] }) {
        .sector(sector.sector, partners: $0)
      }
    }
  }

  mutating func addTopics() {
    let fits = FitTable(network)
    var needs: [String: [Int]] = [:]
    var words: [(key: String, word: String)] = []
    for (position, need) in network.needs.enumerated() where fits.offers[position].isEmpty {
      for word in need.topics {
        let key = word.matchingKey
        if key.isEmpty || needs[key]?.last == position { continue }
        if needs[key] == nil { words.append((key, word)) }
        needs[key, default: []].append(position)
      }
    }
    for (key, word) in words {
      add(1, brings: [byTopic[key] ?? []]) { _ in .topic(word, needs: needs[key]!) }
    }
  }
}
