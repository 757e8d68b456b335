import NetworkModel

/// The marks of sectors: told apart by colour, in any colour vision, and by shape.
///
/// Colours are those of the sector template; without one, the sectors of small groups share a hue and
/// differ by shape and lightness; all others have a table of 24 colours.
struct MapPalette {
  struct Mark: Hashable {
    var color: MapColor
    var shape: Sector.Shape
  }

  /// One a sector.
  let marks: [Mark]
  /// For partners without a sector.
  let unknown: Mark

  /// The six of M. Okabe, K. Ito, “Color Universal Design”, 2002, without its yellow, which is lost on white, and its
  /// black, ordered so that neighbours differ in lightness too; then always the colour that is farthest from all before
  /// in every kind of colour vision (`Scripts/find-palette.py --distinct`). The first 6 and 12 differ by CIEDE2000 10.8
  /// at the least, 18 by 9.0, all by 7.9.
  private static let distinct: [UInt32] = [
    0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0x56B4E9, 0xCC79A7, 0x632A3E, 0xA6001C,
    0xB4D49B, 0x0F3395, 0x8E5573, 0xFFB8CD, 0x10683E, 0x4F83F9, 0xAAAA6A, 0x64814C,
    0x623A65, 0x51DCFC, 0xE7CF69, 0xC43704, 0x1E4BBC, 0x78B58F, 0x9D6A91, 0x829446,
  ]
  /// Colours of Okabe and Ito that groups of sectors share.
  private static let hueCount = 6
  private static let greys: [UInt32] = [0x1A1A1A, 0xC8C8C8, 0x6E6E6E, 0xFFFFFF, 0x9A9A9A, 0x444444]
  private static let shapes: [Sector.Shape] = [
    .circle, .square, .diamond, .triangle, .hexagon, .star, .pentagon, .octagon,
  ]

  /// - Parameter colors: by sector id; they go before all others.
  init(
    sectors: [MapInput.Sector], theme: MapTheme, choice: MapPaletteChoice = .template, colors: [String: MapColor] = [:]
  ) {
    unknown = Mark(color: MapColor(theme == .dark ? 0x98A2B3 : 0x8A94A6), shape: .circle)
    if theme == .bw {
      // No two sectors of one shape have the same grey, as long as there are greys.
      var taken = Set<Mark>()
      marks = sectors.indices.map { position in
        let shape = sectors[position].shape ?? Self.shapes[position % Self.shapes.count]
        let choices = Self.greys.indices.map {
          Mark(color: MapColor(Self.greys[(position + $0) % Self.greys.count]), shape: shape)
        }
        let mark = choices.first { !taken.contains($0) } ?? choices[0]
        taken.insert(mark)
        return mark
      }
      return
    }
    let groups = sectors.compactMap(\.group)
    let groupSizes = Dictionary(groups.map { ($0, 1) }, uniquingKeysWith: +).values
    // Of one hue there are three shades.
    let isGrouped =
      choice != .distinct && sectors.count > 6 && groups.count == sectors.count && groupSizes.count <= Self.hueCount
      && (groupSizes.max() ?? 0) <= 3
    var hueOfGroup: [String: Int] = [:]
    var membersOfHue = [Int](repeating: 0, count: Self.hueCount)
    marks = sectors.enumerated().map { position, sector in
      var color = MapColor(Self.distinct[position % Self.distinct.count])
      var shape = Self.shapes[position % Self.shapes.count]
      if isGrouped, let group = sector.group {
        let hue = hueOfGroup[group] ?? hueOfGroup.count
        hueOfGroup[group] = hue
        let member = membersOfHue[hue]
        membersOfHue[hue] += 1
        color = MapColor(Self.distinct[hue])
        shape = Self.shapes[member % Self.shapes.count]
        // Within a hue every second sector is lighter, then darker.
        switch member % 3 {
        case 1: color = color.mixed(with: MapColor(0xFFFFFF), 0.38)
        case 2: color = color.mixed(with: MapColor(0x000000), 0.38)
        default: break
        }
      }
      switch choice {
      case .template: color = sector.color ?? color
      case .distinct: break
      case .colors(let own): if !own.isEmpty { color = own[position % own.count] }
      }
      return Mark(
        color: colors[sector.id] ?? color,
        shape: sector.shape ?? (sectors.count > 6 ? shape : .circle))
    }
  }

  init(_ palette: MapPalette, adding mark: Mark) {
    marks = palette.marks + [mark]
    unknown = palette.unknown
  }

  func mark(of sector: Int?) -> Mark { sector.map { marks[$0] } ?? unknown }
}

extension Sector.Shape {
  /// How far the corners lie from the centre where the shape has the area of a disc of radius 1.
  var cornerRadius: Double {
    switch self {
    case .circle: 1
    case .octagon: 1.05
    case .hexagon: 1.09
    case .pentagon: 1.14
    // Not the full area: their corners would stick out.
    case .square, .diamond: 1.2
    case .triangle: 1.3
    case .star: 1.42
    }
  }

  /// Width and height of the box round the shape, whose corners lie at distance 1 from the centre.
  var box: (width: Double, height: Double) {
    switch self {
    case .circle, .diamond: (2, 2)
    case .square: (1.4142, 1.4142)
    case .octagon: (1.8478, 1.8478)
    case .hexagon: (2, 1.7321)
    case .pentagon, .star: (1.9021, 1.8090)
    case .triangle: (1.7321, 1.5)
    }
  }

  /// As Graphviz names it.
  var graphvizName: String { self == .square ? "box" : rawValue }
}
