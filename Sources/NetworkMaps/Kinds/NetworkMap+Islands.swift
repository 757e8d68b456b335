import NetworkModel

extension MapPlan {
  /// One island a sector, ties across as bundles between them: `--kind islands`.
  func islands() throws -> MapResult {
    var drawing = try PartnerDrawing(self)
    let frame = try frame(subtitle: summary(), legend: drawing.legend())
    let area = frame.labelArea.inset(26, 34)
    // Partners without a sector are an island too.
    let islandOf = groups.map { $0 ?? groupNames.count }
    let islands = Set(islandOf).sorted()
    let footprints = drawing.extents.indices.map { partner -> (width: Double, height: Double) in
      let block = drawing.names[partner].last
      let extent = drawing.extents[partner]
      return (max(2 * extent, block?.width ?? 0) + 12, 2 * extent + (block.map { $0.height + 7 } ?? 0) + 9)
    }
    let middles = islandMiddles(islands, islandOf: islandOf, footprints: footprints, area: area)
    let titles = try islandNames(islands)
    // Few islands may be as tall as the sheet, many are a little wider than tall.
    let aspects =
      islands.count < 4
      ? [max(0.7, area.width / Double(islands.count) / area.height), 1.2, 0.8, 1.7] : [1.3, 1, 0.75, 1.8]
    let apart = aspects.lazy.compactMap {
      islandPlaces(
        islands, islandOf: islandOf, middles: middles, footprints: footprints, titles: titles, aspect: $0,
        area: frame.labelArea)
    }.first
    let inCells = apart == nil
    var places: [MapPoint] = []
    var spots: [LabelSpot?] = []
    var titlePlaces: [Int: MapPoint] = [:]
    if let apart {
      titlePlaces = apart.titles
      for (partner, box) in apart.boxes.enumerated() {
        let extent = drawing.extents[partner]
        let center = MapPoint(x: box.center.x, y: box.top + 4 + extent)
        places.append(center)
        spots.append(drawing.names[partner].last.map { .under(center, extent, block: $0, gap: 5) })
      }
    } else {
      let order = circularOrder(of: islands, pairs: tiesBetween(islandOf))
      guard
        let cells = islandCells(order, islandOf: islandOf, drawing: drawing, titles: titles, area: frame.labelArea)
      else { return try sectorsInstead() }
      (places, spots, titlePlaces) = (cells.centers, cells.spots, cells.titles)
    }
    let centers = places

    let hulls = islands.map { island -> (island: Int, rim: [MapPoint]) in
      var discs: [(center: MapPoint, radius: Double)] = []
      for partner in centers.indices where islandOf[partner] == island {
        discs.append((centers[partner], drawing.extents[partner]))
        if let box = spots[partner]?.box {
          for x in [box.left + 5, box.right - 5] { discs.append((MapPoint(x: x, y: box.center.y), 6)) }
        }
      }
      return (island, outline(around: discs, padding: inCells ? Self.cellPadding : 18))
    }
    let curves = islandCurves(
      drawing.pairs, centers: centers, extents: drawing.extents, islandOf: islandOf, hulls: hulls,
      names: spots.compactMap { $0?.box }, area: frame.labelArea)
    drawing.take(Arrangement(centers: centers, curves: curves, spots: spots))

    var scene = emptyScene(frame, summary: summary())
    let ink = InkGrid(curves: curves.map { [$0] }, page: page.box)
    var labels: [MapLabel] = []
    for hull in hulls {
      let isSector = hull.island < groupNames.count
      let color = isSector ? palette.marks[hull.island].color : palette.unknown.color
      scene.shapes.append(
        .polygon(
          hull.rim, fill: color.opacity(0x1A), line: theme.visible(color).opacity(0x58), width: theme == .bw ? 1.4 : 1,
          dash: .solid))
      let nameColor = theme.text(in: color)
      scene.areas.append(
        MapArea(name: isSector ? groupNames[hull.island] : words.withoutSector, rim: hull.rim, isIsland: true))
      if let place = titlePlaces[hull.island], let block = titles[hull.island]?.first {
        var label = block.label(.area, center: place, color: nameColor)
        if ink.amount(in: label.box) > 0 { label.halo = theme.ground.opacity(0xB8) }
        labels.append(label)
        continue
      }
      let used = spots.compactMap { $0?.box } + labels.map(\.box)
      let found = titles[hull.island]?.lazy.compactMap { block in
        areaName(
          block, rim: hull.rim, color: nameColor, taken: used, arrangement: drawing.arrangement,
          extents: drawing.extents, ink: ink, area: frame.labelArea)
      }.first
      if let found { labels.append(found) }
    }
    drawing.addAll(to: &scene) { position in
      var look = drawing.look(position)
      let tie = input.ties[position]
      if islandOf[tie.source] != islandOf[tie.target] { look.color = theme.tie.opacity(0x66) }
      return look
    }
    scene.labels += labels
    return MapResult(scene: scene, notes: drawing.notes, positions: positions(centers, in: frame.discArea))
  }

  /// How far an island in a cell reaches beyond what is on it.
  private static let cellPadding = 9.0

  /// Every island in a cell of the sheet, with as many names as there is room for, those of the most central first; nil
  /// where there is not even room for the discs.
  private func islandCells(
    _ islands: [Int], islandOf: [Int], drawing: PartnerDrawing, titles: [Int: [TextBlock]], area: MapBox
  ) -> (centers: [MapPoint], spots: [LabelSpot?], titles: [Int: MapPoint])? {
    let members = Dictionary(grouping: islandOf.indices, by: { islandOf[$0] })
    let blocks = drawing.names.map { $0.min { $0.width * ($0.height + 20) < $1.width * ($1.height + 20) } }
    let cells = IslandCells(area: area, margin: Self.cellPadding + 4)
    let order = sizes.indices.filter { blocks[$0] != nil }.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    func attempt(_ count: Int) -> (named: Set<Int>, places: [IslandCells.Places])? {
      let named = Set(order.prefix(count))
      let content = islands.map { island in
        IslandCells.Island(
          footprints: members[island]!.map { partner in
            let (extent, block) = (drawing.extents[partner], named.contains(partner) ? blocks[partner] : nil)
            return (max(2 * extent, block?.width ?? 0) + 7, 2 * extent + (block.map { $0.height + 3.5 } ?? 0) + 7)
          }, title: titles[island]?.first.map { ($0.width, $0.height) } ?? (0, 0))
      }
      return cells.places(of: content).map { (named, $0) }
    }
    var found = attempt(order.count)
    if found == nil {
      found = attempt(0)
      var (least, most) = (0, order.count)
      while found != nil, most - least > 1 {
        let middle = (least + most) / 2
        if let more = attempt(middle) { (found, least) = (more, middle) } else { most = middle }
      }
    }
    guard let found else { return nil }
    var centers = [MapPoint](repeating: area.center, count: islandOf.count)
    var spots = [LabelSpot?](repeating: nil, count: islandOf.count)
    for (island, places) in zip(islands, found.places) {
      for (partner, box) in zip(members[island]!, places.boxes) {
        centers[partner] = MapPoint(x: box.center.x, y: box.top + 3 + drawing.extents[partner])
        guard found.named.contains(partner), let block = blocks[partner] else { continue }
        spots[partner] = .under(centers[partner], drawing.extents[partner], block: block, gap: 3.5)
      }
    }
    return (centers, spots, Dictionary(uniqueKeysWithValues: zip(islands, found.places.map(\.title))))
  }

  /// The names of the islands, on one line or on two.
  private func islandNames(_ islands: [Int]) throws -> [Int: [TextBlock]] {
    let font = MapFont(family: MapTheme.fontFamily, weight: .black, size: max(13, smallestText))
    var names: [Int: [TextBlock]] = [:]
    for island in islands {
      let name = TextWrap.oneLine(island < groupNames.count ? groupNames[island] : words.withoutSector).uppercased()
      names[island] = try [(1, 34), (2, 20)].map {
        try TextBlock(TextWrap.wrap(name, lines: $0.0, limit: $0.1), font, ruler)
      }
    }
    return names
  }

  /// Ties of the same two islands leave and arrive together, each through as few discs as can be.
  private func islandCurves(
    _ pairs: [(source: Int, target: Int)], centers: [MapPoint], extents: [Double], islandOf: [Int],
    hulls: [(island: Int, rim: [MapPoint])], names: [MapBox], area: MapBox
  ) -> [MapCurve] {
    let hubs = Dictionary(
      uniqueKeysWithValues: hulls.map { hull in
        (hull.island, hull.rim.reduce(.zero, +) * (1 / Double(max(hull.rim.count, 1))))
      })
    let routing = TieRouting(
      discs: DiscIndex(centers: centers, radii: extents, page: page.box),
      names: pairs.count * names.count <= 20_000 ? names : [], area: area)
    let middle = area.center
    // How far the two halves of a bundle are bent aside, small bends first.
    let shifts = [0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32]
    let swings = [0.75, 0.5, 0.95].flatMap { share in
      shifts.flatMap { first in shifts.map { second in (share: share, first: first, second: second) } }
    }.enumerated().sorted { x, y in
      func bend(_ swing: (share: Double, first: Double, second: Double)) -> Double {
        abs(swing.first) + abs(swing.second) + abs(swing.share - 0.75)
      }
      return (bend(x.element), x.offset) < (bend(y.element), y.offset)
    }.map(\.element)
    return pairs.map { pair in
      let (a, b) = (centers[pair.source], centers[pair.target])
      let (from, to) = (islandOf[pair.source], islandOf[pair.target])
      let side = (b - a).unit.normal
      let length = (b - a).length
      let bows = [0.07, -0.07, 0.15, -0.15, 0.24, -0.24, 0.36, -0.36].map { MapCurve(from: a, to: b, bend: $0) }
      guard from != to else { return routing.best(of: bows, ends: [pair.source, pair.target])! }
      let (p, q) = (hubs[from]!, hubs[to]!)
      let gate1 = p + (q - p) * 0.22 + (middle - p) * 0.34
      let gate2 = q + (p - q) * 0.22 + (middle - q) * 0.34
      let bundles = swings.map { swing in
        MapCurve(
          start: a, control1: a + (gate1 - a) * swing.share + side * (swing.first * length),
          control2: b + (gate2 - b) * swing.share + side * (swing.second * length), end: b)
      }
      return routing.best(of: bundles + bows, ends: [pair.source, pair.target], price: 0.05)!
    }
  }
}

extension LabelSpot {
  /// A name below its disc.
  static func under(_ center: MapPoint, _ radius: Double, block: TextBlock, gap: Double) -> LabelSpot {
    let middle = MapPoint(x: center.x, y: center.y + radius + gap + block.height / 2)
    return LabelSpot(
      block: block, box: MapBox(center: middle, width: block.width, height: block.height), alignment: .center,
      needsLeader: false)
  }
}
