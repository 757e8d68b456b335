import Testing

@testable import GraphvizBinding

@Suite struct ParserStateTests {
  @Test(
    "a text that breaks off does not spoil the next one",
    arguments: [
      "graph { a -- b", "graph { \"a", "graph { /* a", "graph { a [label=<<b>x", "graph { a [label=\"x\" ",
      "digraph {{{",
      "graph { a -> b } \u{a9}", "}", "graph \"x", "graph { a } digraph { c -> d }",
      "graph { a } graph { b } graph { c -- \"",
      "graph { a -- b } graph { \"", "#",
    ])
  func brokenOff(text: String) throws {
    for _ in 0..<3 {
      _ = try? Graphviz.parse(dot: Array(text.utf8))
      let graph = try Graphviz.parse(dot: Array("graph { x -- y }".utf8))
      #expect(graph.nodes.map(\.name) == ["x", "y"])
    }
  }

  @Test("lines are counted from the beginning of each text")
  func lines() throws {
    _ = try Graphviz.parse(dot: Array("graph {\n\n\n\na -- b }\n".utf8))
    for _ in 0..<2 {
      #expect {
        try Graphviz.parse(dot: Array("graph {\na -> b\n}\n".utf8))
      } throws: { error in
        if case .syntax(let messages)? = error as? GraphvizError {
          messages.contains { $0.contains("line 2") }
        } else {
          false
        }
      }
    }
  }
}
