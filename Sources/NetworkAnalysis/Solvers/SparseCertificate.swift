import GraphCore

extension Graph {
  /// A part of an undirected graph that stays joined exactly as the whole does when any `removals` nodes leave.
  ///
  /// Union of `removals` + 1 forests, each found breadth-first in what the ones before it left over: at most
  /// (`removals` + 1)(n − 1) edges. Nodes that remain are joined in the part if and only if they are in the whole.
  ///
  /// - Complexity: O(removals · (n + m)).
  /// - Reference: J. Cheriyan, M.-Y. Kao, R. Thurimella, “Scan-first search and sparse certificates”, 1993,
  ///   doi:10.1137/0222013.
  func certificate(removals: Int) -> Graph {
    precondition(!isDirected)
    let n = nodeCount
    guard edgeCount > (removals + 1) * max(0, n - 1) else { return self }
    // Nodes 0 ..< n, arcs by position; a mirrored arc has its partner's position.
    var mirror = [UInt32](repeating: 0, count: outgoing.arcCount)
    var next = (0..<n).map { outgoing.offsets[$0] }
    for v in 0..<n {
      for arc in outgoing.range(of: v) {
        // Rows are sorted, so the arcs that lead to `w` are met in the order of the row of `w`.
        let w = Int(outgoing.targets[arc])
        mirror[arc] = next[w]
        next[w] += 1
      }
    }
    var isUsed = [Bool](repeating: false, count: outgoing.arcCount)
    var builder = GraphBuilder(nodeCount: n, isDirected: false, isWeighted: false)
    for _ in 0...removals {
      var isMarked = [Bool](repeating: false, count: n)
      var queue: [Int] = []
      for root in 0..<n where !isMarked[root] {
        isMarked[root] = true
        queue = [root]
        var head = 0
        while head < queue.count {
          let v = queue[head]
          head += 1
          for arc in outgoing.range(of: v) where !isUsed[arc] {
            let w = Int(outgoing.targets[arc])
            guard !isMarked[w] else { continue }
            isMarked[w] = true
            isUsed[arc] = true
            isUsed[Int(mirror[arc])] = true
            builder.add(UInt32(v), UInt32(w))
            queue.append(w)
          }
        }
      }
    }
    return builder.graph()
  }
}
