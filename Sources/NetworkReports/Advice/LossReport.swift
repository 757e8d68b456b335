import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// What happens when partners leave.
public struct LossReport: Sendable {
  let loss: PartnerLoss
  let wording: Wording
  let command: CommandText

  private var network: Network { wording.network }

  public init(_ loss: PartnerLoss, of network: Network, language: Language, command: CommandText) {
    self.loss = loss
    self.command = command
    wording = Wording(network, language)
  }

  // MARK: Text

  /// Who is cut off from whom, which sectors lose contact, which offers vanish.
  public func text() -> AdviceText {
    let w = wording
    var text = AdviceText()
    text.paragraph(headline)
    if let before = loss.before.fragmentation, let after = loss.after.fragmentation {
      text.paragraph(
        w(
          en: "Pairs that do not reach each other: \(w.percent(before)) today, \(w.percent(after)) then.",
          de: "Paare, die einander nicht erreichen: heute \(w.percent(before)), dann \(w.percent(after))."))
    }
    addParts(to: &text)
    addSectors(to: &text)
    addOffers(to: &text)
    if loss.tiesToJoinAll > 0 {
      text.paragraph(
        w(
          en: "\(w.count(loss.tiesToJoinAll, en: ("new tie", "new ties"), de: ("", ""))) would join all that remain.",
          de: loss.tiesToJoinAll == 1
            ? "1 neue Beziehung würde alle verbinden, die bleiben."
            : "\(w.whole(loss.tiesToJoinAll)) neue Beziehungen würden alle verbinden, die bleiben."))
      if loss.removed == network.leads {
        text.command(command.line(["connect", "--ties", String(loss.tiesToJoinAll)]))
      }
    }
    return text
  }

  private var headline: String {
    let w = wording
    let names = w.names(loss.removed)
    let parts = loss.parts.count
    if parts == 0 { return w(en: "Without \(names) nobody remains.", de: "Ohne \(names) bleibt niemand.") }
    if parts == 1 {
      return w(
        en: "Without \(names) all others still reach each other.",
        de: "Ohne \(names) erreichen alle anderen einander weiterhin.")
    }
    // Partners that stood alone before do not count as a break.
    guard loss.cutOffPairs > 0 else {
      return w(
        en: "Without \(names) nobody loses contact; as today, the others are in \(w.whole(parts)) parts.",
        de: "Ohne \(names) verliert niemand den Kontakt; die anderen bilden wie schon heute \(w.whole(parts)) Teile.")
    }
    let pairs = w(
      en: "\(w.count(loss.cutOffPairs, en: ("pair loses", "pairs lose"), de: ("", ""))) contact",
      de: loss.cutOffPairs == 1
        ? "1 Paar verliert den Kontakt" : "\(w.whole(loss.cutOffPairs)) Paare verlieren den Kontakt")
    return w(
      en: "Without \(names) the network falls into \(w.whole(parts)) parts (today \(w.whole(loss.before.components))); "
        + "\(pairs).",
      de: "Ohne \(names) zerfällt das Netzwerk in \(w.whole(parts)) Teile (heute \(w.whole(loss.before.components))); "
        + "\(pairs).")
  }

  private func addParts(to text: inout AdviceText) {
    guard loss.parts.count > 1, loss.cutOffPairs > 0 else { return }
    let w = wording
    text.heading(w(en: "The parts that remain", de: "Die Teile, die bleiben"))
    let shown = 12
    let joined = loss.parts.filter { $0.count > 1 }
    let alone = loss.parts.filter { $0.count == 1 }.map { $0[0] }
    for part in joined.prefix(shown) { text.item("\(w.partners(part.count)): \(w.names(part, limit: 12))") }
    if joined.count > shown {
      let more = joined.count - shown
      text.item(
        w(
          en: "… and \(w.count(more, en: ("smaller part", "smaller parts"), de: ("", "")))",
          de: more == 1 ? "… und 1 kleinerer Teil" : "… und \(w.whole(more)) kleinere Teile"))
    }
    if !alone.isEmpty {
      text.item(w(en: "alone: ", de: "allein: ") + w.names(alone, limit: 12))
    }
  }

  private func addSectors(to text: inout AdviceText) {
    let w = wording
    var items: [String] = []
    if !loss.lostSectors.isEmpty {
      let list = w.list(loss.lostSectors.map(w.sector))
      items.append(
        w(en: "No longer represented: \(list).", de: "Nicht mehr vertreten: \(list)."))
    }
    if let separated = loss.separatedSectors, !separated.isEmpty {
      let pairs = separated.map { "\(network.sectorName($0.a)[w.language]) – \(network.sectorName($0.b)[w.language])" }
      let number = w.count(
        pairs.count, en: ("pair of sectors loses", "pairs of sectors lose"),
        de: ("Sektorpaar verliert", "Sektorpaare verlieren"))
      items.append(
        w(
          en: "\(number) contact: \(w.list(pairs, limit: 6)).", de: "\(number) den Kontakt: \(w.list(pairs, limit: 6))."
        ))
    }
    add(items, heading: w(en: "Sectors", de: "Sektoren"), to: &text)
  }

  private func addOffers(to text: inout AdviceText) {
    let w = wording
    var items: [String] = []
    if !loss.lostOffers.isEmpty {
      let offers = loss.lostOffers.map { w.topics(network.offers[$0].topics) }
      let number = w.count(
        offers.count, en: ("offer vanishes", "offers vanish"), de: ("Angebot fällt weg", "Angebote fallen weg"))
      items.append("\(number): \(w.list(offers, limit: 6)).")
    }
    if !loss.lostTopics.isEmpty {
      items.append(
        w(
          en: "Nobody else offers \(w.list(loss.lostTopics.map(w.quoted), limit: 6)).",
          de: "Sonst bietet niemand \(w.list(loss.lostTopics.map(w.quoted), limit: 6)) an."))
    }
    for need in loss.needsLosingAllOffers.prefix(6) {
      let topics = w.topics(network.needs[need].topics)
      let asking = w.name(network.needs[need].partner)
      items.append(
        w(
          en: "The need \(topics) (\(asking)) loses every offer that fits.",
          de: "Der Bedarf \(topics) (\(asking)) verliert jedes passende Angebot."))
    }
    if loss.needsLosingAllOffers.count > 6 {
      let more = w.whole(loss.needsLosingAllOffers.count - 6)
      items.append(w(en: "… and \(more) more needs.", de: "… und \(more) weitere Bedarfe."))
    }
    add(items, heading: w(en: "Offers and needs", de: "Angebote und Bedarfe"), to: &text)
  }

  private func add(_ items: [String], heading: String, to text: inout AdviceText) {
    guard !items.isEmpty else { return }
    text.heading(heading)
    for item in items { text.item(item) }
  }

  // MARK: Table

  /// Which part each remaining partner is in.
  public func table() -> ReportTable {
    let w = wording
    let cutOff = Set(loss.cutOff)
    return ReportTable(
      title: w(en: "Parts", de: "Teile"),
      columns: [
        .init(key: "part", header: w(en: "Part", de: "Teil"), isNumeric: true),
        .init(key: "size", header: w(en: "Size", de: "Größe"), isNumeric: true),
        .init(key: "id", header: "ID", isNumeric: false), .init(key: "name", header: "Partner", isNumeric: false),
        .init(key: "cutOff", header: w(en: "Cut off", de: "Abgeschnitten"), isNumeric: false),
      ],
      rows: loss.parts.enumerated().flatMap { number, part in
        part.map { partner in
          [
            .integer(number + 1), .integer(part.count), .text(w.id(partner)), .text(network.partners[partner].name),
            .flag(cutOff.contains(partner)),
          ]
        }
      })
  }

  // MARK: JSON

  public func json() -> JSONValue {
    func ids(_ partners: [Int]) -> JSONValue { .array(partners.map { .string(wording.id($0)) }) }
    func words(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }
    func cohesion(_ cohesion: PartnerLoss.Cohesiveness) -> JSONValue {
      .object([
        "fragmentation": .optional(cohesion.fragmentation),
        "distanceFragmentation": .optional(cohesion.distanceFragmentation),
        "components": .integer(cohesion.components),
      ])
    }
    let separated: JSONValue =
      loss.separatedSectors.map { .array($0.map { .object(["a": .string($0.a), "b": .string($0.b)]) }) } ?? .null
    let parts = JSONValue.array(loss.parts.map(ids))
    return .object([
      .init("removed", ids(loss.removed)), .init("before", cohesion(loss.before)), .init("after", cohesion(loss.after)),
      .init("parts", parts), .init("cutOff", ids(loss.cutOff)), .init("cutOffPairs", .integer(loss.cutOffPairs)),
      .init("tiesToJoinAll", .integer(loss.tiesToJoinAll)), .init("leadDependence", .optional(loss.leadDependence)),
      .init("lostSectors", words(loss.lostSectors)), .init("separatedSectors", separated),
      .init("lostOffers", words(loss.lostOffers.map { network.offers[$0].id })),
      .init("lostTopics", words(loss.lostTopics)),
      .init("needsLosingAllOffers", words(loss.needsLosingAllOffers.map { network.needs[$0].id })),
    ])
  }
}
