import GraphCore
import NetworkModel

/// One search for new ties among the partners that take part, numbered by id.
struct NewTieSearch {
  let network: Network
  let acquaintance: Acquaintance
  let order: PartnerOrder
  let graph: Graph
  let count: Int
  let limit: Int
  let work: Int

  /// With more pairs than this only the first partners of each part are offered new ties.
  static let mostPairs = 500_000

  private var pairs: Double { Double(graph.nodeCount) * Double(max(0, graph.nodeCount - 1)) }
  private var possible: Int { graph.nodeCount * max(0, graph.nodeCount - 1) / 2 - graph.edgeCount }

  private func nothingToDo() -> OptimalSets<NewTie> {
    OptimalSets(value: 0, isOptimal: true, bound: 0, sets: [], equalSets: 0, areFirst: true)
  }

  private func checkCount() throws(DecisionError) {
    guard count <= possible else { throw .tooMany(.newTies, asked: count, possible: possible) }
  }

  private func option(_ a: Int, _ b: Int) -> TieOption {
    TieOption(a: a, b: b, worth: acquaintance.worth(order.partners[a], order.partners[b]))
  }

  /// All pairs of some nodes that have no tie, in order.
  private func options(among nodes: [Int], where isWanted: (Int, Int) -> Bool = { _, _ in true }) -> [TieOption] {
    var list: [TieOption] = []
    for (position, a) in nodes.enumerated() {
      for b in nodes[(position + 1)...] where isWanted(a, b) && !graph.hasEdge(from: a, to: b) {
        list.append(option(a, b))
      }
    }
    return list
  }

  private func ties(_ options: [TieOption], _ sets: [[Int]]) -> [[NewTie]] {
    sets.map { $0.map { NewTie(a: order.partners[options[$0].a], b: order.partners[options[$0].b]) } }
  }

  // MARK: F

  /// New ties that join parts.
  func joining() throws(DecisionError) -> (before: Double, found: OptimalSets<NewTie>) {
    let (number, sizes) = graph.componentNumbers()
    guard let before = Cohesion.fragmentation(graph) else {
      throw .tooMany(.newTies, asked: count, possible: possible)
    }
    if sizes.count <= 1 { return (before, nothingToDo()) }
    try checkCount()
    let between = (graph.nodeCount * graph.nodeCount - sizes.reduce(0) { $0 + $1 * $1 }) / 2
    let joining = JoiningTies(sizes: sizes, untiedPairs: possible - between)
    let value = 1 - Double(joining.mostJoinedPairs(ties: count)) / pairs
    let parts = JoinedParts(sizes: sizes, ties: count)

    var nodes = Array(0..<graph.nodeCount)
    var areFirst = true
    if nodes.count * (nodes.count - 1) / 2 > Self.mostPairs {
      areFirst = false
      var offered = [Int](repeating: 0, count: sizes.count)
      let open = Set(parts.all.prefix(count + 1 + limit))
      nodes = nodes.filter { v in
        offered[number[v]] += 1
        return offered[number[v]] <= limit && open.contains(number[v])
      }
    }
    let isOpen = parts.isOpen(count: sizes.count)
    let options = options(among: nodes) { a, b in
      isOpen[number[a]] && isOpen[number[b]] && (number[a] != number[b] || parts.spareTies > 0)
    }
    let bases = RankedBases(
      options: options, ends: options.map { (number[$0.a], number[$0.b]) }, partCount: sizes.count, count: count,
      spare: parts.spareTies)
    var sets: [RankedBases.Base] = []
    var selections = max(1, work / max(1, options.count))
    parts.forEachSelection { isAllowed in
      guard selections > 0 else {
        areFirst = false
        return false
      }
      selections -= 1
      sets += bases.first(limit, isAllowed: isAllowed, before: sets.count == limit ? sets.last : nil)
      sets.sort { $0.precedes($1) }
      sets.removeLast(max(0, sets.count - limit))
      return true
    }
    return (
      before,
      OptimalSets(
        value: value, isOptimal: true, bound: value, sets: ties(options, sets.map(\.ties)),
        equalSets: joining.countOfBest(ties: count, work: work), areFirst: areFirst)
    )
  }

  // MARK: DF

  /// New ties that shorten distances.
  func closing() throws(DecisionError) -> (before: Double, found: OptimalSets<NewTie>) {
    guard graph.nodeCount >= 2 else { throw .tooMany(.newTies, asked: count, possible: possible) }
    if possible == 0 { return (0, nothingToDo()) }
    try checkCount()
    let tooLarge = DecisionError.tooLarge(partners: graph.nodeCount, ties: graph.edgeCount, work: work)
    guard graph.nodeCount <= ClosingTies.largestNodeCount, let before = Cohesion.distanceFragmentation(graph) else {
      throw tooLarge
    }
    let options = options(among: Array(0..<graph.nodeCount))
    var search = ClosingTies(graph, options: options, count: count, limit: limit, work: work)
    guard let result = search.run() else { throw tooLarge }
    func value(_ sum: Int128) -> Double { 1 + HarmonicSum.value(sum) / pairs }
    return (
      before,
      OptimalSets(
        value: value(result.best), isOptimal: result.isOptimal, bound: value(result.bound),
        sets: ties(options, result.sets.map { Array(ClosingTies.ties(of: $0)) }),
        equalSets: result.count.map { WholeNumber($0) }, areFirst: result.count != nil)
    )
  }

  // MARK: Sectors

  /// New ties between sectors that have none.
  func mixing() throws(DecisionError) -> (before: Double, found: OptimalSets<NewTie>) {
    let mixing = SectorMixing(network, ties: acquaintance.graph)
    let untied = mixing.untiedPairs
    if untied.isEmpty { return (0, nothingToDo()) }
    try checkCount()
    let before = Double(untied.count)
    let value = Double(max(0, untied.count - count))
    let spare = max(0, count - untied.count)
    let ways = untied.map { mixing.partners[$0.a] * mixing.partners[$0.b] }
    let position = Dictionary(uniqueKeysWithValues: untied.enumerated().map { ($1, $0) })
    func part(_ a: Int, _ b: Int) -> Int? {
      guard let first = mixing.sector[order.partners[a]], let second = mixing.sector[order.partners[b]] else {
        return nil
      }
      return position[PartnerPair(first, second)]
    }
    var nodes = Array(0..<graph.nodeCount)
    let isCut = nodes.count * max(0, nodes.count - 1) / 2 > Self.mostPairs
    if isCut {
      var offered = [Int](repeating: 0, count: mixing.partners.count)
      nodes = nodes.filter { v in
        guard let sector = mixing.sector[order.partners[v]] else { return false }
        offered[sector] += 1
        return offered[sector] <= max(1, 1000 / offered.count)
      }
    }
    let options = options(among: nodes) { spare > 0 || part($0, $1) != nil }
    let bases = RankedBases(
      options: options,
      ends: options.map { option in
        part(option.a, option.b).map { (2 * $0, 2 * $0 + 1) } ?? (2 * untied.count, 2 * untied.count)
      }, partCount: 2 * untied.count + 1, count: count, spare: spare)
    return (
      before,
      OptimalSets(
        value: value, isOptimal: true, bound: value, sets: ties(options, bases.first(limit).map(\.ties)),
        equalSets: Self.countOfMixing(
          ways: ways, others: possible - ways.reduce(0, +), ties: count, work: work), areFirst: !isCut)
    )
  }

  /// How many sets of ties reach the most classes, of which each has some ties.
  ///
  /// With at least as many classes as ties the elementary symmetric polynomial; else the coefficient of x^ties in
  /// Π((1 + x)^ways − 1) · (1 + x)^others.
  static func countOfMixing(ways: [Int], others: Int, ties: Int, work: Int) -> WholeNumber? {
    guard ways.count * ties * ties <= work else { return nil }
    var sets = [WholeNumber](repeating: .zero, count: ties + 1)
    sets[0] = .one
    if ties <= ways.count {
      for way in ways {
        for size in stride(from: ties, through: 1, by: -1) { sets[size] += sets[size - 1] * WholeNumber(way) }
      }
      return sets[ties]
    }
    func multiply(_ factor: [WholeNumber]) {
      sets = (0...ties).map { size in
        (0...size).reduce(.zero) { $0 + sets[$1] * factor[size - $1] }
      }
    }
    for way in ways { multiply((0...ties).map { $0 == 0 ? .zero : WholeNumber.choices(of: $0, from: way) }) }
    multiply((0...ties).map { WholeNumber.choices(of: $0, from: others) })
    return sets[ties]
  }
}
