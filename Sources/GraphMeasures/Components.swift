import GraphCore

extension Graph {
  /// The parts of the graph that hang together, whatever the direction of arcs; numbered by their smallest node.
  ///
  /// Union–find in which the smaller node is the root. The first two neighbours of every node usually suffice to find
  /// the largest component; only the nodes outside it are looked at again.
  ///
  /// - Complexity: O(n + m) in practice, and often little more than O(n).
  /// - Reference: M. Sutton, T. Ben-Nun, A. Barak, “Optimizing parallel graph connectivity computation via subgraph
  ///   sampling”, 2018, doi:10.1109/IPDPS.2018.00012.
  public func components() -> NodePartition {
    NodePartition(labels: componentRoots())
  }

  /// The smallest node of every node's component.
  func componentRoots() -> [UInt32] {
    let sampledNeighbors = 2
    let n = nodeCount
    var forest = DisjointSets(count: n)
    let offsets = outgoing.offsets.span
    let targets = outgoing.targets.span
    for v in 0..<n {
      let start = Int(offsets[v])
      for arc in start..<min(start + sampledNeighbors, Int(offsets[v + 1])) { forest.unite(UInt32(v), targets[arc]) }
    }
    forest.flatten()
    let largest = forest.likelyLargest()
    let sources = incoming.targets.span
    for v in 0..<n where forest.root[v] != largest {
      // An edge from the largest component to a node outside it is seen from that node.
      let start = min(Int(offsets[v]) + sampledNeighbors, Int(offsets[v + 1]))
      for arc in start..<Int(offsets[v + 1]) { forest.unite(UInt32(v), targets[arc]) }
      if isDirected {
        for arc in incoming.range(of: v) { forest.unite(UInt32(v), sources[arc]) }
      }
    }
    forest.flatten()
    return forest.root
  }
}

/// Disjoint sets of numbers in which the smallest number of a set is its root.
struct DisjointSets {
  private(set) var root: [UInt32]

  init(count: Int) { root = (0..<UInt32(count)).map { $0 } }

  mutating func unite(_ a: UInt32, _ b: UInt32) {
    let first = find(a)
    let second = find(b)
    if first < second { root[Int(second)] = first } else { root[Int(first)] = second }
  }

  private mutating func find(_ x: UInt32) -> UInt32 {
    var x = x
    while true {
      let parent = root[Int(x)]
      if parent == x { return x }
      let above = root[Int(parent)]
      root[Int(x)] = above
      x = above
    }
  }

  /// Lets every number point to its root. A root is smaller than its set, so one ascending pass suffices.
  mutating func flatten() {
    for x in root.indices { root[x] = root[Int(root[x])] }
  }

  /// The root met most often among evenly spread numbers; after `flatten`.
  func likelyLargest() -> UInt32 {
    let step = max(1, root.count / 1024)
    var counts: [UInt32: Int] = [:]
    for x in stride(from: 0, to: root.count, by: step) { counts[root[x], default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }
}
