/// What an offer brings or a need asks for.
public enum ExchangeKind: String, Sendable, Hashable, CaseIterable {
  case idea, knowledge, people, rooms, equipment, contacts, funds
}

/// Something a partner can give to others.
public struct Offer: Sendable, Hashable {
  public let id: String
  /// Position of the partner in `Network.partners`.
  public let partner: Int
  public let topics: [String]
  public let kind: ExchangeKind?
  /// How many needs it can serve, 1 or more.
  public let capacity: Int
  /// Money, in the network's currency.
  public let amount: Double?
  public let attributes: [Attribute]
}

/// Something a partner looks for.
public struct Need: Sendable, Hashable {
  public enum Priority: Int, Sendable, Hashable, CaseIterable, Comparable {
    case low = 1
    case normal = 2
    case high = 3
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public let id: String
  /// Position of the partner in `Network.partners`.
  public let partner: Int
  public let topics: [String]
  public let kind: ExchangeKind?
  /// Money, in the network's currency.
  public let amount: Double?
  public let priority: Priority
  public let attributes: [Attribute]
}

/// How well an offer meets a need, where the planner knows better than the computed fit.
public struct Fit: Sendable, Hashable {
  /// Position of the need in `Network.needs`.
  public let need: Int
  /// Position of the offer in `Network.offers`.
  public let offer: Int
  /// 0 or more.
  public let value: Double
}
