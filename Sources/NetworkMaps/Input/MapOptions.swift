import NetworkModel

/// What a map shows.
public enum MapKind: String, Sendable, Hashable, CaseIterable {
  /// Partners and ties.
  case network
  /// One disc a sector, ties between sectors with their numbers, missing sectors dashed.
  case sectors
  /// Sectors as segments of a circle, the lead in the middle, the more central the nearer.
  case wheel
  /// One island a sector.
  case islands
  /// Rings of distance from the lead, or from `MapOptions.partner`.
  case onion
  /// `MapOptions.partner` and its neighbours, the stronger the nearer.
  case ego
  /// Partners and projects.
  case projects
  /// Partners and meetings.
  case meetings
  /// Partners at their coordinates.
  case geo
  /// The network in grey with what is missing on top.
  case gaps
  /// Two states of a network: what stayed, came and went.
  case change
}

/// Sheets of paper and screens; sizes in points.
public enum MapPaper: String, Sendable, Hashable, CaseIterable {
  case a4, a3, a1
  case wide = "16:9"
  case square

  var size: (long: Double, short: Double) {
    switch self {
    case .a4: (841.89, 595.276)
    case .a3: (1190.551, 841.89)
    case .a1: (2383.937, 1683.78)
    case .wide: (960, 540)
    case .square: (720, 720)
    }
  }
}

public enum MapOrientation: String, Sendable, Hashable, CaseIterable { case landscape, portrait }

/// How partners are arranged.
public enum MapLayout: String, Sendable, Hashable, CaseIterable {
  /// `neato` for up to a few hundred partners, `stress` beyond.
  case automatic
  /// Our own: distances on paper like distances in the network.
  case stress
  case neato, sfdp, dot, circo, twopi
}

public enum MapWidth: String, Sendable, Hashable, CaseIterable { case strength, trust, none }

public enum MapLabels: String, Sendable, Hashable, CaseIterable {
  /// The whole name, on up to four lines.
  case full
  /// The short name where there is one; else the name on up to three lines, cut where it is longer.
  case short
}

/// A number for each partner that decides how large it is drawn.
public struct MapSize: Sendable, Hashable {
  /// What the legend calls it.
  public var name: String
  /// One a partner, none below 0; NaN where it is not defined, drawn as 0.
  public var values: [Double]

  public init(name: String, values: [Double]) {
    self.name = name
    self.values = values
  }
}

/// Two partners of a map, by position.
public struct MapPair: Sendable, Hashable {
  public var a: Int
  public var b: Int

  public init(_ a: Int, _ b: Int) {
    self.a = a
    self.b = b
  }
}

/// What is missing in a network; partners by position.
public struct MapGaps: Sendable, Hashable {
  public typealias Tie = MapPair

  /// New ties that would help most.
  public var suggestedTies: [MapPair] = []
  /// Partners without whom the network falls apart.
  public var cutPartners: [Int] = []
  /// Partners with a need that nobody meets, and its topic.
  public var unmetNeeds: [(partner: Int, topic: String)] {
    get { needs.map { ($0.partner, $0.topic) } }
    set { needs = newValue.map { Need(partner: $0.partner, topic: $0.topic) } }
  }
  private struct Need: Sendable, Hashable {
    var partner: Int
    var topic: String
  }
  private var needs: [Need] = []

  public init() {}
}

/// Where the colours of sectors come from.
public enum MapPaletteChoice: Sendable, Hashable {
  /// From the sector template; sectors without one there have those of `distinct`.
  case template
  /// Our own, whatever the template says.
  case distinct
  /// These, in the order of the sectors, and from the beginning again where they are too few.
  case colors([MapColor])
}

/// How a map is to look. The default is sensible for any network.
public struct MapOptions: Sendable, Hashable {
  public var kind = MapKind.network
  public var layout = MapLayout.automatic
  /// The id of the partner that `ego` and `onion` look from; nil: the lead.
  public var partner: String?
  /// What `change` shows; from `MapInput.comparing`.
  public var changes = MapChanges()
  /// What `gaps` shows.
  public var gaps = MapGaps()
  /// nil: the number of partners each is tied to.
  public var size: MapSize?
  /// Whether all partners are drawn alike.
  public var isEqualSize = false
  public var width = MapWidth.strength
  /// Colours by community in place of sector: one number a partner, from 0.
  public var communities: [Int]?
  public var showsHulls = false
  public var labels = MapLabels.short
  /// At most so many names; nil: as many as the sheet bears.
  public var maxLabels: Int?
  public var paper = MapPaper.a4
  public var orientation = MapOrientation.landscape
  public var theme = MapTheme.print
  public var title: String?
  public var subtitle: String?
  public var source: String?
  /// The day of the data, as it is to be written.
  public var date: String?
  public var funding: String?
  public var logos: [Logo] = []
  public var logoSide = MapLogoSide.right
  public var palette = MapPaletteChoice.template
  /// Colours by sector id, before those of the palette.
  public var colors: [String: MapColor] = [:]
  /// How strongly the layout keeps the partners of a sector together, 0 ... 1; at 0 only ties count.
  public var sectorPull = 1.0
  public var language: Language?
  public var seed: UInt32 = 1
  /// Places by partner id, in shares of the drawing area; partners in it stay where they are put.
  public var positions: [String: MapPoint] = [:]

  public init() {}

  /// A sector pull as people write it, with a point or a comma; nil where it is none.
  public static func sectorPull(_ text: String) -> Double? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let pull = Double(parts.joined(separator: ".")), (0...1).contains(pull) else { return nil }
    return pull
  }
}

/// A map and what has to be said about it.
public struct MapResult: Sendable {
  public let scene: MapScene
  /// What was left out or made coarser on purpose, in the map's language.
  public let notes: [String]
  /// Where each partner lies, by id, in shares of the drawing area: to be read back through `MapOptions.positions`.
  public let positions: [String: MapPoint]
}
