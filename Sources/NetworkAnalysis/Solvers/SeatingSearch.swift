/// The seatings of one round with the fewest conflicts, by branch and bound.
///
/// People are seated in their order, in a group that has somebody or in the next empty one, so that every division
/// into groups is met once. Whoever is not seated yet will meet at least as many conflicts as in the best group today.
struct SeatingSearch {
  private let problem: SeatingProblem
  private let size: Int
  private let largerCount: Int
  private var group: [Int]
  private var groupSize: [Int]
  private var larger = 0
  private var opened = 0
  private var conflicts = 0
  /// For each person and group: conflicts with those who sit there.
  private var met: [Int32]
  private var work: SearchWork
  private var limit: Int
  private var countsEqual: Bool
  private(set) var plan: [Int]?
  private(set) var count = 0
  /// Conflicts of the best branch that was not looked at; nil where all were.
  private(set) var openBound: Int?

  /// - Parameters:
  ///   - limit: only seatings with at most so many conflicts are of interest.
  ///   - countsEqual: whether all seatings with exactly that many are counted; else only a better one is looked for.
  init(_ problem: SeatingProblem, limit: Int, countsEqual: Bool, work: Int) {
    self.problem = problem
    self.limit = limit
    self.countsEqual = countsEqual
    size = problem.peopleCount / problem.groupCount
    largerCount = problem.peopleCount % problem.groupCount
    group = [Int](repeating: -1, count: problem.peopleCount)
    groupSize = [Int](repeating: 0, count: problem.groupCount)
    met = [Int32](repeating: 0, count: problem.peopleCount * problem.groupCount)
    self.work = SearchWork(work)
  }

  var workLeft: Int { work.left }
  /// The fewest conflicts found, or the limit.
  var best: Int { limit }

  mutating func run() { seat(0) }

  private mutating func seat(_ person: Int) {
    if person == problem.peopleCount {
      if conflicts < limit || plan == nil {
        if conflicts < limit { count = 0 }
        plan = group
        limit = conflicts
      }
      count += 1
      return
    }
    for choice in 0..<min(opened + 1, problem.groupCount) {
      let isLarger = groupSize[choice] == size
      if groupSize[choice] > size || (isLarger && larger == largerCount) { continue }
      let added = Int(met[person * problem.groupCount + choice])
      guard conflicts + added + restBound(after: person) <= (countsEqual ? limit : limit - 1) else { continue }
      guard work.take(1) else {
        openBound = min(openBound ?? .max, conflicts + restBound(after: person - 1))
        return
      }
      take(person, choice, added: added, isLarger: isLarger)
      seat(person + 1)
      giveBack(person, choice, added: added, isLarger: isLarger)
      if work.left == 0 {
        openBound = min(openBound ?? .max, conflicts + restBound(after: person - 1))
        return
      }
    }
  }

  private mutating func take(_ person: Int, _ choice: Int, added: Int, isLarger: Bool) {
    group[person] = choice
    if groupSize[choice] == 0 { opened += 1 }
    groupSize[choice] += 1
    if isLarger { larger += 1 }
    conflicts += added
    for other in (person + 1)..<max(person + 1, problem.peopleCount)
    where problem.isConflict[person * problem.peopleCount + other] {
      met[other * problem.groupCount + choice] += 1
    }
  }

  private mutating func giveBack(_ person: Int, _ choice: Int, added: Int, isLarger: Bool) {
    group[person] = -1
    groupSize[choice] -= 1
    if groupSize[choice] == 0 { opened -= 1 }
    if isLarger { larger -= 1 }
    conflicts -= added
    for other in (person + 1)..<max(person + 1, problem.peopleCount)
    where problem.isConflict[person * problem.peopleCount + other] {
      met[other * problem.groupCount + choice] -= 1
    }
  }

  /// Conflicts of those after a person with those who sit already, at least.
  private func restBound(after person: Int) -> Int {
    var total = 0
    for other in (person + 1)..<max(person + 1, problem.peopleCount) {
      var least = Int32.max
      for choice in 0..<min(opened + 1, problem.groupCount)
      where groupSize[choice] < size || (groupSize[choice] == size && larger < largerCount) {
        least = min(least, met[other * problem.groupCount + choice])
        if least == 0 { break }
      }
      // Somebody who is not seated yet finds room somewhere.
      total += Int(least)
    }
    return total
  }
}
