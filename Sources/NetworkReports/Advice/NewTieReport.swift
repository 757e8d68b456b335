import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// The new ties that help most, why, and who can introduce the two.
public struct NewTieReport: Sendable {
  let ties: NewTies
  let wording: Wording
  let command: CommandText

  private var network: Network { wording.network }
  private var found: OptimalSets<NewTie> { ties.found }

  public init(_ ties: NewTies, of network: Network, language: Language, command: CommandText) {
    self.ties = ties
    self.command = command
    wording = Wording(network, language)
  }

  // MARK: Text

  /// The first of the best sets with the reasons for each tie, then others.
  ///
  /// - Parameter limit: how many sets are told.
  public func text(limit: Int = 5) -> AdviceText {
    let w = wording
    var text = AdviceText()
    guard let first = found.sets.first else {
      text.paragraph(nothingToDo)
      return text
    }
    text.paragraph(effect)
    text.paragraph(certificate)
    text.heading(w(en: "Bring together", de: "Bringen Sie zusammen"))
    for tie in first { text.item(pair(tie), details: reasons(tie)) }
    let shown = found.sets.prefix(limit)
    if let heading = w.equalSets(found, shown: shown.count, word: Localized(en: "good", de: "gut")) {
      text.heading(heading)
      for set in shown.dropFirst() { text.item(set.map(pair).joined(separator: "; ")) }
    }
    return text
  }

  private var certificate: String {
    let bound = measure(found.bound)
    return wording.certificate(
      isOptimal: found.isOptimal,
      proved: ties.ties == 1
        ? Localized(en: "no other tie helps more", de: "keine andere Beziehung hilft mehr")
        : Localized(
          en: "no other \(ties.ties) ties help more", de: "keine anderen \(ties.ties) Beziehungen helfen mehr"),
      bound: Localized(en: "no ties reach less than \(bound)", de: "weniger als \(bound) ist nicht zu erreichen"))
  }

  private func pair(_ tie: NewTie) -> String { "\(wording.name(tie.a)) – \(wording.name(tie.b))" }

  private var effect: String {
    let w = wording
    let (before, after) = (measure(ties.before), measure(found.value))
    let number =
      ties.ties == 1
      ? w(en: "One new tie", de: "Eine neue Beziehung")
      : w(en: "\(w.whole(ties.ties)) new ties", de: "\(w.whole(ties.ties)) neue Beziehungen")
    switch ties.objective {
    case .leadLoss where found.value == 0:
      return w(
        en: "\(number) for the day the lead leaves: then all others still reach each other; without "
          + "\(ties.ties == 1 ? "it" : "them") \(before) of their pairs would not.",
        de:
          "\(number) für den Fall, dass die Leitung ausfällt: Dann erreichen alle anderen einander weiterhin; ohne sie "
          + "wären \(before) der übrigen Paare getrennt.")
    case .leadLoss:
      return w(
        en: "\(number) for the day the lead leaves: then \(after) of the others’ pairs do not reach each other instead "
          + "of \(before).",
        de: "\(number) für den Fall, dass die Leitung ausfällt: Dann erreichen \(after) statt \(before) der übrigen "
          + "Paare einander nicht.")
    case .fragmentation:
      return w(
        en: "\(number): pairs that do not reach each other fall from \(before) to \(after).",
        de: "\(number): Die Paare, die einander nicht erreichen, sinken von \(before) auf \(after).")
    case .distance:
      return w(
        en: "\(number): the fragmentation by distance (0: all know each other) falls from \(before) to \(after).",
        de: "\(number): Der Zerfall nach Entfernung (0: alle kennen einander) sinkt von \(before) auf \(after).")
    case .sectorPairs:
      return w(
        en: "\(number): the number of pairs of sectors without a tie falls from \(before) to \(after).",
        de: "\(number): Die Zahl der Sektorpaare ohne Beziehung sinkt von \(before) auf \(after).")
    }
  }

  private func measure(_ value: Double) -> String {
    switch ties.objective {
    case .leadLoss, .fragmentation: wording.percent(value)
    case .distance: wording.fixed(value, 4)
    case .sectorPairs: wording.whole(Int(value))
    }
  }

  private var nothingToDo: String {
    let w = wording
    switch ties.objective {
    case .leadLoss:
      return w(
        en: "Nothing to do: without the lead all others still reach each other.",
        de: "Nichts zu tun: Auch ohne die Leitung erreichen alle anderen einander.")
    case .fragmentation:
      return w(
        en: "Nothing to do: all partners reach each other.", de: "Nichts zu tun: Alle Partner erreichen einander.")
    case .distance:
      return w(
        en: "Nothing to do: every partner has a tie to every other.",
        de: "Nichts zu tun: Jeder Partner hat eine Beziehung zu jedem anderen.")
    case .sectorPairs:
      return w(
        en: "Nothing to do: a tie joins every two sectors.",
        de: "Nichts zu tun: Je zwei Sektoren sind durch eine Beziehung verbunden.")
    }
  }

  /// What speaks for a tie, a line each.
  private func reasons(_ tie: NewTie) -> [String] {
    guard let reason = ties.reasons.first(where: { $0.tie == tie }) else { return [] }
    let w = wording
    var lines: [String] = []
    if let sides = reason.sidesJoined {
      let without =
        ties.objective == .leadLoss ? w(en: " without the lead", de: " ohne die Leitung") : ""
      lines.append(
        w(
          en: "joins two parts that are separate\(without) (\(w.whole(sides.a)) and \(w.partners(sides.b)))",
          de: "verbindet zwei Teile, die\(without) getrennt sind (\(w.whole(sides.a)) und \(w.partners(sides.b)))"))
    } else if let distance = reason.distance {
      lines.append(
        w(en: "today \(w.whole(distance)) steps apart", de: "heute \(w.whole(distance)) Schritte voneinander entfernt"))
    }
    if reason.joinsSectors, let a = network.partners[tie.a].mainSector, let b = network.partners[tie.b].mainSector {
      lines.append(
        w(
          en: "first tie of \(w.sector(a)) and \(w.sector(b))",
          de: "erste Beziehung von \(w.sector(a)) und \(w.sector(b))"))
    }
    for exchange in reason.exchanges.prefix(3) {
      let need = network.needs[exchange.need]
      let offer = network.offers[exchange.offer]
      lines.append(
        w(
          en: "\(w.name(need.partner)) needs \(w.topics(need.topics)), \(w.name(offer.partner)) offers "
            + w.topics(offer.topics),
          de: "\(w.name(need.partner)) sucht \(w.topics(need.topics)), \(w.name(offer.partner)) bietet "
            + w.topics(offer.topics)))
    }
    if let introducer = reason.introducer {
      let others = reason.commonAcquaintances.count - 1
      let more =
        others > 0
        ? w(
          en: " (of \(w.whole(others + 1)) common acquaintances)",
          de: " (von \(w.whole(others + 1)) gemeinsamen Bekannten)") : ""
      let trust = introducer.trust.map { w(en: ", trust \(w.plain($0, 1))", de: ", Vertrauen \(w.plain($0, 1))") } ?? ""
      lines.append(
        w(
          en: "\(w.name(introducer.partner)) can introduce the two\(trust)\(more)",
          de: "\(w.name(introducer.partner)) kann die beiden bekannt machen\(trust)\(more)"))
    } else {
      lines.append(w(en: "no common acquaintance", de: "keine gemeinsamen Bekannten"))
    }
    return lines
  }

  // MARK: Table

  /// One row for each tie of each set.
  public func table() -> ReportTable {
    let w = wording
    let headers: [(String, String, Bool)] = [
      ("set", w(en: "Set", de: "Nr."), true), ("a", w(en: "From (ID)", de: "Von (ID)"), false),
      ("b", w(en: "To (ID)", de: "Nach (ID)"), false), ("nameOfA", w(en: "From", de: "Von"), false),
      ("nameOfB", w(en: "To", de: "Nach"), false), ("reasons", w(en: "Why", de: "Warum"), false),
      ("introducer", w(en: "Introduced by", de: "Bekannt machen kann"), false),
    ]
    return ReportTable(
      title: w(en: "New ties", de: "Neue Beziehungen"),
      columns: headers.map { .init(key: $0.0, header: $0.1, isNumeric: $0.2) },
      rows: found.sets.enumerated().flatMap { number, set in
        set.map { tie in
          let introducer = ties.reasons.first { $0.tie == tie }?.introducer
          return [
            .integer(number + 1), .text(w.id(tie.a)), .text(w.id(tie.b)), .text(w.name(tie.a)), .text(w.name(tie.b)),
            .text(reasons(tie).joined(separator: "; ")), introducer.map { .text(w.name($0.partner)) } ?? .none,
          ]
        }
      })
  }

  // MARK: JSON

  public func json() -> JSONValue {
    let members: [JSONValue.Member] = [
      .init("objective", .string(ties.objective.key)), .init("ties", .integer(ties.ties)),
      .init("before", .number(ties.before)),
    ]
    let sets = found.members { .array([id($0.a), id($0.b)]) }
    return .object(members + sets + [.init("reasons", .array(ties.reasons.map(reasonJSON)))])
  }

  private func id(_ partner: Int) -> JSONValue { .string(wording.id(partner)) }

  private func reasonJSON(_ reason: TieReason) -> JSONValue {
    let sides: JSONValue =
      reason.sidesJoined.map { .object(["a": .integer($0.a), "b": .integer($0.b)]) } ?? .null
    let exchanges = JSONValue.array(
      reason.exchanges.map {
        .object([
          "need": .string(network.needs[$0.need].id), "offer": .string(network.offers[$0.offer].id),
          "fit": .number($0.fit),
        ])
      })
    return .object([
      .init("a", id(reason.tie.a)), .init("b", id(reason.tie.b)), .init("sidesJoined", sides),
      .init("distance", .optional(reason.distance)), .init("joinsSectors", .bool(reason.joinsSectors)),
      .init("exchanges", exchanges), .init("commonAcquaintances", .array(reason.commonAcquaintances.map(id))),
      .init("introducer", reason.introducer.map { id($0.partner) } ?? .null),
      .init("introducerTrust", .optional(reason.introducer?.trust)),
    ])
  }
}

extension TieObjective {
  /// The word in JSON: `lead-loss` is `leadLoss`.
  var key: String {
    switch self {
    case .leadLoss: "leadLoss"
    case .fragmentation: "fragmentation"
    case .distance: "distance"
    case .sectorPairs: "sectorPairs"
    }
  }
}
