import NetworkModel

extension MapPlan {
  /// Partners at their coordinates, or their municipality's, ties as arcs, a scale bar: `--kind geo`.
  ///
  /// Equirectangular about the middle latitude, which keeps distances to a percent within a few hundred kilometres.
  func geo() throws -> MapResult {
    let placed = input.partners.indices.filter { input.partners[$0].coordinates != nil }
    guard !placed.isEmpty else { throw MapError.nothingToShow(.geo) }
    let plan = placed.count == input.partners.count ? self : restricted(to: placed)
    var result = try plan.drawGeo()
    let lost = input.partners.count - placed.count
    if lost > 0 {
      let note = words.text(
        "\(lost) partners have no coordinates and no municipality with coordinates; they are not on this map.",
        "\(words.whole(lost)) Partner haben keine Koordinaten und keine Gemeinde mit Koordinaten; "
          + "sie fehlen auf dieser Karte.")
      result = MapResult(scene: result.scene, notes: result.notes + [note], positions: result.positions)
    }
    return result
  }

  private func drawGeo() throws -> MapResult {
    var drawing = try PartnerDrawing(self)
    let frame = try frame(subtitle: summary(), legend: drawing.legend())
    let coordinates = input.partners.map { $0.coordinates! }
    let latitudes = coordinates.map(\.latitude)
    let middleLatitude = (latitudes.min()! + latitudes.max()!) / 2
    let narrowing = cosine(middleLatitude * .pi / 180)
    let flat = coordinates.map { MapPoint(x: $0.longitude * narrowing, y: -$0.latitude) }
    let left = flat.map(\.x).min()!
    let right = flat.map(\.x).max()!
    let top = flat.map(\.y).min()!
    let bottom = flat.map(\.y).max()!
    var area = frame.discArea
    area.bottom -= 40
    // Never closer than a few hundred metres a unit: one town is a place, not a region.
    let degrees = max((right - left) / area.width, (bottom - top) / area.height, 0.00002)
    let middle = MapPoint(x: (left + right) / 2, y: (top + bottom) / 2)
    let exact = flat.map { area.center + ($0 - middle) * (1 / degrees) }

    var centers = exact
    var isFixed = [Bool](repeating: false, count: centers.count)
    for (position, partner) in input.partners.enumerated() {
      guard let share = options.positions[partner.id] else { continue }
      centers[position] = point(at: share, in: frame.discArea)
      isFixed[position] = true
    }
    let bar = try scaleBar(unitsPerKilometre: 1 / (degrees * 111.195), frame: frame)
    drawing.arrange(
      frame, centers: centers, isFixed: isFixed, gap: 14, blocked: [bar.box],
      curves: input.ties.count > 3000 ? nil : geoCurves(drawing.pairs, extents: drawing.extents, area: frame.labelArea))

    var scene = emptyScene(frame, summary: summary())
    // A line to the true place of a disc that had to make room.
    for (center, place) in zip(drawing.arrangement.centers, exact) where (center - place).length > 6 {
      scene.shapes.append(.polyline([place, center], line: theme.faintLine, width: 0.8, dash: .solid))
      scene.shapes.append(.disc(center: place, radius: 1.6, fill: theme.muted, line: nil, width: 0, dash: .solid))
    }
    drawing.addAll(to: &scene)
    scene.shapes += bar.shapes
    scene.labels += bar.labels
    return MapResult(
      scene: scene, notes: drawing.notes, positions: positions(drawing.arrangement.centers, in: frame.discArea))
  }

  /// Arcs, bent northwards, so that there and back look alike, as far as no disc is in the way.
  private func geoCurves(
    _ pairs: [(source: Int, target: Int)], extents: [Double], area: MapBox
  ) -> ([MapPoint]) -> [MapCurve] {
    let page = page.box
    return { centers in
      let routing = TieRouting(discs: DiscIndex(centers: centers, radii: extents, page: page), area: area)
      return pairs.map { pair in
        let (a, b) = (centers[pair.source], centers[pair.target])
        let candidates = MapCurve.ways(from: a, to: b, side: b.x >= a.x ? -1 : 1, most: 0.3)
        return routing.best(of: candidates, ends: [pair.source, pair.target], price: 0.6)!
      }
    }
  }

  private func scaleBar(
    unitsPerKilometre: Double, frame: MapFrame
  ) throws -> (shapes: [MapShape], labels: [MapLabel], box: MapBox) {
    var kilometres = 0.01
    search: for power in [0.01, 0.1, 1.0, 10, 100, 1000] {
      for step in [1.0, 2, 5] {
        if step * power * unitsPerKilometre > 170 { break search }
        kilometres = step * power
      }
    }
    let length = kilometres * unitsPerKilometre
    let text = kilometres < 1 ? "\(Int((kilometres * 1000).rounded())) m" : "\(words.number(kilometres)) km"
    let font = MapFont(family: MapTheme.fontFamily, size: 11)
    let block = try TextBlock([text], font, ruler)
    let left = MapFrame.margin
    let bottom = frame.labelArea.bottom - 6
    let label = block.label(.legend, at: MapPoint(x: left + length + 8, y: bottom - block.height), color: theme.muted)
    let shapes: [MapShape] = [
      .polyline(
        [
          MapPoint(x: left, y: bottom - 9), MapPoint(x: left, y: bottom - 3), MapPoint(x: left + length, y: bottom - 3),
          MapPoint(x: left + length, y: bottom - 9),
        ], line: theme.muted, width: 1.2, dash: .solid)
    ]
    return (
      shapes, [label], label.box.union(MapBox(left: left, top: bottom - 12, right: left + length, bottom: bottom))
    )
  }
}
