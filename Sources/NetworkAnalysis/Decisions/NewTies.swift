import GraphCore
import NetworkModel

/// What new ties are for.
public enum TieObjective: String, Sendable, Hashable, CaseIterable {
  /// F once the lead has left: that the others stay joined without it. Ties to the lead cannot help.
  case leadLoss = "lead-loss"
  /// F of the whole network.
  case fragmentation
  /// DF of the whole network; always adds spokes to the hub.
  case distance
  /// The number of pairs of sectors without a tie.
  case sectorPairs = "sector-pairs"
}

/// A tie that does not exist yet, by positions in `Network.partners`; the id of `a` comes first.
public struct NewTie: Sendable, Hashable {
  public let a: Int
  public let b: Int
}

/// The new ties that help most.
public struct NewTies: Sendable, Hashable {
  public let objective: TieObjective
  /// How many ties a set has.
  public let ties: Int
  /// What the objective is without new ties; where it is 0 there is nothing to do, and there are no sets.
  public let before: Double
  public let found: OptimalSets<NewTie>
  /// What speaks for each tie of the sets, in the order in which the sets name them first.
  public let reasons: [TieReason]
}

extension Network {
  /// The best sets of `count` new ties, with proof.
  ///
  /// Equal sets are ordered by the fit of needs and offers, then common acquaintances, then trust (each added up over
  /// the ties), then by ids. For `leadLoss`, `fragmentation` and `sectorPairs` the optimum and the number of equal sets
  /// follow from counting; for `distance` every set is tried.
  ///
  /// - Parameters:
  ///   - leaving: positions of the partners whose loss `leadLoss` should survive; nil for the lead, several together.
  ///   - limit: how many of equally good sets are listed.
  ///   - work: search nodes allowed.
  /// - Throws: `noLead`, `tooFew`, `tooMany`; `tooLarge` where distances cannot be computed for each new tie alone.
  public func newTies(
    count: Int, objective: TieObjective = .leadLoss, leaving: [Int]? = nil, limit: Int = 20, work: Int = 20_000_000
  ) throws(DecisionError) -> NewTies {
    guard count >= 1 else { throw .tooFew(.newTies, asked: count, least: 1) }
    let leaving = objective == .leadLoss ? leaving ?? leads : []
    if objective == .leadLoss && leaving.isEmpty { throw .noLead }
    let acquaintance = Acquaintance(self, fits: FitTable(self))
    let order = PartnerOrder(self, leavingOut: Set(leaving))
    let search = NewTieSearch(
      network: self, acquaintance: acquaintance, order: order, graph: order.graph(of: acquaintance.graph),
      count: count, limit: max(0, limit), work: max(0, work))
    let (before, found): (Double, OptimalSets<NewTie>)
    switch objective {
    case .leadLoss, .fragmentation: (before, found) = try search.joining()
    case .distance: (before, found) = try search.closing()
    case .sectorPairs: (before, found) = try search.mixing()
    }
    var reasons: [TieReason] = []
    var known: Set<NewTie> = []
    let context = TieReason.Context(self, acquaintance: acquaintance, order: order)
    for set in found.sets {
      for tie in set where known.insert(tie).inserted { reasons.append(context.reason(for: tie)) }
    }
    return NewTies(objective: objective, ties: count, before: before, found: found, reasons: reasons)
  }
}
