import GraphCore

extension Graph {
  /// The largest k such that the node belongs to a part in which everybody has at least k neighbours.
  ///
  /// Nodes are taken away by ascending degree, and their neighbours' degrees fall with them.
  ///
  /// - Directed graphs count arcs in both directions, a mutual neighbour twice, as networkx does.
  /// - Complexity: O(n + m) time, O(n) space.
  /// - Reference: V. Batagelj, M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks”, 2003,
  ///   arXiv:cs/0310049.
  public func coreNumbers() -> [Int] {
    let n = nodeCount
    let offsets = outgoing.offsets.span
    let targets = outgoing.targets.span
    let inOffsets = incoming.offsets.span
    let sources = incoming.targets.span
    let degree = WorkArray<UInt32>(repeating: 0, count: n)
    var largest: UInt32 = 0
    for v in 0..<n {
      degree[v] = offsets[v + 1] - offsets[v] + (isDirected ? inOffsets[v + 1] - inOffsets[v] : 0)
      largest = max(largest, degree[v])
    }
    // `order` is sorted by current degree; `bin[d]` is where degree d begins; `place[v]` is where v stands.
    let bin = WorkArray<UInt32>(repeating: 0, count: Int(largest) + 2)
    for v in 0..<n { bin[Int(degree[v]) + 1] += 1 }
    for d in 1..<bin.count { bin[d] += bin[d - 1] }
    let order = WorkArray<UInt32>(repeating: 0, count: n)
    let place = WorkArray<UInt32>(repeating: 0, count: n)
    let next = WorkArray(bin.array())
    for v in 0..<n {
      let d = Int(degree[v])
      place[v] = next[d]
      order[Int(next[d])] = UInt32(v)
      next[d] += 1
    }
    /// Moves `u` one degree down: it changes places with the first node of its degree, which then begins one later.
    @inline(__always) func lower(_ u: Int, toAtLeast floor: UInt32) {
      let d = degree[u]
      guard d > floor else { return }
      let first = bin[Int(d)]
      let other = Int(order[Int(first)])
      order[Int(place[u])] = UInt32(other)
      order[Int(first)] = UInt32(u)
      place[other] = place[u]
      place[u] = first
      bin[Int(d)] += 1
      degree[u] = d - 1
    }
    for position in 0..<n {
      let v = Int(order[position])
      let core = degree[v]
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) { lower(Int(targets[unchecked: arc]), toAtLeast: core) }
      if isDirected {
        for arc in Int(inOffsets[v])..<Int(inOffsets[v + 1]) { lower(Int(sources[unchecked: arc]), toAtLeast: core) }
      }
    }
    return (0..<n).map { Int(degree[$0]) }
  }
}
