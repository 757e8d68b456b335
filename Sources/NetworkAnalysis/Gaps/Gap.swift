import NetworkModel

/// Something that a network lacks, or that hangs on one partner.
public struct Gap: Sendable, Hashable {
  public enum Priority: Int, Sendable, Hashable, CaseIterable, Comparable {
    case low = 1
    case normal = 2
    /// The most urgent.
    case high = 3
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public enum Fact: Sendable, Hashable {
    case missingSector(SectorCoverage)
    case lackingGroup(GroupCoverage)
    case thinSector(SectorCoverage)
    case noLead
    case openTask(LeadTask)
    /// The share of pairs that are joined through the lead only.
    case leadDependence(Double)
    case votes(VoteShares.Group)
    case isolatedPartner(Int)
    case cutPartner(CutPartner)
    case bridge(Bridge)
    case soleProvider(SoleProvider)
    case municipality(String)
    case unmetNeed(UnmetNeed)
    case unusedOffer(UnusedOffer)
    /// No tie joins the two.
    case untiedSectors(SectorPair)
    case oneSidedTrust(MutualTrust.RatedPair)
    case lowTrust(MutualTrust.RatedPair)
    /// A partner, and the meetings that it missed.
    case missedMeetings(Int, [Int])
    case endedTie(EndedTie)
    /// Ties have ends, but the network names no day to hold them against.
    case noDay
  }

  public let fact: Fact
  public let priority: Priority
  /// What acts on it: a command's words after the dataset's name; nil where the planner must.
  public let command: [String]?

  /// A stable name of what kind of gap it is.
  public var kind: String {
    switch fact {
    case .missingSector: "missingSector"
    case .lackingGroup: "lackingGroup"
    case .thinSector: "thinSector"
    case .noLead: "noLead"
    case .openTask: "openTask"
    case .leadDependence: "leadDependence"
    case .votes: "votes"
    case .isolatedPartner: "isolatedPartner"
    case .cutPartner: "cutPartner"
    case .bridge: "bridge"
    case .soleProvider: "soleProvider"
    case .municipality: "municipality"
    case .unmetNeed: "unmetNeed"
    case .unusedOffer: "unusedOffer"
    case .untiedSectors: "untiedSectors"
    case .oneSidedTrust: "oneSidedTrust"
    case .lowTrust: "lowTrust"
    case .missedMeetings: "missedMeetings"
    case .endedTie: "endedTie"
    case .noDay: "noDay"
    }
  }

  /// Judges a fact: how urgent it is, and what to do.
  init(_ fact: Fact, in network: Network) {
    self.fact = fact
    let others = max(1, network.partners.count - 1)
    switch fact {
    case .missingSector, .lackingGroup:
      (priority, command) = (.high, ["invite"])
    case .thinSector:
      (priority, command) = (.normal, ["invite", "--thin"])
    case .noLead:
      (priority, command) = (.high, nil)
    case .openTask:
      (priority, command) = (.high, nil)
    case .leadDependence(let share):
      priority = share > 0.5 ? .high : share > 0.25 ? .normal : .low
      command = ["connect", "--objective", "lead-loss"]
    case .votes:
      (priority, command) = (.high, nil)
    case .isolatedPartner:
      (priority, command) = (.high, ["connect", "--objective", "fragmentation"])
    case .cutPartner(let cut):
      // A quarter of the others cut off is a break, a single one a nuisance.
      priority = 4 * cut.cutOff >= others ? .high : cut.cutOff > 1 ? .normal : .low
      command = ["lose", "--remove", network.partners[cut.partner].id]
    case .bridge(let bridge):
      priority = min(bridge.partnersOfA, bridge.partnersOfB) > 1 ? .normal : .low
      command = ["connect", "--objective", "distance"]
    case .soleProvider(let provider):
      priority = provider.needs.isEmpty ? .low : .normal
      command = ["lose", "--remove", network.partners[provider.partner].id]
    case .municipality:
      (priority, command) = (.normal, nil)
    case .unmetNeed(let unmet):
      priority =
        switch network.needs[unmet.need].priority {
        case .low: .low
        case .normal: .normal
        case .high: .high
        }
      command = unmet.fittingOffers.isEmpty ? ["invite"] : ["match"]
    case .unusedOffer:
      (priority, command) = (.low, ["match"])
    case .untiedSectors(let pair):
      priority = pair.expected >= 1 ? .normal : .low
      command = ["connect", "--objective", "sector-pairs"]
    case .oneSidedTrust, .lowTrust, .missedMeetings:
      (priority, command) = (.normal, nil)
    case .endedTie(let tie):
      (priority, command) = (tie.isStillTied ? .low : .normal, nil)
    case .noDay:
      (priority, command) = (.low, nil)
    }
  }
}
