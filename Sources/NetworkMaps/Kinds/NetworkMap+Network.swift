import NetworkModel

extension MapPlan {
  /// All partners and ties: `--kind network`.
  func network() throws -> MapResult {
    var notes: [String] = []
    let count = input.partners.count
    let ids = elementIDs()
    let radii = sizes.map(radius)
    let extents = zip(radii, groups).map { $0 * palette.mark(of: $1).shape.cornerRadius }
    let (widths, widthLegend) = tieWidths()
    let entries = legendEntries()

    // Every text of the map is measured in one go.
    let fonts = nameFonts()
    let lines = namedPartners().map { partner -> (Int, [[String]]) in (partner, nameLines(input.partners[partner])) }
    try ruler.prepare(lines.flatMap { partner, ways in ways.joined().map { ($0, fonts[partner]) } })
    var names = [[TextBlock]](repeating: [], count: count)
    for (partner, ways) in lines { names[partner] = try ways.map { try TextBlock($0, fonts[partner], ruler) } }

    let subtitle = summary(sectorCount: entries.count { $0.mark != palette.unknown })
    let frame = try frame(
      subtitle: subtitle,
      legend: LegendContent(
        heading: options.communities == nil ? words.sector : words.community, entries: entries, sizes: sizeLegend(),
        widths: widthLegend))

    let pairs = input.ties.map { (source: $0.source, target: $0.target) }
    var isFixed = [Bool](repeating: false, count: count)
    var centers = [MapPoint](repeating: frame.discArea.center, count: count)
    let given = input.partners.indices.filter { options.positions[input.partners[$0].id] != nil }
    if given.count < count {
      let engine = BaseLayout.engine(for: options.layout, partners: count)
      let base = BaseLayout(engine: engine, seed: options.seed)
      centers = fitted(try base.places(radii: extents, groups: groups, ties: pairs, gap: 14), into: frame.discArea)
    }
    for partner in given {
      isFixed[partner] = true
      centers[partner] = point(at: options.positions[input.partners[partner].id]!, in: frame.discArea)
    }

    let problem = Arrangement.Problem(
      radii: extents, isFixed: isFixed, ties: pairs, names: names, groups: groups, importance: sizes,
      discArea: frame.discArea, labelArea: frame.labelArea, blocked: [], page: page.box,
      gap: max(1.4, 18 * min(1, crowding)))
    let arrangement =
      count <= 600
      ? Arrangement(problem, centers: centers, rounds: count <= 80 ? 12 : 6)
      : Arrangement(crowded: problem, centers: centers)

    var scene = emptyScene(frame, summary: subtitle)
    if options.showsHulls { try addHulls(to: &scene, arrangement: arrangement, extents: extents, frame: frame) }
    addTies(to: &scene, curves: arrangement.curves, widths: widths, ids: ids)
    for partner in 0..<count {
      scene.nodes.append(
        node(partner, id: ids[partner], center: arrangement.centers[partner], radius: radii[partner]))
    }
    addNames(to: &scene, arrangement: arrangement, extents: extents)

    let shown = arrangement.spots.count { $0 != nil }
    if shown < count {
      notes.append(
        words.text(
          "\(shown) of \(count) partners are named, the most central first: the sheet has no room for more.",
          "\(shown) von \(words.grouped(count)) Partnern sind benannt, die zentralsten zuerst: für mehr Namen ist auf dem Blatt kein Platz."
        ))
    }
    return MapResult(
      scene: scene, notes: notes,
      positions: Dictionary(
        zip(input.partners.map(\.id), arrangement.centers.map { share(of: $0, in: frame.discArea) })
      ) { first, _ in first })
  }

  /// Who gets a name: everybody, or the most central where there are too many.
  private func namedPartners() -> [Int] {
    // Among thousands names cover what they stand on: a few show where one is.
    let fits = Int(130 * max(1, power(10.6 / smallestText, 2)))
    let room = input.partners.count <= 600 ? (input.partners.count <= fits ? fits : fits * 3 / 4) : 60
    let limit = min(options.maxLabels ?? room, 400)
    guard input.partners.count > limit else { return Array(input.partners.indices) }
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    return order.prefix(max(limit, 0)).sorted()
  }

  private func summary(sectorCount: Int) -> String {
    var text = words.partners(input.partners.count)
    if sectorCount > 0, options.communities == nil {
      text += words.text(" from ", " aus ") + words.sectors(sectorCount)
    }
    return text + ", " + words.ties(input.ties.count)
  }

  /// Ties, the thin ones first.
  func addTies(to scene: inout MapScene, curves: [MapCurve], widths: [Double], ids: [String]) {
    let isDense = input.ties.count > 2000
    let order = input.ties.indices.sorted { (widths[$0], $0) < (widths[$1], $1) }
    for position in order {
      let tie = input.ties[position]
      let sector = groups[tie.source]
      let isInside = sector != nil && sector == groups[tie.target]
      let isStrong = widths[position] > 2.2
      let color =
        isInside && theme != .bw
        ? palette.mark(of: sector).color.mixed(with: theme.ground, 0.2).opacity(isDense ? 0x60 : 0xB4)
        : theme.tie.opacity(isDense ? 0x40 : isStrong ? 0xB0 : 0x80)
      let names = [tie.source, tie.target].map { TextWrap.oneLine(input.partners[$0].name) }
      scene.ties.append(
        MapTie(
          id: "tie-\(ids[tie.source].dropFirst(8))-\(ids[tie.target].dropFirst(8))",
          tooltip: "\(names[0]) – \(names[1])", from: tie.source, to: tie.target, curves: [curves[position]],
          color: color, width: widths[position], classes: isInside ? "tie inside" : "tie"))
    }
  }

  /// Names with their leader lines, and a halo where a tie runs through them.
  func addNames(to scene: inout MapScene, arrangement: Arrangement, extents: [Double]) {
    let ink = InkGrid(curves: arrangement.curves.map { [$0] }, page: page.box)
    for (partner, spot) in arrangement.spots.enumerated() {
      guard let spot else { continue }
      let center = arrangement.centers[partner]
      if spot.needsLeader {
        let end = spot.box.nearest(to: center)
        let start = center + (end - center).unit * extents[partner]
        scene.shapes.append(.polyline([start, end], line: theme.faintLine, width: 0.8, dash: .solid))
      }
      let isCrossed = ink.amount(in: spot.box) > 0
      scene.labels.append(
        MapLabel(
          role: .node, lines: spot.block.lines, widths: spot.block.widths, font: spot.block.font, color: theme.ink,
          alignment: spot.alignment, box: spot.box, lineHeight: spot.block.lineHeight,
          halo: isCrossed ? theme.ground.opacity(0xB8) : nil, node: partner))
    }
  }

  /// A soft area round each sector with its name on the rim.
  func addHulls(
    to scene: inout MapScene, arrangement: Arrangement, extents: [Double], frame: MapFrame
  ) throws {
    let ink = InkGrid(curves: arrangement.curves.map { [$0] }, page: page.box)
    var hulls: [MapShape] = []
    var taken = arrangement.spots.compactMap { $0?.box }
    for (group, name) in groupNames.enumerated() {
      let members = groups.indices.filter { groups[$0] == group }
      guard members.count > 1 else { continue }
      let rim = outline(
        around: members.map { (arrangement.centers[$0], extents[$0]) }, padding: max(10, 24 * min(1, crowding)))
      let color = palette.marks[group].color
      hulls.append(
        .polygon(rim, fill: color.opacity(0x17), line: color.opacity(0x48), width: 1, dash: .solid))
      let font = MapFont(
        family: MapTheme.fontFamily, weight: .black, size: max(12.5 * min(1, crowding * 1.2), smallestText))
      let block = try TextBlock([TextWrap.shortened(TextWrap.oneLine(name).uppercased(), to: 34)], font, ruler)
      guard
        let label = areaName(
          block, rim: rim, color: theme.text(in: color), taken: taken, arrangement: arrangement, extents: extents,
          ink: ink, area: frame.labelArea)
      else { continue }
      taken.append(label.box)
      scene.labels.append(label)
    }
    scene.shapes = hulls + scene.shapes
  }

  /// The name of an area at the place along its rim where it covers least; nil where it would touch something.
  func areaName(
    _ block: TextBlock, rim: [MapPoint], color: MapColor, taken: [MapBox], arrangement: Arrangement,
    extents: [Double], ink: InkGrid, area: MapBox
  ) -> MapLabel? {
    let middle = rim.reduce(.zero, +) * (1 / Double(max(rim.count, 1)))
    let outward = middle - area.center
    let discs = DiscIndex(centers: arrangement.centers, radii: extents, page: page.box)
    var best: (cost: Double, center: MapPoint)?
    for corner in rim {
      let way = (corner - middle).unit
      for distance in [5.0, 9, 14, 21] {
        let center =
          corner
          + MapPoint(
            x: way.x * distance + way.x * block.width / 2, y: way.y * distance + way.y * block.height / 2)
        let box = MapBox(center: center, width: block.width, height: block.height)
        guard area.contains(box), discs.depth(in: box, gap: 2) == 0,
          !taken.contains(where: { box.overlap($0, gap: 3) > 0 })
        else { continue }
        var cost = distance * 0.1 + Double(ink.amount(in: box)) * 0.25
        cost += Double(rim.count { box.contains($0) }) * 0.8
        cost += (1 - way.dot(outward) / max(outward.length, 1)) * 3
        if best.map({ cost < $0.cost }) ?? true { best = (cost, center) }
      }
    }
    return best.map { block.label(.area, center: $0.center, color: color) }
  }
}
