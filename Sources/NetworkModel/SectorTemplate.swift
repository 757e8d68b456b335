/// Which sectors a network of some kind should have.
public struct SectorTemplate: Sendable, Hashable {
  public let id: String
  public let name: Localized
  public let groups: [SectorGroup]

  /// - Precondition: ids of groups and of sectors are unique.
  public init(id: String, name: Localized, groups: [SectorGroup]) {
    self.id = id
    self.name = name
    self.groups = groups
    precondition(Set(groups.map(\.id)).count == groups.count, "group ids are unique")
    precondition(Set(sectors.map(\.id)).count == sectors.count, "sector ids are unique")
  }

  /// All sectors in the template's order.
  public var sectors: [Sector] { groups.flatMap(\.sectors) }
}

/// Sectors that belong together, such as all kinds of education.
public struct SectorGroup: Sendable, Hashable {
  public let id: String
  public let name: Localized
  /// How many of its sectors must have a partner; nil where each sector's own level decides.
  public let atLeast: Int?
  public let sectors: [Sector]

  public init(id: String, name: Localized, atLeast: Int? = nil, sectors: [Sector]) {
    self.id = id
    self.name = name
    self.atLeast = atLeast
    self.sectors = sectors
  }
}

/// A walk of life that partners come from.
public struct Sector: Sendable, Hashable {
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// The network's backbone.
    case required
    /// Required only when the network's focus names one of its tags.
    case focus
    case optional
  }

  public enum Shape: String, Sendable, Hashable, CaseIterable {
    case circle, square, diamond, triangle, hexagon, pentagon, octagon, star
  }

  public let id: String
  public let name: Localized
  public let level: Level
  /// How many partners it should have, 1 or more.
  public let minimum: Int
  public let tags: [String]
  public let synonyms: [String]
  /// `#RRGGBB`
  public let color: String?
  public let shape: Shape?
  /// Kinds of organisation to ask for a missing sector.
  public let examples: Localized?

  public init(
    id: String, name: Localized, level: Level = .required, minimum: Int = 1, tags: [String] = [],
    synonyms: [String] = [], color: String? = nil, shape: Shape? = nil, examples: Localized? = nil
  ) {
    precondition(minimum >= 1, "a sector's minimum is 1 or more")
    self.id = id
    self.name = name
    self.level = level
    self.minimum = minimum
    self.tags = tags
    self.synonyms = synonyms
    self.color = color
    self.shape = shape
    self.examples = examples
  }
}
