import NetworkModel

extension MapPlan {
  /// Rings of distance from the lead or the partner named: `--kind onion`.
  func onion() throws -> MapResult {
    let center = try lookout()
    let steps = distances(from: center)
    let farthest = steps.compactMap { $0 }.max() ?? 0
    let unreached = steps.count { $0 == nil }
    var bands = [[Int]](repeating: [], count: farthest)
    for (partner, step) in steps.enumerated() { if let step, step > 0 { bands[step - 1].append(partner) } }
    if unreached > 0 { bands.append(steps.indices.filter { steps[$0] == nil }) }
    let name = TextWrap.oneLine(input.partners[center].name)
    var aid = words.text("Rings: steps from \(name).", "Ringe: Schritte von \(name) aus.")
    if unreached > 0 {
      aid += words.text(" Outside: not reached.", " Außen: nicht erreicht.")
    }
    let names = bands.indices.map { ring in
      ring < farthest
        ? ring == 0 ? words.text("1 step", "1 Schritt") : words.text("\(ring + 1) steps", "\(ring + 1) Schritte")
        : words.text("not reached", "nicht erreicht")
    }
    return try ringed(center: center, bands: bands, names: names, summary: summary(), aid: aid)
  }

  /// One partner and its neighbours, the stronger the nearer: `--kind ego`.
  func ego() throws -> MapResult {
    let center = try lookout()
    var strengths: [Int: Double] = [:]
    for tie in input.ties where tie.source == center || tie.target == center {
      strengths[tie.source == center ? tie.target : tie.source] = tie.strength
    }
    guard !strengths.isEmpty else { throw MapError.nothingToShow(.ego) }
    let members = ([center] + strengths.keys).sorted()
    let plan = restricted(to: members)
    // Classes of strength: each value its ring where there are few, else thirds.
    let values = Set(strengths.values).sorted(by: >)
    let limits: [Double]
    if values.count <= 4 {
      limits = values
    } else {
      let sorted = strengths.values.sorted(by: >)
      let cuts = [sorted[sorted.count / 3], sorted[sorted.count * 2 / 3], sorted[sorted.count - 1]]
      limits = Array(Set(cuts)).sorted(by: >)
    }
    var bands = [[Int]](repeating: [], count: limits.count)
    for (position, member) in members.enumerated() {
      guard let strength = strengths[member] else { continue }
      bands[limits.firstIndex { strength >= $0 } ?? limits.count - 1].append(position)
    }
    let names = limits.map { limit in
      values.count <= 4 ? words.number(limit) : words.text("from \(words.number(limit))", "ab \(words.number(limit))")
    }
    let name = TextWrap.oneLine(input.partners[center].name)
    let isEven = bands.count == 1
    let summary = words.text(
      "\(name) and \(words.partners(strengths.count)) tied to it",
      "\(name) und \(words.partners(strengths.count)), mit denen Beziehungen bestehen")
    return try plan.ringed(
      center: members.firstIndex(of: center)!, bands: bands, names: names.map { "\(words.strength) \($0)" },
      summary: summary,
      aid: isEven ? "" : words.text("The nearer, the stronger the tie.", "Je näher, desto stärker die Beziehung."))
  }

  /// Steps on the shortest way from a partner; nil where there is none.
  private func distances(from start: Int) -> [Int?] {
    var neighbors = [[Int]](repeating: [], count: input.partners.count)
    for tie in input.ties {
      neighbors[tie.source].append(tie.target)
      neighbors[tie.target].append(tie.source)
    }
    var steps = [Int?](repeating: nil, count: input.partners.count)
    steps[start] = 0
    var queue = [start]
    var next = 0
    while next < queue.count {
      let partner = queue[next]
      next += 1
      for neighbor in neighbors[partner] where steps[neighbor] == nil {
        steps[neighbor] = steps[partner]! + 1
        queue.append(neighbor)
      }
    }
    return steps
  }

  /// The same plan for some of the partners and the ties between them.
  func restricted(to members: [Int]) -> MapPlan {
    var position = [Int?](repeating: nil, count: input.partners.count)
    for (new, old) in members.enumerated() { position[old] = new }
    let ties = input.ties.compactMap { tie -> MapInput.Tie? in
      guard let source = position[tie.source], let target = position[tie.target] else { return nil }
      return MapInput.Tie(
        source: source, target: target, strength: tie.strength, trust: tie.trust, direction: tie.direction)
    }
    let part = MapInput(
      title: input.title, region: input.region, source: input.source, date: input.date, funding: input.funding,
      language: input.language, sectors: input.sectors, partners: members.map { input.partners[$0] }, ties: ties)
    return MapPlan(self, input: part, groups: members.map { groups[$0] }, sizes: members.map { sizes[$0] })
  }

  /// A direction for each partner: sectors one after the other round the clock, from the top.
  private func directions(without center: Int) -> [Double] {
    let order = input.partners.indices.filter { $0 != center }.sorted {
      (groups[$0] ?? groupNames.count, -sizes[$0], $0) < (groups[$1] ?? groupNames.count, -sizes[$1], $1)
    }
    var directions = [Double](repeating: 0, count: input.partners.count)
    for (position, partner) in order.enumerated() {
      directions[partner] = -.pi / 2 + 2 * .pi * (Double(position) + 0.5) / Double(max(order.count, 1))
    }
    return directions
  }

  /// The outer radii of the bands: each at least so far out that its discs find room round it, the rest shared.
  private func bandEdges(_ bands: [[Int]], hub: Double, extents: [Double], reach: Double) -> [Double] {
    var widths: [Double] = []
    var inner = hub + 12
    for band in bands {
      let widest = band.map { extents[$0] }.max() ?? 0
      // In a band as narrow as its widest disc, its discs lie side by side round its middle.
      let length = band.reduce(0) { $0 + 2 * extents[$1] + 14 }
      let width = max(2 * widest + 16, 2 * (length / (2 * .pi) - inner))
      widths.append(width)
      inner += width
    }
    let need = widths.reduce(0, +)
    let room = reach - hub - 12
    if need > room { widths = widths.map { $0 * room / need } }
    let slack = max(0, room - need) / Double(max(bands.count, 1))
    var edge = hub + 12
    return widths.map { width in
      edge += width + slack
      return edge
    }
  }

  /// Partners on bands round one of them; within a band by sector.
  private func ringed(
    center: Int, bands: [[Int]], names: [String], summary: String, aid: String
  ) throws -> MapResult {
    var drawing = try PartnerDrawing(self)
    let frame = try frame(subtitle: summary, aid: aid, legend: drawing.legend())
    let area = frame.labelArea
    let rings = Rings(middle: area.center)
    // An ellipse would use the sheet better, but distance must be the same in all directions.
    let room = ringReach(area, names: drawing.names, above: 30)
    // One ring with few discs would be a hall with chairs along its walls.
    let reach = bands.count == 1 && input.partners.count <= 10 ? min(room, 260) : room
    let edges = bandEdges(bands, hub: drawing.extents[center], extents: drawing.extents, reach: reach)
    var centers = [MapPoint](repeating: rings.middle, count: input.partners.count)
    var inner = drawing.extents[center] + 12
    let wanted = directions(without: center)
    for (band, outer) in zip(bands, edges) {
      let padding = min((outer - inner) * 0.45, (band.map { drawing.extents[$0] }.max() ?? 0) + 6)
      rings.spread(
        band, wanted: wanted, extents: drawing.extents, gap: 14, inner: inner + padding,
        outer: max(inner + padding, outer - padding), centers: &centers)
      inner = outer
    }
    var isFixed = [Bool](repeating: false, count: centers.count)
    isFixed[center] = true
    separate(
      &centers, radii: drawing.extents, gap: 4, within: area.inset(8, 8), isFixed: isFixed, rounds: 500)

    var shapes: [MapShape] = []
    let tint = theme.tie
    for (position, radius) in edges.enumerated().reversed() {
      let isLast = position == edges.count - 1
      shapes.append(
        .disc(
          center: rings.middle, radius: radius, fill: tint.opacity(position % 2 == 0 ? 0x12 : 0x0A),
          line: theme.faintLine.opacity(0xA0), width: 0.8, dash: isLast ? .dashed : .solid))
    }
    // The name of each band at its lower edge.
    let font = MapFont(family: MapTheme.fontFamily, weight: .semibold, size: max(11, 6.1 / page.scale))
    var labels: [MapLabel] = []
    func farthest(in box: MapBox) -> Double {
      let x = max(abs(box.left - rings.middle.x), abs(box.right - rings.middle.x))
      let y = max(abs(box.top - rings.middle.y), abs(box.bottom - rings.middle.y))
      return MapPoint(x: x, y: y).length
    }
    for (radius, name) in zip(edges, names) {
      let block = try TextBlock([name], font, ruler)
      let discs = DiscIndex(centers: centers, radii: drawing.extents, page: page.box)
      // The direction with the most room round the name.
      let best = (0..<48).map { Double($0) * .pi / 24 }.map { turn -> (cost: Double, box: MapBox) in
        let box = MapBox(
          center: rings.middle + MapPoint(angle: turn, length: radius - 9), width: block.width, height: block.height)
        let cost = discs.depth(in: box, gap: 14) + abs(cosine(turn)) * 3 + (sine(turn) > 0 ? 0 : 1)
        return (cost + 2 * max(0, farthest(in: box) - reach), box)
      }.min { $0.cost < $1.cost }!
      // Outside the rings stand the names.
      if farthest(in: best.box) <= reach + 16, discs.depth(in: best.box, gap: 2) == 0,
        !labels.contains(where: { $0.box.overlap(best.box, gap: 3) > 0 })
      {
        labels.append(block.label(.area, center: best.box.center, color: theme.muted, halo: theme.ground.opacity(0xB0)))
      }
    }
    var scene = emptyScene(frame, summary: summary, aid: aid)
    scene.shapes = shapes + scene.shapes
    let curves = tieCurves(drawing.pairs, centers: centers, radii: drawing.extents, area: area)
    if input.partners.count <= 400 {
      try placeRingNames(
        // Among few there is room for every name beside its disc.
        &drawing, &scene, centers: centers, curves: curves, outer: centers.count <= 16 ? [] : Set(bands.last ?? []),
        focus: center, rings: rings, rim: reach, frame: frame, taken: labels.map(\.box))
    } else {
      drawing.arrange(
        frame, centers: centers, isFixed: centers.map { _ in true }, gap: 0, blocked: labels.map(\.box))
    }
    drawing.addAll(to: &scene)
    scene.labels += labels
    return MapResult(scene: scene, notes: drawing.notes, positions: positions(centers, in: frame.discArea))
  }
}
