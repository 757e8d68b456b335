/// A network meeting, in which positions, possibilities and needs become visible.
public struct Meeting: Sendable, Hashable {
  public let id: String
  public let date: PartialDate?
  public let topic: String?
  public let attributes: [Attribute]
}

/// A partner's presence at a meeting.
public struct Attendance: Sendable, Hashable {
  /// Position of the partner in `Network.partners`.
  public let partner: Int
  /// Position of the meeting in `Network.meetings`.
  public let meeting: Int
}
