/// Bows for ties: bent away from the middle of the map, and round the discs that are not theirs.
///
/// - Parameter area: no tie leaves it.
/// - Complexity: O(ties · bends · discs near the way).
func tieCurves(
  _ ties: [(source: Int, target: Int)], centers: [MapPoint], radii: [Double], area: MapBox
) -> [MapCurve] {
  guard !ties.isEmpty else { return [] }
  // Among thousands of ties a bow says nothing.
  guard ties.count <= 3000 else {
    return ties.map { MapCurve(from: centers[$0.source], to: centers[$0.target], bend: 0) }
  }
  let middle = centers.reduce(.zero, +) * (1 / Double(max(centers.count, 1)))
  let index = DiscIndex(centers: centers, radii: radii, page: area)
  let bends = [0.08, -0.05, 0.02, 0.13, -0.11, 0.19, -0.17, 0.26, -0.24]
  return ties.map { tie in
    let (a, b) = (centers[tie.source], centers[tie.target])
    let way = b - a
    let outward = ((a + b) * 0.5 - middle).dot(way.normal) >= 0 ? 1.0 : -1.0
    var best = (cost: Double.infinity, curve: MapCurve(from: a, to: b, bend: 0.08 * outward))
    for (rank, bend) in bends.enumerated() {
      let curve = MapCurve(from: a, to: b, bend: bend * outward)
      var cost = Double(rank) * 0.15 + bend * bend * way.length * 0.12
      for point in curve.samples(step: 9) {
        let near = MapBox(center: point, width: 2, height: 2)
        index.forEachNear(near) { k in
          guard k != tie.source, k != tie.target else { return }
          cost += max(0, radii[k] + 4 - (centers[k] - point).length) * 0.5
        }
        if !area.contains(point) { cost += 20 }
        if cost >= best.cost { break }
      }
      if cost < best.cost { best = (cost, curve) }
      if cost <= 0.15 * Double(rank) + bend * bend * way.length * 0.12 { break }
    }
    return best.curve.kept(inside: area)
  }
}

extension MapCurve {
  /// The curve with its control points inside a box: a Bézier curve does not leave the hull of its points.
  func kept(inside box: MapBox) -> MapCurve {
    MapCurve(start: start, control1: box.nearest(to: control1), control2: box.nearest(to: control2), end: end)
  }
}
