/// What `MapLint` counts and measures, as a short table.
extension MapLint {
  /// One thing that is measured.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    case labelOnLabel = "label on label"
    case labelOnNode = "label on node"
    case nearerToAnother = "nearer to another node"
    case insideLegend = "inside the legend"
    case outsidePage = "outside the page"
    case textBelow6 = "text below 6 pt"
    case contrastBelow = "contrast below 4.5"
    case nodeOnNode = "node on node"
    case notExplained = "not explained"
    case tiesThroughNodes = "ties through foreign nodes"
    case unnamed = "partners without a name"
    case smallestText = "smallest text, pt"
    case smallestContrast = "smallest contrast"
    case colorNormal = "smallest colour difference"
    case colorDeuteranopic = "  without green cones"
    case colorProtanopic = "  without red cones"
    case colorTritanopic = "  without blue cones"
    case alikeWithoutColor = "sectors of the same shape, pairs"
  }

  public struct Figure: Sendable, Hashable {
    public let subject: Subject
    /// nil: nothing to measure.
    public let value: Double?
  }

  /// All that was measured, in the order of `Subject`.
  public var figures: [Figure] {
    Subject.allCases.map { Figure(subject: $0, value: value(of: $0)) }
  }

  /// The figures, one a line: the number, then what it counts.
  public var table: String {
    figures.map { figure in
      let number = figure.value.map(Self.text) ?? "–"
      return String(repeating: " ", count: max(0, 7 - number.count)) + "\(number)  \(figure.subject.rawValue)"
    }.joined(separator: "\n")
  }

  /// With up to two decimals.
  private static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    guard rest != 0 else { return String(hundredths / 100) }
    return "\(hundredths / 100)." + (rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest))
  }

  private func value(of subject: Subject) -> Double? {
    switch subject {
    case .labelOnLabel: Double(labelLabel.count)
    case .labelOnNode: Double(labelNode.count)
    case .nearerToAnother: Double(ambiguous.count)
    case .insideLegend: Double(labelLegend.count)
    case .outsidePage: Double(outsidePage.count)
    case .textBelow6: Double(smallText.count)
    case .contrastBelow: Double(lowContrast.count)
    case .nodeOnNode: Double(nodeNode.count)
    case .notExplained: Double(unexplained.count)
    case .tiesThroughNodes: Double(tieNode)
    case .unnamed: Double(unnamed)
    case .smallestText: smallestText.isFinite ? smallestText : nil
    case .smallestContrast: smallestContrast.isFinite ? smallestContrast : nil
    case .colorNormal: colorDifference[.normal]
    case .colorDeuteranopic: colorDifference[.deuteranopic]
    case .colorProtanopic: colorDifference[.protanopic]
    case .colorTritanopic: colorDifference[.tritanopic]
    case .alikeWithoutColor: colorDifference.isEmpty ? nil : Double(alikeWithoutColor)
    }
  }
}
