import NetworkModel

/// What `MapLint` counts and measures, as a short table.
extension MapLint {
  /// One thing that is counted or measured.
  public enum Subject: Sendable, Hashable {
    /// How many findings of a rule there are; 0 on a map that is done.
    case findings(MapFinding.Rule)
    case tiesThroughNodes, unnamed, smallestText, smallestContrast
    case colorDifference(ColorVision)
    case alikeWithoutColor

    public static var all: [Subject] {
      MapFinding.Rule.allCases.map { .findings($0) } + [.tiesThroughNodes, .unnamed, .smallestText, .smallestContrast]
        + ColorVision.allCases.map { .colorDifference($0) } + [.alikeWithoutColor]
    }

    public var name: Localized {
      switch self {
      case .findings(let rule): rule.name
      case .tiesThroughNodes: Localized(en: "ties through foreign nodes", de: "Beziehungen durch fremde Knoten")
      case .unnamed: Localized(en: "partners without a name", de: "Partner ohne Namen")
      case .smallestText: Localized(en: "smallest text, pt", de: "kleinste Schrift, pt")
      case .smallestContrast: Localized(en: "smallest contrast", de: "kleinster Kontrast")
      case .colorDifference(.normal): Localized(en: "smallest colour difference", de: "kleinster Farbunterschied")
      case .colorDifference(.deuteranopic): Localized(en: "  without green cones", de: "  ohne Grünzapfen")
      case .colorDifference(.protanopic): Localized(en: "  without red cones", de: "  ohne Rotzapfen")
      case .colorDifference(.tritanopic): Localized(en: "  without blue cones", de: "  ohne Blauzapfen")
      case .alikeWithoutColor:
        Localized(en: "pairs of sectors of the same shape", de: "Paare von Sektoren gleicher Form")
      }
    }
  }

  public struct Figure: Sendable, Hashable {
    public let subject: Subject
    /// nil: nothing to measure.
    public let value: Double?
  }

  /// All that was counted and measured, in the order of `Subject.all`.
  public var figures: [Figure] {
    let findings = findings
    return Subject.all.map { subject in
      let value: Double? =
        switch subject {
        case .findings(let rule): Double(findings.count { $0.rule == rule })
        case .tiesThroughNodes: Double(tieNode)
        case .unnamed: Double(unnamed)
        case .smallestText: smallestText.isFinite ? smallestText : nil
        case .smallestContrast: smallestContrast.isFinite ? smallestContrast : nil
        case .colorDifference(let vision): colorDifference[vision]
        case .alikeWithoutColor: colorDifference.isEmpty ? nil : Double(alikeWithoutColor)
        }
      return Figure(subject: subject, value: value)
    }
  }
}
