/// How many ties there are between two sectors, written on the line between them.
extension MapPlan {
  /// The number of each tie on its curve, where it covers least; the strongest first, none where there is no room.
  func addTieNumbers(to scene: inout MapScene, pairs: [SectorPair: Int], nodeOf: [Int: Int]) throws {
    guard pairs.count <= 60 else { return }
    let sectorOf = Dictionary(uniqueKeysWithValues: nodeOf.map { ($0.value, $0.key) })
    let discs = DiscIndex(centers: scene.nodes.map(\.center), radii: scene.nodes.map(\.radius), page: page.box)
    let samples = scene.ties.map { $0.curves[0].samples(step: 12) }
    var taken = scene.labels.map(\.box)
    let leaders = scene.labels.map(\.leader).filter { !$0.isEmpty }
    let font = MapFont(family: MapTheme.fontFamily, weight: .semibold, size: max(12, 6.1 / page.scale))
    for position in scene.ties.indices.reversed() {
      let tie = scene.ties[position]
      let ends = tie.ends.map { sectorOf[$0]! }
      guard let count = pairs[SectorPair(min(ends[0], ends[1]), max(ends[0], ends[1]))] else { continue }
      let block = try TextBlock([words.whole(count)], font, ruler)
      let side = max(block.width + 9, block.height + 7)
      var best: (cost: Double, center: MapPoint)?
      for step in 20...80 {
        let center = tie.curves[0].point(at: Double(step) / 100)
        let box = MapBox(center: center, width: side, height: side)
        guard discs.depth(in: box, gap: 3) == 0, !taken.contains(where: { $0.overlap(box, gap: 4) > 0 }),
          !leaders.contains(where: { box.touches(alongside: $0) })
        else { continue }
        var cost = abs(Double(step) - 50) * 0.12
        for (other, points) in samples.enumerated() where other != position {
          for point in points { cost += max(0, 16 - (point - center).length) * 0.15 }
        }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, center) }
      }
      guard let best else { continue }
      taken.append(MapBox(center: best.center, width: side, height: side))
      scene.nodes.append(
        MapNode(
          id: "number-\(tie.id.dropFirst(4))", tooltip: tie.tooltip, center: best.center, radius: side / 2,
          fill: theme.ground, line: theme.faintLine, lineWidth: 0.8, classes: "number"))
      scene.labels.append(
        block.label(.number, center: best.center, color: theme.ink, node: scene.nodes.count - 1))
    }
  }
}
