import NetworkFiles
import NetworkModel

/// What `check` says of a dataset.
public struct ProblemReport: Sendable {
  public let problems: [Problem]
  /// nil where errors kept the dataset from becoming a network.
  public let network: Network?
  /// How many rows `convert --merge-duplicates` would unite with others.
  public let sureDuplicateCount: Int

  public init(problems: [Problem], network: Network?, sureDuplicateCount: Int = 0) {
    self.problems = problems
    self.network = network
    self.sureDuplicateCount = sureDuplicateCount
  }

  public init(_ review: NetworkReview) {
    self.init(problems: review.problems, network: review.network, sureDuplicateCount: review.sureDuplicateCount)
  }

  public var errorCount: Int { problems.count { $0.severity == .error } }
  public var warningCount: Int { problems.count { $0.severity == .warning } }

  /// One line a problem, as compilers write them.
  public func lines(in language: Language) -> [String] { problems.map { Self.line($0, in: language) } }

  public static func line(_ problem: Problem, in language: Language) -> String {
    let word: String =
      switch (problem.severity, language) {
      case (.error, .german): "Fehler"
      case (.error, .english): "error"
      case (.warning, .german): "Warnung"
      case (.warning, .english): "warning"
      }
    return "\(word): \(problem.sentence(in: language))".printable
  }

  /// One line for partners that were united.
  public static func line(_ merge: PartnerMerge, in language: Language) -> String {
    merge.sentence(in: language).printable
  }

  /// How partners that stand twice become one; nil where none does.
  public func mergingAdvice(in language: Language, command: CommandText) -> String? {
    guard sureDuplicateCount > 0 || problems.contains(where: { $0.code == .likelyDuplicate }) else { return nil }
    let convert = command.line(["convert", language == .german ? "NEU" : "NEW", "--merge-duplicates"])
    let suggest = command.line(["check", "--suggest-same", language == .german ? "Gleiche.csv" : "same.csv"])
    let count = NumberText.whole(sureDuplicateCount, in: language)
    var parts: [String] = []
    switch language {
    case .german:
      if sureDuplicateCount > 0 {
        parts.append("\(count) mit demselben Namen führt zusammen: \(convert)")
      }
      parts.append(
        "Wer derselbe ist, sagt eine Tabelle Gleiche (Name; Gleich wie) bei den Daten; einen Entwurf schreibt: \(suggest)"
      )
    case .english:
      if sureDuplicateCount > 0 {
        parts.append("\(count) with the same name \(sureDuplicateCount == 1 ? "is" : "are") merged by: \(convert)")
      }
      parts.append("A table same (name, same_as) among the data says who is the same; a draft of it: \(suggest)")
    }
    return parts.joined(separator: "\n")
  }

  /// What the dataset holds and how many problems there are, in one or two sentences.
  public func summary(in language: Language) -> String {
    var parts: [String] = []
    if let network {
      let partners = NumberText.whole(network.partners.count, in: language)
      let ties = NumberText.whole(network.ties.count, in: language)
      let (onePartner, oneTie) = (network.partners.count == 1, network.ties.count == 1)
      switch language {
      case .german: parts.append("\(partners) Partner, \(ties) \(oneTie ? "Beziehung" : "Beziehungen").")
      case .english:
        parts.append("\(partners) \(onePartner ? "partner" : "partners"), \(ties) \(oneTie ? "tie" : "ties").")
      }
    }
    let errors = errorCount
    let warnings = warningCount
    switch (errors, warnings, language) {
    case (0, 0, .german): parts.append("Keine Fehler gefunden.")
    case (0, 0, .english): parts.append("No problems found.")
    case (_, _, .german):
      parts.append(
        "\(errors == 1 ? "1 Fehler" : "\(errors) Fehler"), \(warnings == 1 ? "1 Warnung" : "\(warnings) Warnungen").")
    case (_, _, .english):
      parts.append(
        "\(errors == 1 ? "1 error" : "\(errors) errors"), \(warnings == 1 ? "1 warning" : "\(warnings) warnings").")
    }
    return parts.joined(separator: " ")
  }

  public func json(in language: Language) -> JSONValue {
    .object([
      "problems": .array(
        problems.map { problem in
          .object([
            "file": .optional(problem.location?.sheet ?? problem.location?.file),
            "line": .optional(problem.location?.line),
            "column": .optional(problem.location?.columnName),
            "severity": .string(problem.severity.rawValue),
            "message": .string(problem.message[language]),
            "suggestion": .optional(problem.suggestion),
            "code": .string(problem.code.rawValue),
          ])
        })
    ])
  }

  public func table(in language: Language) -> ReportTable {
    let headers =
      language == .german
      ? ["Datei", "Zeile", "Spalte", "Schwere", "Problem", "Vorschlag"]
      : ["File", "Line", "Column", "Severity", "Problem", "Suggestion"]
    let keys = ["file", "line", "column", "severity", "message", "suggestion"]
    return ReportTable(
      title: "",
      columns: zip(keys, headers).map { .init(key: $0, header: $1, isNumeric: $0 == "line") },
      rows: problems.map { problem in
        [
          (problem.location?.sheet ?? problem.location?.file).map { .text($0) } ?? .none,
          problem.location?.line.map { .integer($0) } ?? .none,
          problem.location?.columnName.map { .text($0) } ?? .none,
          .text(problem.severity.rawValue), .text(problem.message[language]),
          problem.suggestion.map { .text($0) } ?? .none,
        ]
      })
  }
}

extension Location {
  /// The column's header; where it has none, Excel's letters for it.
  fileprivate var columnName: String? { header ?? columnIndex.map(Location.letters(column:)) }
}
