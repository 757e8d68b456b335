import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// Groups for a meeting in which people meet new people.
public struct SeatingReport: Sendable {
  let seating: Seating
  let wording: Wording

  private var network: Network { wording.network }

  public init(_ seating: Seating, of network: Network, language: Language) {
    self.seating = seating
    wording = Wording(network, language)
  }

  // MARK: Text

  /// The groups of each round, and whoever knows each other in them.
  public func text() -> AdviceText {
    let w = wording
    var text = AdviceText()
    text.paragraph(headline)
    text.paragraph(certificate)
    for (number, round) in seating.rounds.enumerated() {
      if seating.rounds.count > 1 {
        text.heading(w(en: "Round \(number + 1)", de: "Runde \(number + 1)"))
      } else {
        text.heading(w(en: "Groups", de: "Gruppen"))
      }
      for (group, people) in round.groups.enumerated() {
        text.item("\(w.whole(group + 1)): \(people.map(w.name).joined(separator: ", "))")
      }
      if !round.conflicts.isEmpty {
        let pairs = round.conflicts.prefix(8).map(describe)
        let more = round.conflicts.count - pairs.count
        let rest = more > 0 ? w(en: "; … and \(w.whole(more)) more", de: "; … und \(w.whole(more)) weitere") : ""
        text.item(w(en: "Conflicts: ", de: "Konflikte: ") + pairs.joined(separator: "; ") + rest)
      }
    }
    return text
  }

  private var headline: String {
    let w = wording
    let people = w.count(seating.people.count, en: ("person", "people"), de: ("Person", "Personen"))
    let groups = seating.rounds.first?.groups.count ?? 0
    let conflicts =
      seating.conflicts == 0
      ? w(
        en: "nobody sits with partners they know or of their own sector",
        de: "niemand sitzt mit Bekannten oder Partnern desselben Sektors beisammen")
      : w(
        en: "\(w.count(seating.conflicts, en: ("pair knows", "pairs know"), de: ("", ""))) each other already or "
          + "\(seating.conflicts == 1 ? "is" : "are") of one sector",
        de: seating.conflicts == 1
          ? "1 Paar kennt einander schon oder ist aus demselben Sektor"
          : "\(w.whole(seating.conflicts)) Paare kennen einander schon oder sind aus demselben Sektor")
    let rounds = w.count(seating.rounds.count, en: ("round", "rounds"), de: ("Runde", "Runden"))
    let number = w.count(groups, en: ("group", "groups"), de: ("Gruppe", "Gruppen"))
    return "\(people), \(number), \(rounds): \(conflicts)."
  }

  private var certificate: String {
    let w = wording
    let text = w.certificate(
      isOptimal: seating.isOptimal,
      proved: seating.conflicts == 0
        ? Localized(en: "no plan is better", de: "kein Plan ist besser")
        : Localized(en: "no plan has fewer conflicts", de: "kein Plan hat weniger Konflikte"),
      bound: Localized(
        en: "every plan has \(seating.bound) or more conflicts",
        de: "jeder Plan hat mindestens \(seating.bound) Konflikte"))
    guard let count = seating.equalPlans, count > 1 else { return text }
    let number = w.number(count)
    return text + w(en: " \(number) plans are equally good.", de: " \(number) Pläne sind gleich gut.")
  }

  private func describe(_ conflict: Seating.Conflict) -> String {
    let w = wording
    let reasons = conflict.reasons.map { reason in
      switch reason {
      case .tied: w(en: "tied", de: "kennen einander")
      case .sameSector: w(en: "same sector", de: "selber Sektor")
      case .satTogether: w(en: "sat together before", de: "saßen schon beisammen")
      }
    }
    return "\(w.name(conflict.pair.a)) – \(w.name(conflict.pair.b)) (\(reasons.joined(separator: ", ")))"
  }

  // MARK: Table

  /// One row for each person in each round.
  public func table() -> ReportTable {
    let w = wording
    return ReportTable(
      title: w(en: "Groups", de: "Gruppen"),
      columns: [
        .init(key: "round", header: w(en: "Round", de: "Runde"), isNumeric: true),
        .init(key: "group", header: w(en: "Group", de: "Gruppe"), isNumeric: true),
        .init(key: "id", header: "ID", isNumeric: false), .init(key: "name", header: "Partner", isNumeric: false),
        .init(key: "sector", header: w(en: "Sector", de: "Sektor"), isNumeric: false),
      ],
      rows: seating.rounds.enumerated().flatMap { round, plan in
        plan.groups.enumerated().flatMap { group, people in
          people.map { person in
            let partner = network.partners[person]
            return [
              .integer(round + 1), .integer(group + 1), .text(partner.id), .text(partner.name),
              partner.mainSector.map { .text(network.sectorName($0)[w.language]) } ?? .none,
            ]
          }
        }
      })
  }

  // MARK: JSON

  public func json() -> JSONValue {
    .object([
      .init("rounds", .array(seating.rounds.map(roundJSON))), .init("conflicts", .integer(seating.conflicts)),
      .init("value", .integer(seating.conflicts)), .init("optimal", .bool(seating.isOptimal)),
      .init("bound", .integer(seating.bound)), .init("equalSets", .count(seating.equalPlans)),
    ])
  }

  private func roundJSON(_ round: Seating.Round) -> JSONValue {
    let groups = JSONValue.array(round.groups.map { .array($0.map { .string(wording.id($0)) }) })
    let pairs = JSONValue.array(
      round.conflicts.map { conflict in
        .object([
          "a": .string(wording.id(conflict.pair.a)), "b": .string(wording.id(conflict.pair.b)),
          "reasons": .array(conflict.reasons.map { .string($0.rawValue) }),
        ])
      })
    return .object([
      .init("groups", groups), .init("conflicts", .integer(round.conflicts.count)), .init("conflictPairs", pairs),
    ])
  }
}
