import GraphCore
import Testing

@testable import NetworkAnalysis

@Suite struct RemovalSearchTests {
  static func fragmentation(_ graph: Graph, _ result: SearchResult<Int>, _ count: Int) -> Double {
    let n = graph.nodeCount - count
    return 1 - Double(result.best) / Double(n * (n - 1))
  }

  @Test("finds the most damaging sets of the kite and of the Florentine families")
  func knownSets() {
    // Source: brute force with networkx 3.6.1.
    func check(_ graph: Graph, _ count: Int, _ value: Double, _ sets: [[Int]]) {
      let result = FragmentationSearch.search(graph, count: count, work: 1_000_000)
      #expect(isNear(Self.fragmentation(graph, result, count), value, 5e-5))
      #expect(result.sets == sets)
      #expect(result.count == sets.count)
      #expect(result.isOptimal)
    }
    check(Sketch.kite, 1, 0.3889, [[7]])
    check(Sketch.kite, 2, 0.5357, [[5, 6]])
    check(Sketch.kite, 3, 0.5714, [[0, 5, 6], [1, 5, 6], [2, 5, 6], [3, 5, 6], [4, 5, 6]])
    check(Sketch.florentine, 1, 0.3846, [[8]])
    check(Sketch.florentine, 2, 0.7051, [[6, 8]])
    check(Sketch.florentine, 3, 0.8636, [[6, 8, 13]])
  }

  @Test("finds the sets that lengthen distances most")
  func knownDistanceSets() throws {
    func check(_ graph: Graph, _ count: Int, _ value: Double, _ sets: [[Int]]) throws {
      let result = try #require(DistanceLoss.search(graph, count: count, work: 10_000_000))
      let n = graph.nodeCount - count
      #expect(isNear(1 - HarmonicSum.value(result.best) / Double(n * (n - 1)), value, 5e-5))
      #expect(result.sets == sets && result.count == sets.count && result.isOptimal)
    }
    try check(Sketch.kite, 1, 0.4861, [[7]])
    try check(Sketch.kite, 2, 0.6071, [[5, 6]])
    try check(Sketch.kite, 3, 0.6746, [[3, 5, 6]])
    try check(Sketch.florentine, 1, 0.6738, [[8]])
    try check(Sketch.florentine, 2, 0.8024, [[6, 8]])
    try check(Sketch.florentine, 3, 0.8889, [[6, 8, 13]])
  }

  @Test("agrees with trying every set", arguments: 0..<300 as Range<UInt64>)
  func enumeration(seed: UInt64) throws {
    let graph = Sketch.random(seed: seed)
    let slow = SlowGraph(graph)
    for count in 1...4 where count + 2 <= graph.nodeCount {
      let sets = combinations(count, of: graph.nodeCount).sorted { $0.lexicographicallyPrecedes($1) }
      let byParts = sets.map { slow.fragmentation(without: Set($0)) }
      let byDistance = sets.map { slow.distanceFragmentation(without: Set($0)) }
      func best(_ values: [Double]) -> [[Int]] {
        let most = values.max()!
        return zip(sets, values).filter { isNear($1, most) }.map(\.0)
      }
      let fragmentation = FragmentationSearch.search(graph, count: count, limit: 7, work: 1_000_000)
      #expect(isNear(Self.fragmentation(graph, fragmentation, count), byParts.max()!))
      #expect(fragmentation.isOptimal)
      #expect(fragmentation.sets == Array(best(byParts).prefix(7)))
      #expect(fragmentation.count == best(byParts).count)

      let n = graph.nodeCount - count
      let distance = try #require(DistanceLoss.search(graph, count: count, limit: 7, work: 1_000_000))
      #expect(isNear(1 - HarmonicSum.value(distance.best) / Double(n * (n - 1)), byDistance.max()!))
      #expect(distance.isOptimal)
      #expect(distance.sets == Array(best(byDistance).prefix(7)))
      #expect(distance.count == best(byDistance).count)
    }
  }

  @Test("gives the same sums with words of either size and with sparse rows", arguments: 0..<40 as Range<UInt64>)
  func reachSums(seed: UInt64) {
    let graph = Sketch.random(seed: seed, largest: 64)
    let n = graph.nodeCount
    var random = SplitMix64(seed: seed &+ 1000)
    let present = (0..<n).map { _ in random.unit() < 0.8 }
    let passable = present.map { $0 && random.unit() < 0.6 }
    func sums(_ reach: some ReachSums) -> [Int128] {
      var reach = reach
      var sums = [Int128](repeating: -1, count: n)
      let all = [Bool](repeating: true, count: n)
      // What an earlier call looked at must not show in the next.
      reach.sums(present: present, passable: passable, into: &sums)
      reach.sums(present: all, passable: present, into: &sums)
      let whole = sums
      reach.sums(present: present, passable: passable, into: &sums)
      return whole + sums
    }
    let sparse = sums(SparseReachSums(graph))
    #expect(sums(WordReachSums<UInt64>(graph)) == sparse)
    #expect(sums(WordReachSums<UInt128>(graph)) == sparse)
  }

  @Test("a certificate stays joined exactly as the graph does", arguments: 0..<60 as Range<UInt64>)
  func certificates(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let n = 6 + random.below(5)
    var edges: [(Int, Int)] = []
    for v in 0..<n { for w in 0..<v where random.unit() < 0.7 { edges.append((w, v)) } }
    let graph = Graph(nodeCount: n, edges: edges)
    let whole = SlowGraph(graph)
    for removals in 1...2 {
      let certificate = graph.certificate(removals: removals)
      #expect(certificate.edgeCount <= max(graph.edgeCount, 0))
      #expect(certificate.edgeCount <= (removals + 1) * (n - 1) || certificate == graph)
      let part = SlowGraph(certificate)
      for size in 0...removals {
        for set in combinations(size, of: n) {
          let joined = whole.distances(without: Set(set)).map { $0.map { $0 != nil } }
          #expect(part.distances(without: Set(set)).map { $0.map { $0 != nil } } == joined)
        }
      }
    }
  }

  @Test("says what it could not prove, and the bound holds", arguments: 0..<60 as Range<UInt64>)
  func littleWork(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let n = 14 + random.below(8)
    var edges: [(Int, Int)] = []
    for v in 1..<n { for w in 0..<v where random.unit() < 0.18 { edges.append((w, v)) } }
    let graph = Graph(nodeCount: n, edges: edges)
    let proved = FragmentationSearch.search(graph, count: 3, work: 10_000_000)
    #expect(proved.isOptimal)
    let provedDistance = try #require(DistanceLoss.search(graph, count: 3, work: 10_000_000))
    for work in [0, 10, 40, 100, 400] {
      let tried = FragmentationSearch.search(graph, count: 3, work: work)
      #expect(tried.bound <= proved.best && proved.best <= tried.best)
      #expect(!tried.sets.isEmpty)
      if tried.count != nil { #expect(tried.count == proved.count && tried.sets == proved.sets) }
      if let triedDistance = DistanceLoss.search(graph, count: 3, work: work) {
        #expect(triedDistance.bound <= provedDistance.best && provedDistance.best <= triedDistance.best)
        if triedDistance.count != nil { #expect(triedDistance.count == provedDistance.count) }
      }
    }
  }
}
