/// The length 1/weight of every arc of some rows, in units in which equal paths are found equal.
///
/// Whether two paths are equally long decides how many shortest paths there are, and 1/3 + 1/6 is not 1/2 in binary.
/// Where the weights are multiples of a power of two (whole numbers, halves, quarters, …) with a small least common
/// multiple L, a length is the whole number L/weight, sums are exact and so is every comparison.
/// Elsewhere lengths within one part in 10¹⁰ of each other count as equal, as in igraph.
package struct ArcLengths: Sendable {
  /// The length of each arc, in the order of the rows' targets, in units of 1/`scale`.
  package let values: [Double]
  /// How many units make the length 1.
  package let scale: Double
  /// The relative difference up to which two lengths count as equal; 0 where sums are exact.
  package let tolerance: Double

  /// Every arc 1 long.
  package init(hopsOf rows: SparseRows) {
    values = [Double](repeating: 1, count: rows.arcCount)
    scale = 1
    tolerance = 0
  }

  /// Every arc 1/weight long.
  package init(of rows: SparseRows) {
    let weights = rows.weights ?? [Double](repeating: 1, count: rows.arcCount)
    if let scale = Self.exactScale(of: weights, nodeCount: rows.nodeCount) {
      self.scale = scale
      values = weights.map { scale / $0 }
      tolerance = 0
    } else {
      scale = 1
      values = weights.map { 1 / $0 }
      tolerance = 1e-10
    }
  }

  /// Every arc as long as its weight, or 1 without weights; lengths of any kind.
  package init(weightsOf rows: SparseRows) {
    values = rows.weights ?? [Double](repeating: 1, count: rows.arcCount)
    scale = 1
    tolerance = 1e-10
  }

  private init(values: [Double], scale: Double, tolerance: Double) {
    self.values = values
    self.scale = scale
    self.tolerance = tolerance
  }

  /// The lengths of the arcs among the nodes in `order`, row after row in that order.
  ///
  /// - Parameter rows: the rows whose arcs these are the lengths of.
  package func renumbered(_ order: [UInt32], in rows: SparseRows) -> ArcLengths {
    var isKept = [Bool](repeating: false, count: rows.nodeCount)
    for v in order { isKept[Int(v)] = true }
    let kept = order.flatMap { v in rows.range(of: Int(v)).filter { isKept[Int(rows.targets[$0])] } }
    return ArcLengths(values: kept.map { values[$0] }, scale: scale, tolerance: tolerance)
  }

  /// The number by which every 1/weight becomes whole and the longest path stays below 2⁵³; nil where there is none.
  private static func exactScale(of weights: [Double], nodeCount: Int) -> Double? {
    var distinct: Set<Double> = []
    for weight in weights where distinct.insert(weight).inserted {
      if distinct.count > 64 || weight > 0x1p31 { return nil }
    }
    var denominator: Double = 1
    while !distinct.allSatisfy({ ($0 * denominator).rounded() == $0 * denominator }) {
      denominator *= 2
      if denominator > 0x1p20 { return nil }
    }
    var multiple: UInt64 = 1
    for weight in distinct.sorted() {
      let whole = UInt64(weight * denominator)
      let (product, overflow) = (multiple / greatestCommonDivisor(multiple, whole)).multipliedReportingOverflow(
        by: whole)
      multiple = product
      if overflow || Double(multiple) * Double(max(1, nodeCount)) > 0x1p53 { return nil }
    }
    // 1/weight = denominator/whole, so multiple/denominator times it is multiple/whole, a whole number.
    return Double(multiple) / denominator
  }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
