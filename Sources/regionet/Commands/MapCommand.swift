import ArgumentParser
import NetworkAnalysis
import NetworkMaps
import NetworkModel
import NetworkReports

/// A picture.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: help(
      "Draw a map: SVG, PNG, PDF or DOT, as the file's name ends.",
      de: "Zeichnet eine Karte: SVG, PNG, PDF oder DOT, je nach Endung der Datei."))

  @OptionGroup var input: DatasetOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var look: MapLookOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      help(
        "Write to this file; its ending says the format: svg, png, pdf or dot (default: SVG to a pipe).",
        de: "In diese Datei schreiben; ihre Endung sagt das Format: svg, png, pdf oder dot (Vorgabe: SVG an eine Pipe)."
      ),
      valueName: "file"))
  var output: String?

  @Flag(
    help: ArgumentHelp(
      help(
        "Measure the picture: overlaps, small text, contrast; exit with 1 if something is wrong.",
        de: "Das Bild nachmessen: Überdeckungen, kleine Schrift, Kontrast; mit 1 enden, wenn etwas nicht stimmt.")))
  var lint = false

  func validate() throws {
    if output == nil && !lint && Console.isOutputTerminal {
      throw ValidationError(
        help(
          "Say where the map goes: -o map.svg (or .png, .pdf, .dot).",
          de: "Sagen Sie, wohin die Karte soll: -o karte.svg (oder .png, .pdf, .dot)."))
    }
    _ = try format()
  }

  func run() throws {
    if input.audience == .public && (look.width == .trust) {
      throw Failure(.wrongUsage, MeasureCommand.trustIsPrivate)
    }
    let (network, language) = try input.network()
    var options = try look.options(language: language)
    try chooseMeasures(of: network, language: language, options: &options)
    let result = try NetworkMap.scene(of: MapInput(network, language: language), options: options)
    for note in result.notes { Console.say(note) }
    if let file = look.writePositions { try MapPositions.write(result.positions, to: file) }
    if lint {
      let report = MapLint(result.scene)
      for problem in report.problems { Console.say(problem) }
      // Beside a picture on standard output the figures are talk.
      let table = report.table
      if output == "-" {
        Console.say(table)
      } else {
        try Console.write(table + "\n")
      }
      if output == nil {
        if !report.isClean { throw ExitCode(ExitStatus.findings.rawValue) }
        return
      }
      try draw(result.scene)
      if !report.isClean { throw ExitCode(ExitStatus.findings.rawValue) }
      return
    }
    try draw(result.scene)
  }

  private func draw(_ scene: MapScene) throws {
    try Console.write(MapDrawing.render(scene, as: try format(), dpi: look.dpi), to: output ?? "-")
  }

  /// Sizes and colours that are measures of the network, and what is missing in it.
  private func chooseMeasures(of network: Network, language: Language, options: inout MapOptions) throws {
    let measurement = Measurement(network, options: MeasureOptions(threads: work.threadCount))
    switch look.size {
    case "equal": options.isEqualSize = true
    case let key:
      guard let measure = PartnerMeasure(rawValue: key), input.audience == .internal || !measure.isSensitive else {
        throw Failure(.wrongUsage, MapLookOptions.unknownSize(key))
      }
      let values = try measurement.values(of: measure).map { $0?.magnitude ?? .nan }
      options.size = MapSize(name: measure.header[language], values: values)
    }
    if look.color == .community {
      options.communities = try measurement.values(of: .community).map { value in
        if case .integer(let number) = value { number - 1 } else { 0 }
      }
    }
    if options.kind == .gaps {
      // Weak spots of named partners are nobody else's business: the public sees which sectors are missing.
      if input.audience == .public { options.kind = .sectors } else { options.gaps = MapGaps(network, work: work.work) }
    }
  }

  private func format() throws -> MapFormat {
    guard let output, output != "-" else { return .svg }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let format = MapFormat(rawValue: ending), output.contains(".") else {
      throw ValidationError(
        help(
          "\(output): a map is an svg, png, pdf or dot file.",
          de: "\(output): eine Karte ist eine Datei mit der Endung svg, png, pdf oder dot."))
    }
    return format
  }
}
