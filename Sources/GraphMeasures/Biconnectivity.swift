import GraphCore

/// Two nodes, the smaller first.
public struct NodePair: Sendable, Hashable, Comparable {
  public let first: Int
  public let second: Int

  public init(_ a: Int, _ b: Int) {
    first = min(a, b)
    second = max(a, b)
  }

  public static func < (left: NodePair, right: NodePair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// Where a graph hangs on single nodes and edges.
public struct Biconnectivity: Sendable, Hashable {
  /// Whether the graph has more components without the node (articulation point, cut node).
  public let isCutNode: [Bool]
  /// The edges without which the graph has more components, ascending.
  public let bridges: [NodePair]
  /// For every node the ordered pairs of other nodes that are still joined when it is gone.
  let joinedPairsWithout: [Int]
  /// The biconnected component of the edge to the parent in the search, for every node that has a parent.
  private let blocks: [UInt32]
  /// The node of every biconnected component that the search met first.
  private let heads: [UInt32]

  /// The cut nodes, ascending.
  public var cutNodes: [Int] { isCutNode.indices.filter { isCutNode[$0] } }

  /// The number of biconnected components.
  public var componentCount: Int { heads.count }

  /// The largest parts that stay in one piece whichever of their nodes is gone, a bridge being one too; nodes
  /// ascending, components by their nodes. An isolate is in none, a cut node in several.
  ///
  /// - Complexity: O(n log n).
  public func components() -> [[Int]] {
    var members = [[Int]](repeating: [], count: heads.count)
    for (block, head) in heads.enumerated() { members[block].append(Int(head)) }
    for (v, block) in blocks.enumerated() where block != Self.noBlock { members[Int(block)].append(v) }
    for block in members.indices { members[block].sort() }
    return members.sorted { $0.lexicographicallyPrecedes($1) }
  }

  fileprivate static let noBlock = UInt32.max

  fileprivate init(
    isCutNode: [Bool], bridges: [NodePair], joinedPairsWithout: [Int], blocks: [UInt32], heads: [UInt32]
  ) {
    self.isCutNode = isCutNode
    self.bridges = bridges
    self.joinedPairsWithout = joinedPairsWithout
    self.blocks = blocks
    self.heads = heads
  }
}

extension Graph {
  /// Cut nodes, bridges and biconnected components in one depth-first search, whatever the direction of arcs.
  ///
  /// The search numbers nodes as it meets them. A child whose subtree reaches back no further than its parent closes a
  /// biconnected component there: the parent is a cut node (a root only with two such children), the subtree falls off
  /// when the parent goes, and a component of a single edge is a bridge.
  ///
  /// - Complexity: O(n + m) time, O(n) space; without recursion.
  /// - Reference: J. Hopcroft, R. Tarjan, “Algorithm 447: efficient algorithms for graph manipulation”, 1973,
  ///   doi:10.1145/362248.362272.
  public func biconnectivity() -> Biconnectivity {
    isDirected ? undirected().biconnectivity() : DepthFirstSearch(self).biconnectivity()
  }

  /// The nodes without which the graph has more components, ascending.
  public func cutNodes() -> [Int] { biconnectivity().cutNodes }

  /// The edges without which the graph has more components, ascending.
  public func bridges() -> [NodePair] { biconnectivity().bridges }
}

/// What a depth-first search of an undirected graph leaves behind.
private struct DepthFirstSearch {
  /// The nodes in the order met.
  private(set) var order: [UInt32]
  private(set) var parents: [UInt32]
  /// Whether the edge to the parent begins a biconnected component.
  private(set) var closes: [Bool]
  /// How many nodes fall off in subtrees when the node goes, and the ordered pairs joined within those subtrees.
  private(set) var fallen: [UInt32]
  private(set) var fallenPairs: [Int]
  private(set) var componentSizes: [Int] = []

  init(_ graph: Graph) {
    struct Frame: BitwiseCopyable {
      var node: UInt32
      var arc: UInt32
      var end: UInt32
      var low: UInt32
    }
    let n = graph.nodeCount
    let offsets = graph.outgoing.offsets.span
    let targets = graph.outgoing.targets.span
    let order = WorkArray<UInt32>(repeating: 0, count: n)
    let parents = WorkArray(repeating: UInt32.max, count: n)
    let closes = WorkArray(repeating: false, count: n)
    let fallen = WorkArray<UInt32>(repeating: 0, count: n)
    let fallenPairs = WorkArray(repeating: 0, count: n)
    // The place of each node in `order`, counted from 1; 0 for one not met yet.
    let number = WorkArray<UInt32>(repeating: 0, count: n)
    let path = WorkArray(repeating: Frame(node: 0, arc: 0, end: 0, low: 0), count: n)
    var depth = 0
    var met: UInt32 = 0
    for root in 0..<n where number[root] == 0 {
      let start = met
      order[Int(met)] = UInt32(root)
      met += 1
      number[root] = met
      var frame = Frame(node: UInt32(root), arc: offsets[root], end: offsets[root + 1], low: met)
      while true {
        if frame.arc < frame.end {
          let w = Int(targets[unchecked: Int(frame.arc)])
          frame.arc += 1
          let seen = number[w]
          // The edge back to the parent gives the parent's own number, which closes a component all the same.
          if seen != 0 {
            frame.low = min(frame.low, seen)
          } else {
            parents[w] = frame.node
            order[Int(met)] = UInt32(w)
            met += 1
            number[w] = met
            path[depth] = frame
            depth += 1
            frame = Frame(node: UInt32(w), arc: offsets[w], end: offsets[w + 1], low: met)
          }
        } else {
          guard depth > 0 else { break }
          depth -= 1
          var parent = path[depth]
          let above = Int(parent.node)
          if frame.low >= number[above] {
            let child = Int(frame.node)
            let size = met - number[child] + 1
            closes[child] = true
            fallen[above] += size
            fallenPairs[above] += Int(size) * (Int(size) - 1)
          } else {
            parent.low = min(parent.low, frame.low)
          }
          frame = parent
        }
      }
      componentSizes.append(Int(met - start))
    }
    self.order = order.array()
    self.parents = parents.array()
    self.closes = closes.array()
    self.fallen = fallen.array()
    self.fallenPairs = fallenPairs.array()
  }

  func biconnectivity() -> Biconnectivity {
    let n = order.count
    var isCutNode = [Bool](repeating: false, count: n)
    var joined = [Int](repeating: 0, count: n)
    var blocks = [UInt32](repeating: Biconnectivity.noBlock, count: n)
    var heads: [UInt32] = []
    var blockSizes: [UInt32] = []
    let allPairs = componentSizes.reduce(0) { $0 + $1 * ($1 - 1) }
    var next = 0
    for size in componentSizes {
      let root = Int(order[next])
      for position in next..<(next + size) {
        let v = Int(order[position])
        let rest = size - 1 - Int(fallen[v])
        joined[v] = allPairs - size * (size - 1) + fallenPairs[v] + rest * (rest - 1)
        if v == root { continue }
        isCutNode[v] = fallen[v] > 0
        let parent = Int(parents[v])
        if closes[v] {
          // At the root the first component closes too; only a second one makes it a cut node.
          if parent == root && position > next + 1 { isCutNode[root] = true }
          blocks[v] = UInt32(heads.count)
          heads.append(UInt32(parent))
          blockSizes.append(1)
        } else {
          blocks[v] = blocks[parent]
          blockSizes[Int(blocks[parent])] += 1
        }
      }
      next += size
    }
    var bridges: [NodePair] = []
    for v in order where closes[Int(v)] && blockSizes[Int(blocks[Int(v)])] == 1 {
      bridges.append(NodePair(Int(v), Int(parents[Int(v)])))
    }
    bridges.sort()
    return Biconnectivity(
      isCutNode: isCutNode, bridges: bridges, joinedPairsWithout: joined, blocks: blocks, heads: heads)
  }
}
