import NetworkModel

extension MapPlan {
  /// The network in light grey with what is missing on top: missing sectors, suggested ties, unmet needs, partners
  /// without whom it falls apart: `--kind gaps`.
  func gapMap() throws -> MapResult {
    var drawing = try PartnerDrawing(self)
    let gaps = options.gaps
    let isKnown: (Int) -> Bool = { input.partners.indices.contains($0) }
    let suggested = gaps.suggestedTies.filter { isKnown($0.a) && isKnown($0.b) && $0.a != $0.b }
    let cut = Set(gaps.cutPartners.filter(isKnown))
    let needy = Set(gaps.unmetNeeds.map(\.partner).filter(isKnown))
    let alarm = theme == .bw ? theme.ink : MapColor(theme == .dark ? 0xFF8A5B : 0xC2410C)
    let hope = theme == .bw ? theme.ink : MapColor(theme == .dark ? 0x6CB6FF : 0x0B62A4)
    let missing = groupNames.indices.filter { isMissing($0) && !groups.contains($0) }

    var legend = LegendContent(heading: words.text("Gaps", "Lücken"))
    if !missing.isEmpty {
      legend.entries.append(
        .init(
          name: words.text("missing sector", "fehlender Sektor"), mark: palette.unknown, count: missing.count,
          isMissing: true))
    }
    let grey = theme.tie.mixed(with: theme.ground, 0.5)
    legend.entries.append(
      .init(
        name: words.text("partner", "Partner"), mark: .init(color: grey, shape: .circle), count: input.partners.count))
    if !suggested.isEmpty {
      legend.samples.append(
        .init(text: words.text("suggested tie", "vorgeschlagene Beziehung"), color: hope, width: 2.6, dash: .dashed))
    }
    if !cut.isEmpty {
      legend.samples.append(
        .init(
          text: words.text("network falls apart without (ring)", "ohne ihn zerfällt das Netz (Ring)"), color: alarm,
          width: 2.6, dash: .solid))
    }
    if !needy.isEmpty {
      legend.samples.append(
        .init(
          text: words.text("unmet need (dotted ring)", "offener Bedarf (gepunkteter Ring)"), color: hope, width: 2.6,
          dash: .dotted))
    }
    legend.sizes = sizeLegend()
    legend.widths = drawing.widthLegend
    let summary = gapSummary(missing: missing.count, suggested: suggested.count, cut: cut.count, needy: needy.count)
    let frame = try frame(subtitle: "", aid: summary, legend: legend)

    // Room for the rings, and a margin round the network for the missing sectors.
    drawing.useDiscs()
    // Among thousands the rim of a disc is its ring.
    let hasRings = input.partners.count <= 600
    if hasRings {
      drawing.widen(cut.union(needy), by: 5)
      drawing.widen(cut.intersection(needy), by: 3.5)
    }
    let (start, isFixed) = try networkPlaces(frame, drawing)
    let missingRadius = max(9, 20 * min(1, crowding))
    let slots = missingSlots(missing.count, area: frame.labelArea, radius: missingRadius)
    let font = MapFont(family: MapTheme.fontFamily, weight: .semibold, size: max(12, smallestText))
    var missingLabels: [MapLabel] = []
    for (slot, sector) in zip(slots, missing) {
      let lines = TextWrap.wrap(groupNames[sector], lines: 3, limit: 16)
      let block = try TextBlock(lines, font, ruler)
      let side: MapAlignment = slot.x < frame.labelArea.center.x ? .left : .right
      let dx = missingRadius + 6 + block.width / 2
      let center = MapPoint(x: slot.x + (side == .left ? dx : -dx), y: slot.y)
      missingLabels.append(block.label(.area, center: center, alignment: side, color: theme.muted))
    }
    let blocked = zip(slots, missingLabels).map { slot, label in
      label.box.union(MapBox(center: slot, width: 2 * missingRadius, height: 2 * missingRadius))
    }
    // The network makes room for the names at the sides.
    let reserve = (missingLabels.map(\.box.width).max() ?? 0) + 2 * missingRadius + 14
    let stage = missing.isEmpty ? frame.discArea : frame.discArea.inset(min(reserve, frame.discArea.width * 0.22), 0)
    let centers = start.map { place in
      point(at: share(of: place, in: frame.discArea), in: stage)
    }
    drawing.arrange(
      frame, centers: centers, isFixed: isFixed, gap: max(1.4, 16 * min(1, crowding)), blocked: blocked, stage: stage,
      overlay: suggested.map { ($0.a, $0.b) })

    var scene = emptyScene(frame, summary: "", aid: summary)
    drawing.addAll(to: &scene) { tie in
      .init(color: theme.tie.mixed(with: theme.ground, 0.45).opacity(0xB0), width: drawing.widths[tie])
    }
    for partner in input.partners.indices {
      let isMarked = cut.contains(partner) || needy.contains(partner)
      scene.nodes[partner].fill = isMarked ? theme.tie.mixed(with: theme.ground, 0.15) : grey
      scene.nodes[partner].line = theme.outline(of: scene.nodes[partner].fill) ?? theme.rim
      scene.nodes[partner].lineWidth = min(0.9, drawing.radii[partner] * 0.2)
      scene.nodes[partner].shape = .circle
      scene.nodes[partner].classes = "partner"
      scene.nodes[partner].radius = drawing.radii[partner]
      let center = scene.nodes[partner].center
      if cut.contains(partner) {
        scene.nodes[partner].classes += " cut"
        if hasRings {
          scene.shapes.append(
            .disc(
              center: center, radius: drawing.radii[partner] + 3.5, fill: nil, line: alarm, width: 2.6, dash: .solid))
        } else {
          scene.nodes[partner].line = alarm
          scene.nodes[partner].lineWidth = 1.3
        }
      }
      if needy.contains(partner) {
        scene.nodes[partner].classes += " needy"
        let topics = gaps.unmetNeeds.filter { $0.partner == partner }.map(\.topic).joined(separator: ", ")
        scene.nodes[partner].tooltip += " – \(words.text("needs", "braucht")): \(TextWrap.oneLine(topics))"
        guard hasRings else {
          if !cut.contains(partner) {
            scene.nodes[partner].line = hope
            scene.nodes[partner].lineWidth = 1.3
            scene.nodes[partner].dash = .dotted
          }
          continue
        }
        scene.shapes.append(
          .disc(
            center: center, radius: drawing.radii[partner] + (cut.contains(partner) ? 7 : 4), fill: nil, line: hope,
            width: 2.2, dash: .dotted))
      }
    }
    for (slot, sector) in zip(slots, missing) {
      let name = TextWrap.oneLine(groupNames[sector])
      scene.nodes.append(
        MapNode(
          id: "sector-\(Self.slug(input.sectors[sector].id))", tooltip: "\(name): \(words.missing)", center: slot,
          radius: missingRadius, fill: theme.ground, line: theme.muted, lineWidth: 1.8, dash: .dashed,
          classes: "sector missing"))
    }
    scene.labels += missingLabels
    let arrangement = drawing.arrangement
    let routing = TieRouting(
      discs: DiscIndex(centers: arrangement.centers, radii: drawing.extents, page: page.box),
      names: arrangement.spots.compactMap { $0?.box.inset(-2, -2) }, area: frame.labelArea)
    let curves = suggested.map { tie in
      let ways = MapCurve.ways(from: arrangement.centers[tie.a], to: arrangement.centers[tie.b], side: 1)
      return routing.best(of: ways, ends: [tie.a, tie.b])!
    }
    for (tie, curve) in zip(suggested, curves) {
      let names = [tie.a, tie.b].map { TextWrap.oneLine(input.partners[$0].name) }
      scene.ties.append(
        MapTie(
          id: "suggested-\(drawing.ids[tie.a].dropFirst(8))-\(drawing.ids[tie.b].dropFirst(8))",
          tooltip: "\(names[0]) – \(names[1]): \(words.text("suggested", "vorgeschlagen"))", from: tie.a, to: tie.b,
          curves: [curve], color: hope, width: 2.6, dash: .dashed, classes: "suggested"))
    }
    return MapResult(
      scene: scene, notes: drawing.notes, positions: positions(drawing.arrangement.centers, in: frame.discArea))
  }

  private func gapSummary(missing: Int, suggested: Int, cut: Int, needy: Int) -> String {
    var parts: [String] = []
    if missing > 0 {
      parts.append(words.text("missing: \(words.sectors(missing))", "es fehlen \(words.sectors(missing))"))
    }
    if suggested > 0 {
      parts.append(
        suggested == 1
          ? words.text("1 suggested tie", "1 vorgeschlagene Beziehung")
          : words.text("\(suggested) suggested ties", "\(suggested) vorgeschlagene Beziehungen"))
    }
    if cut > 0 {
      parts.append(
        words.text(
          "the network hangs on \(words.partners(cut))",
          cut == 1 ? "das Netzwerk hängt an 1 Partner" : "das Netzwerk hängt an \(words.whole(cut)) Partnern"))
    }
    if needy > 0 {
      parts.append(words.text("\(needy) partners with unmet needs", "\(words.partners(needy)) mit offenem Bedarf"))
    }
    guard !parts.isEmpty else { return words.text("No gaps found", "Keine Lücken gefunden") }
    let text = parts.joined(separator: " · ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Places at the left and the right side of the map, from the top.
  private func missingSlots(_ count: Int, area: MapBox, radius: Double) -> [MapPoint] {
    let perSide = (count + 1) / 2
    return (0..<count).map { k in
      let row = k / 2
      let y = area.top + area.height * (Double(row) + 0.5) / Double(max(perSide, 1))
      return MapPoint(x: k % 2 == 0 ? area.left + radius + 6 : area.right - radius - 6, y: y)
    }
  }
}
