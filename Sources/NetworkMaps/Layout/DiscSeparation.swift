/// Pushes discs apart until none touches another, and keeps them in an area.
///
/// - Parameters:
///   - gap: the least distance from rim to rim.
///   - isFixed: discs that stay where they are.
/// - Complexity: O(rounds · n log n) where discs lie spread out.
func separate(
  _ centers: inout [MapPoint], radii: [Double], gap: Double, within area: MapBox, isFixed: [Bool], rounds: Int = 200
) {
  let widest = radii.max() ?? 0
  var order = Array(centers.indices)
  for _ in 0..<rounds {
    // A sweep from left to right: only discs whose columns overlap can touch.
    order.sort { (centers[$0].x, $0) < (centers[$1].x, $1) }
    var moved = false
    for (rank, i) in order.enumerated() {
      var next = rank + 1
      while next < order.count {
        let j = order[next]
        next += 1
        if centers[j].x - centers[i].x > radii[i] + widest + gap { break }
        let need = radii[i] + radii[j] + gap
        var way = centers[j] - centers[i]
        // Discs in one place go apart in a direction that depends on their numbers alone.
        if way.length < 1e-6 { way = MapPoint(angle: Double(i * 7 + j) * 2.399963, length: 1e-3) }
        guard way.length < need - 1e-6, !(isFixed[i] && isFixed[j]) else { continue }
        let push = way.unit * (need - way.length)
        let share = isFixed[i] ? 0.0 : isFixed[j] ? 1.0 : 0.5
        centers[i] -= push * share
        centers[j] += push * (1 - share)
        moved = true
      }
    }
    for i in centers.indices where !isFixed[i] {
      centers[i] = area.inset(min(radii[i], area.width / 2), min(radii[i], area.height / 2)).nearest(to: centers[i])
    }
    if !moved { break }
  }
}
