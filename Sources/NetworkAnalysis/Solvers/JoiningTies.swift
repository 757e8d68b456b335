/// How far new ties can join the components of a graph, and in how many ways.
///
/// To leave the fewest pairs apart, k ties join the k + 1 largest components into one: joining components of sizes s
/// gains 2·e₂(s) ordered pairs, which grows with each of them, and one large union gains more than two small ones.
struct JoiningTies {
  /// Sizes of the components, largest first.
  let sizes: [Int]
  /// Pairs within one component that have no tie yet.
  let untiedPairs: Int

  init(sizes: [Int], untiedPairs: Int) {
    self.sizes = sizes.sorted(by: >)
    self.untiedPairs = untiedPairs
  }

  /// Ordered pairs that are joined after the best `ties` new ties.
  func mostJoinedPairs(ties: Int) -> Int {
    let joined = sizes.prefix(ties + 1).reduce(0, +)
    return joined * max(0, joined - 1) + sizes.dropFirst(ties + 1).reduce(0) { $0 + $1 * ($1 - 1) }
  }

  /// How many sets of `ties` new ties join that many pairs; nil where counting would take more than `work` steps.
  ///
  /// With more components than ties can join: the trees on the components that are joined, N^(k−1)·Π s of them
  /// (Cayley's formula for components), times the ways to choose among components of the same size.
  func countOfBest(ties: Int, work: Int) -> WholeNumber? {
    guard ties + 1 < sizes.count else { return countOfJoiningAll(ties: ties, work: work) }
    let joined = sizes.prefix(ties + 1)
    let smallest = joined.last!
    let trees = joined.reduce(WholeNumber(joined.reduce(0, +)).power(ties - 1)) { $0 * WholeNumber($1) }
    return trees
      * WholeNumber.choices(
        of: joined.filter { $0 == smallest }.count, from: sizes.filter { $0 == smallest }.count)
  }

  /// How many sets of `ties` new ties join all components: any that do, and the rest within components.
  private func countOfJoiningAll(ties: Int, work: Int) -> WholeNumber? {
    guard let joining = JoiningCounts(sizes: sizes, most: ties, work: work) else { return nil }
    var total = WholeNumber.zero
    for (between, ways) in joining.waysToJoinAll.enumerated() {
      total += ways * WholeNumber.choices(of: ties - between, from: untiedPairs)
    }
    return total
  }
}

/// How many sets of ties between components join them all, by the number of ties.
///
/// Among all sets, those whose part around one fixed component is not everything are taken away, part by part. Parts
/// with equally large components are counted together, so that many isolates are no more work than one.
private struct JoiningCounts {
  /// At position j the sets of j ties between components.
  let waysToJoinAll: [WholeNumber]

  init?(sizes: [Int], most: Int, work: Int) {
    let classes = Dictionary(grouping: sizes, by: { $0 }).map { (size: $0.key, count: $0.value.count) }
      .sorted { $0.size < $1.size }
    var states = 1
    for entry in classes {
      states = states.multipliedReportingOverflow(by: entry.count + 1).overflow ? .max : states * (entry.count + 1)
      guard states <= 1 << 20 else { return nil }
    }
    guard states * states <= work / max(1, (most + 1) * (most + 1)) else { return nil }

    /// How many components of each size a state holds, in mixed radix.
    func counts(_ state: Int) -> [Int] {
      var rest = state
      return classes.map { entry in
        defer { rest /= entry.count + 1 }
        return rest % (entry.count + 1)
      }
    }
    func pairsBetween(_ counts: [Int]) -> Int {
      var nodes = 0
      var squares = 0
      for (entry, count) in zip(classes, counts) {
        nodes += entry.size * count
        squares += entry.size * entry.size * count
      }
      return (nodes * nodes - squares) / 2
    }

    var ways = [[WholeNumber]](repeating: [], count: states)
    for state in 1..<max(2, states) where state < states {
      let whole = counts(state)
      let root = whole.firstIndex { $0 > 0 }!
      let pairs = pairsBetween(whole)
      var joined = (0...most).map { WholeNumber.choices(of: $0, from: pairs) }
      for part in 1..<max(1, state) {
        let inside = counts(part)
        guard inside[root] > 0, zip(inside, whole).allSatisfy({ $0 <= $1 }) else { continue }
        // The fixed component is one of the smallest; the others of its size are chosen freely.
        var choices = WholeNumber.one
        for (position, count) in inside.enumerated() {
          choices =
            choices
            * (position == root
              ? WholeNumber.choices(of: count - 1, from: whole[position] - 1)
              : WholeNumber.choices(of: count, from: whole[position]))
        }
        let outside = pairsBetween(zip(whole, inside).map { $0 - $1 })
        let outsideWays = (0...most).map { choices * WholeNumber.choices(of: $0, from: outside) }
        for total in 0...most {
          for within in 0...total { joined[total] = joined[total] - ways[part][within] * outsideWays[total - within] }
        }
      }
      ways[state] = joined
    }
    waysToJoinAll = sizes.isEmpty ? [.one] : ways[states - 1]
  }
}
