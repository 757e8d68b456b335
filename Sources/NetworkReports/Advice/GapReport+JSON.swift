import NetworkAnalysis
import NetworkFiles
import NetworkModel

extension GapReport {
  /// Everything that was looked at, and the findings in their order.
  public func json() -> JSONValue {
    let coverage = JSONValue.array(gaps.coverage.sectors.map(coverageJSON))
    let groups = JSONValue.array(gaps.coverage.groups.map(groupJSON))
    let sectorPairs: JSONValue = gaps.sectorPairs.map { .array($0.map(pairJSON)) } ?? .null
    let municipalities: JSONValue = gaps.municipalities.map(words) ?? .null
    let tasks: JSONValue = gaps.tasks.map { .array($0.map(taskJSON)) } ?? .null
    let absence: JSONValue = gaps.meetingAbsence.map(absenceJSON) ?? .null
    let endedTies: JSONValue = gaps.endedTies.map { .array($0.map(endedJSON)) } ?? .null
    return .object([
      .init("coverage", coverage), .init("groups", groups), .init("sectorPairs", sectorPairs),
      .init("unmetNeeds", .array(gaps.unmetNeeds.map(needJSON))),
      .init("unusedOffers", .array(gaps.unusedOffers.map(offerJSON))), .init("isolated", ids(gaps.isolated)),
      .init("cutPartners", .array(gaps.cutPartners.map(cutJSON))),
      .init("bridges", .array(gaps.bridges.map(bridgeJSON))),
      .init("soleProviders", .array(gaps.soleProviders.map(soleJSON))), .init("municipalities", municipalities),
      .init("votes", votesJSON), .init("tasks", tasks), .init("leadDependence", .optional(gaps.leadDependence)),
      .init("mutualTrust", trustJSON), .init("meetingAbsence", absence), .init("endedTies", endedTies),
      .init("findings", .array(gaps.findings.map(findingJSON))),
    ])
  }

  private func taskJSON(_ task: LeadTaskHolders) -> JSONValue {
    .object(["task": .string(task.task.rawValue), "holders": ids(task.holders)])
  }

  private func absenceJSON(_ absence: MeetingAbsence) -> JSONValue {
    .object([
      "meetings": words(absence.meetings.map { network.meetings[$0].id }), "absent": ids(absence.absent),
    ])
  }

  private func ids(_ partners: some Sequence<Int>) -> JSONValue { .array(partners.map { id($0) }) }
  private func id(_ partner: Int) -> JSONValue { .string(network.partners[partner].id) }
  private func words(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

  private func coverageJSON(_ sector: SectorCoverage) -> JSONValue {
    .object([
      "sector": .string(sector.sector), "group": .optional(sector.group), "level": .optional(sector.level?.rawValue),
      "partners": .integer(sector.partners.count), "minimum": .integer(sector.minimum),
      "status": .string(sector.status.rawValue), "expected": .bool(sector.isExpected), "members": ids(sector.partners),
    ])
  }

  private func groupJSON(_ group: GroupCoverage) -> JSONValue {
    .object([
      "group": .string(group.group), "atLeast": .integer(group.atLeast), "present": words(group.present),
      "absent": words(group.absent), "lacking": .integer(group.lacking),
    ])
  }

  private func pairJSON(_ pair: SectorPair) -> JSONValue {
    .object([
      "a": .string(pair.a), "b": .string(pair.b), "ties": .integer(pair.ties), "possible": .integer(pair.possible),
      "expected": .number(pair.expected),
    ])
  }

  private func needJSON(_ unmet: UnmetNeed) -> JSONValue {
    let need = network.needs[unmet.need]
    return .object([
      "need": .string(need.id), "partner": id(need.partner), "topics": words(need.topics),
      "kind": .optional(need.kind?.rawValue), "priority": .string(need.priority.word),
      "fittingOffers": .array(unmet.fittingOffers.map { .string(network.offers[$0].id) }),
    ])
  }

  private func offerJSON(_ unused: UnusedOffer) -> JSONValue {
    let offer = network.offers[unused.offer]
    return .object([
      "offer": .string(offer.id), "partner": id(offer.partner), "topics": words(offer.topics),
      "kind": .optional(offer.kind?.rawValue), "fitsSomeNeed": .bool(unused.fitsSomeNeed),
    ])
  }

  private func cutJSON(_ cut: CutPartner) -> JSONValue {
    .object([
      "partner": id(cut.partner), "parts": .integer(cut.parts), "cutOff": .integer(cut.cutOff),
      "fragmentationWithout": .number(cut.fragmentationWithout),
    ])
  }

  private func bridgeJSON(_ bridge: Bridge) -> JSONValue {
    .object([
      "a": id(bridge.a), "b": id(bridge.b), "partnersOfA": .integer(bridge.partnersOfA),
      "partnersOfB": .integer(bridge.partnersOfB),
    ])
  }

  private func soleJSON(_ provider: SoleProvider) -> JSONValue {
    let (kind, topic): (String?, String?) =
      switch provider.subject {
      case .kind(let kind): (kind.rawValue, nil)
      case .topic(let topic): (nil, topic)
      }
    return .object([
      "partner": id(provider.partner), "kind": .optional(kind), "topic": .optional(topic),
      "offers": .array(provider.offers.map { .string(network.offers[$0].id) }),
      "needs": .array(provider.needs.map { .string(network.needs[$0].id) }),
    ])
  }

  private var votesJSON: JSONValue {
    func group(_ group: VoteShares.Group) -> JSONValue {
      .object([
        "name": .optional(group.name), "votes": .number(group.votes), "share": .number(group.share),
        "overLimit": .bool(group.isOverLimit),
      ])
    }
    return .object([
      "total": .number(gaps.votes.total), "limit": .number(VoteShares.limit),
      "publicBodies": gaps.votes.publicBodies.map(group) ?? .null,
      "interestGroups": .array(gaps.votes.interestGroups.map(group)),
    ])
  }

  private var trustJSON: JSONValue {
    func pair(_ rated: MutualTrust.RatedPair) -> JSONValue {
      .object([
        "a": id(rated.pair.a), "b": id(rated.pair.b), "trust": .optional(rated.trust),
        "trustBack": .optional(rated.trustBack),
      ])
    }
    let trust = gaps.mutualTrust
    return .object([
      "pairs": .integer(trust.pairs), "share": .optional(trust.share), "mean": .optional(trust.mean),
      "meanDifference": .optional(trust.meanDifference), "percent": .optional(trust.percent),
      "oneSided": .array(trust.oneSided.map(pair)), "low": .array(trust.low.map(pair)),
    ])
  }

  private func endedJSON(_ tie: EndedTie) -> JSONValue {
    .object([
      "source": .string(tie.source), "target": .string(tie.target), "kind": .optional(tie.kind),
      "field": .optional(tie.field), "until": .string(tie.ended.description), "stillTied": .bool(tie.isStillTied),
    ])
  }

  private func findingJSON(_ gap: Gap) -> JSONValue {
    let ask = sentences.whomToAsk(gap)
    let why = sentences.why(gap)
    var members: [JSONValue.Member] = [
      .init("kind", .string(gap.kind)), .init("priority", .string(gap.priority.word)),
      .init("sentence", .string(sentences.sentence(gap))), .init("command", .optional(gap.command.map(command.line))),
      .init("ask", ask.isEmpty ? .null : .string(ask)), .init("why", why.isEmpty ? .null : .string(why)),
    ]
    members += subject(gap)
    return .object(members)
  }

  /// The facts of a finding under the keys of the lists above.
  private func subject(_ gap: Gap) -> [JSONValue.Member] {
    func members(_ value: JSONValue) -> [JSONValue.Member] { if case .object(let list) = value { list } else { [] } }
    switch gap.fact {
    case .missingSector(let sector), .thinSector(let sector): return [.init("sector", .string(sector.sector))]
    case .lackingGroup(let group): return [.init("group", .string(group.group)), .init("absent", words(group.absent))]
    case .noLead, .noDay: return []
    case .openTask(let task): return [.init("task", .string(task.rawValue))]
    case .leadDependence(let share): return [.init("leadDependence", .number(share))]
    case .votes(let group): return [.init("name", .optional(group.name)), .init("share", .number(group.share))]
    case .isolatedPartner(let partner): return [.init("partner", id(partner))]
    case .cutPartner(let cut): return members(cutJSON(cut))
    case .bridge(let bridge): return members(bridgeJSON(bridge))
    case .soleProvider(let provider): return [.init("partner", id(provider.partner))]
    case .municipality(let name): return [.init("municipality", .string(name))]
    case .unmetNeed(let unmet): return [.init("need", .string(network.needs[unmet.need].id))]
    case .unusedOffer(let unused): return [.init("offer", .string(network.offers[unused.offer].id))]
    case .untiedSectors(let pair): return members(pairJSON(pair))
    case .oneSidedTrust(let rated), .lowTrust(let rated):
      return [
        .init("a", id(rated.pair.a)), .init("b", id(rated.pair.b)), .init("trust", .optional(rated.trust)),
        .init("trustBack", .optional(rated.trustBack)),
      ]
    case .missedMeetings(let partner, let meetings):
      return [
        .init("partner", id(partner)), .init("meetings", .array(meetings.map { .string(network.meetings[$0].id) })),
      ]
    case .endedTie(let tie): return [.init("source", .string(tie.source)), .init("target", .string(tie.target))]
    }
  }
}
