import GraphCore
import NetworkModel
import Testing

@testable import NetworkAnalysis

/// Networks in which bounds cut off most of the search, against plain loops over all sets.
@Suite struct LargerSearchTests {
  static func random(seed: UInt64, nodeCount n: Int, degree: Double) -> Graph {
    var random = SplitMix64(seed: seed)
    var edges: [(Int, Int)] = []
    for v in 1..<n { for w in 0..<v where random.unit() < degree / Double(n - 1) { edges.append((w, v)) } }
    return Graph(nodeCount: n, edges: edges)
  }

  static func sum(_ graph: Graph, without removed: [Int]) -> Int128 {
    var present = [Bool](repeating: true, count: graph.nodeCount)
    for v in removed { present[v] = false }
    var reach = WordReachSums<UInt64>(graph)
    var sums = [Int128](repeating: 0, count: graph.nodeCount)
    reach.sums(present: present, passable: present, into: &sums)
    return sums.reduce(0, +)
  }

  @Test("worst pairs of up to 45 nodes", arguments: 0..<40 as Range<UInt64>)
  func pairs(seed: UInt64) throws {
    let n = 25 + Int(seed) % 21
    let graph = Self.random(seed: seed, nodeCount: n, degree: [1.5, 2.5, 4, 9][Int(seed) % 4])
    var byParts: (best: Int, sets: [[Int]]) = (.max, [])
    var byDistance: (best: Int128, sets: [[Int]]) = (.max, [])
    for v in 0..<n {
      for w in (v + 1)..<n {
        var removed = [Bool](repeating: false, count: n)
        removed[v] = true
        removed[w] = true
        let joined = graph.componentNumbers(without: removed).sizes.reduce(0) { $0 + $1 * ($1 - 1) }
        if joined < byParts.best { byParts = (joined, []) }
        if joined == byParts.best { byParts.sets.append([v, w]) }
        if seed % 4 == 1 {
          let sum = Self.sum(graph, without: [v, w])
          if sum < byDistance.best { byDistance = (sum, []) }
          if sum == byDistance.best { byDistance.sets.append([v, w]) }
        }
      }
    }
    func first(_ sets: [[Int]]) -> [[Int]] {
      Array(sets.sorted { $0.lexicographicallyPrecedes($1) }.prefix(20))
    }
    let fragmentation = FragmentationSearch.search(graph, count: 2, work: 10_000_000)
    #expect(fragmentation.best == byParts.best && fragmentation.isOptimal)
    #expect(fragmentation.count == byParts.sets.count && fragmentation.sets == first(byParts.sets))
    if seed % 4 == 1 {
      let distance = try #require(DistanceLoss.search(graph, count: 2, work: 10_000_000))
      #expect(distance.best == byDistance.best && distance.isOptimal)
      #expect(distance.count == byDistance.sets.count && distance.sets == first(byDistance.sets))
    }
  }

  @Test("worst trios of 18 nodes", arguments: 0..<20 as Range<UInt64>)
  func trios(seed: UInt64) throws {
    let graph = Self.random(seed: seed &+ 50, nodeCount: 18, degree: [2, 3, 6][Int(seed) % 3])
    var best: (joined: Int, count: Int) = (.max, 0)
    var nearest: (sum: Int128, count: Int) = (.max, 0)
    for set in combinations(3, of: 18) {
      var removed = [Bool](repeating: false, count: 18)
      for v in set { removed[v] = true }
      let joined = graph.componentNumbers(without: removed).sizes.reduce(0) { $0 + $1 * ($1 - 1) }
      if joined < best.joined { best = (joined, 0) }
      if joined == best.joined { best.count += 1 }
      let sum = Self.sum(graph, without: set)
      if sum < nearest.sum { nearest = (sum, 0) }
      if sum == nearest.sum { nearest.count += 1 }
    }
    let fragmentation = FragmentationSearch.search(graph, count: 3, work: 10_000_000)
    #expect(fragmentation.best == best.joined && fragmentation.count == best.count)
    let distance = try #require(DistanceLoss.search(graph, count: 3, work: 10_000_000))
    #expect(distance.best == nearest.sum && distance.count == nearest.count)
  }

  @Test("nearest new ties of eleven nodes", arguments: 0..<12 as Range<UInt64>)
  func newTies(seed: UInt64) throws {
    let n = 11
    let graph = Self.random(seed: seed &+ 90, nodeCount: n, degree: [2, 3, 5][Int(seed) % 3])
    var options: [TieOption] = []
    for a in 0..<n {
      for b in (a + 1)..<n where !graph.hasEdge(from: a, to: b) {
        options.append(TieOption(a: a, b: b, worth: TieWorth()))
      }
    }
    let old = graph.edges.map { ($0.source, $0.target) }
    for count in 2...3 {
      var best: (sum: Int128, sets: [[Int]]) = (-1, [])
      for set in combinations(count, of: options.count) {
        let sum = Self.sum(Graph(nodeCount: n, edges: old + set.map { (options[$0].a, options[$0].b) }), without: [])
        if sum > best.sum { best = (sum, []) }
        if sum == best.sum { best.sets.append(set) }
      }
      var search = ClosingTies(graph, options: options, count: count, limit: 20, work: 10_000_000)
      let found = search.run()
      let result = try #require(found)
      #expect(-result.best == best.sum && result.isOptimal && result.count == best.sets.count)
      let first = best.sets.sorted { $0.lexicographicallyPrecedes($1) }.prefix(20)
      #expect(result.sets.map { Array(ClosingTies.ties(of: $0)) } == Array(first))
    }
  }

  @Test("a path of 20 000 partners does not exhaust the stack")
  func longPath() {
    let n = 20_000
    let graph = Graph(nodeCount: n, edges: (1..<n).map { ($0 - 1, $0) })
    let cuts = CutPoints(graph)
    #expect(cuts.partners.count == n - 2 && cuts.bridges.count == n - 1)
    let worst = FragmentationSearch.search(graph, count: 1, work: 1_000_000)
    // Either of the two middle partners leaves 9999 and 10 000.
    #expect(worst.sets == [[9999], [10_000]] && worst.best == 9999 * 9998 + 10_000 * 9999)
  }

  @Test("more than 128 nodes are searched in batches")
  func batches() throws {
    // A star of 150 whose centre must be found, and a second centre for the next two.
    let n = 152
    let graph = Graph(nodeCount: n, edges: (1...150).map { (0, $0) } + [(0, 151), (151, 1), (151, 2)])
    let one = try #require(DistanceLoss.search(graph, count: 1, work: 10_000_000))
    #expect(one.sets == [[0]] && one.isOptimal)
    // Without the centre 151–1 and 151–2 are left: four arcs, and 1–2 two steps apart.
    #expect(HarmonicSum.value(one.best) == 5)
    let two = try #require(DistanceLoss.search(graph, count: 2, work: 10_000_000))
    #expect(two.sets == [[0, 151]] && two.best == 0 && two.isOptimal)
    let little = try #require(DistanceLoss.search(graph, count: 1, work: 200))
    #expect(little.bound <= one.best && one.best <= little.best && little.sets == [[0]] && !little.isOptimal)
    #expect(DistanceLoss.search(graph, count: 1, work: 100).map(\.best) == nil)
  }

  @Test("distances beyond 60 steps are summed as well")
  func longDistances() throws {
    let n = 100
    let graph = Graph(nodeCount: n, edges: (1..<n).map { ($0 - 1, $0) })
    // Source: the definition; 100 − d ordered pairs twice at each distance d.
    let expected = 1 - (1..<n).reduce(0.0) { $0 + 2 * Double(n - $1) / Double($1) } / Double(n * (n - 1))
    #expect(isNear(try #require(Cohesion.distanceFragmentation(graph)), expected, 1e-12))
  }
}
