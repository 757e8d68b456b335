import GraphCore
import NetworkModel

/// What speaks for a new tie.
public struct TieReason: Sendable, Hashable {
  /// A need of one that an offer of the other fits.
  public struct Exchange: Sendable, Hashable {
    /// Position in `Network.needs`.
    public let need: Int
    /// Position in `Network.offers`.
    public let offer: Int
    public let fit: Double
  }

  public let tie: NewTie
  /// How many partners stand on the two sides that the tie joins, the side of `a` first; nil where both are on one.
  /// For the objective `leadLoss` the sides are those that are left without the lead.
  public let sidesJoined: Sides?
  /// Steps from one to the other today; nil where there is no way.
  public let distance: Int?
  /// Whether no tie joins their main sectors yet; false where one has none, or both have the same.
  public let joinsSectors: Bool
  public let exchanges: [Exchange]
  /// Positions of partners with ties to both, ascending.
  public let commonAcquaintances: [Int]
  /// Who can bring the two together; nil without a common acquaintance.
  public let introducer: Introducer?

  public struct Sides: Sendable, Hashable {
    public let a: Int
    public let b: Int
  }

  /// What all reasons are read from.
  struct Context {
    private let network: Network
    private let acquaintance: Acquaintance
    private let order: PartnerOrder
    private let number: [Int]
    private let sizes: [Int]
    private let mixing: SectorMixing
    private let exchanges: [PartnerPair: [Exchange]]

    init(_ network: Network, acquaintance: Acquaintance, order: PartnerOrder) {
      self.network = network
      self.acquaintance = acquaintance
      self.order = order
      (number, sizes) = order.graph(of: acquaintance.graph).componentNumbers()
      mixing = SectorMixing(network, ties: acquaintance.graph)
      var exchanges: [PartnerPair: [Exchange]] = [:]
      for (need, entries) in FitTable(network).offers.enumerated() {
        for entry in entries {
          let pair = PartnerPair(network.needs[need].partner, network.offers[entry.offer].partner)
          exchanges[pair, default: []].append(Exchange(need: need, offer: entry.offer, fit: entry.fit))
        }
      }
      self.exchanges = exchanges
    }

    func reason(for tie: NewTie) -> TieReason {
      let sides = (number[order.number[tie.a]!], number[order.number[tie.b]!])
      return TieReason(
        tie: tie, sidesJoined: sides.0 == sides.1 ? nil : Sides(a: sizes[sides.0], b: sizes[sides.1]),
        distance: acquaintance.graph.distance(from: tie.a, to: tie.b), joinsSectors: mixing.isUntied(tie.a, tie.b),
        exchanges: exchanges[PartnerPair(tie.a, tie.b)] ?? [],
        commonAcquaintances: acquaintance.common(tie.a, tie.b), introducer: acquaintance.introducer(tie.a, tie.b))
    }
  }
}

extension Graph {
  /// Steps of a shortest path; nil where there is none.
  func distance(from source: Int, to target: Int) -> Int? {
    var distance = [Int](repeating: -1, count: nodeCount)
    distance[source] = 0
    var queue = [source]
    var head = 0
    while head < queue.count {
      let v = queue[head]
      if v == target { return distance[v] }
      head += 1
      for w in neighbors(of: v) where distance[Int(w)] < 0 {
        distance[Int(w)] = distance[v] + 1
        queue.append(Int(w))
      }
    }
    return nil
  }
}
