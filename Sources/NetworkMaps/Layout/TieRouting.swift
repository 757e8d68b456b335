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
      for name in names where name.contains(point) { cost += 0.25 }
      if cost >= limit { return cost }
    }
    return cost
  }
}
