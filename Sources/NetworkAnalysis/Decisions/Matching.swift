import NetworkModel

/// Who meets whose need.
public struct Matching: Sendable, Hashable {
  public struct Pair: Sendable, Hashable {
    /// Position in `Network.needs`.
    public let need: Int
    /// Position in `Network.offers`.
    public let offer: Int
    public let fit: Double
  }

  /// Σ fit × priority of the pairs; no assignment reaches more.
  public let value: Double
  /// In the order of the needs.
  public let pairs: [Pair]
  /// Positions of the needs that no offer is left for, or none fits.
  public let unmet: [Int]
  /// Positions of the offers that serve no need.
  public let unused: [Int]
  /// Ideas and the funds that could carry them.
  public let funding: Funding
  /// Partners that could serve each other in a circle.
  public let cycles: ExchangeCycles
}

extension Network {
  /// The best assignment of offers to needs, of funds to ideas, and circles of exchange.
  ///
  /// The assignment maximises Σ fit × priority; each need is met at most once, each offer serves at most as many needs
  /// as its capacity says, and only pairs with a fit above 0 count. Always a proved optimum; of several the first: need
  /// by need in their order the first offer that an optimum allows.
  ///
  /// - Parameter limit: how many circles are listed.
  public func matching(limit: Int = 20) -> Matching {
    let fits = FitTable(self)
    let offerOfNeed = assignedOffers(fits)
    let pairs = offerOfNeed.enumerated().compactMap { need, offer in
      offer.map { Matching.Pair(need: need, offer: $0, fit: fits.fit(need: need, offer: $0)) }
    }
    let used = Set(pairs.map(\.offer))
    return Matching(
      value: pairs.reduce(0) { $0 + $1.fit * Double(needs[$1.need].priority.rawValue) }, pairs: pairs,
      unmet: needs.indices.filter { offerOfNeed[$0] == nil }, unused: offers.indices.filter { !used.contains($0) },
      funding: Funding(self), cycles: ExchangeCycles(self, fits: fits, limit: max(0, limit)))
  }

  /// The offer that the best assignment gives to each need.
  func assignedOffers(_ fits: FitTable) -> [Int?] {
    CapacityAssignment(rows: weights(fits), capacity: offers.map(\.capacity)).column
  }

  /// Fit × priority as whole numbers whose sum cannot overflow.
  private func weights(_ fits: FitTable) -> [[CapacityAssignment.Pair]] {
    let largest = fits.offers.joined().reduce(1) { max($0, $1.fit) }
    let unit = min(Double(FitScale.unit), 0x1p60 / (3 * largest * Double(needs.count + 1)))
    return zip(needs, fits.offers).map { need, entries in
      entries.map { entry in
        // A fit above 0 is never nothing, however small.
        CapacityAssignment.Pair(
          column: entry.offer, weight: max(1, Int((entry.fit * unit).rounded())) * need.priority.rawValue)
      }
    }
  }
}
