/// Where the partners of islands lie.
extension MapPlan {
  /// Every island packed on its own, then the islands apart, each with its name on top; nil where there is not room.
  func islandPlaces(
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

  /// How many ties there are between two islands.
  func tiesBetween(_ islandOf: [Int]) -> [SectorPair: Int] {
    var between: [SectorPair: Int] = [:]
    for tie in input.ties {
      let (a, b) = (islandOf[tie.source], islandOf[tie.target])
      if a != b { between[SectorPair(min(a, b), max(a, b)), default: 0] += 1 }
    }
    return between
  }

  /// Where the islands begin: round an ellipse, those with many ties side by side, each with room for its partners.
  func islandMiddles(
    _ islands: [Int], islandOf: [Int], footprints: [(width: Double, height: Double)], area: MapBox
  ) -> [Int: MapPoint] {
    guard islands.count > 1 else { return Dictionary(uniqueKeysWithValues: islands.map { ($0, area.center) }) }
    let order = circularOrder(of: islands, pairs: tiesBetween(islandOf))
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
}
