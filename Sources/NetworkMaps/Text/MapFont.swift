/// A font of the family that a theme names.
public struct MapFont: Sendable, Hashable {
  public enum Weight: String, Sendable, Hashable, CaseIterable {
    case regular = ""
    case semibold = "Semibold"
    case bold = "Bold"
    case black = "Black"

    /// The number that CSS gives the weight.
    public var number: Int {
      switch self {
      case .regular: 400
      case .semibold: 600
      case .bold: 700
      case .black: 900
      }
    }
  }

  public var family: String
  public var weight: Weight
  /// In units of the page.
  public var size: Double

  public init(family: String, weight: Weight = .regular, size: Double) {
    self.family = family
    self.weight = weight
    self.size = size
  }

  /// As fontconfig names it: `Lato Bold`.
  public var name: String { weight == .regular ? family : "\(family) \(weight.rawValue)" }
}
