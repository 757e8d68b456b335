import Foundation
import GraphCore
import Testing

@testable import GraphMeasures

/// What must hold of every measure alike.
@Suite struct EveryMeasureTests {
  @Test("every public measure of a graph is among those tested")
  func complete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/GraphMeasures")
    var found: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "swift" {
      found.formUnion(PublicSymbols.methods(ofGraphIn: try String(contentsOf: file, encoding: .utf8)))
    }
    #expect(found.count > 40)
    #expect(found == Set(EveryMeasure.all.map(\.symbol)))
  }

  @Test("does not depend on how nodes are numbered", arguments: EveryMeasure.all.filter { $0.numberingMatters == nil })
  func renumbering(_ measure: EveryMeasure) throws {
    for sample in Self.samples where sample.nodeCount <= measure.exactLimit {
      let n = sample.nodeCount
      let groups = (0..<n).map { $0 % 7 == 3 ? nil : Optional($0 % 4) }
      let numbers = RandomGraphs.permutation(n, seed: 17)
      var renamed = [Int?](repeating: nil, count: n)
      for v in 0..<n { renamed[numbers[v]] = groups[v] }
      let other = sample.renumbered(numbers)
      let expected = try measure.read(sample, groups, 1).renumbered(numbers, from: sample, to: other)
      let found = try measure.read(other, renamed, 1)
      #expect(found.agrees(with: expected, relative: measure.tolerance), "\(measure): \(found), not \(expected)")
    }
  }

  /// Directed and not, with and without weights, in one part and in several, with isolates.
  private static let samples: [Graph] = [(16, 20), (20, 60), (60, 70), (60, 200)].flatMap { nodes, edges in
    [false, true].flatMap { isDirected in
      [
        RandomGraphs.even(nodeCount: nodes, edgeCount: edges, isDirected: isDirected, seed: 5),
        RandomGraphs.weighted(nodeCount: nodes, edgeCount: edges, isDirected: isDirected, seed: 6),
      ]
    }
  }

  @Test(
    "has the same bits with one, two and three threads", arguments: EveryMeasure.all.filter { $0.threadedWork != nil })
  func threads(_ measure: EveryMeasure) throws {
    for sample in Self.samples(for: measure.threadedWork!) {
      let one = try measure.read(sample, [], 1)
      for threads in 2...3 {
        #expect(try measure.read(sample, [], threads).isIdentical(to: one), "\(measure), \(threads) threads")
      }
    }
  }

  /// Graphs that are taken for more than five milliseconds of work, below which no thread is started.
  private static func samples(for work: EveryMeasure.ThreadedWork) -> [Graph] {
    switch work {
    case .plainSearches:
      let plain = RandomGraphs.even(nodeCount: 1_100, edgeCount: 2_200, seed: 1)
      #expect(Parallel.threads(2, forSteps: 1_000 * Double(1_000 + plain.outgoing.arcCount)) == 2)
      let weighted = RandomGraphs.weighted(nodeCount: 520, edgeCount: 1_100, seed: 2)
      #expect(Parallel.threads(2, forSteps: 4 * 520 * Double(520 + weighted.outgoing.arcCount)) == 2)
      return [plain, weighted]
    case .searchesInLanes:
      // Every part of the graph is a batch of searches.
      let plain = RandomGraphs.even(nodeCount: 4_000, edgeCount: 1_700, seed: 1)
      let batches = Double(plain.components().sizes.count { $0 > 1 })
      #expect(Parallel.threads(2, forSteps: 4 * batches * Double(plain.outgoing.arcCount)) == 2)
      // Lengths that are not whole are searched for one node after the other.
      let edges = RandomGraphs.weighted(nodeCount: 320, edgeCount: 700, seed: 2).edges
      let weighted = Graph(
        nodeCount: 320, weightedEdges: edges.map { ($0.source, $0.target, $0.weight + 1 / Double($0.source + 3)) })
      #expect(Parallel.threads(2, forSteps: 10 * 320 * Double(320 + weighted.outgoing.arcCount)) == 2)
      return [plain, weighted]
    case .farthestNodes:
      // Sixty nodes all joined, each with a hundred leaves: three steps between leaves, two from the middle to nearly all.
      let core = KnownGraphs.complete(60).edges.map { ($0.source, $0.target) }
      let graph = Graph(nodeCount: 6_060, edges: core + (60..<6_060).map { ($0 % 60, $0) })
      #expect(Parallel.threads(2, forSteps: 4 * Double(59 * 100 / 64) * Double(graph.outgoing.arcCount)) == 2)
      return [graph]
    }
  }
}

/// Iterations end with numbers as good as promised, or with an error, and with nothing in between.
@Suite struct ConvergenceTests {
  struct Iteration: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let scores: @Sendable (_ tolerance: Double, _ limit: Int) throws -> NodeScores
  }

  private static let iterations = [
    Iteration(testDescription: "PageRank") { try KnownGraphs.karate.pageRank(tolerance: $0, iterationLimit: $1) },
    Iteration(testDescription: "eigenvector") {
      try KnownGraphs.karate.eigenvectorCentrality(tolerance: $0, iterationLimit: $1)
    },
    Iteration(testDescription: "eigenvector, directed") {
      try KnownGraphs.keyplayer.eigenvectorCentrality(tolerance: $0, iterationLimit: $1)
    },
    Iteration(testDescription: "Katz") { try KnownGraphs.karate.katzCentrality(tolerance: $0, iterationLimit: $1) },
  ]

  @Test("throws what is missing, or returns scores within the tolerance", arguments: iterations)
  func limits(_ iteration: Iteration) throws {
    let best = try iteration.scores(1e-13, 100_000).values
    var thrown = 0
    for limit in stride(from: 1, through: 201, by: 8) {
      do {
        let scores = try iteration.scores(1e-6, limit).values
        #expect(zip(scores, best).allSatisfy { abs($0 - $1) < 1e-5 }, "\(limit) iterations")
      } catch let error as NotConverged {
        thrown += 1
        #expect(error.iterations <= limit && error.tolerance <= 1e-6 && error.residual > error.tolerance)
        #expect(error.description.contains("did not converge"))
      }
    }
    #expect(thrown > 0 && thrown < 26)
  }
}
