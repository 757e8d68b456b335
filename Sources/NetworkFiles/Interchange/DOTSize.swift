import NetworkModel

/// How large the graph of a DOT file will be, counted before libcgraph builds it.
///
/// A few letters can mean millions of edges (`{a b c …} -- {x y z …}`), and each takes some 400 bytes, so what is too
/// large is refused before it is built. The counts are never too low; subgraphs that are named and tied again count as
/// the whole graph.
///
/// - Complexity: O(bytes).
struct DOTSize {
  private(set) var nodes = NameIndex()
  private(set) var edges = 0
  private(set) var attributes: Set<String> = []
  private(set) var line = 1
  private let bytes: [UInt8]
  private let limits: SizeLimits
  private var position = 0

  /// What stands on one side of `--`: one node, or all of a subgraph.
  private var operand = 0
  /// The left side of an edge whose right side is to come.
  private var left: Int?
  /// Where subgraphs that are open began: how many names had come, and the left side that waits for their end.
  private var open: [(names: Int, left: Int?)] = []
  private var names = 0
  private var isSubgraphNamed = false

  init(_ bytes: [UInt8], limits: SizeLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  enum Excess { case nodes, edges, attributes }

  /// What is too large, if anything is; stops there.
  mutating func excess() -> Excess? {
    while position < bytes.count {
      step()
      if nodes.count > limits.drawnNodes { return .nodes }
      if edges > limits.drawnEdges { return .edges }
      if attributes.count > SizeLimits.attributesOfOne
        || attributes.count * (nodes.count + edges) > limits.attributes
      {
        return .attributes
      }
    }
    return nil
  }

  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case 10:
      line += 1
      position += 1
      // Lines of a preprocessor.
      if position < bytes.count, bytes[position] == UInt8(ascii: "#") { skipLine() }
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "["):
      position += 1
      readAttributes()
    case UInt8(ascii: "{"):
      position += 1
      open.append((names, left))
      left = nil
      operand = 0
      isSubgraphNamed = false
    case UInt8(ascii: "}"):
      position += 1
      guard let group = open.popLast() else { return }
      left = group.left
      take(names - group.names)
    case UInt8(ascii: ";"), UInt8(ascii: ","):
      position += 1
      if byte == UInt8(ascii: ";") { (left, operand) = (nil, 0) }
    case UInt8(ascii: "-") where next == UInt8(ascii: "-") || next == UInt8(ascii: ">"):
      position += 2
      left = operand
    case UInt8(ascii: ":"):
      // A port is no node.
      position += 1
      skipBlanks()
      _ = word()
    default:
      guard let word = word() else {
        position += 1
        return
      }
      switch word {
      case "node", "edge", "graph", "digraph", "strict": return
      case "subgraph": isSubgraphNamed = true
      default:
        if isSubgraphNamed {
          // Its braces follow, or it is one that was there before: then it may be as large as all.
          isSubgraphNamed = false
          skipBlanks()
          if position >= bytes.count || bytes[position] != UInt8(ascii: "{") { take(names) }
        } else {
          names += 1
          _ = nodes.add(word)
          take(1)
        }
      }
    }
  }

  /// One side of an edge, or a node that stands alone.
  private mutating func take(_ size: Int) {
    if let left {
      let (product, overflow) = left.multipliedReportingOverflow(by: size)
      edges = overflow ? .max : edges.addingReportingOverflow(product).partialValue
      if edges < 0 { edges = .max }
    }
    left = nil
    operand = size
  }

  private var next: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 10 { position += 1 }
  }

  private mutating func skipComment() {
    position += 2
    while position < bytes.count, !(bytes[position] == UInt8(ascii: "*") && next == UInt8(ascii: "/")) {
      if bytes[position] == 10 { line += 1 }
      position += 1
    }
    position += 2
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 32 {
      if bytes[position] == 10 { line += 1 }
      position += 1
    }
  }

  /// The keys up to the closing bracket.
  private mutating func readAttributes() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
      skipBlanks()
      guard let key = word() else {
        position += 1
        continue
      }
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
      position += 1
      attributes.insert(key)
      if attributes.count > SizeLimits.attributesOfOne { return }
      skipBlanks()
      _ = word()
    }
  }

  /// A name, number, text in quotes or in angle brackets; nil where none begins here.
  private mutating func word() -> String? {
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "\""):
      position += 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
        if bytes[position] == 10 { line += 1 }
        position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
      }
      position = min(position, bytes.count)
      defer { position = min(position + 1, bytes.count) }
      return bytes.text(start + 1..<position)
    case UInt8(ascii: "<"):
      var depth = 0
      repeat {
        if bytes[position] == UInt8(ascii: "<") { depth += 1 }
        if bytes[position] == UInt8(ascii: ">") { depth -= 1 }
        if bytes[position] == 10 { line += 1 }
        position += 1
      } while depth > 0 && position < bytes.count
      return bytes.text(start..<position)
    default:
      while position < bytes.count, Self.isLetter(bytes[position]) || (start == position && isSign) { position += 1 }
      return position > start ? bytes.text(start..<position) : nil
    }
  }

  /// Whether a minus begins a number here.
  private var isSign: Bool { bytes[position] == UInt8(ascii: "-") && (next == UInt8(ascii: ".") || next &- 48 < 10) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }
}

extension SizeLimits {
  /// Nodes of a graph that libcgraph builds.
  var drawnNodes: Int { max(300_000, byteCount / 30) }
  /// Edges of a graph that libcgraph builds.
  var drawnEdges: Int { max(600_000, byteCount / 16) }
}
