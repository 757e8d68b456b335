/// Puts names beside their nodes, so that none touches another, a disc, the legend or the edge of the page.
///
/// Each name has candidates: directions × distances × ways of breaking the lines. A candidate's own cost counts discs,
/// ties underneath, and how far it is from where the name would like to be; overlaps with other names are added. A
/// greedy start is improved by single moves, then by moves that push one other name away. Names that find no place beside
/// their disc look for one farther off, with a line that runs through no disc and no name. A line so short that it is
/// not seen as one does not tell whose name it is.
struct LabelPlacement {
  struct Candidate {
    var box: MapBox
    var cost: Double
    var variant: Int
    var alignment: MapAlignment
    var needsLeader: Bool
    /// Whether the place is impossible whatever the other names do.
    var isBlocked: Bool
    /// What the name and the line to it may touch, with the room around them.
    var reach: MapBox
  }

  /// The least room between names.
  static let gap = 3.0
  /// Shorter lines cannot be seen as lines between crowded discs.
  static let shortestLeader = 13.0
  private static let conflictCost = 40.0

  private var candidates: [[Candidate]] = []
  private let requests: [LabelRequest]
  private let discs: DiscIndex
  private let ink: InkGrid
  private let area: MapBox
  private let blocked: [MapBox]
  private(set) var choice: [Int]
  /// The reach of each name at its present place: most others are out of it, and need no closer look.
  private var reaches: [MapBox]

  init(
    _ requests: [LabelRequest], discs: DiscIndex, ink: InkGrid, area: MapBox, blocked: [MapBox]
  ) {
    self.requests = requests
    self.discs = discs
    self.ink = ink
    self.area = area
    self.blocked = blocked
    choice = [Int](repeating: 0, count: requests.count)
    reaches = []
    candidates.reserveCapacity(requests.count)
    for request in requests {
      var list = Self.candidates(for: request, discs: discs, ink: ink, area: area, blocked: blocked)
      list.sort { ($0.cost, $0.box.left, $0.box.top) < ($1.cost, $1.box.left, $1.box.top) }
      candidates.append(list)
      reaches.append(list.first?.reach ?? .nowhere)
    }
    improve()
  }

  private static func candidates(
    for request: LabelRequest, discs: DiscIndex, ink: InkGrid, area: MapBox, blocked: [MapBox]
  ) -> [Candidate] {
    var list: [Candidate] = []
    let distances: [(gap: Double, cost: Double)] = [
      (3.5, 0), (8, 1.2), (15, 3), (26, 7), (42, 11),
    ]
    for (variant, block) in request.variants.enumerated() {
      for (distance, far) in distances {
        for step in 0..<24 {
          let direction = Double(step) * .pi / 12
          let (dx, dy) = (cosine(direction), sine(direction))
          let ex = abs(dx) > 0.35 ? (dx > 0 ? 1.0 : -1.0) : dx / 0.35
          let ey = abs(dy) > 0.35 ? (dy > 0 ? 1.0 : -1.0) : dy / 0.35
          let center = MapPoint(
            x: request.anchor.x + dx * (request.radius + distance) + ex * block.width / 2,
            y: request.anchor.y + dy * (request.radius + distance) + ey * block.height / 2)
          let box = MapBox(center: center, width: block.width, height: block.height)
          var cost = far + Double(variant) * 0.7
          if let wanted = request.direction { cost += (1 - cosine(direction - wanted)) * 1.8 }
          cost += abs(sine(2 * direction)) * 0.7
          let depth = discs.depth(in: box, gap: 2)
          let out = max(0, area.left - box.left, box.right - area.right, area.top - box.top, box.bottom - area.bottom)
          var isBlocked = depth > 0 || out > 0
          cost += (depth > 0 ? 25 + depth * 3 : 0) + (out > 0 ? 60 + out * 4 : 0)
          for obstacle in blocked {
            let overlap = box.overlap(obstacle, gap: 4)
            if overlap > 0 {
              cost += 60 + overlap.squareRoot()
              isBlocked = true
            }
          }
          cost += Double(ink.amount(in: box)) * 0.16
          var needsLeader = distance > 20
          if let disc = request.disc, !isBlocked {
            // Distances to the drawn rims: some discs have a margin round them.
            let own = box.distance(to: request.anchor) - request.radius
            if discs.gap(to: box, own: disc, limit: own + 1) <= own + 0.5 {
              if own < Self.shortestLeader { isBlocked = true } else { needsLeader = true }
              cost += own < Self.shortestLeader ? 25 : 5
            }
            if needsLeader {
              let end = box.nearest(to: request.anchor)
              if discs.isCrossed(from: request.anchor, to: end, except: [disc])
                || blocked.contains(where: { $0.touches(from: request.anchor, to: end) })
              {
                cost += 25
                isBlocked = true
              }
            }
          }
          let alignment: MapAlignment = ex > 0.6 ? .left : ex < -0.6 ? .right : .center
          let inked = needsLeader ? box.union(MapBox(center: request.anchor, width: 0, height: 0)) : box
          list.append(
            Candidate(
              box: box, cost: cost, variant: variant, alignment: alignment, needsLeader: needsLeader,
              isBlocked: isBlocked, reach: inked.inset(-gap, -gap)))
        }
      }
    }
    return list
  }

  /// What it costs when the candidates `a` of name `i` and `b` of name `j` are chosen: names that touch, and lines that
  /// run through the other's name.
  private func clash(_ i: Int, _ a: Candidate, _ j: Int, _ b: Candidate) -> Double {
    let overlap = a.box.overlap(b.box, gap: Self.gap)
    if overlap > 0 { return Self.conflictCost + overlap * 0.2 }
    guard a.needsLeader || b.needsLeader else { return 0 }
    return isLeaderThrough(i, a, b.box) || isLeaderThrough(j, b, a.box) ? Self.conflictCost : 0
  }

  /// Whether the line to name `i` at a candidate's place runs through a box, or past it too near to be told apart.
  private func isLeaderThrough(_ i: Int, _ candidate: Candidate, _ box: MapBox) -> Bool {
    guard candidate.needsLeader else { return false }
    let anchor = requests[i].anchor
    return box.inset(-1, -1).touches(from: anchor, to: candidate.box.nearest(to: anchor))
  }

  /// What candidate `k` of name `i` costs among the present places of the others.
  private func total(_ i: Int, _ k: Int, stopAt limit: Double = .infinity, ignoring other: Int = -1) -> Double {
    var cost = candidates[i][k].cost
    let candidate = candidates[i][k]
    let reach = candidate.reach
    for j in reaches.indices where reaches[j].meets(reach) && j != i && j != other {
      cost += clash(i, candidate, j, candidates[j][choice[j]])
      if cost >= limit { return cost }
    }
    return cost
  }

  private func best(
    _ i: Int, ignoring other: Int = -1, avoiding taken: Candidate? = nil
  ) -> (cost: Double, k: Int) {
    var best = (cost: Double.infinity, k: 0)
    for k in candidates[i].indices {
      if candidates[i][k].cost >= best.cost { break }
      var cost = total(i, k, stopAt: best.cost, ignoring: other)
      if let taken { cost += clash(i, candidates[i][k], other, taken) }
      if cost < best.cost { best = (cost, k) }
    }
    return best
  }

  private mutating func improve() {
    for _ in 0..<16 {
      var isChanged = false
      for i in candidates.indices {
        let found = best(i).k
        if found != choice[i] {
          choose(found, for: i)
          isChanged = true
        }
      }
      if !isChanged { break }
    }
    for _ in 0..<6 {
      var isChanged = false
      for i in candidates.indices where total(i, choice[i]) >= Self.conflictCost {
        if pushAway(i) { isChanged = true }
      }
      if !isChanged { break }
    }
  }

  private mutating func choose(_ k: Int, for i: Int) {
    choice[i] = k
    reaches[i] = candidates[i][k].reach
  }

  /// Moves name `i` to a place that one other name holds, if that one finds another good place.
  private mutating func pushAway(_ i: Int) -> Bool {
    let present = total(i, choice[i])
    for k in candidates[i].indices where candidates[i][k].cost < present && k != choice[i] {
      let candidate = candidates[i][k]
      let holders = reaches.indices.filter {
        reaches[$0].meets(candidate.reach) && $0 != i && clash(i, candidate, $0, candidates[$0][choice[$0]]) > 0
      }
      guard holders.count == 1, let holder = holders.first else { continue }
      let before = present + total(holder, choice[holder], ignoring: i)
      let retreat = best(holder, ignoring: i, avoiding: candidate)
      if candidates[i][k].cost + retreat.cost < before - 0.01 {
        choose(k, for: i)
        choose(retreat.k, for: holder)
        return true
      }
    }
    return false
  }

  /// The chosen place of name `i`.
  func spot(_ i: Int) -> LabelSpot {
    let chosen = candidates[i][choice[i]]
    return LabelSpot(
      block: requests[i].variants[chosen.variant], box: chosen.box, alignment: chosen.alignment,
      needsLeader: chosen.needsLeader)
  }

  private func isTouching(_ i: Int, _ a: Candidate, _ j: Int, _ b: Candidate) -> Bool {
    a.box.overlap(b.box, gap: 0.5) > 0 || isLeaderThrough(i, a, b.box) || isLeaderThrough(j, b, a.box)
  }

  /// Pairs of names of which one, or its line, still touches the other, and names that touch a disc, the legend or the
  /// edge (paired with themselves).
  var conflicts: [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for i in candidates.indices where !candidates[i].isEmpty {
      let chosen = candidates[i][choice[i]]
      if chosen.isBlocked { pairs.append((i, i)) }
      for j in candidates.indices where j > i && reaches[j].meets(chosen.reach) {
        if isTouching(i, chosen, j, candidates[j][choice[j]]) { pairs.append((i, j)) }
      }
    }
    return pairs
  }

  /// The places of the names: as many as possible, the most important first; nil where there is none.
  ///
  /// - Parameters:
  ///   - importance: higher is placed first.
  ///   - reach: how far from its disc a name may be led, in units.
  func settled(importance: [Double], reach: Double = 150) -> [LabelSpot?] {
    let kept = kept(importance: importance)
    var spots = requests.indices.map { kept[$0] ? spot($0) : nil }
    let order = requests.indices.sorted { (-importance[$0], $0) < (-importance[$1], $1) }
    for i in order where spots[i] == nil && requests[i].disc != nil && !requests[i].variants.isEmpty {
      spots[i] = led(i, among: spots, reach: reach)
    }
    return spots
  }

  /// A place at the end of a line, for a name that found none beside its disc.
  private func led(_ i: Int, among spots: [LabelSpot?], reach: Double) -> LabelSpot? {
    let request = requests[i]
    var lines: [(from: MapPoint, to: MapPoint)] = []
    for (other, spot) in spots.enumerated() {
      guard let spot, spot.needsLeader else { continue }
      lines.append((requests[other].anchor, spot.box.nearest(to: requests[other].anchor)))
    }
    var best: (cost: Double, spot: LabelSpot)?
    for distance in stride(from: 10, through: reach, by: 8) {
      // Every farther place costs more than what has been found.
      if let best, distance * 0.3 >= best.cost { break }
      for (variant, block) in request.variants.enumerated() {
        for step in 0..<36 {
          let direction = Double(step) * .pi / 18
          let way = MapPoint(angle: direction)
          let ex = min(max(way.x / 0.35, -1), 1)
          let ey = min(max(way.y / 0.35, -1), 1)
          let box = MapBox(
            center: request.anchor + way * (request.radius + distance)
              + MapPoint(x: ex * block.width / 2, y: ey * block.height / 2), width: block.width, height: block.height)
          guard area.contains(box) else { continue }
          let end = box.nearest(to: request.anchor)
          guard (end - request.anchor).length - request.radius >= Self.shortestLeader else { continue }
          var cost = distance * 0.3 + Double(variant) * 0.7 + Double(ink.amount(in: box)) * 0.05
          if let wanted = request.direction { cost += (1 - cosine(direction - wanted)) * 2 }
          if let best, cost >= best.cost { continue }
          guard discs.depth(in: box, gap: 2) == 0,
            !blocked.contains(where: { box.overlap($0, gap: 4) > 0 || $0.touches(from: request.anchor, to: end) }),
            !spots.contains(where: { other in
              other.map {
                $0.box.overlap(box, gap: Self.gap) > 0
                  || $0.box.inset(-1, -1).touches(from: request.anchor, to: end)
              } ?? false
            }),
            !lines.contains(where: { box.inset(-1, -1).touches(from: $0.from, to: $0.to) }),
            !discs.isCrossed(from: request.anchor, to: end, gap: 1.5, except: [request.disc!])
          else { continue }
          let alignment: MapAlignment = ex > 0.6 ? .left : ex < -0.6 ? .right : .center
          best = (cost, LabelSpot(block: block, box: box, alignment: alignment, needsLeader: true))
        }
      }
    }
    return best?.spot
  }

  /// The names that keep their places when as few as possible of the others, the least important first, go.
  ///
  /// - Parameter importance: higher stays longer.
  private func kept(importance: [Double]) -> [Bool] {
    var kept = [Bool](repeating: false, count: candidates.count)
    let order = candidates.indices.sorted { (-importance[$0], $0) < (-importance[$1], $1) }
    for i in order where !candidates[i].isEmpty {
      let chosen = candidates[i][choice[i]]
      guard !chosen.isBlocked,
        !candidates.indices.contains(where: { kept[$0] && isTouching(i, chosen, $0, candidates[$0][choice[$0]]) })
      else { continue }
      kept[i] = true
    }
    return kept
  }
}
