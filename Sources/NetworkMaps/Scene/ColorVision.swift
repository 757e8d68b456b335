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

  /// How different two colours look: the distance in CIELAB (ΔE*ab 1976); 2 is just noticeable, 10 plain at a glance.
  public func difference(_ a: MapColor, _ b: MapColor) -> Double {
    let p = lab(a)
    let q = lab(b)
    return ((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b)).squareRoot()
  }
}
