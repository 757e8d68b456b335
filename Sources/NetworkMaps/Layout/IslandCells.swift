/// Islands in cells that share the sheet out between them: for more partners than islands with a shape of their own
/// have room for.
///
/// The sheet is cut in two, and each part again, by the room that islands need; in its cell each partner has its place in
/// a row. So no island touches another, and none leaves the area.
struct IslandCells {
  struct Island {
    /// The room of each partner, with its name.
    var footprints: [(width: Double, height: Double)]
    /// Of its name; zero: it has none.
    var title: (width: Double, height: Double)
  }

  struct Places {
    var boxes: [MapBox]
    var title: MapPoint
  }

  let area: MapBox
  /// From the partners to the edge of the cell.
  let margin: Double

  /// - Returns: the places of each island's partners and name; nil where there is not room for all.
  /// - Complexity: O(rounds · n log n).
  func places(of islands: [Island]) -> [Places]? {
    guard !islands.isEmpty else { return [] }
    var needs = islands.map { island in
      island.footprints.reduce(0) { $0 + $1.width * $1.height } * 1.2 + island.title.width * island.title.height
    }
    // An island that finds its cell too small claims more of the sheet.
    for _ in 0..<24 {
      let cells = shares(of: Array(islands.indices), needs: needs, in: area)
      let filled = zip(islands, cells).map { fill($1, with: $0) }
      if filled.allSatisfy({ $0.excess <= 1 }) { return filled.map(\.places) }
      for (k, cell) in filled.enumerated() { needs[k] *= min(1.3, max(0.94, cell.excess)) }
    }
    return nil
  }

  /// The area cut at its longer side into two parts of about the same need, and so on.
  private func shares(of islands: [Int], needs: [Double], in box: MapBox) -> [MapBox] {
    guard islands.count > 1 else { return [box] }
    let total = islands.reduce(0) { $0 + needs[$1] }
    var cut = 1
    var sum = 0.0
    var best = (distance: Double.infinity, sum: 0.0)
    for (position, island) in islands.dropLast().enumerated() {
      sum += needs[island]
      let distance = abs(sum - total / 2)
      if distance < best.distance {
        best = (distance, sum)
        cut = position + 1
      }
    }
    let share = total > 0 ? best.sum / total : 0.5
    var (first, second) = (box, box)
    if box.width >= box.height {
      first.right = box.left + box.width * share
      second.left = first.right
    } else {
      first.bottom = box.top + box.height * share
      second.top = first.bottom
    }
    return shares(of: Array(islands[..<cut]), needs: needs, in: first)
      + shares(of: Array(islands[cut...]), needs: needs, in: second)
  }

  /// Partners in rows, the high ones in the middle.
  ///
  /// - Returns: the places, and how many times as large the cell would have to be.
  private func fill(_ cell: MapBox, with island: Island) -> (places: Places, excess: Double) {
    var room = cell.inset(margin, margin)
    let title = MapPoint(x: cell.center.x, y: cell.top + 4 + island.title.height / 2)
    room.top += island.title.height + 4
    let sizes = island.footprints
    let widest = max(sizes.map(\.width).max() ?? 0, island.title.width - 2 * margin)
    let order = sizes.indices.sorted { (-sizes[$0].height, $0) < (-sizes[$1].height, $1) }
    var rows: [[Int]] = []
    var width = 0.0
    for k in order {
      if rows.isEmpty || width + sizes[k].width > room.width {
        rows.append([])
        width = 0
      }
      rows[rows.count - 1].append(k)
      width += sizes[k].width
    }
    let heights = rows.map { $0.map { sizes[$0].height }.max() ?? 0 }
    let height = heights.reduce(0, +)
    let excess = max(widest / max(room.width, 1), height / max(room.height, 1))
    var boxes = [MapBox](repeating: MapBox(center: room.center, width: 0, height: 0), count: sizes.count)
    // A little apart where there is room, but not scattered over a cell that is much too large.
    let gap = min(26, max(0, room.height - height) / Double(rows.count + 1))
    var y = room.center.y - (height + gap * Double(rows.count - 1)) / 2
    for row in Self.middleOut(Array(rows.indices)) {
      let members = Self.middleOut(rows[row])
      let taken = members.reduce(0) { $0 + sizes[$1].width }
      let slack = min(40, max(0, room.width - taken) / Double(members.count + 1))
      var x = room.center.x - (taken + slack * Double(members.count - 1)) / 2
      for k in members {
        let center = MapPoint(x: x + sizes[k].width / 2, y: y + heights[row] / 2)
        boxes[k] = MapBox(center: center, width: sizes[k].width, height: sizes[k].height)
        x += sizes[k].width + slack
      }
      y += heights[row] + gap
    }
    return (Places(boxes: boxes, title: title), excess)
  }

  /// The first in the middle, the others to its sides by turns.
  private static func middleOut(_ items: [Int]) -> [Int] {
    var order: [Int] = []
    for (rank, item) in items.enumerated() {
      if rank % 2 == 0 { order.append(item) } else { order.insert(item, at: 0) }
    }
    return order
  }
}
