/// Finds the discs near a box without looking at all of them.
struct DiscIndex {
  let centers: [MapPoint]
  let radii: [Double]
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private let origin: MapPoint
  private var cells: [[Int32]]

  init(centers: [MapPoint], radii: [Double], page: MapBox, cell: Double = 60) {
    self.centers = centers
    self.radii = radii
    self.cell = cell
    origin = MapPoint(x: page.left, y: page.top)
    columns = max(1, Int(page.width / cell) + 1)
    rows = max(1, Int(page.height / cell) + 1)
    cells = [[Int32]](repeating: [], count: columns * rows)
    for k in centers.indices {
      let box = MapBox(center: centers[k], width: 2 * radii[k], height: 2 * radii[k])
      forEachCell(box) { cells[$0].append(Int32(k)) }
    }
  }

  private func column(_ x: Double) -> Int { min(max(Int((x - origin.x) / cell), 0), columns - 1) }
  private func row(_ y: Double) -> Int { min(max(Int((y - origin.y) / cell), 0), rows - 1) }

  private func forEachCell(_ box: MapBox, _ body: (Int) -> Void) {
    for r in row(box.top)...row(box.bottom) {
      for c in column(box.left)...column(box.right) { body(r * columns + c) }
    }
  }

  /// Calls `body` for each disc whose cell the box touches; a disc may come more than once.
  func forEachNear(_ box: MapBox, _ body: (Int) -> Void) {
    forEachCell(box) { for k in cells[$0] { body(Int(k)) } }
  }

  /// The distance from the box to the nearest disc that is not `own`; `limit` where none is nearer.
  func gap(to box: MapBox, own: Int?, limit: Double) -> Double {
    var nearest = limit
    forEachNear(box.inset(-limit, -limit)) { k in
      guard k != own else { return }
      nearest = min(nearest, box.distance(to: centers[k]) - radii[k])
    }
    return nearest
  }

  /// Whether a straight line runs through a disc, or past it by less than `gap`, other than those in `ends`.
  func isCrossed(from a: MapPoint, to b: MapPoint, gap: Double = 0, except ends: [Int]) -> Bool {
    var isCrossed = false
    let box = MapBox(left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y))
    forEachNear(box.inset(-gap, -gap)) { k in
      guard !isCrossed, !ends.contains(k) else { return }
      isCrossed = centers[k].distance(toLineFrom: a, to: b) < radii[k] + gap
    }
    return isCrossed
  }

  /// How deep discs reach into the box, the deepest of them.
  func depth(in box: MapBox, gap: Double) -> Double {
    var deepest = 0.0
    forEachNear(box.inset(-gap, -gap)) { k in
      deepest = max(deepest, box.depth(ofDisc: centers[k], radius: radii[k] + gap))
    }
    return deepest
  }
}
