/// A cooperation of two partners in a delimited field.
public struct Tie: Sendable, Hashable {
  /// Position of the partner in `Network.partners`.
  public let source: Int
  /// Position of the partner in `Network.partners`.
  public let target: Int
  public let kind: String?
  /// A positive number; the mean of what the two sides said.
  public let strength: Double
  public let attributes: [Attribute]
  private let details: TieDetails?
  public let isDirected: Bool

  public var field: String? { details?.field }
  /// The source's rating of the target, 1 ... 4.
  public var trust: Double? { details?.trust }
  /// The target's rating of the source, 1 ... 4.
  public var trustBack: Double? { details?.trustBack }
  public var period: Period { details?.period ?? .always }

  /// The mean of the ratings given; nil where neither side gave one.
  public var meanTrust: Double? {
    switch (trust, trustBack) {
    case (let a?, let b?): (a + b) / 2
    case (let a?, nil): a
    case (nil, let b): b
    }
  }

  init(
    source: Int, target: Int, kind: String? = nil, field: String? = nil, strength: Double = 1, trust: Double? = nil,
    trustBack: Double? = nil, isDirected: Bool = false, period: Period = .always, attributes: [Attribute] = []
  ) {
    var row = TieRow(place: RowPlace(table: 0, line: 0), source: "", target: "")
    row.field = field
    row.trust = trust
    row.trustBack = trustBack
    row.period = period
    self.source = source
    self.target = target
    self.kind = kind
    self.strength = strength
    self.attributes = attributes
    details = row.details
    self.isDirected = isDirected
  }

  /// The tie of one row.
  init(_ row: TieRow, source: Int, target: Int, strength: Double) {
    self.source = source
    self.target = target
    kind = row.kind
    self.strength = strength
    attributes = row.attributes
    var row = row
    // Setting it would copy details that are shared.
    if row.strengthBack != nil { row.strengthBack = nil }
    details = row.details
    isDirected = row.isDirected
  }

  public static func == (a: Tie, b: Tie) -> Bool {
    a.source == b.source && a.target == b.target && a.kind == b.kind && a.strength == b.strength
      && a.attributes == b.attributes && a.isDirected == b.isDirected && TieDetails.areEqual(a.details, b.details)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(target)
    hasher.combine(kind)
    hasher.combine(strength)
  }
}
