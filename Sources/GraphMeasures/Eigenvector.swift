import GraphCore

extension Graph {
  /// How well connected a node is, when contacts count the more the better they are connected themselves.
  ///
  ///     λ x(v) = Σ w(u, v) x(u)     over the edges, in a directed graph the arcs, from u to v
  ///
  /// Where several vectors satisfy this, in a disconnected graph or one that is not strongly connected, it is the
  /// limit of x ← x + Aᵀx, divided by its length, from equal values. So only the components in which walks grow
  /// fastest score above 0, and the result does not depend on how nodes are numbered. networkx and igraph return one
  /// of the possible vectors there.
  ///
  /// - Scores have the sum of squares 1; undefined for all nodes without an edge.
  /// - Weights are taken as strength: a heavier edge counts for more.
  /// - Complexity: O(m) an iteration and some tens of iterations (Lanczos; power iteration where arcs have a direction,
  ///   and inverse iteration where that takes more than 500, as on long rings).
  /// - Throws: ``NotConverged`` when the length of Aᵀx − λx stays above `tolerance`·λ, in a directed graph also where the
  ///   quotients (Aᵀx)ᵥ/xᵥ, between which λ lies, differ by more than a hundredth of that; or when numbers leave the range.
  /// - Reference: P. Bonacich, “Factoring and weighting approaches to status scores and clique identification”, 1972,
  ///   doi:10.1080/0022250X.1972.9989806.
  public func eigenvectorCentrality(
    tolerance: Double = 1e-10, iterationLimit: Int = 100_000
  ) throws(NotConverged) -> NodeScores {
    guard edgeCount > 0 else { return NodeScores(values: [Double](repeating: .nan, count: nodeCount)) }
    return NodeScores(values: try spectrum(tolerance: tolerance, iterationLimit: iterationLimit).limit)
  }
}
