/// The largest eigenvalue of an irreducible matrix of non-negative numbers that need not be symmetric.
///
/// Power iteration on M + sI. The quotients (Mx)ᵥ/xᵥ of a positive vector enclose the eigenvalue (Collatz, Wielandt).
struct PerronIteration {
  let matrix: ArcMatrix
  let tolerance: Double
  let iterationLimit: Int

  func largestPair() throws(NotConverged) -> EigenPair {
    let n = matrix.count
    if n == 1 { return EigenPair(value: 0, vector: [1]) }
    var x = [Double](repeating: 1 / Double(n).squareRoot(), count: n)
    var y = x
    var residual = Double.infinity
    for _ in 0..<iterationLimit {
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
      if residual <= tolerance { return EigenPair(value: value, vector: x) }
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
}
