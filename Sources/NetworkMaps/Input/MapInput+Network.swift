import NetworkModel

extension MapInput {
  /// The network as a map sees it.
  ///
  /// Sectors come in the template's order, then those of the partners' own in the order of their first partner;
  /// of the sectors without a partner only those the template requires, or the focus asks for, as missing.
  public init(_ network: Network, language: Language? = nil) {
    let language = language ?? network.settings.language ?? .german
    let present = Set(network.partners.flatMap(\.sectors))
    let focus = Set(network.settings.focus)
    var sectors: [Sector] = []
    var positions: [String: Int] = [:]
    for group in network.template?.groups ?? [] {
      for sector in group.sectors {
        let isWanted =
          sector.level == .required || (sector.level == .focus && !focus.isDisjoint(with: sector.tags))
        let isMissing = !present.contains(sector.id)
        guard !isMissing || isWanted else { continue }
        positions[sector.id] = sectors.count
        sectors.append(
          Sector(
            id: sector.id, name: sector.name[language], group: group.id,
            color: sector.color.flatMap(MapColor.init(hex:)),
            shape: sector.shape, isMissing: isMissing))
      }
    }
    for partner in network.partners {
      for id in partner.sectors where positions[id] == nil {
        positions[id] = sectors.count
        sectors.append(Sector(id: id, name: id))
      }
    }
    let places = Dictionary(network.municipalities.map { ($0.name, $0.coordinates) }) { first, _ in first }
    let partners = network.partners.map { partner in
      Partner(
        id: partner.id, name: partner.name, shortName: partner.shortName,
        sector: partner.mainSector.flatMap { positions[$0] }, isLead: partner.isLead,
        coordinates: partner.coordinates ?? partner.municipality.flatMap { places[$0] ?? nil })
    }
    let ties = network.ties.map {
      Tie(source: $0.source, target: $0.target, strength: $0.strength, trust: $0.meanTrust)
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
