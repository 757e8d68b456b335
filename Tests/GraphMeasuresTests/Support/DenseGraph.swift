import GraphCore

/// A graph as a table of numbers, for definitions computed the slow way.
struct DenseGraph {
  let isDirected: Bool
  /// The weight from row to column; 0 where there is no edge.
  let weights: [[Double]]

  var count: Int { weights.count }
  var nodes: Range<Int> { 0..<count }

  init(_ graph: Graph) {
    isDirected = graph.isDirected
    var table = [[Double]](repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    for edge in graph.edges {
      table[edge.source][edge.target] = edge.weight
      if !graph.isDirected { table[edge.target][edge.source] = edge.weight }
    }
    weights = table
  }

  /// Whether there is an arc.
  func arc(_ i: Int, _ j: Int) -> Bool { weights[i][j] > 0 }

  /// Whether there is an edge in either direction.
  func tied(_ i: Int, _ j: Int) -> Bool { arc(i, j) || arc(j, i) }

  func neighbors(_ i: Int) -> [Int] { nodes.filter { tied(i, $0) } }

  /// Whether `j` is reached from `i` by steps that `allowed` lets pass; a node always reaches itself.
  func reaches(_ i: Int, _ j: Int, by allowed: (Int, Int) -> Bool) -> Bool {
    var seen: Set = [i]
    var open = [i]
    while let v = open.popLast() {
      for w in nodes where !seen.contains(w) && allowed(v, w) {
        seen.insert(w)
        open.append(w)
      }
    }
    return seen.contains(j)
  }

  /// The ordered pairs of different nodes among `kept` that are joined within `kept`, directions ignored.
  func joinedPairs(among kept: [Int], without cut: (Int, Int)? = nil) -> Int {
    let set = Set(kept)
    func allowed(_ v: Int, _ w: Int) -> Bool {
      if let cut, (v, w) == cut || (w, v) == cut { return false }
      return set.contains(w) && tied(v, w)
    }
    return kept.reduce(0) { sum, i in sum + kept.count { $0 != i && reaches(i, $0, by: allowed) } }
  }
}

/// The solution of a square system by elimination with the largest pivot.
func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  var rows = zip(matrix, right).map { $0 + [$1] }
  let n = right.count
  for column in 0..<n {
    let pivot = (column..<n).max { abs(rows[$0][column]) < abs(rows[$1][column]) }!
    rows.swapAt(column, pivot)
    for row in 0..<n where row != column {
      let factor = rows[row][column] / rows[column][column]
      for i in column...n { rows[row][i] -= factor * rows[column][i] }
    }
  }
  return (0..<n).map { rows[$0][n] / rows[$0][$0] }
}

/// All divisions of `count` nodes into groups, each once (restricted growth strings).
func allPartitions(_ count: Int) -> [[Int]] {
  (0..<count).reduce([[]]) { partitions, _ in
    partitions.flatMap { groups in (0...(groups.max() ?? -1) + 1).map { groups + [$0] } }
  }
}

/// Graphs at the edge of what measures are defined for.
enum EdgyGraphs {
  static let empty = Graph(nodeCount: 0, edges: [])
  static let single = Graph(nodeCount: 1, edges: [])
  static let pair = Graph(nodeCount: 2, edges: [(0, 1)])
  static let looped = Graph(nodeCount: 3, edges: [(0, 0), (0, 1), (1, 0), (0, 1), (2, 2)])
  static let twoPairs = Graph(nodeCount: 4, edges: [(0, 1), (2, 3)])
}
