/// What is to be covered, and what each candidate covers.
///
/// A demand is met when enough of its cells are covered. To need two partners of a sector, each candidate brings a cell
/// of its own; to need two sectors of a group, each sector is a cell that several candidates may bring.
struct CoverProblem {
  /// What each candidate costs, 1 or more.
  var costs: [Int]
  /// How many cells of each demand must be covered.
  private(set) var demands: [Int]
  /// The demand that each cell belongs to.
  private(set) var demandOfCell: [Int] = []
  /// The cells that each candidate brings.
  private(set) var cells: [[Int]]

  init(candidateCount: Int) {
    costs = [Int](repeating: 1, count: candidateCount)
    demands = []
    cells = [[Int]](repeating: [], count: candidateCount)
  }

  /// Adds a demand; what even all candidates together do not cover is left aside.
  ///
  /// - Parameter brings: for each cell the candidates that bring it.
  /// - Returns: how much of the demand is left aside.
  mutating func add(demand: Int, brings: [[Int]]) -> Int {
    let attainable = brings.count { !$0.isEmpty }
    for candidates in brings where !candidates.isEmpty {
      for candidate in candidates { cells[candidate].append(demandOfCell.count) }
      demandOfCell.append(demands.count)
    }
    demands.append(min(demand, attainable))
    return max(0, demand - attainable)
  }
}

/// The cheapest sets of candidates that cover everything, by branch and bound.
///
/// Branches on the demand that the fewest candidates can still meet; each candidate is tried without those tried before
/// it, so that every set is met once. The bound is a solution of the dual of the linear relaxation, found by raising
/// one demand's price after the other.
///
/// - Complexity: exponential at worst; O(demands · candidates) for each search node.
struct CoverSearch {
  private let problem: CoverProblem
  /// What speaks for each candidate among equally good sets.
  private let worth: [Int]
  /// Every cost is a multiple of this.
  private let step: Int
  private var coveredTimes: [Int]
  private var open: [Int]
  private var isAvailable: [Bool]
  private var chosen: [Int] = []
  private var cost = 0
  private var best: Int
  private var found: BestSets
  private var openBound: Int?
  private var work: SearchWork
  private let bringers: [[Int]]

  init(_ problem: CoverProblem, worth: [Int], limit: Int, work: Int) {
    self.problem = problem
    self.worth = worth
    step = max(1, problem.costs.reduce(0) { a, b in Self.greatestCommonDivisor(a, b) })
    coveredTimes = [Int](repeating: 0, count: problem.demandOfCell.count)
    open = problem.demands
    isAvailable = [Bool](repeating: true, count: problem.costs.count)
    found = BestSets(limit: limit)
    self.work = SearchWork(work)
    var bringers = [Set<Int>](repeating: [], count: problem.demands.count)
    for (candidate, cells) in problem.cells.enumerated() {
      for cell in cells { bringers[problem.demandOfCell[cell]].insert(candidate) }
    }
    self.bringers = bringers.map { $0.sorted() }
    best = Int.max
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The best sets, each after a number that it was ordered by; `sets(of:)` takes it away.
  mutating func run() -> SearchResult<Int> {
    let start = greedy()
    best = start.reduce(0) { $0 + problem.costs[$1] }
    descend()
    if found.count == 0 { insert(start) }
    return SearchResult(best: best, found: found, openBound: openBound)
  }

  static func sets(of result: SearchResult<Int>) -> [[Int]] { result.sets.map { Array($0.dropFirst()) } }

  private mutating func insert(_ set: [Int]) {
    found.insert([-set.reduce(0) { $0 + worth[$1] }] + set.sorted())
  }

  private mutating func descend() {
    guard work.take(1) else { return leaveOpen() }
    guard let demand = scarcest() else {
      if cost < best {
        best = cost
        found.removeAll()
      }
      if cost == best { insert(chosen) }
      return
    }
    let candidates = bringers[demand].filter { isAvailable[$0] && gain($0, demand) > 0 }
    for (position, candidate) in candidates.enumerated() {
      if bound() > best { break }
      take(candidate)
      if bound() <= best { descend() }
      giveBack(candidate)
      isAvailable[candidate] = false
      if work.left == 0 {
        if position + 1 < candidates.count { leaveOpen() }
        break
      }
    }
    for candidate in candidates { isAvailable[candidate] = true }
  }

  private mutating func leaveOpen() {
    let bound = bound()
    if bound < Int.max { openBound = min(openBound ?? .max, bound) }
  }

  /// How many uncovered cells of a demand a candidate brings.
  private func gain(_ candidate: Int, _ demand: Int) -> Int {
    problem.cells[candidate].count { problem.demandOfCell[$0] == demand && coveredTimes[$0] == 0 }
  }

  /// The open demand that the fewest candidates help; nil where all are met.
  private func scarcest() -> Int? {
    var choice: (demand: Int, helpers: Int)?
    for demand in open.indices where open[demand] > 0 {
      let helpers = bringers[demand].count { isAvailable[$0] && gain($0, demand) > 0 }
      if choice.map({ helpers < $0.helpers }) ?? true { choice = (demand, helpers) }
    }
    return choice?.demand
  }

  private mutating func take(_ candidate: Int) {
    isAvailable[candidate] = false
    chosen.append(candidate)
    cost += problem.costs[candidate]
    for cell in problem.cells[candidate] {
      if coveredTimes[cell] == 0 { open[problem.demandOfCell[cell]] -= 1 }
      coveredTimes[cell] += 1
    }
  }

  private mutating func giveBack(_ candidate: Int) {
    isAvailable[candidate] = true
    chosen.removeLast()
    cost -= problem.costs[candidate]
    for cell in problem.cells[candidate] {
      coveredTimes[cell] -= 1
      if coveredTimes[cell] == 0 { open[problem.demandOfCell[cell]] += 1 }
    }
  }

  /// No set that holds the chosen and otherwise available candidates costs less; `Int.max` where none covers all.
  private func bound() -> Int {
    var gains: [(demand: Int, helpers: [(candidate: Int, gain: Int)])] = []
    for demand in open.indices where open[demand] > 0 {
      var helpers: [(candidate: Int, gain: Int)] = []
      var cells: Set<Int> = []
      for candidate in bringers[demand] where isAvailable[candidate] {
        var gain = 0
        for cell in problem.cells[candidate] where problem.demandOfCell[cell] == demand && coveredTimes[cell] == 0 {
          gain += 1
          cells.insert(cell)
        }
        if gain > 0 { helpers.append((candidate, min(gain, open[demand]))) }
      }
      if cells.count < open[demand] { return Int.max }
      gains.append((demand, helpers))
    }
    // Scarce demands first: their price can rise most.
    gains.sort { ($0.helpers.count, $0.demand) < ($1.helpers.count, $1.demand) }
    var left = problem.costs
    var total = cost
    for (demand, helpers) in gains {
      let price = helpers.reduce(Int.max) { min($0, left[$1.candidate] / $1.gain) }
      guard price > 0 else { continue }
      for helper in helpers { left[helper.candidate] -= price * helper.gain }
      total += price * open[demand]
    }
    return (total + step - 1) / step * step
  }

  /// A covering set, found quickly: most cells for the cost, then without those that turn out superfluous.
  private func greedy() -> [Int] {
    var search = self
    while search.open.contains(where: { $0 > 0 }) {
      var choice: (candidate: Int, gain: Int)?
      for candidate in search.problem.costs.indices where search.isAvailable[candidate] {
        var gain = 0
        var counted: [Int: Int] = [:]
        for cell in search.problem.cells[candidate] where search.coveredTimes[cell] == 0 {
          let demand = search.problem.demandOfCell[cell]
          if counted[demand, default: 0] < search.open[demand] {
            counted[demand, default: 0] += 1
            gain += 1
          }
        }
        guard gain > 0 else { continue }
        if let choice,
          gain.multipliedFullWidth(by: problem.costs[choice.candidate])
            <= choice.gain.multipliedFullWidth(by: problem.costs[candidate])
        {
          continue
        }
        choice = (candidate, gain)
      }
      search.take(choice!.candidate)
    }
    var set = search.chosen
    for candidate in set.reversed() {
      let position = set.firstIndex(of: candidate)!
      set.remove(at: position)
      if !covers(set) { set.insert(candidate, at: position) }
    }
    return set
  }

  private func covers(_ set: [Int]) -> Bool {
    var cells: Set<Int> = []
    for candidate in set { cells.formUnion(problem.cells[candidate]) }
    var open = problem.demands
    for cell in cells { open[problem.demandOfCell[cell]] -= 1 }
    return open.allSatisfy { $0 <= 0 }
  }
}
