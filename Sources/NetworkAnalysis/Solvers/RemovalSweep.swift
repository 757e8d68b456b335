import GraphCore

/// How many pairs stay joined when any one further node leaves, for all nodes at once.
///
/// One depth-first search with low points (Hopcroft & Tarjan 1973, doi:10.1145/362248.362272) that also sums the sizes
/// of the subtrees which hang on each node alone.
///
/// - Complexity: O(n + m) for a sweep; the scratch space is kept from one to the next.
struct RemovalSweep {
  /// Ordered pairs that are joined in the graph without the removed nodes.
  private(set) var joinedPairs = 0
  /// For each node that is there: ordered pairs that stay joined without it.
  private(set) var joinedPairsWithout: [Int]
  /// For each node that is there: the parts that its component falls into without it.
  private(set) var partsWithout: [Int32]
  /// For each node that is there: the size of the largest of these parts.
  private(set) var largestPartWithout: [Int32]
  /// Ties that alone join what is on their two sides, with the number of nodes on the side of the second.
  private(set) var bridges: [(near: Int32, far: Int32, farNodes: Int32)] = []

  private let offsets: [UInt32]
  private let targets: [UInt32]
  private var discovery: [Int32]
  private var low: [Int32]
  private var size: [Int32]
  private var nextArc: [UInt32]
  private var parent: [Int32]
  private var hangingPairs: [Int]
  private var hangingNodes: [Int32]
  private var preorder: [Int32] = []

  /// - Precondition: the graph is undirected.
  init(_ graph: Graph) {
    precondition(!graph.isDirected)
    let n = graph.nodeCount
    offsets = graph.outgoing.offsets
    targets = graph.outgoing.targets
    joinedPairsWithout = [Int](repeating: 0, count: n)
    partsWithout = [Int32](repeating: 0, count: n)
    largestPartWithout = [Int32](repeating: 0, count: n)
    discovery = [Int32](repeating: -1, count: n)
    low = [Int32](repeating: 0, count: n)
    size = [Int32](repeating: 0, count: n)
    nextArc = [UInt32](repeating: 0, count: n)
    parent = [Int32](repeating: -1, count: n)
    hangingPairs = [Int](repeating: 0, count: n)
    hangingNodes = [Int32](repeating: 0, count: n)
    preorder.reserveCapacity(n)
  }

  /// Looks at the graph without the nodes that are marked.
  mutating func run(removed: [Bool]) {
    let n = removed.count
    for v in 0..<n { discovery[v] = -1 }
    preorder.removeAll(keepingCapacity: true)
    bridges.removeAll(keepingCapacity: true)
    joinedPairs = 0
    var componentStarts: [Int] = []
    for root in 0..<n where !removed[root] && discovery[root] < 0 {
      componentStarts.append(preorder.count)
      visit(from: root, removed: removed)
      let nodes = preorder.count - componentStarts.last!
      joinedPairs += nodes * (nodes - 1)
    }
    componentStarts.append(preorder.count)
    for (start, end) in zip(componentStarts, componentStarts.dropFirst()) {
      let nodes = end - start
      let others = joinedPairs - nodes * (nodes - 1)
      for position in start..<end {
        let v = Int(preorder[position])
        let rest = nodes - 1 - Int(hangingNodes[v])
        joinedPairsWithout[v] = others + hangingPairs[v] + rest * (rest - 1)
        if rest > 0 { partsWithout[v] += 1 }
        largestPartWithout[v] = max(largestPartWithout[v], Int32(rest))
      }
    }
  }

  private mutating func visit(from root: Int, removed: [Bool]) {
    enter(root, from: -1)
    var v = root
    while true {
      if nextArc[v] < offsets[v + 1] {
        let w = Int(targets[Int(nextArc[v])])
        nextArc[v] += 1
        if removed[w] || w == parent[v] { continue }
        if discovery[w] < 0 {
          enter(w, from: v)
          v = w
        } else if discovery[w] < low[v] {
          low[v] = discovery[w]
        }
      } else {
        let p = Int(parent[v])
        guard p >= 0 else { return }
        size[p] += size[v]
        low[p] = min(low[p], low[v])
        if low[v] >= discovery[p] {
          hangingNodes[p] += size[v]
          hangingPairs[p] += Int(size[v]) * Int(size[v] - 1)
          partsWithout[p] += 1
          largestPartWithout[p] = max(largestPartWithout[p], size[v])
        }
        if low[v] > discovery[p] { bridges.append((Int32(p), Int32(v), size[v])) }
        v = p
      }
    }
  }

  private mutating func enter(_ v: Int, from p: Int) {
    discovery[v] = Int32(preorder.count)
    low[v] = discovery[v]
    size[v] = 1
    nextArc[v] = offsets[v]
    parent[v] = Int32(p)
    hangingPairs[v] = 0
    hangingNodes[v] = 0
    partsWithout[v] = 0
    largestPartWithout[v] = 0
    preorder.append(Int32(v))
  }
}
