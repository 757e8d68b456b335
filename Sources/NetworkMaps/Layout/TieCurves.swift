/// Bows for ties: bent away from the middle of the map, and round the discs that are not theirs.
///
/// A tie whose every even bow runs through a disc may swing: its two halves bend by different heights.
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
  let swings = [-0.5, -0.36, -0.24, -0.12, 0, 0.12, 0.24, 0.36, 0.5]
  return ties.map { tie in
    let (a, b) = (centers[tie.source], centers[tie.target])
    let way = b - a
    let outward = ((a + b) * 0.5 - middle).dot(way.normal) >= 0 ? 1.0 : -1.0
    var best = (cost: Double.infinity, curve: MapCurve(from: a, to: b, bend: 0), isFree: false)
    /// Takes the curve if it is better; its price without obstacles is `price`.
    func consider(_ wanted: MapCurve, price: Double) {
      let curve = wanted.kept(inside: area)
      var cost = price
      var isFree = true
      for point in curve.samples(step: 9) {
        let near = MapBox(center: point, width: 2, height: 2)
        index.forEachNear(near) { k in
          guard k != tie.source, k != tie.target else { return }
          let depth = radii[k] + 4 - (centers[k] - point).length
          cost += max(0, depth) * 0.5
          if depth > 3.5 { isFree = false }
        }
        if cost >= best.cost { return }
      }
      best = (cost, curve, isFree)
    }
    for (rank, bend) in bends.enumerated() {
      let price = Double(rank) * 0.15 + bend * bend * way.length * 0.12
      if best.cost <= price { break }
      consider(MapCurve(from: a, to: b, bend: bend * outward), price: price)
    }
    if !best.isFree {
      for first in swings {
        for second in swings {
          let (bend1, bend2) = (way.normal * (first * outward), way.normal * (second * outward))
          let price = 2 + (first * first + second * second + abs(first - second)) * way.length * 0.03
          consider(
            MapCurve(start: a, control1: a + way * 0.3 + bend1, control2: a + way * 0.7 + bend2, end: b), price: price)
        }
      }
    }
    return best.curve
  }
}

extension MapCurve {
  /// The curve with its control points inside a box: a Bézier curve does not leave the hull of its points.
  func kept(inside box: MapBox) -> MapCurve {
    MapCurve(start: start, control1: box.nearest(to: control1), control2: box.nearest(to: control2), end: end)
  }
}
