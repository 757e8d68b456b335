/// The arrowheads of a tie.
struct MapArrow {
  var atStart: Bool
  var atEnd: Bool
  /// In units.
  var length: Double

  /// As Graphviz names it.
  var side: String { atStart ? (atEnd ? "both" : "back") : "forward" }
}

extension MapTie {
  var arrow: MapArrow? {
    let length = 6.5 + 1.6 * width
    return switch direction {
    case .none: nil
    case .forward: MapArrow(atStart: false, atEnd: true, length: length)
    case .backward: MapArrow(atStart: true, atEnd: false, length: length)
    case .both: MapArrow(atStart: true, atEnd: true, length: length)
    }
  }
}

extension MapCurve {
  /// The curve between the feet of its arrowheads, and where their tips lie: on the rims of the marks.
  func withArrows(
    _ arrow: MapArrow, from: MapNode, to: MapNode
  ) -> (curve: MapCurve, start: MapPoint?, end: MapPoint?) {
    var first = 0.0
    var last = 1.0
    var start: MapPoint?
    var end: MapPoint?
    if arrow.atEnd {
      let tip = parameter(from: 1, step: -0.001) { to.covers($0, gap: 1.5) }
      let head = point(at: tip)
      last = parameter(from: tip, step: -0.002) { ($0 - head).length < arrow.length }
      end = head
    }
    if arrow.atStart {
      let tip = parameter(from: 0, step: 0.001) { from.covers($0, gap: 1.5) }
      let head = point(at: tip)
      first = parameter(from: tip, step: 0.002) { ($0 - head).length < arrow.length }
      start = head
    }
    // Marks so near that there is no room between the heads: the plain curve.
    guard first < last else { return (self, nil, nil) }
    return (part(from: first, to: last), start, end)
  }

  /// The first parameter, going from `start`, at which the curve has left what a point can lie in.
  private func parameter(from start: Double, step: Double, isInside: (MapPoint) -> Bool) -> Double {
    var t = start
    while t >= 0, t <= 1, isInside(point(at: t)) { t += step }
    return min(max(t, 0), 1)
  }
}

extension MapNode {
  /// Whether a point lies on the mark, whose corners are moved out by `gap`.
  func covers(_ point: MapPoint, gap: Double) -> Bool {
    let shape = MapShape.mark(shape, center: center, radius: radius + gap, fill: nil, line: nil, width: 0)
    guard case .polygon(let corners, _, _, _, _) = shape else { return (point - center).length < radius + gap }
    // Even–odd: a ray to the right crosses the outline an odd number of times.
    var isInside = false
    var previous = corners[corners.count - 1]
    for corner in corners {
      if (corner.y > point.y) != (previous.y > point.y),
        point.x < (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y) + corner.x
      {
        isInside.toggle()
      }
      previous = corner
    }
    return isInside
  }
}
