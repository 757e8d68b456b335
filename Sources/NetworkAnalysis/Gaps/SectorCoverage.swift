import NetworkModel

/// How well a network has a sector.
public struct SectorCoverage: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// No partner.
    case missing
    /// A single partner, or fewer than the template asks for.
    case thin
    case covered
  }

  /// The template's id, or the word that partners use.
  public let sector: String
  /// Id of the template's group; nil for a sector that the template does not know.
  public let group: String?
  public let level: Sector.Level?
  /// Positions of the partners that belong to it, as main or further sector.
  public let partners: [Int]
  public let minimum: Int
  public let status: Status
  /// Whether the network should have it by itself: required, or in focus, and not in a group that decides as a whole.
  public let isExpected: Bool
  /// Kinds of organisation to ask.
  public let examples: Localized?
}

/// How well a network has a group of sectors of which some suffice.
public struct GroupCoverage: Sendable, Hashable {
  /// Id of the template's group.
  public let group: String
  /// How many of its sectors should have a partner.
  public let atLeast: Int
  /// Sectors with a partner.
  public let present: [String]
  /// Sectors without.
  public let absent: [String]
  /// How many more should have one; 0 where the group is covered.
  public let lacking: Int
}

/// The sectors of a network against its template.
public struct Coverage: Sendable, Hashable {
  /// The template's sectors in its order, then the others in the order in which partners bring them.
  public let sectors: [SectorCoverage]
  /// The groups that ask for some of their sectors.
  public let groups: [GroupCoverage]

  public init(_ network: Network) {
    var members: [String: [Int]] = [:]
    for (position, partner) in network.partners.enumerated() {
      for sector in partner.sectors { members[sector, default: []].append(position) }
    }
    let focus = Set(network.settings.focus.map(\.matchingKey))
    var sectors: [SectorCoverage] = []
    var groups: [GroupCoverage] = []
    for group in network.template?.groups ?? [] {
      for sector in group.sectors {
        let partners = members.removeValue(forKey: sector.id) ?? []
        // A focus sector without tags is in focus when the focus names the sector itself.
        let tags = sector.tags.isEmpty ? [sector.id, sector.name.english, sector.name.german] : sector.tags
        let isWanted =
          switch sector.level {
          case .required: true
          case .focus: tags.contains { focus.contains($0.matchingKey) }
          case .optional: false
          }
        sectors.append(
          SectorCoverage(
            sector: sector.id, group: group.id, level: sector.level, partners: partners, minimum: sector.minimum,
            status: Self.status(partners.count, minimum: sector.minimum), isExpected: isWanted && group.atLeast == nil,
            examples: sector.examples))
      }
      guard let atLeast = group.atLeast else { continue }
      let ids = group.sectors.map(\.id)
      let present = ids.filter { id in sectors.contains { $0.sector == id && $0.status != .missing } }
      let wanted = min(atLeast, ids.count)
      groups.append(
        GroupCoverage(
          group: group.id, atLeast: wanted, present: present, absent: ids.filter { !present.contains($0) },
          lacking: max(0, wanted - present.count)))
    }
    for id in network.sectorIDs {
      guard let partners = members[id] else { continue }
      sectors.append(
        SectorCoverage(
          sector: id, group: nil, level: nil, partners: partners, minimum: 1,
          status: Self.status(partners.count, minimum: 1), isExpected: false, examples: nil))
    }
    self.sectors = sectors
    self.groups = groups
  }

  private static func status(_ partners: Int, minimum: Int) -> SectorCoverage.Status {
    partners == 0 ? .missing : partners < max(2, minimum) ? .thin : .covered
  }

  /// Expected sectors without a partner.
  public var missing: [SectorCoverage] { sectors.filter { $0.isExpected && $0.status == .missing } }
  /// Expected sectors with too few partners.
  public var thin: [SectorCoverage] { sectors.filter { $0.isExpected && $0.status == .thin } }
}
