/// An iteration that did not reach its tolerance; its unfinished numbers are not returned.
public struct NotConverged: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was computed, in the words of the field.
  public let measure: String
  public let iterations: Int
  /// How far the last step was from the solution, in the unit of `tolerance`.
  public let residual: Double
  public let tolerance: Double

  public init(measure: String, iterations: Int, residual: Double, tolerance: Double) {
    self.measure = measure
    self.iterations = iterations
    self.residual = residual
    self.tolerance = tolerance
  }

  public var description: String {
    "\(measure) did not converge: residual \(residual) after \(iterations) iterations, wanted \(tolerance)"
  }
}
