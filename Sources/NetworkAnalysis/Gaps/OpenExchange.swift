import NetworkModel

/// A need that no offer is left for.
public struct UnmetNeed: Sendable, Hashable {
  /// Position in `Network.needs`.
  public let need: Int
  /// Positions in `Network.offers` of offers that fit but serve others; empty where none fits.
  public let fittingOffers: [Int]
}

/// An offer that serves no need.
public struct UnusedOffer: Sendable, Hashable {
  /// Position in `Network.offers`.
  public let offer: Int
  /// Whether it fits some need, which other offers meet better.
  public let fitsSomeNeed: Bool
}

/// What is left over when offers are assigned to needs as well as they can be.
struct OpenExchange {
  let needs: [UnmetNeed]
  let offers: [UnusedOffer]

  init(_ network: Network) {
    let fits = FitTable(network)
    let offerOfNeed = network.assignedOffers(fits)
    needs = network.needs.indices.filter { offerOfNeed[$0] == nil }.map { need in
      UnmetNeed(need: need, fittingOffers: fits.offers[need].map(\.offer))
    }
    let used = Set(offerOfNeed.compactMap { $0 })
    let fitting = Set(fits.offers.joined().map(\.offer))
    offers = network.offers.indices.filter { !used.contains($0) }.map { offer in
      UnusedOffer(offer: offer, fitsSomeNeed: fitting.contains(offer))
    }
  }
}
