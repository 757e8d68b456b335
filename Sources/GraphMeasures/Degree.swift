import GraphCore

extension Graph {
  /// How many neighbours every node has.
  ///
  /// In a directed graph a neighbour is joined by an arc in either direction and counts once; see ``inDegrees()`` and
  /// ``outDegrees()`` for the arcs. networkx and igraph add the two, and so count a mutual neighbour twice.
  ///
  /// - Complexity: O(n), directed O(n + m).
  public func degrees() -> [Int] {
    guard isDirected else { return outDegrees() }
    return (0..<nodeCount).map { v in
      outgoing.count(of: v) + incoming.count(of: v) - mutualNeighborCount(of: v)
    }
  }

  /// How many arcs leave every node; in an undirected graph its degree.
  public func outDegrees() -> [Int] { (0..<nodeCount).map { outgoing.count(of: $0) } }

  /// How many arcs enter every node; in an undirected graph its degree.
  public func inDegrees() -> [Int] { (0..<nodeCount).map { incoming.count(of: $0) } }

  /// The sum of the weights of every node's edges; in a directed graph of the arcs in both directions.
  ///
  /// - Reference: A. Barrat and others, “The architecture of complex weighted networks”, 2004,
  ///   doi:10.1073/pnas.0400087101.
  /// - Complexity: O(n + m).
  public func strengths() -> [Double] {
    guard isDirected else { return outStrengths() }
    return zip(outStrengths(), inStrengths()).map { $0 + $1 }
  }

  /// The sum of the weights of the arcs that leave every node; in an undirected graph its strength.
  public func outStrengths() -> [Double] { outgoing.rowSums() }

  /// The sum of the weights of the arcs that enter every node; in an undirected graph its strength.
  public func inStrengths() -> [Double] { incoming.rowSums() }

  /// The nodes without a neighbour, ascending.
  public func isolates() -> [Int] {
    (0..<nodeCount).filter { outgoing.count(of: $0) == 0 && incoming.count(of: $0) == 0 }
  }

  /// How many nodes `v` has arcs both to and from; a merge of two sorted rows.
  func mutualNeighborCount(of v: Int) -> Int {
    let out = outgoing.targets.span
    let into = incoming.targets.span
    var i = Int(outgoing.offsets[v])
    var j = Int(incoming.offsets[v])
    let outEnd = Int(outgoing.offsets[v + 1])
    let inEnd = Int(incoming.offsets[v + 1])
    var count = 0
    while i < outEnd && j < inEnd {
      let (a, b) = (out[i], into[j])
      if a == b { count += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return count
  }
}

extension SparseRows {
  /// The sum of the weights in every row; without weights its length.
  func rowSums() -> [Double] {
    guard let weights else { return (0..<nodeCount).map { Double(count(of: $0)) } }
    let weight = weights.span
    return (0..<nodeCount).map { v in
      var sum = 0.0
      for arc in range(of: v) { sum += weight[arc] }
      return sum
    }
  }
}
