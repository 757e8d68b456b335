import ArgumentParser
import Glibc
import GraphvizBinding
import NetworkAnalysis
import NetworkFiles
import NetworkMaps
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
      CheckCommand.self, MeasureCommand.self, GapsCommand.self, InviteCommand.self, ConnectCommand.self,
      MatchCommand.self, LoseCommand.self, SeatCommand.self, MapCommand.self, ConvertCommand.self,
      TemplateCommand.self,
    ])
}

@main
enum Main {
  static func main() {
    // A closed pipe is told by the write that meets it, not by a signal that kills us.
    signal(SIGPIPE, SIG_IGN)
    do {
      let arguments = CommandLine.arguments.dropFirst()
      if var command = CommandNames.called(by: arguments) { return try command.run() }
      if let misspelt = CommandNames.misspelt(arguments) { throw Failure(.wrongUsage, misspelt) }
      var command = try Regionet.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      for message in failure.messages { sayError(message[.ofHelp]) }
      exit(failure.status.rawValue)
    } catch let unusable as UnusableDataset {
      sayProblems(unusable.problems, in: unusable.language)
    } catch let unreadable as UnreadableInput {
      sayProblems(unreadable.problems)
    } catch let unwritable as UnwritableFile {
      sayProblems([unwritable.problem])
    } catch let mapError as MapError {
      sayError(mapError.message[.ofHelp])
      exit(ExitStatus.invalidInput.rawValue)
    } catch let graphvizError as GraphvizError {
      sayError("\(graphvizError)")
      exit(ExitStatus.invalidInput.rawValue)
    } catch let unfinished as UnfinishedMeasure {
      sayError(unfinished.message[.ofHelp])
      exit(ExitStatus.invalidInput.rawValue)
    } catch {
      Regionet.exit(withError: error)
    }
  }

  private static func sayProblems(_ problems: [Problem], in language: Language = .ofHelp) -> Never {
    for problem in problems { Console.say(ProblemReport.line(problem, in: language)) }
    exit(ExitStatus.invalidInput.rawValue)
  }

  private static func sayError(_ message: String) {
    Console.say("\(help("error", de: "Fehler")): \(message)")
  }
}
