import GraphCore

/// How diverse a population is that falls into groups.
///
///     let sectors = Diversity(counts: [2, 2, 1])
///     sectors.blau                // 0.64
///     sectors.effectiveGroups     // 2.87: as diverse as that many groups of equal size
public struct Diversity: Sendable, Hashable {
  /// The sizes of the groups that are not empty.
  public let counts: [Int]

  /// - Precondition: no count is negative. Empty groups are left out.
  public init(counts: [Int]) {
    precondition(counts.allSatisfy { $0 >= 0 }, "a group has no negative size")
    self.counts = counts.filter { $0 > 0 }
  }

  /// The diversity of the groups of a graph's nodes; nodes without a group are left out.
  public init(groups: [Int?]) {
    var counts: [Int: Int] = [:]
    for case let group? in groups { counts[group, default: 0] += 1 }
    self.init(counts: counts.sorted { $0.key < $1.key }.map(\.value))
  }

  private var total: Int { counts.reduce(0, +) }

  /// The chance that two members drawn with replacement are of different groups, 1 − Σp²; nil without members.
  ///
  /// - Reference: P. M. Blau, “Inequality and Heterogeneity”, 1977.
  public var blau: Double? {
    guard total > 0 else { return nil }
    let squares = counts.reduce(0) { $0 + $1 * $1 }
    return 1 - Double(squares) / (Double(total) * Double(total))
  }

  /// Shannon's entropy −Σ p ln p, in nats; nil without members.
  public var shannon: Double? {
    guard total > 0 else { return nil }
    guard counts.count > 1 else { return 0 }
    // Sorted, so that renaming groups changes no bit of the sum.
    return counts.sorted().reduce(0.0) { sum, count in
      let share = Double(count) / Double(total)
      return sum - share * naturalLogarithm(share)
    }
  }

  /// How even the groups are: entropy over its largest value, ln S for S groups; nil for fewer than two groups.
  ///
  /// - Reference: E. C. Pielou, “The measurement of diversity in different types of biological collections”, 1966,
  ///   doi:10.1016/0022-5193(66)90013-0.
  public var pielou: Double? {
    guard counts.count > 1, let shannon else { return nil }
    return shannon / naturalLogarithm(Double(counts.count))
  }

  /// The number of groups of equal size that are as diverse, exp(entropy); nil without members.
  ///
  /// - Reference: L. Jost, “Entropy and diversity”, 2006, doi:10.1111/j.2006.0030-1299.14714.x.
  public var effectiveGroups: Double? { shannon.map(exponential) }
}
