import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct CorePeripheryTests {
  @Test("equals values of an exhaustive search")
  func knownValues() throws {
    // All divisions compared by an independent program (numpy.corrcoef over the pairs), Borgatti & Everett 2000.
    let all = try #require(KnownGraphs.florentine.corePeriphery(.coreTiedToAll))
    #expect(agree(all.correlation, 0.3299, relative: 5e-5) && all.cores == [[6, 8, 13]])
    let between = try #require(KnownGraphs.florentine.corePeriphery(.betweenIgnored))
    #expect(agree(between.correlation, 0.4226, relative: 5e-5) && between.cores == [[8, 11, 14]])
    let kite = try #require(KnownGraphs.kite.corePeriphery(.coreTiedToAll))
    #expect(agree(kite.correlation, 0.3273, relative: 1e-4))
    #expect(kite.cores == [[0, 3, 5, 6, 8], [1, 3, 5, 6, 8]] && kite.optimumCount == 2 && kite.isExact)
    let kiteBetween = try #require(KnownGraphs.kite.corePeriphery(.betweenIgnored))
    #expect(agree(kiteBetween.correlation, 0.6) && kiteBetween.cores == [[0, 1, 3, 5, 6]])
    let lead = try #require(KnownGraphs.musterland.corePeriphery(.coreTiedToAll))
    #expect(agree(lead.correlation, 0.4941, relative: 5e-5) && lead.cores == [[0]])
    let leads = try #require(KnownGraphs.musterland.corePeriphery(.betweenIgnored))
    #expect(agree(leads.correlation, 0.6770, relative: 5e-5) && leads.cores == [[0, 1, 2]])
  }

  @Test("agrees with its definition on every undirected graph", arguments: CorePeripheryModel.allCases)
  func definition(model: CorePeripheryModel) {
    for nodeCount in 1...5 {
      for graph in SmallGraphs.undirected(nodes: nodeCount) {
        let dense = DenseGraph(graph)
        let divisions = (0..<(1 << nodeCount)).map { mask in dense.nodes.filter { mask >> $0 & 1 == 1 } }
        let scored = divisions.compactMap { core in slow(dense, core, model).map { (core, $0) } }
        let found = graph.corePeriphery(model)
        guard let best = scored.map(\.1).max() else {
          #expect(found == nil)
          continue
        }
        let optima = scored.filter { $0.1 > best - 1e-9 }.map(\.0).sorted { $0.lexicographicallyPrecedes($1) }
        #expect(found?.cores == optima && agree(found?.correlation ?? .nan, best))
        #expect(found?.optimumCount == optima.count)
      }
    }
  }

  /// Pearson's correlation of the lists of pairs.
  private func slow(_ dense: DenseGraph, _ core: [Int], _ model: CorePeripheryModel) -> Double? {
    var tied: [Double] = []
    var ideal: [Double] = []
    for v in dense.nodes {
      for w in 0..<v {
        let ends = [v, w].count { core.contains($0) }
        if model == .betweenIgnored && ends == 1 { continue }
        tied.append(dense.tied(v, w) ? 1 : 0)
        ideal.append(ends == 0 ? 0 : 1)
      }
    }
    let n = Double(tied.count)
    let meanTied = tied.reduce(0, +) / n
    let meanIdeal = ideal.reduce(0, +) / n
    var both = 0.0
    var varianceTied = 0.0
    var varianceIdeal = 0.0
    for (a, b) in zip(tied, ideal) {
      both += (a - meanTied) * (b - meanIdeal)
      varianceTied += (a - meanTied) * (a - meanTied)
      varianceIdeal += (b - meanIdeal) * (b - meanIdeal)
    }
    guard varianceTied > 1e-12, varianceIdeal > 1e-12 else { return nil }
    return both / (varianceTied * varianceIdeal).squareRoot()
  }

  @Test("the search without proof finds the planted core, and says that it has no proof")
  func heuristic() throws {
    // Ten nodes all tied to one another, each with nine leaves of its own.
    let clique = (0..<10).flatMap { a in (0..<a).map { (a, $0) } }
    let leaves = (10..<100).map { ($0, $0 % 10) }
    let graph = Graph(nodeCount: 100, edges: clique + leaves)
    for model in CorePeripheryModel.allCases {
      let found = try #require(graph.corePeriphery(model))
      #expect(found.cores == [Array(0..<10)] && !found.isExact && found.optimumCount == nil)
    }
    #expect(try #require(graph.corePeriphery(.betweenIgnored)).correlation == 1)
    // Never better than the optimum where that is known.
    let exact = try #require(KnownGraphs.kite.corePeriphery(.coreTiedToAll)).correlation
    #expect(try #require(KnownGraphs.kite.corePeriphery(.coreTiedToAll, exactLimit: 5)).correlation <= exact + 1e-12)
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<10 as Range<UInt64>)
  func relabelling(seed: UInt64) throws {
    let graph = RandomGraphs.even(nodeCount: 10, edgeCount: 20, seed: seed)
    let numbers = RandomGraphs.permutation(10, seed: seed + 1)
    for model in CorePeripheryModel.allCases {
      let one = try #require(graph.corePeriphery(model))
      let two = try #require(graph.renumbered(numbers).corePeriphery(model))
      #expect(agree(one.correlation, two.correlation))
      #expect(Set(one.cores.map { Set($0.map { numbers[$0] }) }) == Set(two.cores.map { Set($0) }))
    }
  }

  @Test("is not defined without edges, with all of them, and for few nodes")
  func edgeCases() {
    for model in CorePeripheryModel.allCases {
      #expect(EdgyGraphs.empty.corePeriphery(model) == nil && EdgyGraphs.pair.corePeriphery(model) == nil)
      #expect(KnownGraphs.isolates(40).corePeriphery(model) == nil)
      #expect(KnownGraphs.complete(5).corePeriphery(model) == nil)
    }
    #expect(KnownGraphs.star(40).corePeriphery(.coreTiedToAll)?.cores == [[0]])
  }
}
