import ArgumentParser
import NetworkFiles
import NetworkModel
import NetworkReports

/// What is wrong in my tables, and how do I repair it?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "regionet",
    abstract: help(
      "Find what is wrong in the tables, and say how to repair it.",
      de: "Findet, was in den Tabellen falsch ist, und sagt, wie man es behebt."))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions

  @Flag(
    help: ArgumentHelp(
      help(
        "Exit with 1 for warnings too, not only for errors.",
        de: "Auch bei Warnungen mit 1 enden, nicht nur bei Fehlern.")))
  var strict = false

  @Option(
    help: ArgumentHelp(
      help(
        "Write the partners that may be the same as others to this file, a draft of the table same.",
        de:
          "Die Partner, die vielleicht dieselben wie andere sind, in diese Datei schreiben: ein Entwurf der Tabelle Gleiche."
      ), valueName: "file"))
  var suggestSame: String?

  func run() throws {
    try input.refusePublic("check")
    let dataset = try input.read()
    let report = ProblemReport(dataset.review)
    for merge in dataset.review.merges { Console.say(ProblemReport.line(merge, in: dataset.language)) }
    let advice = report.mergingAdvice(in: dataset.language, command: input.commandText)
    if let suggestSame {
      guard suggestSame == "-" || !Console.exists(suggestSame) else {
        throw Failure(
          .wrongUsage,
          Localized(
            en:
              "\(suggestSame) is there already, and what it says of partners would be lost; give the draft another name",
            de:
              "\(suggestSame) gibt es schon, und was darin steht, ginge verloren; geben Sie dem Entwurf einen anderen Namen"
          ))
      }
      try Console.write(
        DatasetWriter.sameTable(dataset.review.likelyDuplicates, language: dataset.language), to: suggestSame)
    }
    switch output.chosenFormat {
    case .table:
      try output.write(
        (report.lines(in: dataset.language) + (advice.map { [$0] } ?? []) + [report.summary(in: dataset.language)])
          .map { $0 + "\n" }.joined())
    default:
      try output.write(
        [report.table(in: dataset.language)], json: { report.json(in: dataset.language) },
        language: dataset.language)
      if let advice { Console.say(advice) }
      Console.say(report.summary(in: dataset.language))
    }
    if report.errorCount > 0 || (strict && report.warningCount > 0) {
      throw ExitCode(ExitStatus.findings.rawValue)
    }
  }
}
