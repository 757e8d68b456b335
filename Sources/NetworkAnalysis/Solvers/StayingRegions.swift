import GraphCore

/// Regions of a graph that stay joined whichever few nodes leave.
struct StayingRegions {
  private var region: [Int32]
  private var support: [Int32]

  init(nodeCount: Int) {
    region = [Int32](repeating: -1, count: nodeCount)
    support = [Int32](repeating: 0, count: nodeCount)
  }

  /// No `removals` of the undecided nodes leave fewer ordered pairs joined than this.
  ///
  /// Nodes before `position` stay. A region grows from one of them: a node joins it with a tie to a staying node of it,
  /// or with more ties to its other nodes than can be removed. Whatever leaves, the rest of the region stays joined.
  /// A region may also grow from a clique of more nodes than can be removed.
  mutating func leastJoinedPairs(
    _ graph: Graph, removed: [Bool], order: [Int], rank: [Int], position: Int, removals: Int, usesCliques: Bool = false
  ) -> Int {
    for v in region.indices { region[v] = -1 }
    var sizes: [(nodes: Int, undecided: Int)] = []
    let enough = Int32(removals + 1)
    var touched: [Int] = []
    var queue: [Int] = []
    var seeds = order[..<position].filter { !removed[$0] }.map { [$0] }
    if usesCliques, let clique = clique(of: removals + 1, graph, removed: removed, order: order) {
      seeds.append(clique)
    }
    for seed in seeds where seed.allSatisfy({ region[$0] < 0 }) {
      let number = Int32(sizes.count)
      var undecided = 0
      queue.removeAll(keepingCapacity: true)
      for v in seed {
        region[v] = number
        queue.append(v)
      }
      touched.removeAll(keepingCapacity: true)
      var head = 0
      while head < queue.count {
        let v = queue[head]
        head += 1
        let stays = rank[v] < position
        if !stays { undecided += 1 }
        for arc in graph.outgoing.range(of: v) {
          let w = Int(graph.outgoing.targets[arc])
          guard !removed[w], region[w] < 0 else { continue }
          if support[w] == 0 { touched.append(w) }
          support[w] += stays ? enough : 1
          if support[w] >= enough {
            region[w] = number
            queue.append(w)
          }
        }
      }
      for w in touched { support[w] = 0 }
      sizes.append((queue.count, undecided))
    }
    // Pairs are fewest when each removal hits the region that is largest then.
    for _ in 0..<removals {
      guard
        let largest = sizes.indices.filter({ sizes[$0].undecided > 0 }).max(by: { sizes[$0].nodes < sizes[$1].nodes })
      else { break }
      sizes[largest].nodes -= 1
      sizes[largest].undecided -= 1
    }
    return sizes.reduce(0) { $0 + $1.nodes * max(0, $1.nodes - 1) }
  }

  /// Nodes that are all tied to each other, found greedily; nil where there seem to be too few.
  private func clique(of size: Int, _ graph: Graph, removed: [Bool], order: [Int]) -> [Int]? {
    for first in order.prefix(100) where !removed[first] {
      var members = [first]
      for target in graph.neighbors(of: first) {
        let v = Int(target)
        if !removed[v] && members.allSatisfy({ $0 == first || graph.hasEdge(from: $0, to: v) }) { members.append(v) }
        if members.count == size { return members }
      }
    }
    return nil
  }
}
