/// Discs on bands round a middle.
struct Rings {
  let middle: MapPoint

  /// Lays discs along an arc of a band, in their order, in as many rows as they need.
  ///
  /// - Parameter start: in radians, clockwise from three o'clock.
  func place(
    _ members: [Int], extents: [Double], gap: Double, from start: Double, to end: Double, inner: Double,
    outer: Double, centers: inout [MapPoint]
  ) {
    guard !members.isEmpty else { return }
    let arc = (end - start) * (inner + outer) / 2
    let lengths = members.map { 2 * extents[$0] + gap }
    let total = lengths.reduce(0, +)
    let widest = lengths.max() ?? 1
    let mostRows = max(1, Int((outer - inner) / widest) + 1)
    let rows = min(mostRows, max(1, Int((total / max(arc, 1)).rounded(.up))))
    var used = 0.0
    for (position, member) in members.enumerated() {
      // A lone disc, or the first of few, stands in the middle of its share of the arc.
      let share = (used + lengths[position] / 2) / total
      used += lengths[position]
      let radius =
        rows == 1
        ? (inner + outer) / 2
        : inner + (outer - inner) * Double(position % rows) / Double(rows - 1)
      centers[member] = middle + MapPoint(angle: start + (end - start) * share, length: radius)
    }
  }

  /// Lays discs round a whole band, each as near to the direction it wants as its neighbours allow.
  ///
  /// - Parameter wanted: a direction for each node of the map, in radians.
  func spread(
    _ members: [Int], wanted: [Double], extents: [Double], gap: Double, inner: Double, outer: Double,
    centers: inout [MapPoint]
  ) {
    guard !members.isEmpty else { return }
    let order = members.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    let radius = (inner + outer) / 2
    let total = order.reduce(0) { $0 + 2 * extents[$1] + gap }
    guard total <= 2 * .pi * radius else {
      let start = order.reduce(0) { $0 + wanted[$1] } / Double(order.count) - .pi
      place(
        order, extents: extents, gap: gap, from: start, to: start + 2 * .pi, inner: inner, outer: outer,
        centers: &centers)
      return
    }
    var turns = order.map { wanted[$0] }
    let needs = order.indices.map { k in
      let next = order[(k + 1) % order.count]
      return (extents[order[k]] + extents[next] + gap) / radius
    }
    if order.count > 1 {
      for _ in 0..<400 {
        var isMoved = false
        for k in turns.indices {
          let next = (k + 1) % turns.count
          let distance = next == 0 ? turns[0] + 2 * .pi - turns[k] : turns[next] - turns[k]
          let lack = needs[k] - distance
          guard lack > 1e-6 else { continue }
          turns[k] -= lack / 2
          turns[next] += lack / 2
          isMoved = true
        }
        if !isMoved { break }
      }
    }
    for (member, turn) in zip(order, turns) { centers[member] = middle + MapPoint(angle: turn, length: radius) }
  }

  /// A piece of a ring as a polygon.
  func segment(from inner: Double, to outer: Double, _ start: Double, _ end: Double) -> [MapPoint] {
    let steps = max(6, Int((end - start) * 40))
    let turns = (0...steps).map { start + (end - start) * Double($0) / Double(steps) }
    return turns.map { middle + MapPoint(angle: $0, length: outer) }
      + turns.reversed().map { middle + MapPoint(angle: $0, length: inner) }
  }

  /// Small discs along a circle, for names not to cross it.
  func beads(radius: Double, size: Double) -> [(center: MapPoint, radius: Double)] {
    let count = max(24, Int(2 * .pi * radius / (size * 1.4)))
    return (0..<count).map { (middle + MapPoint(angle: Double($0) * 2 * .pi / Double(count), length: radius), size) }
  }
}
