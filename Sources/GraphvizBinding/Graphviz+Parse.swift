import CGraphviz

extension Graphviz {
  /// The graph that a DOT text describes; of several graphs the first. Subgraphs give their nodes and edges, and
  /// stand in `parts`.
  ///
  /// - Throws: `syntax` with the library's messages, which name the line.
  public static func parse(dot text: [UInt8]) throws(GraphvizError) -> GraphvizGraph {
    guard !text.contains(0) else { throw .syntax(["a zero byte in the text"]) }
    return try locked { (_) throws(GraphvizError) in
      defer { resetParser() }
      // The parser goes on counting lines from one text to the next.
      agreadline(1)
      let terminated = text.map { CChar(bitPattern: $0) } + [0]
      guard let graph = terminated.withUnsafeBufferPointer({ agmemread($0.baseAddress) }) else {
        let messages = errors()
        throw .syntax(messages.isEmpty ? ["there is no graph in it"] : messages)
      }
      defer { agclose(graph) }
      let messages = GraphvizMessages.drain().filter(\.isError)
      guard messages.isEmpty else { throw .syntax(messages.map(\.text)) }
      return GraphvizGraph(reading: graph)
    }
  }
}

extension Graphviz {
  /// Empties the parser.
  ///
  /// libcgraph 2.42 keeps what is left of a text behind its first graph, and whether it broke off in quotes or a
  /// comment, and begins the next text with it. So texts that end whatever may be open are read until a graph comes
  /// back that can only stand at the very end.
  private static func resetParser() {
    let last = "regionet_end"
    // The parser's buffer of 16 KB has room for so many graphs.
    for round in 0..<4096 {
      let endings = ["", "\"", "*/", ">"]
      guard let graph = agmemread("\(endings[round % endings.count])\nstrict graph \(last) {}") else { continue }
      let isLast = agnameof(graph).map { String(cString: $0) } == last
      agclose(graph)
      if isLast { break }
    }
    _ = GraphvizMessages.drain()
  }
}

extension GraphvizGraph {
  init(reading graph: UnsafeMutablePointer<Agraph_t>) {
    self.init(
      name: agnameof(graph).map { String(cString: $0) } ?? "", isDirected: gvx_is_directed(graph) != 0,
      isStrict: gvx_is_strict(graph) != 0)
    let kinds = [AGRAPH, AGNODE, AGEDGE].map { Int32($0) }
    let declared = kinds.map { kind in
      Array(
        sequence(first: gvx_next_attribute(graph, kind, nil), next: { gvx_next_attribute(graph, kind, $0) }).prefix {
          $0 != nil
        }
      )
      .compactMap { $0 }
    }
    func values(of object: UnsafeMutableRawPointer, _ symbols: [UnsafeMutablePointer<Agsym_t>]) -> [String: String] {
      var values: [String: String] = [:]
      for symbol in symbols {
        guard let value = gvx_value(object, symbol), value.pointee != 0 else { continue }
        values[String(cString: symbol.pointee.name)] = String(cString: value)
      }
      return values
    }
    attributes = values(of: graph, declared[0])
    var positions: [UnsafeMutablePointer<Agnode_t>: Int] = [:]
    var node = agfstnode(graph)
    while let current = node {
      positions[current] = nodes.count
      nodes.append(Node(String(cString: agnameof(current)), values(of: current, declared[1])))
      node = agnxtnode(graph, current)
    }
    node = agfstnode(graph)
    while let current = node {
      var edge = agfstout(graph, current)
      while let arc = edge {
        if let tail = positions[gvx_tail(arc)], let head = positions[gvx_head(arc)] {
          edges.append(Edge(tail, head, values(of: arc, declared[2])))
        }
        edge = agnxtout(graph, arc)
      }
      node = agnxtnode(graph, current)
    }
    readParts(of: graph, positions, declared[0], depth: 1)
  }

  /// Deeper subgraphs are left to their outer ones; nobody draws a hundred boxes in each other.
  private static let deepestPart = 100

  private mutating func readParts(
    of graph: UnsafeMutablePointer<Agraph_t>, _ positions: [UnsafeMutablePointer<Agnode_t>: Int],
    _ symbols: [UnsafeMutablePointer<Agsym_t>], depth: Int
  ) {
    guard depth <= Self.deepestPart else { return }
    var next = agfstsubg(graph)
    while let part = next {
      var members: [Int] = []
      var node = agfstnode(part)
      while let current = node {
        if let position = positions[current] { members.append(position) }
        node = agnxtnode(part, current)
      }
      var values: [String: String] = [:]
      for symbol in symbols {
        guard let value = gvx_value(part, symbol), value.pointee != 0 else { continue }
        values[String(cString: symbol.pointee.name)] = String(cString: value)
      }
      let name = agnameof(part).map { String(cString: $0) } ?? ""
      parts.append(Part(name: name, attributes: values, nodes: members, depth: depth))
      readParts(of: part, positions, symbols, depth: depth + 1)
      next = agnxtsubg(part)
    }
  }
}
