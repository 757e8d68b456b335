import GraphCore
import Testing

@testable import GraphMeasures

private func root(_ x: Double) -> Double { x.squareRoot() }

/// (I + Aᵀ)ᵗ·1 for t = 2⁵⁰ by squaring, divided by its length: the definition with all patience.
func patientLimit(_ dense: DenseGraph) -> [Double] {
  let n = dense.count
  var power = dense.nodes.flatMap { v in dense.nodes.map { dense.weights[$0][v] + (v == $0 ? 1 : 0) } }
  for _ in 0..<50 {
    var square = [Double](repeating: 0, count: n * n)
    var largest = 0.0
    for i in 0..<n {
      for j in 0..<n {
        var sum = 0.0
        for k in 0..<n { sum += power[i * n + k] * power[k * n + j] }
        square[i * n + j] = sum
        largest = max(largest, sum)
      }
    }
    for i in square.indices { square[i] /= largest }
    power = square
  }
  let sums = dense.nodes.map { v in power[(v * n)..<(v * n + n)].reduce(0, +) }
  let length = sums.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return sums.map { $0 / length }
}

/// The largest eigenvalue of the transpose: the least x for which xI − A has positive pivots.
private func patientRadius(_ dense: DenseGraph) -> Double {
  func isAbove(_ x: Double) -> Bool {
    var rows = dense.nodes.map { v in dense.nodes.map { (v == $0 ? x : 0) - dense.weights[$0][v] } }
    for column in dense.nodes {
      guard rows[column][column] > 0 else { return false }
      for row in dense.nodes.dropFirst(column + 1) {
        let factor = rows[row][column] / rows[column][column]
        for i in dense.nodes { rows[row][i] -= factor * rows[column][i] }
      }
    }
    return true
  }
  var low = 0.0
  var high = 100.0
  for _ in 0..<100 {
    let middle = (low + high) / 2
    if isAbove(middle) { high = middle } else { low = middle }
  }
  return high
}

@Suite struct EigenvectorTests {
  @Test("equals published values")
  func knownValues() throws {
    // networkx 3.6.1 eigenvector_centrality_numpy and igraph 1.0.0 on Krackhardt's kite, length 1.
    let kite = try KnownGraphs.kite.eigenvectorCentrality().values
    let known = [0.3522, 0.3522, 0.2858, 0.4810, 0.2858, 0.3977, 0.3977, 0.1959, 0.0481, 0.0112]
    for (value, expected) in zip(kite, known) { #expect(abs(value - expected) < 5e-5) }
    // By hand: the centre of a star weighs as much as its k leaves together, 1/√2 and 1/√(2k).
    let star = try KnownGraphs.star(5).eigenvectorCentrality().values
    #expect(agree(star, [root(0.5)] + [Double](repeating: root(0.125), count: 4)))
  }

  @Test("agrees with its definition on every undirected graph", arguments: 1...5)
  func undirected(nodeCount: Int) throws {
    for graph in SmallGraphs.undirected(nodes: nodeCount) + SmallGraphs.weightedUndirected(nodes: nodeCount)
    where graph.edgeCount > 0 {
      let scores = try graph.eigenvectorCentrality().values
      #expect(agree(scores, patientLimit(DenseGraph(graph)), relative: 1e-8), "\(graph.edges)")
    }
  }

  @Test("agrees with its definition on every directed graph", arguments: 1...4)
  func directed(nodeCount: Int) throws {
    for graph in SmallGraphs.directed(nodes: nodeCount) + SmallGraphs.weightedDirected(nodes: nodeCount)
    where graph.edgeCount > 0 {
      let scores = try graph.eigenvectorCentrality().values
      #expect(agree(scores, patientLimit(DenseGraph(graph)), relative: 1e-7), "\(graph.edges)")
    }
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<30 as Range<UInt64>)
  func relabelling(seed: UInt64) throws {
    // Sparse, so that there are several components.
    let graph = RandomGraphs.weighted(nodeCount: 60, edgeCount: 70, isDirected: seed % 3 == 0, seed: seed)
    let numbers = RandomGraphs.permutation(60, seed: seed + 1)
    let one = try graph.eigenvectorCentrality().values
    let two = try graph.renumbered(numbers).eigenvectorCentrality().values
    #expect(agree(one, numbers.map { two[$0] }, relative: 1e-7))
    #expect(agree(one, patientLimit(DenseGraph(graph)), relative: 1e-7))
  }

  @Test("divides itself over equal components as the uniform vector does")
  func equalComponents() throws {
    // Two triangles and a pair: the triangles share the score, the pair has none.
    let graph = Graph(nodeCount: 8, edges: [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7)])
    let scores = try graph.eigenvectorCentrality().values
    #expect(agree(scores, [Double](repeating: root(1.0 / 6), count: 6) + [0, 0]))
  }

  @Test("converges where an arc weighs a million million times the one back")
  func unevenWeights() throws {
    // By hand: λ = √(10⁶ · 10⁻⁶) = 1, and node 1 scores 10⁶ times as much as node 0.
    let pair = Graph(nodeCount: 2, weightedEdges: [(0, 1, 1e6), (1, 0, 1e-6)], isDirected: true)
    let scores = try pair.eigenvectorCentrality().values
    #expect(agree(scores[1] / scores[0], 1e6, relative: 1e-9), "\(scores)")
    // By hand: (I − 0.85 Aᵀ)⁻¹·1 is (1 + 0.85·10⁻⁶, 1 + 0.85·10⁶) over 1 − 0.85².
    let katz = try pair.katzCentrality().values
    #expect(agree(katz[1] / katz[0], (1 + 0.85e6) / (1 + 0.85e-6), relative: 1e-9), "\(katz)")
    // Uniform scores begin at 2.5 · 10⁵; numpy 2.4.6 finds λ = 2.0955634.
    let uneven = Graph(
      nodeCount: 4, weightedEdges: [(0, 1, 1e6), (1, 2, 0.1), (2, 3, 0.5), (3, 0, 1e-6), (2, 1, 7.3), (3, 2, 7.3)],
      isDirected: true)
    #expect(agree(try uneven.eigenvectorCentrality().values, patientLimit(DenseGraph(uneven)), relative: 1e-7))
  }

  @Test("is defined for bipartite and long graphs, not without edges, and throws when it cannot converge")
  func edgeCases() throws {
    #expect(try EdgyGraphs.empty.eigenvectorCentrality().count == 0)
    #expect(try EdgyGraphs.single.eigenvectorCentrality()[0] == nil)
    #expect(try agree(EdgyGraphs.pair.eigenvectorCentrality().values, [root(0.5), root(0.5)]))
    // By hand: sin(πk/(n + 1)) on a chain of n nodes; the gap to the next eigenvalue is small.
    let chain = try KnownGraphs.chain(3).eigenvectorCentrality().values
    #expect(agree(chain, [0.5, root(0.5), 0.5]))
    // A chain of arcs has no cycle: all walks end at its last node.
    #expect(try KnownGraphs.chain(4, isDirected: true).eigenvectorCentrality().values == [0, 0, 0, 1])
    #expect(throws: NotConverged.self) {
      try KnownGraphs.kite.eigenvectorCentrality(tolerance: 1e-300, iterationLimit: 50)
    }
    // A layered graph with 2²⁰⁰⁰ longest paths.
    var layers: [(Int, Int)] = []
    for v in stride(from: 0, to: 4000, by: 2) {
      layers += [(v, v + 2), (v, v + 3), (v + 1, v + 2), (v + 1, v + 3)]
    }
    let layered = Graph(nodeCount: 4002, edges: layers, isDirected: true)
    let deep = try layered.eigenvectorCentrality().values
    #expect(agree(Array(deep.suffix(3)), [0, root(0.5), root(0.5)]))
  }
}

@Suite struct KatzTests {
  @Test("agrees with its definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) throws {
    let graphs =
      SmallGraphs.weightedUndirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.weightedDirected(nodes: nodeCount) + SmallGraphs.directed(nodes: nodeCount) : [])
    for graph in graphs where graph.edgeCount > 0 {
      let dense = DenseGraph(graph)
      let radius = patientRadius(dense)
      let scores = try graph.katzCentrality()
      guard radius > 1e-9 else {
        #expect(scores.values.allSatisfy { $0.isNaN })
        continue
      }
      let system = dense.nodes.map { v in
        dense.nodes.map { (v == $0 ? 1 : 0) - 0.85 / radius * dense.weights[$0][v] }
      }
      let solution = solve(system, dense.nodes.map { _ in 1 })
      let length = solution.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(agree(scores.values, solution.map { $0 / length }, relative: 1e-8))
    }
  }

  @Test("is by hand on a pair and a star, and not defined without cycles or edges")
  func edgeCases() throws {
    #expect(try agree(EdgyGraphs.pair.katzCentrality().values, [root(0.5), root(0.5)]))
    #expect(try EdgyGraphs.empty.katzCentrality().count == 0)
    #expect(try KnownGraphs.isolates(2).katzCentrality()[0] == nil)
    #expect(try KnownGraphs.chain(3, isDirected: true).katzCentrality()[2] == nil)
    // By hand: λ = 10⁻¹² in the pair, and each node of the chain has 0.85 · 10²⁴ times the one before it, up to 10¹⁹¹.
    let steep = Graph(
      nodeCount: 10, weightedEdges: [(0, 1, 1e-12), (1, 0, 1e-12)] + (1..<9).map { ($0, $0 + 1, 1e12) },
      isDirected: true)
    let last = try steep.katzCentrality().values.suffix(2)
    #expect(agree(last.first! * 0.85e24, 1, relative: 1e-9) && agree(last.last!, 1))
    // λ = 2 on the star of five: x₀ = 1 + α·4x₁ and x₁ = 1 + αx₀ with α = 0.425.
    let star = try KnownGraphs.star(5).katzCentrality().values
    #expect(agree(star[0] / star[1], (1 + 4 * 0.425) / (1 + 0.425)))
  }
}

@Suite struct PageRankTests {
  @Test("equals published values")
  func knownValues() throws {
    // A. N. Langville, C. D. Meyer, “Google's PageRank and Beyond”, 2006, example in networkx's tests with α = 0.9
    // (tests/test_pagerank.py, networkx 3.6.1): node 2 dangles.
    let graph = Graph(
      nodeCount: 6,
      edges: [(0, 1), (0, 2), (2, 0), (2, 1), (2, 4), (3, 4), (3, 5), (4, 3), (4, 5), (5, 3)], isDirected: true)
    let ranks = try graph.pageRank(damping: 0.9).values
    let known = [0.03721197, 0.05395735, 0.04150565, 0.37508082, 0.20599833, 0.28624589]
    for (value, expected) in zip(ranks, known) { #expect(abs(value - expected) < 1e-6) }
  }

  @Test("agrees with its definition on every small graph", arguments: 1...5)
  func definition(nodeCount: Int) throws {
    let graphs =
      SmallGraphs.undirected(nodes: nodeCount) + SmallGraphs.weightedUndirected(nodes: nodeCount)
      + (nodeCount < 5 ? SmallGraphs.directed(nodes: nodeCount) + SmallGraphs.weightedDirected(nodes: nodeCount) : [])
    for graph in graphs {
      #expect(try agree(graph.pageRank().values, exact(DenseGraph(graph)), relative: 1e-9))
    }
  }

  private func exact(_ dense: DenseGraph) -> [Double] {
    let n = Double(dense.count)
    let strengths = dense.weights.map { $0.reduce(0, +) }
    let system = dense.nodes.map { v in
      dense.nodes.map { u in
        (u == v ? 1 : 0) - 0.85 * (strengths[u] > 0 ? dense.weights[u][v] / strengths[u] : 1 / n)
      }
    }
    return solve(system, dense.nodes.map { _ in 0.15 / n })
  }

  @Test("does not depend on how nodes are numbered", arguments: 0..<30 as Range<UInt64>)
  func relabelling(seed: UInt64) throws {
    let graph = RandomGraphs.weighted(nodeCount: 60, edgeCount: 150, isDirected: seed % 2 == 0, seed: seed)
    let numbers = RandomGraphs.permutation(60, seed: seed + 1)
    let one = try graph.pageRank().values
    let two = try graph.renumbered(numbers).pageRank().values
    #expect(agree(one, numbers.map { two[$0] }))
    #expect(agree(one.reduce(0, +), 1) && agree(one, exact(DenseGraph(graph))))
  }

  @Test("is uniform without edges, and throws when it cannot converge")
  func edgeCases() throws {
    #expect(try EdgyGraphs.empty.pageRank().count == 0)
    #expect(try KnownGraphs.isolates(4).pageRank().values == [0.25, 0.25, 0.25, 0.25])
    #expect(throws: NotConverged.self) { try KnownGraphs.kite.pageRank(tolerance: 1e-10, iterationLimit: 2) }
  }
}
