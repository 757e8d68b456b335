/// Lines from discs inside a circle to names outside it, through as few names, discs and other lines as can be.
///
/// Each line leaves the circle at a gate, in or beside the direction of its disc, and goes from there to a corner of its
/// name. Names lie outside a circle that holds the gates, and a chord stays inside its circle: so with the right corner
/// few lines meet another's name. Where one does in spite of all, the less important of the two names goes.
struct RimLeaders {
  struct Item {
    /// Where the line begins.
    var center: MapPoint
    /// Of its disc, which is left out; 0: it begins at the gate.
    var radius: Double
    var disc: Int?
    var box: MapBox
    var alignment: MapAlignment
    var lineHeight: Double
    var importance: Double
    /// In radians.
    var turn: Double
  }

  let middle: MapPoint
  /// Of the circle of gates.
  let gates: Double
  let discs: DiscIndex
  /// Names that stay where they are.
  let fixed: [MapBox]

  /// - Returns: the line of each item, with its corners; empty for those without a way that runs through no name.
  func lines(for items: [Item]) -> [[MapPoint]] {
    var lines = [[MapPoint]](repeating: [], count: items.count)
    var isGone = [Bool](repeating: false, count: items.count)
    for _ in 0..<2 {
      for i in items.indices { lines[i] = best(i, items, lines, isGone) }
    }
    for _ in items {
      guard let i = items.indices.first(where: { !isGone[$0] && obstacle(lines[$0], of: $0, items, isGone) != .none })
      else { break }
      switch obstacle(lines[i], of: i, items, isGone) {
      case .item(let other) where items[other].importance < items[i].importance: isGone[other] = true
      default: isGone[i] = true
      }
      for k in items.indices where !isGone[k] && obstacle(lines[k], of: k, items, isGone) != .none {
        lines[k] = best(k, items, lines, isGone)
      }
    }
    return items.indices.map { isGone[$0] ? [] : lines[$0] }
  }

  private enum Obstacle: Equatable { case none, fixed, item(Int) }

  /// The first name in the line's way.
  private func obstacle(_ line: [MapPoint], of i: Int, _ items: [Item], _ isGone: [Bool]) -> Obstacle {
    if fixed.contains(where: { $0.inset(-1, -1).touches(alongside: line) }) { return .fixed }
    let other = items.indices.first { $0 != i && !isGone[$0] && items[$0].box.inset(-1, -1).touches(alongside: line) }
    return other.map { .item($0) } ?? .none
  }

  private func best(_ i: Int, _ items: [Item], _ lines: [[MapPoint]], _ isGone: [Bool]) -> [MapPoint] {
    let item = items[i]
    var best = (cost: Double.infinity, line: [MapPoint]())
    for (base, line) in candidates(item).sorted(by: { $0.cost < $1.cost }) where base < best.cost {
      var cost = base
      if item.box.inset(0.5, 0.5).touches(alongside: line) { cost += 1000 }
      for box in fixed where box.inset(-1.5, -1.5).touches(alongside: line) { cost += 1000 }
      for (other, name) in items.enumerated() where other != i && !isGone[other] {
        if name.box.inset(-1.5, -1.5).touches(alongside: line) { cost += 1000 }
      }
      if cost >= best.cost { continue }
      for (a, b) in zip(line, line.dropFirst())
      where discs.isCrossed(from: a, to: b, gap: 1.5, except: [item.disc ?? -1]) {
        cost += 70
      }
      for (other, crossed) in lines.enumerated() where other != i && !isGone[other] {
        if cross(line, crossed) { cost += 30 }
        // From a common gate nobody could tell where which line goes on.
        if crossed.count == 3, line.count == 3, (crossed[1] - line[1]).length < 5 { cost += 20 }
      }
      if cost < best.cost { best = (cost, line) }
    }
    return best.line
  }

  private func candidates(_ item: Item) -> [(cost: Double, line: [MapPoint])] {
    // A quarter of the circle, to both sides.
    let steps = item.radius > 0 ? -26...26 : 0...0
    var found: [(cost: Double, line: [MapPoint])] = []
    for offset in steps.map({ Double($0) * 0.03 }) {
      let gate = middle + MapPoint(angle: item.turn + offset, length: gates)
      for (price, foot) in feet(item, gate) {
        let start = item.radius > 0 ? item.center + (gate - item.center).unit * item.radius : gate
        let line = item.radius > 0 ? [start, gate, foot] : [gate, foot]
        let length = (gate - start).length + (foot - gate).length
        found.append((length + price + abs(offset) * 8, line))
      }
    }
    return found
  }

  /// Where a line may arrive at the name: beside its first line, its last, or above or below it.
  private func feet(_ item: Item, _ gate: MapPoint) -> [(price: Double, foot: MapPoint)] {
    let box = item.box
    let x = item.alignment == .left ? box.left - 3 : box.right + 3
    let rise = item.lineHeight * 0.4
    var feet = [(0.0, MapPoint(x: x, y: box.top + rise)), (0.0, MapPoint(x: x, y: box.bottom - rise))]
    let y = box.center.y < middle.y ? box.bottom + 2 : box.top - 2
    feet.append((14, MapPoint(x: min(max(gate.x, box.left + 4), box.right - 4), y: y)))
    return feet
  }

  private func cross(_ a: [MapPoint], _ b: [MapPoint]) -> Bool {
    zip(a, a.dropFirst()).contains { p, q in
      zip(b, b.dropFirst()).contains { r, s in segmentsCross(p, q, r, s) }
    }
  }
}

extension MapScene {
  /// A line from a node to its name, over the ties, to an invisible end of its own.
  mutating func addLeader(_ line: [MapPoint], from node: Int, theme: MapTheme) {
    guard let foot = line.last else { return }
    let id = nodes[node].id.drop { $0 != "-" }
    nodes.append(
      MapNode(
        id: "callout\(id)", tooltip: "", center: foot, radius: 0.8, fill: theme.muted, line: theme.muted, lineWidth: 0,
        classes: "callout"))
    ties.append(
      MapTie(
        id: "line\(id)", tooltip: "", from: node, to: nodes.count - 1,
        curves: zip(line, line.dropFirst()).map { MapCurve(from: $0, to: $1, bend: 0) },
        color: theme.ink.opacity(0xA0), width: 0.8, classes: "callout"))
  }
}

extension MapShape {
  /// A line from a name to an area.
  static func leader(_ line: [MapPoint], _ theme: MapTheme) -> MapShape {
    .polyline(line, line: theme.leader, width: 0.8, dash: .solid)
  }
}
