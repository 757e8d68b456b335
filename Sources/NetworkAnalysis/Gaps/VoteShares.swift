import NetworkModel

/// How the votes of a network are shared.
///
/// Neither public bodies nor any single interest group may hold more than 49 per cent: Regulation (EU) 1303/2013,
/// Article 32(2)(b), for 2014–2020; for 2021–2027 Regulation (EU) 2021/1060, Article 31, no single interest group
/// controls the decisions.
public struct VoteShares: Sendable, Hashable {
  public struct Group: Sendable, Hashable {
    /// The interest group; nil for all public bodies.
    public let name: String?
    public let votes: Double
    /// Of all votes, 0 ... 1.
    public let share: Double
    public var isOverLimit: Bool { share > VoteShares.limit }
  }

  public static let limit = 0.49

  public let total: Double
  /// nil where nobody noted who is a public body, or nobody votes.
  public let publicBodies: Group?
  /// By their first partners; empty where nobody votes.
  public let interestGroups: [Group]

  public init(_ network: Network) {
    let total = network.partners.reduce(0) { $0 + $1.votes }
    self.total = total
    guard total > 0 else {
      publicBodies = nil
      interestGroups = []
      return
    }
    func group(_ name: String?, _ isMember: (Partner) -> Bool) -> Group {
      let votes = network.partners.filter(isMember).reduce(0) { $0 + $1.votes }
      return Group(name: name, votes: votes, share: votes / total)
    }
    publicBodies =
      network.partners.contains { $0.isPublicBody != nil } ? group(nil) { $0.isPublicBody == true } : nil
    var names: [String: String] = [:]
    var keys: [String] = []
    var votes: [String: Double] = [:]
    for partner in network.partners {
      guard let name = partner.interestGroup else { continue }
      let key = name.matchingKey
      if names[key] == nil {
        names[key] = name
        keys.append(key)
      }
      votes[key, default: 0] += partner.votes
    }
    interestGroups = keys.map { Group(name: names[$0], votes: votes[$0]!, share: votes[$0]! / total) }
  }

  /// Those over the limit, public bodies first.
  public var overLimit: [Group] { ([publicBodies].compactMap { $0 } + interestGroups).filter(\.isOverLimit) }
}
