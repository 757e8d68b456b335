import GraphCore
import NetworkModel

/// Groups for a network meeting in which people meet new people.
public struct Seating: Sendable, Hashable {
  /// Two people in one group who know each other already, or are of one sector.
  public struct Conflict: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      case tied
      case sameSector
      case satTogether
    }

    /// Positions in `Network.partners`.
    public let pair: PartnerPair
    public let reasons: [Reason]
  }

  public struct Round: Sendable, Hashable {
    /// Positions in `Network.partners`, in dataset order; the groups by their first members.
    public let groups: [[Int]]
    /// In the order of the groups.
    public let conflicts: [Conflict]
  }

  /// Positions of those who are seated.
  public let people: [Int]
  public let rounds: [Round]
  /// Conflicts of all rounds.
  public let conflicts: Int
  public let isOptimal: Bool
  /// No plan has fewer conflicts.
  public let bound: Int
  /// How many plans of one round are equally good; nil where they were not counted.
  public let equalPlans: WholeNumber?
}

extension Network {
  /// Divides people into groups, round by round, with the fewest conflicts.
  ///
  /// A conflict is a pair in one group that is tied, or of one main sector, or sat together in an earlier round; it
  /// counts once a round. Group sizes differ by at most one. One round of up to 16 people is solved exactly (and the
  /// first of the best plans given, with their number); beyond that people change places with a seed, and the plan is
  /// called optimal only where a bound or a search proves it.
  ///
  /// - Parameters:
  ///   - meeting: id of the meeting whose attendants are seated; all partners where it is nil.
  ///   - work: search nodes allowed.
  /// - Throws: `unknownMeeting`, `tooFew`, `tooMany`; `tooLarge` for more than 2000 people.
  public func seating(
    groups: Int, rounds: Int = 1, meeting: String? = nil, seed: UInt64 = 1, work: Int = 20_000_000
  ) throws(DecisionError) -> Seating {
    var people = Array(partners.indices)
    if let meeting {
      guard let position = meetings.firstIndex(where: { $0.id == meeting }) else { throw .unknownMeeting(meeting) }
      let present = Set(attendances.filter { $0.meeting == position }.map(\.partner))
      people = people.filter { present.contains($0) }
    }
    guard groups >= 1 else { throw .tooFew(.groups, asked: groups, least: 1) }
    guard groups <= people.count else { throw .tooMany(.groups, asked: groups, possible: people.count) }
    guard rounds >= 1 else { throw .tooFew(.rounds, asked: rounds, least: 1) }
    guard rounds <= 1000 else { throw .tooMany(.rounds, asked: rounds, possible: 1000) }
    guard people.count <= 2000 else { throw .tooLarge(partners: people.count, ties: ties.count, work: work) }

    let graph = graph(direction: .ignore)
    func reasons(_ a: Int, _ b: Int) -> [Seating.Conflict.Reason] {
      var list: [Seating.Conflict.Reason] = []
      if graph.hasEdge(from: a, to: b) { list.append(.tied) }
      if let sector = partners[a].mainSector, sector == partners[b].mainSector { list.append(.sameSector) }
      return list
    }
    let isConflict = people.flatMap { a in people.map { b in a != b && !reasons(a, b).isEmpty } }
    let problem = SeatingProblem(
      isConflict: isConflict, peopleCount: people.count, groupCount: groups, roundCount: rounds)
    let solution = SeatingSolution(problem, seed: seed, work: work)

    var satTogether: Set<PartnerPair> = []
    let roundList = solution.plan.map { round in
      var lists = [[Int]](repeating: [], count: groups)
      for (position, group) in round.enumerated() { lists[group].append(people[position]) }
      lists.sort { $0[0] < $1[0] }
      var conflicts: [Seating.Conflict] = []
      for list in lists {
        for (i, a) in list.enumerated() {
          for b in list[(i + 1)...] {
            var why = reasons(a, b)
            if !satTogether.insert(PartnerPair(a, b)).inserted { why.append(.satTogether) }
            if !why.isEmpty { conflicts.append(Seating.Conflict(pair: PartnerPair(a, b), reasons: why)) }
          }
        }
      }
      return Seating.Round(groups: lists, conflicts: conflicts)
    }
    return Seating(
      people: people, rounds: roundList, conflicts: solution.conflicts,
      isOptimal: solution.bound == solution.conflicts, bound: solution.bound,
      equalPlans: solution.count.map { WholeNumber($0) })
  }
}

/// A plan and what is proved about it.
struct SeatingSolution {
  let plan: [[Int]]
  let conflicts: Int
  let bound: Int
  /// Equally good plans of one round; nil where they were not counted.
  let count: Int?

  /// Up to this many people one round is solved exactly.
  static let mostPeopleCounted = 16
  private static let mostSteps = 4_000_000

  init(_ problem: SeatingProblem, seed: UInt64, work: Int) {
    let least = problem.leastConflicts
    var exchange = SeatingExchange(problem, seed: seed)
    // Few people are soon through with each other; a step looks at two groups.
    let steps = min(
      max(0, work), Self.mostSteps, 20_000 * problem.peopleCount * problem.roundCount,
      50 * Self.mostSteps / problem.groupSizes[0])
    var (plan, conflicts) = exchange.run(steps: steps, goal: least)
    var bound = least
    var count: Int?
    if problem.roundCount == 1 {
      // A node costs about as much as people times groups are many.
      let cost = problem.peopleCount <= Self.mostPeopleCounted ? 1 : 1 + problem.peopleCount * problem.groupCount / 8
      var left = max(0, work) / cost
      if conflicts > least {
        var search = SeatingSearch(problem, limit: conflicts, countsEqual: false, work: left)
        search.run()
        left = search.workLeft
        if let better = search.plan { (plan, conflicts) = ([better], search.best) }
        bound = max(least, min(conflicts, search.openBound ?? conflicts))
      }
      if bound == conflicts && problem.peopleCount <= Self.mostPeopleCounted {
        var search = SeatingSearch(problem, limit: conflicts, countsEqual: true, work: left)
        search.run()
        if let first = search.plan { plan = [first] }
        count = search.openBound == nil ? search.count : nil
      }
    }
    self.plan = plan
    self.conflicts = conflicts
    self.bound = bound
    self.count = count
  }
}
