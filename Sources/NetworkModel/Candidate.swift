/// Somebody who could be invited into the network.
public struct Candidate: Sendable, Hashable {
  public let id: String
  public let name: String
  /// Ids of the template's sectors, or names of others.
  public let sectors: [String]
  /// The topics the candidate could offer.
  public let offers: [String]
  /// What it costs to win the candidate, more than 0.
  public let effort: Double
  public let attributes: [Attribute]
}
