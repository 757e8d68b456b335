extension MapPlan {
  /// A name of a piece of a ring.
  struct RingHeading {
    /// Its direction, in radians.
    var turn: Double
    var variants: [TextBlock]
    var color: MapColor
  }

  /// Names on a map of rings: beside their discs where there is room, else outside the outermost ring with a line.
  ///
  /// - Parameters:
  ///   - outer: partners whose names belong outside.
  ///   - focus: the partner from whom the picture looks; its name goes first.
  ///   - rim: the radius of the outermost ring.
  ///   - taken: where no name may lie.
  ///   - lines: what names keep clear of where they can.
  func placeRingNames(
    _ drawing: inout PartnerDrawing, _ scene: inout MapScene, centers: [MapPoint], curves: [MapCurve],
    outer: Set<Int>, focus: Int? = nil, headings: [RingHeading] = [], rings: Rings, rim: Double, frame: MapFrame,
    taken: [MapBox] = [],
    lines: [MapCurve] = []
  ) throws {
    let beads = rings.beads(radius: rim + 3.5, size: 5)
    let discs = DiscIndex(
      centers: centers + beads.map(\.center), radii: drawing.extents + beads.map(\.radius), page: page.box)
    let ink = InkGrid(curves: curves.map { [$0] }, heavy: lines, page: page.box)
    let names = drawing.names
    var importance = sizes
    if let focus { importance[focus] = (sizes.max() ?? 0) + 2 }
    let named = centers.indices.filter { !names[$0].isEmpty }
    let inner = named.filter { !outer.contains($0) }
    let placement = LabelPlacement(
      inner.map { partner in
        let way = centers[partner] - rings.middle
        return LabelRequest(
          anchor: centers[partner], radius: drawing.extents[partner], variants: names[partner],
          direction: way.length > 1 ? angle(of: way) : nil, disc: partner)
      }, discs: discs, ink: ink, area: frame.labelArea, blocked: taken)
    let inside = placement.settled(importance: inner.map { importance[$0] }, reach: 50)
    var spots = [LabelSpot?](repeating: nil, count: centers.count)
    for (partner, spot) in zip(inner, inside) {
      // No name beside a disc may reach out of the rings, where the others stand.
      guard let spot, (spot.box.center - rings.middle).length < rim else { continue }
      spots[partner] = spot
    }

    // The others go outside, in the order in which their lines leave the rings.
    let outside = named.filter { spots[$0] == nil }
    let marks = DiscIndex(centers: centers, radii: drawing.extents, page: page.box)
    let boxes = spots.compactMap { $0?.box } + taken
    let turns = outside.map { partner -> Double in
      let way = centers[partner] - rings.middle
      let straight = way.length > 1 ? angle(of: way) : -.pi / 2
      let offsets = [0.0] + (1...20).flatMap { [Double($0) * 0.03, Double($0) * -0.03] }
      func crossings(_ offset: Double) -> Int {
        let gate = rings.middle + MapPoint(angle: straight + offset, length: rim)
        return (marks.isCrossed(from: centers[partner], to: gate, gap: 1.5, except: [partner]) ? 3 : 0)
          + boxes.count { $0.touches(from: centers[partner], to: gate) }
      }
      var best = (crossings: Int.max, turn: straight)
      for offset in offsets {
        let found = crossings(offset)
        if found < best.crossings { best = (found, straight + offset) }
        if found == 0 { break }
      }
      return best.turn
    }
    let columns = RimColumns(middle: rings.middle, radius: rim + 24, area: frame.labelArea)
    let top = (sizes.max() ?? 0) + 1
    let blocks = try drawing.columnNames(outside)
    let places = columns.places(
      of: outside.indices.map {
        .init(turn: turns[$0], variants: blocks[$0], importance: importance[outside[$0]])
      }
        + headings.map { .init(turn: $0.turn, variants: $0.variants, importance: top) })
    var items: [RimLeaders.Item] = []
    /// A partner, or a heading behind the last of them.
    var owners: [Int] = []
    for (position, place) in places.enumerated() {
      guard let place else { continue }
      let partner = position < outside.count ? outside[position] : nil
      let turn = partner == nil ? headings[position - outside.count].turn : turns[position]
      items.append(
        RimLeaders.Item(
          center: partner.map { centers[$0] } ?? rings.middle, radius: partner.map { drawing.extents[$0] } ?? 0,
          disc: partner, box: place.box, alignment: place.alignment, lineHeight: place.block.lineHeight,
          importance: partner.map { importance[$0] } ?? top, turn: turn))
      owners.append(position)
    }
    let leaders = RimLeaders(middle: rings.middle, gates: rim + 10, discs: marks, fixed: boxes).lines(for: items)
    for (owner, line) in zip(owners, leaders) {
      guard var spot = places[owner] else { continue }
      if owner < outside.count {
        // Without a way to it nobody could tell whose name it is.
        if line.isEmpty { continue }
        spot.way = line
        spots[outside[owner]] = spot
        continue
      }
      let isFar = zip(line, line.dropFirst()).contains { ($1 - $0).length > 34 }
      if isFar { scene.shapes.append(.leader(line, theme)) }
      scene.labels.append(
        spot.label(.area, color: headings[owner - outside.count].color, leader: isFar ? line : []))
    }
    rescue(
      outside.filter { spots[$0] == nil }, into: &spots, drawing, centers: centers, discs: discs, ink: ink,
      importance: importance, area: frame.labelArea, taken: taken + scene.labels.map(\.box),
      lines: scene.labels.map(\.leader))
    drawing.take(Arrangement(centers: centers, curves: curves, spots: spots))
  }

  /// A place among the others for names that no line from outside can reach.
  private func rescue(
    _ lost: [Int], into spots: inout [LabelSpot?], _ drawing: PartnerDrawing, centers: [MapPoint], discs: DiscIndex,
    ink: InkGrid, importance: [Double], area: MapBox, taken: [MapBox], lines: [[MapPoint]]
  ) {
    guard !lost.isEmpty else { return }
    var walls = spots.compactMap { $0?.box } + taken
    for line in lines + spots.compactMap({ $0?.way }) {
      // Small boxes along the lines, closer than a letter.
      for (a, b) in zip(line, line.dropFirst()) {
        let steps = Int((b - a).length / 4) + 1
        for step in 0...steps {
          walls.append(MapBox(center: a + (b - a) * (Double(step) / Double(steps)), width: 2, height: 2))
        }
      }
    }
    let placement = LabelPlacement(
      lost.map {
        LabelRequest(
          anchor: centers[$0], radius: drawing.extents[$0], variants: drawing.names[$0], direction: nil, disc: $0)
      }, discs: discs, ink: ink, area: area, blocked: walls)
    for (partner, spot) in zip(lost, placement.settled(importance: lost.map { importance[$0] })) {
      spots[partner] = spot
    }
  }
}

extension MapPlan {
  /// How far the outermost ring may reach: beside it there is room for the widest of the names, broken into lines.
  func ringReach(_ area: MapBox, names: [[TextBlock]], headings: [RingHeading] = [], above: Double) -> Double {
    let widest = (names + headings.map(\.variants)).compactMap { $0.map(\.width).min() }.max() ?? 0
    let beside = min(max(widest + 30, 120), area.width * 0.28)
    return max(120, min(area.height / 2 - above, area.width / 2 - beside))
  }
}

extension MapTheme {
  /// Lines from names to what they name.
  var leader: MapColor { muted.opacity(0xA8) }
}
