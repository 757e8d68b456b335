import GraphCore

extension Graph {
  /// Whether every neighbour of `u` is `v` or a neighbour of `v`.
  ///
  /// Then `v` ranks at least as high as `u` in every centrality that does not fall when edges are added at a node:
  /// degree, closeness, betweenness, eigenvector and all others built on paths or walks agree.
  ///
  /// - Reference: D. Schoch, U. Brandes, “Re-conceptualizing centrality in social networks”, 2016,
  ///   doi:10.1017/S0956792516000401.
  /// - Complexity: O(k log k).
  public func dominates(_ v: Int, over u: Int) -> Bool {
    guard !isDirected else { return undirected().dominates(v, over: u) }
    return neighbors(of: u).allSatisfy { Int($0) == v || hasEdge(from: v, to: Int($0)) }
  }

  /// For every node the others that dominate it, ascending: index-free ranking by neighbourhood inclusion.
  ///
  /// Two nodes with the same neighbours dominate each other. Everybody dominates an isolate, so the lists can be long.
  /// Directed graphs are taken as undirected.
  ///
  /// - Complexity: O(Σ k² log k) at worst; typically little more than the size of the lists.
  /// - Reference: as ``dominates(_:over:)``.
  public func dominators() -> [[Int]] {
    guard !isDirected else { return undirected().dominators() }
    return (0..<nodeCount).map { u in
      // Whoever dominates u is near each of its neighbours: begin with the one that has the fewest.
      guard let rarest = neighbors(of: u).min(by: { outgoing.count(of: Int($0)) < outgoing.count(of: Int($1)) }) else {
        return (0..<nodeCount).filter { $0 != u }
      }
      var candidates = neighbors(of: Int(rarest)).map(Int.init).filter { $0 != u }
      candidates.insert(Int(rarest), at: candidates.firstIndex { $0 > Int(rarest) } ?? candidates.count)
      for w in neighbors(of: u) where w != rarest && !candidates.isEmpty {
        candidates.removeAll { $0 != Int(w) && !hasEdge(from: $0, to: Int(w)) }
      }
      return candidates
    }
  }
}
