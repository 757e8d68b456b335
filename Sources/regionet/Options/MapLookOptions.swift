import ArgumentParser
import NetworkAnalysis
import NetworkFiles
import NetworkMaps
import NetworkModel

/// How a map looks; sensible without a single option.
struct MapLookOptions: ParsableArguments {
  enum Color: String, CaseIterable, ExpressibleByArgument { case sector, community }

  @Option(
    help: ArgumentHelp(
      help("Draw this kind of map (default: network).", de: "Diese Art Karte zeichnen (Vorgabe: network)."),
      valueName: "kind"))
  var kind: MapKind = .network

  @Option(
    help: ArgumentHelp(
      help(
        "Arrange the partners by this layout (default: chosen by size).",
        de: "Die Partner so anordnen (Vorgabe: nach der Größe gewählt)."),
      valueName: "layout"))
  var layout: MapLayout = .automatic

  @Option(
    help: ArgumentHelp(
      help(
        "Size the partners by a measure, or equal (default: degree).",
        de: "Die Größe der Partner nach einer Kennzahl, oder equal für alle gleich (Vorgabe: degree)."),
      valueName: "measure"))
  var size: String = "degree"

  @Option(
    help: ArgumentHelp(
      help(
        "Draw ties as wide as their strength, trust, or none (default: strength).",
        de: "Linienbreite nach Stärke (strength), Vertrauen (trust) oder keiner (none) (Vorgabe: strength)."),
      valueName: "what"))
  var width: MapWidth = .strength

  @Option(
    help: ArgumentHelp(
      help(
        "Colour the partners by sector or community (default: sector).",
        de: "Die Farbe nach Sektor (sector) oder Gruppe (community) (Vorgabe: sector)."), valueName: "what"))
  var color: Color = .sector

  @Flag(
    help: ArgumentHelp(
      help("Draw a hull around each sector.", de: "Um jeden Sektor eine Hülle zeichnen.")))
  var hulls = false

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
  var labels: MapLabels = .short

  @Option(
    help: ArgumentHelp(
      help(
        "Name at most n partners (default: as many as the sheet bears).",
        de: "Höchstens n Partner benennen (Vorgabe: so viele das Blatt fasst)."), valueName: "n"))
  var maxLabels: Int?

  @Option(
    help: ArgumentHelp(
      help(
        "Fit this paper: a4, a3, a1, 16:9 or square, each with -portrait for upright (default: a4).",
        de: "Für dieses Papier: a4, a3, a1, 16:9 oder square, mit -portrait für Hochformat (Vorgabe: a4)."),
      valueName: "paper"))
  var paper: String = "a4"

  @Option(
    help: ArgumentHelp(
      help(
        "Draw PNG with so many pixels an inch, 20 to 1200 (default: 200).",
        de: "PNG mit so vielen Pixeln je Zoll zeichnen, 20 bis 1200 (Vorgabe: 200)."), valueName: "dpi"))
  var dpi: Int = 200

  @Option(
    help: ArgumentHelp(
      help("Use this theme (default: print).", de: "Dieses Aussehen verwenden (Vorgabe: print)."), valueName: "theme"))
  var theme: MapTheme = .print

  @Option(help: ArgumentHelp(help("Write this title.", de: "Diesen Titel schreiben."), valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp(help("Write this subtitle.", de: "Diesen Untertitel schreiben."), valueName: "text"))
  var subtitle: String?

  @Option(help: ArgumentHelp(help("Name this source.", de: "Diese Quelle nennen."), valueName: "text"))
  var source: String?

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
    help: ArgumentHelp(
      help(
        "Draw another picture of the same data (default: 1).",
        de: "Ein anderes Bild derselben Daten zeichnen (Vorgabe: 1)."), valueName: "n"))
  var seed: UInt32 = 1

  func validate() throws {
    if sheet == nil {
      throw ValidationError(
        help(
          "There is no paper \(paper); use a4, a3, a1, 16:9 or square.",
          de: "Das Papier \(paper) gibt es nicht; nehmen Sie a4, a3, a1, 16:9 oder square."))
    }
    if size != "equal", PartnerMeasure(rawValue: size) == nil || size == "sector" {
      throw ValidationError(Self.unknownSize(size)[.ofHelp])
    }
    if let maxLabels, maxLabels < 0 {
      throw ValidationError(help("--max-labels is 0 or more.", de: "--max-labels ist 0 oder mehr."))
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

  private var sheet: (MapPaper, MapOrientation)? {
    let isPortrait = paper.hasSuffix("-portrait")
    let name = isPortrait ? String(paper.dropLast("-portrait".count)) : paper
    return MapPaper(rawValue: name).map { ($0, isPortrait ? .portrait : .landscape) }
  }

  func options(language: Language) throws -> MapOptions {
    var options = MapOptions()
    options.kind = kind
    options.layout = layout
    options.partner = partner
    options.width = width
    options.showsHulls = hulls
    options.labels = labels
    options.maxLabels = maxLabels
    if let (paper, orientation) = sheet {
      options.paper = paper
      options.orientation = orientation
    }
    options.theme = theme
    options.title = title
    options.subtitle = subtitle
    options.source = source
    options.language = language
    options.seed = seed
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
extension MapLayout: ExpressibleByArgument {}
extension MapWidth: ExpressibleByArgument {}
extension MapLabels: ExpressibleByArgument {}
extension MapTheme: ExpressibleByArgument {}
