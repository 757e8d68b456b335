import NetworkAnalysis
import NetworkModel

extension MapGaps {
  /// What is missing in a network, and the two new ties that help most: for the others to stay joined without the lead;
  /// without a lead, for the whole.
  ///
  /// - Parameter work: search nodes allowed for the new ties.
  public init(_ network: Network, work: Int = 20_000_000) {
    self.init()
    let gaps = network.gaps()
    cutPartners = gaps.cutPartners.map(\.partner)
    unmetNeeds = gaps.unmetNeeds.flatMap { unmet in
      let need = network.needs[unmet.need]
      return need.topics.map { (need.partner, $0) }
    }
    let objective: TieObjective = network.leads.isEmpty ? .fragmentation : .leadLoss
    // Where there is no room for two more ties, or no time to find them, the map shows the rest.
    let found = try? network.newTies(count: 2, objective: objective, limit: 1, work: work).found
    suggestedTies = found?.sets.first?.map { Tie($0.a, $0.b) } ?? []
  }
}
