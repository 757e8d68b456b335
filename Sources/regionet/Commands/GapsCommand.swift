import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

/// What is missing, and what hangs on one partner?
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", _superCommandName: "regionet",
    abstract: help(
      "Find what is missing: sectors, ties, needs, municipalities, tasks; and what hangs on one partner.",
      de: "Findet, was fehlt: Sektoren, Beziehungen, Bedarfe, Gemeinden, Aufgaben; und was an einem Partner hängt."),
    discussion: help(
      "-o actions.xlsx writes the list of actions: what is missing, whom to ask, why, responsible, due, done.",
      de:
        "-o luecken.xlsx schreibt die Liste der Maßnahmen: was fehlt, wen fragen, warum, verantwortlich, bis wann, erledigt."
    ))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions

  @Flag(
    help: ArgumentHelp(
      help("Exit with 1 where a required sector is missing.", de: "Mit 1 enden, wenn ein erforderlicher Sektor fehlt."))
  )
  var strict = false

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Tell at most n findings of a kind in the text (default: 3, of missing sectors 12).",
        de: "Im Text höchstens n Befunde einer Art nennen (Vorgabe: 3, von fehlenden Sektoren 12)."),
      valueName: "n"))
  var limit: Int?

  func validate() throws { if let limit { try LimitOption.check(limit) } }

  func run() throws {
    try input.refusePublic("gaps")
    let (network, whole, language) = try input.networkAndWhole(seeksSectors: true)
    let gaps = network.gaps(among: whole)
    let report = GapReport(gaps, of: network, language: language, command: input.commandText)
    switch output.chosenFormat {
    case .table: try output.write(report.text(limit: limit), language: language)
    case .csv: try output.write([report.actions(hasKinds: true)], json: report.json, language: language)
    case .json, .xlsx:
      try output.write(
        [report.actions(), report.coverage()] + [report.sectorPairs()].compactMap { $0 }, json: report.json,
        language: language)
    }
    if strict && gaps.lacksRequired { throw ExitCode(ExitStatus.findings.rawValue) }
  }
}
