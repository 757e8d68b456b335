import ArgumentParser
import NetworkFiles
import NetworkModel
import NetworkReports

/// Any readable format into any writable one.
struct ConvertCommand: ParsableCommand {
  enum DirectionRule: String, NamedChoice { case keep, arcs, ignore }
  enum LossRule: String, NamedChoice { case error, warn }

  static let configuration = CommandConfiguration(
    commandName: "convert", _superCommandName: "regionet",
    abstract: help(
      "Convert a dataset: to a folder of CSV files, xlsx, json or an interchange format.",
      de: "Wandelt Daten um: in einen Ordner mit CSV-Dateien, xlsx, json oder ein Austauschformat."))

  @OptionGroup var input: DatasetOptions

  @Argument(
    help: ArgumentHelp(
      help(
        "Where to: a folder (no ending), or a file whose ending says the format: xlsx, json, \(Self.endings); - with --format.",
        de:
          "Wohin: ein Ordner (ohne Endung) oder eine Datei, deren Endung das Format sagt: xlsx, json, \(Self.endings); - mit --format."
      ), valueName: "output"))
  var output: String

  @Option(
    help: ArgumentHelp(
      help(
        "Write this format whatever the output is called: csv (a folder), xlsx, json, \(Self.endings).",
        de: "Dieses Format schreiben, wie auch die Ausgabe heißt: csv (ein Ordner), xlsx, json, \(Self.endings)."),
      valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Treat what the format cannot hold as an error, writing nothing, or warn (default: warn).",
        de:
          "Was das Format nicht fasst, als Fehler behandeln (error) und nichts schreiben, oder nur melden (warn) (Vorgabe: warn)."
      ), valueName: "rule"))
  var loss: LossRule = .warn

  @Option(
    help: ArgumentHelp(
      help(
        "Keep which ties are directed (keep), write two directed ties for each undirected one (arcs), or none directed (ignore) (default: keep).",
        de:
          "Richtungen lassen, wie sie sind (keep), für jede ungerichtete Beziehung zwei gerichtete schreiben (arcs), oder alle ungerichtet (ignore) (Vorgabe: keep)."
      ), valueName: "rule"))
  var direction: DirectionRule = .keep

  @Flag(
    help: ArgumentHelp(
      help(
        "Merge partners that are surely one: same name but for case, blanks, hyphens and accents, and neither two municipalities nor two persons.",
        de:
          "Partner zusammenführen, die sicher einer sind: gleicher Name bis auf Groß- und Kleinschreibung, Leerzeichen, Bindestriche und Akzente, und weder zwei Gemeinden noch zwei Personen."
      )))
  var mergeDuplicates = false

  private static var endings: String {
    Interchange.formats.filter(\.isWritable).compactMap(\.extensions.first).joined(separator: ", ")
  }

  func validate() throws {
    if output == "-" && format == nil {
      throw ValidationError(
        help(
          "Say which format goes to standard output: --format json.",
          de: "Sagen Sie, welches Format auf die Standardausgabe soll: --format json."))
    }
  }

  func run() throws {
    let dataset = try input.read(mergesDuplicates: mergeDuplicates)
    for merge in dataset.review.merges { Console.say(ProblemReport.line(merge, in: dataset.language)) }
    guard let whole = dataset.review.network else {
      throw UnusableDataset(problems: dataset.review.problems, language: dataset.language)
    }
    for problem in dataset.review.problems { Console.say(ProblemReport.line(problem, in: dataset.language)) }
    // A dataset is converted whole; only a phase that was asked for narrows it.
    var network = input.phase == nil ? whole : try input.restricted(whole)
    if input.audience == .public { network = network.disclosed(in: dataset.language) }
    switch direction {
    case .keep: break
    case .arcs: network = network.withArcs()
    case .ignore:
      sayMutualPairs(network.mutuallyDirectedPairCount, language: dataset.language)
      network = network.withoutDirections()
    }
    try write(network, language: dataset.language)
  }

  private func sayMutualPairs(_ count: Int, language: Language) {
    guard count > 0 else { return }
    let text = Localized(
      en: "pairs with a directed tie each way, which have two ties side by side without directions: \(count)",
      de: "Paare mit je einer gerichteten Beziehung hin und zurück, die ohne Richtung zwei Beziehungen nebeneinander "
        + "haben: \(count)")
    Console.say(text[language])
  }

  private func write(_ network: Network, language: Language) throws {
    let format = try chosenFormat()
    switch format {
    case "csv":
      guard output != "-" else {
        throw Failure(
          .wrongUsage,
          Localized(
            en: "a folder of CSV files cannot go to standard output; name a folder",
            de: "ein Ordner mit CSV-Dateien kann nicht auf die Standardausgabe; nennen Sie einen Ordner"))
      }
      try Console.refuseToReplaceSource(output)
      try DatasetWriter.writeFolder(network, to: output, language: language)
    case "xlsx": try write(bytes: try DatasetWriter.workbook(network, language: language))
    case "json": try write(bytes: DatasetWriter.json(network))
    default:
      guard let written = Interchange.write(network, as: format, options: InterchangeOptions(language: language)) else {
        throw Failure(.wrongUsage, Self.unknownFormat(format))
      }
      for loss in written.losses { Console.say(loss[language]) }
      for note in written.notes {
        let remedy = Localized(
          en: "--direction arcs writes two directed ties for each undirected one, --direction ignore none directed",
          de:
            "--direction arcs schreibt für jede ungerichtete Beziehung zwei gerichtete, --direction ignore keine gerichteten"
        )
        Console.say("\(note[language]); \(remedy[language])")
      }
      if loss == .error && !written.losses.isEmpty { throw ExitCode(ExitStatus.invalidInput.rawValue) }
      try write(bytes: written.bytes)
    }
  }

  private func write(bytes: [UInt8]) throws {
    try Console.write(bytes, to: output)
  }

  /// The format named, or that of the output's ending; an output without an ending is a folder.
  private func chosenFormat() throws -> String {
    if let format { return format.lowercased() }
    let name = output.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? output
    guard let dot = name.firstIndex(of: "."), dot != name.startIndex, !output.hasSuffix("/") else { return "csv" }
    let last = name.split(separator: ".").last?.lowercased() ?? ""
    guard last != "csv" else {
      throw Failure(
        .wrongUsage,
        Localized(
          en: "a dataset has several tables: name a folder for the CSV files, not \(output)",
          de: "Daten haben mehrere Tabellen: nennen Sie einen Ordner für die CSV-Dateien, nicht \(output)"))
    }
    let known = ["xlsx", "json"] + Interchange.formats.filter(\.isWritable).flatMap(\.extensions)
    // `netz.2024.kumu.json` ends with .json, too.
    let found = known.filter { name.lowercased().hasSuffix("." + $0) }.max { $0.utf8.count < $1.utf8.count }
    if let found { return found }
    throw Failure(.wrongUsage, Self.unknownFormat(last))
  }

  private static func unknownFormat(_ name: String) -> Localized {
    Localized(
      en: "regionet does not write the format \(name); it writes csv (a folder), xlsx, json, \(endings)",
      de: "das Format \(name) schreibt regionet nicht; es schreibt csv (einen Ordner), xlsx, json, \(endings)")
  }
}
