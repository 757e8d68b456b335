import GraphCore

/// Small networks whose answers are known, and random ones whose answers are found by trying everything.
enum Sketch {
  /// D. Krackhardt, “Assessing the political landscape”, 1990, doi:10.2307/2393394.
  static let kite = Graph(
    nodeCount: 10,
    edges: [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6), (4, 6), (5, 6),
      (5, 7), (6, 7), (7, 8), (8, 9),
    ])

  static let florentineNames = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi", "Medici",
    "Pazzi", "Peruzzi", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
  ]

  /// Marriages of 15 Florentine families (Padgett & Ansell 1993, doi:10.1086/230190), without Pucci.
  static let florentine = Graph(
    nodeCount: 15,
    edges: [
      ("Acciaiuoli", "Medici"), ("Albizzi", "Ginori"), ("Albizzi", "Guadagni"), ("Albizzi", "Medici"),
      ("Barbadori", "Castellani"), ("Barbadori", "Medici"), ("Bischeri", "Guadagni"), ("Bischeri", "Peruzzi"),
      ("Bischeri", "Strozzi"), ("Castellani", "Peruzzi"), ("Castellani", "Strozzi"), ("Guadagni", "Lamberteschi"),
      ("Guadagni", "Tornabuoni"), ("Medici", "Ridolfi"), ("Medici", "Salviati"), ("Medici", "Tornabuoni"),
      ("Pazzi", "Salviati"), ("Peruzzi", "Strozzi"), ("Ridolfi", "Strozzi"), ("Ridolfi", "Tornabuoni"),
    ].map { (florentineNames.firstIndex(of: $0)!, florentineNames.firstIndex(of: $1)!) })

  /// A random graph of up to ten nodes: empty, sparse, dense, often disconnected.
  static func random(seed: UInt64, largest: Int = 10) -> Graph {
    var random = SplitMix64(seed: seed)
    let n = random.below(largest + 1)
    let density = [0.0, 0.1, 0.2, 0.35, 0.6, 0.9][random.below(6)]
    var edges: [(Int, Int)] = []
    for v in 0..<n { for w in 0..<v where random.unit() < density { edges.append((w, v)) } }
    return Graph(nodeCount: n, edges: edges)
  }
}

/// A graph measured by its definitions, as slowly as can be.
struct SlowGraph {
  let count: Int
  var isTied: [[Bool]]

  init(_ graph: Graph) {
    count = graph.nodeCount
    isTied = (0..<count).map { v in (0..<graph.nodeCount).map { graph.hasEdge(from: v, to: $0) } }
  }

  /// Distances in the graph of the nodes that are there (Floyd & Warshall); nil where there is no path.
  func distances(without removed: Set<Int> = []) -> [[Int?]] {
    var d: [[Int?]] = (0..<count).map { v in
      (0..<count).map { w in
        removed.contains(v) || removed.contains(w) ? nil : v == w ? 0 : isTied[v][w] ? 1 : nil
      }
    }
    for k in 0..<count {
      for i in 0..<count {
        for j in 0..<count {
          guard let a = d[i][k], let b = d[k][j] else { continue }
          if d[i][j].map({ a + b < $0 }) ?? true { d[i][j] = a + b }
        }
      }
    }
    return d
  }

  func fragmentation(without removed: Set<Int> = []) -> Double {
    let d = distances(without: removed)
    let n = count - removed.count
    var joined = 0
    for v in 0..<count { for w in 0..<count where v != w && d[v][w] != nil { joined += 1 } }
    return 1 - Double(joined) / Double(n * (n - 1))
  }

  func distanceFragmentation(without removed: Set<Int> = []) -> Double {
    let d = distances(without: removed)
    let n = count - removed.count
    var sum = 0.0
    for v in 0..<count { for w in 0..<count where v != w { if let length = d[v][w] { sum += 1 / Double(length) } } }
    return 1 - sum / Double(n * (n - 1))
  }

  func adding(_ ties: [(Int, Int)]) -> SlowGraph {
    var copy = self
    for (a, b) in ties {
      copy.isTied[a][b] = true
      copy.isTied[b][a] = true
    }
    return copy
  }
}

/// All ways to choose `count` of 0 ..< `total`, ascending.
func combinations(_ count: Int, of total: Int) -> [[Int]] {
  if count == 0 { return [[]] }
  guard count <= total else { return [] }
  return combinations(count, of: total - 1) + combinations(count - 1, of: total - 1).map { $0 + [total - 1] }
}

func isNear(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool { abs(a - b) <= tolerance }
