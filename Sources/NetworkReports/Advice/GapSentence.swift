import NetworkAnalysis
import NetworkModel

/// One gap in words: what is missing, whom to ask, and the numbers that say so.
struct GapSentence: Sendable {
  let wording: Wording
  private var network: Network { wording.network }

  /// One sentence for planners.
  func sentence(_ gap: Gap) -> String {
    let w = wording
    switch gap.fact {
    case .missingSector(let coverage):
      return w(
        en: "The sector \(w.sector(coverage.sector)) has no partner.",
        de: "Der Sektor \(w.sector(coverage.sector)) hat keinen Partner.")
    case .lackingGroup(let group):
      return w(
        en: "The group \(w.group(group.group)) lacks \(sectors(group.lacking)).",
        de: "Der Gruppe \(w.group(group.group)) \(group.lacking == 1 ? "fehlt" : "fehlen") \(sectors(group.lacking)).")
    case .thinSector(let coverage): return thin(coverage)
    case .noLead:
      return w(
        en: "No partner leads the network (column role: lead).",
        de: "Kein Partner hat die Leitung (Spalte Rolle: Leitung).")
    case .openTask(let task):
      return w(en: "Nobody takes care of \(task.name.english).", de: "Niemand übernimmt \(task.name.german).")
    case .leadDependence(let share):
      return w(
        en: "Without the lead (\(w.names(network.leads))) \(w.percent(share)) of the connected pairs lose contact.",
        de:
          "Ohne die Leitung (\(w.names(network.leads))) verlieren \(w.percent(share)) der verbundenen Paare den Kontakt."
      )
    case .votes(let group):
      let share = w.percent(group.share)
      guard let name = group.name else {
        return w(
          en: "Public bodies hold \(share) of the votes; the limit is 49%.",
          de: "Öffentliche Stellen haben \(share) der Stimmen; die Grenze liegt bei 49\u{A0}%.")
      }
      return w(
        en: "The interest group \(w.quoted(name)) holds \(share) of the votes; the limit is 49%.",
        de: "Die Interessengruppe \(w.quoted(name)) hat \(share) der Stimmen; die Grenze liegt bei 49\u{A0}%.")
    case .isolatedPartner(let partner):
      return w(
        en: "\(w.name(partner)) stands alone, without a tie to anybody.",
        de: "\(w.name(partner)) steht allein: ohne Beziehung zu einem anderen Partner.")
    case .cutPartner(let cut):
      return w(
        en: "Without \(w.name(cut.partner)) \(w.partners(cut.cutOff)) would be cut off.",
        de: "Ohne \(w.name(cut.partner)) \(cut.cutOff == 1 ? "verliert" : "verlieren") \(w.partners(cut.cutOff)) "
          + "den Anschluss.")
    case .bridge(let bridge):
      if bridge.partnersOfA == 1 && bridge.partnersOfB == 1 {
        return w(
          en: "\(w.names([bridge.a, bridge.b])) have a tie only to each other.",
          de: "\(w.names([bridge.a, bridge.b])) haben nur zueinander eine Beziehung.")
      }
      let fewer = min(bridge.partnersOfA, bridge.partnersOfB)
      let others = w.whole(max(bridge.partnersOfA, bridge.partnersOfB))
      return w(
        en: "Only the tie \(pair(bridge.a, bridge.b)) joins \(w.partners(fewer)) to the other \(others).",
        de: "Nur die Beziehung \(pair(bridge.a, bridge.b)) verbindet \(w.partners(fewer)) mit den anderen \(others).")
    case .soleProvider(let provider): return sole(provider)
    case .municipality(let name):
      return w(en: "No partner comes from \(name).", de: "Aus \(name) kommt kein Partner.")
    case .unmetNeed(let unmet): return unmetNeed(unmet)
    case .unusedOffer(let unused):
      let offer = network.offers[unused.offer]
      let what = "\(w.topics(offer.topics)) (\(w.name(offer.partner)))"
      return unused.fitsSomeNeed
        ? w(
          en: "The offer \(what) is left over: others meet the needs it fits.",
          de: "Das Angebot \(what) bleibt übrig: Andere decken die Bedarfe, zu denen es passt.")
        : w(
          en: "The offer \(what) fits no need.", de: "Das Angebot \(what) passt zu keinem Bedarf.")
    case .untiedSectors(let pair):
      return w(
        en: "No tie joins \(w.sector(pair.a)) and \(w.sector(pair.b)).",
        de: "Zwischen \(w.sector(pair.a)) und \(w.sector(pair.b)) gibt es keine Beziehung.")
    case .oneSidedTrust(let rated):
      let (a, b) = (rated.pair.a, rated.pair.b)
      let isForth = (rated.trust ?? 0) >= (rated.trustBack ?? 0)
      let (trusting, other) = isForth ? (a, b) : (b, a)
      return w(
        en: "\(w.name(trusting)) trusts \(w.name(other)), but not the other way round.",
        de: "\(w.name(trusting)) vertraut \(w.name(other)), umgekehrt gilt das nicht.")
    case .lowTrust(let rated):
      return w(
        en: "There is little trust between \(w.name(rated.pair.a)) and \(w.name(rated.pair.b)).",
        de: "Zwischen \(w.name(rated.pair.a)) und \(w.name(rated.pair.b)) besteht wenig Vertrauen.")
    case .missedMeetings(let partner, let meetings):
      return w(
        en: "\(w.name(partner)) missed the last \(meetings.count) meetings.",
        de: "\(w.name(partner)) war bei den letzten \(meetings.count) Sitzungen nicht dabei.")
    case .endedTie(let tie):
      let field = tie.field.map { " (\($0))" } ?? ""
      let pair = "\(named(tie.source)) – \(named(tie.target))\(field)"
      return tie.isStillTied
        ? w(
          en: "The tie \(pair) ended on \(w.date(tie.ended)); others between the two still run.",
          de: "Die Beziehung \(pair) lief bis \(w.date(tie.ended)); andere zwischen den beiden laufen weiter.")
        : w(
          en: "The tie \(pair) ended on \(w.date(tie.ended)), and none has taken its place.",
          de: "Die Beziehung \(pair) lief bis \(w.date(tie.ended)); seither verbindet die beiden keine.")
    case .noDay:
      return w(
        en: "Some ties have an end, but the network names no date to hold them against.",
        de: "Manche Beziehungen haben ein Ende, aber das Netzwerk nennt kein Datum, an dem sich das prüfen ließe.")
    }
  }

  private func sectors(_ number: Int) -> String {
    wording.count(number, en: ("sector", "sectors"), de: ("Sektor", "Sektoren"))
  }

  private func pair(_ a: Int, _ b: Int) -> String { "\(wording.name(a)) – \(wording.name(b))" }

  /// The name of the partner with an id.
  private func named(_ id: String) -> String {
    network.partners.firstIndex { $0.id == id }.map(wording.name) ?? id
  }

  private func thin(_ coverage: SectorCoverage) -> String {
    let w = wording
    let sector = w.sector(coverage.sector)
    if coverage.partners.count == 1 {
      return w(
        en: "The sector \(sector) depends on a single partner, \(w.names(coverage.partners)).",
        de: "Der Sektor \(sector) hängt an einem einzigen Partner: \(w.names(coverage.partners)).")
    }
    return w(
      en: "The sector \(sector) has \(w.partners(coverage.partners.count)) of at least \(w.whole(coverage.minimum)).",
      de: "Der Sektor \(sector) hat \(w.partners(coverage.partners.count)) von mindestens \(w.whole(coverage.minimum))."
    )
  }

  private func sole(_ provider: SoleProvider) -> String {
    let w = wording
    let what =
      switch provider.subject {
      case .kind(let kind): kind.name[w.language]
      case .topic(let topic): w.quoted(topic)
      }
    guard !provider.needs.isEmpty else {
      return w(
        en: "Only \(w.name(provider.partner)) offers \(what).",
        de: "Nur \(w.name(provider.partner)) bietet \(what) an.")
    }
    let needs = w.count(provider.needs.count, en: ("need", "needs"), de: ("Bedarf", "Bedarfe"))
    return w(
      en:
        "Only \(w.name(provider.partner)) offers \(what), which \(needs) of others \(provider.needs.count == 1 ? "asks" : "ask") for.",
      de:
        "Nur \(w.name(provider.partner)) bietet \(what) an; \(needs) anderer \(provider.needs.count == 1 ? "fragt" : "fragen") danach."
    )
  }

  private func unmetNeed(_ unmet: UnmetNeed) -> String {
    let w = wording
    let need = network.needs[unmet.need]
    let what = "\(w.topics(need.topics)) (\(w.name(need.partner)))"
    guard !unmet.fittingOffers.isEmpty else {
      return w(en: "No offer fits the need \(what).", de: "Zum Bedarf \(what) passt kein Angebot.")
    }
    return w(
      en: "The need \(what) stays open: the offers that fit serve others.",
      de: "Der Bedarf \(what) bleibt offen: Die passenden Angebote sind vergeben.")
  }
}

// MARK: - Whom to ask

extension GapSentence {
  /// Who can help, in a few words; empty where only the planner can say.
  func whomToAsk(_ gap: Gap) -> String {
    let w = wording
    switch gap.fact {
    case .missingSector(let coverage), .thinSector(let coverage):
      return joined(candidates(for: gap), coverage.examples?[w.language])
    case .lackingGroup(let group):
      return joined(candidates(for: gap), w.list(group.absent.map { network.sectorName($0)[w.language] }))
    case .openTask, .leadDependence, .votes, .noDay: return w.names(network.leads)
    case .noLead: return w.names(network.partners.indices.filter { network.partners[$0].role == .core })
    case .isolatedPartner(let partner): return w.names([partner] + network.leads)
    case .cutPartner(let cut): return w.name(cut.partner)
    case .bridge(let bridge): return w.names([bridge.a, bridge.b])
    case .soleProvider(let provider): return w.name(provider.partner)
    case .municipality(let name): return w(en: "the municipality \(name)", de: "die Gemeinde \(name)")
    case .unmetNeed(let unmet):
      let givers = unique(unmet.fittingOffers.map { network.offers[$0].partner })
      return joined(givers.isEmpty ? nil : w.names(givers, limit: 4), candidates(for: gap))
    case .unusedOffer(let unused): return w.name(network.offers[unused.offer].partner)
    case .untiedSectors(let pair): return joined(members(pair.a), members(pair.b))
    case .oneSidedTrust(let rated), .lowTrust(let rated): return w.names([rated.pair.a, rated.pair.b])
    case .missedMeetings(let partner, _): return w.name(partner)
    case .endedTie(let tie): return w.list([named(tie.source), named(tie.target)])
    }
  }

  /// Candidates of the dataset who would close the gap; nil where there are none.
  func candidates(for gap: Gap) -> String? {
    switch gap.fact {
    case .missingSector(let coverage), .thinSector(let coverage):
      return candidates { $0.sectors.contains(coverage.sector) }
    case .lackingGroup(let group): return candidates { !Set($0.sectors).isDisjoint(with: group.absent) }
    case .unmetNeed(let unmet):
      let topics = Set(network.needs[unmet.need].topics.map(\.matchingKey))
      return candidates { !topics.isDisjoint(with: $0.offers.map(\.matchingKey)) }
    default: return nil
    }
  }

  private func joined(_ parts: String?...) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func candidates(_ isWanted: (Candidate) -> Bool) -> String? {
    let names = network.candidates.filter(isWanted).map(\.name)
    return names.isEmpty ? nil : wording.list(names, limit: 5)
  }

  private func members(_ sector: String) -> String {
    wording.names(network.partners.indices.filter { network.partners[$0].mainSector == sector }, limit: 3)
  }

  private func unique(_ partners: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return partners.filter { seen.insert($0).inserted }
  }
}

// MARK: - Why

extension GapSentence {
  /// The numbers behind the sentence.
  func why(_ gap: Gap) -> String {
    let w = wording
    switch gap.fact {
    case .missingSector(let coverage), .thinSector(let coverage):
      let level = coverage.level.map { "; " + $0.name[w.language] } ?? ""
      return w(
        en: "\(w.partners(coverage.partners.count)) of at least \(w.whole(max(coverage.minimum, 1)))",
        de: "\(w.partners(coverage.partners.count)) von mindestens \(w.whole(max(coverage.minimum, 1)))") + level
    case .lackingGroup(let group):
      return w(
        en: "\(sectors(group.present.count)) of at least \(w.whole(group.atLeast)) have partners",
        de: "\(sectors(group.present.count)) von mindestens \(w.whole(group.atLeast)) vertreten")
    case .noLead, .openTask, .noDay: return ""
    case .leadDependence(let share):
      return w(en: "\(w.percent(share)) of the connected pairs", de: "\(w.percent(share)) der verbundenen Paare")
    case .votes(let group):
      return w(
        en: "\(w.plain(group.votes)) votes, \(w.percent(group.share))",
        de: "\(w.plain(group.votes)) Stimmen, \(w.percent(group.share))")
    case .isolatedPartner: return w(en: "0 ties", de: "0 Beziehungen")
    case .cutPartner(let cut):
      return w(
        en: "falls into \(w.whole(cut.parts)) parts; fragmentation \(w.fixed(cut.fragmentationWithout, 3))",
        de: "zerfällt in \(w.whole(cut.parts)) Teile; Zerfall \(w.fixed(cut.fragmentationWithout, 3))")
    case .bridge(let bridge):
      return w(
        en: "\(w.whole(bridge.partnersOfA)) and \(w.partners(bridge.partnersOfB)) on the two sides",
        de: "\(w.whole(bridge.partnersOfA)) und \(w.partners(bridge.partnersOfB)) auf den beiden Seiten")
    case .soleProvider(let provider):
      return w.count(provider.offers.count, en: ("offer", "offers"), de: ("Angebot", "Angebote")) + ", "
        + w.count(provider.needs.count, en: ("need", "needs"), de: ("Bedarf", "Bedarfe"))
    case .municipality: return w(en: "0 partners", de: "0 Partner")
    case .unmetNeed(let unmet):
      return network.needs[unmet.need].priority.name[w.language] + "; "
        + w.count(
          unmet.fittingOffers.count, en: ("offer fits", "offers fit"), de: ("Angebot passt", "Angebote passen"))
    case .unusedOffer(let unused):
      return w(
        en: "capacity \(w.whole(network.offers[unused.offer].capacity)), 0 used",
        de: "Kapazität \(w.whole(network.offers[unused.offer].capacity)), 0 genutzt")
    case .untiedSectors(let pair):
      return w(
        en: "0 ties of \(w.whole(pair.possible)) possible, \(w.fixed(pair.expected, 1)) expected",
        de: "0 von \(w.whole(pair.possible)) möglichen Beziehungen, \(w.fixed(pair.expected, 1)) erwartet")
    case .oneSidedTrust(let rated), .lowTrust(let rated):
      func text(_ trust: Double?) -> String { trust.map { w.plain($0, 1) } ?? "–" }
      return w(
        en: "trust \(text(rated.trust)) and \(text(rated.trustBack)) of 4",
        de: "Vertrauen \(text(rated.trust)) und \(text(rated.trustBack)) von 4")
    case .missedMeetings(_, let meetings):
      return meetings.map { meeting in
        let meeting = network.meetings[meeting]
        return meeting.date.map { "\(meeting.id) (\(w.date($0)))" } ?? meeting.id
      }.joined(separator: ", ")
    case .endedTie(let tie): return w(en: "until \(w.date(tie.ended))", de: "bis \(w.date(tie.ended))")
    }
  }
}

extension Sector.Level {
  /// What the template says of a sector.
  var name: Localized {
    switch self {
    case .required: Localized(en: "required", de: "erforderlich")
    case .focus: Localized(en: "in focus", de: "Schwerpunkt")
    case .optional: Localized(en: "optional", de: "wahlweise")
    }
  }
}

extension Need.Priority {
  /// The stable word, as in tables of needs.
  var word: String {
    switch self {
    case .low: "low"
    case .normal: "normal"
    case .high: "high"
    }
  }

  /// How urgent a need is.
  var name: Localized {
    switch self {
    case .low: Localized(en: "low priority", de: "Priorität niedrig")
    case .normal: Localized(en: "normal priority", de: "Priorität normal")
    case .high: Localized(en: "high priority", de: "Priorität hoch")
    }
  }
}

extension Gap.Priority {
  /// The stable word, as in tables of needs.
  var word: String {
    switch self {
    case .low: "low"
    case .normal: "normal"
    case .high: "high"
    }
  }

  /// The word for planners.
  var name: Localized {
    switch self {
    case .low: Localized(en: "low", de: "niedrig")
    case .normal: Localized(en: "normal", de: "normal")
    case .high: Localized(en: "high", de: "hoch")
    }
  }
}
