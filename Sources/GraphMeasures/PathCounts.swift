import GraphCore

/// The shortest paths from one source: how many lead to each node, and what they add to betweenness.
///
/// - Reference: U. Brandes, “A faster algorithm for betweenness centrality”, 2001,
///   doi:10.1080/0022250X.2001.9990249; successors in place of predecessor lists as in K. Madduri et al., 2009,
///   doi:10.1109/IPDPS.2009.5161100.
struct PathCounts {
  private let rows: SparseRows
  private let lengths: ArcLengths?
  private let mass: [Double]
  private let copies: [Double]
  private var dijkstra: DijkstraSearch?
  /// Nodes in the order of their distance.
  private var order: [UInt32] = []
  /// The distance of each node, infinite where no path leads.
  private var distance: [Double]
  /// The number of shortest paths to each node reached.
  private var sigma: [Double]
  /// (mass + δ)/σ of each node that has been dealt with, for the nodes before it.
  private var coefficient: [Double]
  /// For the sources whose counts do not fit a Double.
  private var wide: WidePathCounts?

  /// - Parameters:
  ///   - lengths: the length of every arc; nil for hops.
  ///   - mass: how many sources and targets each node stands for.
  ///   - copies: in hops, how many nodes with the same paths each node stands for; nil where each is alone.
  init(along rows: SparseRows, lengths: ArcLengths?, mass: [Double], copies: [Double]? = nil) {
    self.rows = rows
    self.lengths = lengths
    self.mass = mass
    self.copies = copies ?? [Double](repeating: 1, count: rows.nodeCount)
    dijkstra = lengths.map { DijkstraSearch(along: rows, lengths: $0) }
    distance = [Double](repeating: .infinity, count: rows.nodeCount)
    sigma = [Double](repeating: 0, count: rows.nodeCount)
    coefficient = [Double](repeating: 0, count: rows.nodeCount)
  }

  /// Adds δ(s | v), the share of v in the shortest paths from the source times its mass, to every node but the source.
  mutating func addDependencies(from source: Int, to sums: inout [Double]) {
    if search(from: source) {
      addShares(from: source, toNodes: &sums)
    } else {
      withWideCounts { wide in
        wide.run(from: source)
        wide.addDependencies(to: &sums)
      }
    }
  }

  /// Adds the share of every arc in the shortest paths from the source, times the mass of the source.
  mutating func addArcDependencies(from source: Int, to sums: inout [Double]) {
    if search(from: source) {
      addShares(from: source, toArcs: &sums)
    } else {
      withWideCounts { wide in
        wide.run(from: source)
        wide.addArcDependencies(to: &sums)
      }
    }
  }

  private mutating func withWideCounts(_ body: (inout WidePathCounts) -> Void) {
    var counts = wide.take() ?? WidePathCounts(along: rows, lengths: lengths, mass: mass, copies: copies)
    body(&counts)
    wide = counts
  }

  /// Finds all shortest paths from the source; false where their counts may not fit a Double.
  private mutating func search(from source: Int) -> Bool {
    for v in order { distance[Int(v)] = .infinity }
    if let lengths {
      dijkstra!.run(from: source)
      order = dijkstra!.order
      for v in order {
        distance[Int(v)] = dijkstra!.distance[Int(v)]
        sigma[Int(v)] = dijkstra!.paths[Int(v)]
      }
      if lengths.tolerance > 0 { countPathsWithTolerance(from: source) }
    } else {
      order.removeAll(keepingCapacity: true)
      Self.countHopPaths(
        from: source, along: rows, copies: copies, order: &order, distance: &distance, sigma: &sigma)
    }
    return order.allSatisfy { sigma[Int($0)] < 1e290 }
  }

  private static func countHopPaths(
    from source: Int, along rows: SparseRows, copies: [Double], order: inout [UInt32], distance: inout [Double],
    sigma: inout [Double]
  ) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    var distance = distance.mutableSpan
    var sigma = sigma.mutableSpan
    distance[source] = 0
    sigma[source] = 1
    order.append(UInt32(source))
    var head = 0
    while head < order.count {
      let v = Int(order[head])
      head += 1
      let next = distance[v] + 1
      let paths = v == source ? 1 : sigma[v] * copies[v]
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let target = targets[arc]
        let w = Int(target)
        if distance[w] == .infinity {
          distance[w] = next
          sigma[w] = paths
          order.append(target)
        } else if distance[w] == next {
          sigma[w] += paths
        }
      }
    }
  }

  /// The counts of the search are of equal sums; these are of sums equal to the tolerance.
  private mutating func countPathsWithTolerance(from source: Int) {
    for v in order { sigma[Int(v)] = 0 }
    sigma[source] = 1
    for node in order {
      let v = Int(node)
      for arc in rows.range(of: v) where isStep(arc, from: v) { sigma[Int(rows.targets[arc])] += sigma[v] }
    }
  }

  private mutating func addShares(from source: Int, toNodes sums: inout [Double]) {
    var coefficient = takeCoefficient()
    forEachNodeFromFarthest(&coefficient) { node, paths, sum in
      if node != source { sums[node] += mass[source] * paths * sum }
    } onStep: { _, _ in
    }
    self.coefficient = coefficient
  }

  private mutating func addShares(from source: Int, toArcs sums: inout [Double]) {
    var coefficient = takeCoefficient()
    forEachNodeFromFarthest(&coefficient) { _, _, _ in
    } onStep: { arc, share in
      sums[arc] += mass[source] * share
    }
    self.coefficient = coefficient
  }

  /// Moves the array out, so that it is changed in place while the rest is read.
  private mutating func takeCoefficient() -> [Double] {
    defer { coefficient = [] }
    return coefficient
  }

  /// Walks back over the arcs on shortest paths.
  @inline(__always) private func forEachNodeFromFarthest(
    _ coefficient: inout [Double],
    _ take: (_ node: Int, _ paths: Double, _ sum: Double) -> Void,
    onStep: (_ arc: Int, _ share: Double) -> Void
  ) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let distance = self.distance.span
    let sigma = self.sigma.span
    let mass = self.mass.span
    var coefficient = coefficient.mutableSpan
    for place in stride(from: order.count - 1, through: 0, by: -1) {
      let v = Int(order[place])
      let near = distance[v]
      let paths = sigma[v]
      var sum = 0.0
      if let dijkstra, let lengths, lengths.tolerance == 0 {
        let arcs = dijkstra.steps.span
        let first = place == 0 ? 0 : Int(dijkstra.stepEnds[place - 1])
        for step in first..<Int(dijkstra.stepEnds[place]) {
          let arc = Int(arcs[step])
          let w = Int(targets[arc])
          if near + lengths.values[arc] == distance[w] {
            onStep(arc, paths * coefficient[w])
            sum += coefficient[w]
          }
        }
      } else {
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) where isStep(arc, from: v) {
          let w = Int(targets[arc])
          onStep(arc, paths * coefficient[w])
          sum += coefficient[w]
        }
      }
      coefficient[v] = mass[v] / paths + copies[v] * sum
      take(v, paths, sum)
    }
  }

  /// Whether the arc lies on a shortest path from the source.
  @inline(__always) private func isStep(_ arc: Int, from v: Int) -> Bool {
    let w = Int(rows.targets[arc])
    guard let lengths, let dijkstra else { return distance[v] + 1 == distance[w] }
    return dijkstra.rank[v] < dijkstra.rank[w]
      && abs(distance[v] + lengths.values[arc] - distance[w]) <= lengths.tolerance * distance[w]
  }
}
