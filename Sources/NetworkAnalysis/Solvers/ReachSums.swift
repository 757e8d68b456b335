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

/// Breadth-first search from 64 nodes at once in sparse rows, for graphs of any size.
///
/// A bit for each source travels along the ties; the sums are collected where the bits arrive, which is the same as
/// where they start, as distances are symmetric.
///
/// - Reference: M. Then et al., “The more the merrier: efficient multi-source graph traversal”, 2014,
///   doi:10.14778/2735496.2735507.
struct SparseReachSums: ReachSums {
  let cost: Int
  private let graph: Graph
  private let reciprocals: [Int128]
  private var seen: [UInt64]
  private var arrived: [UInt64]
  private var arriving: [UInt64]

  /// - Precondition: the graph is undirected.
  init(_ graph: Graph) {
    precondition(!graph.isDirected)
    self.graph = graph
    reciprocals = HarmonicSum.reciprocals(upTo: graph.nodeCount)
    seen = [UInt64](repeating: 0, count: graph.nodeCount)
    arrived = seen
    arriving = seen
    cost = 1 + Self.steps(graph) / 512
  }

  /// Nodes and arcs that one call would look at from one source after the other.
  static func steps(_ graph: Graph) -> Int { graph.nodeCount * (graph.nodeCount + graph.outgoing.arcCount) }

  mutating func sums(present: [Bool], passable: [Bool], into sums: inout [Int128]) {
    for v in sums.indices { sums[v] = 0 }
    let sources = present.indices.filter { present[$0] }
    for first in stride(from: 0, to: sources.count, by: 64) {
      let batch = sources[first..<min(first + 64, sources.count)]
      run(batch, present: present, passable: passable, into: &sums)
    }
  }

  private mutating func run(
    _ batch: ArraySlice<Int>, present: [Bool], passable: [Bool], into sums: inout [Int128]
  ) {
    let offsets = graph.outgoing.offsets
    let targets = graph.outgoing.targets
    for v in seen.indices { seen[v] = 0 }
    var active = Array(batch)
    for (bit, source) in batch.enumerated() {
      seen[source] = 1 << UInt64(bit)
      arrived[source] = seen[source]
    }
    var distance = 0
    var touched: [Int] = []
    while !active.isEmpty {
      distance += 1
      touched.removeAll(keepingCapacity: true)
      for v in active {
        let bits = arrived[v]
        arrived[v] = 0
        // Every source sets out; further on only passable nodes are passed.
        guard passable[v] || distance == 1 else { continue }
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
          let w = Int(targets[arc])
          guard present[w] else { continue }
          if arriving[w] == 0 { touched.append(w) }
          arriving[w] |= bits
        }
      }
      active.removeAll(keepingCapacity: true)
      for w in touched {
        let new = arriving[w] & ~seen[w]
        arriving[w] = 0
        if new == 0 { continue }
        seen[w] |= new
        arrived[w] = new
        active.append(w)
        sums[w] += reciprocals[distance] * Int128(new.nonzeroBitCount)
      }
    }
  }
}
