// Graphviz's dashes have a fixed length in points of the canvas, which is larger than the paper: they are drawn piece
// by piece.

extension MapDash {
  /// The lengths of a dash and of the gap after it, in units; nil for a solid line.
  func pattern(width: Double) -> (on: Double, off: Double)? {
    switch self {
    case .solid: nil
    case .dashed: (6 + width, 4.5 + width)
    case .dotted: (max(width, 1), 3 + width)
    }
  }
}

/// The pieces of a line that are drawn.
func dashed(_ points: [MapPoint], _ pattern: (on: Double, off: Double)) -> [[MapPoint]] {
  guard var last = points.first else { return [] }
  var pieces: [[MapPoint]] = []
  var piece = [last]
  var isOn = true
  var rest = pattern.on
  for next in points.dropFirst() {
    var length = (next - last).length
    while length > rest {
      last = last + (next - last) * (rest / length)
      length -= rest
      if isOn {
        pieces.append(piece + [last])
        piece = []
      } else {
        piece = [last]
      }
      isOn.toggle()
      rest = isOn ? pattern.on : pattern.off
    }
    rest -= length
    last = next
    if isOn { piece.append(last) }
  }
  if isOn, piece.count > 1 { pieces.append(piece) }
  return pieces
}

extension MapCurve {
  /// The part of the curve from one parameter to another (de Casteljau).
  func part(from a: Double, to b: Double) -> MapCurve {
    func blend(_ t: Double, _ u: Double, _ v: Double) -> MapPoint {
      // The polar form: with t = u = v the point of the curve.
      func mix(_ p: MapPoint, _ q: MapPoint, _ t: Double) -> MapPoint { p * (1 - t) + q * t }
      let p = [mix(start, control1, t), mix(control1, control2, t), mix(control2, end, t)]
      let q = [mix(p[0], p[1], u), mix(p[1], p[2], u)]
      return mix(q[0], q[1], v)
    }
    return MapCurve(start: blend(a, a, a), control1: blend(a, a, b), control2: blend(a, b, b), end: blend(b, b, b))
  }

  /// The dashes along the curve.
  func dashes(_ pattern: (on: Double, off: Double)) -> [MapCurve] {
    let steps = 200
    var lengths = [0.0]
    var last = start
    for step in 1...steps {
      let next = point(at: Double(step) / Double(steps))
      lengths.append(lengths[step - 1] + (next - last).length)
      last = next
    }
    let total = lengths[steps]
    // The parameter at which the curve is so long.
    func parameter(_ length: Double) -> Double {
      guard let step = lengths.firstIndex(where: { $0 >= length }), step > 0 else { return length <= 0 ? 0 : 1 }
      let before = lengths[step - 1]
      return (Double(step - 1) + (length - before) / max(lengths[step] - before, 1e-12)) / Double(steps)
    }
    var dashes: [MapCurve] = []
    var reached = 0.0
    while reached < total {
      dashes.append(part(from: parameter(reached), to: parameter(min(reached + pattern.on, total))))
      reached += pattern.on + pattern.off
    }
    return dashes
  }
}
