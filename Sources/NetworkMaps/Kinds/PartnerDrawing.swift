/// Partners as marks with their names, ties as curves: what most kinds of map have in common.
struct PartnerDrawing {
  /// How a tie is drawn.
  struct TieLook {
    var color: MapColor
    var width: Double
    var dash = MapDash.solid
    var classes = "tie"
  }

  let plan: MapPlan
  /// Ids of the partners' elements.
  let ids: [String]
  /// Of the discs.
  let radii: [Double]
  /// From a mark's centre to its corners.
  private(set) var extents: [Double]
  let widths: [Double]
  let widthLegend: LegendContent.Scale?
  let pairs: [(source: Int, target: Int)]
  /// Each partner's name, broken into lines in the ways it may be; empty for those that go without.
  var names: [[TextBlock]]
  private(set) var arrangement = Arrangement(centers: [], curves: [], spots: [])

  init(_ plan: MapPlan) throws {
    self.plan = plan
    let input = plan.input
    ids = plan.elementIDs()
    radii = plan.sizes.map(plan.radius)
    extents = zip(radii, plan.groups).map { $0 * plan.palette.mark(of: $1).shape.cornerRadius }
    (widths, widthLegend) = plan.tieWidths()
    pairs = input.ties.map { ($0.source, $0.target) }
    // Every name is measured in one go.
    let fonts = plan.nameFonts()
    let lines = plan.namedPartners().map { (partner: $0, ways: plan.nameLines(input.partners[$0])) }
    try plan.ruler.prepare(lines.flatMap { line in line.ways.joined().map { ($0, fonts[line.partner]) } })
    names = [[TextBlock]](repeating: [], count: input.partners.count)
    for (partner, ways) in lines { names[partner] = try ways.map { try TextBlock($0, fonts[partner], plan.ruler) } }
  }

  /// The ways in which the names of some partners may be broken where they stand in columns.
  ///
  /// - Throws: what measuring throws.
  func columnNames(_ partners: [Int]) throws -> [[TextBlock]] {
    let ways = partners.map { plan.wideNameLines(plan.input.partners[$0]) }
    func font(_ partner: Int) -> MapFont? { names[partner].first?.font }
    try plan.ruler.prepare(
      zip(partners, ways).flatMap { partner, ways in
        font(partner).map { font in ways.joined().map { ($0, font) } } ?? []
      })
    return try zip(partners, ways).map { partner, ways in
      try names[partner] + (font(partner).map { font in try ways.map { try TextBlock($0, font, plan.ruler) } } ?? [])
    }
  }

  func legend(showMissing: Bool = false) -> LegendContent {
    LegendContent(
      heading: plan.options.communities == nil ? plan.words.sector : plan.words.community,
      entries: plan.legendEntries(showMissing: showMissing), sizes: plan.sizeLegend(), widths: widthLegend)
  }

  /// Separates the discs, finds places for names.
  ///
  /// - Parameters:
  ///   - blocked: where no name may lie.
  ///   - stage: where the discs may lie; nil for all the room there is.
  ///   - overlay: ties that are drawn over everything.
  ///   - curves: how the ties run between given places; nil for bows round the discs in its way.
  mutating func arrange(
    _ frame: MapFrame, centers: [MapPoint], isFixed: [Bool], gap: Double, blocked: [MapBox] = [],
    stage: MapBox? = nil, overlay: [(source: Int, target: Int)] = [], curves: (([MapPoint]) -> [MapCurve])? = nil
  ) {
    let count = centers.count
    let problem = Arrangement.Problem(
      radii: extents, isFixed: isFixed, ties: pairs, overlay: overlay, names: names, groups: plan.groups,
      importance: plan.sizes,
      discArea: stage ?? frame.discArea, labelArea: frame.labelArea, blocked: blocked, page: plan.page.box, gap: gap,
      route: curves)
    arrangement =
      count <= 600
      ? Arrangement(problem, centers: centers, rounds: isFixed.allSatisfy { $0 } ? 1 : count <= 80 ? 12 : 6)
      : Arrangement(crowded: problem, centers: centers)
  }

  /// For kinds that draw every partner as a disc.
  mutating func useDiscs() { extents = radii }

  /// Keeps room round some of the marks.
  mutating func widen(_ partners: Set<Int>, by margin: Double) {
    for partner in partners { extents[partner] += margin }
  }

  /// For kinds that place names on their own.
  mutating func take(_ arrangement: Arrangement) { self.arrangement = arrangement }

  /// What has to be said about names that were left out.
  var notes: [String] {
    let count = plan.input.partners.count
    let shown = arrangement.spots.count { $0 != nil }
    guard shown < count else { return [] }
    let words = plan.words
    return [
      words.text(
        "\(shown) of \(words.whole(count)) partners are named, the most central first: "
          + "there is no room for more names on the sheet.",
        "\(shown) von \(words.whole(count)) Partnern sind benannt, die zentralsten zuerst: "
          + "für mehr Namen ist auf dem Blatt kein Platz.")
    ]
  }

  func addAll(to scene: inout MapScene, look: ((Int) -> TieLook)? = nil) {
    addTies(to: &scene, look: look ?? self.look)
    addNodes(to: &scene)
    addNames(to: &scene)
  }

  /// Ties within a sector in its colour, the others grey.
  func look(_ position: Int) -> TieLook {
    let tie = plan.input.ties[position]
    let isDense = plan.input.ties.count > 2000
    let sector = plan.groups[tie.source]
    let isInside = sector != nil && sector == plan.groups[tie.target]
    let isStrong = widths[position] > 2.2
    let color =
      isInside && plan.theme != .bw
      ? plan.theme.visible(plan.palette.mark(of: sector).color).mixed(with: plan.theme.ground, 0.2).opacity(
        isDense ? 0x60 : 0xB4)
      : plan.theme.tie.opacity(isDense ? 0x40 : isStrong ? 0xB0 : 0x80)
    return TieLook(color: color, width: widths[position], classes: isInside ? "tie inside" : "tie")
  }

  /// Ties, the thin ones first.
  func addTies(to scene: inout MapScene, look: (Int) -> TieLook) {
    let input = plan.input
    let looks = input.ties.indices.map(look)
    let isDense = input.ties.count > 2000
    let order = input.ties.indices.sorted { (looks[$0].width, $0) < (looks[$1].width, $1) }
    for position in order {
      let tie = input.ties[position]
      let names = [tie.source, tie.target].map { TextWrap.oneLine(input.partners[$0].name) }
      scene.ties.append(
        MapTie(
          id: "tie-\(ids[tie.source].dropFirst(8))-\(ids[tie.target].dropFirst(8))",
          tooltip: "\(names[0]) – \(names[1])", from: tie.source, to: tie.target,
          curves: [arrangement.curves[position]], color: looks[position].color, width: looks[position].width,
          dash: looks[position].dash, direction: isDense ? .none : tie.direction, classes: looks[position].classes))
    }
  }

  func addNodes(to scene: inout MapScene) {
    for (partner, center) in arrangement.centers.enumerated() {
      scene.nodes.append(plan.node(partner, id: ids[partner], center: center, radius: radii[partner]))
    }
  }

  /// A line from a name in a column to its disc, over the other ties.
  private func addCallout(to scene: inout MapScene, partner: Int, box: MapBox) {
    let center = arrangement.centers[partner]
    scene.nodes[partner].line = plan.theme.ink
    scene.nodes[partner].lineWidth = 1.2
    scene.addLeader([center, Self.calloutFoot(of: box, from: center)], from: partner, theme: plan.theme)
  }

  private static func calloutFoot(of box: MapBox, from center: MapPoint) -> MapPoint {
    MapPoint(x: box.center.x < center.x ? box.right + 5 : box.left - 5, y: box.center.y)
  }

  /// Names with their leader lines, and a halo where a tie runs through them.
  func addNames(to scene: inout MapScene) {
    let ink = InkGrid(curves: arrangement.curves.map { [$0] }, page: plan.page.box)
    for (partner, spot) in arrangement.spots.enumerated() {
      guard let spot else { continue }
      let center = arrangement.centers[partner]
      let leader = spot.leader(from: center, radius: extents[partner])
      if !leader.isEmpty { scene.addLeader(leader, from: partner, theme: plan.theme) }
      if spot.isCallout { addCallout(to: &scene, partner: partner, box: spot.box) }
      let isCrossed = ink.amount(in: spot.box) > 0
      scene.labels.append(
        spot.label(
          .node, color: plan.theme.ink, node: partner, halo: isCrossed ? plan.theme.ground.opacity(0xB8) : nil,
          leader: spot.isCallout ? [center, Self.calloutFoot(of: spot.box, from: center)] : leader))
    }
  }
}

extension LabelSpot {
  func label(
    _ role: MapLabel.Role, color: MapColor, node: Int? = nil, halo: MapColor? = nil, leader: [MapPoint] = []
  ) -> MapLabel {
    MapLabel(
      role: role, lines: block.lines, widths: block.widths, font: block.font, color: color, alignment: alignment,
      box: box, lineHeight: block.lineHeight, halo: halo, node: node, leader: leader)
  }
}
