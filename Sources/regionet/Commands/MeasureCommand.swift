import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

/// Who is central; how cohesive is the network?
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", _superCommandName: "regionet",
    abstract: help(
      "Measure who is central and how cohesive the network is.",
      de: "Misst, wer zentral ist und wie fest das Netzwerk zusammenhält."),
    discussion: MeasureReport.Level.allCases.map { level in
      help("Measures of --level \(level.rawValue): ", de: "Kennzahlen von --level \(level.rawValue): ")
        + level.keys.joined(separator: ", ") + "."
    }.joined(separator: "\n\n"))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions

  @Option(
    help: ArgumentHelp(
      help(
        "Show partners, ties, sectors or the whole network (default: partner); json has all.",
        de:
          "Partner (partner), Beziehungen (tie), Sektoren (sector) oder das ganze Netzwerk (network) zeigen (Vorgabe: partner); json enthält alles."
      ), valueName: "level"))
  var level: MeasureReport.Level = .partner

  @Option(
    name: .customLong("measure"),
    help: ArgumentHelp(
      help(
        "Show these measures, keys with commas between (default: all, of partners \(Self.standardKeys)).",
        de:
          "Diese Kennzahlen zeigen, Schlüssel mit Kommas dazwischen (Vorgabe: alle, von Partnern \(Self.standardKeys))."
      ),
      valueName: "keys"))
  var measures: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Weigh ties: none, strength or trust; paths then have the length 1/weight (default: none).",
        de:
          "Beziehungen gewichten: none (nicht), strength (Stärke) oder trust (Vertrauen); Wege haben dann die Länge 1/Gewicht (Vorgabe: none)."
      ), valueName: "weight"))
  var weight: TieWeight = .none

  @Option(
    help: ArgumentHelp(
      help(
        "keep the direction of ties or ignore it (default: keep where every tie is directed).",
        de:
          "Richtung der Beziehungen behalten (keep) oder nicht beachten (ignore) (Vorgabe: keep, wenn jede Beziehung gerichtet ist)."
      ), valueName: "rule"))
  var direction: TieDirection = .automatic

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Show only the n highest by the first measure, equals included (default: all).",
        de: "Nur die n höchsten nach der ersten Kennzahl zeigen, gleiche eingeschlossen (Vorgabe: alle)."),
      valueName: "n"))
  var top: Int?

  @Flag(
    help: ArgumentHelp(
      help(
        "Compute betweenness in full on huge networks, where it is estimated else.",
        de: "Betweenness auch in riesigen Netzwerken ganz berechnen, wo sie sonst geschätzt wird.")))
  var exact = false

  private static var standardKeys: String { PartnerMeasure.standard.map(\.rawValue).joined(separator: ",") }

  func validate() throws {
    let partnerKeys = try keys()
    guard let top else { return }
    if top < 1 { throw ValidationError(help("--top is 1 or more.", de: "--top ist 1 oder mehr.")) }
    if level == .network {
      throw ValidationError(
        help(
          "--top chooses among partners, ties or sectors; the whole network has one row a measure (--measure).",
          de:
            "--top wählt unter Partnern, Beziehungen oder Sektoren; das ganze Netzwerk hat eine Zeile je Kennzahl (--measure)."
        ))
    }
    if level == .partner && partnerKeys == [PartnerMeasure.sector.rawValue] {
      throw ValidationError(
        help(
          "--top ranks by a number, and the sector is none; name a measure, such as degree,sector.",
          de: "--top ordnet nach einer Zahl, und der Sektor ist keine; nennen Sie eine Kennzahl, etwa degree,sector."))
    }
  }

  /// The measures named for the level, or its standard ones.
  private func keys() throws -> [String] {
    guard let measures else { return level.standardKeys }
    return try MeasureKeys.read(measures, at: level)
  }

  func run() throws {
    if input.audience == .public && weight == .trust { throw Failure(.wrongUsage, Self.trustIsPrivate) }
    try refuseWeakSpots()
    let (network, language) = try input.network()
    let bar = ProgressBar(Localized(en: "Measuring", de: "Messe")[language])
    defer { bar.end() }
    let measurement = Measurement(
      network,
      options: MeasureOptions(
        weight: weight, direction: direction, threads: work.threadCount, isExact: exact), progress: bar.show)
    let report = MeasureReport(measurement, language: language, audience: input.audience)
    if output.chosenFormat == .json {
      let json = report.json()
      try output.write(bytes: json.value.bytes())
      return json.notes.forEach(Console.say)
    }
    let keys = try keys()
    let table =
      switch level {
      case .partner:
        try report.partners(
          keys.compactMap(PartnerMeasure.init), top: top, isRanked: output.chosenFormat == .table)
      case .tie: report.ties(keys.compactMap(TieMeasure.init), top: top)
      case .sector: report.sectors(keys.compactMap(SectorMeasure.init), top: top)
      case .network: report.wholeNetwork(keys.compactMap(NetworkMeasure.init))
      }
    try output.write([table], json: { report.json().value }, language: language)
    // A table has its notes below; other formats have no room for them.
    if output.chosenFormat != .table { table.notes.forEach(Console.say) }
  }

  /// What marks a weak spot of a named partner is refused in public, not left out in silence.
  private func refuseWeakSpots() throws {
    guard input.audience == .public, measures != nil else { return }
    let weak = try keys().filter { key in
      switch level {
      case .partner: PartnerMeasure(rawValue: key)?.isSensitive == true
      case .tie: TieMeasure(rawValue: key)?.isSensitive == true
      case .sector, .network: false
      }
    }
    guard !weak.isEmpty else { return }
    let names = weak.joined(separator: ", ")
    throw Failure(
      .wrongUsage,
      Localized(
        en: "\(names): this marks weak spots of named partners and is never shown in public",
        de: "\(names): das zeigt Schwachstellen einzelner Partner und wird nie öffentlich gezeigt"))
  }

  static let trustIsPrivate = Localized(
    en: "trust is never shown in public; leave out --audience public, or weigh by strength",
    de:
      "Vertrauen wird nie öffentlich gezeigt; lassen Sie --audience public weg, oder gewichten Sie nach Stärke (strength)"
  )
}

extension MeasureReport.Level: NamedChoice {}
extension TieWeight: NamedChoice {}
extension TieDirection: NamedChoice {}
