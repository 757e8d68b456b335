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
      let tip = parameter(outside: to.center, radius: to.radius + 1.5, from: 1, step: -0.005)
      end = point(at: tip)
      last = parameter(outside: end!, radius: arrow.length, from: tip, step: -0.005)
    }
    if arrow.atStart {
      let tip = parameter(outside: from.center, radius: from.radius + 1.5, from: 0, step: 0.005)
      start = point(at: tip)
      first = parameter(outside: start!, radius: arrow.length, from: tip, step: 0.005)
    }
    // Marks so near that there is no room between the heads: the plain curve.
    guard first < last else { return (self, nil, nil) }
    return (part(from: first, to: last), start, end)
  }

  /// The first parameter, going from `start`, at which the curve is outside a disc.
  private func parameter(outside center: MapPoint, radius: Double, from start: Double, step: Double) -> Double {
    var t = start
    while t >= 0, t <= 1, (point(at: t) - center).length < radius { t += step }
    return min(max(t, 0), 1)
  }
}
