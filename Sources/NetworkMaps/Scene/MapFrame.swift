import NetworkModel

/// What a legend explains.
struct LegendContent {
  struct Entry {
    var name: String
    var mark: MapPalette.Mark
    var count: Int?
    var isMissing = false
  }

  struct Scale {
    var title: String
    /// From small to large: what it says, and the radius or the width it has.
    var steps: [(text: String, amount: Double)]
    /// Where the legend's drawing is not to scale.
    var note: String?
  }

  struct Sample {
    var text: String
    var color: MapColor
    var width: Double
    var dash: MapDash
  }

  var heading: String
  var entries: [Entry] = []
  var sizes: Scale?
  var widths: Scale?
  var samples: [Sample] = []
}

/// What stands at the foot of the sheet.
struct FootContent {
  /// Source, day and funding, a line each; none is cut.
  var lines: [String]
  var logos: [Logo] = []
  var side = MapLogoSide.right
}

/// Title, subtitle, legend, source and logos, and the room that is left between them.
struct MapFrame {
  static let margin = 46.0

  let page: MapScene.Page
  let theme: MapTheme
  private(set) var shapes: [MapShape] = []
  private(set) var labels: [MapLabel] = []
  private(set) var legend = MapLegend()
  private(set) var logos: [MapLogo] = []
  /// For names.
  private(set) var labelArea: MapBox

  /// For discs: leaves room for names at the sides.
  var discArea: MapBox {
    labelArea.inset(min(64, labelArea.width * 0.07), min(30, labelArea.height * 0.05))
  }

  /// The sheet in units: every sheet has the area of 1500 × 1000, so that sizes mean the same on all of them.
  static func page(_ paper: MapPaper, _ orientation: MapOrientation) -> MapScene.Page {
    let size = paper.size
    let (width, height) =
      orientation == .landscape ? (size.long, size.short) : (size.short, size.long)
    let scale = (width * height / 1_500_000).squareRoot()
    return MapScene.Page(width: width / scale, height: height / scale, scale: scale)
  }

  init(
    page: MapScene.Page, theme: MapTheme, title: String, subtitle: String, aid: String = "", foot: FootContent,
    legend content: LegendContent,
    ruler: TextRuler
  ) throws {
    self.page = page
    self.theme = theme
    let width = page.width - 2 * Self.margin
    labelArea = page.box.inset(Self.margin * 0.6, 0)

    var top = 34.0
    let titleFont = MapFont(family: MapTheme.fontFamily, weight: .black, size: 30)
    let subtitleFont = MapFont(family: MapTheme.fontFamily, size: 15)
    for (text, font, role, color, lines) in [
      (title, titleFont, MapLabel.Role.title, theme.ink, 2), (subtitle, subtitleFont, .subtitle, theme.muted, 3),
      (aid, subtitleFont, .subtitle, theme.muted, 3),
    ] where !text.isEmpty {
      let block = try Self.block(text, font, width: width, lines: lines, ruler)
      labels.append(block.label(role, at: MapPoint(x: Self.margin, y: top), color: color))
      top += block.height + (role == .title ? 13 : 6)
    }
    labelArea.top = top + 12

    try add(foot, ruler)

    let isBeside = page.width > page.height * 1.15
    var builder = LegendBuilder(theme: theme, ruler: ruler)
    if isBeside {
      let box = try builder.column(content, height: labelArea.height - 10)
      let corner = MapPoint(x: page.width - Self.margin - box.width, y: labelArea.top + 14)
      place(builder, at: corner, size: box)
      labelArea.right = corner.x - 22
    } else {
      let box = try builder.row(content, width: width)
      let corner = MapPoint(x: Self.margin, y: labelArea.bottom - box.height - 4)
      place(builder, at: corner, size: box)
      labelArea.bottom = corner.y - 16
    }
  }

  /// Text on one side and logos on the other; what is left above is for the map.
  private mutating func add(_ foot: FootContent, _ ruler: TextRuler) throws {
    let width = page.width - 2 * Self.margin
    let strip = LogoStrip(foot.logos, room: width * 0.6)
    let textWidth = foot.logos.isEmpty ? width : width - strip.width - 40
    let left = Self.margin + (foot.side == .left ? width - textWidth : 0)
    var bottom = page.height - 24
    let font = MapFont(family: MapTheme.fontFamily, size: 10.8)
    for text in foot.lines.reversed() where !text.isEmpty {
      let block = try Self.block(text, font, width: textWidth, lines: 12, ruler)
      bottom -= block.height
      labels.append(block.label(.source, at: MapPoint(x: left, y: bottom), color: theme.muted))
      bottom -= 5
    }
    labelArea.bottom = bottom - 8
    guard !foot.logos.isEmpty else { return }
    let pad = theme.logoGround == nil ? 0.0 : 10
    let corner = MapPoint(
      x: foot.side == .left ? Self.margin + pad : page.width - Self.margin - strip.width - pad,
      y: page.height - 24 - strip.height)
    logos = strip.placed(at: corner, side: foot.side)
    if let ground = theme.logoGround {
      let box = MapBox(
        left: corner.x, top: corner.y, right: corner.x + strip.width, bottom: corner.y + strip.height)
      shapes.append(.plate(box.inset(-pad, -pad), radius: 6, fill: ground))
    }
    labelArea.bottom = min(labelArea.bottom, corner.y - pad - 12)
  }

  private mutating func place(_ builder: LegendBuilder, at corner: MapPoint, size: MapBox) {
    shapes += builder.shapes.map { $0.moved(by: corner) }
    labels += builder.labels.map { label in
      var label = label
      label.box = label.box.moved(by: corner)
      return label
    }
    legend = builder.legend
    legend.box = size.moved(by: corner)
  }

  /// The text in as many lines as it needs, `lines` at the most.
  private static func block(
    _ text: String, _ font: MapFont, width: Double, lines: Int, _ ruler: TextRuler
  ) throws -> TextBlock {
    let line = TextWrap.oneLine(text)
    let whole = try ruler.size(line, font).width
    guard whole > width else { return try TextBlock([line], font, ruler) }
    var limit = max(8, Int(Double(line.count) * width / whole))
    while true {
      let block = try TextBlock(TextWrap.wrap(line, lines: lines, limit: limit), font, ruler)
      if block.width <= width || limit <= 8 { return block }
      limit -= max(1, limit / 20)
    }
  }
}

extension MapShape {
  func moved(by step: MapPoint) -> MapShape {
    switch self {
    case .polygon(let points, let fill, let line, let width, let dash):
      .polygon(points.map { $0 + step }, fill: fill, line: line, width: width, dash: dash)
    case .polyline(let points, let line, let width, let dash):
      .polyline(points.map { $0 + step }, line: line, width: width, dash: dash)
    case .disc(let center, let radius, let fill, let line, let width, let dash):
      .disc(center: center + step, radius: radius, fill: fill, line: line, width: width, dash: dash)
    }
  }

  /// The shape of a sector as an area, its corners at `radius`.
  static func mark(
    _ shape: Sector.Shape, center: MapPoint, radius: Double, fill: MapColor?, line: MapColor?, width: Double,
    dash: MapDash = .solid
  ) -> MapShape {
    let corners: (count: Int, turn: Double)
    switch shape {
    case .circle: return .disc(center: center, radius: radius, fill: fill, line: line, width: width, dash: dash)
    case .square: corners = (4, .pi / 4)
    case .diamond: corners = (4, 0)
    case .triangle: corners = (3, -.pi / 2)
    case .pentagon: corners = (5, -.pi / 2)
    case .hexagon: corners = (6, 0)
    case .octagon: corners = (8, .pi / 8)
    case .star: corners = (10, -.pi / 2)
    }
    let points = (0..<corners.count).map { k in
      let reach = shape == .star && k % 2 == 1 ? radius * 0.382 : radius
      return center + MapPoint(angle: corners.turn + Double(k) * 2 * .pi / Double(corners.count), length: reach)
    }
    return .polygon(points, fill: fill, line: line, width: width, dash: dash)
  }
}
