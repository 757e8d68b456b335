import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

/// Who sits with whom, so that people meet new people?
struct SeatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seat", _superCommandName: "regionet",
    abstract: help(
      "Divide a network meeting into groups in which people meet new people.",
      de: "Teilt eine Sitzung in Gruppen, in denen man neue Menschen kennenlernt."))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Make g groups; their sizes differ by at most one.",
        de: "g Gruppen bilden; sie unterscheiden sich um höchstens eine Person."),
      valueName: "g"))
  var groups: Int

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help("Plan r rounds one after the other (default: 1).", de: "r Runden hintereinander planen (Vorgabe: 1)."),
      valueName: "r"))
  var rounds: Int = 1

  @Option(
    help: ArgumentHelp(
      help(
        "Seat those who attend this meeting: its id (default: all partners).",
        de: "Die Teilnehmenden dieser Sitzung setzen: ihre ID (Vorgabe: alle Partner)."), valueName: "id"))
  var meeting: String?

  func validate() throws {
    if groups < 1 { throw ValidationError(help("--groups is 1 or more.", de: "--groups ist 1 oder mehr.")) }
    if rounds < 1 { throw ValidationError(help("--rounds is 1 or more.", de: "--rounds ist 1 oder mehr.")) }
  }

  func run() throws {
    try input.refusePublic("seat")
    let (network, language) = try input.network()
    let seating = try network.deciding {
      try $0.seating(groups: groups, rounds: rounds, meeting: meeting, work: work.work)
    }
    let report = SeatingReport(seating, of: network, language: language)
    try output.write(report.text(), [report.table()], json: report.json, language: language)
  }
}
