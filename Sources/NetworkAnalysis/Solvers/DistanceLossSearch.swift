import GraphCore

/// The sets of `count` nodes whose loss leaves the smallest sum of 1/distance, by branch and bound.
///
/// Nodes are tried in the order of the damage they do alone. A branch is left by this bound: nodes that were passed
/// over stay, so a path whose inner nodes are all among them stays as well. The sum along such paths, less the `r`
/// largest losses of single undecided nodes, is less than any set of the branch leaves.
struct DistanceLossSearch<Reach: ReachSums> {
  private let nodeCount: Int
  private let count: Int
  private var reach: Reach
  private var order: [Int] = []
  private var present: [Bool]
  private var chosen: [Int] = []
  private var work: SearchWork
  private var best = Int128.max
  private var found: BestSets
  private var openBound: Int128?
  private var sums: [Int128]

  /// - Precondition: 1 ≤ `count` ≤ nodes.
  init(nodeCount: Int, reach: Reach, count: Int, limit: Int, work: Int) {
    precondition(count >= 1 && count <= nodeCount)
    self.nodeCount = nodeCount
    self.count = count
    self.reach = reach
    present = [Bool](repeating: true, count: nodeCount)
    self.work = SearchWork(work)
    found = BestSets(limit: limit)
    sums = [Int128](repeating: 0, count: nodeCount)
  }

  /// - Returns: nil where the work does not even suffice to look at one set.
  mutating func run() -> SearchResult<Int128>? {
    guard work.take(reach.cost) else { return nil }
    // With little work only the nodes that are nearest to all others are tried alone.
    reach.sums(present: present, passable: present, into: &sums)
    let nearness = sums
    order = (0..<nodeCount).sorted { (nearness[$1], $0) < (nearness[$0], $1) }
    var alone: [(sum: Int128, node: Int)] = []
    let tried = min(nodeCount, work.left / 2 / reach.cost)
    for v in order.prefix(tried) where work.take(reach.cost) { alone.append((sum(without: v), v)) }
    order = alone.sorted { $0 < $1 }.map(\.node) + order.dropFirst(tried)
    let start = goodStart()
    best = start.sum
    extend(from: 0)
    if found.count == 0 { found.insert(start.set) }
    return SearchResult(best: best, found: found, openBound: openBound)
  }

  private mutating func sum(without v: Int) -> Int128 {
    present[v] = false
    reach.sums(present: present, passable: present, into: &sums)
    present[v] = true
    return sums.reduce(0, +)
  }

  private mutating func extend(from position: Int) {
    let remaining = count - chosen.count
    var next = position
    while next <= nodeCount - remaining {
      if remaining > 1 || next == position || next % 16 == 0 {
        if bound(from: next, remaining: remaining) > best { return }
      }
      guard work.take(reach.cost) else { return leaveOpen(from: next, remaining: remaining) }
      let v = order[next]
      next += 1
      if remaining == 1 {
        consider(v, sum: sum(without: v))
        continue
      }
      present[v] = false
      chosen.append(v)
      extend(from: next)
      chosen.removeLast()
      present[v] = true
      if work.left == 0 { return leaveOpen(from: next, remaining: remaining) }
    }
  }

  private mutating func consider(_ v: Int, sum: Int128) {
    guard sum <= best else { return }
    if sum < best {
      best = sum
      found.removeAll()
    }
    found.insert((chosen + [v]).sorted())
  }

  private mutating func leaveOpen(from position: Int, remaining: Int) {
    guard position <= nodeCount - remaining else { return }
    openBound = min(openBound ?? .max, bound(from: position, remaining: remaining))
  }

  private mutating func bound(from position: Int, remaining: Int) -> Int128 {
    var stays = present
    for v in order[position...] { stays[v] = false }
    reach.sums(present: present, passable: stays, into: &sums)
    let total = sums.reduce(0, +)
    // A node that leaves takes its own sum with it, and as much from the sums of the others.
    let losses = order[position...].map { 2 * sums[$0] }.sorted(by: >)
    return max(0, total - losses.prefix(remaining).reduce(0, +))
  }

  private mutating func goodStart() -> (set: [Int], sum: Int128) {
    var set: [Int] = []
    var sum: Int128 = 0
    defer { for v in set { present[v] = true } }
    func better(_ old: (node: Int, sum: Int128)?, _ v: Int, _ sum: Int128) -> (node: Int, sum: Int128) {
      if let old, old.sum <= sum { return old }
      return (v, sum)
    }
    while set.count < count {
      // As long as work is short, the most damaging nodes alone must do.
      guard work.takes(reach.cost * (nodeCount - set.count)) else {
        let rest = order.filter { present[$0] }.prefix(count - set.count)
        for v in rest { present[v] = false }
        set += rest
        reach.sums(present: present, passable: present, into: &sums)
        return (set.sorted(), sums.reduce(0, +))
      }
      var choice: (node: Int, sum: Int128)?
      for v in order where present[v] { choice = better(choice, v, self.sum(without: v)) }
      set.append(choice!.node)
      present[choice!.node] = false
      sum = choice!.sum
    }
    var isImproved = count > 1
    while isImproved {
      isImproved = false
      for position in set.indices {
        guard work.takes(reach.cost * nodeCount) else { return (set.sorted(), sum) }
        present[set[position]] = true
        var choice: (node: Int, sum: Int128)?
        for v in order where present[v] { choice = better(choice, v, self.sum(without: v)) }
        if choice!.sum < sum {
          sum = choice!.sum
          set[position] = choice!.node
          isImproved = true
        }
        present[set[position]] = false
      }
    }
    return (set.sorted(), sum)
  }
}

enum DistanceLoss {
  /// - Returns: nil where the work does not even suffice to look at one set.
  static func search(_ graph: Graph, count: Int, limit: Int = 20, work: Int) -> SearchResult<Int128>? {
    let n = graph.nodeCount
    func run(_ reach: some ReachSums) -> SearchResult<Int128>? {
      var search = DistanceLossSearch(nodeCount: n, reach: reach, count: count, limit: limit, work: work)
      return search.run()
    }
    return n <= 64
      ? run(WordReachSums<UInt64>(graph)) : n <= 128 ? run(WordReachSums<UInt128>(graph)) : run(SparseReachSums(graph))
  }
}
