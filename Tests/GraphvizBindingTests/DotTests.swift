import Testing

@testable import GraphvizBinding

@Suite struct DotTests {
  @Test("a graph survives being written and read")
  func roundTrip() throws {
    var graph = GraphvizGraph(name: "Netz", isDirected: true, isStrict: true)
    graph.attributes = ["rankdir": "LR"]
    graph.nodes = [
      .init("Bücherei \"A\"", ["label": "x\\ny"]), .init("b -> c;", ["label": "<b>"]), .init("", [:]),
    ]
    graph.nodes.removeLast()
    graph.edges = [.init(0, 1, ["weight": "2"]), .init(1, 0, ["weight": "3"])]
    let read = try Graphviz.parse(dot: Graphviz.dotText(of: graph))
    #expect(read == graph)
  }

  @Test("reads what others write: subgraphs, defaults, parallel edges")
  func reading() throws {
    let text = "graph { node [color=red]; subgraph cluster_a { x; y } x -- y; x -- y [len=2]; y -- z }"
    let graph = try Graphviz.parse(dot: Array(text.utf8))
    #expect(graph.nodes.map(\.name) == ["x", "y", "z"])
    #expect(graph.nodes.allSatisfy { $0.attributes["color"] == "red" })
    #expect(graph.edges.map { [$0.tail, $0.head] } == [[0, 1], [0, 1], [1, 2]])
    #expect(graph.edges[1].attributes == ["len": "2"])
  }

  @Test("what is no DOT is an error with its line", arguments: ["graph {\n a -- \n}", "", "hello", "graph { a \0 }"])
  func syntax(_ text: String) {
    #expect {
      try Graphviz.parse(dot: Array(text.utf8))
    } throws: { error in
      if case .syntax(let messages)? = error as? GraphvizError { !messages.isEmpty } else { false }
    }
  }

  @Test("the same value gives the same text")
  func deterministic() throws {
    var graph = GraphvizGraph()
    graph.nodes = (0..<5).map { .init("n\($0)", ["a": "1", "b": "2", "c": "3", "d": "4", "e": "5"]) }
    let text = try Graphviz.dotText(of: graph)
    for _ in 0..<5 { #expect(try Graphviz.dotText(of: graph) == text) }
  }
}
