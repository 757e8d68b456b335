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
      de: "Misst, wer zentral ist und wie fest das Netzwerk zusammenhält."))

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
        "Show these measures, keys with commas between (default: \(Self.standardKeys)).",
        de: "Diese Kennzahlen zeigen, Schlüssel mit Kommas dazwischen (Vorgabe: \(Self.standardKeys))."),
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
    if let top, top < 1 { throw ValidationError(help("--top is 1 or more.", de: "--top ist 1 oder mehr.")) }
    switch level {
    case .partner: _ = try keys(PartnerMeasure.self, standard: PartnerMeasure.standard)
    case .network: _ = try keys(NetworkMeasure.self, standard: NetworkMeasure.allCases)
    case .tie, .sector: break
    }
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
    if output.chosenFormat == .json { return try output.write(bytes: try report.json().bytes()) }
    let table =
      switch level {
      case .partner:
        try report.partners(
          try keys(PartnerMeasure.self, standard: PartnerMeasure.standard), top: top,
          isRanked: output.chosenFormat == .table)
      case .tie: report.ties(top: top)
      case .sector: report.sectors()
      case .network: try report.wholeNetwork(try keys(NetworkMeasure.self, standard: NetworkMeasure.allCases))
      }
    try output.write([table], json: report.json, language: language)
  }

  /// What marks a weak spot of a named partner is refused in public, not left out in silence.
  private func refuseWeakSpots() throws {
    guard input.audience == .public, level == .partner, measures != nil else { return }
    let weak = try keys(PartnerMeasure.self, standard: []).filter(\.isSensitive).map(\.rawValue)
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

  /// The measures named, or the standard ones; all unknown keys are told at once.
  private func keys<Measure: RawRepresentable & CaseIterable>(
    _ type: Measure.Type, standard: [Measure]
  ) throws -> [Measure] where Measure.RawValue == String {
    guard let measures else { return standard }
    let names = measures.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
      // JSON has the five roles under one key.
      .flatMap { $0 == "brokerage" ? ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"] : [$0] }
    let unknown = names.filter { Measure(rawValue: $0) == nil }
    guard unknown.isEmpty, !names.isEmpty else {
      let known = Measure.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        help(
          "There is no measure \(unknown.joined(separator: ", ")) here. Known: \(known).",
          de: "Eine Kennzahl \(unknown.joined(separator: ", ")) gibt es hier nicht. Bekannt sind: \(known)."))
    }
    return names.compactMap { Measure(rawValue: $0) }
  }
}

extension MeasureReport.Level: NamedChoice {}
extension TieWeight: NamedChoice {}
extension TieDirection: NamedChoice {}
