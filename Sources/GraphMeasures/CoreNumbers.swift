import GraphCore

extension Graph {
  /// The largest k such that the node belongs to a part in which everybody has at least k neighbours.
  ///
  /// Nodes leave level by level: at level k those with k neighbours left, and whoever falls to k by that.
  ///
  /// - Directed graphs count arcs in both directions, a mutual neighbour twice, as networkx does.
  /// - Complexity: O(n + m (1 + log k)) time for a highest core number of k, O(n) space.
  /// - Reference (for the definition; nodes are sorted into bins there): V. Batagelj, M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks”, 2003,
  ///   arXiv:cs/0310049.
  public func coreNumbers() -> [Int] {
    let n = nodeCount
    let offsets = outgoing.offsets.span
    let targets = outgoing.targets.span
    let inOffsets = incoming.offsets.span
    let sources = incoming.targets.span
    let degree = WorkArray<UInt32>(repeating: 0, count: n)
    for v in 0..<n {
      degree[v] = offsets[v + 1] - offsets[v] + (isDirected ? inOffsets[v + 1] - inOffsets[v] : 0)
    }
    // Each list has room for one more, as every node is written behind the last and then counted or not: a branch that
    // goes either way costs more. One look at a degree for each arc is half the time of swapping nodes between bins.
    let staying = WorkArray<UInt32>(upTo: n + 1)
    let leaving = WorkArray<UInt32>(repeating: 0, count: n + 1)
    var stayingCount = n
    var left = 0
    var leavingCount = 0
    /// Takes one neighbour from `u`, where it has more than the level; at the level it leaves too.
    @inline(__always) func lower(_ u: UInt32, level: UInt32) {
      let old = degree[Int(u)]
      degree[Int(u)] = old &- (old > level ? 1 : 0)
      leaving[leavingCount] = u
      leavingCount &+= old == level &+ 1 ? 1 : 0
    }
    var level: UInt32 = 0
    while leavingCount < n {
      // A k-core has k/2 edges a node, so that all these scans together look at O(m log k) nodes beside the first.
      var kept = 0
      var least = UInt32.max
      for i in 0..<stayingCount {
        let v = staying[i]
        let d = degree[Int(v)]
        staying[kept] = v
        kept &+= d > level ? 1 : 0
        leaving[leavingCount] = v
        leavingCount &+= d == level ? 1 : 0
        least = min(least, d > level ? d : .max)
      }
      stayingCount = kept
      if leavingCount == left {
        // Nobody leaves, so no degree has changed: the levels below the least one are empty.
        level = least
        continue
      }
      while left < leavingCount {
        let v = Int(leaving[left])
        left += 1
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) { lower(targets[unchecked: arc], level: level) }
        if isDirected {
          for arc in Int(inOffsets[v])..<Int(inOffsets[v + 1]) { lower(sources[unchecked: arc], level: level) }
        }
      }
      level += 1
    }
    return (0..<n).map { Int(degree[$0]) }
  }
}
