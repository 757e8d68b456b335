/// Problems of one pass over the data.
///
/// A column that is wrong from top to bottom is told a thousand times, then summed up: nobody reads more, and a million
/// messages would fill the memory.
package struct ProblemList {
  private struct Kind: Hashable {
    let code: Problem.Code
    let file: String?
    let sheet: String?
    let column: Int?

    init(_ code: Problem.Code, _ location: Location?) {
      self.code = code
      file = location?.file
      sheet = location?.sheet
      column = location?.columnIndex
    }
  }

  package static let limit = 1000
  private var problems: [Problem] = []
  private var counts: [Kind: Int] = [:]
  private var lastLeftOut: [Kind: (severity: Problem.Severity, location: Location?)] = [:]
  package private(set) var hasErrors = false

  package init() {}

  package var isEmpty: Bool { problems.isEmpty }

  package mutating func append(_ problem: Problem) {
    append(problem.code, problem.severity, at: problem.location, problem.message, suggestion: problem.suggestion)
  }

  /// - Parameter message: not asked for where the list has enough of this kind.
  package mutating func append(
    _ code: Problem.Code, _ severity: Problem.Severity, at location: Location?, _ message: @autoclosure () -> Localized,
    suggestion: String? = nil
  ) {
    if severity == .error { hasErrors = true }
    let kind = Kind(code, location)
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count <= Self.limit {
      problems.append(Problem(code, severity, at: location, message(), suggestion: suggestion))
    } else {
      lastLeftOut[kind] = (severity, location)
    }
  }

  /// The problems, and for each kind that was cut one that says how many more there are.
  package var all: [Problem] {
    let summaries = lastLeftOut.map { kind, last in
      let more = counts[kind]! - Self.limit
      return Problem(
        .moreOfTheSame, last.severity, at: last.location,
        Localized(
          en: "\(more) more rows have the same problem in this column",
          de: "\(more) weitere Zeilen haben dasselbe Problem in dieser Spalte"))
    }
    return problems + summaries.sorted(by: Self.areInOrder)
  }

  private static func areInOrder(_ a: Problem, _ b: Problem) -> Bool {
    func rank(_ problem: Problem) -> (String, String, Int, Int, String) {
      let place = problem.location
      return (
        place?.file ?? "", place?.sheet ?? "", place?.line ?? 0, place?.columnIndex ?? 0, problem.message.english
      )
    }
    return rank(a) < rank(b)
  }
}

extension Problem.Code {
  public static let moreOfTheSame = Self(rawValue: "moreOfTheSame")
}
