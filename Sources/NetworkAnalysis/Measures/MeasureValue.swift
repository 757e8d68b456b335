/// What a measure says of a partner, a sector or the network.
public enum MeasureValue: Sendable, Hashable {
  case number(Double)
  case integer(Int)
  case flag(Bool)
  case text(String)

  /// The value as a number, where it has an order: ranks, sizes on a map.
  public var magnitude: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .flag(let value): value ? 1 : 0
    case .text: nil
    }
  }
}

extension MeasureValue {
  /// nil where a number is not defined.
  init?(_ number: Double?) {
    guard let number, !number.isNaN else { return nil }
    self = .number(number)
  }
}
