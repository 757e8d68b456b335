import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// Who can meet whose need, which funds could carry which idea, and who could serve each other in a circle.
public struct MatchReport: Sendable {
  let matching: Matching
  let wording: Wording
  let command: CommandText
  /// The public is not told what the network's planners can do next.
  let audience: Audience

  private var network: Network { wording.network }

  public init(
    _ matching: Matching, of network: Network, language: Language, audience: Audience = .internal, command: CommandText
  ) {
    self.matching = matching
    self.audience = audience
    self.command = command
    wording = Wording(network, language)
  }

  // MARK: Text

  /// - Parameter limit: how many circles of exchange are told.
  public func text(limit: Int = 5) -> AdviceText {
    let w = wording
    var text = AdviceText()
    text.paragraph(headline)
    if !matching.pairs.isEmpty {
      text.paragraph(
        w(
          en: "Proved: no other assignment meets the needs better.",
          de: "Bewiesen: Keine andere Zuordnung deckt die Bedarfe besser."))
      text.heading(w(en: "Who meets whose need", de: "Wer wessen Bedarf decken kann"))
      for pair in matching.pairs { text.item(describe(pair)) }
    }
    if !matching.unmet.isEmpty {
      text.heading(w(en: "Needs that stay open", de: "Bedarfe, die offen bleiben"))
      for need in matching.unmet { text.item(needText(need)) }
      if audience == .internal { text.command(command.line(["invite"])) }
    }
    if !matching.unused.isEmpty {
      text.heading(w(en: "Offers that nobody uses yet", de: "Angebote, die noch niemand nutzt"))
      for offer in matching.unused.prefix(10) { text.item(offerText(offer)) }
      if matching.unused.count > 10 {
        let more = w.whole(matching.unused.count - 10)
        text.item(w(en: "… and \(more) more", de: "… und \(more) weitere"))
      }
    }
    addFunding(to: &text)
    addCycles(limit: limit, to: &text)
    return text
  }

  private var headline: String {
    let w = wording
    if network.needs.isEmpty {
      return w(
        en: "The dataset has no needs that offers could meet.",
        de: "Die Daten enthalten keine Bedarfe, die sich decken ließen.")
    }
    let needs = w.whole(network.needs.count)
    return w(
      en: "Offers can meet \(w.whole(matching.pairs.count)) of \(needs) needs "
        + "(fit times priority: \(w.plain(matching.value))).",
      de: "Angebote können \(w.whole(matching.pairs.count)) von \(needs) Bedarfen decken "
        + "(Passung mal Priorität: \(w.plain(matching.value))).")
  }

  private func needText(_ need: Int) -> String {
    let need = network.needs[need]
    return "\(wording.name(need.partner)): \(wording.topics(need.topics))"
  }

  private func offerText(_ offer: Int) -> String {
    let offer = network.offers[offer]
    return "\(wording.name(offer.partner)): \(wording.topics(offer.topics))"
  }

  private func describe(_ pair: Matching.Pair) -> String {
    let w = wording
    let need = network.needs[pair.need]
    let offer = network.offers[pair.offer]
    let fit = w.plain(pair.fit)
    return w(
      en: "\(w.name(offer.partner)) → \(w.name(need.partner)): \(w.topics(offer.topics)) for \(w.topics(need.topics)), "
        + "fit \(fit)",
      de: "\(w.name(offer.partner)) → \(w.name(need.partner)): \(w.topics(offer.topics)) für \(w.topics(need.topics)), "
        + "Passung \(fit)")
  }

  private func ideaText(_ project: Int) -> String {
    let project = network.projects[project]
    let budget = project.budget.map {
      wording(en: " (budget \(wording.plain($0)))", de: " (Budget \(wording.plain($0)))")
    }
    return wording.quoted(project.name) + (budget ?? "")
  }

  private func addFunding(to text: inout AdviceText) {
    let w = wording
    let funding = matching.funding
    if !funding.carried.isEmpty {
      text.heading(w(en: "Funds that could carry ideas", de: "Mittel, die Ideen tragen könnten"))
      for carried in funding.carried {
        let offer = network.offers[carried.offer]
        let amount = offer.amount.map { " (\(w.plain($0)))" } ?? ""
        text.item("\(w.name(offer.partner))\(amount) → \(ideaText(carried.idea))")
      }
    }
    if !funding.lacking.isEmpty {
      text.heading(w(en: "Ideas that lack funds", de: "Ideen, denen Mittel fehlen"))
      for lacking in funding.lacking {
        let amount = w.plain(lacking.amount)
        let nearest = lacking.nearest.map { network.offers[$0].partner }
        let beside =
          nearest.map {
            w(en: " beside what \(w.name($0)) offers", de: " zusätzlich zu dem, was \(w.name($0)) anbietet")
          }
          ?? ""
        text.item(
          w(
            en: "\(ideaText(lacking.idea)): \(amount) is lacking\(beside)",
            de: "\(ideaText(lacking.idea)): es fehlen \(amount)\(beside)"))
      }
    }
    if !funding.withoutBudget.isEmpty {
      let names = w.list(funding.withoutBudget.map { w.quoted(network.projects[$0].name) })
      text.paragraph(
        w(
          en: "Without a budget nobody can say what would carry them: \(names).",
          de: "Ohne Budget lässt sich nicht sagen, welche Mittel reichen: \(names)."))
    }
  }

  private func addCycles(limit: Int, to text: inout AdviceText) {
    let w = wording
    let cycles = matching.cycles
    guard !cycles.first.isEmpty else { return }
    text.heading(
      w(
        en: "Circles in which each gives what the next needs",
        de: "Kreise, in denen jeder gibt, was der Nächste braucht"))
    for cycle in cycles.first.prefix(limit) {
      let names = (cycle.partners + cycle.partners.prefix(1)).map(w.name).joined(separator: " → ")
      text.item(
        names,
        details: cycle.steps.map { step in
          "\(w.name(network.offers[step.offer].partner)): \(w.topics(network.offers[step.offer].topics))"
        })
    }
    let shown = min(limit, cycles.first.count)
    if let count = cycles.count, count > shown {
      text.item(w(en: "… of \(w.whole(count)) circles", de: "… von \(w.whole(count)) Kreisen"))
    }
  }

  // MARK: Tables

  /// One row a need: who can meet it.
  public func table() -> ReportTable {
    let w = wording
    let headers: [(String, String, Bool)] = [
      ("need", w(en: "Need", de: "Bedarf"), false), ("needing", w(en: "Who needs", de: "Wer sucht"), false),
      ("needTopics", w(en: "Needed", de: "Gesucht"), false), ("offer", w(en: "Offer", de: "Angebot"), false),
      ("offering", w(en: "Who offers", de: "Wer bietet"), false),
      ("offerTopics", w(en: "Offered", de: "Geboten"), false), ("fit", w(en: "Fit", de: "Passung"), true),
    ]
    let pairs = Dictionary(uniqueKeysWithValues: matching.pairs.map { ($0.need, $0) })
    return ReportTable(
      title: w(en: "Matches", de: "Zuordnung"),
      columns: headers.map { .init(key: $0.0, header: $0.1, isNumeric: $0.2) },
      rows: network.needs.indices.map { position in
        let need = network.needs[position]
        let pair = pairs[position]
        let offer = pair.map { network.offers[$0.offer] }
        return [
          .text(need.id), .text(w.name(need.partner)), .text(need.topics.joined(separator: "; ")),
          offer.map { .text($0.id) } ?? .none, offer.map { .text(w.name($0.partner)) } ?? .none,
          offer.map { .text($0.topics.joined(separator: "; ")) } ?? .none,
          pair.map { .number($0.fit, decimals: 2) } ?? .none,
        ]
      })
  }

  /// One row an idea: what carries it, or what is lacking; nil without ideas.
  public func funding() -> ReportTable? {
    let w = wording
    let carried = Dictionary(uniqueKeysWithValues: matching.funding.carried.map { ($0.idea, $0.offer) })
    let lacking = Dictionary(uniqueKeysWithValues: matching.funding.lacking.map { ($0.idea, $0.amount) })
    let ideas = network.projects.indices.filter { network.projects[$0].status == .idea }
    guard !ideas.isEmpty else { return nil }
    let headers: [(String, String, Bool)] = [
      ("idea", w(en: "Idea", de: "Idee"), false), ("budget", w(en: "Budget", de: "Budget"), true),
      ("offer", w(en: "Offer", de: "Angebot"), false), ("offering", w(en: "Who offers", de: "Wer bietet"), false),
      ("lacking", w(en: "Lacking", de: "Es fehlen"), true),
    ]
    return ReportTable(
      title: w(en: "Funds", de: "Mittel"), columns: headers.map { .init(key: $0.0, header: $0.1, isNumeric: $0.2) },
      rows: ideas.map { idea in
        let offer = carried[idea].map { network.offers[$0] }
        return [
          .text(network.projects[idea].name), network.projects[idea].budget.map { .number($0, decimals: 2) } ?? .none,
          offer.map { .text($0.id) } ?? .none, offer.map { .text(w.name($0.partner)) } ?? .none,
          lacking[idea].map { .number($0, decimals: 2) } ?? .none,
        ]
      })
  }

  // MARK: JSON

  public func json() -> JSONValue {
    let pairs = JSONValue.array(
      matching.pairs.map { .object(["need": need($0.need), "offer": offer($0.offer), "fit": .number($0.fit)]) })
    let funds = JSONValue.array(
      matching.funding.carried.map { .object(["idea": idea($0.idea), "offer": offer($0.offer)]) })
    let lacking = JSONValue.array(
      matching.funding.lacking.map {
        .object([
          "idea": idea($0.idea), "amount": .number($0.amount), "nearest": $0.nearest.map(offer) ?? .null,
        ])
      })
    let cycles = JSONValue.array(matching.cycles.first.map(cycleJSON))
    return .object([
      .init("value", .number(matching.value)), .init("optimal", .bool(true)), .init("bound", .number(matching.value)),
      .init("pairs", pairs), .init("unmet", .array(matching.unmet.map(need))),
      .init("unused", .array(matching.unused.map(offer))), .init("funds", funds), .init("lacking", lacking),
      .init("withoutBudget", .array(matching.funding.withoutBudget.map(idea))), .init("cycles", cycles),
      .init("cycleCount", .optional(matching.cycles.count)),
    ])
  }

  private func need(_ position: Int) -> JSONValue { .string(network.needs[position].id) }
  private func offer(_ position: Int) -> JSONValue { .string(network.offers[position].id) }
  private func idea(_ position: Int) -> JSONValue { .string(network.projects[position].id) }

  private func cycleJSON(_ cycle: ExchangeCycles.Cycle) -> JSONValue {
    let steps = JSONValue.array(
      cycle.steps.map { .object(["offer": offer($0.offer), "need": need($0.need), "fit": .number($0.fit)]) })
    return .object([
      .init("partners", .array(cycle.partners.map { .string(wording.id($0)) })), .init("steps", steps),
    ])
  }
}
