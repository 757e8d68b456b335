import Testing

@testable import GraphvizBinding

@Suite struct TextTests {
  /// The text between the tags of the only `<text>` element.
  static func drawn(_ text: String) throws -> String {
    var graph = GraphvizGraph()
    graph.nodes = [.init("a", ["label": Graphviz.literal(text), "shape": "plain"])]
    let svg = String(
      decoding: try Graphviz.render(graph, engine: .neato, formats: [.svg]).documents[.svg]!, as: UTF8.self)
    var lines: [String] = []
    for line in svg.split(separator: "\n") where line.hasPrefix("<text") {
      let start = line.firstIndex(of: ">")!
      lines.append(String(line[line.index(after: start)...].dropLast("</text>".count)))
    }
    return lines.joined(separator: "|")
  }

  @Test(
    "labels are drawn as they stand",
    arguments: [
      ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"), ("\\N", "\\N"), ("\\G\\l", "\\G\\l"), ("a\\", "a\\"),
      ("\"q\"", "&quot;q&quot;"), ("AT&T", "AT&amp;T"), ("one\ntwo", "one|two"), ("a\0b\u{1B}c", "abc"),
      ("Bücherei €", "Bücherei €"), ("🎻 ש", "🎻 ש"), ("{a|b}", "{a|b}"), ("tab\there", "tab here"),
    ])
  func literal(_ text: String, _ expected: String) throws {
    #expect(try Self.drawn(text) == expected)
  }

  @Test(
    "numbers are short, exact to a thousandth, and finite",
    arguments: [(0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (12.3456, "12.346"), (-0.0001, "0"), (3.004, "3.004")])
  func number(_ value: Double, _ expected: String) {
    #expect(Graphviz.number(value) == expected)
  }

  @Test("what is not finite is no number", arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func notFinite(_ value: Double) { #expect(Graphviz.number(value) == nil) }

  @Test("messages come in pieces and are put together")
  func messages() {
    let pieces = ["Warning", ": ", "x is not\na known color.\n", "Error", ": ", "bad", "more"]
    #expect(
      GraphvizMessages.assemble(pieces) == [
        .init(isError: false, text: "x is not a known color."), .init(isError: true, text: "bad more"),
      ])
  }
}
