import GraphCore
import GraphMeasures
import NetworkModel

extension Measurement {
  /// The value for the network as a whole; nil where the measure is not defined.
  public func value(of measure: NetworkMeasure) -> MeasureValue? {
    switch measure {
    case .partners: return .integer(network.partners.count)
    case .ties: return .integer(graph.edgeCount)
    case .directed: return .flag(isDirected)
    case .density: return MeasureValue(graph.density())
    case .components: return .integer(components.count)
    case .isolates: return .integer(graph.isolates().count)
    case .diameter:
      guard let diameter = profile.diameter else { return nil }
      return options.weight == .none ? .integer(Int(diameter)) : .number(diameter)
    case .meanDistance: return MeasureValue(profile.meanDistance)
    case .transitivity: return MeasureValue(triangles.transitivity)
    case .averageClustering: return MeasureValue(triangles.averageClustering)
    case .degreeCentralization: return MeasureValue(graph.degreeCentralization())
    case .closenessCentralization:
      return MeasureValue(graph.centralization(of: hopProfile.closeness, as: .closeness))
    case .betweennessCentralization:
      guard let share = options.weight == .none ? betweennessShare : hopBetweennessShare else { return nil }
      return MeasureValue(graph.centralization(of: share, as: .betweennessShare))
    case .fragmentation: return MeasureValue(undirected.fragmentation())
    case .distanceFragmentation: return MeasureValue(undirectedHopProfile.distanceFragmentation)
    case .reciprocity: return MeasureValue(graph.reciprocity())
    case .eiIndex: return MeasureValue(mixing.eiIndex)
    case .sectorAssortativity: return MeasureValue(mixing.assortativity)
    case .modularity: return MeasureValue(communities.modularity)
    case .blau: return MeasureValue(diversity.blau)
    case .pielou: return MeasureValue(diversity.pielou)
    case .effectiveSectors: return MeasureValue(diversity.effectiveGroups)
    }
  }

  /// Whether betweenness centralization is missing only because the network is so large.
  public var lacksBetweennessCentralization: Bool {
    !isDirected && (options.weight == .none ? isBetweennessEstimated : isLarge)
  }

  private var hopBetweennessShare: NodeScores? {
    isLarge ? nil : graph.betweenness(scale: .fraction, threads: options.threads)
  }

  private var diversity: Diversity { Diversity(counts: mixing.sizes) }
}

/// What is measured of the two partners of one or more ties.
public struct TieMeasures: Sendable, Hashable {
  /// Positions of the partners in `Network.partners`.
  public let source: Int
  public let target: Int
  public let strength: Double
  /// nil in large networks, where that of partners is estimated.
  public let betweenness: Double?
  /// Whether the network falls apart without it.
  public let isBridge: Bool
}

extension Measurement {
  /// Every edge of the graph once, by source, then target.
  public func ties() -> [TieMeasures] {
    let bridges = Set(biconnectivity.bridges)
    let betweenness =
      isLarge
      ? nil
      : weighted.edgeBetweenness(
        pathLength: pathLengthOfEdges, scale: .count, threads: options.threads, progress: progress)
    return weighted.edges.enumerated().map { index, edge in
      TieMeasures(
        source: edge.source, target: edge.target,
        strength: strengthGraph.weight(from: edge.source, to: edge.target) ?? edge.weight,
        betweenness: betweenness?[index], isBridge: bridges.contains(NodePair(edge.source, edge.target)))
    }
  }
}

/// What is measured of one sector.
public struct SectorMeasures: Sendable, Hashable {
  public let sector: String
  public let partners: Int
  /// Ties between partners of the sector.
  public let internalTies: Int
  /// Ties to partners of other sectors.
  public let externalTies: Int
  public let eiIndex: Double?
  /// Ties within the sector over those possible; nil for fewer than two partners.
  public let density: Double?
}

extension Measurement {
  /// The main sectors that partners have, the template's first; each tie counted once.
  public func sectorMeasures() -> [SectorMeasures] {
    sectors.indices.map { sector in
      let within = mixing.edges(from: sector, to: sector)
      let across = sectors.indices.reduce(0) { $1 == sector ? $0 : $0 + mixing.edges(from: sector, to: $1) }
      let possible = mixing.possibleEdges(from: sector, to: sector)
      return SectorMeasures(
        sector: sectors[sector], partners: mixing.sizes[sector], internalTies: within, externalTies: across,
        eiIndex: mixing.eiIndex(of: sector), density: possible > 0 ? Double(within) / Double(possible) : nil)
    }
  }
}
