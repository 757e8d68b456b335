import GraphCore

extension Graph {
  /// How many walks end at a node, long ones counting less.
  ///
  ///     x = (I − αAᵀ)⁻¹·1     with α = attenuation / λ, λ the largest eigenvalue of A
  ///
  /// Tying α to λ makes networks of different density comparable; a fixed α (networkx: 0.1) diverges on dense ones.
  ///
  /// - Scores have the sum of squares 1. Undefined for all nodes without an edge, and in a directed graph without
  ///   cycles, where λ is 0.
  /// - Parameters:
  ///   - attenuation: between 0 and 1.
  ///   - tolerance: a hundred times as much of itself as a score may change in the last step.
  ///   - iterationLimit: how many iterations are tried.
  /// - Complexity: O(m) an iteration and some tens of iterations; after 500 a system is solved instead, where it is not too
  ///   large.
  /// - Throws: ``NotConverged`` when a score still changes by more after the last step, or leaves the range of numbers.
  /// - Reference: L. Katz, “A new status index derived from sociometric analysis”, 1953, doi:10.1007/BF02289026.
  public func katzCentrality(
    attenuation: Double = 0.85, tolerance: Double = 1e-10, iterationLimit: Int = 100_000
  ) throws(NotConverged) -> NodeScores {
    precondition(attenuation > 0 && attenuation < 1, "an attenuation lies between 0 and 1")
    let undefined = NodeScores(values: [Double](repeating: .nan, count: nodeCount))
    guard edgeCount > 0 else { return undefined }
    let radius = try spectrum(tolerance: tolerance, iterationLimit: iterationLimit).radius
    guard radius > 0 else { return undefined }
    let lambda = radius / attenuation
    var scores = try ArcMatrix(incoming).resolvent(
      of: [Double](repeating: 1, count: nodeCount), at: lambda, tolerance: tolerance * 1e-2,
      iterationLimit: iterationLimit)
    // Squares of numbers that fit need not fit.
    guard normalizeWithoutOverflow(&scores) else {
      throw NotConverged(measure: "Katz centrality", iterations: 0, residual: .infinity, tolerance: tolerance)
    }
    return NodeScores(values: scores)
  }
}
