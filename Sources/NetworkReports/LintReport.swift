import NetworkFiles
import NetworkMaps
import NetworkModel

/// What `map --lint` says of a picture.
public struct LintReport: Sendable {
  public let lint: MapLint

  public init(_ lint: MapLint) { self.lint = lint }

  /// One line a finding.
  public func lines(in language: Language) -> [String] { lint.findings.map { $0.message[language].printable } }

  /// The figures of the picture, one a line: the number, then what it counts.
  public func figures(in language: Language) -> [String] {
    lint.figures.map { figure in
      let number = figure.value.map { value in
        value == value.rounded()
          ? NumberText.whole(Int(value), in: language)
          : NumberText.fixed(value, decimals: 2, in: language)
      }
      let text = number ?? "–"
      return String(repeating: " ", count: max(0, 7 - text.displayWidth)) + "\(text)  \(figure.subject.name[language])"
    }
  }

  /// The findings and the figures of the picture.
  public func json(in language: Language) -> JSONValue {
    .object([
      "findings": .array(
        lint.findings.map { finding in
          .object([
            "rule": .string(finding.rule.rawValue), "subject": .string(finding.subject[language]),
            "message": .string(finding.message[language]),
          ])
        }),
      "counts": .object(
        MapFinding.Rule.allCases.map { rule in
          .init(rule.rawValue, JSONValue(lint.findings.count { $0.rule == rule }))
        }),
      "tiesThroughNodes": JSONValue(lint.tieNode),
      "unnamed": JSONValue(lint.unnamed),
      "smallestText": JSONValue(lint.smallestText),
      "smallestContrast": JSONValue(lint.smallestContrast),
      "colorDifference": .object(
        ColorVision.allCases.map { .init($0.rawValue, JSONValue(lint.colorDifference[$0])) }),
      "alikeWithoutColor": JSONValue(lint.alikeWithoutColor),
    ])
  }
}
