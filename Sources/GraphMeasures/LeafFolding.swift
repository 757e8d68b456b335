import GraphCore

/// An undirected graph without the trees that hang on it, each folded into the node it hangs on.
///
/// No shortest path between two other nodes enters a leaf, so searches may do without: a node with a tree counts as
/// many sources and targets as its tree has nodes, itself included, and the pairs within and across a tree have but
/// one path and are counted by hand. What is left is the 2-core, with one node of every tree that is a part itself.
///
/// - Complexity: O(n + m).
/// - Reference: A. E. Sarıyüce, K. Kaya, E. Saule, Ü. V. Çatalyürek, “Graph manipulations for fast centrality
///   computation”, 2017, doi:10.1145/3022668.
struct LeafFolding {
  /// The nodes that stay.
  let kept: [UInt32]
  /// How many nodes each node stands for: itself and those folded into it; 0 once it is folded.
  let mass: [Double]
  /// For every node the ordered pairs it parts that need no search.
  let pairs: [Double]
  /// The node that each node was folded into; the largest number for those that stay.
  let target: [UInt32]
  /// The pairs parted by the edge between a node and what it was folded into.
  let edgePairs: [Double]

  init(_ graph: Graph, parts: [Range<Int>], order: [UInt32]) {
    let n = graph.nodeCount
    var partSize = [Double](repeating: 0, count: n)
    for part in parts { for place in part { partSize[Int(order[place])] = Double(part.count) } }
    let rows = graph.outgoing
    var degree = (0..<n).map { rows.count(of: $0) }
    var mass = [Double](repeating: 1, count: n)
    var isFolded = [Bool](repeating: false, count: n)
    var pairs = [Double](repeating: 0, count: n)
    var target = [UInt32](repeating: .max, count: n)
    var edgePairs = [Double](repeating: 0, count: n)
    var leaves = (0..<n).filter { degree[$0] == 1 }
    var next = 0
    while next < leaves.count {
      let leaf = leaves[next]
      next += 1
      // The last two of a tree were both leaves; the second has lost its only neighbour.
      guard degree[leaf] == 1 else { continue }
      let v = Int(rows.targets[rows.range(of: leaf).first { !isFolded[Int(rows.targets[$0])] }!])
      // The trees folded into v before are parted from this one by v.
      pairs[v] += 2 * (mass[v] - 1) * mass[leaf]
      pairs[leaf] += 2 * (mass[leaf] - 1) * (partSize[leaf] - mass[leaf])
      target[leaf] = UInt32(v)
      edgePairs[leaf] = mass[leaf] * (partSize[leaf] - mass[leaf])
      mass[v] += mass[leaf]
      mass[leaf] = 0
      isFolded[leaf] = true
      degree[leaf] = 0
      degree[v] -= 1
      if degree[v] == 1 { leaves.append(v) }
    }
    for v in 0..<n where !isFolded[v] { pairs[v] += 2 * (mass[v] - 1) * (partSize[v] - mass[v]) }
    kept = order.filter { !isFolded[Int($0)] }
    self.mass = mass
    self.pairs = pairs
    self.target = target
    self.edgePairs = edgePairs
  }
}
