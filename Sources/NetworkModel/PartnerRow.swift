/// A partner as written; `sectors` are the words of the sector cell.
public struct PartnerRow: Sendable {
  public var place: RowPlace
  public var name: String
  public var id: String?
  public var sectors: [String] = []
  public var attributes: [Attribute] = []
  private(set) var details: PartnerDetails?
  public var membership = Period.always
  public var kind: Partner.Kind?
  public var role: Partner.Role?
  public var isPublicBody: Bool?
  public var consent: Bool?
  public var answered: Bool?

  public init(place: RowPlace, name: String) {
    self.place = place
    self.name = name
  }

  public var short: String? {
    get { details?.short }
    set { PartnerDetails.change(&details, \.short, to: newValue, isEmpty: newValue == nil) }
  }
  public var municipality: String? {
    get { details?.municipality }
    set { PartnerDetails.change(&details, \.municipality, to: newValue, isEmpty: newValue == nil) }
  }
  public var coordinates: Coordinates? {
    get { details?.coordinates }
    set { PartnerDetails.change(&details, \.coordinates, to: newValue, isEmpty: newValue == nil) }
  }
  public var interestGroup: String? {
    get { details?.interestGroup }
    set { PartnerDetails.change(&details, \.interestGroup, to: newValue, isEmpty: newValue == nil) }
  }
  public var votes: Double? {
    get { details?.votes }
    set { PartnerDetails.change(&details, \.votes, to: newValue, isEmpty: newValue == nil) }
  }
  public var position: String? {
    get { details?.position }
    set { PartnerDetails.change(&details, \.position, to: newValue, isEmpty: newValue == nil) }
  }
  public var resources: [String] {
    get { details?.resources ?? [] }
    set { PartnerDetails.change(&details, \.resources, to: newValue, isEmpty: newValue.isEmpty) }
  }
  public var website: String? {
    get { details?.website }
    set { PartnerDetails.change(&details, \.website, to: newValue, isEmpty: newValue == nil) }
  }
  public var contact: String? {
    get { details?.contact }
    set { PartnerDetails.change(&details, \.contact, to: newValue, isEmpty: newValue == nil) }
  }
}
