import ArgumentParser
import NetworkAnalysis
import NetworkFiles
import NetworkMaps
import NetworkModel

/// How a map looks; sensible without a single option. What is not given is left to the style file.
struct MapLookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      help(
        "Take the look from this file: title, logos, colours and more (default: map.yaml in the dataset's folder).",
        de:
          "Das Aussehen aus dieser Datei nehmen: Titel, Logos, Farben und mehr (Vorgabe: map.yaml im Ordner der Daten)."
      ), valueName: "file"))
  var style: String?

  @Option(
    help: ArgumentHelp(
      help("Draw this kind of map (default: network).", de: "Diese Art Karte zeichnen (Vorgabe: network)."),
      valueName: "kind"))
  var kind: MapKind?

  @Option(
    help: ArgumentHelp(
      help(
        "Arrange the partners by this layout (default: chosen by size).",
        de: "Die Partner so anordnen (Vorgabe: nach der Größe gewählt)."),
      valueName: "layout"))
  var layout: MapLayout?

  @Option(
    help: ArgumentHelp(
      help(
        "Size the partners by a measure, or equal (default: degree).",
        de: "Die Größe der Partner nach einer Kennzahl, oder equal für alle gleich (Vorgabe: degree)."),
      valueName: "measure"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Draw ties as wide as their strength, trust, or none (default: strength).",
        de: "Linienbreite nach Stärke (strength), Vertrauen (trust) oder keiner (none) (Vorgabe: strength)."),
      valueName: "what"))
  var width: MapWidth?

  @Option(
    help: ArgumentHelp(
      help(
        "Colour the partners by sector or community (default: sector).",
        de: "Die Farbe nach Sektor (sector) oder Gruppe (community) (Vorgabe: sector)."), valueName: "what"))
  var color: MapColoring?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      help("Draw a hull around each sector (default: no).", de: "Um jeden Sektor eine Hülle zeichnen (Vorgabe: nein).")
    ))
  var hulls: Bool?

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Keep the partners of a sector together so strongly, 0 to 1; at 0 only ties count (default: 1).",
        de:
          "Die Partner eines Sektors so stark beisammenhalten, 0 bis 1; bei 0 zählen nur die Beziehungen (Vorgabe: 1)."
      ), valueName: "pull"))
  var sectorPull: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Look from this partner, an id (ego and onion; default: the lead).",
        de: "Von diesem Partner aus sehen, eine ID (ego und onion; Vorgabe: die Leitung)."), valueName: "id"))
  var partner: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Write full or short names (default: short).",
        de: "Ganze (full) oder kurze (short) Namen schreiben (Vorgabe: short)."), valueName: "which"))
  var labels: MapLabels?

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Name at most n partners (default: as many as the sheet bears).",
        de: "Höchstens n Partner benennen (Vorgabe: so viele das Blatt fasst)."), valueName: "n"))
  var maxLabels: Int?

  @Option(
    help: ArgumentHelp(
      help(
        "Fit this paper: a4, a3, a1, 16:9 or square, with -portrait or -landscape (default: a4-landscape).",
        de: "Für dieses Papier: a4, a3, a1, 16:9 oder square, mit -portrait oder -landscape (Vorgabe: a4-landscape)."),
      valueName: "paper"))
  var paper: String?

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Draw PNG with so many pixels an inch, 20 to 1200 (default: 200).",
        de: "PNG mit so vielen Pixeln je Zoll zeichnen, 20 bis 1200 (Vorgabe: 200)."), valueName: "dpi"))
  var dpi: Int = 200

  @Option(
    help: ArgumentHelp(
      help("Use this theme (default: print).", de: "Dieses Aussehen verwenden (Vorgabe: print)."), valueName: "theme"))
  var theme: MapTheme?

  @Option(help: ArgumentHelp(help("Write this title.", de: "Diesen Titel schreiben."), valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp(help("Write this subtitle.", de: "Diesen Untertitel schreiben."), valueName: "text"))
  var subtitle: String?

  @Option(help: ArgumentHelp(help("Name this source.", de: "Diese Quelle nennen."), valueName: "text"))
  var source: String?

  @Option(
    help: ArgumentHelp(help("Write this date of the data.", de: "Diesen Stand der Daten schreiben."), valueName: "text")
  )
  var date: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Put partners where this file says: CSV with id,x,y in shares of the drawing (0 to 1).",
        de: "Partner dorthin setzen, wo diese Datei es sagt: CSV mit id,x,y in Anteilen der Zeichenfläche (0 bis 1)."),
      valueName: "file"))
  var positions: String?

  @Option(
    help: ArgumentHelp(
      help(
        "Write the positions of the partners to this file.", de: "Die Positionen der Partner in diese Datei schreiben."),
      valueName: "file"))
  var writePositions: String?

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Draw another picture of the same data (default: 1).",
        de: "Ein anderes Bild derselben Daten zeichnen (Vorgabe: 1)."), valueName: "n"))
  var seed: Int?

  func validate() throws {
    if let paper, MapSheet(paper) == nil {
      throw ValidationError(
        help(
          "There is no paper \(paper); use a4, a3, a1, 16:9 or square.",
          de: "Das Papier \(paper) gibt es nicht; nehmen Sie a4, a3, a1, 16:9 oder square."))
    }
    if let size, size != "equal", PartnerMeasure(rawValue: size) == nil || size == "sector" {
      throw ValidationError(Self.unknownSize(size)[.ofHelp])
    }
    if let maxLabels, maxLabels < 0 {
      throw ValidationError(help("--max-labels is 0 or more.", de: "--max-labels ist 0 oder mehr."))
    }
    if let seed, UInt32(exactly: seed) == nil {
      throw ValidationError(
        help(
          "--seed is a whole number from 0 to \(UInt32.max).", de: "--seed ist eine ganze Zahl von 0 bis \(UInt32.max)."
        ))
    }
    if let sectorPull, MapOptions.sectorPull(sectorPull) == nil {
      throw ValidationError(
        help(
          "--sector-pull is a number from 0 to 1, such as 0.5.",
          de: "--sector-pull ist eine Zahl von 0 bis 1, zum Beispiel 0,5."))
    }
  }

  static func unknownSize(_ key: String) -> Localized {
    // What marks weak spots is left out of the proposals, as a public map may not show it.
    let keys = PartnerMeasure.allCases.filter { $0 != .sector && !$0.isSensitive }.map(\.rawValue)
      .joined(separator: ", ")
    return Localized(
      en: "Partners cannot be sized by \(key) here; use equal or one of \(keys).",
      de: "Die Größe kann sich hier nicht nach \(key) richten; nehmen Sie equal oder eines von \(keys).")
  }

  /// What the style asks for, changed where an option is given.
  func options(changing style: MapStyle, language: Language) throws -> MapOptions {
    var options = style.options
    if let kind { options.kind = kind }
    if let layout { options.layout = layout }
    if let partner { options.partner = partner }
    if let width { options.width = width }
    if let hulls { options.showsHulls = hulls }
    if let labels { options.labels = labels }
    if let maxLabels { options.maxLabels = maxLabels }
    if let sheet = paper.flatMap(MapSheet.init) {
      options.paper = sheet.paper
      options.orientation = sheet.orientation ?? options.orientation
    }
    if let theme { options.theme = theme }
    if let title { options.title = title }
    if let subtitle { options.subtitle = subtitle }
    if let source { options.source = source }
    if let date { options.date = date }
    if let seed { options.seed = UInt32(seed) }
    if let pull = sectorPull.flatMap(MapOptions.sectorPull) { options.sectorPull = pull }
    options.language = language
    if let positions { options.positions = try MapPositions.read(positions) }
    return options
  }
}

extension MapKind: ExpressibleByArgument {
  /// `change` needs two networks, and the command that compares them is not there yet.
  public static var allValueStrings: [String] { allCases.filter { $0 != .change }.map(\.rawValue) }

  public init?(argument: String) {
    guard let kind = MapKind(rawValue: argument), kind != .change else { return nil }
    self = kind
  }
}
extension MapLayout: NamedChoice {}
extension MapWidth: NamedChoice {}
extension MapLabels: NamedChoice {}
extension MapTheme: NamedChoice {}
extension MapColoring: NamedChoice {}
