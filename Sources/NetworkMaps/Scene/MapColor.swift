/// A colour in sRGB, eight bits a channel.
public struct MapColor: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  /// 255 is opaque.
  public var alpha: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// `#RRGGBB` or `#RRGGBBAA`; nil where the text is something else.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.first == UInt8(ascii: "#"), digits.count == 7 || digits.count == 9 else { return nil }
    var bytes: [UInt8] = []
    for position in stride(from: 1, to: digits.count, by: 2) {
      guard let high = Self.value(ofDigit: digits[position]), let low = Self.value(ofDigit: digits[position + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes.count == 4 ? bytes[3] : 255)
  }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  init(_ rgb: UInt32, alpha: UInt8 = 255) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), alpha: alpha)
  }

  /// `#RRGGBB`, or `#RRGGBBAA` where it is not opaque.
  public var hex: String {
    var text = "#"
    for byte in alpha == 255 ? [red, green, blue] : [red, green, blue, alpha] {
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16, uppercase: true)
    }
    return text
  }

  func opacity(_ alpha: UInt8) -> MapColor { MapColor(red: red, green: green, blue: blue, alpha: alpha) }

  /// A mixture: `share` of the other colour, the rest of this one.
  func mixed(with other: MapColor, _ share: Double) -> MapColor {
    func channel(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) * (1 - share) + Double(b) * share).rounded())
    }
    return MapColor(
      red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue), alpha: alpha)
  }

  /// What one sees of the colour on a ground.
  func over(_ ground: MapColor) -> MapColor { opacity(255).mixed(with: ground, 1 - Double(alpha) / 255).opacity(255) }

  /// Red, green and blue as amounts of light, 0 ... 1.
  var linear: (red: Double, green: Double, blue: Double) {
    func light(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
    return (light(red), light(green), light(blue))
  }

  /// Relative luminance of WCAG 2, 0 ... 1.
  var luminance: Double {
    let light = linear
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }

  /// Contrast of WCAG 2, 1 ... 21.
  public func contrast(to other: MapColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Black or white, whichever can be read better on this colour.
  var textColor: MapColor {
    let dark = MapColor(0x000000)
    let light = MapColor(0xFFFFFF)
    return contrast(to: light) >= contrast(to: dark) ? light : dark
  }

  /// The colour, darkened or lightened step by step until it can be read on `ground`.
  func readable(on ground: MapColor, contrast wanted: Double = 4.6) -> MapColor {
    let goal = ground.luminance > 0.3 ? MapColor(0x000000) : MapColor(0xFFFFFF)
    for step in 0...20 {
      let candidate = mixed(with: goal, Double(step) / 20)
      if candidate.contrast(to: ground) >= wanted { return candidate }
    }
    return goal
  }
}
