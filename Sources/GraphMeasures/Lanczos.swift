/// The largest eigenvalue of a symmetric, irreducible matrix of non-negative numbers, by Lanczos' method.
///
/// The eigenvector is the positive one (Perron). The basis is not orthogonalised anew: it loses orthogonality only when
/// the wanted pair has converged, and then the search ends. The residual is checked in full before anything is returned.
///
/// - Reference: C. Lanczos, “An iteration method for the solution of the eigenvalue problem”, 1950,
///   doi:10.6028/jres.045.026; C. C. Paige, “Error analysis of the Lanczos algorithm”, 1976, doi:10.1093/imamat/18.3.341.
struct Lanczos {
  let matrix: ArcMatrix
  /// The largest length of M x − θ x, relative to θ.
  let tolerance: Double
  let iterationLimit: Int

  func largestPair() throws(NotConverged) -> EigenPair {
    let n = matrix.count
    if n == 1 { return EigenPair(value: 0, vector: [1]) }
    // The basis takes at most 256 MB.
    let width = min(max((1 << 25) / n, 16), 160)
    var start = matrix.product([Double](repeating: 1, count: n))
    normalize(&start)
    var iterations = 0
    var residual = Double.infinity
    while iterations < iterationLimit {
      var pair = cycle(from: start, width: min(width, iterationLimit - iterations), iterations: &iterations)
      residual = polish(&pair)
      if residual <= tolerance { return pair }
      start = pair.vector
    }
    throw NotConverged(
      measure: "eigenvector centrality", iterations: iterations, residual: residual, tolerance: tolerance)
  }

  /// One Krylov space of at most `width` vectors, and the best pair in it.
  private func cycle(from start: [Double], width: Int, iterations: inout Int) -> EigenPair {
    let n = matrix.count
    var basis = [start]
    var tridiagonal = Tridiagonal()
    while true {
      let current = basis[basis.count - 1]
      var next = matrix.product(current)
      iterations += 1
      let before = tridiagonal.beside.last ?? 0
      let diagonal = dot(next.span, current.span)
      if basis.count > 1 {
        let previous = basis[basis.count - 2]
        for i in 0..<n { next[i] -= diagonal * current[i] + before * previous[i] }
      } else {
        for i in 0..<n { next[i] -= diagonal * current[i] }
      }
      tridiagonal.diagonal.append(diagonal)
      let beside = norm(next.span)
      let isFull = basis.count >= width
      // Nothing but rounding is left: the space holds all that the start is made of.
      let isWhole = beside <= 1e-14 * tridiagonal.scale
      // The small problem is solved at every fourth step only: it costs little, but not nothing.
      if isFull || isWhole || basis.count % 4 == 0 {
        let (value, coefficients) = tridiagonal.largestPair()
        let estimate = beside * coefficients[coefficients.count - 1]
        if isFull || isWhole || estimate <= 0.5 * tolerance * value {
          var vector = [Double](repeating: 0, count: n)
          for (coefficient, column) in zip(coefficients, basis) {
            for i in 0..<n { vector[i] += coefficient * column[i] }
          }
          return EigenPair(value: value, vector: vector)
        }
      }
      tridiagonal.beside.append(beside)
      for i in 0..<n { next[i] /= beside }
      basis.append(next)
    }
  }

  /// Makes the vector positive and as long as 1, and returns the relative residual.
  ///
  /// Rounding leaves entries far below the largest with any sign; their size is all there is to know of them.
  private func polish(_ pair: inout EigenPair) -> Double {
    var vector = pair.vector.map(abs)
    normalize(&vector)
    let product = matrix.product(vector)
    let value = dot(product.span, vector.span)
    var squares = 0.0
    for i in vector.indices {
      let difference = product[i] - value * vector[i]
      squares += difference * difference
    }
    pair = EigenPair(value: value, vector: vector)
    return squares.squareRoot() / value
  }
}

/// A symmetric matrix with entries in the diagonal and, positive ones, beside it.
private struct Tridiagonal {
  var diagonal: [Double] = []
  var beside: [Double] = []

  /// A bound of the size of the eigenvalues (Gershgorin).
  var scale: Double {
    var bound = 0.0
    for i in diagonal.indices {
      bound = max(bound, abs(diagonal[i]) + (i > 0 ? beside[i - 1] : 0) + (i < beside.count ? beside[i] : 0))
    }
    return bound
  }

  /// The largest eigenvalue by bisection and its vector, positive and of length 1, by inverse iteration.
  func largestPair() -> (value: Double, vector: [Double]) {
    var high = scale * (1 + 1e-12) + .leastNormalMagnitude
    var low = diagonal.max()!
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if hasPositivePivots(at: middle) { high = middle } else { low = middle }
    }
    // `high` lies a rounding above all eigenvalues, so high·I − T has positive pivots and needs no exchange of rows.
    var pivots = diagonal
    for i in diagonal.indices {
      pivots[i] = high - diagonal[i] - (i > 0 ? beside[i - 1] * beside[i - 1] / pivots[i - 1] : 0)
    }
    var vector = [Double](repeating: 1, count: diagonal.count)
    for _ in 0..<3 {
      for i in 1..<max(1, vector.count) { vector[i] += beside[i - 1] / pivots[i - 1] * vector[i - 1] }
      for i in vector.indices.reversed() {
        let right = i + 1 < vector.count ? beside[i] * vector[i + 1] : 0
        vector[i] = (vector[i] + right) / pivots[i]
      }
      normalize(&vector)
    }
    return (high, vector)
  }

  /// Whether all eigenvalues lie below `value`.
  private func hasPositivePivots(at value: Double) -> Bool {
    var pivot = 1.0
    for i in diagonal.indices {
      pivot = value - diagonal[i] - (i > 0 ? beside[i - 1] * beside[i - 1] / pivot : 0)
      if pivot <= 0 { return false }
    }
    return true
  }
}
