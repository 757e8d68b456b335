import GraphCore
import Testing

@testable import GraphMeasures

/// What every measure says of the graphs at the edge of what it is defined for.
///
/// All numbers by hand. Node v is in group v mod 2.
@Suite struct SmallestGraphsTests {
  private static let graphs: [Graph] = [
    EdgyGraphs.empty, EdgyGraphs.single, EdgyGraphs.pair, KnownGraphs.isolates(3), EdgyGraphs.twoPairs,
    KnownGraphs.complete(4), KnownGraphs.star(5), EdgyGraphs.looped, KnownGraphs.circle(3, isDirected: true),
    KnownGraphs.chain(2, isDirected: true),
  ]

  @Test("is what it must be on ten graphs", arguments: EveryMeasure.all)
  func smallest(_ measure: EveryMeasure) throws {
    let row = try #require(Self.table[measure.testDescription], "a row for every measure")
    try #require(row.count == Self.graphs.count)
    for (graph, expected) in zip(Self.graphs, row) {
      let found = try measure.read(graph, (0..<graph.nodeCount).map { $0 % 2 }, 1)
      #expect(found.agrees(with: expected, relative: measure.tolerance), "\(measure): \(found), not \(expected)")
    }
  }

  @Test("merges parallel edges and leaves self-loops out", arguments: EveryMeasure.all)
  func simpleGraphs(_ measure: EveryMeasure) throws {
    for isDirected in [false, true] {
      let clean = RandomGraphs.even(nodeCount: 18, edgeCount: 30, isDirected: isDirected, seed: 3)
      let edges = clean.edges.map { ($0.source, $0.target) }
      let untidy = edges.reversed() + edges.map { isDirected ? $0 : ($0.1, $0.0) } + (0..<18).map { ($0, $0) }
      let groups = (0..<18).map { $0 % 3 }
      let expected = try measure.read(clean, groups, 1)
      let found = try measure.read(Graph(nodeCount: 18, edges: untidy, isDirected: isDirected), groups, 1)
      #expect(found.isIdentical(to: expected), "\(measure)")
    }
  }

  @Test("finds no numbers in rows of the table without a measure")
  func noStrangers() {
    #expect(Set(Self.table.keys) == Set(EveryMeasure.all.map(\.testDescription)))
  }

  private static let nan = Double.nan
  private static let none = Reading.whole([nan])
  private static let noSets = Reading.sets([])
  private static let noNode = Reading.sets([[]])

  private static func whole(_ values: Double...) -> Reading { .whole(values) }
  private static func nodes(_ values: Double...) -> Reading { .perNode(values) }
  private static func edges(_ values: Double...) -> Reading { .perEdge(values) }
  private static func sets(_ sets: [Int]...) -> Reading { .sets(sets) }
  private static func each(_ sets: [Int]...) -> Reading { .setPerNode(sets) }

  /// By columns: no node; one node; two joined; three isolates; two pairs; four, all joined; a star of five; two joined by
  /// parallel edges and an isolate, with self-loops; a directed cycle of three; an arc.
  private static let table: [String: [Reading]] = [
    tieRows, pathRows, spectrumRows, structureRows, cohesionRows, groupRows,
  ].reduce(into: [:]) { $0.merge($1) { row, _ in row } }

  private static let degrees: [Reading] = [
    nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1, 1, 1, 1), nodes(3, 3, 3, 3), nodes(4, 1, 1, 1, 1),
    nodes(1, 1, 0),
  ]

  private static let tieRows: [String: [Reading]] = [
    "degrees()": degrees + [nodes(2, 2, 2), nodes(1, 1)],
    "outDegrees()": degrees + [nodes(1, 1, 1), nodes(1, 0)],
    "inDegrees()": degrees + [nodes(1, 1, 1), nodes(0, 1)],
    "strengths()": degrees + [nodes(2, 2, 2), nodes(1, 1)],
    "outStrengths()": degrees + [nodes(1, 1, 1), nodes(1, 0)],
    "inStrengths()": degrees + [nodes(1, 1, 1), nodes(0, 1)],
    "isolates()": [
      noNode, sets([0]), noNode, sets([0, 1, 2]), noNode, noNode, noNode, sets([2]), noNode, noNode,
    ],
    "density()": [
      none, none, whole(1), whole(0), whole(1.0 / 3), whole(1), whole(0.4), whole(1.0 / 3), whole(0.5), whole(0.5),
    ],
    "reciprocity()": [none, none, none, none, none, none, none, none, whole(0), whole(0)],
  ]

  private static let pathRows: [String: [Reading]] = [
    "betweenness(pathLength:scale:threads:progress:), count": [
      nodes(), nodes(0), nodes(0, 0), nodes(0, 0, 0), nodes(0, 0, 0, 0), nodes(0, 0, 0, 0), nodes(6, 0, 0, 0, 0),
      nodes(0, 0, 0), nodes(1, 1, 1), nodes(0, 0),
    ],
    "betweenness(pathLength:scale:threads:progress:), fraction": fractions,
    "estimatedBetweenness(pathLength:scale:epsilon:delta:seed:threads:)": fractions,
    "edgeBetweenness(pathLength:scale:threads:progress:), count": [
      edges(), edges(), edges(1), edges(), edges(1, 1), edges(1, 1, 1, 1, 1, 1), edges(4, 4, 4, 4), edges(1),
      edges(3, 3, 3), edges(1),
    ],
    "edgeBetweenness(pathLength:scale:threads:progress:), fraction": [
      edges(), edges(), edges(1), edges(), edges(1.0 / 6, 1.0 / 6),
      edges(1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6), edges(0.4, 0.4, 0.4, 0.4), edges(1.0 / 3),
      edges(0.5, 0.5, 0.5), edges(0.5),
    ],
    // Of the arc 0 → 1 only node 1 is reached: distances are those to the node.
    "distanceProfile(pathLength:direction:threads:progress:), number reached": [
      nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1, 1, 1, 1), nodes(3, 3, 3, 3), nodes(4, 4, 4, 4, 4),
      nodes(1, 1, 0), nodes(2, 2, 2), nodes(0, 1),
    ],
    "distanceProfile(pathLength:direction:threads:progress:), sum of distances": [
      nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1, 1, 1, 1), nodes(3, 3, 3, 3), nodes(4, 7, 7, 7, 7),
      nodes(1, 1, 0), nodes(3, 3, 3), nodes(0, 1),
    ],
    "distanceProfile(pathLength:direction:threads:progress:), sum of inverses": [
      nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1, 1, 1, 1), nodes(3, 3, 3, 3),
      nodes(4, 2.5, 2.5, 2.5, 2.5), nodes(1, 1, 0), nodes(1.5, 1.5, 1.5), nodes(0, 1),
    ],
    "closeness(pathLength:threads:)": [
      nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3), nodes(1, 1, 1, 1),
      nodes(1, 4.0 / 7, 4.0 / 7, 4.0 / 7, 4.0 / 7), nodes(0.5, 0.5, 0), nodes(2.0 / 3, 2.0 / 3, 2.0 / 3),
      nodes(0, 1),
    ],
    "harmonicCloseness(pathLength:threads:)": [
      nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3), nodes(1, 1, 1, 1),
      nodes(1, 0.625, 0.625, 0.625, 0.625), nodes(0.5, 0.5, 0), nodes(0.75, 0.75, 0.75), nodes(0, 1),
    ],
    "eccentricity(pathLength:threads:)": [
      nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1, 1, 1, 1), nodes(1, 1, 1, 1), nodes(1, 2, 2, 2, 2),
      nodes(1, 1, 0), nodes(2, 2, 2), nodes(1, 0),
    ],
    "diameter(pathLength:threads:)": [
      none, none, whole(1), none, whole(1), whole(1), whole(2), whole(1), whole(2), whole(1),
    ],
    "meanDistance(pathLength:threads:)": [
      none, none, whole(1), none, whole(1), whole(1), whole(1.6), whole(1), whole(1.5), whole(1),
    ],
    "distanceFragmentation(pathLength:threads:)": [
      none, none, whole(0), whole(1), whole(2.0 / 3), whole(0), whole(0.3), whole(2.0 / 3), whole(0), whole(0),
    ],
    // Diameter, mean, connected, DF.
    "distanceSummary(pathLength:threads:)": [
      whole(nan, nan, 0, nan), whole(nan, nan, 1, nan), whole(1, 1, 1, 0), whole(nan, nan, 0, 1),
      whole(1, 1, 0, 2.0 / 3), whole(1, 1, 1, 0), whole(2, 1.6, 1, 0.3), whole(1, 1, 0, 2.0 / 3), whole(2, 1.5, 1, 0),
      whole(1, 1, 0, 0),
    ],
  ]

  private static let fractions: [Reading] = [
    nodes(), nodes(nan), nodes(nan, nan), nodes(0, 0, 0), nodes(0, 0, 0, 0), nodes(0, 0, 0, 0), nodes(1, 0, 0, 0, 0),
    nodes(0, 0, 0), nodes(0.5, 0.5, 0.5), nodes(nan, nan),
  ]

  private static let half = 0.5.squareRoot()
  private static let third = (1.0 / 3).squareRoot()

  private static let spectrumRows: [String: [Reading]] = [
    // λ = 2 in the star: the centre has the length of its four leaves together.
    "eigenvectorCentrality(tolerance:iterationLimit:)": [
      nodes(), nodes(nan), nodes(half, half), nodes(nan, nan, nan), nodes(0.5, 0.5, 0.5, 0.5),
      nodes(0.5, 0.5, 0.5, 0.5), nodes(half, half / 2, half / 2, half / 2, half / 2), nodes(half, half, 0),
      nodes(third, third, third), nodes(0, 1),
    ],
    // Star: x₀ = 0.03 + 0.85·4x₁, x₁ = 0.03 + 0.85·x₀/4. With an isolate: 1/0.15, 1/0.15 and 1, made to sum to 1.
    "pageRank(damping:tolerance:iterationLimit:)": [
      nodes(), nodes(1), nodes(0.5, 0.5), nodes(1.0 / 3, 1.0 / 3, 1.0 / 3), nodes(0.25, 0.25, 0.25, 0.25),
      nodes(0.25, 0.25, 0.25, 0.25),
      nodes(0.132 / 0.2775, 0.1455 / 1.11, 0.1455 / 1.11, 0.1455 / 1.11, 0.1455 / 1.11),
      nodes(20.0 / 43, 20.0 / 43, 3.0 / 43), nodes(1.0 / 3, 1.0 / 3, 1.0 / 3), nodes(1 / 2.85, 1.85 / 2.85),
    ],
    // Star: α = 0.85/2 and x₀ : x₁ = 1 + 4α : 1 + α. With an isolate: α = 0.85 and 1/0.15 : 1.
    "katzCentrality(attenuation:tolerance:iterationLimit:)": [
      nodes(), nodes(nan), nodes(half, half), nodes(nan, nan, nan), nodes(0.5, 0.5, 0.5, 0.5),
      nodes(0.5, 0.5, 0.5, 0.5), unit(2.7, 1.425, 1.425, 1.425, 1.425), unit(1 / 0.15, 1 / 0.15, 1),
      nodes(third, third, third), nodes(nan, nan),
    ],
  ]

  /// The numbers made to have the sum of squares 1.
  private static func unit(_ values: Double...) -> Reading {
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return .perNode(values.map { $0 / length })
  }

  private static let structureRows: [String: [Reading]] = [
    // A directed graph counts arcs in both directions.
    "coreNumbers()": [
      nodes(), nodes(0), nodes(1, 1), nodes(0, 0, 0), nodes(1, 1, 1, 1), nodes(3, 3, 3, 3), nodes(1, 1, 1, 1, 1),
      nodes(1, 1, 0), nodes(2, 2, 2), nodes(1, 1),
    ],
    "triangles()": [
      nodes(), nodes(0), nodes(0, 0), nodes(0, 0, 0), nodes(0, 0, 0, 0), nodes(3, 3, 3, 3), nodes(0, 0, 0, 0, 0),
      nodes(0, 0, 0), nodes(1, 1, 1), nodes(0, 0),
    ],
    "localClustering()": [
      nodes(), nodes(0), nodes(0, 0), nodes(0, 0, 0), nodes(0, 0, 0, 0), nodes(1, 1, 1, 1), nodes(0, 0, 0, 0, 0),
      nodes(0, 0, 0), nodes(1, 1, 1), nodes(0, 0),
    ],
    "averageClustering()": [
      none, whole(0), whole(0), whole(0), whole(0), whole(1), whole(0), whole(0), whole(1), whole(0),
    ],
    "transitivity()": [none, none, none, none, none, whole(1), whole(0), none, whole(1), none],
    // All joined: 3 · (1/3 + 2/9)². Triangle: 2 · (1/2 + 1/4)². Star: 4 · (1/4)².
    "constraint()": [
      nodes(), nodes(nan), nodes(1, 1), nodes(nan, nan, nan), nodes(1, 1, 1, 1),
      nodes(25.0 / 27, 25.0 / 27, 25.0 / 27, 25.0 / 27), nodes(0.25, 1, 1, 1, 1), nodes(1, 1, nan),
      nodes(1.125, 1.125, 1.125), nodes(1, 1),
    ],
    "effectiveSize()": [
      nodes(), nodes(nan), nodes(1, 1), nodes(nan, nan, nan), nodes(1, 1, 1, 1), nodes(1, 1, 1, 1),
      nodes(4, 1, 1, 1, 1), nodes(1, 1, nan), nodes(1, 1, 1), nodes(1, 1),
    ],
    "structuralHoles(), efficiency": [
      nodes(), nodes(nan), nodes(1, 1), nodes(nan, nan, nan), nodes(1, 1, 1, 1),
      nodes(1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3), nodes(1, 1, 1, 1, 1), nodes(1, 1, nan), nodes(0.5, 0.5, 0.5),
      nodes(1, 1),
    ],
    "dominators()": dominators,
    "dominates(_:over:)": dominators,
    // Two pairs, one of each in the core: sums of products 1/3, of squares 4/3 for the edges and 5/6 for the ideal.
    "corePeriphery(_:exactLimit:), core tied to all": [
      none, none, none, none, whole(0.1.squareRoot()), none, whole(1), whole(0.5), none, none,
    ],
    "corePeriphery(_:exactLimit:), cores tied to all": [
      noSets, noSets, noSets, noSets, sets([0, 2], [0, 3], [1, 2], [1, 3]), noSets, sets([0]), sets([0], [1]), noSets,
      noSets,
    ],
    // Star: a core of the centre and one leaf, all other leaves apart, and the edges between left aside.
    "corePeriphery(_:exactLimit:), between ignored": [
      none, none, none, none, none, none, whole(1), none, none, none,
    ],
    "corePeriphery(_:exactLimit:), cores, between ignored": [
      noSets, noSets, noSets, noSets, noSets, noSets, sets([0, 1], [0, 2], [0, 3], [0, 4]), noSets, noSets, noSets,
    ],
  ]

  private static let dominators: [Reading] = [
    each(), each([]), each([1], [0]), each([1, 2], [0, 2], [0, 1]), each([1], [0], [3], [2]),
    each([1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]),
    each([], [0, 2, 3, 4], [0, 1, 3, 4], [0, 1, 2, 4], [0, 1, 2, 3]),
    each([1], [0], [0, 1]), each([1, 2], [0, 2], [0, 1]), each([1], [0]),
  ]

  private static let weakParts: [Reading] = [
    noSets, sets([0]), sets([0, 1]), sets([0], [1], [2]), sets([0, 1], [2, 3]), sets([0, 1, 2, 3]),
    sets([0, 1, 2, 3, 4]), sets([0, 1], [2]), sets([0, 1, 2]),
  ]

  private static let cohesionRows: [String: [Reading]] = [
    "components()": weakParts + [sets([0, 1])],
    "strongComponents()": weakParts + [sets([0], [1])],
    "biconnectivity()": [
      noSets, noSets, sets([0, 1]), noSets, sets([0, 1], [2, 3]), sets([0, 1, 2, 3]),
      sets([0, 1], [0, 2], [0, 3], [0, 4]), sets([0, 1]), sets([0, 1, 2]), sets([0, 1]),
    ],
    "cutNodes()": [noNode, noNode, noNode, noNode, noNode, noNode, sets([0]), noNode, noNode, noNode],
    "bridges()": [
      noSets, noSets, sets([0, 1]), noSets, sets([0, 1], [2, 3]), noSets, sets([0, 1], [0, 2], [0, 3], [0, 4]),
      sets([0, 1]), noSets, sets([0, 1]),
    ],
    "fragmentation()": [
      none, none, whole(0), whole(1), whole(2.0 / 3), whole(0), whole(0), whole(2.0 / 3), whole(0), whole(0),
    ],
    "connectedness()": [
      none, none, whole(1), whole(0), whole(1.0 / 3), whole(1), whole(1), whole(1.0 / 3), whole(1), whole(1),
    ],
    "fragmentationWithout()": [
      nodes(), nodes(nan), nodes(nan, nan), nodes(1, 1, 1), nodes(2.0 / 3, 2.0 / 3, 2.0 / 3, 2.0 / 3),
      nodes(0, 0, 0, 0), nodes(1, 0, 0, 0, 0), nodes(1, 1, 0), nodes(0, 0, 0), nodes(nan, nan),
    ],
    // The directed cycle has one arc of four it could spare; the arc none of one.
    "krackhardtEfficiency()": [none, none, none, none, none, whole(0), whole(1), none, whole(0.75), whole(1)],
    "centralization(of:as:), degree": degreeCentralization,
    "degreeCentralization()": degreeCentralization,
    "betweennessCentralization(of:threads:)": [
      none, none, none, whole(0), whole(0), whole(0), whole(1), whole(0), none, none,
    ],
    "closenessCentralization(of:threads:)": [
      none, none, none, whole(0), whole(0), whole(0), whole(1), whole(0.75), none, none,
    ],
  ]

  private static let degreeCentralization: [Reading] = [
    none, none, none, whole(0), whole(0), whole(0), whole(1), whole(0.5), none, none,
  ]

  private static let groupRows: [String: [Reading]] = [
    "communities(resolution:seed:)": weakParts + [sets([0, 1])],
    "modularity(of:resolution:)": [
      none, none, whole(-0.5), none, whole(-0.5), whole(-1.0 / 6), whole(-0.125), whole(-0.5), whole(-2.0 / 9),
      whole(-0.5),
    ],
    // Edges within groups and between them.
    "mixing(of:)": [
      whole(0, 0), whole(0, 0), whole(0, 1), whole(0, 0), whole(0, 2), whole(2, 4), whole(2, 2), whole(0, 1),
      whole(1, 2), whole(0, 1),
    ],
    "assortativity(groups:)": [
      none, none, whole(-1), none, whole(-1), whole(-1.0 / 3), whole(-1.0 / 3), whole(-1), whole(-0.5), whole(0),
    ],
    "eiIndex(groups:)": [
      none, none, whole(1), none, whole(1), whole(1.0 / 3), whole(0), whole(1), whole(1.0 / 3), whole(1),
    ],
    "eiIndices(groups:)": [
      nodes(), nodes(nan), nodes(1, 1), nodes(nan, nan, nan), nodes(1, 1, 1, 1),
      nodes(1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3), nodes(0, 1, -1, 1, -1), nodes(1, 1, nan), nodes(0, 1, 0),
      nodes(1, 1),
    ],
    "participationCoefficient(groups:)": [
      nodes(), nodes(nan), nodes(0, 0), nodes(nan, nan, nan), nodes(0, 0, 0, 0),
      nodes(4.0 / 9, 4.0 / 9, 4.0 / 9, 4.0 / 9), nodes(0.5, 0, 0, 0, 0), nodes(0, 0, nan), nodes(0.5, 0, 0.5),
      nodes(0, 0),
    ],
    "brokerage(groups:), total": [
      nodes(), nodes(0), nodes(0, 0), nodes(0, 0, 0), nodes(0, 0, 0, 0), nodes(0, 0, 0, 0), nodes(12, 0, 0, 0, 0),
      nodes(0, 0, 0), nodes(1, 1, 1), nodes(0, 0),
    ],
    // Star: the middle and leaves 2 and 4 are of one group, leaves 1 and 3 of the other. Cycle: 2 → 0 → 1, 0 → 1 → 2 and
    // 1 → 2 → 0 with groups 0, 1, 0. Two groups have no three different ones.
    "brokerage(groups:), coordinator": brokerage(star: 2, cycle: 0, 0, 0),
    "brokerage(groups:), itinerant": brokerage(star: 2, cycle: 0, 1, 0),
    "brokerage(groups:), gatekeeper": brokerage(star: 4, cycle: 0, 0, 1),
    "brokerage(groups:), representative": brokerage(star: 4, cycle: 1, 0, 0),
    "brokerage(groups:), liaison": brokerage(star: 0, cycle: 0, 0, 0),
  ]

  private static func brokerage(star: Double, cycle: Double...) -> [Reading] {
    [
      nodes(), nodes(0), nodes(0, 0), nodes(0, 0, 0), nodes(0, 0, 0, 0), nodes(0, 0, 0, 0), nodes(star, 0, 0, 0, 0),
      nodes(0, 0, 0), .perNode(cycle), nodes(0, 0),
    ]
  }
}
