import GraphCore
import NetworkModel

/// What a network lacks, and what in it hangs on one partner.
public struct Gaps: Sendable, Hashable {
  public let coverage: Coverage
  /// All pairs of main sectors; nil where there are too many sectors.
  public let sectorPairs: [SectorPair]?
  public let unmetNeeds: [UnmetNeed]
  public let unusedOffers: [UnusedOffer]
  /// Positions of the partners without a tie.
  public let isolated: [Int]
  public let cutPartners: [CutPartner]
  public let bridges: [Bridge]
  public let soleProviders: [SoleProvider]
  /// Municipalities without a partner; nil where no list was given.
  public let municipalities: [String]?
  public let votes: VoteShares
  /// nil where the dataset has no table of tasks.
  public let tasks: [LeadTaskHolders]?
  /// The share of pairs without the lead that are joined through it only; nil without a lead or without such pairs.
  public let leadDependence: Double?
  public let mutualTrust: MutualTrust
  /// nil where attendance of fewer than three meetings is known.
  public let meetingAbsence: MeetingAbsence?
  /// nil where the network names no day.
  public let endedTies: [EndedTie]?
  /// All of this that calls for action, the most urgent first, else in the order of the kinds above.
  public let findings: [Gap]

  /// Whether an expected sector, or a group as a whole, is missing.
  public var lacksRequired: Bool { !coverage.missing.isEmpty || coverage.groups.contains { $0.lacking > 0 } }
}

extension Network {
  /// What is missing, and what hangs on one partner.
  ///
  /// - Parameter whole: the network of all times, where this one is restricted to its day or to a phase: it knows the
  ///   ties that have ended.
  /// - Complexity: O(partners + ties + pairs of sectors + pairs of needs and offers that share a topic), and the
  ///   assignment of offers to needs.
  public func gaps(among whole: Network? = nil) -> Gaps {
    let graph = graph(direction: .ignore)
    let coverage = Coverage(self)
    let sectorPairs = SectorPair.all(self, graph)
    let exchange = OpenExchange(self)
    let isolated = partners.indices.filter { graph.outgoing.count(of: $0) == 0 }
    let cuts = CutPoints(graph)
    let soleProviders = SoleProvider.all(self)
    let municipalities = municipalitiesWithoutPartner()
    let votes = VoteShares(self)
    let tasks = LeadTaskHolders.all(self)
    let leadDependence = leadDependence(in: graph)
    let mutualTrust = MutualTrust(self)
    let meetingAbsence = MeetingAbsence(self)
    let endedTies = EndedTie.all(self, among: whole ?? self)

    var facts: [Gap.Fact] = coverage.missing.map { .missingSector($0) }
    facts += coverage.groups.filter { $0.lacking > 0 }.map { .lackingGroup($0) }
    if leads.isEmpty { facts.append(.noLead) }
    facts += (tasks ?? []).filter(\.holders.isEmpty).map { .openTask($0.task) }
    if let leadDependence, leadDependence > 0 { facts.append(.leadDependence(leadDependence)) }
    facts += votes.overLimit.map { .votes($0) }
    facts += isolated.map { .isolatedPartner($0) }
    // The lead's own part is told by the dependence on it.
    facts += cuts.partners.filter { !partners[$0.partner].isLead }.map { .cutPartner($0) }
    facts += cuts.bridges.map { .bridge($0) }
    facts += coverage.thin.map { .thinSector($0) }
    facts += soleProviders.map { .soleProvider($0) }
    facts += (municipalities ?? []).map { .municipality($0) }
    facts += exchange.needs.map { .unmetNeed($0) }
    facts += exchange.offers.map { .unusedOffer($0) }
    facts += (sectorPairs ?? []).filter { $0.ties == 0 }.map { .untiedSectors($0) }
    facts += mutualTrust.oneSided.map { .oneSidedTrust($0) }
    facts += mutualTrust.low.map { .lowTrust($0) }
    if let meetingAbsence {
      facts += meetingAbsence.absent.map { .missedMeetings($0, meetingAbsence.meetings) }
    }
    facts += (endedTies ?? []).map { .endedTie($0) }
    if endedTies == nil && (whole ?? self).ties.contains(where: { $0.period.end != nil }) { facts.append(.noDay) }
    let gaps = facts.map { Gap($0, in: self) }
    let findings = Gap.Priority.allCases.reversed().flatMap { priority in gaps.filter { $0.priority == priority } }
    return Gaps(
      coverage: coverage, sectorPairs: sectorPairs, unmetNeeds: exchange.needs, unusedOffers: exchange.offers,
      isolated: isolated, cutPartners: cuts.partners, bridges: cuts.bridges, soleProviders: soleProviders,
      municipalities: municipalities, votes: votes, tasks: tasks, leadDependence: leadDependence,
      mutualTrust: mutualTrust, meetingAbsence: meetingAbsence, endedTies: endedTies, findings: findings)
  }

  /// The municipalities of the list that no partner comes from; nil where no list was given.
  private func municipalitiesWithoutPartner() -> [String]? {
    guard !municipalities.isEmpty else { return nil }
    let present = Set(partners.compactMap { $0.municipality?.matchingKey })
    return municipalities.map(\.name).filter { !present.contains($0.matchingKey) }
  }
}
