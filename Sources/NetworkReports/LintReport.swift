import NetworkFiles
import NetworkMaps
import NetworkModel

/// What `map --lint` says of a picture.
public struct LintReport: Sendable {
  public let lint: MapLint

  public init(_ lint: MapLint) { self.lint = lint }

  /// One line a finding.
  public func lines(in language: Language) -> [String] { lint.findings.map { $0.message[language].printable } }

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
      "tiesThroughNodes": JSONValue(lint.tieNode),
      "smallestText": JSONValue(lint.smallestText),
      "smallestContrast": JSONValue(lint.smallestContrast),
      "colorDifference": .object(
        ColorVision.allCases.map { .init($0.rawValue, JSONValue(lint.colorDifference[$0])) }),
      "alikeWithoutColor": JSONValue(lint.alikeWithoutColor),
    ])
  }
}
