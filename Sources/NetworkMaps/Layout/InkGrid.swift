/// Where ties run, as a raster that answers how much ink there is in a box in constant time (a summed-area table).
struct InkGrid {
  private static let cell = 4.0
  private let columns: Int
  private let rows: Int
  private let left: Double
  private let top: Double
  private var sums: [Int32]

  /// - Parameter heavy: curves that are worth going out of the way for.
  init(curves: [[MapCurve]], heavy: [MapCurve] = [], page: MapBox) {
    left = page.left
    top = page.top
    columns = max(1, Int(page.width / Self.cell) + 1)
    rows = max(1, Int(page.height / Self.cell) + 1)
    var marks = [Int32](repeating: 0, count: columns * rows)
    for tie in curves {
      for curve in tie {
        for point in curve.samples(step: 3) {
          let c = Int((point.x - left) / Self.cell)
          let r = Int((point.y - top) / Self.cell)
          if c >= 0, c < columns, r >= 0, r < rows { marks[r * columns + c] = 1 }
        }
      }
    }
    for curve in heavy {
      for point in curve.samples(step: 3) {
        let c = Int((point.x - left) / Self.cell)
        let r = Int((point.y - top) / Self.cell)
        if c >= 0, c < columns, r >= 0, r < rows { marks[r * columns + c] = 10 }
      }
    }
    sums = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
    for r in 0..<rows {
      var line: Int32 = 0
      for c in 0..<columns {
        line += marks[r * columns + c]
        sums[(r + 1) * (columns + 1) + c + 1] = sums[r * (columns + 1) + c + 1] + line
      }
    }
  }

  /// Cells with ink in the box; those under heavy curves count ten times.
  func amount(in box: MapBox) -> Int {
    let c0 = min(max(Int((box.left - left) / Self.cell), 0), columns)
    let c1 = min(max(Int((box.right - left) / Self.cell) + 1, c0), columns)
    let r0 = min(max(Int((box.top - top) / Self.cell), 0), rows)
    let r1 = min(max(Int((box.bottom - top) / Self.cell) + 1, r0), rows)
    let width = columns + 1
    return Int(sums[r1 * width + c1] - sums[r0 * width + c1] - sums[r1 * width + c0] + sums[r0 * width + c0])
  }
}
