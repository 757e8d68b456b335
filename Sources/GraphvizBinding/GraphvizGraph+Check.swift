extension GraphvizGraph {
  /// Bytes a label may have: a label of a million characters draws nothing, one of 100,000 lines crashes.
  static let labelLimit = 16_384

  /// Attributes that read files.
  private static let forbidden: Set<String> = [
    "_background", "fontpath", "image", "imagepath", "shapefile", "stylesheet",
  ]
  private static let links: Set<String> = [
    "URL", "edgeURL", "edgehref", "headURL", "headhref", "href", "labelURL", "labelhref", "tailURL", "tailhref",
  ]
  /// The numbers that crash the library, hang it, or give an empty picture.
  private static let ranges: [String: ClosedRange<Double>] = [
    "dpi": 1...2400, "resolution": 1...2400, "fontsize": 1...2000, "labelfontsize": 1...2000, "K": 1e-6...1e6,
    "penwidth": 0...1000, "peripheries": 0...20, "width": 0...1000, "height": 0...1000, "len": 1e-6...1e6,
    "weight": 0...1e6, "arrowsize": 0...100, "sides": 0...100, "nodesep": 0...100, "maxiter": 0...1e6,
  ]
  /// Lists of numbers, among letters and punctuation.
  private static let lists: Set<String> = ["pos", "bb", "lp", "xlp", "sep", "esep", "size", "ratio", "pad", "margin"]

  func checkNames() throws(GraphvizError) {
    var names = Set<String>(minimumCapacity: nodes.count)
    for node in nodes {
      guard !node.name.isEmpty, !node.name.hasPrefix("%"), Self.clean(node.name) == node.name else {
        throw .invalidName(node.name)
      }
      guard names.insert(node.name).inserted else { throw .duplicateName(node.name) }
    }
  }

  /// Refuses what libgraphviz 2.42 answers with a crash, an empty picture, or a file's content.
  func checkForLayout() throws(GraphvizError) {
    guard isStrict else { throw .notStrict }
    try checkNames()
    try Self.check(attributes, of: "graph")
    try Self.check(nodeDefaults, of: "node defaults")
    try Self.check(edgeDefaults, of: "edge defaults")
    for node in nodes { try Self.check(node.attributes, of: node.name) }
    for (position, edge) in edges.enumerated() {
      guard nodes.indices.contains(edge.tail), nodes.indices.contains(edge.head) else {
        throw .danglingEdge(position)
      }
      if !edge.attributes.isEmpty {
        try Self.check(edge.attributes, of: "\(nodes[edge.tail].name)--\(nodes[edge.head].name)")
      }
    }
  }

  private static func check(_ attributes: [String: String], of element: String) throws(GraphvizError) {
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      guard !forbidden.contains(name), !links.contains(name) || isHarmless(link: value) else {
        throw .forbiddenAttribute(element: element, attribute: name)
      }
      guard value.utf8.count <= labelLimit || lists.contains(name) else {
        throw .labelTooLong(element: element, bytes: value.utf8.count, limit: labelLimit)
      }
      if let range = ranges[name], !value.isEmpty {
        guard let number = Double(value), number.isFinite else {
          throw .notFinite(element: element, attribute: name)
        }
        guard range.contains(number) else {
          throw .outOfRange(
            element: element, attribute: name, value: value, allowed: "\(range.lowerBound) to \(range.upperBound)")
        }
      } else if lists.contains(name) {
        // The letters of "nan" and "inf" appear in no list of numbers.
        guard !value.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "n") }) else {
          throw .notFinite(element: element, attribute: name)
        }
      }
    }
  }

  /// Whether a link leads to a page or a mailbox. Graphviz 2.42 writes links into the SVG as they are.
  private static func isHarmless(link: String) -> Bool {
    let isPlain = !link.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") }
    let start = link.lowercased()
    return isPlain && (start.hasPrefix("https://") || start.hasPrefix("http://") || start.hasPrefix("mailto:"))
  }
}
