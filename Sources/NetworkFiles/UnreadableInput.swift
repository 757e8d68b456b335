import NetworkModel

/// A file that cannot be read at all: missing, empty, of an unknown format, broken.
///
/// Mistakes inside a readable table are no such error: they stand in `NetworkDraft.problems`.
public struct UnreadableInput: Error, Sendable, Hashable, CustomStringConvertible {
  public let problems: [Problem]

  public init(_ problems: [Problem]) { self.problems = problems }

  init(_ code: Problem.Code, at location: Location?, _ message: Localized, suggestion: String? = nil) {
    self.init([Problem(code, at: location, message, suggestion: suggestion)])
  }

  public var description: String { problems.map { $0.sentence(in: .english) }.joined(separator: "\n") }
}

extension Problem.Code {
  public static let fileMissing = Self(rawValue: "fileMissing")
  public static let fileUnreadable = Self(rawValue: "fileUnreadable")
  public static let fileEmpty = Self(rawValue: "fileEmpty")
  public static let fileDamaged = Self(rawValue: "fileDamaged")
  public static let unknownFormat = Self(rawValue: "unknownFormat")
  public static let notATable = Self(rawValue: "notATable")
  public static let noPartnersTable = Self(rawValue: "noPartnersTable")
  public static let secondFile = Self(rawValue: "secondFile")
  public static let leftOut = Self(rawValue: "leftOut")
  public static let missingColumn = Self(rawValue: "missingColumn")
  public static let repeatedColumn = Self(rawValue: "repeatedColumn")
  public static let columnWithoutHeader = Self(rawValue: "columnWithoutHeader")
  public static let missingValue = Self(rawValue: "missingValue")
  public static let tooManyCells = Self(rawValue: "tooManyCells")
  public static let unterminatedQuote = Self(rawValue: "unterminatedQuote")
  public static let notANumber = Self(rawValue: "notANumber")
  public static let ambiguousNumber = Self(rawValue: "ambiguousNumber")
  public static let notADate = Self(rawValue: "notADate")
  public static let endsBeforeItBegins = Self(rawValue: "endsBeforeItBegins")
  public static let unknownWord = Self(rawValue: "unknownWord")
  public static let notAPlace = Self(rawValue: "notAPlace")
  public static let formulaError = Self(rawValue: "formulaError")
  public static let invalidMapping = Self(rawValue: "invalidMapping")
}
