/// What can be measured of each sector; the raw value is the key in JSON and on the command line.
public enum SectorMeasure: String, Sendable, Hashable, CaseIterable {
  case partners, internalTies, externalTies, eiIndex, density
}

extension SectorMeasures {
  /// nil where the measure is not defined.
  public func value(of measure: SectorMeasure) -> MeasureValue? {
    switch measure {
    case .partners: .integer(partners)
    case .internalTies: .integer(internalTies)
    case .externalTies: .integer(externalTies)
    case .eiIndex: MeasureValue(eiIndex)
    case .density: MeasureValue(density)
    }
  }
}
