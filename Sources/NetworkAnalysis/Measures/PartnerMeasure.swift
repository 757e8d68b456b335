/// What can be measured of each partner; the raw value is the key in JSON and on the command line.
public enum PartnerMeasure: String, Sendable, Hashable, CaseIterable {
  case sector
  case degree, inDegree, outDegree
  case strength, inStrength, outStrength
  case betweenness, betweennessShare, betweennessEstimate
  case closeness, harmonic
  case eigenvector, pageRank, katz
  case coreNumber, clustering
  case constraint, effectiveSize
  case participationCoefficient, eiIndex
  case coordinator, itinerant, gatekeeper, representative, liaison
  case community
  case cutPartner, fragmentationWithout

  /// What a planner sees without asking for anything.
  public static let standard: [PartnerMeasure] = [
    .degree, .strength, .betweennessShare, .closeness, .coreNumber, .cutPartner, .sector,
  ]

  /// What JSON and the command line have under one key, `brokerage`.
  public static let brokerageRoles: [PartnerMeasure] = [
    .coordinator, .itinerant, .gatekeeper, .representative, .liaison,
  ]

  /// Whether it is a thing of directed networks only.
  public var needsDirection: Bool {
    switch self {
    case .inDegree, .outDegree, .inStrength, .outStrength: true
    default: false
    }
  }

  /// Whether it marks a weak spot of a named partner, which nobody outside the network should read.
  public var isSensitive: Bool {
    switch self {
    case .cutPartner, .constraint, .fragmentationWithout: true
    default: false
    }
  }

  /// Decimals that make sense in a table for people.
  public var decimals: Int {
    switch self {
    case .strength, .inStrength, .outStrength, .effectiveSize: 1
    case .betweenness: 2
    case .pageRank: 4
    default: 3
    }
  }
}
