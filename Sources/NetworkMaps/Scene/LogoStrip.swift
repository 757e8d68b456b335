import NetworkModel

/// Where logos stand at the foot of the sheet.
public enum MapLogoSide: String, Sendable, Hashable, CaseIterable { case left, right }

/// A logo with its place.
public struct MapLogo: Sendable, Hashable {
  /// Unique among the logos; in the SVG the element's id.
  public var id: String
  public var logo: Logo
  public var box: MapBox

  public init(id: String, logo: Logo, box: MapBox) {
    self.id = id
    self.logo = logo
    self.box = box
  }
}

/// Logos side by side in their order, all of one height to the eye, with clear space between them; in two rows where
/// one is too long.
///
/// Long logos look larger than high ones of the same height: they are drawn a little lower, by the aspect ratio to the
/// power of −0.15, and at least 0.8 times as high. On A4 that leaves 9.8 of 12.2 mm in one row.
struct LogoStrip {
  /// With its left top corner at zero.
  private(set) var logos: [MapLogo] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let rowHeight = 60.0
  private static let lowRowHeight = 48.0
  /// Between logos, as a share of the row's height.
  private static let clearSpace = 0.5

  /// - Parameter room: how wide the strip may be.
  init(_ logos: [Logo], room: Double) {
    guard !logos.isEmpty else { return }
    let one = Self.rowWidth(logos, height: Self.rowHeight)
    var rows = [logos]
    var rowHeight = Self.rowHeight
    if one > room, logos.count > 1 {
      rowHeight = Self.lowRowHeight
      rows = Self.halves(of: logos)
    }
    let longest = rows.map { Self.rowWidth($0, height: rowHeight) }.max() ?? 0
    if longest > room { rowHeight *= room / longest }
    width = rows.map { Self.rowWidth($0, height: rowHeight) }.max() ?? 0
    let gap = rowHeight * 0.4
    height = Double(rows.count) * rowHeight + Double(rows.count - 1) * gap
    var top = 0.0
    for row in rows {
      // Short rows end where the strip ends: it stands at the right margin.
      var left = width - Self.rowWidth(row, height: rowHeight)
      for logo in row {
        let size = Self.size(of: logo, height: rowHeight)
        let center = MapPoint(x: left + size.width / 2, y: top + rowHeight / 2)
        self.logos.append(
          MapLogo(
            id: "logo-\(self.logos.count + 1)", logo: logo,
            box: MapBox(center: center, width: size.width, height: size.height)))
        left += size.width + rowHeight * Self.clearSpace
      }
      top += rowHeight + gap
    }
  }

  private static func size(of logo: Logo, height: Double) -> (width: Double, height: Double) {
    let aspect = logo.width / logo.height
    let own = height * min(1, max(0.8, power(aspect, -0.15)))
    return (own * aspect, own)
  }

  private static func rowWidth(_ logos: [Logo], height: Double) -> Double {
    logos.reduce(0) { $0 + size(of: $1, height: height).width } + Double(logos.count - 1) * height * clearSpace
  }

  /// Two rows, in order, of which the longer is as short as can be.
  private static func halves(of logos: [Logo]) -> [[Logo]] {
    let cuts = (1..<logos.count).map { [Array(logos[..<$0]), Array(logos[$0...])] }
    return cuts.min { a, b in
      let lengths = [a, b].map { $0.map { rowWidth($0, height: 1) }.max() ?? 0 }
      return lengths[0] < lengths[1]
    } ?? [logos]
  }

  /// The logos with the strip's left top corner, and each row's near end, on a side.
  func placed(at corner: MapPoint, side: MapLogoSide) -> [MapLogo] {
    // From the left, rows begin where the strip begins.
    var shifts: [Double: Double] = [:]
    if side == .left {
      for logo in logos {
        let row = logo.box.center.y
        shifts[row] = min(shifts[row] ?? .infinity, logo.box.left)
      }
    }
    return logos.map { logo in
      var logo = logo
      logo.box = logo.box.moved(by: MapPoint(x: corner.x - (shifts[logo.box.center.y] ?? 0), y: corner.y))
      return logo
    }
  }
}

extension MapShape {
  /// A rectangle with round corners.
  static func plate(_ box: MapBox, radius: Double, fill: MapColor) -> MapShape {
    let corners = [
      (MapPoint(x: box.right - radius, y: box.bottom - radius), 0.0),
      (MapPoint(x: box.left + radius, y: box.bottom - radius), 0.5),
      (MapPoint(x: box.left + radius, y: box.top + radius), 1),
      (MapPoint(x: box.right - radius, y: box.top + radius), 1.5),
    ]
    let points = corners.flatMap { center, turn in
      (0...6).map { center + MapPoint(angle: (turn + Double($0) / 12) * .pi, length: radius) }
    }
    return .polygon(points, fill: fill, line: nil, width: 0, dash: .solid)
  }
}
