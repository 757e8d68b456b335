import NetworkModel

/// A finished picture as a plain value: everything has its place, colour and size, and nothing is left to decide.
///
/// Between laying out and drawing, so that a picture can be measured (`MapLint`), tested and drawn in any format.
/// Coordinates are in units of the page, from its top left corner, y downwards.
public struct MapScene: Sendable, Hashable {
  /// The sheet.
  public struct Page: Sendable, Hashable {
    /// In units.
    public let width: Double
    /// In units.
    public let height: Double
    /// Points (1/72 inch) a unit.
    public let scale: Double

    public var box: MapBox { MapBox(left: 0, top: 0, right: width, bottom: height) }

    public init(width: Double, height: Double, scale: Double) {
      self.width = width
      self.height = height
      self.scale = scale
    }
  }

  public var page: Page
  public var language: Language
  public var ground: MapColor
  public var title: String
  /// What the picture shows, in a sentence or two; for people who do not see it.
  public var summary: String
  /// Under everything else, in this order.
  public var shapes: [MapShape] = []
  public var ties: [MapTie] = []
  public var nodes: [MapNode] = []
  public var labels: [MapLabel] = []
  public var legend = MapLegend()
  /// The areas of sectors, for measuring; their drawing is shapes like any other.
  public var areas: [MapArea] = []
  /// At the foot; over everything else.
  public var logos: [MapLogo] = []
  /// Where the data come from; nil where nobody has said it.
  public var source: String?
  /// The day of the data; nil where nobody has said it.
  public var date: String?
  /// What whoever pays wants to read; on the sheet, and not cut.
  public var funding: String?

  public init(page: Page, language: Language, ground: MapColor, title: String, summary: String) {
    self.page = page
    self.language = language
    self.ground = ground
    self.title = title
    self.summary = summary
  }
}

public enum MapDash: String, Sendable, Hashable, CaseIterable { case solid, dashed, dotted }

/// An area or a line under the ties.
public enum MapShape: Sendable, Hashable {
  case polygon([MapPoint], fill: MapColor?, line: MapColor?, width: Double, dash: MapDash)
  case polyline([MapPoint], line: MapColor, width: Double, dash: MapDash)
  case disc(center: MapPoint, radius: Double, fill: MapColor?, line: MapColor?, width: Double, dash: MapDash)
}

/// A tie as it is drawn: one or more curves, each beginning where the last one ends.
public struct MapTie: Sendable, Hashable {
  /// Unique among the ties; in the SVG the element's id.
  public var id: String
  public var tooltip: String
  /// Positions in `MapScene.nodes`.
  public var ends: [Int]
  public var curves: [MapCurve]
  public var color: MapColor
  public var width: Double
  public var dash: MapDash
  /// Where it has arrowheads.
  public var direction: MapInput.Tie.Direction
  /// Words for style sheets, such as `tie` or `suggested`.
  public var classes: String

  public init(
    id: String, tooltip: String, from: Int, to: Int, curves: [MapCurve], color: MapColor, width: Double,
    dash: MapDash = .solid, direction: MapInput.Tie.Direction = .none, classes: String = "tie"
  ) {
    self.direction = direction
    self.id = id
    self.tooltip = tooltip
    ends = [from, to]
    self.curves = curves
    self.color = color
    self.width = width
    self.dash = dash
    self.classes = classes
  }
}

/// A partner, a sector, a project: a mark with a place.
public struct MapNode: Sendable, Hashable {
  /// Unique among the nodes; in the SVG the element's id.
  public var id: String
  public var tooltip: String
  public var center: MapPoint
  /// From the centre to the farthest corner.
  public var radius: Double
  public var shape: Sector.Shape
  public var fill: MapColor
  public var line: MapColor
  public var lineWidth: Double
  public var dash: MapDash
  public var classes: String

  public init(
    id: String, tooltip: String, center: MapPoint, radius: Double, shape: Sector.Shape = .circle, fill: MapColor,
    line: MapColor, lineWidth: Double, dash: MapDash = .solid, classes: String
  ) {
    self.id = id
    self.tooltip = tooltip
    self.center = center
    self.radius = radius
    self.shape = shape
    self.fill = fill
    self.line = line
    self.lineWidth = lineWidth
    self.dash = dash
    self.classes = classes
  }
}

/// An area round the partners of a sector.
public struct MapArea: Sendable, Hashable {
  public var name: String
  /// Its corners, in order.
  public var rim: [MapPoint]
  /// Whether it may touch no other.
  public var isIsland: Bool

  public init(name: String, rim: [MapPoint], isIsland: Bool) {
    self.name = name
    self.rim = rim
    self.isIsland = isIsland
  }

  /// Whether the two cover a point in common.
  func overlaps(_ other: MapArea) -> Bool {
    func isInside(_ point: MapPoint, _ rim: [MapPoint]) -> Bool {
      MapShape.polygon(rim, fill: nil, line: nil, width: 0, dash: .solid).contains(point)
    }
    return rim.contains { isInside($0, other.rim) } || other.rim.contains { isInside($0, rim) }
      || zip(rim, rim.dropFirst() + rim.prefix(1)).contains { a, b in
        zip(other.rim, other.rim.dropFirst() + other.rim.prefix(1)).contains { c, d in segmentsCross(a, b, c, d) }
      }
  }
}

public enum MapAlignment: String, Sendable, Hashable, CaseIterable { case left, center, right }

/// Text with the room it takes.
public struct MapLabel: Sendable, Hashable {
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case title, subtitle, source, legend
    /// The name of a node.
    case node
    /// The name of an area.
    case area
    /// A number on a node or a tie.
    case number
  }

  public var role: Role
  public var lines: [String]
  /// How wide each line is.
  public var widths: [Double]
  public var font: MapFont
  public var color: MapColor
  public var alignment: MapAlignment
  /// What the eye sees of the text: from the top of the capitals to the lowest letters.
  public var box: MapBox
  /// From line to line.
  public var lineHeight: Double
  /// Behind the text, where a tie would run through it.
  public var halo: MapColor?
  /// Position of the node it names or stands on.
  public var node: Int?
  /// The line from what it names to it; empty where it has none.
  public var leader: [MapPoint]

  public init(
    role: Role, lines: [String], widths: [Double], font: MapFont, color: MapColor, alignment: MapAlignment,
    box: MapBox, lineHeight: Double, halo: MapColor? = nil, node: Int? = nil, leader: [MapPoint] = []
  ) {
    self.leader = leader
    self.role = role
    self.lines = lines
    self.widths = widths
    self.font = font
    self.color = color
    self.alignment = alignment
    self.box = box
    self.lineHeight = lineHeight
    self.halo = halo
    self.node = node
  }

  var leaderLength: Double { zip(leader, leader.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }
}

/// What the legend explains, for measuring; its drawing is shapes and labels like any other.
public struct MapLegend: Sendable, Hashable {
  public struct Sector: Sendable, Hashable {
    public let name: String
    public let color: MapColor
    public let shape: NetworkModel.Sector.Shape
    public let isMissing: Bool
  }

  public var box: MapBox?
  public var sectors: [Sector] = []
  public var explainsSizes = false
  public var explainsWidths = false
  public var explainsDashes = false

  public init() {}
}
