import ArgumentParser
import Glibc
import NetworkFiles
import NetworkModel
import NetworkReports

struct Regionet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regionet",
    abstract: help(
      "Shows a regional partner network: its structure, its gaps, what to do next.",
      de: "Zeigt ein regionales Partnernetzwerk: seine Struktur, seine Lücken, die nächsten Schritte."),
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, MeasureCommand.self,
    ])
}

@main
enum Main {
  static func main() {
    // A closed pipe is told by the write that meets it, not by a signal that kills us.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Regionet.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      for message in failure.messages { sayError(message[.ofHelp]) }
      exit(failure.status.rawValue)
    } catch let invalid as InvalidDataset {
      sayProblems(invalid.problems)
    } catch let unreadable as UnreadableInput {
      sayProblems(unreadable.problems)
    } catch {
      Regionet.exit(withError: error)
    }
  }

  private static func sayProblems(_ problems: [Problem]) -> Never {
    for problem in problems { Console.say(ProblemReport.line(problem, in: .ofHelp)) }
    exit(ExitStatus.invalidInput.rawValue)
  }

  private static func sayError(_ message: String) {
    Console.say("\(help("error", de: "Fehler")): \(message)")
  }
}
