import NetworkModel

/// Something that is wrong with a picture, in words for a planner.
public struct MapFinding: Sendable, Hashable {
  /// What a picture is measured against; the raw value is stable, for programs that read the findings.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    case labelOnLabel, labelOnNode, leaderThroughLabel, nearerToAnother, insideLegend, outsidePage, smallText,
      lowContrast, paleMark, nodeOnNode,
      islandOnIsland, onLogo, coarseLogo
    case notExplained
  }

  public let rule: Rule
  /// The texts and nodes it is about, or what is not explained.
  public let subject: Localized

  init(_ rule: Rule, _ subject: Localized) {
    self.rule = rule
    self.subject = subject
  }

  init(_ rule: Rule, _ subject: String) { self.init(rule, Localized(subject)) }

  /// The rule and what breaks it, on one line.
  public var message: Localized {
    let rule = rule.name
    return Localized(en: "\(rule.english): \(subject.english)", de: "\(rule.german): \(subject.german)")
  }
}

extension MapFinding.Rule {
  /// What the rule forbids.
  public var name: Localized {
    switch self {
    case .labelOnLabel: Localized(en: "label on label", de: "Schrift auf Schrift")
    case .labelOnNode: Localized(en: "label on node", de: "Schrift auf Knoten")
    case .leaderThroughLabel:
      Localized(en: "leader line through a name", de: "Hinweislinie durch einen Namen")
    case .nearerToAnother: Localized(en: "nearer to another node", de: "näher an einem anderen Knoten")
    case .insideLegend: Localized(en: "inside the legend", de: "in der Legende")
    case .outsidePage: Localized(en: "outside the page", de: "außerhalb des Blattes")
    case .smallText: Localized(en: "text below 6 pt", de: "Schrift unter 6 pt")
    case .lowContrast: Localized(en: "contrast below 4.5", de: "Kontrast unter 4,5")
    case .paleMark: Localized(en: "mark with a contrast below 3", de: "Zeichen mit Kontrast unter 3")
    case .nodeOnNode: Localized(en: "node on node", de: "Knoten auf Knoten")
    case .islandOnIsland: Localized(en: "island on island", de: "Insel auf Insel")
    case .onLogo: Localized(en: "on a logo", de: "auf einem Logo")
    case .coarseLogo: Localized(en: "logo below 150 pixels an inch", de: "Logo unter 150 Bildpunkten je Zoll")
    case .notExplained: Localized(en: "not explained", de: "nicht erklärt")
    }
  }
}

extension MapLint {
  /// A text with what was measured of it.
  public struct MeasuredText: Sendable, Hashable {
    public let text: String
    public let value: Double

    func subject(unit: String) -> Localized {
      func words(_ language: Language) -> String {
        "\(text) (\(MapWords(language: language).number(value))\(unit))"
      }
      return Localized(en: words(.english), de: words(.german))
    }
  }

  /// What the picture uses and does not say.
  public enum Unexplained: Sendable, Hashable {
    /// The colour and shape of a partner.
    case mark(of: String)
    case sizes, widths, dashes, title
    /// Where the data come from, and of which day they are.
    case source, date
    /// The funding line is missing or cut.
    case funding

    var subject: Localized {
      switch self {
      case .mark(let partner): Localized(en: "colour of \(partner)", de: "Farbe von \(partner)")
      case .sizes: Localized(en: "sizes", de: "Größen")
      case .widths: Localized(en: "widths", de: "Linienbreiten")
      case .dashes: Localized(en: "dashes", de: "Strichelung")
      case .title: Localized(en: "title", de: "Titel")
      case .source:
        Localized(
          en: "source (give it with --source, in map.yaml or in the network table)",
          de: "Quelle (anzugeben mit --source, in map.yaml oder in der Tabelle Netzwerk)")
      case .date:
        Localized(
          en: "date (give it with --date, in map.yaml or in the network table)",
          de: "Datum (anzugeben mit --date, in map.yaml oder in der Tabelle Netzwerk)")
      case .funding: Localized(en: "funding", de: "Förderung")
      }
    }
  }

  /// Everything that is wrong, in the order of the rules.
  public var findings: [MapFinding] {
    func cases(_ rule: MapFinding.Rule, _ subjects: [String]) -> [MapFinding] {
      subjects.map { MapFinding(rule, $0) }
    }
    return cases(.labelOnLabel, labelLabel) + cases(.labelOnNode, labelNode)
      + cases(.leaderThroughLabel, leaderLabel) + cases(.nearerToAnother, ambiguous) + cases(.insideLegend, labelLegend)
      + cases(.outsidePage, outsidePage)
      + smallText.map { MapFinding(.smallText, $0.subject(unit: " pt")) }
      + lowContrast.map { MapFinding(.lowContrast, $0.subject(unit: "")) }
      + paleMarks.map { MapFinding(.paleMark, $0.subject(unit: "")) } + cases(.nodeOnNode, nodeNode)
      + cases(.islandOnIsland, areaArea) + cases(.onLogo, onLogo)
      + coarseLogo.map { MapFinding(.coarseLogo, $0.subject(unit: "")) }
      + unexplained.map { MapFinding(.notExplained, $0.subject) }
  }

  /// Whether nothing is wrong that a map can always avoid.
  public var isClean: Bool { findings.isEmpty }

  /// One English line for each thing that is wrong.
  public var problems: [String] { findings.map(\.message.english) }
}
