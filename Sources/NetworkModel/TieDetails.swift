/// What only some ties of a dataset have, kept apart from the row and from the tie, which share it.
///
/// Without it a row takes 88 bytes instead of 152, and a tie 64 instead of 120; a file can hold millions.
final class TieDetails: Equatable, @unchecked Sendable {
  // Unchecked: only `change` writes, and only to an instance that nobody else holds.
  var field: String?
  /// Of rows only: a tie has one strength.
  var strengthBack: Double?
  var trust: Double?
  var trustBack: Double?
  var period = Period.always

  init() {}

  private init(copying other: TieDetails) {
    field = other.field
    strengthBack = other.strengthBack
    trust = other.trust
    trustBack = other.trustBack
    period = other.period
  }

  /// Writes a value; one that says nothing needs no details.
  @inline(__always)
  static func change<Value>(
    _ details: inout TieDetails?, _ property: ReferenceWritableKeyPath<TieDetails, Value>, to value: Value,
    isEmpty: Bool
  ) {
    if isEmpty && details == nil { return }
    if details == nil {
      details = TieDetails()
    } else if !isKnownUniquelyReferenced(&details) {
      details = TieDetails(copying: details!)
    }
    details![keyPath: property] = value
  }

  static func areEqual(_ a: TieDetails?, _ b: TieDetails?) -> Bool {
    a === b || (a ?? TieDetails()) == (b ?? TieDetails())
  }

  static func == (a: TieDetails, b: TieDetails) -> Bool {
    a.field == b.field && a.strengthBack == b.strengthBack && a.trust == b.trust && a.trustBack == b.trustBack
      && a.period == b.period
  }
}
