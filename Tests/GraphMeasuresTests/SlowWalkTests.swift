import GraphCore
import Testing

@testable import GraphMeasures

/// A ring of arcs 0 → 1 → … → 0 and a chord 0 → `end`.
private func ring(_ count: Int, chordTo end: Int) -> Graph {
  Graph(nodeCount: count, edges: (0..<count).map { ($0, ($0 + 1) % count) } + [(0, end)], isDirected: true)
}

@Suite struct SlowWalkTests {
  @Test(
    "a ring with a chord scores as by hand",
    arguments: [(50, 2), (50, 25), (50, 49), (150, 2), (200, 77), (300, 2), (300, 150), (300, 299)])
  func ringWithChord(count: Int, end: Int) throws {
    // By hand: walks return to node 0 after `count` steps or, over the chord, after `count` − `end` + 1, so that
    // λ⁻ᶜᵒᵘⁿᵗ + λ⁻⁽ᶜᵒᵘⁿᵗ⁻ᵉⁿᵈ⁺¹⁾ = 1. Each node scores 1/λ of the one before it, the chord's end of node 0 as well.
    var low = 1.0
    var high = 2.0
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let sum = power(middle, -count) + power(middle, end - count - 1)
      if sum > 1 { low = middle } else { high = middle }
    }
    let lambda = high
    var expected = [Double](repeating: 1, count: count)
    for v in 1..<count { expected[v] = (expected[v - 1] + (v == end ? 1 : 0)) / lambda }
    normalize(&expected)

    let graph = ring(count, chordTo: end)
    let scores = try graph.eigenvectorCentrality().values
    #expect(agree(scores, expected, relative: 1e-11))
    let numbers = RandomGraphs.permutation(count, seed: UInt64(end))
    let renumbered = try graph.renumbered(numbers).eigenvectorCentrality().values
    #expect(agree(expected, numbers.map { renumbered[$0] }, relative: 1e-11))
    // x(v) = 1 + α x(v − 1), and α x(0) more at the chord's end; what x(0) is follows from going round once.
    let alpha = 0.85 / lambda
    func round(from first: Double) -> [Double] {
      var x = [first]
      for v in 1..<count { x.append(1 + alpha * (x[v - 1] + (v == end ? first : 0))) }
      return x + [1 + alpha * x[count - 1]]
    }
    let (without, slope) = (round(from: 0)[count], round(from: 1)[count] - round(from: 0)[count])
    var katz = Array(round(from: without / (1 - slope)).dropLast())
    normalize(&katz)
    #expect(agree(try graph.katzCentrality().values, katz, relative: 1e-10))
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= base }
    return exponent < 0 ? 1 / result : result
  }

  @Test("equals what numpy finds on dense matrices", arguments: try WalkReference().graphs)
  func reference(_ known: WalkReference.Known) throws {
    let graph = known.graph
    let radius = try graph.spectrum(tolerance: 1e-10, iterationLimit: 100_000).radius
    #expect(agree(radius / known.radius, 1, relative: 1e-11))
    // numpy's small numbers are as exact as its large ones, not as their own size.
    for (score, exact) in zip(try graph.eigenvectorCentrality().values, known.eigenvector) {
      #expect(abs(score - exact) <= 1e-9 * exact + 1e-11, "\(score) \(exact)")
    }
    // Each score is as good as the others, however small it is beside them.
    for (score, exact) in zip(try graph.katzCentrality().values, known.katz) {
      #expect(abs(score - exact) <= 1e-9 * exact, "\(score) \(exact)")
    }
  }

  @Test("equals its definition on rings with some chords", arguments: 0..<4 as Range<UInt64>)
  func definition(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let chords = (0..<4).map { _ in (random.below(40), random.below(40)) }
    let graph = Graph(
      nodeCount: 40, edges: (0..<40).map { ($0, ($0 + 1) % 40) } + chords, isDirected: true)
    #expect(agree(try graph.eigenvectorCentrality().values, patientLimit(DenseGraph(graph)), relative: 1e-9))
  }

  @Test(
    "weights at the ends of the range of numbers give the scores of even ones, or none", arguments: [1e-200, 1e200])
  func endsOfRange(weight: Double) throws {
    let edges = [(0, 1), (1, 0), (1, 2), (2, 0)]
    let even = Graph(nodeCount: 3, edges: edges, isDirected: true)
    let steep = Graph(nodeCount: 3, weightedEdges: edges.map { ($0.0, $0.1, weight) }, isDirected: true)
    do {
      #expect(agree(try steep.eigenvectorCentrality().values, try even.eigenvectorCentrality().values, relative: 1e-9))
    } catch {
      #expect(error.residual == .infinity)
    }
  }

  @Test("a score below the range of numbers is none, and neither are the others")
  func belowRange() throws {
    // From the pair of ones leads a way through 10⁻¹² thirty-five times and 10¹² as often: no Double holds what comes
    // between. λ⁻² + λ⁻⁷¹ = 1 has the solution 1.0378; without the numbers between it would be 1.
    let weights = [Double](repeating: 1e-12, count: 35) + [Double](repeating: 1e12, count: 34) + [1e12]
    let way = [0] + Array(2...70) + [1]
    let arcs = (0..<70).map { (way[$0], way[$0 + 1], weights[$0]) }
    let graph = Graph(nodeCount: 71, weightedEdges: [(0, 1, 1), (1, 0, 1)] + arcs, isDirected: true)
    do {
      let scores = try graph.eigenvectorCentrality(iterationLimit: 5000).values
      #expect(agree(scores[1] / scores[0], 1.0378, relative: 1e-4))
    } catch {
      #expect(error.residual == .infinity)
    }
  }

  @Test("throws where its steps are too few, and returns nothing unfinished")
  func limit() {
    #expect(throws: NotConverged.self) {
      try ring(50, chordTo: 20).eigenvectorCentrality(iterationLimit: PerronIteration.patience - 1)
    }
    #expect(throws: NotConverged.self) { try ring(50, chordTo: 20).eigenvectorCentrality(tolerance: 1e-300) }
  }
}

@Suite struct ResolventTests {
  @Test("near the eigenvalue it is as by hand, and beyond the range of numbers there is none")
  func nearAndBeyond() throws {
    // By hand: on a ring all numbers are alike, x = 1/(λ − 1); the series would gain a millionth a step.
    let matrix = ArcMatrix(ring(5, chordTo: 1).incoming)
    let lambda = 1 + 0x1p-20
    let one = [Double](repeating: 1, count: 5)
    let solution = try matrix.resolvent(of: one, at: lambda, tolerance: 1e-12, iterationLimit: 1000)
    #expect(solution.allSatisfy { agree($0, 0x1p20, relative: 1e-9) })
    // Two arcs of 10²⁰⁰, one after the other.
    let steep = Graph(nodeCount: 3, weightedEdges: [(0, 1, 1e200), (1, 2, 1e200)], isDirected: true)
    do throws(NotConverged) {
      _ = try ArcMatrix(steep.incoming).resolvent(
        of: [1, 1, 1], at: 1, tolerance: 1e-12, iterationLimit: 1000)
      Issue.record("10⁴⁰⁰ is no number")
    } catch {
      #expect(error.residual == .infinity && error.iterations < 5)
    }
  }
}

@Suite struct EliminationTests {
  @Test("solves the system, each number as exact as the others", arguments: 0..<20 as Range<UInt64>)
  func solution(seed: UInt64) throws {
    let graph = RandomGraphs.weighted(nodeCount: 40, edgeCount: 40 + 10 * Int(seed), isDirected: true, seed: seed)
    let dense = DenseGraph(graph)
    // Above every sum of weights that enter a node, and so above the largest eigenvalue.
    let shift = 1 + (graph.inStrengths().max() ?? 0)
    var random = SplitMix64(seed: seed + 100)
    let right = dense.nodes.map { _ in random.unit() }
    let expected = solve(
      dense.nodes.map { v in dense.nodes.map { (v == $0 ? shift : 0) - dense.weights[$0][v] } }, right)
    let factors = try #require(Elimination(ArcMatrix(graph.incoming), shift: shift, workLimit: .max))
    for (value, exact) in zip(factors.solution(of: right), expected) {
      #expect(abs(value - exact) <= 1e-13 * exact)
    }
  }

  @Test("leaves off where it takes too long")
  func workLimit() {
    let graph = RandomGraphs.even(nodeCount: 100, edgeCount: 2000, isDirected: true, seed: 1)
    #expect(Elimination(ArcMatrix(graph.incoming), shift: 100, workLimit: 10_000) == nil)
    // Of a long ring nearly nothing is left at once.
    #expect(Elimination(ArcMatrix(ring(10_000, chordTo: 5000).incoming), shift: 2, workLimit: 1_000_000) != nil)
  }
}
