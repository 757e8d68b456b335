import CGraphviz

extension GraphvizGraph {
  struct Native {
    let graph: UnsafeMutablePointer<Agraph_t>
    let nodes: [UnsafeMutablePointer<Agnode_t>]
  }

  /// The graph in libcgraph's own form; close it with `agclose`. Call it under the lock.
  ///
  /// Every attribute is declared, with its default, before there is a node: declared later it would blank the labels
  /// of earlier ones. Attributes are set in the order of their names, so that the same value gives the same DOT.
  func build() throws(GraphvizError) -> Native {
    guard let graph = gvx_open(Self.clean(name), isDirected ? 1 : 0, isStrict ? 1 : 0) else {
      throw .failed(stage: "building", messages: Graphviz.errors())
    }
    do throws(GraphvizError) {
      try declare(in: graph)
      var native: [UnsafeMutablePointer<Agnode_t>] = []
      native.reserveCapacity(nodes.count)
      for node in nodes {
        guard let made = gvx_node(graph, Self.clean(node.name)) else { throw .invalidName(node.name) }
        native.append(made)
        set(node.attributes, on: made)
      }
      for (position, edge) in edges.enumerated() {
        guard native.indices.contains(edge.tail), native.indices.contains(edge.head),
          let made = gvx_edge(graph, native[edge.tail], native[edge.head])
        else { throw .danglingEdge(position) }
        set(edge.attributes, on: made)
      }
      return Native(graph: graph, nodes: native)
    } catch {
      agclose(graph)
      throw error
    }
  }

  private func declare(in graph: UnsafeMutablePointer<Agraph_t>) throws(GraphvizError) {
    var graphAttributes = attributes
    if !background.isEmpty {
      var program = ""
      for shape in background { try shape.write(to: &program) }
      graphAttributes["_background"] = program
    }
    var nodeAttributes: [String: String] = ["label": "\\N"]
    for node in nodes {
      for name in node.attributes.keys where nodeAttributes[name] == nil { nodeAttributes[name] = "" }
    }
    nodeAttributes.merge(nodeDefaults) { $1 }
    var edgeAttributes: [String: String] = [:]
    for edge in edges {
      for name in edge.attributes.keys where edgeAttributes[name] == nil { edgeAttributes[name] = "" }
    }
    edgeAttributes.merge(edgeDefaults) { $1 }
    for (kind, defaults) in [(AGRAPH, graphAttributes), (AGNODE, nodeAttributes), (AGEDGE, edgeAttributes)] {
      for (name, value) in defaults.sorted(by: { $0.key < $1.key }) {
        _ = gvx_declare(graph, Int32(kind), Self.clean(name), Self.clean(value))
      }
    }
  }

  private func set(_ attributes: [String: String], on object: UnsafeMutableRawPointer) {
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      _ = gvx_set(object, Self.clean(name), Self.clean(value))
    }
  }

  /// Without what ends a C string or breaks the XML of an SVG.
  static func clean(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || Graphviz.isDrawable($0) }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar == "\n" || scalar == "\t" || Graphviz.isDrawable(scalar) {
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
