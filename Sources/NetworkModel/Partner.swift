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
  /// Ids of the template's sectors, or sectors of the partner's own; the first is the main one, all count for coverage.
  public let sectors: [String]
  public let attributes: [Attribute]
  private let details: PartnerDetails?
  /// From joining to leaving.
  public let membership: Period
  public let kind: Kind
  public let role: Role?
  public let isPublicBody: Bool?
  /// Whether the partner said that it may be named in public; nil where it was not asked.
  public let consent: Bool?
  /// Whether the partner took part in the survey; nil where nobody noted it.
  public let answered: Bool?

  public var shortName: String? { details?.short }
  public var municipality: String? { details?.municipality }
  public var coordinates: Coordinates? { details?.coordinates }
  public var interestGroup: String? { details?.interestGroup }
  /// Votes in the network's decisions, 0 or more.
  public var votes: Double { details?.votes ?? 1 }
  public var position: String? { details?.position }
  public var resources: [String] { details?.resources ?? [] }
  public var website: String? { details?.website }
  public var contact: String? { details?.contact }

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
    var row = PartnerRow(place: RowPlace(table: 0, line: 0), name: name)
    row.short = shortName
    row.municipality = municipality
    row.coordinates = coordinates
    row.interestGroup = interestGroup
    row.votes = votes == 1 ? nil : votes
    row.position = position
    row.resources = resources
    row.website = website
    row.contact = contact
    self.id = id
    self.name = name
    self.sectors = sectors
    self.attributes = attributes
    details = row.details
    self.membership = membership
    self.kind = kind
    self.role = role
    self.isPublicBody = isPublicBody
    self.consent = consent
    self.answered = answered
  }

  /// The partner of a row that has been checked.
  init(_ row: PartnerRow, id: String, sectors: [String]) {
    precondition(!id.isEmpty && !row.name.isEmpty, "a partner has an id and a name")
    self.id = id
    name = row.name
    self.sectors = sectors
    attributes = row.attributes
    details = row.details
    membership = row.membership
    kind = row.kind ?? .institution
    role = row.role
    isPublicBody = row.isPublicBody
    consent = row.consent
    answered = row.answered
  }

  public static func == (a: Partner, b: Partner) -> Bool {
    a.id == b.id && a.name == b.name && a.sectors == b.sectors && a.attributes == b.attributes
      && PartnerDetails.areEqual(a.details, b.details) && a.membership == b.membership && a.kind == b.kind
      && a.role == b.role && a.isPublicBody == b.isPublicBody && a.consent == b.consent && a.answered == b.answered
  }

  /// Partners with one id are hardly ever different.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(name)
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
