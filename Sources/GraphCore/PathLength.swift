/// What a step along an edge adds to the length of a path.
public enum PathLength: String, Sendable, Hashable, CaseIterable {
  /// Every edge counts 1.
  case hops
  /// An edge of weight `w` counts 1/w: the stronger a tie, the nearer its ends. Without weights the same as `hops`.
  case inverseWeight
}
