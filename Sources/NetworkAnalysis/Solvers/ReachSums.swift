import GraphCore

/// For every node, the sum of 1/distance to the others.
protocol ReachSums {
  /// What one call costs, in search nodes.
  var cost: Int { get }

  /// The sums in the graph of the nodes that are `present`, along paths whose inner nodes are `passable`.
  ///
  /// Passable nodes are present; whoever is not present has the sum 0.
  mutating func sums(present: [Bool], passable: [Bool], into sums: inout [Int128])
}

/// Breadth-first search that handles a whole level of up to 64 or 128 nodes at once.
struct WordReachSums<Word: FixedWidthInteger & UnsignedInteger & Sendable>: ReachSums {
  let cost: Int
  private let rows: [Word]
  private let reciprocals: [Int128]

  /// - Precondition: the graph is undirected and has at most `Word.bitWidth` nodes.
  init(_ graph: Graph) {
    precondition(graph.nodeCount <= Word.bitWidth && !graph.isDirected)
    rows = (0..<graph.nodeCount).map { v in graph.neighbors(of: v).reduce(Word(0)) { $0 | (1 << Word($1)) } }
    reciprocals = HarmonicSum.reciprocals(upTo: graph.nodeCount)
    cost = 1 + graph.nodeCount * (graph.nodeCount + graph.outgoing.arcCount) / 1024
  }

  mutating func sums(present: [Bool], passable: [Bool], into sums: inout [Int128]) {
    var presentNodes: Word = 0
    var passableNodes: Word = 0
    for v in rows.indices {
      if present[v] { presentNodes |= 1 << Word(v) }
      if passable[v] { passableNodes |= 1 << Word(v) }
    }
    let rows = rows.span
    for v in 0..<rows.count {
      sums[v] = 0
      guard present[v] else { continue }
      var unseen = presentNodes & ~(1 << Word(v))
      var level = rows[v] & unseen
      var distance = 1
      var sum: Int128 = 0
      while level != 0 {
        sum += reciprocals[distance] * Int128(level.nonzeroBitCount)
        unseen &= ~level
        if unseen == 0 { break }
        var next: Word = 0
        var frontier = level & passableNodes
        while frontier != 0 {
          next |= rows[frontier.trailingZeroBitCount]
          frontier &= frontier &- 1
        }
        level = next & unseen
        distance += 1
      }
      sums[v] = sum
    }
  }
}

/// Breadth-first search in sparse rows, for graphs of any size.
struct SparseReachSums: ReachSums {
  let cost: Int
  private let graph: Graph
  private let reciprocals: [Int128]
  private var isSeen: [Bool]
  private var queue: [Int32]

  /// - Precondition: the graph is undirected.
  init(_ graph: Graph) {
    precondition(!graph.isDirected)
    self.graph = graph
    reciprocals = HarmonicSum.reciprocals(upTo: graph.nodeCount)
    isSeen = [Bool](repeating: false, count: graph.nodeCount)
    queue = [Int32](repeating: 0, count: graph.nodeCount)
    cost = 1 + Self.steps(graph) / 64
  }

  /// Nodes and arcs that one call looks at.
  static func steps(_ graph: Graph) -> Int { graph.nodeCount * (graph.nodeCount + graph.outgoing.arcCount) }

  mutating func sums(present: [Bool], passable: [Bool], into sums: inout [Int128]) {
    for source in 0..<graph.nodeCount {
      sums[source] = 0
      guard present[source] else { continue }
      isSeen[source] = true
      queue[0] = Int32(source)
      var head = 0
      var tail = 1
      var distance = 0
      var sum: Int128 = 0
      while head < tail {
        let level = head..<tail
        distance += 1
        for position in level {
          let v = Int(queue[position])
          guard passable[v] || v == source else { continue }
          for arc in graph.outgoing.range(of: v) {
            let w = Int(graph.outgoing.targets[arc])
            guard present[w], !isSeen[w] else { continue }
            isSeen[w] = true
            queue[tail] = Int32(w)
            tail += 1
          }
        }
        head = level.upperBound
        sum += reciprocals[distance] * Int128(tail - head)
      }
      sums[source] = sum
      for position in 0..<tail { isSeen[Int(queue[position])] = false }
    }
  }
}
