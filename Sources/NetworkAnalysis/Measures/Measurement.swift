import GraphCore
import GraphMeasures
import NetworkModel

/// Measures one network; what several measures need is computed once.
///
/// Partners are in dataset order. What is not defined is nil, never 0.
public final class Measurement {
  public let network: Network
  public let options: MeasureOptions
  /// Numbers of the partners' main sectors, positions in `sectors`; nil for a partner without one.
  let groups: [Int?]
  /// Ids of the main sectors that partners have, in the order of `Network.sectorIDs`.
  public let sectors: [String]

  let progress: ProgressHandler?

  /// - Parameter progress: told from 0 to 1 how far each of the long passes over a large network has come.
  public init(_ network: Network, options: MeasureOptions = MeasureOptions(), progress: ProgressHandler? = nil) {
    self.progress = progress
    self.network = network
    self.options = options
    let present = Set(network.partners.compactMap(\.mainSector))
    sectors = network.sectorIDs.filter(present.contains)
    let numbers = Dictionary(uniqueKeysWithValues: sectors.enumerated().map { ($1, $0) })
    groups = network.partners.map { $0.mainSector.flatMap { numbers[$0] } }
  }

  // MARK: Graphs

  /// Every edge weighs 1.
  lazy var graph: Graph = network.graph(weight: .none, direction: options.direction)

  lazy var undirected: Graph =
    graph.isDirected ? network.graph(weight: .none, direction: .ignore) : graph

  /// Weighted as the options say.
  lazy var weighted: Graph =
    options.weight == .none ? graph : network.graph(weight: options.weight, direction: options.direction)

  private var weightedUndirected: Graph {
    if !weighted.isDirected { return weighted }
    return options.weight == .none ? undirected : network.graph(weight: options.weight, direction: .ignore)
  }

  /// Weighted by strength where the options name no weight: a strength is always a sum of strengths.
  lazy var strengthGraph: Graph =
    network.graph(weight: options.weight == .trust ? .trust : .strength, direction: options.direction)

  public var isDirected: Bool { graph.isDirected }

  /// Whether pairs have no rating and are left out, though the options ask for trust as weight.
  public var leavesOutUnratedTies: Bool { options.weight == .trust && weighted.edgeCount < graph.edgeCount }

  private var pathLength: PathLength { options.weight == .none ? .hops : .inverseWeight }

  /// Beyond this many steps betweenness is estimated unless an exact one is asked for.
  private static let exactLimit = 5_000_000_000

  /// Whether the network is so large that betweenness is estimated, unless it is less work to compute it in full.
  public var isLarge: Bool {
    !options.isExact
      && weighted.nodeCount.multipliedReportingOverflow(by: weighted.edgeCount).partialValue > Self.exactLimit
  }

  /// Whether betweenness is estimated with a stated bound; in a large network this takes as long as the estimate.
  public var isBetweennessEstimated: Bool { betweennessEstimate.map { $0.epsilon > 0 } ?? false }

  // MARK: What several measures share

  lazy var profile: DistanceProfile = weighted.distanceProfile(
    pathLength: pathLength, threads: options.threads, progress: progress)

  /// Whether there are distances, but not from every partner to every other.
  public var joinsOnlySomePairs: Bool { profile.joinedPairs > 0 && !profile.isConnected }

  lazy var hopProfile: DistanceProfile =
    options.weight == .none ? profile : graph.distanceProfile(threads: options.threads)

  lazy var undirectedHopProfile: DistanceProfile =
    graph.isDirected ? undirected.distanceProfile(threads: options.threads) : hopProfile

  lazy var betweenness: NodeScores? =
    isLarge
    ? (isBetweennessEstimated ? nil : betweennessEstimate?.scores)
    : weighted.betweenness(pathLength: pathLength, scale: .count, threads: options.threads, progress: progress)

  lazy var betweennessShare: NodeScores? = betweenness.map(share)

  private func share(_ counts: NodeScores) -> NodeScores {
    let n = Double(weighted.nodeCount)
    let pairs = (n - 1) * (n - 2) / (weighted.isDirected ? 1 : 2)
    return NodeScores(values: counts.values.map { pairs > 0 ? $0 / pairs : .nan })
  }

  /// Counts of paths, with how far they may be wrong; nil but for large networks.
  public private(set) lazy var betweennessEstimate: BetweennessEstimate? =
    isLarge
    ? weighted.estimatedBetweenness(
      pathLength: pathLength, scale: .count, seed: options.seed, threads: options.threads) : nil

  /// As a share of the pairs without the partner.
  lazy var estimatedShare: NodeScores? = betweennessEstimate.map { share($0.scores) }

  /// Of the network without directions, as `--direction ignore` has it. The two arcs of a directed graph would be added:
  /// trust would be a sum of ratings instead of their mean, and an undirected tie would count twice as much as a directed.
  lazy var communities: Communities = weightedUndirected.communities(seed: options.seed)
  lazy var components: NodePartition = undirected.components()
  lazy var biconnectivity: Biconnectivity = undirected.biconnectivity()
  lazy var triangles: Triangles = undirected.triangles()
  lazy var holes: StructuralHoles = weighted.structuralHoles()
  lazy var mixing: GroupMixing = undirected.mixing(of: groups)
  lazy var brokerage: [BrokerageRoles?] = graph.brokerage(groups: groups)

  var pathLengthOfEdges: PathLength { pathLength }
}
