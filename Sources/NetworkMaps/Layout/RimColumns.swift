/// Names outside a circle, at its left and its right, in the order of what they name round the circle.
///
/// Each name lies as near to its direction as the names above and below it allow, with the least sum of squared
/// distances (isotonic regression by pooling adjacent violators), so that lines to the circle do not cross.
struct RimColumns {
  struct Item {
    /// In radians, clockwise from three o'clock.
    var turn: Double
    /// The name broken into lines in several ways.
    var variants: [TextBlock]
    /// Higher stays longer where there is not room for all.
    var importance: Double
  }

  let middle: MapPoint
  /// No name reaches into the circle of this radius.
  let radius: Double
  let area: MapBox
  var gap = 3.0

  /// - Returns: the place of each item; nil where there is no room for it.
  func places(of items: [Item]) -> [LabelSpot?] {
    var spots = [LabelSpot?](repeating: nil, count: items.count)
    let turns = items.map { item -> Double in
      // From the top, clockwise, 0 ..< 2π.
      let turn = (item.turn + .pi / 2).truncatingRemainder(dividingBy: 2 * .pi)
      return turn < 0 ? turn + 2 * .pi : turn
    }
    let order = items.indices.sorted { (turns[$0], $0) < (turns[$1], $1) }
    var right = order.filter { turns[$0] < .pi }
    var left = Array(order.filter { turns[$0] >= .pi }.reversed())
    func height(_ column: [Int]) -> Double {
      column.reduce(0) { $0 + (items[$1].variants.map(\.height).min() ?? 0) + gap }
    }
    // The ends of a column that is too full move to the other side.
    for _ in items {
      let isRightFull = height(right) > area.height
      guard isRightFull != (height(left) > area.height), let first = isRightFull ? right.first : left.first,
        let last = isRightFull ? right.last : left.last
      else { break }
      let isTop = abs(cosine(turns[first])) >= abs(cosine(turns[last]))
      let mover = isTop ? first : last
      guard abs(sine(turns[mover])) < 0.5 else { break }
      if isRightFull {
        if isTop { left.insert(right.removeFirst(), at: 0) } else { left.append(right.removeLast()) }
      } else {
        if isTop { right.insert(left.removeFirst(), at: 0) } else { right.append(left.removeLast()) }
      }
    }
    place(right, items, turns, isRight: true, into: &spots)
    place(left, items, turns, isRight: false, into: &spots)
    return spots
  }

  private func place(
    _ column: [Int], _ items: [Item], _ turns: [Double], isRight: Bool, into spots: inout [LabelSpot?]
  ) {
    var members = column.filter { !items[$0].variants.isEmpty }
    while !members.isEmpty {
      var centers = members.map { middle.y - cosine(turns[$0]) * (radius + 4) }
      var blocks: [TextBlock] = []
      for _ in 0..<4 {
        blocks = zip(members, centers).map { block(of: items[$0], at: $1) }
        centers = spread(members.map { middle.y - cosine(turns[$0]) * (radius + 4) }, heights: blocks.map(\.height))
      }
      let total = blocks.reduce(-gap) { $0 + $1.height + gap }
      let tooWide = zip(blocks, centers).map { $0.width > room(at: $1, height: $0.height) + 0.01 }
      if total <= area.height + 0.01, !tooWide.contains(true) {
        for ((member, block), y) in zip(zip(members, blocks), centers) {
          let inner = edge(at: y, height: block.height)
          let x = isRight ? middle.x + inner + block.width / 2 : middle.x - inner - block.width / 2
          spots[member] = LabelSpot(
            block: block,
            box: MapBox(center: MapPoint(x: x, y: y), width: block.width, height: block.height),
            alignment: isRight ? .left : .right, needsLeader: false)
        }
        return
      }
      // Who does not fit beside the circle goes first, then the least important.
      let losers = total <= area.height + 0.01 ? members.indices.filter { tooWide[$0] } : Array(members.indices)
      let loser = losers.min { (items[members[$0]].importance, -$0) < (items[members[$1]].importance, -$1) }!
      members.remove(at: loser)
    }
  }

  /// The lines that fit beside the circle in the least height; the narrowest where none do.
  private func block(of item: Item, at y: Double) -> TextBlock {
    let fitting = item.variants.filter { $0.width <= room(at: y, height: $0.height) }
    return fitting.min { ($0.height, $0.width) < ($1.height, $1.width) }
      ?? item.variants.min { ($0.width, $0.height) < ($1.width, $1.height) }!
  }

  /// How far from the middle a box of this height begins.
  private func edge(at y: Double, height: Double) -> Double {
    let nearest = max(0, abs(y - middle.y) - height / 2)
    return max(5, (max(0, radius * radius - nearest * nearest)).squareRoot())
  }

  private func room(at y: Double, height: Double) -> Double {
    min(middle.x - area.left, area.right - middle.x) - edge(at: y, height: height)
  }

  /// The middles of boxes in their order, each as near to where it wants to be as the others allow.
  private func spread(_ wanted: [Double], heights: [Double]) -> [Double] {
    var offsets: [Double] = []
    var y = 0.0
    for height in heights {
      offsets.append(y + height / 2)
      y += height + gap
    }
    let highest = area.top
    let lowest = max(highest, area.bottom - (y - gap))
    var pools: [(sum: Double, count: Double)] = []
    for (want, offset) in zip(wanted, offsets) {
      pools.append((want - offset, 1))
      while pools.count > 1,
        pools[pools.count - 2].sum / pools[pools.count - 2].count >= pools.last!.sum / pools.last!.count
      {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    let starts = pools.flatMap { pool in
      [Double](repeating: min(max(pool.sum / pool.count, highest), lowest), count: Int(pool.count))
    }
    return zip(starts, offsets).map { $0 + $1 }
  }
}
