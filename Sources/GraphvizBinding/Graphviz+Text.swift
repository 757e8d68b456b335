/// A line of text in a font, to be measured.
public struct GraphvizText: Sendable, Hashable {
  public let text: String
  /// A family with its weight, `Lato Bold`.
  public let font: String
  /// In points.
  public let size: Double

  public init(_ text: String, font: String, size: Double) {
    self.text = text
    self.font = font
    self.size = size
  }
}

extension Graphviz {
  /// How much room each text takes, in the fonts that will draw it.
  ///
  /// - Complexity: one layout for all texts; about 25 µs each.
  public static func measure(_ texts: [GraphvizText]) throws(GraphvizError) -> [GraphvizSize] {
    guard !texts.isEmpty else { return [] }
    var graph = GraphvizGraph(name: "text")
    graph.nodeDefaults = ["shape": "plain", "margin": "0", "pos": "0,0"]
    graph.nodes = texts.enumerated().map { position, text in
      GraphvizGraph.Node(
        "t\(position)",
        ["label": literal(text.text), "fontname": text.font, "fontsize": number(text.size) ?? "nan"])
    }
    return try layout(graph, engine: .pinned).places.map { GraphvizSize(width: $0.width, height: $0.height) }
  }
}
