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
  /// How many multiplications a system may take: a second, or 1000 nodes that are all joined.
  static let eliminationLimit = 400_000_000

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
        let bounds = quotients(of: x, y)
        residual = (bounds.above - bounds.below) / bounds.above
        if residual <= tolerance { return EigenPair(value: value, vector: x) }
      }
      if step == Self.patience, let pair = inverseIteration(from: x) { return pair }
      // A shift of about half the eigenvalue damps those on its circle without slowing the others down much. Between
      // arcs of very different weight the first values are far above the eigenvalue, so every step takes its own.
      let shift = value / 2
      for i in 0..<n { y[i] += shift * x[i] }
      normalize(&y)
      swap(&x, &y)
    }
    throw NotConverged(
      measure: "eigenvector centrality", iterations: iterationLimit, residual: residual, tolerance: tolerance)
  }

  /// The least and the largest of (Mx)ᵥ/xᵥ, between which the eigenvalue lies (Collatz, Wielandt).
  ///
  /// Numbers at the end of the range are left aside: they have too few digits, or none.
  private func quotients(of x: [Double], _ product: [Double]) -> (below: Double, above: Double) {
    var above = 0.0
    var below = Double.infinity
    for i in x.indices where x[i] > 0x1p-900 {
      above = max(above, product[i] / x[i])
      below = min(below, product[i] / x[i])
    }
    return (below, above)
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
    for _ in 0..<100 {
      let y = matrix.product(x)
      let bounds = quotients(of: x, y)
      guard bounds.above.isFinite, bounds.below > 0 else { return nil }
      if bounds.above >= shift {
        guard bounds.above - bounds.below <= tolerance * bounds.above else { return nil }
        normalize(&x)
        return EigenPair(value: bounds.below + (bounds.above - bounds.below) / 2, vector: x)
      }
      shift = bounds.above
      guard let factors = Elimination(matrix, shift: shift, workLimit: Self.eliminationLimit) else { return nil }
      x = factors.solution(of: x)
      let largest = x.max()!
      for i in x.indices { x[i] /= largest }
    }
    return nil
  }
}
