import GraphCore

/// Looks for a seating with few conflicts by letting people change places, with a seed.
///
/// Somebody who sits in a conflict changes places with somebody of another group. A change that helps is kept; one that
/// harms by d conflicts is kept with probability 1/2^(d/temperature), and the temperature falls step by step
/// (Kirkpatrick et al. 1983, doi:10.1126/science.220.4598.671).
struct SeatingExchange {
  private let problem: SeatingProblem
  private var random: SplitMix64
  /// For each round the group of each person, and the people of each group.
  private var group: [[Int]]
  private var members: [[[Int]]]
  /// How often each two sit together.
  private var together: [UInt16]
  private var conflicts = 0

  init(_ problem: SeatingProblem, seed: UInt64) {
    self.problem = problem
    random = SplitMix64(seed: seed)
    group = []
    members = []
    together = []
    shuffle()
  }

  /// The best plan found in so many steps, or as soon as it has only `goal` conflicts.
  mutating func run(steps: Int, goal: Int) -> (plan: [[Int]], conflicts: Int) {
    var best = (plan: group, conflicts: conflicts)
    // Two starts, as one may run into a dead end.
    let starts = 2
    for start in 0..<starts {
      if start > 0 { shuffle() }
      let count = steps / starts
      // A change for the worse by 1 is accepted with probability 1/6 at first, 1/1000 at last.
      let (first, last) = (0.4, 0.1)
      var temperature = first
      for step in 0..<count where problem.groupCount > 1 {
        if best.conflicts <= goal { return best }
        if step % 1024 == 0 { temperature = first - (first - last) * Double(step) / Double(count) }
        change(temperature: temperature)
        if conflicts < best.conflicts { best = (group, conflicts) }
      }
      if conflicts < best.conflicts { best = (group, conflicts) }
    }
    return best
  }

  private mutating func shuffle() {
    let n = problem.peopleCount
    group = []
    members = []
    together = [UInt16](repeating: 0, count: n * n)
    for _ in 0..<problem.roundCount {
      let people = Array(0..<n).shuffled(using: &random)
      var of = [Int](repeating: 0, count: n)
      var lists: [[Int]] = []
      var next = 0
      for (number, size) in problem.groupSizes.enumerated() {
        lists.append(Array(people[next..<(next + size)]))
        for person in lists.last! { of[person] = number }
        next += size
      }
      group.append(of)
      members.append(lists)
      for list in lists {
        for p in list { for q in list where p != q { together[p * n + q] += 1 } }
      }
    }
    conflicts = problem.conflicts(of: group)
  }

  private mutating func change(temperature: Double) {
    let n = problem.peopleCount
    let round = random.below(problem.roundCount)
    let p = random.below(n)
    let q = random.below(n)
    let from = group[round][p]
    let to = group[round][q]
    guard from != to else { return }
    var difference = 0
    for x in members[round][from] where x != p { difference += added(q, x) - removed(p, x) }
    for y in members[round][to] where y != q { difference += added(p, y) - removed(q, y) }
    if difference > 0 {
      // 2^−(difference/temperature), compared without a logarithm: fractions of a power lie on a straight line.
      let exponent = Double(difference) / temperature
      if exponent > 40 { return }
      let whole = Int(exponent)
      let chance = (1 - 0.5 * (exponent - Double(whole))) / Double(1 << whole)
      if random.unit() >= chance { return }
    }
    for x in members[round][from] where x != p {
      together[p * n + x] -= 1
      together[x * n + p] -= 1
      together[q * n + x] += 1
      together[x * n + q] += 1
    }
    for y in members[round][to] where y != q {
      together[q * n + y] -= 1
      together[y * n + q] -= 1
      together[p * n + y] += 1
      together[y * n + p] += 1
    }
    members[round][from][members[round][from].firstIndex(of: p)!] = q
    members[round][to][members[round][to].firstIndex(of: q)!] = p
    group[round][p] = to
    group[round][q] = from
    conflicts += difference
  }

  /// Conflicts that one more round together makes.
  private func added(_ p: Int, _ q: Int) -> Int {
    let pair = p * problem.peopleCount + q
    return problem.isConflict[pair] || together[pair] > 0 ? 1 : 0
  }

  /// Conflicts that one round together less spares.
  private func removed(_ p: Int, _ q: Int) -> Int {
    let pair = p * problem.peopleCount + q
    return problem.isConflict[pair] || together[pair] > 1 ? 1 : 0
  }
}
