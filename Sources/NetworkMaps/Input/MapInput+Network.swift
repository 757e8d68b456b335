import NetworkAnalysis
import NetworkModel

extension MapInput {
  /// The network as a map sees it; for the public give `network.disclosed(in:)`.
  ///
  /// Sectors come in the template's order, then those of the partners' own in the order of their first partner; of the
  /// sectors without a partner only those that the network should have, as missing. A group that is content with some
  /// of its sectors and lacks them is missing as a whole.
  public init(_ network: Network, language: Language? = nil) {
    let language = language ?? network.settings.language ?? .german
    let coverage = Coverage(network)
    let missing = Set(coverage.missing.map(\.sector))
    let lacking = Set(coverage.groups.filter { $0.lacking > 0 }.map(\.group))
    var known: [String: NetworkModel.Sector] = [:]
    for sector in network.template?.sectors ?? [] { known[sector.id] = sector }
    var sectors: [Sector] = []
    var positions: [String: Int] = [:]
    for sector in coverage.sectors where !sector.partners.isEmpty || missing.contains(sector.sector) {
      positions[sector.sector] = sectors.count
      sectors.append(
        Sector(
          id: sector.sector, name: network.sectorName(sector.sector)[language], group: sector.group,
          color: known[sector.sector]?.color.flatMap(MapColor.init(hex:)), shape: known[sector.sector]?.shape,
          isMissing: sector.partners.isEmpty))
    }
    for group in network.template?.groups ?? [] where lacking.contains(group.id) {
      sectors.append(Sector(id: group.id, name: group.name[language], group: group.id, isMissing: true))
    }
    let places = Dictionary(network.municipalities.map { ($0.name.matchingKey, $0.coordinates) }) { first, _ in first }
    let partners = network.partners.map { partner in
      Partner(
        id: partner.id, name: partner.name, shortName: partner.shortName,
        sector: partner.mainSector.flatMap { positions[$0] }, isLead: partner.isLead,
        coordinates: partner.coordinates ?? partner.municipality.flatMap { places[$0.matchingKey] ?? nil })
    }
    let ties = network.ties.map {
      Tie(
        source: $0.source, target: $0.target, strength: $0.strength, trust: $0.meanTrust,
        direction: $0.isDirected ? .forward : .none)
    }
    self.init(
      title: network.settings.title, region: network.settings.region, source: network.settings.source,
      date: network.settings.date.map { "\($0)" }, funding: network.settings.funding, language: language,
      sectors: sectors, partners: partners, ties: ties)
    projects = Self.events(
      network.projects.map { ($0.id, $0.name) }, members: network.participations.map { ($0.partner, $0.project) })
    meetings = Self.events(
      network.meetings.map { ($0.id, $0.topic ?? $0.id) },
      members: network.attendances.map { ($0.partner, $0.meeting) })
  }

  private static func events(_ names: [(String, String)], members: [(partner: Int, event: Int)]) -> [Event] {
    var partners = [Set<Int>](repeating: [], count: names.count)
    for member in members { partners[member.event].insert(member.partner) }
    return zip(names, partners).map { Event(id: $0.0, name: $0.1, partners: $1.sorted()) }
  }
}
