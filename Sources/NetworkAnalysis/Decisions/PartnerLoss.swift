import GraphCore
import NetworkModel

/// What happens when partners leave.
public struct PartnerLoss: Sendable, Hashable {
  /// How well a network holds together.
  public struct Cohesiveness: Sendable, Hashable {
    /// F; nil for fewer than two partners.
    public let fragmentation: Double?
    /// DF; nil for fewer than two partners, and where a network is too large for a sum over all pairs.
    public let distanceFragmentation: Double?
    /// Parts, isolated partners among them.
    public let components: Int
  }

  /// Positions of the partners that leave, in dataset order.
  public let removed: [Int]
  public let before: Cohesiveness
  public let after: Cohesiveness
  /// The parts that remain, the largest first, then in dataset order.
  public let parts: [[Int]]
  /// Partners that no longer reach the largest of the parts that they were joined with.
  public let cutOff: [Int]
  /// Pairs of remaining partners that reached each other and no longer do.
  public let cutOffPairs: Int
  /// Main sectors that no remaining partner belongs to.
  public let lostSectors: [String]
  /// Pairs of main sectors whose partners reached each other and no longer do; nil where there are too many sectors.
  public let separatedSectors: [SectorPair]?
  /// Positions in `Network.offers` of the offers that vanish.
  public let lostOffers: [Int]
  /// Topics that nobody offers any more.
  public let lostTopics: [String]
  /// Positions in `Network.needs` of remaining partners' needs that only vanishing offers fit.
  public let needsLosingAllOffers: [Int]
  /// The fewest new ties that would join what remains.
  public let tiesToJoinAll: Int
  /// The share of pairs without the lead that are joined through it only; nil without a lead or without such pairs.
  public let leadDependence: Double?

  public struct SectorPair: Sendable, Hashable {
    public let a: String
    public let b: String
  }
}

extension Network {
  /// What happens when partners leave; the lead where none are named, several leads together.
  ///
  /// - Complexity: O(partners + ties) but for DF, which is O(partners · ties) and left out of large networks.
  /// - Throws: `noLead` where none are named and nobody leads.
  public func loss(of named: [Int]? = nil) throws(DecisionError) -> PartnerLoss {
    let leads = leads
    if named == nil && leads.isEmpty { throw .noLead }
    let leaving = Array(Set(named ?? leads)).sorted()
    let graph = graph(direction: .ignore)
    var removed = [Bool](repeating: false, count: partners.count)
    for partner in leaving { removed[partner] = true }
    let former = graph.componentNumbers()
    let later = graph.componentNumbers(without: removed)

    var parts = [[Int]](repeating: [], count: later.sizes.count)
    for v in partners.indices where !removed[v] { parts[later.number[v]].append(v) }
    // Parts are numbered by their first partners, so sorting by size alone would do if it were stable.
    let largestFirst = parts.indices.sorted { (-parts[$0].count, $0) < (-parts[$1].count, $1) }
    var largest: [Int: Int] = [:]
    for part in largestFirst where largest[former.number[parts[part][0]]] == nil {
      largest[former.number[parts[part][0]]] = part
    }
    var remaining = [Int](repeating: 0, count: former.sizes.count)
    for v in partners.indices where !removed[v] { remaining[former.number[v]] += 1 }
    func pairs(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

    let exchange = LostExchange(self, removed: removed)
    let sectors = SectorContact(self, former: former.number, later: later.number, removed: removed)
    return PartnerLoss(
      removed: leaving,
      before: PartnerLoss.Cohesiveness(
        fragmentation: Cohesion.fragmentation(graph), distanceFragmentation: Cohesion.distanceFragmentation(graph),
        components: former.sizes.count),
      after: PartnerLoss.Cohesiveness(
        fragmentation: Cohesion.fragmentation(graph, without: removed),
        distanceFragmentation: Cohesion.distanceFragmentation(graph, without: removed), components: parts.count),
      parts: largestFirst.map { parts[$0] },
      cutOff: partners.indices.filter { !removed[$0] && largest[former.number[$0]] != later.number[$0] },
      cutOffPairs: pairs(remaining) - pairs(later.sizes), lostSectors: sectors.lost,
      separatedSectors: sectors.separated,
      lostOffers: exchange.offers, lostTopics: exchange.topics, needsLosingAllOffers: exchange.needs,
      tiesToJoinAll: max(0, parts.count - 1), leadDependence: leadDependence(in: graph))
  }

  /// The share of pairs without the leads that are joined with them and not without them.
  func leadDependence(in graph: Graph) -> Double? {
    let leads = leads
    guard !leads.isEmpty else { return nil }
    var removed = [Bool](repeating: false, count: partners.count)
    for lead in leads { removed[lead] = true }
    let former = graph.componentNumbers().number
    var remaining: [Int: Int] = [:]
    for v in partners.indices where !removed[v] { remaining[former[v], default: 0] += 1 }
    let joined = remaining.values.reduce(0) { $0 + $1 * ($1 - 1) }
    guard joined > 0 else { return nil }
    let still = graph.componentNumbers(without: removed).sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return Double(joined - still) / Double(joined)
  }

  /// The positions of partners that users name: by id, else by a name or short name that only one partner has.
  public func partners(named names: [String]) throws(DecisionError) -> [Int] {
    var unknown: [String] = []
    var found: [Int] = []
    for name in names {
      if let position = partners.firstIndex(where: { $0.id == name }) {
        found.append(position)
        continue
      }
      let key = name.matchingKey
      let matches = partners.indices.filter {
        partners[$0].name.matchingKey == key || partners[$0].shortName?.matchingKey == key
      }
      if matches.count > 1 { throw .ambiguousPartner(name, ids: matches.map { partners[$0].id }) }
      if let position = matches.first { found.append(position) } else { unknown.append(name) }
    }
    guard unknown.isEmpty else { throw .unknownPartners(unknown) }
    return found
  }
}

/// Which offers, topics and needs go with partners.
private struct LostExchange {
  let offers: [Int]
  let topics: [String]
  let needs: [Int]

  init(_ network: Network, removed: [Bool]) {
    offers = network.offers.indices.filter { removed[network.offers[$0].partner] }
    var left: Set<String> = []
    for offer in network.offers where !removed[offer.partner] { left.formUnion(offer.topics.map(\.matchingKey)) }
    var topics: [String] = []
    for topic in offers.flatMap({ network.offers[$0].topics }) where left.insert(topic.matchingKey).inserted {
      topics.append(topic)
    }
    self.topics = topics
    let fits = FitTable(network)
    needs = network.needs.indices.filter { need in
      !removed[network.needs[need].partner] && !fits.offers[need].isEmpty
        && fits.offers[need].allSatisfy { removed[network.offers[$0.offer].partner] }
    }
  }
}

/// Which main sectors lose contact.
private struct SectorContact {
  let lost: [String]
  let separated: [PartnerLoss.SectorPair]?

  /// With more sectors than this nobody reads the pairs.
  private static let most = 300

  init(_ network: Network, former: [Int], later: [Int], removed: [Bool]) {
    let all = Set(network.partners.compactMap(\.mainSector))
    let sectors = network.sectorIDs.filter { all.contains($0) }
    let remaining = Set(network.partners.indices.filter { !removed[$0] }.compactMap { network.partners[$0].mainSector })
    lost = sectors.filter { !remaining.contains($0) }
    guard sectors.count <= Self.most else {
      separated = nil
      return
    }
    let position = Dictionary(uniqueKeysWithValues: sectors.enumerated().map { ($1, $0) })
    func contacts(_ component: [Int], _ isThere: (Int) -> Bool) -> Set<PartnerPair> {
      var members: [Int: Set<Int>] = [:]
      for v in network.partners.indices where isThere(v) {
        if let sector = network.partners[v].mainSector { members[component[v], default: []].insert(position[sector]!) }
      }
      var pairs: Set<PartnerPair> = []
      for group in Set(members.values) {
        let group = group.sorted()
        for (i, a) in group.enumerated() { for b in group[(i + 1)...] { pairs.insert(PartnerPair(a, b)) } }
      }
      return pairs
    }
    separated = contacts(former) { _ in true }.subtracting(contacts(later) { !removed[$0] })
      .filter { remaining.contains(sectors[$0.a]) && remaining.contains(sectors[$0.b]) }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
      .map { PartnerLoss.SectorPair(a: sectors[$0.a], b: sectors[$0.b]) }
  }
}
