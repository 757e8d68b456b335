import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// The partners whose loss damages the network most, with what is proved about it.
public struct WorstLossReport: Sendable {
  let worst: WorstLosses
  let wording: Wording
  let command: CommandText

  public init(_ worst: WorstLosses, of network: Network, language: Language, command: CommandText) {
    self.worst = worst
    self.command = command
    wording = Wording(network, language)
  }

  // MARK: Text

  /// - Parameter limit: how many sets are told.
  public func text(limit: Int = 5) -> AdviceText {
    let w = wording
    var text = AdviceText()
    guard let first = worst.found.sets.first else { return text }
    text.paragraph(
      w(en: "The worst loss: \(w.names(first)).", de: "Der schlimmste Verlust: \(w.names(first)).") + " " + effect)
    text.paragraph(certificate(first.count))
    let shown = worst.found.sets.prefix(limit)
    if let heading = w.equalSets(
      worst.found, shown: shown.count, word: Localized(en: "bad", de: "schlimm"))
    {
      text.heading(heading)
      for set in shown.dropFirst() { text.item(w.names(set)) }
    }
    text.paragraph(w(en: "What would happen then:", de: "Was dann geschieht:"))
    text.command(command.line(["lose", "--remove"] + first.map(w.id)))
    return text
  }

  private func certificate(_ count: Int) -> String {
    let bound = measure(worst.found.bound)
    return wording.certificate(
      isOptimal: worst.found.isOptimal,
      proved: count == 1
        ? Localized(en: "no other loss does more damage", de: "kein anderer Verlust schadet mehr")
        : Localized(
          en: "no other \(count) partners do more damage by leaving",
          de: "keine anderen \(count) Partner schaden mehr, wenn sie wegfallen"),
      bound: worst.objective == .fragmentation
        ? Localized(
          en: "at most \(bound) of the pairs can lose each other",
          de: "höchstens \(bound) der Paare können einander verlieren")
        : Localized(en: "at most \(bound) is possible", de: "höchstens \(bound) ist möglich"))
  }

  private var effect: String {
    let w = wording
    let after = measure(worst.found.value)
    let before = worst.before.map(measure)
    switch worst.objective {
    case .fragmentation:
      let today = before.map { w(en: " (today \($0))", de: " (heute \($0))") } ?? ""
      return w(
        en: "Then \(after) of the remaining pairs do not reach each other\(today).",
        de: "Dann erreichen \(after) der verbleibenden Paare einander nicht\(today).")
    case .distance:
      let today = before.map { w(en: " from \($0)", de: " von \($0)") } ?? ""
      return w(
        en:
          "The fragmentation by distance (0: all know each other, 1: nobody reaches anybody) rises\(today) to \(after).",
        de:
          "Der Zerfall nach Entfernung (0: alle kennen einander, 1: niemand erreicht jemanden) steigt\(today) auf \(after)."
      )
    }
  }

  private func measure(_ value: Double) -> String {
    worst.objective == .fragmentation ? wording.percent(value) : wording.fixed(value, 4)
  }

  // MARK: Table

  /// One row a set.
  public func table() -> ReportTable {
    let w = wording
    return ReportTable(
      title: w(en: "Worst losses", de: "Schlimmste Verluste"),
      columns: [
        .init(key: "set", header: w(en: "Set", de: "Nr."), isNumeric: true),
        .init(key: "ids", header: "IDs", isNumeric: false),
        .init(key: "partners", header: "Partner", isNumeric: false),
        .init(key: worst.objective.rawValue, header: w(en: "Fragmentation then", de: "Zerfall dann"), isNumeric: true),
      ],
      rows: worst.found.sets.enumerated().map { number, set in
        [
          .integer(number + 1), .text(set.map(w.id).joined(separator: " ")),
          .text(set.map(w.name).joined(separator: ", ")),
          .number(worst.found.value, decimals: 4),
        ]
      })
  }

  // MARK: JSON

  public func json() -> JSONValue {
    .object(
      [.init("objective", .string(worst.objective.rawValue)), .init("before", .optional(worst.before))]
        + worst.found.members { .string(wording.id($0)) })
  }
}
