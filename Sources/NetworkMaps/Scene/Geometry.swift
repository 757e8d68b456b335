/// A point of a map, or a vector between two; y grows downwards.
public struct MapPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  public static let zero = MapPoint(x: 0, y: 0)

  init(angle: Double, length: Double = 1) { self.init(x: cosine(angle) * length, y: sine(angle) * length) }

  var length: Double { (x * x + y * y).squareRoot() }
  var isFinite: Bool { x.isFinite && y.isFinite }
  /// Turned by a quarter.
  var normal: MapPoint { MapPoint(x: -y, y: x) }
  /// Of length 1; zero stays zero.
  var unit: MapPoint { length > 1e-12 ? self * (1 / length) : .zero }

  static func + (a: MapPoint, b: MapPoint) -> MapPoint { MapPoint(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: MapPoint, b: MapPoint) -> MapPoint { MapPoint(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: MapPoint, factor: Double) -> MapPoint { MapPoint(x: a.x * factor, y: a.y * factor) }
  static func += (a: inout MapPoint, b: MapPoint) { a = a + b }
  static func -= (a: inout MapPoint, b: MapPoint) { a = a - b }
  func dot(_ other: MapPoint) -> Double { x * other.x + y * other.y }
}

/// A rectangle with sides along the axes.
public struct MapBox: Sendable, Hashable {
  public var left: Double
  public var top: Double
  public var right: Double
  public var bottom: Double

  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(center: MapPoint, width: Double, height: Double) {
    self.init(
      left: center.x - width / 2, top: center.y - height / 2, right: center.x + width / 2,
      bottom: center.y + height / 2)
  }

  public var width: Double { right - left }
  public var height: Double { bottom - top }
  public var center: MapPoint { MapPoint(x: (left + right) / 2, y: (top + bottom) / 2) }

  func inset(_ dx: Double, _ dy: Double) -> MapBox {
    MapBox(left: left + dx, top: top + dy, right: right - dx, bottom: bottom - dy)
  }

  func moved(by step: MapPoint) -> MapBox {
    MapBox(left: left + step.x, top: top + step.y, right: right + step.x, bottom: bottom + step.y)
  }

  func union(_ other: MapBox) -> MapBox {
    MapBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// No box meets it.
  static let nowhere = MapBox(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

  /// Whether the two have a point in common.
  func meets(_ other: MapBox) -> Bool {
    left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
  }

  func contains(_ point: MapPoint) -> Bool {
    point.x > left && point.x < right && point.y > top && point.y < bottom
  }

  func contains(_ other: MapBox) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// The overlap with another box that is grown by `gap` on each side; 0 where they are apart.
  func overlap(_ other: MapBox, gap: Double = 0) -> Double {
    let dx = min(right, other.right + gap) - max(left, other.left - gap)
    let dy = min(bottom, other.bottom + gap) - max(top, other.top - gap)
    return dx > 0 && dy > 0 ? dx * dy : 0
  }

  /// How deep a disc reaches into the box; 0 where they are apart.
  func depth(ofDisc center: MapPoint, radius: Double) -> Double {
    let dx = max(left - center.x, center.x - right, 0)
    let dy = max(top - center.y, center.y - bottom, 0)
    return max(0, radius - (dx * dx + dy * dy).squareRoot())
  }

  /// The way from the box to a point; 0 inside it.
  func distance(to point: MapPoint) -> Double { (nearest(to: point) - point).length }

  /// Whether a straight line from `a` to `b` touches the box (Liang and Barsky's clipping).
  func touches(from a: MapPoint, to b: MapPoint) -> Bool {
    var low = 0.0
    var high = 1.0
    for (start, step, least, most) in [(a.x, b.x - a.x, left, right), (a.y, b.y - a.y, top, bottom)] {
      if step == 0 {
        if start < least || start > most { return false }
        continue
      }
      let (s, t) = ((least - start) / step, (most - start) / step)
      low = max(low, min(s, t))
      high = min(high, max(s, t))
    }
    return low <= high
  }

  /// Whether a line with corners touches the box.
  func touches(alongside line: [MapPoint]) -> Bool {
    zip(line, line.dropFirst()).contains { touches(from: $0, to: $1) }
  }

  /// The point of the box nearest to another point.
  func nearest(to point: MapPoint) -> MapPoint {
    MapPoint(x: min(max(point.x, left), right), y: min(max(point.y, top), bottom))
  }
}

/// A cubic Bézier curve.
public struct MapCurve: Sendable, Hashable {
  public var start: MapPoint
  public var control1: MapPoint
  public var control2: MapPoint
  public var end: MapPoint

  public init(start: MapPoint, control1: MapPoint, control2: MapPoint, end: MapPoint) {
    self.start = start
    self.control1 = control1
    self.control2 = control2
    self.end = end
  }

  /// An even bow: `bend` is its height as a share of the distance, positive towards the left of the way.
  init(from start: MapPoint, to end: MapPoint, bend: Double) {
    let way = end - start
    let side = way.normal * (bend / 0.75)
    self.init(start: start, control1: start + way * 0.3 + side, control2: start + way * 0.7 + side, end: end)
  }

  public func point(at t: Double) -> MapPoint {
    let u = 1 - t
    let a = u * u * u
    let b = 3 * u * u * t
    let c = 3 * u * t * t
    let d = t * t * t
    return MapPoint(
      x: start.x * a + control1.x * b + control2.x * c + end.x * d,
      y: start.y * a + control1.y * b + control2.y * c + end.y * d)
  }

  /// Points along the curve about `step` apart, without its ends.
  func samples(step: Double) -> [MapPoint] {
    let control = (control1 - start).length + (control2 - control1).length + (end - control2).length
    let count = max(4, Int((((end - start).length + control) / 2 / step).rounded(.up)))
    return (1..<count).map { point(at: Double($0) / Double(count)) }
  }
}

extension MapPoint {
  /// The distance to the straight line from `a` to `b`.
  func distance(toLineFrom a: MapPoint, to b: MapPoint) -> Double {
    let way = b - a
    let square = way.dot(way)
    let share = square > 0 ? min(max((self - a).dot(way) / square, 0), 1) : 0
    return (self - (a + way * share)).length
  }
}

/// Whether two straight lines cross; touching is not crossing.
func segmentsCross(_ a: MapPoint, _ b: MapPoint, _ c: MapPoint, _ d: MapPoint) -> Bool {
  func side(_ p: MapPoint, _ q: MapPoint, _ r: MapPoint) -> Double {
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
  }
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/// The smallest convex polygon round the points (Andrew's monotone chain), counted from the leftmost.
func convexHull(of points: [MapPoint]) -> [MapPoint] {
  let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  guard sorted.count > 2 else { return sorted }
  func chain(_ points: some Sequence<MapPoint>) -> [MapPoint] {
    var hull: [MapPoint] = []
    for point in points {
      while hull.count > 1 {
        let a = hull[hull.count - 1] - hull[hull.count - 2]
        let b = point - hull[hull.count - 2]
        if a.x * b.y - a.y * b.x > 0 { break }
        hull.removeLast()
      }
      hull.append(point)
    }
    hull.removeLast()
    return hull
  }
  return chain(sorted) + chain(sorted.reversed())
}

/// A soft outline round discs: their convex hull, evenly resampled and rounded off.
func outline(around discs: [(center: MapPoint, radius: Double)], padding: Double) -> [MapPoint] {
  guard !discs.isEmpty else { return [] }
  var rim: [MapPoint] = []
  for disc in discs {
    for step in 0..<72 {
      rim.append(disc.center + MapPoint(angle: Double(step) * .pi / 36, length: disc.radius + padding))
    }
  }
  let hull = convexHull(of: rim)
  var even: [MapPoint] = []
  for (position, corner) in hull.enumerated() {
    let next = hull[(position + 1) % hull.count]
    let count = max(1, Int((next - corner).length / 9))
    for step in 0..<count {
      let point = corner + (next - corner) * (Double(step) / Double(count))
      if let last = even.last, (point - last).length <= 5.4 { continue }
      even.append(point)
    }
  }
  for _ in 0..<26 {
    even = even.indices.map { k in
      let before = even[(k + even.count - 1) % even.count]
      let after = even[(k + 1) % even.count]
      return (before + even[k] * 2 + after) * 0.25
    }
  }
  return even
}
