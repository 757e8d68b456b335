import GraphCore
import Testing

@Suite struct GraphBuilderTests {
  @Test("rows are sorted, loops left out and parallel edges merged, whatever the order of the edges")
  func rows() {
    let edges = [(0, 3), (2, 1), (1, 2), (3, 0), (2, 2), (0, 1), (3, 1), (0, 3)]
    let graph = Graph(nodeCount: 5, edges: edges)
    #expect(graph.outgoing.offsets == [0, 2, 5, 6, 8, 8])
    #expect(graph.outgoing.targets == [1, 3, 0, 2, 3, 1, 0, 1])
    #expect(graph.edgeCount == 4 && graph.incoming == graph.outgoing && !graph.isWeighted)
    #expect(Graph(nodeCount: 5, edges: edges.reversed()) == graph)
    let arcs = Graph(nodeCount: 5, edges: edges, isDirected: true)
    #expect(arcs.outgoing.targets == [1, 3, 2, 1, 0, 1])
    #expect(arcs.incoming.targets == [3, 0, 2, 3, 1, 0])
    #expect(arcs.edgeCount == 6)
    #expect(Graph(nodeCount: 0, edges: []).edges.isEmpty)
  }

  @Test("weights of parallel edges add up to the same bits in any order", arguments: 0..<20 as Range<UInt64>)
  func weights(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var edges = (0..<60).map { _ in (random.below(4), random.below(4), 0.1 + random.unit() * 10) }
    for isDirected in [false, true] {
      let graph = Graph(nodeCount: 4, weightedEdges: edges, isDirected: isDirected)
      for _ in 0..<5 {
        for last in stride(from: edges.count - 1, to: 0, by: -1) { edges.swapAt(last, random.below(last + 1)) }
        if !isDirected { edges = edges.map { random.below(2) == 0 ? $0 : ($0.1, $0.0, $0.2) } }
        #expect(Graph(nodeCount: 4, weightedEdges: edges, isDirected: isDirected) == graph)
      }
      let sum = edges.filter { $0.0 != $0.1 }.map(\.2).reduce(0, +)
      #expect(abs(graph.edges.map(\.weight).reduce(0, +) - sum) < 1e-9)
      if !isDirected { #expect(graph.weight(from: 1, to: 2) == graph.weight(from: 2, to: 1)) }
    }
  }

  @Test(
    "sorts as many arcs as no cache holds as it sorts few",
    arguments: [(70_000, 40_000), (140_000, 2), (140_000, 255), (140_000, 257), (200_000, 70_000)])
  func manyArcs(edgeCount: Int, nodeCount: Int) {
    var random = SplitMix64(seed: UInt64(nodeCount))
    let edges = (0..<edgeCount).map { _ in (random.below(nodeCount), random.below(nodeCount), random.unit() + 0.5) }
    for isDirected in [false, true] {
      let plain = Graph(nodeCount: nodeCount, edges: edges.map { ($0.0, $0.1) }, isDirected: isDirected)
      let weighted = Graph(nodeCount: nodeCount, weightedEdges: edges, isDirected: isDirected)
      var rows = [[Int: Double]](repeating: [:], count: nodeCount)
      for (source, target, weight) in edges where source != target {
        rows[source][target, default: 0] += weight
        if !isDirected { rows[target][source, default: 0] += weight }
      }
      let targets = rows.map { $0.keys.sorted() }
      #expect((0..<nodeCount).allSatisfy { plain.neighbors(of: $0).map(Int.init) == targets[$0] })
      #expect(
        weighted.outgoing.targets == plain.outgoing.targets && weighted.outgoing.offsets == plain.outgoing.offsets)
      #expect(weighted.edges.allSatisfy { abs($0.weight - rows[$0.source][$0.target]!) < 1e-9 })
      #expect(plain.incoming.transposed() == plain.outgoing && weighted.incoming.transposed() == weighted.outgoing)
    }
  }

  @Test("takes over edges that stand in arrays")
  func arrays() async {
    let sources: [UInt32] = [0, 2, 1, 3]
    let targets: [UInt32] = [3, 1, 2, 1]
    func graph(_ sources: [UInt32], _ targets: [UInt32], _ weights: [Double]? = nil, _ isDirected: Bool = false)
      -> Graph
    {
      GraphBuilder(nodeCount: 4, isDirected: isDirected, sources: sources, targets: targets, weights: weights).graph()
    }
    let expected = Graph(nodeCount: 4, edges: [(0, 3), (2, 1), (1, 2), (3, 1)])
    #expect(graph(sources, targets) == expected && graph(sources + [2], targets + [2]) == expected)
    #expect(graph([], []).edges.isEmpty)
    let weighted = Graph(nodeCount: 4, weightedEdges: [(0, 3, 1), (2, 1, 2), (1, 2, 4), (3, 1, 8)], isDirected: true)
    #expect(graph(sources + [1], targets + [1], [1, 2, 4, 8, 16], true) == weighted)
    await #expect(processExitsWith: .failure) {
      _ = GraphBuilder(nodeCount: 2, isDirected: false, sources: [0], targets: [2])
    }
    await #expect(processExitsWith: .failure) {
      _ = GraphBuilder(nodeCount: 2, isDirected: false, sources: [0, 1], targets: [1])
    }
    await #expect(processExitsWith: .failure) {
      _ = GraphBuilder(nodeCount: 2, isDirected: false, sources: [0], targets: [1], weights: [-1])
    }
  }

  @Test("takes four bytes a node and eight an undirected edge, with merged edges too")
  func memory() {
    let edges = (0..<5000).map { (($0 * 7) % 1000, ($0 * 13 + 1) % 1000) }
    for graph in [Graph(nodeCount: 1000, edges: edges), Graph(nodeCount: 1000, edges: edges + edges)] {
      // An array has a head of 32 bytes and comes in sizes of the allocator's choice.
      #expect(graph.outgoing.targets.capacity * 4 <= 8 * graph.edgeCount + graph.edgeCount / 4 + 64)
      #expect(graph.outgoing.offsets.capacity <= 1001 + 32)
    }
  }

  @Test("refuses what is no edge of the graph")
  func refusals() async {
    await #expect(processExitsWith: .failure) { _ = Graph(nodeCount: 2, edges: [(0, 2)]) }
    await #expect(processExitsWith: .failure) { _ = Graph(nodeCount: 2, weightedEdges: [(0, 1, 0)]) }
    await #expect(processExitsWith: .failure) { _ = Graph(nodeCount: 2, weightedEdges: [(0, 1, .infinity)]) }
  }
}
