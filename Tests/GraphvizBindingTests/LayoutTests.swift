import Testing

@testable import GraphvizBinding

@Suite struct LayoutTests {
  static func ring(_ count: Int) -> GraphvizGraph {
    var graph = GraphvizGraph()
    graph.nodes = (0..<count).map { .init("n\($0)", ["label": ""]) }
    graph.edges = (0..<count).map { .init($0, ($0 + 1) % count) }
    return graph
  }

  @Test("every engine gives every node a place of its own", arguments: GraphvizEngine.allCases)
  func engines(_ engine: GraphvizEngine) throws {
    var graph = Self.ring(8)
    for node in graph.nodes.indices { graph.nodes[node].attributes["pos"] = "\(node * 100),\(node * node)" }
    let places = try Graphviz.layout(graph, engine: engine).places
    #expect(places.count == 8)
    #expect(Set(places.map { "\(Int($0.x)),\(Int($0.y))" }).count == 8)
  }

  @Test("pinned nodes stay where they are put")
  func pinned() throws {
    var graph = GraphvizGraph()
    graph.attributes = ["margin": "0", "pad": "0"]
    graph.nodes = [
      .init("corner", ["pos": "0,0", "shape": "point", "width": "0.001"]),
      .init("a", ["pos": "100,40", "shape": "circle", "width": "0.5", "label": ""]),
    ]
    let places = try Graphviz.layout(graph, engine: .pinned).places
    #expect(abs(places[1].x - places[0].x - 100) < 1e-9)
    #expect(abs(places[1].y - places[0].y - 40) < 1e-9)
    #expect(places[1].width == 36)
  }

  @Test("the same graph gives the same places, whatever was laid out before", arguments: GraphvizEngine.allCases)
  func deterministic(_ engine: GraphvizEngine) throws {
    var graph = Self.ring(20)
    for node in graph.nodes.indices { graph.nodes[node].attributes["pos"] = "\(node * 50),0" }
    let first = try Graphviz.layout(graph, engine: engine).places
    _ = try Graphviz.layout(Self.ring(7), engine: .sfdp, seed: 99)
    #expect(try Graphviz.layout(graph, engine: engine).places == first)
  }

  @Test("a chain of 6000 nodes does not exhaust the stack of dot")
  func deep() throws {
    var graph = GraphvizGraph(isDirected: true)
    graph.attributes = ["nslimit": "1", "nslimit1": "1", "mclimit": "0.1", "splines": "line"]
    graph.nodes = (0..<6000).map { .init("n\($0)", ["label": ""]) }
    graph.edges = (1..<6000).map { .init($0 - 1, $0) }
    #expect(try Graphviz.layout(graph, engine: .dot).places.count == 6000)
  }

  @Test("many tasks at once do not disturb each other")
  func parallel() async throws {
    let expected = try Graphviz.render(Self.ring(9), engine: .neato, formats: [.svg]).documents[.svg]
    try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      for _ in 0..<32 {
        group.addTask { try Graphviz.render(Self.ring(9), engine: .neato, formats: [.svg]).documents[.svg] }
      }
      for try await document in group { #expect(document == expected) }
    }
  }

  @Test("one layout gives all formats, each what it says")
  func formats() throws {
    let documents = try Graphviz.render(Self.ring(3), engine: .neato, formats: [.svg, .png, .pdf]).documents
    #expect(documents[.svg]?.starts(with: Array("<?xml".utf8)) == true)
    #expect(documents[.png]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    #expect(documents[.pdf]?.starts(with: Array("%PDF".utf8)) == true)
  }

  @Test("longer and larger text takes more room")
  func measure() throws {
    let sizes = try Graphviz.measure([
      GraphvizText("Bücherei", font: "Lato", size: 12), GraphvizText("Bücherei", font: "Lato", size: 24),
      GraphvizText("Bücherei Krems", font: "Lato", size: 12), GraphvizText("", font: "Lato", size: 12),
    ])
    #expect(sizes[1].width > sizes[0].width * 1.8 && sizes[1].width < sizes[0].width * 2.2)
    #expect(sizes[2].width > sizes[0].width * 1.4)
    #expect(sizes[3].width < 3)
  }
}
