import ArgumentParser
import NetworkFiles
import NetworkModel
import NetworkReports

/// Which dataset, and how it is read.
struct DatasetOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      help(
        "A folder of CSV files, a workbook, one file of ties, or an interchange file; - is standard input.",
        de:
          "Ein Ordner mit CSV-Dateien, eine Arbeitsmappe, eine Datei mit Beziehungen oder eine Austauschdatei; - ist die Standardeingabe."
      ), valueName: "dataset"))
  var dataset: String

  @Option(
    help: ArgumentHelp(
      help(
        "Read sectors with this template: a name (regionet template list) or a YAML file (default: the dataset's, else lernende-region).",
        de:
          "Sektoren mit dieser Vorlage lesen: ein Name (regionet template list) oder eine YAML-Datei (Vorgabe: die der Daten, sonst lernende-region)."
      ), valueName: "name"))
  var template: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Map foreign tables onto regionet's with this file (default: columns.yaml beside the tables).",
        de: "Fremde Tabellen mit dieser Datei auf die von regionet abbilden (Vorgabe: columns.yaml neben den Tabellen)."
      ), valueName: "file"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Keep what overlaps this phase: its id or name (default: the day of the dataset, else everything).",
        de: "Behalten, was in diese Phase fällt: ihre ID oder ihr Name (Vorgabe: der Tag der Daten, sonst alles)."),
      valueName: "phase"))
  var phase: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Tie partners that share projects where a dataset has no ties: count or newman, 1/(size−1) (default: count).",
        de:
          "Partner mit gemeinsamen Projekten verbinden, wo Beziehungen fehlen: count (Anzahl) oder newman, 1/(Größe−1) (Vorgabe: count)."
      ), valueName: "rule"))
  var projection: Projection = .count

  @Option(
    name: .customLong("audience"),
    help: ArgumentHelp(
      help(
        "Write for internal or public readers; public names nobody without consent (default: internal).",
        de:
          "Für interne oder öffentliche (public) Leser schreiben; public nennt niemanden ohne Freigabe (Vorgabe: internal)."
      ), valueName: "audience"))
  var givenAudience: Audience?

  var audience: Audience { givenAudience ?? .internal }

  @Option(
    help: ArgumentHelp(
      help(
        "Speak German (de) or English (en) (default: the dataset's language, else the environment's).",
        de: "Deutsch (de) oder Englisch (en) sprechen (Vorgabe: die Sprache der Daten, sonst die der Umgebung)."),
      valueName: "language"))
  var lang: Language?
}

extension Projection: NamedChoice {}
extension Audience: NamedChoice {}

/// A dataset whose errors keep a command from going on.
struct UnusableDataset: Error {
  let problems: [Problem]
  let language: Language
}

/// A dataset that has been read and checked.
struct ReadDataset {
  let draft: NetworkDraft
  let review: NetworkReview
  let language: Language
}

extension DatasetOptions {
  /// The template of a dataset that names none; it is used only if it knows one of the dataset's sectors.
  private static let standardTemplate = "lernende-region"

  /// Reads and checks the dataset; problems do not stop this.
  ///
  /// - Parameter seeksSectors: whether sectors that nobody has matter too. Else no template is read for a dataset that
  ///   names neither a template nor a sector, which takes longer than a small network does.
  func read(mergesDuplicates: Bool = false, seeksSectors: Bool = false) throws -> ReadDataset {
    let draft = try Dataset.read(dataset, columns: columns)
    Console.protect([dataset, columns ?? dataset] + draft.tables.map { "\(dataset)/\($0.file)" })
    let standard = seeksSectors || draft.namesSectors ? Self.standardTemplate : nil
    let template = try (template ?? draft.settings.template ?? standard).map {
      try SectorTemplates.find($0, dataset: dataset)
    }
    return ReadDataset(
      draft: draft,
      review: Network.review(
        draft, template: template, projection: projection, mergesDuplicates: mergesDuplicates),
      language: lang ?? draft.settings.language ?? .ofEnvironment)
  }

  /// The network as the command shall see it: of its phase or day, and for the public without its secrets.
  ///
  /// Errors stop; of warnings only the number is told, as `check` tells them all.
  ///
  /// - Parameters:
  ///   - audience: nil: the one asked for.
  ///   - language: where none is asked for; nil: the dataset's.
  ///   - seeksSectors: whether sectors that nobody has matter too.
  func network(
    for audience: Audience? = nil, language: Language? = nil, seeksSectors: Bool = false
  ) throws -> (network: Network, language: Language) {
    let (network, _, language) = try networkAndWhole(for: audience, language: language, seeksSectors: seeksSectors)
    return (network, language)
  }

  /// The same, and the network of all times: only it knows what has ended.
  func networkAndWhole(
    for audience: Audience? = nil, language: Language? = nil, seeksSectors: Bool = false
  ) throws -> (network: Network, whole: Network, language: Language) {
    let dataset = try read(seeksSectors: seeksSectors)
    let language = lang ?? language ?? dataset.language
    guard let whole = dataset.review.network else {
      throw UnusableDataset(problems: dataset.review.problems, language: language)
    }
    let check = commandText.line(["check"])
    let merged = dataset.review.merges.reduce(0) { $0 + $1.merged.count }
    if merged > 0 {
      Console.say(
        Localized(
          en: "\(merged == 1 ? "1 partner" : "\(merged) partners") merged with others; \(check) lists them",
          de: "\(merged) Partner mit anderen zusammengeführt; welche, zeigt: \(check)")[language])
    }
    let warnings = dataset.review.problems.count
    if warnings > 0 {
      Console.say(
        Localized(
          en: "\(warnings == 1 ? "1 warning" : "\(warnings) warnings"); \(check) shows more",
          de: "\(warnings == 1 ? "1 Warnung" : "\(warnings) Warnungen"); mehr zeigt: \(check)")[language])
    }
    let network = try restricted(whole)
    guard audience ?? self.audience == .public else { return (network, whole, language) }
    return (network.disclosed(in: language), whole.disclosed(in: language), language)
  }

  /// How a command that goes on from here is given the same dataset.
  var commandText: CommandText {
    var words = [dataset]
    if let template { words += ["--template", template] }
    if let columns { words += ["--columns", columns] }
    if let phase { words += ["--phase", phase] }
    if projection != .count { words += ["--projection", projection.rawValue] }
    return CommandText(dataset: words)
  }

  /// The network of the phase asked for, else of the dataset's day.
  func restricted(_ network: Network) throws -> Network {
    guard let phase else { return network.onItsDay() }
    guard let found = network.phase(named: phase) else { throw unknownPhase(phase, in: network) }
    return network.during(found.period)
  }

  private func unknownPhase(_ phase: String, in network: Network) -> Failure {
    let names = network.phases.map(\.name).joined(separator: ", ")
    return Failure(
      .invalidInput,
      names.isEmpty
        ? Localized(
          en: "there is no phase \"\(phase)\": the dataset has no table of phases",
          de: "es gibt keine Phase „\(phase)“: die Daten haben keine Tabelle Phasen")
        : Localized(
          en: "there is no phase \"\(phase)\"; the phases are: \(names)",
          de: "es gibt keine Phase „\(phase)“; die Phasen sind: \(names)"))
  }

  /// Refuses a command whose findings mark weak spots of named partners.
  func refusePublic(_ command: String) throws {
    guard audience == .public else { return }
    throw Failure(
      .wrongUsage,
      Localized(
        en: "\(command) is for the people who run the network; there is no public version of it",
        de: "\(command) ist für die Menschen, die das Netzwerk leiten; eine öffentliche Fassung gibt es nicht"))
  }
}
