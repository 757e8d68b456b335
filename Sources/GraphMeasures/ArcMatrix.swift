import GraphCore

/// A square matrix of non-negative numbers in sparse rows: (Mx)ᵥ = Σ w(arc) · x[source(arc)] over the arcs of row v.
struct ArcMatrix {
  let offsets: [UInt32]
  let sources: [UInt32]
  /// Nil where every entry is 1.
  let weights: [Double]?

  var count: Int { offsets.count - 1 }

  init(offsets: [UInt32], sources: [UInt32], weights: [Double]?) {
    self.offsets = offsets
    self.sources = sources
    self.weights = weights
  }

  init(_ rows: SparseRows) {
    self.init(offsets: rows.offsets, sources: rows.targets, weights: rows.weights)
  }

  /// The rows and columns of `nodes`, in their order; `positions` is room for one number a node, all of them `absent`
  /// before and after.
  init(_ rows: SparseRows, nodes: ArraySlice<UInt32>, positions: inout [UInt32]) {
    let absent = UInt32.max
    for (position, node) in nodes.enumerated() { positions[Int(node)] = UInt32(position) }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(nodes.count + 1)
    var sources: [UInt32] = []
    var weights: [Double]? = rows.weights == nil ? nil : []
    for node in nodes {
      for arc in rows.range(of: Int(node)) {
        let position = positions[Int(rows.targets[arc])]
        guard position != absent else { continue }
        sources.append(position)
        weights?.append(rows.weights![arc])
      }
      offsets.append(UInt32(sources.count))
    }
    for node in nodes { positions[Int(node)] = absent }
    self.init(offsets: offsets, sources: sources, weights: weights)
  }

  /// Every source is below `count`, so the two innermost look-ups are not checked: a quarter off the time.
  func multiply(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == count && y.count == count, "a vector has one number a row")
    let offsets = self.offsets.span
    let sources = self.sources.span
    if let weights {
      let weight = weights.span
      for v in 0..<count {
        var sum = 0.0
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
          sum += weight[unchecked: arc] * x[unchecked: Int(sources[unchecked: arc])]
        }
        y[v] = sum
      }
    } else {
      for v in 0..<count {
        var sum = 0.0
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) { sum += x[unchecked: Int(sources[unchecked: arc])] }
        y[v] = sum
      }
    }
  }

  func product(_ x: [Double]) -> [Double] {
    // The result is often the next x, which is read all over.
    [Double](writing: count) { y in
      y.initialize(repeating: 0)
      var span = y.mutableSpan
      multiply(x.span, into: &span)
    }
  }

  /// The solution y of (λI − M) y = x for λ above all eigenvalues of M.
  ///
  /// The sum of (M/λ)ᵗx/λ, until no number gains more than `tolerance` of itself in a step: then none gains more in any
  /// later step, however small it is beside others. Where λ is so near that steps gain little, the system is solved at
  /// once if it is small enough.
  ///
  /// - Complexity: as many products as it takes for (largest eigenvalue / λ)ᵗ to fall below the tolerance.
  func resolvent(
    of x: [Double], at lambda: Double, tolerance: Double, iterationLimit: Int
  ) throws(NotConverged) -> [Double] {
    var y = x.map { $0 / lambda }
    var residual = Double.infinity
    var steps = 0
    while steps < iterationLimit {
      steps += 1
      let next = product(y)
      // A number that nothing reaches stays 0. One that leaves the range is infinite, which is no result.
      residual = 0
      for i in y.indices where x[i] + next[i] > 0 {
        let value = (x[i] + next[i]) / lambda
        let change = value.isFinite ? abs(value - y[i]) / value : .infinity
        if change > residual { residual = change }
        y[i] = value
      }
      if residual == .infinity { break }
      if residual <= tolerance { return y }
      if steps == PerronIteration.patience,
        let factors = Elimination(self, shift: lambda, workLimit: PerronIteration.eliminationLimit)
      {
        let solution = factors.solution(of: x)
        if solution.allSatisfy(\.isFinite) { return solution }
        residual = .infinity
        break
      }
    }
    throw NotConverged(
      measure: "growth of walks", iterations: steps, residual: residual, tolerance: tolerance)
  }

  /// Bounds of the largest eigenvalue, from the row sums r: r is positive or the row empty, and so Collatz and
  /// Wielandt's quotient (Mr)ᵥ/rᵥ bounds it from above; from below for a symmetric matrix Rayleigh's quotient and the
  /// length of every row.
  func symmetricBounds() -> ClosedRange<Double> {
    let sums = product([Double](repeating: 1, count: count))
    let next = product(sums)
    var above = 0.0
    var longest = 0.0
    for v in 0..<count where sums[v] > 0 {
      above = max(above, next[v] / sums[v])
      var squares = 0.0
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let weight = weights?[arc] ?? 1
        squares += weight * weight
      }
      longest = max(longest, squares)
    }
    guard above > 0 else { return 0...0 }
    let below = max(longest.squareRoot(), dot(sums.span, next.span) / dot(sums.span, sums.span))
    return min(below, above)...above
  }
}

/// The largest eigenvalue of a matrix and a vector of length 1 that belongs to it.
struct EigenPair {
  let value: Double
  let vector: [Double]
}
