/// An institution or a person of the region that takes part in the network.
public struct Partner: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case institution, person }

  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Recruits members, keeps the cooperation going, plans the phases, handles the finances and the public relations.
    case lead
    case core
    case member
  }

  public let id: String
  public let name: String
  public let shortName: String?
  /// Ids of the template's sectors, or sectors of the partner's own; the first is the main one, all count for coverage.
  public let sectors: [String]
  public let kind: Kind
  public let role: Role?
  public let municipality: String?
  public let coordinates: Coordinates?
  public let isPublicBody: Bool?
  public let interestGroup: String?
  /// Votes in the network's decisions, 0 or more.
  public let votes: Double
  /// From joining to leaving.
  public let membership: Period
  public let position: String?
  public let resources: [String]
  public let website: String?
  public let contact: String?
  /// Whether the partner said that it may be named in public; nil where it was not asked.
  public let consent: Bool?
  /// Whether the partner took part in the survey; nil where nobody noted it.
  public let answered: Bool?
  public let attributes: [Attribute]

  /// The sector that measures by sector use; nil where the partner belongs to none.
  public var mainSector: String? { sectors.first }
  /// The short name where there is one, else the name.
  public var shortestName: String { shortName ?? name }
  public var isLead: Bool { role == .lead }
  /// Whether a public output may name the partner: institutions unless they refuse, persons only if they agree.
  public var mayBeNamed: Bool { consent ?? (kind == .institution) }

  public init(
    id: String, name: String, shortName: String? = nil, sectors: [String] = [], kind: Kind = .institution,
    role: Role? = nil, municipality: String? = nil, coordinates: Coordinates? = nil, isPublicBody: Bool? = nil,
    interestGroup: String? = nil, votes: Double = 1, membership: Period = .always, position: String? = nil,
    resources: [String] = [], website: String? = nil, contact: String? = nil, consent: Bool? = nil,
    answered: Bool? = nil, attributes: [Attribute] = []
  ) {
    precondition(!id.isEmpty && !name.isEmpty, "a partner has an id and a name")
    precondition(votes >= 0 && votes.isFinite, "votes are 0 or more")
    self.id = id
    self.name = name
    self.shortName = shortName
    self.sectors = sectors
    self.kind = kind
    self.role = role
    self.municipality = municipality
    self.coordinates = coordinates
    self.isPublicBody = isPublicBody
    self.interestGroup = interestGroup
    self.votes = votes
    self.membership = membership
    self.position = position
    self.resources = resources
    self.website = website
    self.contact = contact
    self.consent = consent
    self.answered = answered
    self.attributes = attributes
  }
}

/// A place on the globe, in degrees (WGS 84).
public struct Coordinates: Sendable, Hashable {
  /// −90 ... 90, north positive.
  public let latitude: Double
  /// −180 ... 180, east positive.
  public let longitude: Double

  /// The place, or nil if there is none with these numbers.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
