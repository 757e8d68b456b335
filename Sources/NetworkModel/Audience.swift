/// Who will see an output.
public enum Audience: String, Sendable, Hashable, CaseIterable {
  /// The people who run the network: everything.
  case `internal`
  /// Everybody: no contact data, trust or positions, and no partner named without consent.
  case `public`
}
