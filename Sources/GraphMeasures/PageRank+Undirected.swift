import GraphCore

extension Graph {
  /// PageRank of an undirected graph, in which the equations can be made symmetric and positive definite.
  ///
  /// With y = D^½ z, y = 1 + d A D⁻¹ y becomes (I − d D^-½ A D^-½) z = D^-½ 1. The eigenvalues lie between 1 − d and
  /// 1 + d, so that conjugate gradients need a third of the passes of Gauss and Seidel's method and are more exact.
  /// A node without edges stands apart: its y is 1.
  ///
  /// - Reference: M. R. Hestenes, E. Stiefel, “Methods of conjugate gradients for solving linear systems”, 1952,
  ///   doi:10.6028/jres.049.044.
  func undirectedPageRank(
    damping: Double, tolerance: Double, iterationLimit: Int
  ) throws(NotConverged) -> NodeScores {
    let strengths = outgoing.rowSums()
    let roots = strengths.map { $0.squareRoot() }
    let inverseRoots = strengths.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    let system = PageRankSystem(matrix: ArcMatrix(outgoing), inverseRoots: inverseRoots, damping: damping)
    let isolates = Double(strengths.count { $0 == 0 })
    // Most of the way: without new starts the walker comes by in proportion to strength.
    let level = (Double(nodeCount) - isolates) / (max(strengths.reduce(0, +), .leastNormalMagnitude) * (1 - damping))
    var z = roots.map { $0 * level }

    /// Σ|x(v) − right-hand side| is at most twice this, once x sums to 1.
    func relativeSize(_ residual: [Double]) -> Double {
      var size = 0.0
      var total = isolates
      for v in residual.indices {
        size += abs(residual[v]) * roots[v]
        total += z[v] * roots[v]
      }
      return 2 * size / total
    }

    var iterations = 0
    while true {
      // The residual that is carried on drifts from the true one by rounding. Only the true one ends the search.
      var residual = system.product(z)
      for v in residual.indices { residual[v] = inverseRoots[v] - residual[v] }
      let reached = relativeSize(residual)
      // The error is at most 1 / (1 − d) times the residual: it is the error that is to stay below the tolerance, but
      // for rounding.
      let error = reached / (1 - damping)
      if (iterations == 0 ? error : reached) <= tolerance { break }
      guard iterations < iterationLimit else {
        throw NotConverged(measure: "PageRank", iterations: iterations, residual: reached, tolerance: tolerance)
      }
      var direction = residual
      var squares = dot(residual.span, residual.span)
      while iterations < iterationLimit {
        iterations += 1
        let product = system.product(direction)
        let step = squares / dot(direction.span, product.span)
        for v in z.indices {
          z[v] += step * direction[v]
          residual[v] -= step * product[v]
        }
        if relativeSize(residual) <= (1 - damping) * tolerance { break }
        let next = dot(residual.span, residual.span)
        let turn = next / squares
        for v in z.indices { direction[v] = residual[v] + turn * direction[v] }
        squares = next
      }
    }
    var ranks = (0..<nodeCount).map { strengths[$0] > 0 ? z[$0] * roots[$0] : 1 }
    let total = ranks.reduce(0, +)
    for v in ranks.indices { ranks[v] /= total }
    return NodeScores(values: ranks)
  }
}

/// The matrix I − d D^-½ A D^-½.
private struct PageRankSystem {
  let matrix: ArcMatrix
  let inverseRoots: [Double]
  let damping: Double

  func product(_ x: [Double]) -> [Double] {
    let scaled = [Double](writing: x.count) { scaled in
      for v in x.indices { scaled[v] = x[v] * inverseRoots[v] }
    }
    var result = matrix.product(scaled)
    for v in result.indices { result[v] = x[v] - damping * inverseRoots[v] * result[v] }
    return result
  }
}
