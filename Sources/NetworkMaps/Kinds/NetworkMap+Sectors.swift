import NetworkModel

extension MapPlan {
  /// One disc a sector with the number of its partners, ties between sectors with their numbers, missing sectors
  /// dashed: `--kind sectors`.
  func sectors() throws -> MapResult {
    var notes: [String] = []
    let counts = groupCounts()
    let shown = groupNames.indices.filter { counts[$0] > 0 || isMissing($0) }
    var between: [SectorPair: Int] = [:]
    var inside = [Int](repeating: 0, count: groupNames.count)
    for tie in input.ties {
      guard let a = groups[tie.source], let b = groups[tie.target] else { continue }
      if a == b { inside[a] += 1 } else { between[SectorPair(min(a, b), max(a, b)), default: 0] += 1 }
    }
    let without = groups.count { $0 == nil }
    if without > 0 {
      notes.append(
        words.text(
          "\(without) partners belong to no sector and are not in this picture.",
          "\(words.whole(without)) Partner gehören zu keinem Sektor und fehlen in diesem Bild."))
    }
    let pairs = between.keys.sorted()
    let mostTies = between.values.max() ?? 1
    let mostPartners = counts.max() ?? 1

    // Discs as large as the ellipse bears.
    let room = min(1, 9 / Double(max(shown.count, 1)))
    let swell = [1, 2.1, 2.1, 1.7, 1.4, 1.2][shown.count < 6 ? shown.count : 0]
    func radius(_ count: Int) -> Double {
      (20 + 42 * (Double(count) / Double(max(mostPartners, 1))).squareRoot()) * (0.35 + 0.65 * room) * swell
    }
    func width(_ ties: Int) -> Double { 1.2 + 11 * (0.4 + 0.6 * room) * Double(ties) / Double(mostTies) }
    let missingRadius = 32 * (0.35 + 0.65 * room) * swell

    let frame = try sectorFrame(
      radius: radius, legendShare: 0.6 / swell, width: width, counts: counts, between: between)
    let order = ringOrder(of: shown, pairs: between)
    // Two stand side by side, not at the ends of the sheet.
    let inset = order.count == 2 ? 0.26 : 0.16
    let area = frame.labelArea.inset(frame.labelArea.width * inset, frame.labelArea.height * 0.15)
    let middle = area.center
    var centers = [MapPoint](repeating: middle, count: groupNames.count)
    for (position, sector) in order.enumerated() {
      let turn = 2 * Double.pi * (Double(position) + 0.5) / Double(order.count) - .pi / 2
      centers[sector] =
        order.count == 1
        ? middle : middle + MapPoint(x: cosine(turn) * area.width / 2, y: sine(turn) * area.height / 2)
    }

    var scene = emptyScene(frame, summary: sectorSummary(shown: shown, counts: counts))
    var nodeOf: [Int: Int] = [:]
    for sector in order {
      nodeOf[sector] = scene.nodes.count
      scene.nodes.append(
        sectorNode(
          sector, center: centers[sector], radius: counts[sector] > 0 ? radius(counts[sector]) : missingRadius,
          partners: counts[sector], inside: inside[sector]))
    }
    for pair in pairs.sorted(by: { (between[$0]!, $0) < (between[$1]!, $1) }) {
      let (a, b) = (centers[pair.first], centers[pair.second])
      let share = Double(between[pair]!) / Double(mostTies)
      scene.ties.append(
        MapTie(
          id: "tie-\(Self.slug(sectorID(pair.first)))-\(Self.slug(sectorID(pair.second)))",
          tooltip: "\(groupNames[pair.first]) – \(groupNames[pair.second]): \(words.ties(between[pair]!))",
          from: nodeOf[pair.first]!, to: nodeOf[pair.second]!,
          curves: [
            MapCurve(start: a, control1: a + (middle - a) * 0.3, control2: b + (middle - b) * 0.3, end: b)
          ],
          color: theme.tie.mixed(with: theme.ground, 0.35 * (1 - share)).mixed(with: theme.ink, 0.35 * share)
            .opacity(0xD0),
          width: width(between[pair]!)))
    }
    try addSectorLabels(to: &scene, order: order, counts: counts, frame: frame, room: room)
    try addTieNumbers(to: &scene, pairs: between, nodeOf: nodeOf)
    return MapResult(scene: scene, notes: notes, positions: [:])
  }

  /// The overview of sectors in place of a kind that shows partners one by one, and why.
  func sectorsInstead() throws -> MapResult {
    let result = try sectors()
    let note = words.text(
      "\(words.whole(input.partners.count)) partners are too many to show one by one: the sectors are shown.",
      "\(words.whole(input.partners.count)) Partner sind zu viele, um sie einzeln zu zeigen: gezeigt sind die Sektoren."
    )
    return MapResult(scene: result.scene, notes: [note] + result.notes, positions: [:])
  }

  struct SectorPair: Hashable, Comparable {
    let first: Int
    let second: Int
    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
    static func < (a: SectorPair, b: SectorPair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  func groupCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: groupNames.count)
    for group in groups { if let group { counts[group] += 1 } }
    return counts
  }

  func isMissing(_ group: Int) -> Bool {
    options.communities == nil && input.sectors.indices.contains(group) && input.sectors[group].isMissing
  }

  private func sectorID(_ group: Int) -> String {
    options.communities == nil ? input.sectors[group].id : "community\(group + 1)"
  }

  private func sectorSummary(shown: [Int], counts: [Int]) -> String {
    let present = shown.count { counts[$0] > 0 }
    let missing = shown.count - present
    var text = words.partners(input.partners.count) + words.text(" in ", " in ") + words.sectors(present)
    if missing > 0 { text += words.text("; missing: ", "; es fehlen: ") + words.sectors(missing) }
    return text
  }

  private func sectorFrame(
    radius: (Int) -> Double, legendShare: Double, width: (Int) -> Double, counts: [Int], between: [SectorPair: Int]
  ) throws -> MapFrame {
    var legend = LegendContent(heading: "")
    let present = counts.filter { $0 > 0 }
    if let most = present.max(), let fewest = present.min(), fewest < most {
      legend.sizes = .init(
        title: words.text("Partners in the sector", "Partner im Sektor"),
        steps: Self.roundSteps(low: Double(fewest), high: Double(most)).map {
          (words.number($0), radius(Int($0)) * legendShare)
        })
      let percent = Int((legendShare * 100).rounded())
      legend.sizes?.note = words.text("drawn at \(percent) %", "auf \(percent) % verkleinert")
    }
    if let most = between.values.max(), let fewest = between.values.min(), fewest < most {
      legend.widths = .init(
        title: words.text("Ties between sectors", "Beziehungen zwischen Sektoren"),
        steps: Self.roundSteps(low: Double(fewest), high: Double(most)).map { (words.number($0), width(Int($0))) })
    }
    if let ties = between.values.max(), legend.widths == nil {
      legend.samples.append(
        .init(
          text: words.text("ties between sectors, with their number", "Beziehungen zwischen Sektoren, mit ihrer Zahl"),
          color: theme.tie.mixed(with: theme.ink, 0.2), width: min(6, width(ties)), dash: .solid))
    }
    if counts.indices.contains(where: { counts[$0] == 0 && isMissing($0) }) {
      legend.samples += [
        .init(
          text: words.text("missing in the network", "fehlt im Netzwerk"), color: theme.muted, width: 1.6,
          dash: .dashed)
      ]
    }
    return try frame(
      subtitle: sectorSummary(shown: groupNames.indices.filter { counts[$0] > 0 || isMissing($0) }, counts: counts),
      legend: legend)
  }

  private func sectorNode(_ sector: Int, center: MapPoint, radius: Double, partners: Int, inside: Int) -> MapNode {
    let name = TextWrap.oneLine(groupNames[sector])
    guard partners > 0 else {
      return MapNode(
        id: "sector-\(Self.slug(sectorID(sector)))", tooltip: "\(name): \(words.missing)", center: center,
        radius: radius, fill: theme.ground, line: theme.muted, lineWidth: 1.8, dash: .dashed,
        classes: "sector missing")
    }
    let within = words.text("\(words.ties(inside)) within", "\(words.ties(inside)) innerhalb")
    let mark = palette.marks[sector]
    return MapNode(
      id: "sector-\(Self.slug(sectorID(sector)))", tooltip: "\(name): \(words.partners(partners)), \(within)",
      center: center, radius: radius, fill: mark.color,
      line: theme.outline(of: mark.color) ?? theme.rim, lineWidth: theme.outline(of: mark.color) == nil ? 3 : 2,
      classes: "sector sector-\(sector + 1)")
  }

  /// Sectors round the ring so that those with many ties are neighbours; missing ones spread between them.
  private func ringOrder(of shown: [Int], pairs: [SectorPair: Int]) -> [Int] {
    let present = shown.filter { group in groups.contains(group) }
    let missing = shown.filter { group in !groups.contains(group) }
    let ring = circularOrder(of: present, pairs: pairs)
    guard !missing.isEmpty else { return ring }
    var order: [Int] = []
    var placed = 0
    for (position, sector) in ring.enumerated() {
      order.append(sector)
      let due = (position + 1) * missing.count / max(ring.count, 1)
      while placed < due {
        order.append(missing[placed])
        placed += 1
      }
    }
    return order + missing[placed...]
  }

  /// Groups round a circle so that those with many ties are neighbours: better and better by swaps.
  func circularOrder(of present: [Int], pairs: [SectorPair: Int]) -> [Int] {
    var ring = present
    func ties(_ a: Int, _ b: Int) -> Double { Double(pairs[SectorPair(min(a, b), max(a, b))] ?? 0) }
    func cost(_ ring: [Int]) -> Double {
      var cost = 0.0
      for i in ring.indices {
        for j in ring.indices where j > i { cost += ties(ring[i], ring[j]) * Double(min(j - i, ring.count - j + i)) }
      }
      return cost
    }
    if ring.count > 3 {
      var best = cost(ring)
      var isBetter = true
      while isBetter {
        isBetter = false
        for i in ring.indices.dropFirst() {
          for j in ring.indices where j > i {
            ring.swapAt(i, j)
            let new = cost(ring)
            if new < best - 1e-9 {
              best = new
              isBetter = true
            } else {
              ring.swapAt(i, j)
            }
          }
        }
      }
    }
    return ring
  }

  private func addSectorLabels(
    to scene: inout MapScene, order: [Int], counts: [Int], frame: MapFrame, room: Double
  ) throws {
    let size = 12.5 + 4.5 * room
    var requests: [LabelRequest] = []
    for (position, sector) in order.enumerated() {
      let font = MapFont(
        family: MapTheme.fontFamily, weight: counts[sector] > 0 ? .bold : .semibold, size: size)
      let name = groupNames[sector]
      var ways = [TextWrap.wrap(name, lines: 1, limit: 30), TextWrap.wrap(name, lines: 2, limit: 22)]
      ways.append(TextWrap.wrap(name, lines: 3, limit: 16))
      // A cut name is worth having only where no whole one is.
      let whole = ways.filter { $0.last?.hasSuffix("…") == false }
      if !whole.isEmpty { ways = whole }
      let node = scene.nodes[position]
      let away = node.center - frame.labelArea.center
      requests.append(
        LabelRequest(
          anchor: node.center, radius: node.radius, variants: try ways.map { try TextBlock($0, font, ruler) },
          direction: away.length > 1 ? angle(of: MapPoint(x: away.x * 0.6, y: away.y)) : -.pi / 2, disc: position))
    }
    let discs = DiscIndex(centers: scene.nodes.map(\.center), radii: scene.nodes.map(\.radius), page: page.box)
    let ink = InkGrid(curves: scene.ties.map(\.curves), page: page.box)
    let placement = LabelPlacement(requests, discs: discs, ink: ink, area: frame.labelArea, blocked: [])
    let spots = placement.settled(importance: order.map { Double(counts[$0]) })
    for (position, sector) in order.enumerated() {
      let node = scene.nodes[position]
      if let spot = spots[position] {
        let leader = spot.leader(from: node.center, radius: node.radius)
        if !leader.isEmpty { scene.addLeader(leader, from: position, theme: theme) }
        let isCrossed = ink.amount(in: spot.box) > 0
        scene.labels.append(
          spot.label(
            .node, color: counts[sector] > 0 ? theme.ink : theme.muted, node: position,
            halo: isCrossed ? theme.ground.opacity(0xD0) : nil, leader: leader))
      }
      let isThere = counts[sector] > 0
      let text = isThere ? words.whole(counts[sector]) : words.missing
      // As large as the disc bears, and never too small to be read.
      var font = MapFont(
        family: MapTheme.fontFamily, weight: isThere ? .black : .regular,
        size: isThere ? node.radius * 0.72 : node.radius * 0.42)
      let wide = try TextBlock([text], font, ruler).width
      font.size = max(font.size * min(1, node.radius * 1.6 / max(wide, 1)), 6.1 / page.scale)
      let block = try TextBlock([text], font, ruler)
      guard block.width < node.radius * 1.9 else { continue }
      scene.labels.append(
        block.label(
          .number, center: node.center, color: isThere ? node.fill.textColor : theme.muted, node: position))
    }
  }
}
