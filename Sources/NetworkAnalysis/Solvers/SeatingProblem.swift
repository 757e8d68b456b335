/// People who are to sit in groups, and the pairs that should not sit together.
struct SeatingProblem: Sendable {
  let peopleCount: Int
  let groupCount: Int
  let roundCount: Int
  /// Row by row: whether two people had better not sit together at all.
  let isConflict: [Bool]

  /// - Precondition: 1 ≤ groups ≤ people; the table has people² entries and is symmetric.
  init(isConflict: [Bool], peopleCount: Int, groupCount: Int, roundCount: Int) {
    precondition(groupCount >= 1 && groupCount <= peopleCount && roundCount >= 1)
    precondition(isConflict.count == peopleCount * peopleCount)
    self.isConflict = isConflict
    self.peopleCount = peopleCount
    self.groupCount = groupCount
    self.roundCount = roundCount
  }

  /// Sizes of the groups: they differ by at most one, the larger first.
  var groupSizes: [Int] {
    let size = peopleCount / groupCount
    let larger = peopleCount % groupCount
    return (0..<groupCount).map { $0 < larger ? size + 1 : size }
  }

  /// Conflicts of a plan: pairs of a group that conflict, or sat together in an earlier round.
  ///
  /// - Parameter plan: for each round the group of each person.
  func conflicts(of plan: [[Int]]) -> Int {
    var total = 0
    var together = [Bool](repeating: false, count: isConflict.count)
    for round in plan {
      for p in 0..<peopleCount {
        for q in 0..<p where round[p] == round[q] {
          if isConflict[p * peopleCount + q] || together[p * peopleCount + q] { total += 1 }
          together[p * peopleCount + q] = true
        }
      }
    }
    return total
  }

  /// No plan has fewer conflicts than this.
  ///
  /// The largest of: pairs that sit together less pairs that are free of conflict; the same person by person; and, for
  /// people who conflict with each other all round (a sector), what the pigeonhole principle puts together.
  var leastConflicts: Int {
    let sizes = groupSizes
    let pairs = sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    var free = 0
    var byPerson = 0
    for p in 0..<peopleCount {
      let partners = (0..<peopleCount).count { $0 != p && !isConflict[p * peopleCount + $0] }
      free += partners
      byPerson += max(0, roundCount * (sizes.last! - 1) - partners)
    }
    let byPairs = roundCount * pairs - free / 2
    let byCliques = roundCount * cliques().reduce(0) { $0 + leastPairs(of: $1) }
    return max(0, byPairs, (byPerson + 1) / 2, byCliques)
  }

  /// Pairs of `count` people that share a group at least.
  private func leastPairs(of count: Int) -> Int {
    let each = count / groupCount
    return groupCount * each * (each - 1) / 2 + count % groupCount * each
  }

  /// Sizes of groups without common members in which everybody conflicts with everybody, found greedily.
  private func cliques() -> [Int] {
    var isTaken = [Bool](repeating: false, count: peopleCount)
    var sizes: [Int] = []
    for p in 0..<peopleCount where !isTaken[p] {
      var members = [p]
      for q in (p + 1)..<max(p + 1, peopleCount)
      where !isTaken[q] && members.allSatisfy({ isConflict[$0 * peopleCount + q] }) { members.append(q) }
      for member in members { isTaken[member] = true }
      sizes.append(members.count)
    }
    return sizes
  }
}
