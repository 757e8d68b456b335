/// A number of paths, however large: a Double with an exponent of its own.
///
/// A thousand diamonds in a chain have 2¹⁰⁰⁰ shortest paths, and a Double ends below 2¹⁰²⁴.
struct WideCount {
  /// 0, or at least 1 and less than 2.
  private var significand: Double
  private var exponent: Int

  static let zero = WideCount(significand: 0, exponent: 0)
  static let one = WideCount(significand: 1, exponent: 0)

  private init(significand: Double, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  static func += (sum: inout WideCount, term: WideCount) {
    if term.significand == 0 { return }
    if sum.significand == 0 {
      sum = term
      return
    }
    let high = max(sum.exponent, term.exponent)
    let total = sum.significand.scaled(by: sum.exponent - high) + term.significand.scaled(by: term.exponent - high)
    sum = WideCount(significand: total.significand, exponent: high + Int(total.exponent))
  }

  /// - Precondition: the factor is at least 1.
  static func * (count: WideCount, factor: Double) -> WideCount {
    if count.significand == 0 { return count }
    let product = count.significand * factor
    return WideCount(significand: product.significand, exponent: count.exponent + Int(product.exponent))
  }

  /// This count divided by another that is not 0.
  func ratio(to other: WideCount) -> Double {
    (significand / other.significand).scaled(by: exponent - other.exponent)
  }
}

extension Double {
  fileprivate func scaled(by exponent: Int) -> Double {
    Double(sign: .plus, exponent: max(-1100, min(1100, exponent)), significand: self)
  }
}
