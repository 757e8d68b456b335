import Testing

@testable import GraphvizBinding

/// Each of these made libgraphviz 2.42 crash, hang, or return an empty picture and call it a success.
@Suite struct BadInputTests {
  static func single(_ attributes: [String: String]) -> GraphvizGraph {
    var graph = GraphvizGraph()
    graph.nodes = [.init("a", attributes), .init("b", ["pos": "10,10"])]
    graph.edges = [.init(0, 1)]
    return graph
  }

  static let refused: [([String: String], GraphvizError)] = [
    (["pos": "nan,1"], .notFinite(element: "a", attribute: "pos")),
    (["pos": "inf,1"], .notFinite(element: "a", attribute: "pos")),
    (["width": "nan"], .notFinite(element: "a", attribute: "width")),
    (["width": "wide"], .notFinite(element: "a", attribute: "width")),
    (
      ["fontsize": "100000"],
      .outOfRange(element: "a", attribute: "fontsize", value: "100000", allowed: "1.0 to 2000.0")
    ),
    (["image": "/etc/passwd"], .forbiddenAttribute(element: "a", attribute: "image")),
    (["shapefile": "x.ps"], .forbiddenAttribute(element: "a", attribute: "shapefile")),
    (["URL": "javascript:alert(1)"], .forbiddenAttribute(element: "a", attribute: "URL")),
    (["href": "http://a\" onclick=\"x"], .forbiddenAttribute(element: "a", attribute: "href")),
    (["label": String(repeating: "x\\n", count: 100_000)], .labelTooLong(element: "a", bytes: 300_000, limit: 16_384)),
  ]

  @Test("refuses it with the node's name", arguments: refused)
  func nodeAttributes(_ attributes: [String: String], _ expected: GraphvizError) {
    #expect(throws: expected) { try Graphviz.layout(Self.single(attributes), engine: .pinned) }
  }

  @Test("refuses a spring length of zero, which draws nothing", arguments: ["0", "nan"])
  func springLength(_ value: String) {
    var graph = LayoutTests.ring(4)
    graph.attributes["K"] = value
    #expect(throws: GraphvizError.self) { try Graphviz.render(graph, engine: .sfdp, formats: [.png]) }
  }

  @Test("refuses parallel edges, dangling edges, bad and double names")
  func structure() {
    var loose = LayoutTests.ring(3)
    loose.isStrict = false
    #expect(throws: GraphvizError.notStrict) { try Graphviz.layout(loose, engine: .neato) }
    var dangling = LayoutTests.ring(3)
    dangling.edges.append(.init(0, 3))
    #expect(throws: GraphvizError.danglingEdge(3)) { try Graphviz.layout(dangling, engine: .neato) }
    for name in ["%3", "", "a\0b"] {
      var graph = GraphvizGraph()
      graph.nodes = [.init(name)]
      #expect(throws: GraphvizError.invalidName(name)) { try Graphviz.layout(graph, engine: .neato) }
    }
    var double = GraphvizGraph()
    double.nodes = [.init("a"), .init("a")]
    #expect(throws: GraphvizError.duplicateName("a")) { try Graphviz.layout(double, engine: .neato) }
  }

  @Test("an error of the library is an error, even where it reports success; the next drawing is whole")
  func missingPosition() throws {
    var graph = GraphvizGraph()
    graph.nodes = [.init("a", ["pos": "1,1"]), .init("b")]
    #expect {
      try Graphviz.render(graph, engine: .pinned, formats: [.svg])
    } throws: { error in
      if case .failed("layout", let messages)? = error as? GraphvizError {
        messages.first?.hasPrefix("node b in graph G has no position") == true
      } else {
        false
      }
    }
    #expect(try Graphviz.render(LayoutTests.ring(3), engine: .neato, formats: [.svg]).warnings.isEmpty)
  }

  @Test("what the library only warns of comes back as a warning")
  func warning() throws {
    let result = try Graphviz.render(
      Self.single(["pos": "0,0", "style": "filled", "fillcolor": "nosuchcolor"]), engine: .pinned, formats: [.svg])
    #expect(result.warnings.contains { $0.contains("nosuchcolor is not a known color") })
  }

  @Test("refuses a pixel picture that is too large")
  func pixels() {
    var graph = GraphvizGraph()
    graph.attributes = ["dpi": "300"]
    graph.nodes = [.init("a", ["pos": "0,0"]), .init("b", ["pos": "9000,9000"])]
    #expect {
      try Graphviz.render(graph, engine: .pinned, formats: [.png])
    } throws: { error in
      if case .tooLarge(let width, _, _)? = error as? GraphvizError { width > 37_000 } else { false }
    }
  }

  @Test("an empty graph is a picture too")
  func empty() throws {
    #expect(try Graphviz.render(GraphvizGraph(), engine: .neato, formats: [.svg]).documents[.svg] != nil)
  }

  @Test("a picture that is none is an error, where the library only warns", arguments: GraphvizPicture.Format.allCases)
  func picture(_ format: GraphvizPicture.Format) throws {
    var graph = Self.single(["pos": "0,0", "width": "1", "height": "1", "fixedsize": "true", "label": ""])
    graph.nodes[0].picture = GraphvizPicture(format: format, bytes: Array("no picture \(format)".utf8))
    for output in [GraphvizFormat.png, .pdf] {
      #expect {
        try Graphviz.render(graph, engine: .pinned, formats: [output])
      } throws: {
        if case GraphvizError.undrawablePicture = $0 { true } else { false }
      }
    }
    graph.nodes[0].picture = nil
    #expect(try !Graphviz.render(graph, engine: .pinned, formats: [.pdf]).documents.isEmpty)
  }
}
