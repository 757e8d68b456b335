import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

/// Which new ties help most?
struct ConnectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect", _superCommandName: "regionet",
    abstract: help(
      "Find the new ties that help most, with the reasons for each and who can introduce the two.",
      de: "Findet die neuen Beziehungen, die am meisten helfen, mit Gründen und wer die beiden bekannt machen kann."))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var list: LimitOption

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help("Add k ties together (default: 1).", de: "k Beziehungen gemeinsam knüpfen (Vorgabe: 1)."), valueName: "k"))
  var ties: Int = 1

  @Option(
    help: ArgumentHelp(
      help(
        "Aim for lead-loss (the others stay joined without the lead), fragmentation, distance or sector-pairs (default: lead-loss).",
        de:
          "Das Ziel: lead-loss (die anderen bleiben ohne die Leitung verbunden), fragmentation (Zerfall), distance (Entfernungen) oder sector-pairs (Sektorpaare) (Vorgabe: lead-loss)."
      ), valueName: "what"))
  var objective: TieObjective = .leadLoss

  func validate() throws {
    if ties < 1 { throw ValidationError(help("--ties is 1 or more.", de: "--ties ist 1 oder mehr.")) }
  }

  func run() throws {
    try input.refusePublic("connect")
    let (network, language) = try input.network()
    let found = try network.deciding {
      try $0.newTies(count: ties, objective: objective, limit: list.count, work: work.work)
    }
    let report = NewTieReport(found, of: network, language: language, command: input.commandText)
    try output.write(report.text(limit: list.textCount), [report.table()], json: report.json, language: language)
  }
}

extension TieObjective: NamedChoice {}
