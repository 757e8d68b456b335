import GraphCore

/// Neighbours that share all their other neighbours, as those have who meet in one project only: each class of them
/// folded into its first.
///
/// No shortest path has two of them as inner nodes, and each lies on as many as any other. So one stands for all: it
/// passes on the paths that lead to it as many times as there are of them, and their pairs are those of all.
///
/// - Complexity: O(n + m) but for nodes that only hash alike.
/// - Reference: A. E. Sarıyüce, K. Kaya, E. Saule, Ü. V. Çatalyürek, “Graph manipulations for fast centrality
///   computation”, 2017, doi:10.1145/3022668, identical vertices of type II.
struct TwinFolding {
  /// The first node of each class, in the order given.
  let kept: [UInt32]
  /// For every node the first of its class, itself where it has no twin.
  let target: [UInt32]

  /// - Parameters:
  ///   - order: the nodes to look at; others do not count as neighbours either.
  ///   - rows: the rows of an undirected graph.
  init(_ rows: SparseRows, among order: [UInt32]) {
    let n = rows.nodeCount
    var label = [UInt64](repeating: 0, count: n)
    for v in order {
      var random = SplitMix64(seed: UInt64(v))
      label[Int(v)] = random.next() | 1
    }
    var target = (0..<n).map { UInt32($0) }
    var kept: [UInt32] = []
    var firstOfHash: [UInt64: [UInt32]] = [:]
    var mark = [Int](repeating: 0, count: n)
    var comparison = 0
    for v in order {
      // The same sum for the same closed neighbourhood; labels of nodes left out are 0.
      let hash = rows.range(of: Int(v)).reduce(label[Int(v)]) { $0 &+ label[Int(rows.targets[$1])] }
      let twin = firstOfHash[hash]?.first { first in
        comparison += 1
        for arc in rows.range(of: Int(first)) { mark[Int(rows.targets[arc])] = comparison }
        // One closed neighbourhood within the other, and as large.
        let own = rows.range(of: Int(v)).map { Int(rows.targets[$0]) }.filter { label[$0] != 0 }
        let others = rows.range(of: Int(first)).count { label[Int(rows.targets[$0])] != 0 }
        return own.count == others && mark[Int(v)] == comparison
          && own.allSatisfy { $0 == Int(first) || mark[$0] == comparison }
      }
      if let twin {
        target[Int(v)] = twin
      } else {
        firstOfHash[hash, default: []].append(v)
        kept.append(v)
      }
    }
    self.kept = kept
    self.target = target
  }
}
