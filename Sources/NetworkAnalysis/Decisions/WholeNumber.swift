/// A whole number of any size, 0 or more: how many sets of new ties are equally good soon exceeds 64 bits.
///
///     WholeNumber(12) * WholeNumber(1_000_000_000_000_000_000)   // 12000000000000000000
///
/// - Complexity: addition O(digits), multiplication O(digits²), with digits of 32 bits.
public struct WholeNumber: Sendable, Hashable {
  /// Digits to base 2³², least first, without leading zeros; empty is 0.
  private var digits: [UInt32]

  public static let zero = WholeNumber(0)
  public static let one = WholeNumber(1)

  /// - Precondition: `value` is not negative.
  public init(_ value: Int) {
    precondition(value >= 0, "a whole number is 0 or more")
    let value = UInt64(value)
    digits = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  /// The number as an `Int`, or nil where it is too large.
  public var asInt: Int? {
    guard digits.count <= 2 else { return nil }
    return Int(exactly: digits.reversed().reduce(UInt64(0)) { $0 << 32 | UInt64($1) })
  }

  private mutating func trim() { while digits.last == 0 { digits.removeLast() } }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum += right
    return sum
  }

  public static func += (left: inout Self, right: Self) {
    var carry: UInt64 = 0
    for i in 0..<max(left.digits.count, right.digits.count) {
      if i == left.digits.count { left.digits.append(0) }
      let total = UInt64(left.digits[i]) + (i < right.digits.count ? UInt64(right.digits[i]) : 0) + carry
      left.digits[i] = UInt32(truncatingIfNeeded: total)
      carry = total >> 32
    }
    if carry > 0 { left.digits.append(UInt32(carry)) }
  }

  /// - Precondition: `right` is not larger than `left`.
  public static func - (left: Self, right: Self) -> Self {
    precondition(left >= right, "a whole number is 0 or more")
    var rest = left
    var borrow: Int64 = 0
    for i in rest.digits.indices {
      var digit = Int64(rest.digits[i]) - (i < right.digits.count ? Int64(right.digits[i]) : 0) - borrow
      borrow = digit < 0 ? 1 : 0
      if digit < 0 { digit += 1 << 32 }
      rest.digits[i] = UInt32(digit)
    }
    rest.trim()
    return rest
  }

  public static func * (left: Self, right: Self) -> Self {
    var product = WholeNumber(0)
    product.digits = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for i in left.digits.indices {
      var carry: UInt64 = 0
      for j in right.digits.indices {
        let total = UInt64(left.digits[i]) * UInt64(right.digits[j]) + UInt64(product.digits[i + j]) + carry
        product.digits[i + j] = UInt32(truncatingIfNeeded: total)
        carry = total >> 32
      }
      product.digits[i + right.digits.count] = UInt32(carry)
    }
    product.trim()
    return product
  }

  /// The number raised to a power, 0 or more.
  public func power(_ exponent: Int) -> Self { (0..<exponent).reduce(.one) { product, _ in product * self } }

  /// The number of ways to choose `count` of `total` things; 0 where there are not as many.
  public static func choices(of count: Int, from total: Int) -> Self {
    guard count >= 0, count <= total else { return .zero }
    var ways = WholeNumber.one
    // Each product of consecutive numbers divides exactly.
    for i in 0..<min(count, total - count) { ways = (ways * WholeNumber(total - i)).divided(by: UInt32(i + 1)) }
    return ways
  }

  private func divided(by divisor: UInt32) -> Self {
    var quotient = self
    var remainder: UInt64 = 0
    for i in digits.indices.reversed() {
      let value = remainder << 32 | UInt64(digits[i])
      quotient.digits[i] = UInt32(value / UInt64(divisor))
      remainder = value % UInt64(divisor)
    }
    quotient.trim()
    return quotient
  }
}

extension WholeNumber: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    left.digits.count != right.digits.count
      ? left.digits.count < right.digits.count
      : left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
  }
}

extension WholeNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension WholeNumber: CustomStringConvertible {
  /// The number in decimal digits.
  public var description: String {
    var rest = self
    var groups: [String] = []
    while !rest.digits.isEmpty {
      let quotient = rest.divided(by: 1_000_000_000)
      let group = String((rest - quotient * WholeNumber(1_000_000_000)).asInt!)
      groups.append(quotient.digits.isEmpty ? group : String(repeating: "0", count: 9 - group.count) + group)
      rest = quotient
    }
    return groups.isEmpty ? "0" : groups.reversed().joined()
  }
}
