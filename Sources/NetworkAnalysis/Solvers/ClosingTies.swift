import GraphCore

/// The sets of `count` new ties that bring all nodes nearest to each other: the largest sum of 1/distance.
///
/// Every set is tried, the last tie of each in one look at the distances: a tie u–v shortens only paths between nodes
/// that are at least two steps nearer to u and nodes that are at least two steps nearer to v. A branch is left when
/// even this cannot reach the best set found: `r` ties make `r` pairs neighbours, bring at most the neighbours of
/// their ends to distance 2, and all others to distance 3.
///
/// - Complexity: O(options^count · n²) at worst, and O(n² · count) space.
struct ClosingTies {
  /// Beyond this many nodes the table of distances does not fit.
  static let largestNodeCount = 4096

  private let nodeCount: Int
  private let options: [TieOption]
  private let count: Int
  private let cost: Int
  /// Ties of each node, the chosen ones among them.
  private var degrees: [Int]
  /// Stands for no path: more than any path, and than any path with new ties.
  private let apart: Int
  /// 1/d; 0 from `nodeCount` on.
  private let reciprocals: [Int128]
  /// Distances before any new tie, and after each tie chosen.
  private var tables: [[UInt16]]
  /// How many ordered pairs are at each distance, and the sum of 1/distance.
  private var pairs: [[Int]]
  private var sums: [Int128]
  private var chosen: [Int] = []
  private var work: SearchWork
  /// Negative sums, so that less is better.
  private var best = Int128.max
  private var found: BestSets
  private var openBound: Int128?
  private var nearerFirst: [Int32]
  private var nearerSecond: [Int32]

  /// - Parameter options: pairs without a tie, sorted.
  init(_ graph: Graph, options: [TieOption], count: Int, limit: Int, work: Int) {
    let n = graph.nodeCount
    precondition(!graph.isDirected && n <= Self.largestNodeCount && count >= 1 && options.count >= count)
    nodeCount = n
    self.options = options
    self.count = count
    cost = 1 + n / 64
    degrees = (0..<n).map { graph.outgoing.count(of: $0) }
    reciprocals = HarmonicSum.reciprocals(upTo: max(1, n - 1)) + [Int128](repeating: 0, count: n + 10)
    apart = n + 3
    var table = [UInt16](repeating: UInt16(apart), count: n * n)
    var queue = [Int](repeating: 0, count: n)
    for source in 0..<n {
      table[source * n + source] = 0
      queue[0] = source
      var head = 0
      var tail = 1
      while head < tail {
        let v = queue[head]
        head += 1
        for w in graph.neighbors(of: v) where table[source * n + Int(w)] == UInt16(apart) {
          table[source * n + Int(w)] = table[source * n + v] + 1
          queue[tail] = Int(w)
          tail += 1
        }
      }
    }
    tables = [[UInt16]](repeating: table, count: count)
    var pairs = [Int](repeating: 0, count: apart + 1)
    for distance in table { pairs[Int(distance)] += 1 }
    self.pairs = [[Int]](repeating: pairs, count: count)
    let sum = zip(pairs, reciprocals).reduce(Int128(0)) { $0 + Int128($1.0) * $1.1 }
    sums = [Int128](repeating: sum, count: count)
    self.work = SearchWork(work)
    found = BestSets(limit: limit)
    nearerFirst = [Int32](repeating: 0, count: n)
    nearerSecond = [Int32](repeating: 0, count: n)
  }

  /// - Returns: sets of positions in `options`; nil where the work does not even suffice to try each tie alone.
  mutating func run() -> SearchResult<Int128>? {
    guard let start = goodStart() else { return nil }
    best = start.value
    extend(from: 0)
    if found.count == 0 { insert(start.set) }
    return SearchResult(best: best, found: found, openBound: openBound)
  }

  private mutating func insert(_ set: [Int]) {
    let set = set.sorted()
    let worth = set.reduce(TieWorth()) { $0 + options[$1].worth }
    found.insert([-worth.fit, -worth.commonAcquaintances, -worth.trust] + set)
  }

  /// The sets without the numbers that they were ordered by.
  static func ties(of set: [Int]) -> ArraySlice<Int> { set.dropFirst(3) }

  private mutating func extend(from position: Int) {
    let remaining = count - chosen.count
    let level = chosen.count
    if bound(level: level, remaining: remaining) > best { return }
    var next = position
    while next <= options.count - remaining {
      guard work.take(cost) else { return leaveOpen(from: next, level: level, remaining: remaining) }
      let tie = next
      next += 1
      if remaining == 1 {
        let value = -(sums[level] + gain(tie, level: level))
        if value > best { continue }
        if value < best {
          best = value
          found.removeAll()
        }
        insert(chosen + [tie])
        continue
      }
      add(tie, level: level)
      chosen.append(tie)
      degrees[options[tie].a] += 1
      degrees[options[tie].b] += 1
      extend(from: next)
      degrees[options[tie].a] -= 1
      degrees[options[tie].b] -= 1
      chosen.removeLast()
      if work.left == 0 { return leaveOpen(from: next, level: level, remaining: remaining) }
    }
  }

  private mutating func leaveOpen(from position: Int, level: Int, remaining: Int) {
    guard position <= options.count - remaining else { return }
    openBound = min(openBound ?? .max, bound(level: level, remaining: remaining))
  }

  /// Collects the nodes that are at least two steps nearer to one end of a tie than to the other.
  private mutating func findNearer(_ tie: Int, _ table: [UInt16]) -> (first: Int, second: Int) {
    let n = nodeCount
    let u = options[tie].a * n
    let v = options[tie].b * n
    var first = 0
    var second = 0
    for i in 0..<n {
      let toU = table[u + i]
      let toV = table[v + i]
      if toU + 1 < toV {
        nearerFirst[first] = Int32(i)
        first += 1
      } else if toV + 1 < toU {
        nearerSecond[second] = Int32(i)
        second += 1
      }
    }
    return (first, second)
  }

  /// What a tie adds to the sum.
  private mutating func gain(_ tie: Int, level: Int) -> Int128 {
    let n = nodeCount
    let table = tables[level]
    let (first, second) = findNearer(tie, table)
    let u = options[tie].a * n
    let v = options[tie].b * n
    var gain: Int128 = 0
    for x in 0..<first {
      let i = Int(nearerFirst[x])
      let toTie = table[u + i] + 1
      for y in 0..<second {
        let j = Int(nearerSecond[y])
        let new = toTie + table[v + j]
        let old = table[i * n + j]
        if new < old { gain += reciprocals[Int(new)] - reciprocals[Int(old)] }
      }
    }
    return 2 * gain
  }

  /// Fills the tables of the next level: the distances with one tie more.
  private mutating func add(_ tie: Int, level: Int) {
    let n = nodeCount
    let old = tables[level]
    let (first, second) = findNearer(tie, old)
    let u = options[tie].a * n
    let v = options[tie].b * n
    // Taken out while it is filled, so that it is changed in place.
    var new: [UInt16] = []
    swap(&new, &tables[level + 1])
    new.withUnsafeMutableBufferPointer { _ = $0.update(fromContentsOf: old) }
    pairs[level + 1] = pairs[level]
    var gain: Int128 = 0
    for x in 0..<first {
      let i = Int(nearerFirst[x])
      let toTie = old[u + i] + 1
      for y in 0..<second {
        let j = Int(nearerSecond[y])
        let shorter = toTie + old[v + j]
        let longer = old[i * n + j]
        if shorter < longer {
          new[i * n + j] = shorter
          new[j * n + i] = shorter
          pairs[level + 1][Int(shorter)] += 2
          pairs[level + 1][Int(longer)] -= 2
          gain += reciprocals[Int(shorter)] - reciprocals[Int(longer)]
        }
      }
    }
    swap(&new, &tables[level + 1])
    sums[level + 1] = sums[level] + 2 * gain
  }

  /// No `remaining` further ties reach a larger sum than this (as a negative number).
  private func bound(level: Int, remaining: Int) -> Int128 {
    // Each new tie brings its ends' neighbours to distance 2; ties that share an end also bring together their others.
    var largest = 0
    var next = 0
    for degree in degrees {
      if degree > largest {
        (largest, next) = (degree, largest)
      } else if degree > next {
        next = degree
      }
    }
    let widest = largest + next
    let atTwo = remaining * widest + remaining * (remaining - 1) / 2
    var near = 2 * remaining
    var second = 2 * atTwo
    var sum: Int128 = 0
    // The farthest pairs gain most.
    for distance in stride(from: apart, through: 1, by: -1) where pairs[level][distance] > 0 {
      var left = pairs[level][distance]
      let toOne = distance > 1 ? min(left, near) : 0
      near -= toOne
      left -= toOne
      sum += Int128(toOne) * reciprocals[1]
      let toTwo = distance > 2 ? min(left, second) : 0
      second -= toTwo
      left -= toTwo
      sum += Int128(toTwo) * HarmonicSum.unit / 2
      sum += Int128(left) * (distance > 3 ? HarmonicSum.unit / 3 : reciprocals[distance])
    }
    return -sum
  }

  /// A good set, found quickly: the best tie again and again, then exchanges while they help.
  private mutating func goodStart() -> (set: [Int], value: Int128)? {
    var set: [Int] = []
    var value: Int128 = 0
    func isBest(_ candidate: Int128, _ choice: (tie: Int, gain: Int128)?) -> Bool {
      choice.map { candidate > $0.gain } ?? true
    }
    for level in 0..<count {
      guard work.take(cost * options.count) else { return nil }
      var choice: (tie: Int, gain: Int128)?
      for tie in options.indices where !set.contains(tie) {
        let gain = gain(tie, level: level)
        if isBest(gain, choice) { choice = (tie, gain) }
      }
      set.append(choice!.tie)
      value = -(sums[level] + choice!.gain)
      if level + 1 < count { add(choice!.tie, level: level) }
    }
    var isImproved = count > 1
    while isImproved {
      isImproved = false
      for position in set.indices {
        guard work.take(cost * (options.count + 8 * count)) else { return (set, value) }
        for (level, tie) in set.enumerated().filter({ $0.offset != position }).map(\.element).enumerated() {
          add(tie, level: level)
        }
        var choice: (tie: Int, gain: Int128)?
        for tie in options.indices where !set.contains(tie) || tie == set[position] {
          let gain = gain(tie, level: count - 1)
          if isBest(gain, choice) { choice = (tie, gain) }
        }
        let new = -(sums[count - 1] + choice!.gain)
        if new < value {
          value = new
          set[position] = choice!.tie
          isImproved = true
        }
      }
    }
    return (set, value)
  }
}
