import GraphCore
import Testing

@testable import GraphMeasures

/// A measure of `Graph` in one of its variants, so that all of them can be put to the same test.
struct EveryMeasure: Sendable, CustomTestStringConvertible {
  /// The method as in the sources, with its labels.
  let symbol: String
  /// What sets this variant apart from the method's others.
  let variant: String
  /// The work that the number of threads is chosen by; nil for a measure without threads.
  var threadedWork: ThreadedWork?
  /// The largest graph for which the result is sure to be the best, and so the same under any numbering.
  var exactLimit = Int.max
  /// How far a value may be off.
  var tolerance = 1e-9
  /// Why the result may depend on how nodes are numbered.
  var numberingMatters: String?
  let read: @Sendable (_ graph: Graph, _ groups: [Int?], _ threads: Int) throws -> Reading

  /// How a measure's work is divided among threads.
  enum ThreadedWork: Sendable {
    /// One search from every node, or a sample of them.
    case plainSearches
    /// In hops many searches side by side, part by part.
    case searchesInLanes
    /// Searches from the nodes farthest from the middle, while they may be farther apart than two known.
    case farthestNodes
  }

  var testDescription: String { variant.isEmpty ? symbol : "\(symbol), \(variant)" }

  init(
    _ symbol: String, _ variant: String = "", threads: ThreadedWork? = nil, exactLimit: Int = .max,
    tolerance: Double = 1e-9, numberingMatters: String? = nil,
    _ read: @escaping @Sendable (_ graph: Graph, _ groups: [Int?], _ threads: Int) throws -> Reading
  ) {
    self.symbol = symbol
    self.variant = variant
    threadedWork = threads
    self.exactLimit = exactLimit
    self.tolerance = tolerance
    self.numberingMatters = numberingMatters
    self.read = read
  }

  static let all = ties + paths + spectra + structure + cohesion + groupings

  static let ties = [
    EveryMeasure("degrees()") { graph, _, _ in .nodes(graph.degrees()) },
    EveryMeasure("outDegrees()") { graph, _, _ in .nodes(graph.outDegrees()) },
    EveryMeasure("inDegrees()") { graph, _, _ in .nodes(graph.inDegrees()) },
    EveryMeasure("strengths()") { graph, _, _ in .perNode(graph.strengths()) },
    EveryMeasure("outStrengths()") { graph, _, _ in .perNode(graph.outStrengths()) },
    EveryMeasure("inStrengths()") { graph, _, _ in .perNode(graph.inStrengths()) },
    EveryMeasure("isolates()") { graph, _, _ in .sets([graph.isolates()]) },
    EveryMeasure("density()") { graph, _, _ in .number(graph.density()) },
    EveryMeasure("reciprocity()") { graph, _, _ in .number(graph.reciprocity()) },
  ]

  static let paths = [
    EveryMeasure("betweenness(pathLength:scale:threads:progress:)", "count", threads: .plainSearches) {
      .nodes($0.betweenness(pathLength: $0.lengths, scale: .count, threads: $2))
    },
    EveryMeasure("betweenness(pathLength:scale:threads:progress:)", "fraction") {
      .nodes($0.betweenness(pathLength: $0.lengths, scale: .fraction, threads: $2))
    },
    EveryMeasure("edgeBetweenness(pathLength:scale:threads:progress:)", "count", threads: .plainSearches) {
      .perEdge($0.edgeBetweenness(pathLength: $0.lengths, scale: .count, threads: $2))
    },
    EveryMeasure("edgeBetweenness(pathLength:scale:threads:progress:)", "fraction") {
      .perEdge($0.edgeBetweenness(pathLength: $0.lengths, scale: .fraction, threads: $2))
    },
    EveryMeasure(
      "estimatedBetweenness(pathLength:scale:epsilon:delta:seed:threads:)", threads: .plainSearches, tolerance: 0.05,
      numberingMatters: "pairs of node numbers are drawn"
    ) {
      .nodes($0.estimatedBetweenness(pathLength: $0.lengths, epsilon: 0.05, threads: $2).scores)
    },
    EveryMeasure(
      "distanceProfile(pathLength:direction:threads:progress:)", "number reached", threads: .searchesInLanes
    ) { .nodes($0.profile(threads: $2).reached) },
    EveryMeasure(
      "distanceProfile(pathLength:direction:threads:progress:)", "sum of distances", threads: .searchesInLanes
    ) { .perNode($0.profile(threads: $2).total) },
    EveryMeasure(
      "distanceProfile(pathLength:direction:threads:progress:)", "sum of inverses", threads: .searchesInLanes
    ) { .perNode($0.profile(threads: $2).inverseTotal) },
    EveryMeasure("closeness(pathLength:threads:)", threads: .searchesInLanes) {
      .nodes($0.closeness(pathLength: $0.lengths, threads: $2))
    },
    EveryMeasure("harmonicCloseness(pathLength:threads:)", threads: .searchesInLanes) {
      .nodes($0.harmonicCloseness(pathLength: $0.lengths, threads: $2))
    },
    EveryMeasure("eccentricity(pathLength:threads:)", threads: .searchesInLanes) {
      .nodes($0.eccentricity(pathLength: $0.lengths, threads: $2))
    },
    EveryMeasure("diameter(pathLength:threads:)", threads: .farthestNodes) {
      .number($0.diameter(pathLength: $0.lengths, threads: $2))
    },
    EveryMeasure("meanDistance(pathLength:threads:)", threads: .searchesInLanes) {
      .number($0.meanDistance(pathLength: $0.lengths, threads: $2))
    },
    EveryMeasure("distanceFragmentation(pathLength:threads:)", threads: .searchesInLanes) {
      .number($0.distanceFragmentation(pathLength: $0.lengths, threads: $2))
    },
    EveryMeasure("distanceSummary(pathLength:threads:)", threads: .searchesInLanes) {
      let summary = $0.distanceSummary(pathLength: $0.lengths, threads: $2)
      return .whole([
        summary.diameter ?? .nan, summary.meanDistance ?? .nan, summary.isConnected ? 1 : 0,
        summary.distanceFragmentation ?? .nan,
      ])
    },
  ]

  static let spectra = [
    EveryMeasure("eigenvectorCentrality(tolerance:iterationLimit:)", tolerance: 1e-7) { graph, _, _ in
      .nodes(try graph.eigenvectorCentrality())
    },
    EveryMeasure("pageRank(damping:tolerance:iterationLimit:)") { graph, _, _ in .nodes(try graph.pageRank()) },
    EveryMeasure("katzCentrality(attenuation:tolerance:iterationLimit:)", tolerance: 1e-8) { graph, _, _ in
      .nodes(try graph.katzCentrality())
    },
  ]

  static let structure = [
    EveryMeasure("coreNumbers()") { graph, _, _ in .nodes(graph.coreNumbers()) },
    EveryMeasure("triangles()") { graph, _, _ in .nodes(graph.triangles().perNode) },
    EveryMeasure("localClustering()") { graph, _, _ in .nodes(graph.localClustering()) },
    EveryMeasure("averageClustering()") { graph, _, _ in .number(graph.averageClustering()) },
    EveryMeasure("transitivity()") { graph, _, _ in .number(graph.transitivity()) },
    EveryMeasure("constraint()") { graph, _, _ in .nodes(graph.constraint()) },
    EveryMeasure("effectiveSize()") { graph, _, _ in .nodes(graph.effectiveSize()) },
    EveryMeasure("structuralHoles()", "efficiency") { graph, _, _ in .nodes(graph.structuralHoles().efficiency) },
    EveryMeasure("dominators()") { graph, _, _ in .setPerNode(graph.dominators()) },
    EveryMeasure("dominates(_:over:)") { graph, _, _ in
      let nodes = 0..<graph.nodeCount
      return .setPerNode(nodes.map { u in nodes.filter { $0 != u && graph.dominates($0, over: u) } })
    },
    EveryMeasure("corePeriphery(_:exactLimit:)", "core tied to all", exactLimit: 16) { graph, _, _ in
      .number(graph.corePeriphery(.coreTiedToAll)?.correlation)
    },
    EveryMeasure("corePeriphery(_:exactLimit:)", "cores tied to all", exactLimit: 16) { graph, _, _ in
      .sets(graph.corePeriphery(.coreTiedToAll)?.cores ?? [])
    },
    EveryMeasure("corePeriphery(_:exactLimit:)", "between ignored", exactLimit: 16) { graph, _, _ in
      .number(graph.corePeriphery(.betweenIgnored)?.correlation)
    },
    EveryMeasure("corePeriphery(_:exactLimit:)", "cores, between ignored", exactLimit: 16) { graph, _, _ in
      .sets(graph.corePeriphery(.betweenIgnored)?.cores ?? [])
    },
  ]

  static let cohesion = [
    EveryMeasure("components()") { graph, _, _ in .sets(graph.components().members()) },
    EveryMeasure("strongComponents()") { graph, _, _ in .sets(graph.strongComponents().members()) },
    EveryMeasure("biconnectivity()") { graph, _, _ in .sets(graph.biconnectivity().components()) },
    EveryMeasure("cutNodes()") { graph, _, _ in .sets([graph.cutNodes()]) },
    EveryMeasure("bridges()") { graph, _, _ in .sets(graph.bridges().map { [$0.first, $0.second] }) },
    EveryMeasure("fragmentation()") { graph, _, _ in .number(graph.fragmentation()) },
    EveryMeasure("fragmentationWithout()") { graph, _, _ in .nodes(graph.fragmentationWithout()) },
    EveryMeasure("connectedness()") { graph, _, _ in .number(graph.connectedness()) },
    EveryMeasure("krackhardtEfficiency()") { graph, _, _ in .number(graph.krackhardtEfficiency()) },
    EveryMeasure("centralization(of:as:)", "degree") { graph, _, _ in
      .number(graph.centralization(of: NodeScores(values: graph.degrees().map(Double.init)), as: .degree))
    },
    EveryMeasure("degreeCentralization()") { graph, _, _ in .number(graph.degreeCentralization()) },
    EveryMeasure("betweennessCentralization(of:threads:)", threads: .plainSearches) {
      .number($0.betweennessCentralization(threads: $2))
    },
    EveryMeasure("closenessCentralization(of:threads:)", threads: .searchesInLanes) {
      .number($0.closenessCentralization(threads: $2))
    },
  ]

  static let groupings = [
    EveryMeasure(
      "communities(resolution:seed:)", numberingMatters: "nodes are visited in an order drawn by number"
    ) { graph, _, _ in .sets(graph.communities().partition.members()) },
    EveryMeasure("modularity(of:resolution:)") { graph, groups, _ in
      .number(graph.modularity(of: groups.map { $0 ?? 0 }))
    },
    EveryMeasure("mixing(of:)") { graph, groups, _ in
      let mixing = graph.mixing(of: groups)
      return .whole([Double(mixing.internalEdges), Double(mixing.externalEdges)])
    },
    EveryMeasure("assortativity(groups:)") { graph, groups, _ in .number(graph.assortativity(groups: groups)) },
    EveryMeasure("eiIndex(groups:)") { graph, groups, _ in .number(graph.eiIndex(groups: groups)) },
    EveryMeasure("eiIndices(groups:)") { graph, groups, _ in .nodes(graph.eiIndices(groups: groups)) },
    EveryMeasure("participationCoefficient(groups:)") { graph, groups, _ in
      .nodes(graph.participationCoefficient(groups: groups))
    },
    brokerage("total", \.total), brokerage("coordinator", \.coordinator), brokerage("itinerant", \.itinerant),
    brokerage("gatekeeper", \.gatekeeper), brokerage("representative", \.representative),
    brokerage("liaison", \.liaison),
  ]

  private static func brokerage(_ role: String, _ count: KeyPath<BrokerageRoles, Int> & Sendable) -> EveryMeasure {
    EveryMeasure("brokerage(groups:)", role) { graph, groups, _ in
      .perNode(graph.brokerage(groups: groups).map { $0.map { Double($0[keyPath: count]) } ?? .nan })
    }
  }
}

extension Graph {
  /// Weighted graphs are measured by their weights.
  fileprivate var lengths: PathLength { isWeighted ? .inverseWeight : .hops }

  fileprivate func profile(threads: Int) -> DistanceProfile {
    distanceProfile(pathLength: lengths, threads: threads)
  }
}
