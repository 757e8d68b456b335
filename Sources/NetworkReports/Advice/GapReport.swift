import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// What a network lacks, as a text, as a list of actions and as JSON.
public struct GapReport: Sendable {
  let gaps: Gaps
  let wording: Wording
  let sentences: GapSentence
  let command: CommandText

  var network: Network { wording.network }

  /// - Parameter command: the dataset, as the commands that go on from here must be given it.
  public init(_ gaps: Gaps, of network: Network, language: Language, command: CommandText) {
    self.gaps = gaps
    self.command = command
    wording = Wording(network, language)
    sentences = GapSentence(wording: wording)
  }

  // MARK: Text

  /// The findings by priority, each kind with the command that acts on it.
  ///
  /// - Parameter limit: findings of one kind and priority that are told; of the others only the number. Nil tells three,
  ///   and of missing sectors twelve.
  public func text(limit: Int? = nil) -> AdviceText {
    var text = AdviceText()
    text.paragraph(headline)
    var isCut = false
    for priority in Gap.Priority.allCases.reversed() {
      let findings = gaps.findings.filter { $0.priority == priority }
      if findings.isEmpty { continue }
      text.heading(heading(priority))
      var kinds: [String] = []
      var byKind: [String: [Gap]] = [:]
      for gap in findings {
        if byKind[gap.kind] == nil { kinds.append(gap.kind) }
        byKind[gap.kind, default: []].append(gap)
      }
      for kind in kinds {
        isCut = add(byKind[kind]!, limit: limit ?? (kind == "missingSector" ? 12 : 3), to: &text) || isCut
      }
    }
    if isCut {
      text.paragraph(
        wording(
          en: "--limit N tells more of each kind; -o actions.xlsx writes all as a list of actions.",
          de: "--limit N nennt mehr von jeder Art; -o luecken.xlsx schreibt alle als Liste der Maßnahmen."))
    }
    return text
  }

  /// - Returns: whether some were left out.
  private func add(_ gaps: [Gap], limit: Int, to text: inout AdviceText) -> Bool {
    // Of pairs of sectors the most surprising first; all else stays in its order.
    let order = gaps.indices.sorted { (-gaps[$0].surprise, $0) < (-gaps[$1].surprise, $1) }
    let shown = order.prefix(max(1, limit)).map { gaps[$0] }
    let commands = Set(gaps.map(\.command))
    let isCommon = commands.count == 1
    for gap in shown {
      text.item(sentences.sentence(gap), details: details(gap))
      if !isCommon, let words = gap.command { text.command(command.line(words)) }
    }
    if gaps.count > shown.count {
      let more = gaps.count - shown.count
      text.item(
        wording(
          en: "… and \(wording.whole(more)) more of this kind.",
          de: more == 1
            ? "… und 1 weiterer Befund dieser Art." : "… und \(wording.whole(more)) weitere Befunde dieser Art."))
    }
    if isCommon, let words = gaps[0].command { text.command(command.line(words)) }
    return gaps.count > shown.count
  }

  private func details(_ gap: Gap) -> [String] {
    switch gap.fact {
    case .missingSector, .lackingGroup, .unmetNeed:
      let names = sentences.candidates(for: gap) ?? sentences.whomToAsk(gap)
      return names.isEmpty ? [] : [wording(en: "Ask: \(names).", de: "Fragen Sie: \(names).")]
    case .untiedSectors, .oneSidedTrust, .lowTrust, .missedMeetings:
      return [sentences.why(gap) + "."]
    default: return []
    }
  }

  private func heading(_ priority: Gap.Priority) -> String {
    switch priority {
    case .high: wording(en: "Urgent", de: "Dringend")
    case .normal: wording(en: "Important", de: "Wichtig")
    case .low: wording(en: "Worth knowing", de: "Gut zu wissen")
    }
  }

  /// The whole picture in one or two sentences.
  var headline: String {
    let w = wording
    let expected = gaps.coverage.sectors.filter(\.isExpected).count
    let missing = gaps.coverage.missing.count
    var parts: [String] = []
    if expected > 0 {
      parts.append(
        missing == 0
          ? w(
            en: "every one of the \(w.whole(expected)) expected sectors has a partner",
            de: "jeder der \(w.whole(expected)) erwarteten Sektoren hat einen Partner")
          : w(
            en:
              "\(w.whole(missing)) of \(w.whole(expected)) expected sectors \(missing == 1 ? "has" : "have") no partner",
            de: "von \(w.whole(expected)) erwarteten Sektoren \(missing == 1 ? "hat" : "haben") "
              + "\(w.whole(missing)) keinen Partner"))
    }
    if let dependence = gaps.leadDependence, dependence > 0 {
      parts.append(
        w(
          en: "\(w.percent(dependence)) of the connected pairs depend on the lead",
          de: "\(w.percent(dependence)) der verbundenen Paare hängen an der Leitung"))
    }
    if !gaps.isolated.isEmpty {
      parts.append(
        w(
          en: "\(w.partners(gaps.isolated.count)) \(gaps.isolated.count == 1 ? "stands" : "stand") alone",
          de: "\(w.partners(gaps.isolated.count)) \(gaps.isolated.count == 1 ? "steht" : "stehen") allein"))
    }
    let none = w(en: "No gaps were found.", de: "Es wurden keine Lücken gefunden.")
    let size =
      w.partners(network.partners.count) + ", "
      + w.count(network.ties.count, en: ("tie", "ties"), de: ("Beziehung", "Beziehungen"))
    guard !gaps.findings.isEmpty else { return "\(size). \(none)" }
    let findings = w.count(gaps.findings.count, en: ("finding", "findings"), de: ("Befund", "Befunde"))
    let noSectors =
      expected > 0 && network.partners.allSatisfy { $0.sectors.isEmpty }
      ? w(
        en: " As no partner has a sector (column sector), nobody can tell which are really missing.",
        de: " Weil kein Partner einen Sektor hat (Spalte Sektor), lässt sich nicht sagen, welche wirklich fehlen.")
      : ""
    return "\(size)" + (parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")) + ". \(findings)." + noSectors
  }

  // MARK: Tables

  /// The list that planners work through.
  ///
  /// - Parameter hasKinds: whether a last column tells the kind of each finding, a stable word for programs.
  public func actions(hasKinds: Bool = false) -> ReportTable {
    let w = wording
    let headers: [(key: String, header: Localized)] = [
      ("priority", Localized(en: "Priority", de: "Priorität")),
      ("missing", Localized(en: "What is missing", de: "Was fehlt")),
      ("ask", Localized(en: "Whom to ask", de: "Wen fragen")),
      ("why", Localized(en: "Why", de: "Warum")),
      ("responsible", Localized(en: "Responsible", de: "Verantwortlich")),
      ("due", Localized(en: "Due", de: "Bis wann")), ("done", Localized(en: "Done", de: "Erledigt")),
      ("command", Localized(en: "Go on with", de: "Weiter mit")), ("kind", Localized(en: "Kind", de: "Art")),
    ]
    let width = hasKinds ? headers.count : headers.count - 1
    func cell(_ text: String) -> ReportTable.Cell { text.isEmpty ? .none : .text(text) }
    return ReportTable(
      title: w(en: "Actions", de: "Maßnahmen"),
      columns: headers.prefix(width).map { column in
        ReportTable.Column(
          key: column.key, header: column.header[w.language], isNumeric: false,
          choices: column.key == "done" ? [w(en: "yes", de: "ja"), w(en: "no", de: "nein")] : [])
      },
      rows: gaps.findings.map { gap in
        let cells: [ReportTable.Cell] = [
          .text(gap.priority.name[w.language]), .text(sentences.sentence(gap)), cell(sentences.whomToAsk(gap)),
          cell(sentences.why(gap)), .none, .none, .none, cell(gap.command.map(command.line) ?? ""), .text(gap.kind),
        ]
        return Array(cells.prefix(width))
      })
  }

  /// Every sector and how well it is covered.
  public func coverage() -> ReportTable {
    let w = wording
    let headers: [(String, String, Bool)] = [
      ("sector", w(en: "Sector", de: "Sektor"), false), ("group", w(en: "Group", de: "Gruppe"), false),
      ("level", w(en: "Level", de: "Stufe"), false), ("partners", w(en: "Partners", de: "Partner"), true),
      ("minimum", w(en: "Minimum", de: "Mindestens"), true), ("status", w(en: "Status", de: "Stand"), false),
      ("members", w(en: "Who", de: "Wer"), false),
    ]
    return ReportTable(
      title: w(en: "Sectors", de: "Sektoren"),
      columns: headers.map { .init(key: $0.0, header: $0.1, isNumeric: $0.2) },
      rows: gaps.coverage.sectors.map { sector in
        let group = network.template?.groups.first { $0.id == sector.group }
        let status: String =
          switch sector.status {
          case .missing: w(en: "missing", de: "fehlt")
          case .thin: w(en: "thin", de: "dünn")
          case .covered: w(en: "covered", de: "besetzt")
          }
        return [
          .text(network.sectorName(sector.sector)[w.language]), group.map { .text($0.name[w.language]) } ?? .none,
          sector.level.map { .text($0.name[w.language]) } ?? .none, .integer(sector.partners.count),
          .integer(sector.minimum), .text(status),
          sector.partners.isEmpty ? .none : .text(w.names(sector.partners, limit: 20)),
        ]
      })
  }

  /// Pairs of sectors with the ties between them; nil where there are too many.
  public func sectorPairs() -> ReportTable? {
    guard let pairs = gaps.sectorPairs, !pairs.isEmpty else { return nil }
    let w = wording
    let headers: [(String, String, Bool)] = [
      ("a", w(en: "Sector", de: "Sektor"), false), ("b", w(en: "and", de: "und"), false),
      ("ties", w(en: "Ties", de: "Beziehungen"), true), ("possible", w(en: "Possible", de: "Möglich"), true),
      ("expected", w(en: "Expected", de: "Erwartet"), true),
    ]
    return ReportTable(
      title: w(en: "Pairs of sectors", de: "Sektorpaare"),
      columns: headers.map { .init(key: $0.0, header: $0.1, isNumeric: $0.2) },
      rows: pairs.map { pair in
        [
          .text(network.sectorName(pair.a)[w.language]), .text(network.sectorName(pair.b)[w.language]),
          .integer(pair.ties), .integer(pair.possible), .number(pair.expected, decimals: 2),
        ]
      })
  }
}

extension Gap {
  /// How many ties more than none were to be expected; 0 for all that is no pair of sectors.
  fileprivate var surprise: Double { if case .untiedSectors(let pair) = fact { pair.expected } else { 0 } }
}
