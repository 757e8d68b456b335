/// The best sets of a decision, and what was proved about them.
public struct OptimalSets<Element: Sendable & Hashable>: Sendable, Hashable {
  /// What every one of the sets reaches.
  public let value: Double
  /// Whether it is proved that no set reaches more.
  public let isOptimal: Bool
  /// No set is better than this; `value` where the optimum is proved.
  public let bound: Double
  /// The first of the sets, in the order that the decision states.
  public let sets: [[Element]]
  /// How many sets reach the value; nil where not all were seen.
  public let equalSets: WholeNumber?
  /// Whether `sets` are proved to be the first of all; where not, sets that come before them may exist.
  public let areFirst: Bool
}
