/// A cooperation of two partners in a delimited field.
public struct Tie: Sendable, Hashable {
  /// Position of the partner in `Network.partners`.
  public let source: Int
  /// Position of the partner in `Network.partners`.
  public let target: Int
  public let kind: String?
  public let field: String?
  /// A positive number; the mean of what the two sides said.
  public let strength: Double
  /// The source's rating of the target, 1 ... 4.
  public let trust: Double?
  /// The target's rating of the source, 1 ... 4.
  public let trustBack: Double?
  public let isDirected: Bool
  public let period: Period
  public let attributes: [Attribute]

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
    self.source = source
    self.target = target
    self.kind = kind
    self.field = field
    self.strength = strength
    self.trust = trust
    self.trustBack = trustBack
    self.isDirected = isDirected
    self.period = period
    self.attributes = attributes
  }
}
