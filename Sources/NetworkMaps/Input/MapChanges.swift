/// How a network changed; partners by position in the input that holds both states.
public struct MapChanges: Sendable, Hashable {
  public var newPartners: Set<Int> = []
  public var lostPartners: Set<Int> = []
  public var newTies: Set<MapPair> = []
  public var lostTies: Set<MapPair> = []

  public init() {}
}

extension MapInput {
  /// Both states of a network as one, with what came and what went; partners and sectors are the same by id.
  ///
  /// What is in both is as it is after: names, sectors, strengths.
  public static func comparing(_ before: MapInput, _ after: MapInput) -> (input: MapInput, changes: MapChanges) {
    var sectors = after.sectors
    let lostSectors = before.sectors.filter { sector in !sectors.contains { $0.id == sector.id } }
    sectors += lostSectors
    let sectorPosition = Dictionary(sectors.enumerated().map { ($1.id, $0) }) { first, _ in first }

    var partners = after.partners
    var position = Dictionary(partners.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let known = Set(before.partners.map(\.id))
    var changes = MapChanges()
    changes.newPartners = Set(partners.indices.filter { !known.contains(partners[$0].id) })
    for var partner in before.partners where position[partner.id] == nil {
      partner.sector = partner.sector.flatMap { sectorPosition[before.sectors[$0].id] }
      position[partner.id] = partners.count
      changes.lostPartners.insert(partners.count)
      partners.append(partner)
    }

    func pair(_ tie: Tie, of input: MapInput) -> MapPair {
      let (a, b) = (position[input.partners[tie.source].id]!, position[input.partners[tie.target].id]!)
      return MapPair(min(a, b), max(a, b))
    }
    let old = Set(before.ties.map { pair($0, of: before) })
    let new = Set(after.ties.map { pair($0, of: after) })
    changes.newTies = new.subtracting(old)
    changes.lostTies = old.subtracting(new)
    let gone = before.ties.compactMap { tie -> Tie? in
      guard changes.lostTies.contains(pair(tie, of: before)) else { return nil }
      return Tie(
        source: position[before.partners[tie.source].id]!, target: position[before.partners[tie.target].id]!,
        strength: tie.strength, trust: tie.trust, direction: tie.direction)
    }
    var both = MapInput(
      title: after.title, region: after.region, source: after.source, date: after.date, funding: after.funding,
      language: after.language, sectors: sectors, partners: partners, ties: after.ties + gone)
    both.projects = after.projects
    both.meetings = after.meetings
    return (both, changes)
  }
}
