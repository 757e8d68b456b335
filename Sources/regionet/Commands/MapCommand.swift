import ArgumentParser
import NetworkAnalysis
import NetworkFiles
import NetworkMaps
import NetworkModel
import NetworkReports

/// A picture.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", _superCommandName: "regionet",
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

  enum FindingsFormat: String, NamedChoice { case text, json }

  @Option(
    help: ArgumentHelp(
      help(
        "Write what --lint finds as text to standard error, or as json to standard output (default: text).",
        de:
          "Was --lint findet, als Text (text) auf die Standardfehlerausgabe oder als json auf die Standardausgabe schreiben (Vorgabe: text)."
      ), valueName: "format"))
  var format: FindingsFormat = .text

  func validate() throws {
    if format == .json, !lint || output == "-" {
      throw ValidationError(
        help(
          "--format json writes the findings of --lint to standard output: give --lint, and a file with -o.",
          de:
            "--format json schreibt die Befunde von --lint auf die Standardausgabe: geben Sie --lint an und mit -o eine Datei."
        ))
    }
    if output == nil && !lint && Console.isOutputTerminal {
      throw ValidationError(
        help(
          "Say where the map goes: -o map.svg (or .png, .pdf, .dot).",
          de: "Sagen Sie, wohin die Karte soll: -o karte.svg (oder .png, .pdf, .dot)."))
    }
    _ = try pictureFormat()
  }

  func run() throws {
    var style = try readStyle()
    let audience = input.givenAudience ?? style.audience ?? .internal
    // Where the style asks for both, the style is told.
    let isAsked = look.width != nil || input.givenAudience != nil
    if isAsked, audience == .public, (look.width ?? style.options.width) == .trust {
      throw Failure(.wrongUsage, MeasureCommand.trustIsPrivate)
    }
    let (network, language) = try input.network(
      for: audience, language: style.options.language, seeksSectors: true)
    let logos = try checkedLogos(of: network, style: &style)
    var options = try look.options(changing: style, language: language)
    options.logos = logos
    try chooseMeasures(of: network, audience: audience, language: language, style: style, options: &options)
    let result = try NetworkMap.scene(of: MapInput(network, language: language), options: options)
    for note in result.notes { Console.say(note) }
    let picture = output != nil || !lint ? try MapDrawing.render(result.scene, as: pictureFormat(), dpi: look.dpi) : nil
    if let file = look.writePositions { try MapPositions.write(result.positions, to: file) }
    if let picture { try Console.write(picture, to: output ?? "-") }
    try tellFindings(in: result.scene, language: language)
  }

  /// The style file given, else the one that lies in the dataset's folder.
  private func readStyle() throws -> MapStyle {
    guard let file = look.style ?? MapStyleFile.path(in: input.dataset) else { return MapStyle(MapStyleDraft()) }
    return MapStyle(try MapStyleFile.read(file))
  }

  /// The logos; everything that is wrong with them and with the style stops at once.
  private func checkedLogos(of network: Network, style: inout MapStyle) throws -> [Logo] {
    style.useColors(of: network, theme: look.theme ?? style.options.theme)
    let (logos, problems) = LogoFile.read(style.logos(of: network, dataset: input.dataset), dataset: input.dataset)
    let all = style.problems + problems
    guard all.isEmpty else {
      throw UnreadableInput(all.sorted { ($0.location?.line ?? .max) < ($1.location?.line ?? .max) })
    }
    if !logos.isEmpty, try pictureFormat() == .dot {
      Console.say(
        Localized(
          en: "DOT text holds no pictures, only the places of the logos; draw SVG, PDF or PNG to see them",
          de: "DOT-Text enthält keine Bilder, nur die Plätze der Logos; mit SVG, PDF oder PNG sieht man sie")[.ofHelp])
    }
    return logos
  }

  private func tellFindings(in scene: MapScene, language: Language) throws {
    guard lint else { return }
    let report = LintReport(MapLint(scene))
    switch format {
    case .text:
      for line in report.lines(in: language) { Console.say(line) }
      // Beside a picture on standard output the figures are talk.
      let figures = report.figures(in: language)
      if output == "-" {
        figures.forEach(Console.say)
      } else {
        try Console.write(figures.joined(separator: "\n") + "\n")
      }
    case .json: try Console.write(report.json(in: language).bytes())
    }
    if !report.lint.isClean { throw ExitCode(ExitStatus.findings.rawValue) }
  }

  /// Sizes and colours that are measures of the network, and what is missing in it.
  private func chooseMeasures(
    of network: Network, audience: Audience, language: Language, style: MapStyle, options: inout MapOptions
  ) throws {
    let measurement = Measurement(network, options: MeasureOptions(threads: work.threadCount))
    switch look.size ?? style.size ?? PartnerMeasure.degree.rawValue {
    case "equal": options.isEqualSize = true
    case let key:
      guard let measure = PartnerMeasure(rawValue: key), audience == .internal || !measure.isSensitive else {
        throw Failure(.wrongUsage, MapLookOptions.unknownSize(key))
      }
      let values = try measurement.values(of: measure).map { $0?.magnitude ?? .nan }
      options.size = MapSize(name: measure.header[language], values: values)
    }
    if look.color ?? style.coloring == .community {
      options.communities = try measurement.values(of: .community).map { value in
        if case .integer(let number) = value { number - 1 } else { 0 }
      }
    }
    if options.kind == .gaps {
      // Weak spots of named partners are nobody else's business: the public sees which sectors are missing.
      if audience == .public { options.kind = .sectors } else { options.gaps = MapGaps(network, work: work.work) }
    }
  }

  private func pictureFormat() throws -> MapFormat {
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
