import GraphCore
import GraphMeasures
import NetworkModel

extension Measurement {
  /// One value for each partner, in dataset order; nil where the measure is not defined for a partner.
  ///
  /// - Throws: ``UnfinishedMeasure`` where an iteration ends without a result.
  public func values(of measure: PartnerMeasure) throws(UnfinishedMeasure) -> [MeasureValue?] {
    do { return try iteratedValues(of: measure) } catch { throw UnfinishedMeasure(measure, error) }
  }

  private func iteratedValues(of measure: PartnerMeasure) throws(NotConverged) -> [MeasureValue?] {
    let count = network.partners.count
    func numbers(_ scores: NodeScores) -> [MeasureValue?] { (0..<count).map { MeasureValue(scores[$0]) } }
    func integers(_ values: [Int]) -> [MeasureValue?] { values.map { .integer($0) } }
    func roles(_ role: KeyPath<BrokerageRoles, Int>) -> [MeasureValue?] {
      brokerage.map { $0.map { .integer($0[keyPath: role]) } }
    }
    let undefined = [MeasureValue?](repeating: nil, count: count)
    switch measure {
    case .sector: return network.partners.map { $0.mainSector.map { .text($0) } }
    case .degree: return integers(graph.degrees())
    case .inDegree: return isDirected ? integers(graph.inDegrees()) : undefined
    case .outDegree: return isDirected ? integers(graph.outDegrees()) : undefined
    case .strength: return strengthGraph.strengths().map { .number($0) }
    case .inStrength: return isDirected ? strengthGraph.inStrengths().map { .number($0) } : undefined
    case .outStrength: return isDirected ? strengthGraph.outStrengths().map { .number($0) } : undefined
    case .betweenness: return betweenness.map(numbers) ?? undefined
    case .betweennessShare: return betweennessShare.map(numbers) ?? undefined
    case .betweennessEstimate: return estimatedShare.map(numbers) ?? undefined
    case .closeness: return numbers(profile.closeness)
    case .harmonic: return numbers(profile.harmonicCloseness)
    case .eigenvector: return numbers(try weighted.eigenvectorCentrality())
    case .pageRank: return numbers(try weighted.pageRank())
    case .katz: return numbers(try weighted.katzCentrality())
    case .coreNumber: return integers(graph.coreNumbers())
    case .clustering: return numbers(triangles.clustering)
    case .constraint: return numbers(holes.constraint)
    case .effectiveSize: return numbers(holes.effectiveSize)
    case .participationCoefficient: return numbers(undirected.participationCoefficient(groups: groups))
    case .eiIndex: return numbers(undirected.eiIndices(groups: groups))
    case .coordinator: return roles(\.coordinator)
    case .itinerant: return roles(\.itinerant)
    case .gatekeeper: return roles(\.gatekeeper)
    case .representative: return roles(\.representative)
    case .liaison: return roles(\.liaison)
    // Numbered from 1, the largest first.
    case .community: return communities.membership.map { .integer($0 + 1) }
    case .cutPartner: return biconnectivity.isCutNode.map { .flag($0) }
    case .fragmentationWithout: return numbers(biconnectivity.fragmentationWithout)
    }
  }
}
