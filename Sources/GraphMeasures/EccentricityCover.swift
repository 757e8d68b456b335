import GraphCore

/// Upper bounds of eccentricities that spread from nodes whose eccentricity is known.
///
///     ecc(v) ≤ ecc(u) + d(u, v)
///
/// To show that no node of a part is farther from another than some limit, a search from every node is not needed: one
/// from a node in the middle vouches for all nodes around it.
///
/// - Reference: F. W. Takes, W. A. Kosters, “Determining the diameter of small world networks”, 2011,
///   doi:10.1145/2063576.2063748.
struct EccentricityCover {
  private let rows: SparseRows
  /// The least upper bound known of each node's eccentricity.
  private var upper: [UInt32]
  /// The last round of choosing in which a chosen node was to vouch for each node.
  private var plannedRound: [UInt32]
  private var round: UInt32 = 0
  /// How often a search has been chosen for the sake of each node.
  private var attempts: [UInt8]
  /// Whether a search from the node has been chosen.
  private var isChosen: [Bool]
  private var queue: [UInt32] = []

  init(_ rows: SparseRows) {
    self.rows = rows
    upper = [UInt32](repeating: .max, count: rows.nodeCount)
    plannedRound = [UInt32](repeating: 0, count: rows.nodeCount)
    attempts = [UInt8](repeating: 0, count: rows.nodeCount)
    isChosen = [Bool](repeating: false, count: rows.nodeCount)
  }

  /// Whether the node's eccentricity is known not to exceed the limit.
  func isWithin(_ limit: Int, _ v: Int) -> Bool { Int(upper[v]) <= limit }

  /// Spreads what a known eccentricity says of the nodes around, as far as it says that they are within the limit.
  mutating func note(_ eccentricity: Int, of u: Int, limit: Int) {
    if Int(upper[u]) <= eccentricity { return }
    upper[u] = UInt32(eccentricity)
    spread(from: u, steps: limit - eccentricity) { cover, w, step in
      let bound = UInt32(eccentricity + step)
      if cover.upper[w] <= bound { return false }
      cover.upper[w] = bound
      return true
    }
  }

  /// Nodes to search from next, so that those not within the limit come to be, the first ones first.
  ///
  /// - Parameters:
  ///   - nodes: those that must come within the limit.
  ///   - reach: how far a search is expected to vouch.
  ///   - count: at most so many, and at least one.
  mutating func choose(for nodes: ReversedCollection<ArraySlice<UInt32>>, limit: Int, reach: Int, count: Int) -> [Int] {
    round += 1
    var chosen: [Int] = []
    var arcs = 0
    for node in nodes {
      let v = Int(node)
      if isWithin(limit, v) || plannedRound[v] == round { continue }
      let u = central(near: v, within: max(0, min(reach, 3) - Int(attempts[v])))
      attempts[v] = min(3, attempts[v] + 1)
      chosen.append(u)
      isChosen[u] = true
      plannedRound[v] = round
      plannedRound[u] = round
      arcs += spread(from: u, steps: reach) { cover, w, _ in
        if cover.plannedRound[w] == cover.round { return false }
        cover.plannedRound[w] = cover.round
        return true
      }
      // Choosing must not cost more than searching.
      if chosen.count == count || arcs > 2 * rows.arcCount { break }
    }
    return chosen
  }

  /// A node of high degree, reached in so many steps, each to a neighbour of higher degree that was not chosen yet.
  private func central(near v: Int, within steps: Int) -> Int {
    var u = v
    for _ in 0..<steps {
      var best = u
      for arc in rows.range(of: u) {
        let w = Int(rows.targets[arc])
        if rows.count(of: w) > rows.count(of: best) && !isChosen[w] { best = w }
      }
      if best == u { break }
      u = best
    }
    return u
  }

  /// Goes out from a node a step at a time, on from those nodes that `enter` lets in; returns how many arcs it followed.
  @discardableResult
  private mutating func spread(
    from u: Int, steps: Int, enter: (inout EccentricityCover, _ node: Int, _ step: Int) -> Bool
  ) -> Int {
    var queue = self.queue
    self.queue = []
    queue.removeAll(keepingCapacity: true)
    queue.append(UInt32(u))
    var first = 0
    var arcs = 0
    var step = 1
    while step <= steps, first < queue.count {
      let last = queue.count
      for place in first..<last {
        let range = rows.range(of: Int(queue[place]))
        arcs += range.count
        for arc in range {
          let w = rows.targets[arc]
          if enter(&self, Int(w), step) { queue.append(w) }
        }
      }
      first = last
      step += 1
    }
    self.queue = queue
    return arcs
  }
}
