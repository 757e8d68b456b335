/// How a network is measured.
public struct MeasureOptions: Sendable, Hashable {
  public var weight: TieWeight
  public var direction: TieDirection
  /// Processor threads; the numbers do not depend on it.
  public var threads: Int
  /// Whether betweenness is computed in full on networks so large that it is estimated else.
  public var isExact: Bool
  /// Seeds the communities and the estimates.
  public var seed: UInt64

  public init(
    weight: TieWeight = .none, direction: TieDirection = .automatic, threads: Int = 1, isExact: Bool = false,
    seed: UInt64 = 1
  ) {
    self.weight = weight
    self.direction = direction
    self.threads = threads
    self.isExact = isExact
    self.seed = seed
  }
}
