/// A tie as written.
public struct TieRow: Sendable {
  public var place: RowPlace
  public var source: String
  public var target: String
  public var kind: String?
  public var attributes: [Attribute] = []
  private(set) var details: TieDetails?
  public var strength: Double?
  public var isDirected = false

  public init(place: RowPlace, source: String, target: String) {
    self.place = place
    self.source = source
    self.target = target
  }

  public var field: String? {
    get { details?.field }
    set { TieDetails.change(&details, \.field, to: newValue, isEmpty: newValue == nil) }
  }
  public var strengthBack: Double? {
    get { details?.strengthBack }
    set { TieDetails.change(&details, \.strengthBack, to: newValue, isEmpty: newValue == nil) }
  }
  public var trust: Double? {
    get { details?.trust }
    set { TieDetails.change(&details, \.trust, to: newValue, isEmpty: newValue == nil) }
  }
  public var trustBack: Double? {
    get { details?.trustBack }
    set { TieDetails.change(&details, \.trustBack, to: newValue, isEmpty: newValue == nil) }
  }
  public var period: Period {
    get { details?.period ?? .always }
    set { TieDetails.change(&details, \.period, to: newValue, isEmpty: newValue == .always) }
  }
}
