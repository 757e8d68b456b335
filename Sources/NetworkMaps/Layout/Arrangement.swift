/// Discs, ties and names of a map, brought together so that nothing covers a name.
struct Arrangement {
  var centers: [MapPoint]
  var curves: [MapCurve]
  /// The place of each name; nil where it found none.
  var spots: [LabelSpot?]

  struct Problem {
    var radii: [Double]
    var isFixed: [Bool]
    var ties: [(source: Int, target: Int)]
    /// Ties drawn over everything: names keep clear of them.
    var overlay: [(source: Int, target: Int)] = []
    /// For each node the lines of its name in the ways they may be broken; empty where it goes without one.
    var names: [[TextBlock]]
    /// The group of each node: names lie away from the middle of theirs.
    var groups: [Int?]
    /// Who keeps its name when there is not room for all.
    var importance: [Double]
    /// For the discs.
    var discArea: MapBox
    /// For names.
    var labelArea: MapBox
    var blocked: [MapBox]
    var page: MapBox
    /// From rim to rim.
    var gap: Double
    /// How the ties run between given places; nil: bowed round the discs in their way.
    var route: (([MapPoint]) -> [MapCurve])?

    func curves(_ centers: [MapPoint]) -> [MapCurve] {
      route?(centers) ?? tieCurves(ties, centers: centers, radii: radii, area: labelArea)
    }
  }

  /// Places names, and where they do not fit moves the discs in question apart and tries again.
  init(_ problem: Problem, centers start: [MapPoint], rounds: Int) {
    var centers = start
    separate(&centers, radii: problem.radii, gap: problem.gap, within: problem.discArea, isFixed: problem.isFixed)
    var best: (conflicts: Int, arrangement: Arrangement)?
    for round in 0..<max(rounds, 1) {
      let curves = problem.curves(centers)
      let named = centers.indices.filter { !problem.names[$0].isEmpty }
      let index = DiscIndex(centers: centers, radii: problem.radii, page: problem.page)
      let overlay = tieCurves(
        problem.overlay, centers: centers, radii: problem.radii, area: problem.labelArea)
      let ink = InkGrid(curves: curves.map { [$0] }, heavy: overlay, page: problem.page)
      let middles = Self.middles(of: problem.groups, centers: centers)
      let requests = named.map { node in
        let away = centers[node] - (problem.groups[node].flatMap { middles[$0] } ?? problem.discArea.center)
        return LabelRequest(
          anchor: centers[node], radius: problem.radii[node], variants: problem.names[node],
          direction: away.length > 12 ? angle(of: away) : nil, disc: node)
      }
      let placement = LabelPlacement(
        requests, discs: index, ink: ink, area: problem.labelArea, blocked: problem.blocked)
      let conflicts = placement.conflicts
      if best.map({ conflicts.count < $0.conflicts }) ?? true {
        let settled = placement.settled(importance: named.map { problem.importance[$0] })
        var spots = [LabelSpot?](repeating: nil, count: centers.count)
        for (position, node) in named.enumerated() { spots[node] = settled[position] }
        best = (conflicts.count, Arrangement(centers: centers, curves: curves, spots: spots))
      }
      guard !conflicts.isEmpty, round + 1 < rounds else { break }
      Self.push(&centers, conflicts: conflicts, named: named, placement: placement, problem: problem)
      separate(&centers, radii: problem.radii, gap: problem.gap, within: problem.discArea, isFixed: problem.isFixed)
    }
    self = best!.arrangement
  }

  /// For thousands of discs: the names of the most central stand in columns beside them, with lines to their discs.
  init(crowded problem: Problem, centers start: [MapPoint]) {
    let named = start.indices.filter { !problem.names[$0].isEmpty }
    let blocks = named.map { problem.names[$0].last! }
    let widest = min(blocks.map(\.width).max() ?? 0, problem.labelArea.width * 0.2)
    let taken = problem.blocked.map(\.width).max() ?? 0
    // Lines begin at the inner edge of the columns: so they run through no name and past what is blocked.
    let column = max(widest, taken)
    // Discs that stay where they are may lie in a column: there names keep to its outer edge.
    let isInner = !problem.isFixed.contains(true)
    let stage = problem.labelArea.inset(named.isEmpty ? max(8, taken + 12) : column + 26, 8)
    // The layout was made for the disc area.
    let area = problem.discArea
    var centers = start
    for node in centers.indices where !problem.isFixed[node] {
      centers[node] = MapPoint(
        x: stage.left + (start[node].x - area.left) / area.width * stage.width,
        y: stage.top + (start[node].y - area.top) / area.height * stage.height)
    }
    separate(
      &centers, radii: problem.radii, gap: problem.gap, within: stage, isFixed: problem.isFixed, rounds: 600)

    // The left half to the left column, the right half to the right one.
    let fitting = zip(named, blocks).filter { $0.1.width <= widest + 0.01 }
    let byX = fitting.sorted { (centers[$0.0].x, $0.0) < (centers[$1.0].x, $1.0) }
    var spots = [LabelSpot?](repeating: nil, count: centers.count)
    for (half, isLeft) in [(byX.prefix(byX.count / 2), true), (byX.dropFirst(byX.count / 2), false)] {
      var members = Array(half)
      let gap = 5.0
      let obstacles = problem.blocked.filter { ($0.center.x < problem.labelArea.center.x) == isLeft }
        .map { $0.inset(-gap, -gap) }.sorted { $0.top < $1.top }
      let room = obstacles.reduce(problem.labelArea.height - 10) { $0 - $1.height }
      func height(_ members: [(Int, TextBlock)]) -> Double { members.reduce(0) { $0 + $1.1.height + gap } }
      // The least important give way where the column is full.
      while height(members) > room,
        let last = members.indices.min(by: {
          (problem.importance[members[$0].0], -members[$0].0) < (problem.importance[members[$1].0], -members[$1].0)
        })
      {
        members.remove(at: last)
      }
      members.sort { (centers[$0.0].y, $0.0) < (centers[$1.0].y, $1.0) }
      // Evenly down the column, which keeps the order and so the lines from crossing.
      let slack = (room - height(members)) / Double(max(members.count, 1))
      var y = problem.labelArea.top + 5 + slack / 2
      for (node, block) in members {
        let inward = (isInner ? column - block.width : 0) + block.width / 2
        let x = isLeft ? problem.labelArea.left + inward : problem.labelArea.right - inward
        var box = MapBox(
          center: MapPoint(x: x, y: y + block.height / 2), width: block.width, height: block.height)
        for obstacle in obstacles where box.overlap(obstacle) > 0 {
          y = obstacle.bottom
          box = box.moved(by: MapPoint(x: 0, y: y - box.top))
        }
        guard box.bottom <= problem.labelArea.bottom else { break }
        spots[node] = LabelSpot(
          block: block, box: box, alignment: isLeft == isInner ? .right : .left, needsLeader: false,
          isCallout: true)
        y += block.height + gap + slack
      }
    }
    self.init(centers: centers, curves: problem.curves(centers), spots: spots)
  }

  /// The lines from discs to names that stand aside.
  func leaders(radii: [Double]) -> [[MapPoint]] {
    spots.indices.compactMap { spots[$0]?.leader(from: centers[$0], radius: radii[$0]) }.filter { !$0.isEmpty }
  }

  init(centers: [MapPoint], curves: [MapCurve], spots: [LabelSpot?]) {
    self.centers = centers
    self.curves = curves
    self.spots = spots
  }

  private static func middles(of groups: [Int?], centers: [MapPoint]) -> [Int: MapPoint] {
    var sums: [Int: (sum: MapPoint, count: Double)] = [:]
    for (node, group) in groups.enumerated() {
      guard let group else { continue }
      let known = sums[group] ?? (.zero, 0)
      sums[group] = (known.sum + centers[node], known.count + 1)
    }
    return sums.mapValues { $0.sum * (1 / $0.count) }
  }

  /// Moves the nodes of names that touch away from each other, and those of blocked names towards room.
  private static func push(
    _ centers: inout [MapPoint], conflicts: [(Int, Int)], named: [Int], placement: LabelPlacement, problem: Problem
  ) {
    for (first, second) in conflicts {
      let i = named[first]
      let box = placement.spot(first).box
      if first == second {
        // Away from the discs that the name covers, and back into the area.
        for j in centers.indices where j != i && box.depth(ofDisc: centers[j], radius: problem.radii[j] + 3) > 0 {
          let way = (centers[j] - box.center).unit * (box.height * 0.5 + 4)
          if !problem.isFixed[j] { centers[j] += way }
          if !problem.isFixed[i] { centers[i] -= way * 0.5 }
        }
        let inside = problem.labelArea
        let back = MapPoint(
          x: max(0, inside.left - box.left) - max(0, box.right - inside.right),
          y: max(0, inside.top - box.top) - max(0, box.bottom - inside.bottom))
        if !problem.isFixed[i] { centers[i] += back }
      } else {
        let j = named[second]
        let other = placement.spot(second).box
        let dx = min(box.right, other.right) - max(box.left, other.left) + 4
        let dy = min(box.bottom, other.bottom) - max(box.top, other.top) + 4
        let way: MapPoint
        if dy <= dx {
          way = MapPoint(x: 0, y: (box.center.y, centers[i].y) <= (other.center.y, centers[j].y) ? dy : -dy)
        } else {
          way = MapPoint(x: box.center.x <= other.center.x ? dx : -dx, y: 0)
        }
        if !problem.isFixed[i] { centers[i] -= way * 0.6 }
        if !problem.isFixed[j] { centers[j] += way * 0.6 }
      }
    }
  }
}
