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
  /// Every cost is a multiple of this, in the scale of the prices.
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
  /// What a search node takes, in nodes of a small problem.
  private let nodeCost: Int
  /// For each demand the candidates that help to meet it, in order, and the cells of it that they bring.
  private let helpers: [[(candidate: Int, cells: [Int])]]
  // Scratch space of the bound.
  private var seen: [Int]
  private var seenMark = 0
  private var rest: [Int]
  private var share: [Int] = []
  /// Prices are counted in parts of a cost, so that they can be shared without loss.
  private static let scale = 2520

  init(_ problem: CoverProblem, worth: [Int], limit: Int, work: Int) {
    self.problem = problem
    self.worth = worth
    step = max(1, problem.costs.reduce(0) { a, b in Self.greatestCommonDivisor(a, b) }) * Self.scale
    coveredTimes = [Int](repeating: 0, count: problem.demandOfCell.count)
    open = problem.demands
    isAvailable = [Bool](repeating: true, count: problem.costs.count)
    found = BestSets(limit: limit)
    self.work = SearchWork(work)
    var helpers = [[(candidate: Int, cells: [Int])]](repeating: [], count: problem.demands.count)
    for (candidate, cells) in problem.cells.enumerated() {
      for (demand, own) in Dictionary(grouping: cells, by: { problem.demandOfCell[$0] }) {
        helpers[demand].append((candidate, own))
      }
    }
    self.helpers = helpers
    nodeCost = 1 + problem.cells.reduce(0) { $0 + $1.count } / 10
    seen = [Int](repeating: 0, count: problem.demandOfCell.count)
    rest = []
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
    let least = bound()
    descend()
    if found.count == 0 { insert(start) }
    return SearchResult(best: best, found: found, openBound: openBound.map { max($0, least) })
  }

  static func sets(of result: SearchResult<Int>) -> [[Int]] { result.sets.map { Array($0.dropFirst()) } }

  private mutating func insert(_ set: [Int]) {
    found.insert([-set.reduce(0) { $0 + worth[$1] }] + set.sorted())
  }

  private mutating func descend() {
    guard work.take(nodeCost) else { return leaveOpen() }
    guard let demand = scarcest() else {
      if cost < best {
        best = cost
        found.removeAll()
      }
      if cost == best { insert(chosen) }
      return
    }
    let candidates = helpers[demand].filter { isAvailable[$0.candidate] && gain($0.cells) > 0 }.map(\.candidate)
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

  /// How many of some cells are not covered yet.
  private func gain(_ cells: [Int]) -> Int {
    var gain = 0
    for cell in cells where coveredTimes[cell] == 0 { gain += 1 }
    return gain
  }

  /// The open demand that the fewest candidates help; nil where all are met.
  private func scarcest() -> Int? {
    var choice: (demand: Int, helpers: Int)?
    for demand in open.indices where open[demand] > 0 {
      var count = 0
      for helper in helpers[demand] where isAvailable[helper.candidate] && gain(helper.cells) > 0 { count += 1 }
      if choice.map({ count < $0.helpers }) ?? true { choice = (demand, count) }
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
  private mutating func bound() -> Int {
    var prices: [(helpers: Int, demand: Int)] = []
    for demand in open.indices where open[demand] > 0 {
      seenMark += 1
      var count = 0
      var attainable = 0
      for helper in helpers[demand] where isAvailable[helper.candidate] {
        var helps = false
        for cell in helper.cells where coveredTimes[cell] == 0 {
          helps = true
          if seen[cell] != seenMark {
            seen[cell] = seenMark
            attainable += 1
          }
        }
        if helps { count += 1 }
      }
      if attainable < open[demand] { return Int.max }
      prices.append((count, demand))
    }
    // Scarce demands first: their price can rise most.
    prices.sort { $0 < $1 }
    // From nothing, and from a fair share of the costs; neither bound is always the better.
    let least = max(raise(prices, startsFair: false), raise(prices, startsFair: true))
    return (cost * Self.scale + least + step - 1) / step * step / Self.scale
  }

  /// Raises the prices of the open demands one after the other, as far as no candidate's cells become worth more than
  /// it costs; returns what all demands are worth then, in the scale of the prices.
  private mutating func raise(_ demands: [(helpers: Int, demand: Int)], startsFair: Bool) -> Int {
    rest = problem.costs
    for candidate in rest.indices { rest[candidate] *= Self.scale }
    var total = 0
    if startsFair {
      share = [Int](repeating: 0, count: rest.count)
      for (_, demand) in demands {
        for helper in helpers[demand] where isAvailable[helper.candidate] {
          share[helper.candidate] += min(gain(helper.cells), open[demand])
        }
      }
      for candidate in share.indices where share[candidate] > 0 {
        share[candidate] = rest[candidate] / share[candidate]
      }
      for (_, demand) in demands {
        var price = Int.max
        for helper in helpers[demand] where isAvailable[helper.candidate] && gain(helper.cells) > 0 {
          price = min(price, share[helper.candidate])
        }
        total += pay(price, for: demand)
      }
    }
    for (_, demand) in demands {
      var price = Int.max
      for helper in helpers[demand] where isAvailable[helper.candidate] {
        let gain = min(gain(helper.cells), open[demand])
        if gain > 0 { price = min(price, rest[helper.candidate] / gain) }
      }
      if price > 0 { total += pay(price, for: demand) }
    }
    return total
  }

  private mutating func pay(_ price: Int, for demand: Int) -> Int {
    for helper in helpers[demand] where isAvailable[helper.candidate] {
      rest[helper.candidate] -= price * min(gain(helper.cells), open[demand])
    }
    return price * open[demand]
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
