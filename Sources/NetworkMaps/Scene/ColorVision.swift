/// Kinds of colour vision.
public enum ColorVision: String, Sendable, Hashable, CaseIterable {
  case normal
  /// Without the cones for green, the most frequent.
  case deuteranopic
  /// Without the cones for red.
  case protanopic
  /// Without the cones for blue, rare.
  case tritanopic

  /// What a linear colour becomes for such eyes.
  /// - Reference: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, “A Physiologically-based Model for Simulation of
  ///   Color Vision Deficiency”, 2009, doi:10.1109/TVCG.2009.113, the matrices of severity 1.
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .deuteranopic:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .protanopic:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .tritanopic:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// The colour as L*, a*, b* of CIELAB (D65) in such eyes.
  func lab(_ color: MapColor) -> (l: Double, a: Double, b: Double) {
    let light = color.linear
    let seen = matrix.map { min(max($0[0] * light.red + $0[1] * light.green + $0[2] * light.blue, 0), 1) }
    func curve(_ t: Double) -> Double { t > 216.0 / 24389 ? power(t, 1.0 / 3) : (24389.0 / 27 * t + 16) / 116 }
    let x = curve((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047)
    let y = curve(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2])
    let z = curve((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// How different two colours look: CIEDE2000; 1 is just noticeable, 5 plain side by side, 10 plain across a sheet.
  public func difference(_ a: MapColor, _ b: MapColor) -> Double { colorDifference(lab(a), lab(b)) }
}

/// The difference of two colours in CIELAB, CIEDE2000 with all weights 1.
///
/// - Reference: G. Sharma, W. Wu, E. N. Dalal, “The CIEDE2000 Color-Difference Formula: Implementation Notes,
///   Supplementary Test Data, and Mathematical Observations”, 2005, doi:10.1002/col.20070, whose steps these are.
func colorDifference(
  _ p: (l: Double, a: Double, b: Double), _ q: (l: Double, a: Double, b: Double)
) -> Double {
  func seventh(_ chroma: Double) -> Double { (power(chroma, 7) / (power(chroma, 7) + power(25, 7))).squareRoot() }
  func wave(_ degrees: Double) -> Double { cosine(degrees * .pi / 180) }
  func hue(_ a: Double, _ b: Double) -> Double {
    guard a != 0 || b != 0 else { return 0 }
    let degrees = angle(of: MapPoint(x: a, y: b)) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }
  let chroma = ((p.a * p.a + p.b * p.b).squareRoot() + (q.a * q.a + q.b * q.b).squareRoot()) / 2
  let stretch = 1 + 0.5 * (1 - seventh(chroma))
  let (a1, a2) = (p.a * stretch, q.a * stretch)
  let (c1, c2) = ((a1 * a1 + p.b * p.b).squareRoot(), (a2 * a2 + q.b * q.b).squareRoot())
  let (h1, h2) = (hue(a1, p.b), hue(a2, q.b))
  var turn = c1 * c2 == 0 ? 0 : h2 - h1
  if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
  var meanHue = (h1 + h2) / 2
  if c1 * c2 == 0 {
    meanHue = h1 + h2
  } else if abs(h1 - h2) > 180 {
    meanHue += h1 + h2 < 360 ? 180 : -180
  }
  let meanLightness = (p.l + q.l) / 2
  let meanChroma = (c1 + c2) / 2
  let t =
    1 - 0.17 * wave(meanHue - 30) + 0.24 * wave(2 * meanHue) + 0.32 * wave(3 * meanHue + 6)
    - 0.20 * wave(4 * meanHue - 63)
  let middle = (meanLightness - 50) * (meanLightness - 50)
  let lightness = (q.l - p.l) / (1 + 0.015 * middle / (20 + middle).squareRoot())
  let saturation = (c2 - c1) / (1 + 0.045 * meanChroma)
  let tone = 2 * (c1 * c2).squareRoot() * sine(turn * .pi / 360) / (1 + 0.015 * meanChroma * t)
  let blue = (meanHue - 275) / 25
  let rotation = -2 * seventh(meanChroma) * sine(60 * exponential(-blue * blue) * .pi / 180)
  return (lightness * lightness + saturation * saturation + tone * tone + rotation * saturation * tone).squareRoot()
}
