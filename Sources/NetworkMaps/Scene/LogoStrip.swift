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
/// power of −0.15, and at least 0.8 times as high. On A4 that leaves 9.8 of 12.2 mm in one row. A banner is the
/// exception: where it leaves no room for the others, it is drawn lower, and the others keep their size.
struct LogoStrip {
  /// With its left top corner at zero.
  private(set) var logos: [MapLogo] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let rowHeight = 60.0
  private static let lowRowHeight = 48.0
  /// Between logos, as a share of the row's height.
  private static let clearSpace = 0.5

  /// From this aspect ratio on a logo is a banner.
  private static let bannerAspect = 8.0
  /// Of the strip's width, what a banner keeps.
  private static let bannerShare = 0.4

  /// How wide the strip may be.
  private let room: Double

  /// - Parameter room: how wide the strip may be.
  init(_ logos: [Logo], room: Double) {
    self.room = room
    guard !logos.isEmpty else { return }
    let one = rowWidth(logos, height: Self.rowHeight)
    var rows = [logos]
    var rowHeight = Self.rowHeight
    if one > room, logos.count > 1 {
      rowHeight = Self.lowRowHeight
      rows = halves(of: logos)
    }
    func longest() -> Double { rows.map { rowWidth($0, height: rowHeight) }.max() ?? 0 }
    // Banners keep their width while the others shrink: more than once.
    for _ in 0..<60 where longest() > room { rowHeight *= room / longest() }
    width = min(room, longest())
    let gap = rowHeight * 0.4
    height = Double(rows.count) * rowHeight + Double(rows.count - 1) * gap
    var top = 0.0
    for row in rows {
      // Short rows end where the strip ends: it stands at the right margin.
      var left = width - rowWidth(row, height: rowHeight)
      for (logo, size) in zip(row, sizes(row, height: rowHeight)) {
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

  /// The sizes of the logos of a row; banners give way to the others.
  private func sizes(_ row: [Logo], height: Double) -> [(width: Double, height: Double)] {
    var sizes = row.map { Self.size(of: $0, height: height) }
    let space = Double(row.count - 1) * height * Self.clearSpace
    for (k, logo) in row.enumerated() where row.count > 1 && logo.width / logo.height > Self.bannerAspect {
      let rest = sizes.reduce(space) { $0 + $1.width } - sizes[k].width
      let own = min(sizes[k].width, max(room * Self.bannerShare, room - rest))
      sizes[k] = (own, own * logo.height / logo.width)
    }
    return sizes
  }

  private func rowWidth(_ row: [Logo], height: Double) -> Double {
    sizes(row, height: height).reduce(Double(row.count - 1) * height * Self.clearSpace) { $0 + $1.width }
  }

  /// Two rows, in order, of which the longer is as short as can be.
  private func halves(of logos: [Logo]) -> [[Logo]] {
    let cuts = (1..<logos.count).map { [Array(logos[..<$0]), Array(logos[$0...])] }
    return cuts.min { a, b in
      let lengths = [a, b].map { $0.map { rowWidth($0, height: Self.lowRowHeight) }.max() ?? 0 }
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
