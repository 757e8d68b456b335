import NetworkModel

/// How good a map is on paper, by measurement.
public struct MapLint: Sendable, Hashable {
  /// Pairs of texts that touch.
  public private(set) var labelLabel: [String] = []
  /// Texts that cover a node.
  public private(set) var labelNode: [String] = []
  /// Names with the line to another name running through them.
  public private(set) var leaderLabel: [String] = []
  /// Names that lie nearer to another node than to their own, with no line to tell that can be seen as one.
  public private(set) var ambiguous: [String] = []
  /// Names and nodes that reach into the legend.
  public private(set) var labelLegend: [String] = []
  /// Texts and nodes that leave the page.
  public private(set) var outsidePage: [String] = []
  /// Pairs of islands that overlap.
  public private(set) var areaArea: [String] = []
  /// Texts below 6 points on the chosen paper.
  public private(set) var smallText: [MeasuredText] = []
  /// Texts whose contrast with what lies beneath is below 4.5:1.
  public private(set) var lowContrast: [MeasuredText] = []
  /// Marks that differ from the ground by less than 3:1, neither by their colour nor by their rim.
  public private(set) var paleMarks: [MeasuredText] = []
  /// Texts, nodes and logos that touch a logo.
  public private(set) var onLogo: [String] = []
  /// Logos of pixels that are too coarse for the chosen paper, with their pixels an inch.
  public private(set) var coarseLogo: [MeasuredText] = []
  /// Nodes that overlap another.
  public private(set) var nodeNode: [String] = []
  /// Ties that run through a node which is not their end; as few as possible, not always none.
  public private(set) var tieNode = 0
  /// Partners that are drawn without their names: few, and said in a note.
  public private(set) var unnamed = 0
  /// What the picture uses and the legend, the title or the last line does not say.
  public private(set) var unexplained: [Unexplained] = []
  /// The smallest difference between two sectors' colours, by CIEDE2000, for each kind of colour vision; empty where
  /// there are not two sectors.
  public private(set) var colorDifference: [ColorVision: Double] = [:]
  /// Sectors that cannot be told apart without colour: their shapes are the same.
  public private(set) var alikeWithoutColor = 0

  public private(set) var smallestText = Double.infinity
  public private(set) var smallestContrast = Double.infinity

  /// Measures a scene.
  ///
  /// - Complexity: O(labels² + labels · nodes + ties · nodes near them).
  public init(_ scene: MapScene) {
    measureLabels(of: scene)
    measureNodes(of: scene)
    measureAreas(of: scene)
    measureTies(of: scene)
    measureText(of: scene)
    measureLegend(of: scene)
    measureLogos(of: scene)
    measureImprint(of: scene)
  }

  /// Fewer pixels an inch show in print.
  private static let coarsest = 150.0

  private mutating func measureLogos(of scene: MapScene) {
    for (i, placed) in scene.logos.enumerated() {
      let name = placed.logo.name
      let box = placed.box.inset(Self.tolerance, Self.tolerance)
      if !scene.page.box.contains(box) { outsidePage.append(name) }
      onLogo += scene.labels.filter { box.overlap($0.box) > 0 }.map { "\($0.text) / \(name)" }
      onLogo += scene.nodes.filter { box.depth(ofDisc: $0.center, radius: $0.radius) > 0 }.map {
        "\($0.tooltip) / \(name)"
      }
      onLogo += scene.logos[(i + 1)...].filter { box.overlap($0.box) > 0 }.map { "\($0.logo.name) / \(name)" }
      let resolution = placed.logo.width / (placed.box.width * scene.page.scale / 72)
      if placed.logo.format == .png, resolution < Self.coarsest {
        coarseLogo.append(MeasuredText(text: name, value: resolution.rounded()))
      }
    }
  }

  /// Source, day and funding: a picture travels without the mail it came in.
  private mutating func measureImprint(of scene: MapScene) {
    // Lines may break a word with a hyphen.
    func letters(_ text: String) -> String { String(text.filter { $0 != " " && $0 != "-" }) }
    let lines = scene.labels.filter { $0.role == .source }.map { letters($0.text) }
    func isThere(_ text: String?) -> Bool {
      guard let text, !text.isEmpty else { return false }
      return lines.contains { $0.contains(letters(text)) }
    }
    if !isThere(scene.source) { unexplained.append(.source) }
    if !isThere(scene.date) { unexplained.append(.date) }
    if scene.funding?.isEmpty == false, !isThere(scene.funding) { unexplained.append(.funding) }
  }

  /// Touching by less than this many units is rounding.
  private static let tolerance = 0.01

  private mutating func measureLabels(of scene: MapScene) {
    let labels = scene.labels
    let radii = scene.visibleRadii
    for (i, label) in labels.enumerated() {
      let box = label.box.inset(Self.tolerance, Self.tolerance)
      for other in labels[(i + 1)...] where box.overlap(other.box) > 0 {
        labelLabel.append("\(label.text) / \(other.text)")
      }
      for (position, node) in scene.nodes.enumerated() {
        // A number stands on its node.
        if label.role == .number, label.node == nil || label.node == position { continue }
        if box.depth(ofDisc: node.center, radius: node.radius) > 0 {
          labelNode.append("\(label.text) / \(node.tooltip)")
        }
      }
      if !label.leader.isEmpty {
        for (position, other) in labels.enumerated() where position != i {
          if other.box.inset(Self.tolerance, Self.tolerance).touches(alongside: label.leader) {
            leaderLabel.append("\(label.text) / \(other.text)")
          }
        }
      }
      if label.role == .node, let own = label.node, label.leaderLength < LabelPlacement.shortestLeader - 2 {
        func gap(_ k: Int) -> Double { label.box.distance(to: scene.nodes[k].center) - radii[k] }
        let limit = gap(own)
        // Half a unit is not to be seen.
        if let other = scene.nodes.indices.first(where: { $0 != own && radii[$0] > 1 && gap($0) < limit - 0.5 }) {
          ambiguous.append("\(label.text) / \(scene.nodes[other].tooltip)")
        }
      }
      if let legend = scene.legend.box, label.role != .legend, box.overlap(legend) > 0 {
        labelLegend.append(label.text)
      }
      if !scene.page.box.contains(label.box) { outsidePage.append(label.text) }
    }
  }

  private mutating func measureNodes(of scene: MapScene) {
    unnamed = scene.unnamed
    for node in scene.nodes {
      // Numbers are text on a plate, and the ends of lines are no marks.
      if node.classes != "number", node.classes != "callout" {
        let rim = node.lineWidth > 0 ? node.line.over(scene.ground).contrast(to: scene.ground) : 1
        let contrast = max(rim, node.fill.over(scene.ground).contrast(to: scene.ground))
        if contrast < MapTheme.markContrast { paleMarks.append(MeasuredText(text: node.tooltip, value: contrast)) }
      }
      let box = MapBox(center: node.center, width: 2 * node.radius, height: 2 * node.radius)
      if !scene.page.box.contains(box) { outsidePage.append(node.tooltip) }
      if let legend = scene.legend.box, legend.depth(ofDisc: node.center, radius: node.radius) > 0 {
        labelLegend.append(node.tooltip)
      }
    }
    let order = scene.nodes.indices.sorted { scene.nodes[$0].center.x < scene.nodes[$1].center.x }
    let widest = scene.nodes.map(\.radius).max() ?? 0
    for (rank, i) in order.enumerated() {
      let node = scene.nodes[i]
      for j in order[(rank + 1)...] {
        let other = scene.nodes[j]
        if other.center.x - node.center.x > node.radius + widest { break }
        if (other.center - node.center).length < node.radius + other.radius - 0.5 {
          nodeNode.append("\(node.tooltip) / \(other.tooltip)")
        }
      }
    }
  }

  private mutating func measureAreas(of scene: MapScene) {
    for (i, area) in scene.areas.enumerated() {
      if !area.rim.allSatisfy({ scene.page.box.contains($0) }) { outsidePage.append(area.name) }
      guard area.isIsland else { continue }
      areaArea += scene.areas[(i + 1)...].filter { $0.isIsland && area.overlaps($0) }.map {
        "\(area.name) / \($0.name)"
      }
    }
  }

  private mutating func measureTies(of scene: MapScene) {
    // Numbers stand on ties.
    let radii = scene.nodes.map { $0.classes == "number" ? 0 : $0.radius }
    let index = DiscIndex(centers: scene.nodes.map(\.center), radii: radii, page: scene.page.box)
    for tie in scene.ties where tie.classes != "callout" {
      var isThrough = false
      for curve in tie.curves where !isThrough {
        for point in curve.samples(step: 4) where !isThrough {
          index.forEachNear(MapBox(center: point, width: 0, height: 0)) { k in
            guard !tie.ends.contains(k) else { return }
            if (scene.nodes[k].center - point).length < radii[k] { isThrough = true }
          }
        }
      }
      if isThrough { tieNode += 1 }
    }
  }

  private mutating func measureText(of scene: MapScene) {
    for label in scene.labels {
      let points = label.font.size * scene.page.scale
      smallestText = min(smallestText, points)
      if points < 6 - 1e-6 { smallText.append(MeasuredText(text: label.text, value: points)) }
      let contrast = label.color.over(scene.ground).contrast(to: scene.ground(beneath: label))
      smallestContrast = min(smallestContrast, contrast)
      if contrast < 4.5 { lowContrast.append(MeasuredText(text: label.text, value: contrast)) }
    }
  }

  private mutating func measureLegend(of scene: MapScene) {
    let entries = scene.legend.sectors
    for (i, a) in entries.enumerated() where !a.isMissing {
      for b in entries[(i + 1)...] where !b.isMissing {
        if a.shape == b.shape { alikeWithoutColor += 1 }
        for vision in ColorVision.allCases {
          let difference = vision.difference(a.color, b.color)
          colorDifference[vision] = min(colorDifference[vision] ?? .infinity, difference)
        }
      }
    }
    let partners = scene.nodes.filter { $0.classes.hasPrefix("partner") }
    let explained = Set(entries.map { "\($0.color.hex) \($0.shape)" })
    for node in partners where node.classes.contains("sector") && !explained.contains("\(node.fill.hex) \(node.shape)")
    {
      unexplained.append(.mark(of: node.tooltip))
    }
    func differ(_ values: [Double]) -> Bool { (values.max() ?? 0) - (values.min() ?? 0) > 0.01 }
    if !scene.legend.explainsSizes, differ(partners.map { $0.radius / $0.shape.cornerRadius }) {
      unexplained.append(.sizes)
    }
    // Suggested ties, and lines to names, are no measure of strength.
    let measured = scene.ties.filter { $0.classes != "suggested" && $0.classes != "callout" }
    if !scene.legend.explainsWidths, differ(measured.map(\.width)) { unexplained.append(.widths) }
    let isDashed = scene.ties.contains { $0.dash != .solid } || scene.nodes.contains { $0.dash != .solid }
    if !scene.legend.explainsDashes, !entries.contains(where: \.isMissing), isDashed { unexplained.append(.dashes) }
    if !scene.labels.contains(where: { $0.role == .title }) { unexplained.append(.title) }
  }
}

extension MapLabel {
  /// All its lines, as one.
  public var text: String { lines.joined(separator: " ") }
}

extension MapScene {
  /// How many partners are drawn without their names.
  var unnamed: Int {
    let named = Set(labels.compactMap { $0.role == .node ? $0.node : nil })
    return nodes.indices.count { nodes[$0].classes.hasPrefix("partner") && !named.contains($0) }
  }

  /// The radius of each node with the rings drawn close round it.
  var visibleRadii: [Double] {
    var radii = nodes.map(\.radius)
    var byCenter: [MapPoint: Int] = [:]
    for (position, node) in nodes.enumerated() { byCenter[node.center] = position }
    for case .disc(let center, let radius, nil, .some, let width, _) in shapes {
      guard let node = byCenter[center], radius < nodes[node].radius + 12 else { continue }
      radii[node] = max(radii[node], radius + width / 2)
    }
    return radii
  }

  /// The colour that a label's letters stand on.
  func ground(beneath label: MapLabel) -> MapColor {
    if let node = label.node, label.role == .number { return nodes[node].fill.over(ground) }
    var color = ground
    for shape in shapes {
      if let fill = shape.fill, shape.contains(label.box.center) { color = fill.over(color) }
    }
    if let halo = label.halo { color = halo.over(color) }
    return color
  }
}

extension MapShape {
  var fill: MapColor? {
    switch self {
    case .polygon(_, let fill, _, _, _), .disc(_, _, let fill, _, _, _): fill
    case .polyline: nil
    }
  }

  func contains(_ point: MapPoint) -> Bool {
    switch self {
    case .polyline: return false
    case .disc(let center, let radius, _, _, _, _): return (point - center).length < radius
    case .polygon(let corners, _, _, _, _):
      // An odd number of sides lies to the right of a point inside.
      var isInside = false
      for (position, a) in corners.enumerated() {
        let b = corners[(position + 1) % corners.count]
        if (a.y > point.y) != (b.y > point.y), point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x {
          isInside.toggle()
        }
      }
      return isInside
    }
  }
}
