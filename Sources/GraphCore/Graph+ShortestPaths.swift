extension Graph {
  /// The length of the shortest path from `v` to every node: 0 for itself, infinite where no path leads.
  ///
  ///     let path = Graph(nodeCount: 4, edges: [(0, 1), (1, 2)])
  ///     path.distances(from: 0)   // [0, 1, 2, infinity]
  ///
  /// - Complexity: O(n + m) for hops, O((n + m) log n) for weights.
  public func distances(from v: Int, pathLength: PathLength = .hops) -> [Double] {
    Self.distances(from: v, along: outgoing, pathLength: pathLength)
  }

  /// The length of the shortest path from every node to `v`.
  ///
  /// - Complexity: O(n + m) for hops, O((n + m) log n) for weights.
  public func distances(to v: Int, pathLength: PathLength = .hops) -> [Double] {
    Self.distances(from: v, along: incoming, pathLength: pathLength)
  }

  /// A shortest path from `v` to `w`, both included; nil where none leads.
  ///
  /// Of several the first by node numbers.
  ///
  /// - Complexity: O(n + m) for hops, O((n + m) log n) for weights.
  public func shortestPath(from v: Int, to w: Int, pathLength: PathLength = .hops) -> [Int]? {
    precondition(v >= 0 && v < nodeCount, "a path begins at a node of the graph")
    precondition(w >= 0 && w < nodeCount, "a path ends at a node of the graph")
    let lengths =
      pathLength == .hops || !isWeighted ? ArcLengths(hopsOf: incoming) : ArcLengths(of: incoming)
    let forward =
      pathLength == .hops || !isWeighted ? ArcLengths(hopsOf: outgoing) : ArcLengths(of: outgoing)
    var search = DijkstraSearch(along: incoming, lengths: lengths)
    search.run(from: w)
    guard search.rank[v] != .max else { return nil }
    var path = [v]
    while let near = path.last, near != w {
      // The ranks fall along the path, so it ends even where an arc is too short to change a sum.
      let onward = outgoing.range(of: near)
        .filter { search.rank[Int(outgoing.targets[$0])] < search.rank[near] }
        .map { (length: search.distance[Int(outgoing.targets[$0])] + forward.values[$0], arc: $0) }
      let shortest = onward.map(\.length).min()!
      let next = onward.first { $0.length <= shortest * (1 + forward.tolerance) }!
      path.append(Int(outgoing.targets[next.arc]))
    }
    return path
  }

  private static func distances(from v: Int, along rows: SparseRows, pathLength: PathLength) -> [Double] {
    precondition(v >= 0 && v < rows.nodeCount, "a distance begins at a node of the graph")
    if pathLength == .hops || rows.weights == nil {
      var search = BreadthFirstSearch(nodeCount: rows.nodeCount)
      search.run(from: v, along: rows)
      return search.depth.map { $0 == BreadthFirstSearch.unreached ? .infinity : Double($0) }
    }
    let lengths = ArcLengths(of: rows)
    var search = DijkstraSearch(along: rows, lengths: lengths)
    search.run(from: v)
    return search.distance.map { $0 / lengths.scale }
  }
}
