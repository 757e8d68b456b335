import ArgumentParser
import NetworkFiles
import NetworkModel
import NetworkReports

/// Which sectors a network of some kind should have.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: help(
      "List the sector templates, show one, or make an empty workbook or a style file for maps for one.",
      de:
        "Zeigt die Sektorvorlagen, eine davon, oder macht eine leere Arbeitsmappe oder eine Stildatei für Karten dafür."
    ),
    subcommands: [List.self, Show.self, Workbook.self, Style.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: help(
        "List the templates that come with regionet.", de: "Listet die Vorlagen auf, die regionet mitbringt."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language
      let templates = SectorTemplates.builtInNames.compactMap(SectorTemplates.builtIn(named:))
      let table = ReportTable(
        title: "",
        columns: [
          .init(key: "id", header: help("Name", de: "Name"), isNumeric: false),
          .init(key: "name", header: help("For", de: "Für"), isNumeric: false),
          .init(key: "groups", header: help("Groups", de: "Gruppen"), isNumeric: true),
          .init(key: "sectors", header: help("Sectors", de: "Sektoren"), isNumeric: true),
        ],
        rows: templates.map {
          [.text($0.id), .text($0.name[language]), .integer($0.groups.count), .integer($0.sectors.count)]
        })
      try output.write(
        [table],
        json: {
          .array(
            templates.map { template in
              .object([
                "id": .string(template.id), "name": .string(template.name[language]),
                "groups": .integer(template.groups.count), "sectors": .integer(template.sectors.count),
              ])
            })
        }, language: language)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: help(
        "Show a template as YAML: the beginning of one of your own.",
        de: "Zeigt eine Vorlage als YAML: der Anfang einer eigenen."))

    @Argument(
      help: ArgumentHelp(
        help("The template's name (regionet template list).", de: "Der Name der Vorlage (regionet template list)."),
        valueName: "name"))
    var name: String

    @OptionGroup var output: OutputOptions

    func run() throws {
      guard let yaml = SectorTemplates.yaml(named: name) else {
        _ = try SectorTemplates.find(name)
        throw Failure(.invalidInput)
      }
      try output.write(bytes: yaml)
    }
  }

  struct Style: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: help(
        "Make a map.yaml with every key explained and switched off: the look of a network's maps.",
        de:
          "Macht eine map.yaml mit allen Schlüsseln, erklärt und ausgeschaltet: das Aussehen der Karten eines Netzwerks."
      ))

    @Argument(
      help: ArgumentHelp(
        help("A template's name, or a YAML file.", de: "Der Name einer Vorlage, oder eine YAML-Datei."),
        valueName: "name"))
    var name: String = "lernende-region"

    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp(
        help(
          "Write to this file; - is standard output (default: -).",
          de: "In diese Datei schreiben; - ist die Standardausgabe (Vorgabe: -)."), valueName: "file"))
    var output: String = "-"

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let template = try SectorTemplates.find(name)
      try Console.write(MapStyleFile.example(for: template, language: speech.language), to: output)
    }
  }

  struct Workbook: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: help(
        "Make an empty Excel workbook with all tables, to be filled in.",
        de: "Macht eine leere Excel-Arbeitsmappe mit allen Tabellen zum Ausfüllen."))

    @Argument(
      help: ArgumentHelp(
        help("A template's name, or a YAML file.", de: "Der Name einer Vorlage, oder eine YAML-Datei."),
        valueName: "name"))
    var name: String = "lernende-region"

    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp(
        help(
          "Write to this xlsx file; - is standard output.",
          de: "In diese xlsx-Datei schreiben; - ist die Standardausgabe."), valueName: "file"))
    var output: String

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let template = try SectorTemplates.find(name)
      try Console.write(DatasetWriter.templateWorkbook(template, language: speech.language), to: output)
    }
  }
}

/// The language of a command that has no dataset.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      help(
        "Speak German (de) or English (en) (default: the environment's).",
        de: "Deutsch (de) oder Englisch (en) sprechen (Vorgabe: das der Umgebung)."),
      valueName: "language"))
  var lang: Language?

  var language: Language { lang ?? .ofEnvironment }
}
