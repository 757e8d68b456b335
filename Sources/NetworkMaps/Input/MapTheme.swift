/// The look of a map.
public enum MapTheme: String, Sendable, Hashable, CaseIterable {
  /// For paper: a white that is a little warm.
  case print
  /// For screens and slides: pure white.
  case screen
  case dark
  /// Without colour: sectors by shape and grey.
  case bw
}

extension MapTheme {
  static let fontFamily = "Lato"

  var ground: MapColor {
    switch self {
    case .print: MapColor(0xFCFCFA)
    case .screen, .bw: MapColor(0xFFFFFF)
    case .dark: MapColor(0x14202B)
    }
  }

  var ink: MapColor {
    switch self {
    case .print, .screen: MapColor(0x1F2A37)
    case .dark: MapColor(0xF2F4F7)
    case .bw: MapColor(0x000000)
    }
  }

  /// For what is said in passing.
  var muted: MapColor {
    switch self {
    case .print, .screen: MapColor(0x5D6778)
    case .dark: MapColor(0xB4BECB)
    case .bw: MapColor(0x444444)
    }
  }

  /// Ties across sectors.
  var tie: MapColor {
    switch self {
    case .print, .screen: MapColor(0x8892A0)
    case .dark: MapColor(0x8F9CAE)
    case .bw: MapColor(0x777777)
    }
  }

  var faintLine: MapColor { tie.mixed(with: ground, 0.35) }
  /// The rim of a mark that stands out from the ground by itself.
  var rim: MapColor { ground }

  /// What graphics have to differ from their ground by (WCAG 2.1, success criterion 1.4.11).
  static let markContrast = 3.0

  /// The rim of a mark that is too near to the ground to be seen: a darker tone of its colour on paper, a lighter one on
  /// a dark sheet. nil: the mark needs none. So sectors keep their colours in every theme.
  func outline(of fill: MapColor) -> MapColor? {
    guard fill.contrast(to: ground) < Self.markContrast else { return nil }
    return fill.readable(on: ground, contrast: Self.markContrast + 0.1)
  }

  /// The colour of a line or of a thin strip in a sector's colour.
  func visible(_ color: MapColor) -> MapColor { self == .dark ? outline(of: color) ?? color : color }
  /// What logos stand on, which are made for white paper; nil where the sheet will do.
  var logoGround: MapColor? { self == .dark ? MapColor(0xFFFFFF) : nil }
  var legendFill: MapColor { tie.mixed(with: ground, 0.75) }

  /// A hue as text on this ground, or on an area that it tints.
  func text(in hue: MapColor) -> MapColor {
    hue.mixed(with: ink, 0.42).readable(on: hue.opacity(0x30).over(ground), contrast: 4.8)
  }
}
