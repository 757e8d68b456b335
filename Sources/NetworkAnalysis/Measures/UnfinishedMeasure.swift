import GraphMeasures

/// A measure of partners whose iteration ended without a result.
public struct UnfinishedMeasure: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// Every step came closer, but only little: walks multiply almost alike in several parts of the network.
    case slowness
    /// The weights differ by so much that products of them leave the range of numbers.
    case range
  }

  public let measure: PartnerMeasure
  /// How many steps were tried.
  public let iterations: Int
  public let reason: Reason

  public init(_ measure: PartnerMeasure, iterations: Int, reason: Reason) {
    self.measure = measure
    self.iterations = iterations
    self.reason = reason
  }

  init(_ measure: PartnerMeasure, _ cause: NotConverged) {
    self.init(measure, iterations: cause.iterations, reason: cause.residual.isFinite ? .slowness : .range)
  }
}
