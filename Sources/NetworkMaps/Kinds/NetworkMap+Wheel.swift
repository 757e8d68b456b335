import NetworkModel

extension MapPlan {
  /// A sector's share of the wheel.
  private struct Slice {
    /// nil: partners without a sector.
    var group: Int?
    var isMissing: Bool
    /// The most central first, without the one in the middle.
    var members: [Int]
    var start = 0.0
    var end = 0.0

    var middle: Double { (start + end) / 2 }
  }

  /// Sectors as segments of a circle, the lead in the middle, the more central the nearer; missing sectors as empty
  /// dashed segments: `--kind wheel`.
  func wheel() throws -> MapResult {
    var drawing = try PartnerDrawing(self)
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    let hub = options.partner != nil ? try lookout() : (try? lookout()) ?? order.first
    let others = order.filter { $0 != hub }
    let frame = try frame(subtitle: summary(), aid: wheelAid, legend: drawing.legend(showMissing: true))
    let slices = slices(of: others, extents: drawing.extents)

    // Names of the outermost partners and of the sectors lie outside.
    let area = frame.labelArea
    let headings = try wheelHeadings(slices)
    let rim = ringReach(area, names: drawing.names, headings: headings, above: 46)
    let rings = Rings(middle: area.center)
    let hubRadius = hub.map { drawing.extents[$0] } ?? 0
    let (centers, ringOf, radii) = wheelPlaces(
      slices, others: others, rings: rings, rim: rim, hubRadius: hubRadius, extents: drawing.extents)

    let middle = rings.middle
    let curves = wheelCurves(
      drawing.pairs, centers: centers, extents: drawing.extents, middle: middle, rim: rim, hubRadius: hubRadius)

    var scene = emptyScene(frame, summary: summary(), aid: wheelAid)
    addSlices(slices, to: &scene, rings: rings, inner: hubRadius + 8, rim: rim)
    for radius in radii.dropLast() {
      scene.shapes.append(
        .disc(center: middle, radius: radius, fill: nil, line: theme.faintLine.opacity(0x80), width: 0.8, dash: .dashed)
      )
    }
    let outer = others.filter { ringOf[$0] == radii.count - 1 && (centers[$0] - middle).length > rim * 0.6 }
    try placeRingNames(
      &drawing, &scene, centers: centers, curves: curves, outer: Set(outer), headings: headings,
      rings: rings, rim: rim, frame: frame, lines: missingEdges(slices, rings: rings, rim: rim))
    drawing.addAll(to: &scene)
    return MapResult(scene: scene, notes: drawing.notes, positions: positions(centers, in: frame.discArea))
  }

  private var wheelAid: String {
    words.text("The nearer to the middle, the more central.", "Je näher der Mitte, desto zentraler.")
  }

  /// The sectors round the wheel, from the top, each as wide as its discs need.
  private func slices(of others: [Int], extents: [Double]) -> [Slice] {
    let counts = groupCounts()
    var slices = groupNames.indices.filter { counts[$0] > 0 || isMissing($0) }.map { group in
      Slice(group: group, isMissing: counts[group] == 0, members: others.filter { groups[$0] == group })
    }
    let without = others.filter { groups[$0] == nil }
    if !without.isEmpty { slices.append(Slice(group: nil, isMissing: false, members: without)) }
    let mean = others.isEmpty ? 1 : others.reduce(0) { $0 + extents[$1] } / Double(others.count)
    let weights = slices.map { slice in
      slice.isMissing ? 1.2 : slice.members.reduce(1.2) { $0 + 0.5 + 0.5 * extents[$1] / mean }
    }
    let total = weights.reduce(0, +)
    var turn = -Double.pi / 2
    for position in slices.indices {
      slices[position].start = turn
      turn += 2 * .pi * weights[position] / max(total, 1)
      slices[position].end = turn
    }
    return slices
  }

  /// The most central on the inmost ring; who finds its ring full goes one out.
  private func wheelPlaces(
    _ slices: [Slice], others: [Int], rings: Rings, rim: Double, hubRadius: Double, extents: [Double]
  ) -> (centers: [MapPoint], ringOf: [Int], radii: [Double]) {
    let ringCount = others.count <= 8 ? 2 : others.count <= 45 ? 3 : others.count <= 90 ? 4 : 5
    let widest = others.map { extents[$0] }.max() ?? 0
    let first = max(hubRadius + widest + 34, rim * 0.34)
    let last = rim - 10 - min(widest, 16)
    let radii = (0..<ringCount).map { first + (last - first) * Double($0) / Double(max(ringCount - 1, 1)) }
    let sum = radii.reduce(0, +)
    var ringOf = [Int](repeating: 0, count: input.partners.count)
    var used = [[Double]](repeating: [Double](repeating: 0, count: ringCount), count: slices.count)
    var sliceOf = [Int](repeating: 0, count: input.partners.count)
    for (position, slice) in slices.enumerated() { for member in slice.members { sliceOf[member] = position } }
    var filled = 0.0
    var ring = 0
    var quota = Double(others.count) * radii[0] / sum
    for partner in others {
      while filled >= quota, ring < ringCount - 1 {
        ring += 1
        quota += Double(others.count) * radii[ring] / sum
      }
      filled += 1
      let slice = sliceOf[partner]
      let width = slices[slice].end - slices[slice].start
      var own = ring
      while own < ringCount - 1, used[slice][own] + 2 * extents[partner] + 8 > radii[own] * width { own += 1 }
      used[slice][own] += 2 * extents[partner] + 8
      ringOf[partner] = own
    }
    var centers = [MapPoint](repeating: rings.middle, count: input.partners.count)
    for slice in slices {
      for (ring, radius) in radii.enumerated() {
        let members = slice.members.filter { ringOf[$0] == ring }
        // Where its piece of the outermost ring is too short for a sector, it stands there in two rows.
        let need = members.reduce(0) { $0 + 2 * extents[$1] + 8 }
        let isCrowded = ring == ringCount - 1 && need > radius * (slice.end - slice.start)
        let row = 2 * (members.map { extents[$0] }.max() ?? 0) + 4
        rings.place(
          members, extents: extents, gap: 8, from: slice.start, to: slice.end,
          inner: isCrowded ? max(radius - row, (radii[max(0, ring - 1)] + radius) / 2) : radius, outer: radius,
          centers: &centers)
      }
    }
    // Neighbours of two segments, and rings that are too full.
    var isFixed = [Bool](repeating: false, count: centers.count)
    for partner in centers.indices where !others.contains(partner) { isFixed[partner] = true }
    let square = MapBox(center: rings.middle, width: 2 * rim - 20, height: 2 * rim - 20)
    separate(&centers, radii: extents, gap: 3, within: square, isFixed: isFixed, rounds: 100)
    return (centers, ringOf, radii)
  }

  private func addSlices(_ slices: [Slice], to scene: inout MapScene, rings: Rings, inner: Double, rim: Double) {
    for slice in slices {
      let gap = min(0.02, (slice.end - slice.start) * 0.06)
      let (start, end) = (slice.start + gap, slice.end - gap)
      guard !slice.isMissing else {
        scene.shapes.append(
          .polygon(
            // Only the outer part: in the middle there is no room for lines that say nothing.
            rings.segment(from: max(inner + 16, rim * 0.56), to: rim + 4, start, end), fill: nil, line: theme.muted,
            width: 1.2,
            dash: .dashed))
        continue
      }
      let color = palette.mark(of: slice.group).color
      scene.shapes.append(
        .polygon(
          rings.segment(from: inner, to: rim, start, end), fill: color.opacity(0x12), line: nil, width: 0, dash: .solid)
      )
      scene.shapes.append(
        .polygon(
          rings.segment(from: rim, to: rim + 7, start, end), fill: color,
          line: theme == .bw ? theme.ink : theme.outline(of: color),
          width: theme == .bw ? 0.6 : 1, dash: .solid))
    }
  }

  /// The straight sides of the missing sectors' segments.
  private func missingEdges(_ slices: [Slice], rings: Rings, rim: Double) -> [MapCurve] {
    slices.filter(\.isMissing).flatMap { slice in
      [slice.start, slice.end].map { turn in
        MapCurve(
          from: rings.middle + MapPoint(angle: turn, length: rim * 0.5),
          to: rings.middle + MapPoint(angle: turn, length: rim),
          bend: 0)
      }
    }
  }

  /// The names of the sectors, for the outside of the rim.
  private func wheelHeadings(_ slices: [Slice]) throws -> [RingHeading] {
    try slices.compactMap { slice in
      guard let group = slice.group else { return nil }
      let name = TextWrap.oneLine(groupNames[group])
      let text = slice.isMissing ? "\(name) (\(words.missing))" : name.uppercased()
      let font = MapFont(
        family: MapTheme.fontFamily, weight: slice.isMissing ? .semibold : .black, size: max(12.5, smallestText))
      return RingHeading(
        turn: slice.middle,
        variants: try [(1, 40), (2, 22), (3, 16)].map {
          try TextBlock(TextWrap.wrap(text, lines: $0.0, limit: $0.1), font, ruler)
        }, color: slice.isMissing ? theme.muted : theme.text(in: palette.mark(of: group).color))
    }
  }

  /// Ties bundled towards the middle and past the disc there, each through as few discs as can be.
  private func wheelCurves(
    _ pairs: [(source: Int, target: Int)], centers: [MapPoint], extents: [Double], middle: MapPoint, rim: Double,
    hubRadius: Double
  ) -> [MapCurve] {
    let routing = TieRouting(
      discs: DiscIndex(centers: centers, radii: extents, page: page.box),
      area: MapBox(center: middle, width: 2 * rim, height: 2 * rim))
    return pairs.map { pair in
      let (a, b) = (centers[pair.source], centers[pair.target])
      let isInside = groups[pair.source] != nil && groups[pair.source] == groups[pair.target]
      let pulls = isInside ? [0.12, 0.25, 0, -0.1, 0.4, -0.2, 0.55] : [0.42, 0.3, 0.55, 0.68, 0.18, 0.05, 0.8]
      let side = (b - a).unit.normal
      let shifts = [0, 1, -1, 1.8, -1.8, 2.7, -2.7].map { $0 * (hubRadius + 16) }
      let candidates = pulls.flatMap { pull in
        shifts.map { shift in
          let aim = middle + side * (shift / max(abs(pull), 0.3))
          return MapCurve(
            start: a, control1: a + (aim - a) * pull + (pull < 0.1 ? side * shift : .zero),
            control2: b + (aim - b) * pull + (pull < 0.1 ? side * shift : .zero), end: b)
        }
      }
      return routing.best(of: candidates, ends: [pair.source, pair.target])!
    }
  }
}
