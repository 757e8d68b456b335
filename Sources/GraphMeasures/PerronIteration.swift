/// The largest eigenvalue of an irreducible matrix of non-negative numbers that need not be symmetric.
///
/// Power iteration on M + sI, which is quick on most graphs. On long rings and between parts of nearly equal eigenvalues
/// it is not, and after some hundred steps Noda's inverse iteration takes over where its systems are small enough.
struct PerronIteration {
  let matrix: ArcMatrix
  let tolerance: Double
  let iterationLimit: Int

  /// How many steps are tried before a system is solved.
  static let patience = 500
  /// How many steps the elimination of a system may take: half a second, or some 800 nodes that are all joined.
  static let eliminationLimit = 400_000_000
  /// How many all systems together may take.
  private static let allEliminationsLimit = 4 * eliminationLimit

  func largestPair() throws(NotConverged) -> EigenPair {
    let n = matrix.count
    if n == 1 { return EigenPair(value: 0, vector: [1]) }
    var x = [Double](repeating: 1 / Double(n).squareRoot(), count: n)
    var y = x
    var residual = Double.infinity
    for step in 1...max(1, iterationLimit) {
      do {
        var target = y.mutableSpan
        matrix.multiply(x.span, into: &target)
      }
      let value = dot(x.span, y.span)
      var squares = 0.0
      for i in 0..<n {
        let difference = y[i] - value * x[i]
        squares += difference * difference
      }
      residual = squares.squareRoot() / value
      // Beside large numbers small ones do not show in a length, but without symmetry the eigenvalue hangs on them.
      if residual <= tolerance {
        residual = quotients(of: x, y).map { ($0.above - $0.below) / $0.above } ?? .infinity
        if residual <= tolerance { return EigenPair(value: value, vector: x) }
      }
      if step == Self.patience, let pair = inverseIteration(from: x) { return pair }
      // A shift of about half the eigenvalue damps those on its circle without slowing the others down much. Between
      // arcs of very different weight the first values are far above the eigenvalue, so every step takes its own.
      let shift = value / 2
      for i in 0..<n { y[i] += shift * x[i] }
      guard normalizeWithoutOverflow(&y) else {
        throw NotConverged(
          measure: "eigenvector centrality", iterations: step, residual: .infinity, tolerance: tolerance)
      }
      swap(&x, &y)
    }
    throw NotConverged(
      measure: "eigenvector centrality", iterations: iterationLimit, residual: residual, tolerance: tolerance)
  }

  /// The least and the largest of (Mx)ᵥ/xᵥ, between which the eigenvalue lies (Collatz, Wielandt).
  ///
  /// - Returns: nil where a number is at the end of the range and has too few digits, or none: without it the rest would
  ///   bound the eigenvalue of a part only.
  private func quotients(of x: [Double], _ product: [Double]) -> (below: Double, above: Double)? {
    var above = 0.0
    var below = Double.infinity
    for i in x.indices {
      guard x[i] > 0x1p-900, product[i].isFinite else { return nil }
      above = max(above, product[i] / x[i])
      below = min(below, product[i] / x[i])
    }
    return below > 0 && above.isFinite ? (below, above) : nil
  }

  /// x ← (ρI − M)⁻¹x with ρ = max (Mx)ᵥ/xᵥ, which falls to the largest eigenvalue, in the end quadratically.
  ///
  /// It goes on until rounding keeps ρ from falling, so that parts of nearly equal eigenvalues are told apart as well as
  /// can be.
  ///
  /// - Returns: nil where a system would take too long or a number leaves the range.
  /// - Reference: T. Noda, “Note on the computation of the maximal eigenvalue of a non-negative irreducible matrix”,
  ///   1971, doi:10.1007/BF01436384.
  private func inverseIteration(from start: [Double]) -> EigenPair? {
    var x = start
    var shift = Double.infinity
    var stepsLeft = Self.allEliminationsLimit
    for _ in 0..<100 {
      guard let bounds = quotients(of: x, matrix.product(x)) else { return nil }
      if bounds.above >= shift {
        guard bounds.above - bounds.below <= tolerance * bounds.above else { return nil }
        normalize(&x)
        return EigenPair(value: bounds.below + (bounds.above - bounds.below) / 2, vector: x)
      }
      shift = bounds.above
      let limit = min(stepsLeft, Self.eliminationLimit)
      guard let factors = Elimination(matrix, shift: shift, workLimit: limit) else { return nil }
      stepsLeft -= factors.work
      x = factors.solution(of: x)
      guard normalizeWithoutOverflow(&x) else { return nil }
    }
    return nil
  }
}
