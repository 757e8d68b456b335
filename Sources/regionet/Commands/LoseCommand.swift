import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

/// What happens when partners leave?
struct LoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lose", _superCommandName: "regionet",
    abstract: help(
      "Tell what happens when partners leave; by default the lead.",
      de: "Sagt, was geschieht, wenn Partner wegfallen; ohne Angabe die Leitung."))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var list: LimitOption

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      help(
        "Let these partners leave together: ids, names or short names (default: the lead).",
        de: "Diese Partner gemeinsam wegfallen lassen: IDs, Namen oder Kurznamen (Vorgabe: die Leitung)."),
      valueName: "id"))
  var remove: [String] = []

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Find the k partners whose loss together does the most damage.",
        de: "Die k Partner finden, deren gemeinsamer Verlust am meisten schadet."), valueName: "k"))
  var worst: Int?

  @Option(
    help: ArgumentHelp(
      help(
        "With --worst, fear pairs that lose contact (fragmentation) or long ways too (distance) (default: fragmentation).",
        de:
          "Mit --worst: Paare ohne Kontakt fürchten (fragmentation) oder auch lange Wege (distance) (Vorgabe: fragmentation)."
      ), valueName: "what"))
  var objective: LossObjective?

  func validate() throws {
    if worst != nil && !remove.isEmpty {
      throw ValidationError(
        help("Either --remove or --worst, not both.", de: "Entweder --remove oder --worst, nicht beides."))
    }
    if let worst, worst < 1 { throw ValidationError(help("--worst is 1 or more.", de: "--worst ist 1 oder mehr.")) }
    if objective != nil && worst == nil {
      throw ValidationError(help("--objective goes with --worst.", de: "--objective gehört zu --worst."))
    }
  }

  func run() throws {
    try input.refusePublic("lose")
    let (network, language) = try input.network()
    if let worst {
      let found = try network.deciding {
        try $0.worstLosses(
          count: worst, objective: objective ?? .fragmentation, limit: list.count, work: work.work)
      }
      let report = WorstLossReport(found, of: network, language: language, command: input.commandText)
      return try output.write(
        report.text(limit: list.textCount), [report.table()], json: report.json, language: language)
    }
    let loss = try network.deciding { network in
      try network.loss(of: remove.isEmpty ? nil : try network.partners(named: remove))
    }
    let report = LossReport(loss, of: network, language: language, command: input.commandText)
    try output.write(report.text(), [report.table()], json: report.json, language: language)
  }
}

extension LossObjective: NamedChoice {}
