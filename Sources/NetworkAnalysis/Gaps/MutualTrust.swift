import NetworkModel

/// How far partners trust each other.
public struct MutualTrust: Sendable, Hashable {
  /// Two partners with the mean of the ratings that each gave the other, 1 ... 4.
  public struct RatedPair: Sendable, Hashable {
    /// Positions in `Network.partners`, the smaller first.
    public let pair: PartnerPair
    /// How `pair.a` rates `pair.b`; nil where it did not say.
    public let trust: Double?
    /// How `pair.b` rates `pair.a`.
    public let trustBack: Double?
  }

  /// Ratings from here on are trust.
  public static let threshold = 3.0

  /// Pairs that rated each other.
  public let pairs: Int
  /// Of these, the share in which both ratings are 3 or more; nil without such pairs, as all that follows.
  public let share: Double?
  public let mean: Double?
  /// Of the two ratings of a pair, absolute.
  public let meanDifference: Double?
  /// 100 · (mean − 1)/3
  public var percent: Double? { mean.map { 100 * ($0 - 1) / 3 } }
  /// One side trusts (3 or more), the other does not.
  public let oneSided: [RatedPair]
  /// No rating that was given reaches 3.
  public let low: [RatedPair]

  public init(_ network: Network) {
    var given: [PartnerPair: (forth: [Double], back: [Double])] = [:]
    for tie in network.ties where tie.source != tie.target && (tie.trust != nil || tie.trustBack != nil) {
      let isForth = tie.source < tie.target
      let pair = PartnerPair(tie.source, tie.target)
      if let trust = isForth ? tie.trust : tie.trustBack { given[pair, default: ([], [])].forth.append(trust) }
      if let trust = isForth ? tie.trustBack : tie.trust { given[pair, default: ([], [])].back.append(trust) }
    }
    // Sorted before they are added, so that the sums have the same bits in whatever order the ties came.
    func mean(_ ratings: [Double]) -> Double? {
      ratings.isEmpty ? nil : ratings.sorted().reduce(0, +) / Double(ratings.count)
    }
    let rated = given.map { RatedPair(pair: $0, trust: mean($1.forth), trustBack: mean($1.back)) }
      .sorted { ($0.pair.a, $0.pair.b) < ($1.pair.a, $1.pair.b) }
    let both = rated.compactMap { entry in entry.trust.flatMap { a in entry.trustBack.map { (a, $0) } } }
    pairs = both.count
    func average(_ value: ((Double, Double)) -> Double) -> Double? {
      both.isEmpty ? nil : both.reduce(0) { $0 + value($1) } / Double(both.count)
    }
    share = average { min($0.0, $0.1) >= Self.threshold ? 1 : 0 }
    self.mean = average { ($0.0 + $0.1) / 2 }
    meanDifference = average { abs($0.0 - $0.1) }
    oneSided = rated.filter { entry in
      guard let a = entry.trust, let b = entry.trustBack else { return false }
      return (a >= Self.threshold) != (b >= Self.threshold)
    }
    low = rated.filter { max($0.trust ?? 0, $0.trustBack ?? 0) < Self.threshold }
  }
}
