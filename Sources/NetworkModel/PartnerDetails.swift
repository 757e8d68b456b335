/// What only some partners of a dataset have, kept apart from the row and from the partner.
///
/// A file of 10 MB can name a million partners. A row with all these values in place takes 216 bytes and the checked
/// partner as much again; without any of them it takes 80, the partner 72, and the two share the details that there are.
final class PartnerDetails: Equatable, @unchecked Sendable {
  // Unchecked: only `change` writes, and only to an instance that nobody else holds.
  var short: String?
  var municipality: String?
  var coordinates: Coordinates?
  var interestGroup: String?
  var votes: Double?
  var position: String?
  var resources: [String] = []
  var website: String?
  var contact: String?

  init() {}

  private init(copying other: PartnerDetails) {
    short = other.short
    municipality = other.municipality
    coordinates = other.coordinates
    interestGroup = other.interestGroup
    votes = other.votes
    position = other.position
    resources = other.resources
    website = other.website
    contact = other.contact
  }

  /// Writes a value; one that says nothing needs no details.
  @inline(__always)
  static func change<Value>(
    _ details: inout PartnerDetails?, _ property: ReferenceWritableKeyPath<PartnerDetails, Value>, to value: Value,
    isEmpty: Bool
  ) {
    if isEmpty && details == nil { return }
    if details == nil {
      details = PartnerDetails()
    } else if !isKnownUniquelyReferenced(&details) {
      details = PartnerDetails(copying: details!)
    }
    details![keyPath: property] = value
  }

  /// Whether two partners have the same details; a partner without votes has one.
  static func areEqual(_ a: PartnerDetails?, _ b: PartnerDetails?) -> Bool {
    a === b || (a ?? PartnerDetails()) == (b ?? PartnerDetails())
  }

  static func == (a: PartnerDetails, b: PartnerDetails) -> Bool {
    a.short == b.short && a.municipality == b.municipality && a.coordinates == b.coordinates
      && a.interestGroup == b.interestGroup && (a.votes ?? 1) == (b.votes ?? 1) && a.position == b.position
      && a.resources == b.resources && a.website == b.website && a.contact == b.contact
  }
}
