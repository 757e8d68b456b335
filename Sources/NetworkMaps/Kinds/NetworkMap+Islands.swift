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
    var boxes: [MapBox]
    if let apart {
      boxes = apart.boxes
    } else {
      // Too many partners for islands with a shape of their own: they grow into each other's bays.
      boxes = packed(islandOf: islandOf, middles: middles, footprints: footprints, area: area)
      shift(&boxes, into: area)
    }

    var centers: [MapPoint] = []
    var spots: [LabelSpot?] = []
    for (partner, box) in boxes.enumerated() {
      let extent = drawing.extents[partner]
      let center = MapPoint(x: box.center.x, y: box.top + 4 + extent)
      centers.append(center)
      guard let block = drawing.names[partner].last else {
        spots.append(nil)
        continue
      }
      let label = MapBox(
        center: MapPoint(x: center.x, y: center.y + extent + 5 + block.height / 2), width: block.width,
        height: block.height)
      spots.append(LabelSpot(block: block, box: label, alignment: .center, needsLeader: false))
    }
    if apart == nil {
      // Where too much had to go on the sheet, names lie beside their discs as they find room.
      separate(
        &centers, radii: drawing.extents, gap: 3, within: area, isFixed: centers.map { _ in false })
      let names = drawing.names
      let named = centers.indices.filter { !names[$0].isEmpty }
      let placement = LabelPlacement(
        named.map {
          LabelRequest(
            anchor: centers[$0], radius: drawing.extents[$0], variants: names[$0], direction: .pi / 2, disc: $0)
        }, discs: DiscIndex(centers: centers, radii: drawing.extents, page: page.box),
        ink: InkGrid(curves: [], page: page.box), area: frame.labelArea, blocked: [])
      let settled = placement.settled(importance: named.map { sizes[$0] })
      for (partner, spot) in zip(named, settled) { spots[partner] = spot }
    }

    let hulls = islands.map { island -> (island: Int, rim: [MapPoint]) in
      var discs: [(center: MapPoint, radius: Double)] = []
      for partner in centers.indices where islandOf[partner] == island {
        discs.append((centers[partner], drawing.extents[partner]))
        if let box = spots[partner]?.box {
          for x in [box.left + 5, box.right - 5] { discs.append((MapPoint(x: x, y: box.center.y), 6)) }
        }
      }
      return (island, outline(around: discs, padding: 18))
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
          hull.rim, fill: color.opacity(0x1A), line: color.opacity(0x58), width: theme == .bw ? 1.4 : 1, dash: .solid))
      let nameColor = theme.text(in: color)
      if let place = apart?.titles[hull.island], let block = titles[hull.island]?.first {
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

  /// Every island packed on its own, then the islands apart, each with its name on top; nil where there is not room.
  private func islandPlaces(
    _ islands: [Int], islandOf: [Int], middles: [Int: MapPoint], footprints: [(width: Double, height: Double)],
    titles: [Int: [TextBlock]], aspect: Double, area: MapBox
  ) -> (boxes: [MapBox], titles: [Int: MapPoint])? {
    var boxes = footprints.map { MapBox(center: .zero, width: $0.width, height: $0.height) }
    let members = Dictionary(grouping: boxes.indices, by: { islandOf[$0] })
    let margin = 14.0
    var titlePlaces: [Int: MapPoint] = [:]
    var bodies: [IslandLayout.Body] = []
    for island in islands {
      let own = packedIsland(members[island]!, footprints: footprints, aspect: aspect)
      for (member, box) in zip(members[island]!, own) { boxes[member] = box }
      let all = own.dropFirst().reduce(own[0]) { $0.union($1) }
      var parts = own
      if let title = titles[island]?.first {
        let center = MapPoint(x: all.center.x, y: all.top - margin - 5 - title.height / 2)
        titlePlaces[island] = center
        parts.append(MapBox(center: center, width: title.width - margin, height: title.height - margin))
      }
      let whole = parts.dropFirst().reduce(parts[0]) { $0.union($1) }
      bodies.append(.init(around: parts, center: whole.center, margin: margin))
      let start = middles[island]!
      // From here on the island's own zero is its body's middle.
      for member in members[island]! { boxes[member] = boxes[member].moved(by: .zero - whole.center) }
      titlePlaces[island] = titlePlaces[island].map { $0 - whole.center }
      bodies[bodies.count - 1].center = start
    }
    for water in [34.0, 22, 12, 5] {
      let layout = IslandLayout(area: area, water: water)
      var moved = bodies
      guard layout.separate(&moved) else { continue }
      var wide = moved
      layout.spread(&wide, most: 1.5)
      if layout.separate(&wide) { moved = wide }
      for (island, body) in zip(islands, moved) {
        for member in members[island]! { boxes[member] = boxes[member].moved(by: body.center) }
        titlePlaces[island] = titlePlaces[island].map { $0 + body.center }
      }
      return (boxes, titlePlaces)
    }
    return nil
  }

  /// The partners of one island close together round zero, the most central in the middle.
  private func packedIsland(
    _ members: [Int], footprints: [(width: Double, height: Double)], aspect: Double
  ) -> [MapBox] {
    let stretch = aspect.squareRoot()
    var places = [MapPoint](repeating: .zero, count: members.count)
    for (rank, k) in members.indices.sorted(by: { (-sizes[members[$0]], $0) < (-sizes[members[$1]], $1) }).enumerated()
    {
      let spiral = MapPoint(angle: Double(rank) * 2.399963 + 0.4, length: 44 * Double(rank).squareRoot())
      places[k] = MapPoint(x: spiral.x * 1.3 * stretch, y: spiral.y / stretch)
    }
    let rounds = members.count <= 60 ? 400 : 250
    for round in 0..<rounds {
      if round < rounds * 3 / 4 {
        for k in places.indices {
          places[k] -= MapPoint(x: places[k].x * 0.03 / stretch, y: places[k].y * 0.03 * stretch)
        }
      }
      var isMoved = false
      for i in places.indices {
        for j in 0..<i {
          let way = places[i] - places[j]
          let ox = (footprints[members[i]].width + footprints[members[j]].width) / 2 - abs(way.x)
          let oy = (footprints[members[i]].height + footprints[members[j]].height) / 2 - abs(way.y)
          guard ox > 0.01, oy > 0.01 else { continue }
          let push =
            ox < oy
            ? MapPoint(x: way.x >= 0 ? ox / 2 : -ox / 2, y: 0) : MapPoint(x: 0, y: way.y >= 0 ? oy / 2 : -oy / 2)
          places[i] += push
          places[j] -= push
          isMoved = true
        }
      }
      if !isMoved, round >= rounds * 3 / 4 { break }
    }
    return zip(members, places).map {
      MapBox(center: $1, width: footprints[$0].width, height: footprints[$0].height)
    }
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

  /// Where the islands begin: round an ellipse, those with many ties side by side, each with room for its partners.
  private func islandMiddles(
    _ islands: [Int], islandOf: [Int], footprints: [(width: Double, height: Double)], area: MapBox
  ) -> [Int: MapPoint] {
    guard islands.count > 1 else { return Dictionary(uniqueKeysWithValues: islands.map { ($0, area.center) }) }
    var between: [SectorPair: Int] = [:]
    for tie in input.ties {
      let (a, b) = (islandOf[tie.source], islandOf[tie.target])
      if a != b { between[SectorPair(min(a, b), max(a, b)), default: 0] += 1 }
    }
    let order = circularOrder(of: islands, pairs: between)
    var rooms: [Int: Double] = [:]
    for (partner, island) in islandOf.enumerated() {
      rooms[island, default: 0] += footprints[partner].width * footprints[partner].height
    }
    // The root of the room: how much of the ellipse an island takes.
    let shares = order.map { rooms[$0]!.squareRoot() }
    let total = shares.reduce(0, +)
    var turn = -Double.pi * 0.75
    var middles: [Int: MapPoint] = [:]
    for (island, share) in zip(order, shares) {
      let width = 2 * Double.pi * share / total
      middles[island] =
        area.center
        + MapPoint(x: cosine(turn + width / 2) * area.width * 0.36, y: sine(turn + width / 2) * area.height * 0.34)
      turn += width
    }
    return middles
  }

  /// Footprints pushed apart: those of one island lie close, islands keep a distance.
  private func packed(
    islandOf: [Int], middles: [Int: MapPoint], footprints: [(width: Double, height: Double)], area: MapBox
  ) -> [MapBox] {
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    var rank: [Int: Int] = [:]
    var centers = [MapPoint](repeating: area.center, count: footprints.count)
    for partner in order {
      // A sunflower: the most central in the middle of its island.
      let k = Double(rank[islandOf[partner], default: 0])
      rank[islandOf[partner], default: 0] += 1
      let spiral = MapPoint(angle: k * 2.399963 + Double(islandOf[partner]), length: 34 * k.squareRoot())
      centers[partner] = middles[islandOf[partner]]! + MapPoint(x: spiral.x * 1.3, y: spiral.y)
    }
    let total = footprints.reduce(0) { $0 + $1.width * $1.height }
    let water = min(58, max(10, ((area.width * area.height - total) / 9000)))
    let rounds = footprints.count <= 150 ? 500 : 200
    for round in 0..<rounds {
      if round < rounds * 3 / 4 {
        for partner in centers.indices {
          centers[partner] += (middles[islandOf[partner]]! - centers[partner]) * 0.03
        }
      }
      for i in centers.indices {
        for j in 0..<i {
          let gap = islandOf[i] == islandOf[j] ? 0 : water
          let dx = centers[i].x - centers[j].x
          let dy = centers[i].y - centers[j].y
          let ox = (footprints[i].width + footprints[j].width) / 2 + gap - abs(dx)
          let oy = (footprints[i].height + footprints[j].height) / 2 + gap - abs(dy)
          guard ox > 0, oy > 0 else { continue }
          if ox < oy {
            let push = (dx >= 0 ? 0.5 : -0.5) * ox
            centers[i].x += push
            centers[j].x -= push
          } else {
            let push = (dy >= 0 ? 0.5 : -0.5) * oy
            centers[i].y += push
            centers[j].y -= push
          }
        }
        let (w, h) = (footprints[i].width / 2, footprints[i].height / 2)
        centers[i] = area.inset(min(w, area.width / 2), min(h, area.height / 2)).nearest(to: centers[i])
      }
    }
    return zip(centers, footprints).map { MapBox(center: $0, width: $1.width, height: $1.height) }
  }

  private func shift(_ boxes: inout [MapBox], into area: MapBox) {
    guard let first = boxes.first else { return }
    let all = boxes.dropFirst().reduce(first) { $0.union($1) }
    let step = area.center - all.center
    for position in boxes.indices { boxes[position] = boxes[position].moved(by: step) }
  }
}
