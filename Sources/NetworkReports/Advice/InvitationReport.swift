import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// Whom to invite so that the gaps close.
public struct InvitationReport: Sendable {
  let invitations: Invitations
  let wording: Wording
  let command: CommandText
  /// Whether candidates may be named: in public they may not, as nobody asked them.
  let audience: Audience

  private var network: Network { wording.network }
  private var found: OptimalSets<Int> { invitations.found }

  public init(
    _ invitations: Invitations, of network: Network, language: Language, audience: Audience = .internal,
    command: CommandText
  ) {
    self.invitations = invitations
    self.audience = audience
    self.command = command
    wording = Wording(network, language)
  }

  // MARK: Text

  /// The first of the best sets and what each candidate brings, then others, then what stays open.
  ///
  /// - Parameter limit: how many sets are told.
  public func text(limit: Int = 5) -> AdviceText {
    let w = wording
    var text = AdviceText()
    if invitations.covers.isEmpty && invitations.uncoverable.isEmpty && network.template == nil {
      text.paragraph(
        w(
          en: "Nothing to do: no template says which sectors the network needs (--template names one), and no need is "
            + "without an offer that fits.",
          de:
            "Nichts zu tun: Keine Vorlage sagt, welche Sektoren das Netzwerk braucht (--template nennt eine), und kein "
            + "Bedarf ist ohne passendes Angebot."))
      return text
    }
    if invitations.covers.isEmpty && invitations.uncoverable.isEmpty {
      text.paragraph(
        w(
          en: "Nothing to do: every expected sector has a partner, and every need has an offer that fits.",
          de: "Nichts zu tun: Jeder erwartete Sektor hat einen Partner, und zu jedem Bedarf passt ein Angebot."))
      return text
    }
    if let first = found.sets.first {
      text.paragraph(effect(first))
      text.paragraph(certificate)
      text.heading(w(en: "Invite", de: "Laden Sie ein"))
      for candidate in first {
        text.item(name(candidate) + effort(candidate), details: [brings(candidate)].filter { !$0.isEmpty })
      }
      let shown = found.sets.prefix(limit)
      if let heading = w.equalSets(found, shown: shown.count, word: Localized(en: "good", de: "gut")) {
        text.heading(heading)
        for set in shown.dropFirst() { text.item(set.map(name).joined(separator: "; ")) }
      }
    }
    addUncoverable(to: &text)
    return text
  }

  private func addUncoverable(to text: inout AdviceText) {
    guard !invitations.uncoverable.isEmpty else { return }
    let w = wording
    if audience == .public {
      text.heading(w(en: "The network is looking for", de: "Das Netzwerk sucht"))
    } else if network.candidates.isEmpty {
      text.heading(
        w(
          en: "The dataset has no table of candidates. Partners are wanted for",
          de: "Die Daten haben keine Tabelle Kandidaten. Gesucht werden Partner für"))
    } else {
      text.heading(w(en: "No candidate brings", de: "Kein Kandidat bringt"))
    }
    for demand in invitations.uncoverable { text.item(describe(demand), details: whomToAsk(demand)) }
  }

  private func effect(_ set: [Int]) -> String {
    let w = wording
    let gaps = w.count(invitations.covers.count, en: ("gap", "gaps"), de: ("Lücke", "Lücken"))
    switch invitations.objective {
    case .fewest:
      let number = w.count(
        set.count, en: ("invitation closes", "invitations close"), de: ("Einladung schließt", "Einladungen schließen"))
      return "\(number) \(gaps)."
    case .effort:
      let effort = w.plain(found.value)
      return w(
        en: "An effort of \(effort) closes \(gaps): \(w.list(set.map(name))).",
        de: "Ein Aufwand von \(effort) schließt \(gaps): \(w.list(set.map(name))).")
    }
  }

  private var certificate: String {
    let bound = wording.plain(found.bound)
    switch invitations.objective {
    case .fewest:
      return wording.certificate(
        isOptimal: found.isOptimal,
        proved: Localized(en: "fewer invitations are not enough", de: "mit weniger Einladungen geht es nicht"),
        bound: Localized(en: "it takes \(bound) or more", de: "es braucht mindestens \(bound)"))
    case .effort:
      return wording.certificate(
        isOptimal: found.isOptimal,
        proved: Localized(en: "less effort is not enough", de: "mit weniger Aufwand geht es nicht"),
        bound: Localized(
          en: "it takes an effort of \(bound) or more", de: "es braucht mindestens einen Aufwand von \(bound)"))
    }
  }

  private func name(_ candidate: Int) -> String { network.candidates[candidate].name }

  private func effort(_ candidate: Int) -> String {
    guard network.candidates.contains(where: { $0.effort != 1 }) else { return "" }
    let effort = wording.plain(network.candidates[candidate].effort)
    return wording(en: " (effort \(effort))", de: " (Aufwand \(effort))")
  }

  private func brings(_ candidate: Int) -> String {
    let demands = invitations.contributions[candidate].map { describe(invitations.covers[$0]) }
    return demands.isEmpty ? "" : wording(en: "brings ", de: "bringt ") + demands.joined(separator: ", ")
  }

  /// What is wanted, in a few words.
  private func describe(_ demand: InvitationDemand) -> String {
    let w = wording
    switch demand {
    case .sector(let id, let partners):
      return partners == 1 ? w.sector(id) : "\(w.sector(id)) (\(w.partners(partners)))"
    case .group(let id, let sectors):
      let number = w.count(
        sectors, en: ("further sector", "further sectors"), de: ("weiterer Sektor", "weitere Sektoren"))
      return w(en: "\(number) of \(w.group(id))", de: "\(number) aus \(w.group(id))")
    case .topic(let topic, let needs):
      // Who needs it is a weak spot of a named partner.
      if audience == .public { return w.quoted(topic) }
      var seen: Set<Int> = []
      let askers = needs.map { network.needs[$0].partner }.filter { seen.insert($0).inserted }
      return w(
        en: "\(w.quoted(topic)) (needed by \(w.names(askers, limit: 3)))",
        de: "\(w.quoted(topic)) (gebraucht von \(w.names(askers, limit: 3)))")
    }
  }

  private func whomToAsk(_ demand: InvitationDemand) -> [String] {
    guard case .sector(let id, _) = demand,
      let examples = network.template?.sectors.first(where: { $0.id == id })?.examples
    else { return [] }
    return [wording(en: "for example: ", de: "zum Beispiel: ") + examples[wording.language]]
  }

  // MARK: Table

  /// One row for each candidate of each set.
  public func table() -> ReportTable {
    let w = wording
    let headers: [(String, String, Bool)] = [
      ("set", w(en: "Set", de: "Nr."), true), ("id", "ID", false),
      ("name", w(en: "Candidate", de: "Kandidat"), false), ("effort", w(en: "Effort", de: "Aufwand"), true),
      ("brings", w(en: "Brings", de: "Bringt"), false),
    ]
    return ReportTable(
      title: w(en: "Invitations", de: "Einladungen"),
      columns: headers.map { .init(key: $0.0, header: $0.1, isNumeric: $0.2) },
      rows: found.sets.enumerated().flatMap { number, set in
        set.map { candidate in
          let demands = invitations.contributions[candidate].map { describe(invitations.covers[$0]) }
          return [
            .integer(number + 1), .text(network.candidates[candidate].id), .text(name(candidate)),
            .number(network.candidates[candidate].effort, decimals: 1), .text(demands.joined(separator: ", ")),
          ]
        }
      })
  }

  /// What stays open; one row a demand.
  public func uncoverable() -> ReportTable {
    let w = wording
    return ReportTable(
      title: w(en: "Stays open", de: "Bleibt offen"),
      columns: [
        .init(key: "demand", header: w(en: "Wanted", de: "Gesucht"), isNumeric: false),
        .init(key: "ask", header: w(en: "For example", de: "Zum Beispiel"), isNumeric: false),
      ],
      rows: invitations.uncoverable.map { demand in
        let examples: String? =
          if case .sector(let id, _) = demand {
            network.template?.sectors.first { $0.id == id }?.examples?[w.language]
          } else { nil }
        return [.text(describe(demand)), examples.map { .text($0) } ?? .none]
      })
  }

  // MARK: JSON

  public func json() -> JSONValue {
    let covers = JSONValue.array(
      invitations.covers.indices.map { position in
        let candidates = network.candidates.indices.filter { invitations.contributions[$0].contains(position) }
          .map { JSONValue.string(network.candidates[$0].id) }
        return .object(members(invitations.covers[position]) + [.init("candidates", .array(candidates))])
      })
    return .object(
      [.init("objective", .string(invitations.objective.rawValue))]
        + found.members { .string(network.candidates[$0].id) }
        + [
          .init("covers", covers),
          .init("uncoverable", .array(invitations.uncoverable.map { .object(members($0)) })),
        ])
  }

  private func members(_ demand: InvitationDemand) -> [JSONValue.Member] {
    switch demand {
    case .sector(let id, let partners):
      return [.init("kind", .string("sector")), .init("sector", .string(id)), .init("partners", .integer(partners))]
    case .group(let id, let sectors):
      return [.init("kind", .string("group")), .init("group", .string(id)), .init("sectors", .integer(sectors))]
    case .topic(let topic, let needs):
      return [
        .init("kind", .string("topic")), .init("topic", .string(topic)),
        .init("needs", .array(needs.map { .string(network.needs[$0].id) })),
      ]
    }
  }
}
