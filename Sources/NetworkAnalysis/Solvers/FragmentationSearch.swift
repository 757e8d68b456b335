import GraphCore

/// The sets of `count` nodes whose loss leaves the fewest ordered pairs joined, by branch and bound.
///
/// Nodes are tried in the order of the damage they do alone. The last node of a set is found for all at once by a
/// `RemovalSweep`. A branch is left when even the best `r` further removals keep more pairs joined than the best set
/// found: nodes that were passed over stay, and whoever has more than `r` ties to a staying region belongs to it.
///
/// - Complexity: O(n^(count − 1) · (n + m)) at worst, for a fixed count.
struct FragmentationSearch {
  /// As it is; the search looks at a part of it that stays joined in the same way.
  private let whole: Graph
  private let graph: Graph
  private let count: Int
  private let cost: Int
  private var sweep: RemovalSweep
  private var order: [Int] = []
  private var rank: [Int]
  private var removed: [Bool]
  private var chosen: [Int] = []
  private var work: SearchWork
  private var best = Int.max
  private var found: BestSets
  private var openBound: Int?
  private var regions: StayingRegions

  /// - Precondition: 1 ≤ `count` ≤ nodes; the graph is undirected.
  init(_ whole: Graph, count: Int, limit: Int, work: Int) {
    precondition(count >= 1 && count <= whole.nodeCount)
    self.whole = whole
    graph = whole.certificate(removals: count)
    self.count = count
    cost = 1 + (graph.nodeCount + graph.outgoing.arcCount) / 64
    sweep = RemovalSweep(graph)
    rank = [Int](repeating: 0, count: graph.nodeCount)
    removed = [Bool](repeating: false, count: graph.nodeCount)
    self.work = SearchWork(work)
    found = BestSets(limit: limit)
    regions = StayingRegions(nodeCount: graph.nodeCount)
  }

  static func search(_ graph: Graph, count: Int, limit: Int = 20, work: Int) -> SearchResult<Int> {
    var search = FragmentationSearch(graph, count: count, limit: limit, work: work)
    return search.run()
  }

  private mutating func run() -> SearchResult<Int> {
    sweep.run(removed: removed)
    let alone = sweep.joinedPairsWithout
    order = (0..<graph.nodeCount).sorted {
      (alone[$0], -graph.outgoing.count(of: $0), $0) < (alone[$1], -graph.outgoing.count(of: $1), $1)
    }
    for (position, v) in order.enumerated() { rank[v] = position }
    let start = goodStart()
    best = start.pairs
    extend(from: 0)
    // Work that ran out before the start was met again leaves it as the only set known.
    if found.count == 0 { found.insert(start.set) }
    return SearchResult(best: best, found: found, openBound: openBound)
  }

  /// Adds to the chosen nodes one from each position on, in order.
  private mutating func extend(from position: Int) {
    let remaining = count - chosen.count
    if remaining == 1 {
      guard work.take(cost) else { return leaveOpen(from: position, remaining: 1) }
      sweep.run(removed: removed)
      for v in order[position...] { consider(v, pairs: sweep.joinedPairsWithout[v]) }
      return
    }
    var next = position
    while next <= graph.nodeCount - remaining {
      // A check costs as much as the sweep it may save.
      if remaining > 2 || next % 8 == 0 {
        if bound(from: next, remaining: remaining) > best { return }
        guard work.take(cost) else { return leaveOpen(from: next, remaining: remaining) }
      }
      let v = order[next]
      next += 1
      removed[v] = true
      chosen.append(v)
      extend(from: next)
      chosen.removeLast()
      removed[v] = false
      if work.left == 0 { return leaveOpen(from: next, remaining: remaining) }
    }
  }

  private mutating func consider(_ v: Int, pairs: Int) {
    guard pairs <= best else { return }
    if pairs < best {
      best = pairs
      found.removeAll()
    }
    found.insert((chosen + [v]).sorted())
  }

  private mutating func leaveOpen(from position: Int, remaining: Int) {
    guard position <= graph.nodeCount - remaining else { return }
    // Only a few of these, so the ties that the search does without may help.
    let bound = regions.leastJoinedPairs(
      whole, removed: removed, order: order, rank: rank, position: position, removals: remaining, usesCliques: true)
    openBound = min(openBound ?? .max, bound)
  }

  /// No `remaining` further nodes from `position` on leave fewer pairs joined.
  private mutating func bound(from position: Int, remaining: Int) -> Int {
    regions.leastJoinedPairs(
      graph, removed: removed, order: order, rank: rank, position: position, removals: remaining)
  }

  /// A good set, found quickly: the most damaging node again and again, then exchanges while they help.
  private mutating func goodStart() -> (set: [Int], pairs: Int) {
    var best: (set: [Int], pairs: Int)?
    for first in order.prefix(graph.nodeCount > 1000 ? 1 : 3) {
      let start = goodStart(from: first)
      if best.map({ start.pairs < $0.pairs }) ?? true { best = start }
    }
    return best!
  }

  private mutating func goodStart(from first: Int) -> (set: [Int], pairs: Int) {
    var gone = [Bool](repeating: false, count: graph.nodeCount)
    var set = [first]
    gone[first] = true
    while set.count < count && work.take(cost) {
      sweep.run(removed: gone)
      let v = mostDamaging(besides: gone)
      set.append(v)
      gone[v] = true
    }
    // Where work is short, the most damaging nodes alone must do.
    for v in order where set.count < count && !gone[v] {
      set.append(v)
      gone[v] = true
    }
    sweep.run(removed: gone)
    var pairs = sweep.joinedPairs
    var isImproved = count > 1
    while isImproved {
      isImproved = false
      for position in set.indices {
        guard work.take(cost) else { return (set.sorted(), pairs) }
        gone[set[position]] = false
        sweep.run(removed: gone)
        let v = mostDamaging(besides: gone)
        if sweep.joinedPairsWithout[v] < pairs {
          pairs = sweep.joinedPairsWithout[v]
          set[position] = v
          isImproved = true
        }
        gone[set[position]] = true
      }
    }
    return (set.sorted(), pairs)
  }

  /// The node whose loss leaves the fewest pairs joined after the last sweep; the first in order of several.
  private func mostDamaging(besides gone: [Bool]) -> Int {
    order.lazy.filter { !gone[$0] }.min { sweep.joinedPairsWithout[$0] < sweep.joinedPairsWithout[$1] }!
  }
}
