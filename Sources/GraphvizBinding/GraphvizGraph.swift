/// A graph with Graphviz attributes, as a plain value: what goes into the library and what comes back from DOT text.
///
///     var graph = GraphvizGraph()
///     graph.nodes = [.init("a"), .init("b", ["label": Graphviz.literal("5 < 6 & \\N")])]
///     graph.edges = [.init(0, 1)]
///
/// Edges name their ends by position in `nodes`.
public struct GraphvizGraph: Sendable, Hashable {
  public struct Node: Sendable, Hashable {
    public var name: String
    public var attributes: [String: String]
    /// A picture in place of a label, stretched to the node's width and height; drawn in PNG and PDF alone.
    public var picture: GraphvizPicture?

    public init(_ name: String, _ attributes: [String: String] = [:], picture: GraphvizPicture? = nil) {
      self.name = name
      self.attributes = attributes
      self.picture = picture
    }
  }

  public struct Edge: Sendable, Hashable {
    /// Position in `nodes`.
    public var tail: Int
    /// Position in `nodes`.
    public var head: Int
    public var attributes: [String: String]

    public init(_ tail: Int, _ head: Int, _ attributes: [String: String] = [:]) {
      self.tail = tail
      self.head = head
      self.attributes = attributes
    }
  }

  /// A named part of a graph that was read from DOT; parts may stand in parts.
  public struct Part: Sendable, Hashable {
    public let name: String
    public let attributes: [String: String]
    /// Positions in `nodes`, also of the nodes of inner parts.
    public let nodes: [Int]
    /// 1 for a part of the graph itself, 2 for a part of such a part.
    public let depth: Int
  }

  public var name: String
  public var isDirected: Bool
  /// Whether an edge between two nodes can be there only once. Layouts need it: libgraphviz 2.42 writes past the end
  /// of a buffer when it routes parallel edges as splines.
  public var isStrict: Bool
  public var attributes: [String: String] = [:]
  public var nodeDefaults: [String: String] = [:]
  public var edgeDefaults: [String: String] = [:]
  /// Drawn under everything else.
  public var background: [GraphvizBackground] = []
  public var nodes: [Node] = []
  public var edges: [Edge] = []
  /// The subgraphs of a graph that was read; nothing is drawn of them.
  public var parts: [Part] = []

  public init(name: String = "G", isDirected: Bool = false, isStrict: Bool = true) {
    self.name = name
    self.isDirected = isDirected
    self.isStrict = isStrict
  }
}

/// The ways libgraphviz arranges nodes.
///
/// `fdp` is left out because it gives another picture on every call; `osage` because it crashes on a node in two
/// clusters; `patchwork` because it draws no edges.
public enum GraphvizEngine: String, Sendable, Hashable, CaseIterable {
  case dot, neato, sfdp, circo, twopi
  /// Nodes stay where their `pos` puts them, edges too (`neato -n2`).
  case pinned = "nop2"
}

/// The formats that are safe to ask for. Others (`x11`, `gtk`) crash a process that has no display.
public enum GraphvizFormat: String, Sendable, Hashable, CaseIterable {
  case svg, png, pdf
}

/// A box round a text or a drawing, in points.
public struct GraphvizSize: Sendable, Hashable {
  public let width: Double
  public let height: Double

  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// Where a node was put, in points; y grows upwards.
public struct GraphvizPlace: Sendable, Hashable {
  public let x: Double
  public let y: Double
  public let width: Double
  public let height: Double
}

/// What a layout and a rendering gave.
public struct GraphvizResult: Sendable {
  /// One place a node, in the order of the graph's nodes.
  public internal(set) var places: [GraphvizPlace] = []
  /// The files asked for.
  public internal(set) var documents: [GraphvizFormat: [UInt8]] = [:]
  /// What the library warned of, in its own words.
  public internal(set) var warnings: [String] = []
}
