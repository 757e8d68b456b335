import GraphCore
import NetworkModel

/// What is to be feared most when partners leave.
public enum LossObjective: String, Sendable, Hashable, CaseIterable {
  /// F of the partners that remain: pairs that are no longer joined.
  case fragmentation
  /// DF of the partners that remain: long ways between partners count too.
  case distance
}

/// The sets of partners whose loss damages the network most.
public struct WorstLosses: Sendable, Hashable {
  public let objective: LossObjective
  /// F or DF before anybody leaves; nil where it is not defined or was not computed.
  public let before: Double?
  /// Positions in `Network.partners`, each set sorted by id, the sets by their ids.
  public let found: OptimalSets<Int>
}

extension Network {
  /// The most damaging sets of partners to lose, with proof.
  ///
  /// The value is F or DF of the partners that remain (Borgatti 2006, doi:10.1007/s10588-006-7084-x), on undirected
  /// ties. The search is exact: where `found.isOptimal`, no set of `count` partners does more damage.
  ///
  /// - Parameters:
  ///   - count: how many partners leave; at least two remain.
  ///   - limit: how many of equally damaging sets are listed.
  ///   - work: search nodes allowed; a network of more than about 60 partners takes more than one for each set.
  /// - Throws: `tooFew`, `tooMany`; `tooLarge` where DF cannot be computed even once.
  public func worstLosses(
    count: Int, objective: LossObjective = .fragmentation, limit: Int = 20, work: Int = 20_000_000
  ) throws(DecisionError) -> WorstLosses {
    guard count >= 1 else { throw .tooFew(.partnersToLose, asked: count, least: 1) }
    let possible = max(0, partners.count - 2)
    guard count <= possible else { throw .tooMany(.partnersToLose, asked: count, possible: possible) }
    let order = PartnerOrder(self)
    let graph = order.graph(of: self.graph(direction: .ignore))
    let remaining = partners.count - count
    let pairs = Double(remaining) * Double(remaining - 1)
    func sets(_ sets: [[Int]]) -> [[Int]] { sets.map { $0.map { order.partners[$0] } } }
    let found: OptimalSets<Int>
    let before: Double?
    switch objective {
    case .fragmentation:
      let result = FragmentationSearch.search(graph, count: count, limit: limit, work: work)
      found = OptimalSets(
        value: 1 - Double(result.best) / pairs, isOptimal: result.isOptimal,
        bound: 1 - Double(result.bound) / pairs, sets: sets(result.sets),
        equalSets: result.count.map { WholeNumber($0) }, areFirst: result.count != nil)
      before = Cohesion.fragmentation(graph)
    case .distance:
      guard let result = DistanceLoss.search(graph, count: count, limit: limit, work: work) else {
        throw .tooLarge(partners: partners.count, ties: graph.edgeCount, work: work)
      }
      found = OptimalSets(
        value: 1 - HarmonicSum.value(result.best) / pairs, isOptimal: result.isOptimal,
        bound: 1 - HarmonicSum.value(result.bound) / pairs, sets: sets(result.sets),
        equalSets: result.count.map { WholeNumber($0) }, areFirst: result.count != nil)
      before = Cohesion.distanceFragmentation(graph)
    }
    return WorstLosses(objective: objective, before: before, found: found)
  }
}
