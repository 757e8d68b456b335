/// The first sets of all equally good ones, and how many there are.
///
/// Sets come in ascending node order; among them the lexicographically smaller goes first.
struct BestSets {
  let limit: Int
  private(set) var sets: [[Int]] = []
  private(set) var count = 0

  init(limit: Int) { self.limit = max(0, limit) }

  mutating func removeAll() {
    sets.removeAll()
    count = 0
  }

  /// Counts a set and keeps it if it is among the first.
  mutating func insert(_ set: [Int]) {
    count += 1
    if sets.count == limit {
      guard let last = sets.last, set.lexicographicallyPrecedes(last) else { return }
      sets.removeLast()
    }
    let place = sets.firstIndex { set.lexicographicallyPrecedes($0) } ?? sets.count
    sets.insert(set, at: place)
  }
}

/// What a search by branch and bound found and proved; smaller is better.
struct SearchResult<Value: Comparable & Sendable>: Sendable {
  let best: Value
  /// No set is better than this; `best` where the search was finished.
  let bound: Value
  /// The first of the best sets that were found.
  let sets: [[Int]]
  /// How many best sets there are; nil where the search did not see them all.
  let count: Int?

  var isOptimal: Bool { bound == best }

  /// - Parameter openBound: a bound on the value of all sets that were not looked at; nil where there are none.
  init(best: Value, found: BestSets, openBound: Value?) {
    self.best = best
    bound = openBound.map { min($0, best) } ?? best
    sets = found.sets
    count = openBound.map { $0 > best } ?? true ? found.count : nil
  }
}

/// The search nodes that a solver may still look at; a count, so that the answer is the same on each machine.
struct SearchWork {
  private(set) var left: Int

  init(_ limit: Int) { left = max(0, limit) }

  /// Whether there is enough left for something that costs as much as some search nodes; takes them, and keeps what is
  /// left where it is not enough.
  mutating func takes(_ nodes: Int) -> Bool { left >= nodes && take(nodes) }

  /// Whether there is enough left for something that costs as much as some search nodes; takes them, and all that is
  /// left where it is not enough: the search ends there.
  mutating func take(_ nodes: Int) -> Bool {
    guard left >= nodes else {
      left = 0
      return false
    }
    left -= nodes
    return true
  }
}
