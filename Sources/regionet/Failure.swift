import Glibc
import GraphMeasures
import NetworkModel

/// How the command ends.
enum ExitStatus: Int32 {
  case success = 0
  /// `check` found errors, or `--strict` found something.
  case findings = 1
  /// Input that cannot be read or makes no network.
  case invalidInput = 2
  case wrongUsage = 64
}

/// What a command cannot go on from, with everything that the person must know.
struct Failure: Error {
  let status: ExitStatus
  let messages: [Localized]

  init(_ status: ExitStatus, _ messages: Localized...) {
    self.status = status
    self.messages = messages
  }

  init(_ status: ExitStatus, messages: [Localized]) {
    self.status = status
    self.messages = messages
  }
}

extension NotConverged {
  /// What to do about it. Eigenvector and Katz centrality rest on the same iterations.
  var message: Localized {
    let name =
      measure == "PageRank"
      ? Localized(measure)
      : Localized(en: "eigenvector or Katz centrality", de: "Eigenvektor- oder Katz-Zentralität")
    return Localized(
      en:
        "\(name.english) came to no end after \(iterations) steps; leave it out (--measure), or take the ties alike (--weight none)",
      de:
        "\(name.german) kam nach \(iterations) Schritten zu keinem Ende; lassen Sie sie weg (--measure), oder rechnen Sie ohne Gewichte (--weight none)"
    )
  }
}
