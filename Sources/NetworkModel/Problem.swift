/// Something in the user's files that is wrong, or looks wrong, with the way to mend it.
public struct Problem: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, CaseIterable { case error, warning }

  /// What kind of problem it is; stable, for programs that read `check --format json`.
  public struct Code: RawRepresentable, Sendable, Hashable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public let code: Code
  public let severity: Severity
  public let location: Location?
  /// One sentence that says what is wrong and, where it can, what to do.
  public let message: Localized
  /// The value that was probably meant.
  public let suggestion: String?

  public init(
    _ code: Code, _ severity: Severity = .error, at location: Location? = nil, _ message: Localized,
    suggestion: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.message = message
    self.suggestion = suggestion
  }

  /// An error.
  public init(_ code: Code, at location: Location? = nil, _ message: Localized, suggestion: String? = nil) {
    self.init(code, .error, at: location, message, suggestion: suggestion)
  }

  /// `ties.csv:14: target: no partner "UniSüd" (did you mean "Uni Süd"?)`
  public func sentence(in language: Language) -> String {
    var parts: [String] = []
    if let location {
      parts.append(location.description)
      // A workbook's cell already says the column.
      if let header = location.header, location.sheet == nil || location.columnIndex == nil { parts.append(header) }
    }
    var text = message[language]
    if let suggestion {
      switch language {
      case .english: text += " (did you mean \"\(suggestion)\"?)"
      case .german: text += " (meinten Sie „\(suggestion)“?)"
      }
    }
    return (parts + [text]).joined(separator: ": ")
  }
}

/// The problems that keep a dataset from becoming a network; at least one of them is an error.
public struct InvalidDataset: Error, Sendable, Hashable, CustomStringConvertible {
  public let problems: [Problem]

  public init(problems: [Problem]) { self.problems = problems }

  public var errors: [Problem] { problems.filter { $0.severity == .error } }
  public var description: String { problems.map { $0.sentence(in: .english) }.joined(separator: "\n") }
}
