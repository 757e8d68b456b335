import NetworkModel

/// The problems of one table.
///
/// A column that is wrong from top to bottom is told a thousand times, then summed up: nobody reads more, and a million
/// messages would fill the memory.
struct ProblemList {
  private struct Kind: Hashable {
    let code: Problem.Code
    let column: Int?
  }

  static let limit = 1000
  private var problems: [Problem] = []
  private var counts: [Kind: Int] = [:]
  private var lastLeftOut: [Kind: Problem] = [:]

  var isEmpty: Bool { problems.isEmpty }

  mutating func append(_ problem: Problem) {
    let kind = Kind(code: problem.code, column: problem.location?.columnIndex)
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count <= Self.limit { problems.append(problem) } else { lastLeftOut[kind] = problem }
  }

  /// The problems, and for each kind that was cut one that says how many more there are.
  var all: [Problem] {
    let summaries = lastLeftOut.map { kind, last in
      let more = counts[kind]! - Self.limit
      return Problem(
        .moreOfTheSame, last.severity, at: last.location,
        Localized(
          en: "\(more) more rows have the same problem in this column",
          de: "\(more) weitere Zeilen haben dasselbe Problem in dieser Spalte"))
    }
    return problems
      + summaries.sorted {
        ($0.location?.line ?? 0, $0.location?.columnIndex ?? 0) < (
          $1.location?.line ?? 0, $1.location?.columnIndex ?? 0
        )
      }
  }
}
