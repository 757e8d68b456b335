/// Bodies that keep their shape, pushed apart until none touches another.
///
/// A body is known by how far it reaches in each of `directions`: for convex bodies that is exact but for the corners
/// between two directions, where it is on the safe side.
struct IslandLayout {
  struct Body {
    var center: MapPoint
    /// From `center`, in each direction.
    let reach: [Double]

    /// - Parameter boxes: parts of the body.
    init(around boxes: [MapBox], center: MapPoint, margin: Double) {
      self.center = center
      reach = IslandLayout.directions.map { way in
        boxes.map { box in
          max(way.x * (box.left - center.x), way.x * (box.right - center.x))
            + max(way.y * (box.top - center.y), way.y * (box.bottom - center.y))
        }.max()! + margin
      }
    }
  }

  /// Sixteen, from three o'clock clockwise.
  static let directions = (0..<16).map { MapPoint(angle: Double($0) * .pi / 8) }

  let area: MapBox
  /// The least distance between two bodies.
  let water: Double

  /// Moves the bodies apart, each as near to where it began as there is room.
  ///
  /// - Returns: whether none touches another or leaves the area.
  func separate(_ bodies: inout [Body]) -> Bool {
    let targets = bodies.map(\.center)
    let rounds = 500
    for round in 0..<rounds {
      if round < rounds / 2 {
        for i in bodies.indices { bodies[i].center += (targets[i] - bodies[i].center) * 0.02 }
      }
      var isMoved = false
      for i in bodies.indices {
        for j in 0..<i {
          guard let push = overlap(bodies[i], bodies[j]) else { continue }
          bodies[i].center -= push * 0.5
          bodies[j].center += push * 0.5
          isMoved = true
        }
        bodies[i].center = kept(bodies[i])
      }
      if !isMoved, round > rounds / 2 { break }
    }
    return !bodies.indices.contains { i in
      bodies[i].reach[0] + bodies[i].reach[8] > area.width || bodies[i].reach[4] + bodies[i].reach[12] > area.height
        || (kept(bodies[i]) - bodies[i].center).length > 0.5
        || (0..<i).contains { overlap(bodies[i], bodies[$0]).map { $0.length > 0.5 } ?? false }
    }
  }

  /// Draws the bodies apart so that they fill the area, by no more than `most`.
  func spread(_ bodies: inout [Body], most: Double) {
    var (x, y) = (most, most)
    for body in bodies {
      let offset = body.center - area.center
      func limit(_ offset: Double, _ half: Double, _ plus: Double, _ minus: Double) -> Double {
        let room = half - (offset > 0 ? plus : minus)
        return abs(offset) > 1 ? max(1, room / abs(offset)) : most
      }
      x = min(x, limit(offset.x, area.width / 2, body.reach[0], body.reach[8]))
      y = min(y, limit(offset.y, area.height / 2, body.reach[4], body.reach[12]))
    }
    for i in bodies.indices {
      let offset = bodies[i].center - area.center
      bodies[i].center = area.center + MapPoint(x: offset.x * x, y: offset.y * y)
    }
  }

  /// The shortest way for `b` out of `a`; nil where they are apart.
  private func overlap(_ a: Body, _ b: Body) -> MapPoint? {
    let way = b.center - a.center
    var shallowest = (depth: Double.infinity, direction: MapPoint.zero)
    for (k, direction) in Self.directions.enumerated() {
      let depth = a.reach[k] + b.reach[(k + 8) % 16] + water - way.dot(direction)
      if depth <= 1e-6 { return nil }
      if depth < shallowest.depth { shallowest = (depth, direction) }
    }
    return shallowest.direction * shallowest.depth
  }

  private func kept(_ body: Body) -> MapPoint {
    let left = area.left + body.reach[8]
    let right = area.right - body.reach[0]
    let top = area.top + body.reach[12]
    let bottom = area.bottom - body.reach[4]
    return MapPoint(
      x: left <= right ? min(max(body.center.x, left), right) : (left + right) / 2,
      y: top <= bottom ? min(max(body.center.y, top), bottom) : (top + bottom) / 2)
  }
}
