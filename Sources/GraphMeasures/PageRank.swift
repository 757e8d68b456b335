import GraphCore

extension Graph {
  /// How often a walker comes by who follows arcs by their weight and now and then starts anew anywhere.
  ///
  ///     x(v) = (1 − d)/n + d (Σ x(u) w(u, v)/s(u) + (mass of nodes without arcs)/n)     over the arcs u → v
  ///
  /// with s(u) the weight of all arcs that leave u. An undirected edge is two arcs.
  ///
  /// - Scores sum to 1.
  /// - Parameters:
  ///   - damping: d, the chance to follow an arc, between 0 and 1.
  ///   - tolerance: the largest sum of the residuals of all nodes allowed.
  ///   - iterationLimit: how many iterations are tried.
  /// - Complexity: O(m) an iteration and some tens of iterations, of conjugate gradients in an undirected graph.
  /// - Throws: ``NotConverged`` when Σ|x(v) − right-hand side| stays above `tolerance`.
  /// - Reference: S. Brin, L. Page, “The anatomy of a large-scale hypertextual web search engine”, 1998,
  ///   doi:10.1016/S0169-7552(98)00110-X; the mass of nodes without arcs is spread evenly, as networkx and igraph.
  public func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-10, iterationLimit: Int = 10_000
  ) throws(NotConverged) -> NodeScores {
    precondition(damping >= 0 && damping < 1, "a damping lies between 0 and 1")
    guard nodeCount > 0 else { return NodeScores(values: []) }
    guard isDirected else {
      return try undirectedPageRank(damping: damping, tolerance: tolerance, iterationLimit: iterationLimit)
    }
    // Spreading the mass of nodes without arcs evenly only scales the solution of y = 1 + d P y, in which it is lost.
    let n = nodeCount
    let offsets = incoming.offsets.span
    let sources = incoming.targets.span
    let shares = outgoing.rowSums().map { $0 > 0 ? damping / $0 : 0 }
    var ranks = [Double](repeating: 1, count: n)
    // What a node passes on for each unit of weight. Taken up at once, new values halve the number of iterations.
    var passed = shares
    var change = Double.infinity
    for _ in 0..<iterationLimit {
      change = 0
      var total = 0.0
      for v in 0..<n {
        var sum = 1.0
        if let weights = incoming.weights {
          for arc in Int(offsets[v])..<Int(offsets[v + 1]) { sum += weights[arc] * passed[Int(sources[arc])] }
        } else {
          for arc in Int(offsets[v])..<Int(offsets[v + 1]) { sum += passed[Int(sources[arc])] }
        }
        change += abs(sum - ranks[v])
        total += sum
        ranks[v] = sum
        passed[v] = shares[v] * sum
      }
      // The residual of y is at most d times the change; made to sum to 1 and with the spread mass, twice that.
      change *= 2 * damping / total
      if change <= tolerance {
        return NodeScores(values: ranks.map { $0 / total })
      }
    }
    throw NotConverged(measure: "PageRank", iterations: iterationLimit, residual: change, tolerance: tolerance)
  }
}
