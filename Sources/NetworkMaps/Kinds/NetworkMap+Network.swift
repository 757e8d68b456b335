import NetworkModel

extension MapPlan {
  /// All partners and ties: `--kind network`.
  func network() throws -> MapResult {
    var drawing = try PartnerDrawing(self)
    let frame = try frame(subtitle: summary(), legend: drawing.legend())
    let (centers, isFixed) = try networkPlaces(frame, drawing)
    drawing.arrange(frame, centers: centers, isFixed: isFixed, gap: max(1.4, 18 * min(1, crowding)))
    var scene = emptyScene(frame, summary: summary())
    var notes = drawing.notes
    if options.showsHulls {
      if input.partners.count <= Self.hullLimit {
        try addHulls(to: &scene, drawing: drawing, frame: frame)
      } else {
        notes.append(
          words.text(
            "Among more than \(Self.hullLimit) partners areas of sectors would cover each other: there are none.",
            "Bei mehr als \(Self.hullLimit) Partnern lägen die Flächen der Sektoren übereinander: es gibt keine."))
      }
    }
    drawing.addAll(to: &scene)
    return MapResult(
      scene: scene, notes: notes, positions: positions(drawing.arrangement.centers, in: frame.discArea))
  }

  /// Where the layout and the given positions put the partners.
  func networkPlaces(
    _ frame: MapFrame, _ drawing: PartnerDrawing
  ) throws -> (centers: [MapPoint], isFixed: [Bool]) {
    let count = input.partners.count
    var isFixed = [Bool](repeating: false, count: count)
    var centers = [MapPoint](repeating: frame.discArea.center, count: count)
    let given = input.partners.indices.filter { options.positions[input.partners[$0].id] != nil }
    if given.count < count {
      let base = BaseLayout(layout: options.layout, seed: options.seed, sectorPull: options.sectorPull)
      let places = try base.places(radii: drawing.extents, groups: groups, ties: drawing.pairs, gap: 14)
      centers = fitted(places, into: frame.discArea)
    }
    for partner in given {
      isFixed[partner] = true
      centers[partner] = point(at: options.positions[input.partners[partner].id]!, in: frame.discArea)
    }
    return (centers, isFixed)
  }

  func positions(_ centers: [MapPoint], in area: MapBox) -> [String: MapPoint] {
    Dictionary(zip(input.partners.map(\.id), centers.map { share(of: $0, in: area) })) { first, _ in first }
  }

  /// Who gets a name: everybody, or the most central where there are too many.
  func namedPartners() -> [Int] {
    // Among thousands names cover what they stand on: a few show where one is.
    let fits = Int(165 * max(1, power(10.6 / smallestText, 2)))
    let room = input.partners.count <= 600 ? fits : 40
    let limit = min(options.maxLabels ?? room, 400)
    guard input.partners.count > limit else { return Array(input.partners.indices) }
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    return order.prefix(max(limit, 0)).sorted()
  }

  /// How many partners, sectors and ties there are.
  func summary() -> String {
    var text = words.partners(input.partners.count)
    let sectors = Set(groups.compactMap { $0 }).count
    if sectors > 0, options.communities == nil {
      text += words.text(" from ", " aus ") + words.sectors(sectors)
    }
    return text + ", " + words.ties(input.ties.count)
  }

  /// Up to so many partners sectors have areas.
  static let hullLimit = 400

  /// Soft areas round each sector, with its name on the rim of the largest.
  ///
  /// A sector has as many areas as it needs for none to hold a partner of another sector.
  func addHulls(to scene: inout MapScene, drawing: PartnerDrawing, frame: MapFrame) throws {
    let arrangement = drawing.arrangement
    let extents = drawing.extents
    let ink = InkGrid(curves: arrangement.curves.map { [$0] }, page: page.box)
    var hulls: [MapShape] = []
    var taken = arrangement.spots.compactMap { $0?.box }
    for (group, name) in groupNames.enumerated() {
      let members = groups.indices.filter { groups[$0] == group }
      let padding = max(10, 24 * min(1, crowding))
      let parts = clusters(
        of: members, centers: arrangement.centers, radii: extents,
        others: groups.indices.filter { groups[$0] != group },
        padding: padding, farthest: 0.4 * frame.discArea.width
      ).filter { $0.count > 1 }
      guard !parts.isEmpty else { continue }
      let color = palette.marks[group].color
      let rims = parts.map { part in
        outline(around: part.map { (arrangement.centers[$0], extents[$0]) }, padding: padding)
      }
      for rim in rims {
        hulls.append(
          .polygon(rim, fill: color.opacity(0x17), line: theme.visible(color).opacity(0x48), width: 1, dash: .solid))
      }
      scene.areas += rims.map { MapArea(name: name, rim: $0, isIsland: false) }
      let rim = rims[0]
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
    let leaders = arrangement.leaders(radii: extents)
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
          !taken.contains(where: { box.overlap($0, gap: 3) > 0 }),
          !leaders.contains(where: { box.inset(-1, -1).touches(alongside: $0) })
        else { continue }
        var cost = distance * 0.1 + Double(ink.amount(in: box)) * 0.25
        cost += Double(rim.count { box.contains($0) }) * 0.8
        cost += (1 - way.dot(outward) / max(outward.length, 1)) * 3
        if best.map({ cost < $0.cost }) ?? true { best = (cost, center) }
      }
    }
    return best.map {
      var label = block.label(.area, center: $0.center, color: color)
      if ink.amount(in: label.box) > 0 { label.halo = theme.ground.opacity(0xB8) }
      return label
    }
  }
}
