/// What can be measured of each pair of tied partners; the raw value is the key in JSON and on the command line.
public enum TieMeasure: String, Sendable, Hashable, CaseIterable {
  case strength, betweenness, bridge

  /// What a planner sees without asking for anything.
  public static let standard: [TieMeasure] = [.betweenness, .strength, .bridge]

  /// Whether it marks a weak spot of named partners, which nobody outside the network should read.
  public var isSensitive: Bool { self == .bridge }
}

extension TieMeasures {
  /// nil where the measure is not defined.
  public func value(of measure: TieMeasure) -> MeasureValue? {
    switch measure {
    case .strength: .number(strength)
    case .betweenness: MeasureValue(betweenness)
    case .bridge: .flag(isBridge)
    }
  }
}
