import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

/// Whom should we invite?
struct InviteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", _superCommandName: "regionet",
    abstract: help(
      "Find the smallest set of candidates that closes the gaps.",
      de: "Findet die wenigsten Kandidaten, die zusammen die Lücken schließen."))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var list: LimitOption

  @Option(
    help: ArgumentHelp(
      help(
        "Invite the fewest candidates, or those of least effort together (default: fewest).",
        de: "Die wenigsten Kandidaten (fewest) oder die mit dem kleinsten Aufwand (effort) (Vorgabe: fewest)."),
      valueName: "what"))
  var objective: InvitationObjective = .fewest

  @Flag(
    help: ArgumentHelp(
      help(
        "Strengthen sectors with too few partners too.",
        de: "Auch Sektoren stärken, die zu wenige Partner haben.")))
  var thin = false

  func run() throws {
    let (network, language) = try input.network(seeksSectors: true)
    let invitations = network.invitations(
      objective: objective, includesThin: thin, limit: list.count, work: work.work)
    let report = InvitationReport(
      invitations, of: network, language: language, audience: input.audience, command: input.commandText)
    let tables =
      output.chosenFormat == .xlsx ? [report.table(), report.uncoverable()] : [report.table()]
    try output.write(report.text(limit: list.textCount), tables, json: report.json, language: language)
  }
}

extension InvitationObjective: NamedChoice {}
