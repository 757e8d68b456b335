/// A new tie that is worth considering, with what speaks for it.
struct TieOption: Sendable, Hashable {
  /// The smaller of the two nodes.
  let a: Int
  let b: Int
  let worth: TieWorth
}

/// What makes one of several equally good ties the better one: fit, then common acquaintances, then trust.
struct TieWorth: Sendable, Hashable, Comparable {
  /// How well needs and offers of the two fit, in units of `FitScale`.
  var fit = 0
  var commonAcquaintances = 0
  /// Trust along the best introduction, in units of `FitScale`.
  var trust = 0

  static func + (left: Self, right: Self) -> Self {
    TieWorth(
      fit: left.fit + right.fit, commonAcquaintances: left.commonAcquaintances + right.commonAcquaintances,
      trust: left.trust + right.trust)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.fit, left.commonAcquaintances, left.trust) < (right.fit, right.commonAcquaintances, right.trust)
  }
}

/// The best sets of ties, in order, where every set joins as much as any other.
///
/// The sets are the bases of a matroid: each tie joins two parts (or is one of a few that need not), so the greedy
/// choice gives the best set, and the next best ones follow by splitting what is left (Lawler 1972,
/// doi:10.1287/mnsc.18.7.401).
struct RankedBases {
  /// Sorted by nodes; the sets refer to positions here.
  let options: [TieOption]
  /// The parts that each option joins; the same part twice where it joins none.
  let ends: [(Int, Int)]
  let partCount: Int
  /// Ties in a set.
  let count: Int
  /// How many of them need not join two parts.
  let spare: Int
  /// Positions of options, the best first.
  private let ranking: [Int]

  init(options: [TieOption], ends: [(Int, Int)], partCount: Int, count: Int, spare: Int) {
    precondition(options.count == ends.count)
    self.options = options
    self.ends = ends
    self.partCount = partCount
    self.count = count
    self.spare = spare
    ranking = options.indices.sorted {
      options[$1].worth == options[$0].worth ? $0 < $1 : options[$1].worth < options[$0].worth
    }
  }

  /// A set with its place in the order.
  struct Base {
    let worth: TieWorth
    /// Ascending.
    let ties: [Int]

    func precedes(_ other: Base) -> Bool {
      worth == other.worth ? ties.lexicographicallyPrecedes(other.ties) : other.worth < worth
    }
  }

  /// The first sets, at most `limit`, among those whose ties touch only the allowed parts.
  ///
  /// - Parameter last: sets that do not come before it are of no interest.
  func first(_ limit: Int, isAllowed: [Bool]? = nil, before last: Base? = nil) -> [Base] {
    struct Branch {
      let base: Base
      let forced: [Int]
      let forbidden: Set<Int>
    }
    func matters(_ base: Base) -> Bool { last.map { base.precedes($0) } ?? true }
    var branches: [Branch] = []
    if let base = best(forced: [], forbidden: [], isAllowed: isAllowed), matters(base) {
      branches.append(Branch(base: base, forced: [], forbidden: []))
    }
    var found: [Base] = []
    while found.count < limit,
      let position = branches.indices.min(by: { branches[$0].base.precedes(branches[$1].base) })
    {
      let branch = branches.remove(at: position)
      found.append(branch.base)
      var forced = branch.forced
      let known = Set(branch.forced)
      for tie in branch.base.ties where !known.contains(tie) {
        let forbidden = branch.forbidden.union([tie])
        if let base = best(forced: forced, forbidden: forbidden, isAllowed: isAllowed), matters(base) {
          branches.append(Branch(base: base, forced: forced, forbidden: forbidden))
        }
        forced.append(tie)
      }
    }
    return found
  }

  /// The best set with the forced and without the forbidden ties.
  private func best(forced: [Int], forbidden: Set<Int>, isAllowed: [Bool]?) -> Base? {
    var parts = DisjointSets(count: partCount)
    var spare = self.spare
    var isOut = [Bool](repeating: false, count: options.count)
    for tie in forbidden { isOut[tie] = true }
    var chosen: [Int] = []
    func take(_ tie: Int) {
      let (p, q) = ends[tie]
      if parts.join(p, q) {
        chosen.append(tie)
      } else if spare > 0 {
        spare -= 1
        chosen.append(tie)
      }
    }
    for tie in forced {
      take(tie)
      isOut[tie] = true
    }
    for tie in ranking {
      if chosen.count == count { break }
      if isOut[tie] { continue }
      if let isAllowed, !isAllowed[ends[tie].0] || !isAllowed[ends[tie].1] { continue }
      take(tie)
    }
    guard chosen.count == count else { return nil }
    return Base(worth: chosen.reduce(TieWorth()) { $0 + options[$1].worth }, ties: chosen.sorted())
  }
}

/// Parts that grow together.
struct DisjointSets {
  private var parent: [Int32]

  init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

  /// The node that stands for the part of `v`.
  mutating func find(_ v: Int) -> Int {
    var v = v
    while Int(parent[v]) != v {
      parent[v] = parent[Int(parent[v])]
      v = Int(parent[v])
    }
    return v
  }

  /// Joins two parts; false where they are one already.
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let a = find(a)
    let b = find(b)
    if a == b { return false }
    parent[max(a, b)] = Int32(min(a, b))
    return true
  }
}
