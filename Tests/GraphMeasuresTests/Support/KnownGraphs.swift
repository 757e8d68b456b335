import GraphCore

/// Small graphs of the literature whose numbers are published.
enum KnownGraphs {
  /// D. Krackhardt, “Assessing the political landscape”, 1990, doi:10.2307/2393394: ten people, 18 ties.
  static let kite = Graph(
    nodeCount: 10,
    edges: [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6), (4, 6), (5, 6),
      (5, 7), (6, 7), (7, 8), (8, 9),
    ])

  /// Node `v` of the kite has this name.
  static let kiteNames = [
    "Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane",
  ]

  /// The families of Florence by alphabet; the graphs of 15 nodes leave out Pucci, who married none of the others.
  static let florentineNames = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi", "Medici",
    "Pazzi", "Peruzzi", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni", "Pucci",
  ]

  private static let florentineMarriages = [
    ("Acciaiuoli", "Medici"), ("Albizzi", "Ginori"), ("Albizzi", "Guadagni"), ("Albizzi", "Medici"),
    ("Barbadori", "Castellani"), ("Barbadori", "Medici"), ("Bischeri", "Guadagni"), ("Bischeri", "Peruzzi"),
    ("Bischeri", "Strozzi"), ("Castellani", "Peruzzi"), ("Castellani", "Strozzi"), ("Guadagni", "Lamberteschi"),
    ("Guadagni", "Tornabuoni"), ("Medici", "Ridolfi"), ("Medici", "Salviati"), ("Medici", "Tornabuoni"),
    ("Pazzi", "Salviati"), ("Peruzzi", "Strozzi"), ("Ridolfi", "Strozzi"), ("Ridolfi", "Tornabuoni"),
  ]

  private static let florentineBusinessTies = [
    ("Barbadori", "Castellani"), ("Barbadori", "Ginori"), ("Barbadori", "Medici"), ("Barbadori", "Peruzzi"),
    ("Bischeri", "Guadagni"), ("Bischeri", "Lamberteschi"), ("Bischeri", "Peruzzi"), ("Castellani", "Lamberteschi"),
    ("Castellani", "Peruzzi"), ("Ginori", "Medici"), ("Guadagni", "Lamberteschi"), ("Lamberteschi", "Peruzzi"),
    ("Medici", "Pazzi"), ("Medici", "Salviati"), ("Medici", "Tornabuoni"),
  ]

  /// Marriages of 15 Florentine families, 20 ties (Padgett; Wasserman & Faust 1994); without the isolate Pucci.
  static let florentine = named(Array(florentineNames.prefix(15)), florentineMarriages)

  /// The same with Pucci, an isolate, as node 15.
  static let florentineWithPucci = named(florentineNames, florentineMarriages)

  /// Business ties of the 16 families, 15 ties, five isolates.
  static let florentineBusiness = named(florentineNames, florentineBusinessTies)

  /// Twelve partners of an invented learning region; `L` leads, `N` has no tie.
  static let musterlandNames = ["L", "V", "B", "P", "S1", "S2", "Bi", "W", "A", "T", "K", "N"]

  /// The sector of each partner of Musterland, numbered in order of appearance.
  static let musterlandSectors = [0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8]

  static let musterland = named(
    musterlandNames,
    [
      ("L", "V"), ("L", "B"), ("L", "S1"), ("L", "W"), ("L", "A"), ("L", "T"), ("L", "K"), ("V", "B"), ("V", "Bi"),
      ("S1", "S2"), ("W", "A"), ("T", "K"), ("B", "P"),
    ])

  /// W. W. Zachary, “An information flow model for conflict and fission in small groups”, 1977: 34 members, 78 ties.
  static let karate = Graph(
    nodeCount: 34,
    edges: [
      (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13), (0, 17),
      (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21), (1, 30), (2, 3), (2, 7),
      (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12), (3, 13), (4, 6), (4, 10), (5, 6), (5, 10),
      (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32), (14, 33), (15, 32), (15, 33),
      (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25), (23, 27), (23, 29), (23, 32),
      (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33), (27, 33), (28, 31), (28, 33), (29, 32),
      (29, 33), (30, 32), (30, 33), (31, 32), (31, 33), (32, 33),
    ])

  /// The club each member of the karate network joined: 0 Mr. Hi's, 1 the officer's.
  static let karateClubs = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ]

  /// R. S. Burt's example as in UCINET's help: nodes A B C D E F G are 0 ... 6.
  static let structuralHoles = Graph(
    nodeCount: 7, edges: structuralHoleTies.map { ($0.0, $0.1) })

  /// The same with tie strengths.
  static let weightedStructuralHoles = Graph(nodeCount: 7, weightedEdges: structuralHoleTies)

  private static let structuralHoleTies: [(Int, Int, Double)] = [
    (0, 1, 2), (0, 5, 3), (0, 6, 5), (0, 4, 2), (4, 6, 8), (5, 6, 3), (6, 1, 4), (1, 3, 1), (3, 6, 3), (6, 2, 10),
  ]

  /// The weighted directed network of W. An & Y.-H. Liu, “keyplayer”, The R Journal 8 (2016), 2016-018: five nodes.
  static let keyplayer = Graph(
    nodeCount: 5,
    weightedEdges: [
      (0, 1, 1), (0, 2, 3), (1, 3, 4), (2, 0, 1), (2, 1, 1), (2, 3, 2), (3, 4, 3), (4, 1, 2),
    ], isDirected: true)

  /// Node 0 joined with all others.
  static func star(_ nodeCount: Int) -> Graph {
    Graph(nodeCount: nodeCount, edges: (0..<nodeCount).dropFirst().map { (0, $0) })
  }

  /// 0 – 1 – 2 – …
  static func chain(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    Graph(nodeCount: nodeCount, edges: (0..<nodeCount).dropFirst().map { ($0 - 1, $0) }, isDirected: isDirected)
  }

  /// 0 – 1 – … – 0
  static func circle(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    Graph(nodeCount: nodeCount, edges: (0..<nodeCount).map { ($0, ($0 + 1) % nodeCount) }, isDirected: isDirected)
  }

  /// Every pair joined; directed both ways.
  static func complete(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    let pairs = (0..<nodeCount).flatMap { v in (0..<nodeCount).map { (v, $0) } }
    return Graph(nodeCount: nodeCount, edges: pairs, isDirected: isDirected)
  }

  /// Nodes without edges.
  static func isolates(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    Graph(nodeCount: nodeCount, edges: [], isDirected: isDirected)
  }

  /// Node 0 joined with all others, and they in a circle.
  static func wheel(_ nodeCount: Int) -> Graph {
    let rim = nodeCount - 1
    return Graph(
      nodeCount: nodeCount, edges: (0..<rim).flatMap { [(0, $0 + 1), ($0 + 1, ($0 + 1) % rim + 1)] })
  }

  /// The fork of L. C. Freeman, “Centrality in social networks”, 1979: a star of four whose node 3 bears a fifth.
  static let fork = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (0, 3), (3, 4)])

  /// A grid of nodes, each joined with its right and its lower neighbour; node `row * columns + column`.
  static func grid(rows: Int, columns: Int) -> Graph {
    var edges: [(Int, Int)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let v = row * columns + column
        if column + 1 < columns { edges.append((v, v + 1)) }
        if row + 1 < rows { edges.append((v, v + columns)) }
      }
    }
    return Graph(nodeCount: rows * columns, edges: edges)
  }

  /// A chain of squares, each joined with the next at a corner: 2ᵏ shortest paths from end to end.
  static func diamonds(_ count: Int) -> Graph {
    var edges: [(Int, Int)] = []
    for first in stride(from: 0, to: 3 * count, by: 3) {
      edges += [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
    }
    return Graph(nodeCount: 3 * count + 1, edges: edges)
  }

  private static func named(_ names: [String], _ ties: [(String, String)]) -> Graph {
    Graph(
      nodeCount: names.count, edges: ties.map { (names.firstIndex(of: $0.0)!, names.firstIndex(of: $0.1)!) })
  }
}
