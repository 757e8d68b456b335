/// Sums of 1/distance as whole numbers, so that equal sums are equal and not only nearly so.
///
/// A sum is counted in units of 1/lcm(1 … 60): exact where no shortest path has more than 60 ties, as in every network
/// of up to 61 partners; each longer distance is rounded down by less than 10⁻²⁴.
enum HarmonicSum {
  /// 1 in these units.
  static let unit: Int128 = (1...60).reduce(Int128(1)) { multiple, d in
    var (a, b) = (multiple, Int128(d))
    while b != 0 { (a, b) = (b, a % b) }
    return multiple / a * Int128(d)
  }

  /// 1/d for each distance up to `longest`; 0 for distance 0.
  static func reciprocals(upTo longest: Int) -> [Int128] {
    [0] + (1...max(1, longest)).map { unit / Int128($0) }
  }

  /// The sum as a number.
  static func value(_ sum: Int128) -> Double { Double(sum) / Double(unit) }
}
