import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

/// Who can meet whose need; which funds could carry which idea?
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", _superCommandName: "regionet",
    abstract: help(
      "Find who can meet whose need, which funds could carry which idea, and circles of exchange.",
      de: "Findet, wer wessen Bedarf decken kann, welche Mittel welche Idee tragen könnten, und Kreise des Tauschs."))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "List at most n circles of exchange (default: 20, in texts 5).",
        de: "Höchstens n Kreise des Tauschs auflisten (Vorgabe: 20, in Texten 5)."), valueName: "n"))
  var limit: Int?

  func validate() throws { if let limit { try LimitOption.check(limit) } }

  func run() throws {
    let (network, language) = try input.network()
    let report = MatchReport(
      network.matching(limit: limit ?? 20), of: network, language: language, audience: input.audience,
      command: input.commandText)
    let tables =
      output.chosenFormat == .xlsx ? [report.table()] + [report.funding()].compactMap { $0 } : [report.table()]
    try output.write(report.text(limit: limit ?? 5), tables, json: report.json, language: language)
  }
}
