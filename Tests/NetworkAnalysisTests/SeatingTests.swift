import GraphCore
import NetworkModel
import Testing

@testable import NetworkAnalysis

@Suite struct SeatingTests {
  @Test("Musterland: three groups without a conflict, in twenty ways")
  func musterland() throws {
    // Source: brute force.
    let network = Musterland.network
    let seating = try network.seating(groups: 3)
    #expect(seating.conflicts == 0 && seating.isOptimal && seating.bound == 0 && seating.equalPlans == 20)
    #expect(seating.rounds.count == 1 && seating.rounds[0].groups.map(\.count) == [4, 4, 4])
    #expect(Set(seating.rounds[0].groups.joined()) == Set(0..<12))
    #expect(seating == (try network.seating(groups: 3, seed: 99)))
  }

  @Test("a conflict says why, and counts once")
  func reasons() throws {
    var data = Dataset()
    data.partner("a", "school")
    data.partner("b", "school")
    data.tie("a", "b")
    let seating = try data.network().seating(groups: 1, rounds: 2)
    #expect(seating.conflicts == 2 && seating.isOptimal)
    #expect(
      seating.rounds.map { $0.conflicts.map(\.reasons) } == [
        [[.tied, .sameSector]], [[.tied, .sameSector, .satTogether]],
      ])
  }

  @Test("those at a meeting are seated, and bad questions are refused")
  func meetings() throws {
    var data = Dataset()
    for id in ["a", "b", "c"] { data.partner(id) }
    data.draft.meetings = [MeetingRow(place: RowPlace(table: 0, line: 2), id: "m")]
    for id in ["c", "a"] {
      data.draft.attendances.append(AttendanceRow(place: RowPlace(table: 0, line: 2), partner: id, meeting: "m"))
    }
    let network = data.network()
    #expect(try network.seating(groups: 2, meeting: "m").people == [0, 2])
    #expect(throws: DecisionError.unknownMeeting("x")) { try network.seating(groups: 1, meeting: "x") }
    #expect(throws: DecisionError.tooMany(.groups, asked: 3, possible: 2)) {
      try network.seating(groups: 3, meeting: "m")
    }
    #expect(throws: DecisionError.tooFew(.groups, asked: 0, least: 1)) { try network.seating(groups: 0) }
    #expect(throws: DecisionError.tooFew(.rounds, asked: 0, least: 1)) { try network.seating(groups: 1, rounds: 0) }
  }

  static func problem(seed: UInt64, largest: Int, rounds: Int) -> SeatingProblem {
    var random = SplitMix64(seed: seed)
    let n = 1 + random.below(largest)
    let density = [0, 0.2, 0.5, 0.8, 1][random.below(5)]
    var table = [Bool](repeating: false, count: n * n)
    for p in 0..<n {
      for q in 0..<p where random.unit() < density {
        table[p * n + q] = true
        table[q * n + p] = true
      }
    }
    return SeatingProblem(
      isConflict: table, peopleCount: n, groupCount: 1 + random.below(n), roundCount: rounds)
  }

  /// Every division into groups of the right sizes, as the group of each person, in order.
  static func plans(_ problem: SeatingProblem) -> [[Int]] {
    var plans: [[Int]] = []
    func seat(_ plan: [Int]) {
      if plan.count == problem.peopleCount {
        let sizes = (0..<problem.groupCount).map { group in plan.count { $0 == group } }
        if sizes.sorted(by: >) == problem.groupSizes { plans.append(plan) }
        return
      }
      for group in 0...min((plan.max() ?? -1) + 1, problem.groupCount - 1) { seat(plan + [group]) }
    }
    seat([])
    return plans
  }

  @Test("one round agrees with trying every division", arguments: 0..<200 as Range<UInt64>)
  func enumeration(seed: UInt64) {
    let problem = Self.problem(seed: seed, largest: 8, rounds: 1)
    let plans = Self.plans(problem)
    let values = plans.map { problem.conflicts(of: [$0]) }
    let least = values.min()!
    let best = zip(plans, values).filter { $0.1 == least }.map(\.0)
    let solution = SeatingSolution(problem, seed: seed, work: 1_000_000)
    #expect(solution.conflicts == least && solution.bound == least)
    #expect(solution.count == best.count && solution.plan == [best[0]])
    #expect(problem.leastConflicts <= least)
  }

  @Test("several rounds: the bound holds, and what is called optimal is", arguments: 0..<120 as Range<UInt64>)
  func rounds(seed: UInt64) {
    let problem = Self.problem(seed: seed, largest: 6, rounds: 2)
    let plans = Self.plans(problem)
    let least = plans.flatMap { first in plans.map { problem.conflicts(of: [first, $0]) } }.min()!
    let solution = SeatingSolution(problem, seed: seed, work: 20_000)
    #expect(solution.bound <= least && least <= solution.conflicts)
    #expect(solution.conflicts == problem.conflicts(of: solution.plan))
    // So few people change places into a best plan every time.
    #expect(solution.conflicts == least)
    for round in solution.plan {
      #expect((0..<problem.groupCount).map { group in round.count { $0 == group } }.sorted(by: >) == problem.groupSizes)
    }
  }

  @Test("with little work the answer is honest", arguments: 0..<30 as Range<UInt64>)
  func littleWork(seed: UInt64) {
    let problem = Self.problem(seed: seed &+ 300, largest: 12, rounds: 1)
    let proved = SeatingSolution(problem, seed: seed, work: 2_000_000)
    #expect(proved.bound == proved.conflicts)
    for work in [0, 1, 10, 100] {
      let tried = SeatingSolution(problem, seed: seed, work: work)
      #expect(tried.bound <= proved.conflicts && proved.conflicts <= tried.conflicts)
      #expect(tried.count == nil || tried.count == proved.count)
    }
  }
}
