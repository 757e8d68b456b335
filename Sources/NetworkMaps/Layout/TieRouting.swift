/// Chooses among curves for a tie the one that runs through the fewest discs that are not its ends.
struct TieRouting {
  let discs: DiscIndex
  /// Names: a tie may run through them, but need not.
  var names: [MapBox] = []
  /// No tie leaves it.
  let area: MapBox

  /// Of curves of the same cost the first.
  ///
  /// - Parameters:
  ///   - candidates: the most liked first.
  ///   - price: how much less each is liked than the one before; a disc run through costs about 50.
  /// - Complexity: O(candidates · length · discs near the way).
  func best(of candidates: some Sequence<MapCurve>, ends: [Int], price: Double = 0.15) -> MapCurve? {
    var best: (cost: Double, curve: MapCurve)?
    for (rank, candidate) in candidates.enumerated() {
      let curve = candidate.kept(inside: area)
      let start = Double(rank) * price
      if let best, start >= best.cost { break }
      let cost = start + self.cost(of: curve, ends: ends, limit: (best?.cost ?? .infinity) - start)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, curve) }
    }
    return best?.curve
  }

  /// How deep and how long the curve runs through discs, and through names.
  private func cost(of curve: MapCurve, ends: [Int], limit: Double) -> Double {
    var cost = 0.0
    for point in curve.samples(step: 4.5) {
      discs.forEachNear(MapBox(center: point, width: 6, height: 6)) { k in
        guard !ends.contains(k) else { return }
        let depth = discs.radii[k] + 3 - (discs.centers[k] - point).length
        if depth > 0 { cost += depth > 3 ? 6 + depth : depth * 0.4 }
      }
      for name in names where name.contains(point) { cost += 0.5 }
      if cost >= limit { return cost }
    }
    return cost
  }
}

extension MapCurve {
  /// Ways between two points: even bows, the flat ones first, then curves whose halves bend by different heights.
  ///
  /// - Parameters:
  ///   - side: 1 or -1: the side to bend to first.
  ///   - most: the greatest height of a bend, as a share of the distance.
  static func ways(from a: MapPoint, to b: MapPoint, side: Double, most: Double = 0.6) -> [MapCurve] {
    let bends: [Double] = [0.09, 0.15, 0.04, 0.22, -0.05, 0.3, -0.12, 0.4, -0.2, -0.3, 0.52, -0.42]
    let swings: [(first: Double, second: Double)] = [
      (0.3, -0.3), (-0.3, 0.3), (0.3, 0), (0, 0.3), (-0.3, 0), (0, -0.3), (0.55, -0.55), (-0.55, 0.55), (0.55, 0),
      (0, 0.55), (-0.55, 0), (0, -0.55),
    ]
    let way = b - a
    let normal = way.normal
    return bends.filter { abs($0) <= most }.map { MapCurve(from: a, to: b, bend: $0 * side) }
      + swings.filter { max(abs($0.first), abs($0.second)) <= most }.map { swing in
        let control1 = a + way * 0.3 + normal * swing.first
        let control2 = a + way * 0.7 + normal * swing.second
        return MapCurve(start: a, control1: control1, control2: control2, end: b)
      }
  }
}
