/// Something partners do together, or want to do.
public struct Project: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable { case idea, running, done }

  public let id: String
  public let name: String
  public let title: String?
  public let field: String?
  public let status: Status?
  public let period: Period
  /// Money, in the network's currency.
  public let budget: Double?
  public let attributes: [Attribute]
}

/// A partner's part in a project.
public struct Participation: Sendable, Hashable {
  public enum Role: String, Sendable, Hashable, CaseIterable { case lead, partner }

  /// Position of the partner in `Network.partners`.
  public let partner: Int
  /// Position of the project in `Network.projects`.
  public let project: Int
  public let role: Role
}
