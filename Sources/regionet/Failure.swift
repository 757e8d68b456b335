import Glibc
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
