/// What a lead partner has to do.
public enum LeadTask: String, Sendable, Hashable, CaseIterable {
  case recruitment, cooperation, phases, finances
  case publicRelations = "public_relations"
}

/// Who does one of the lead's tasks; nobody where `partner` is nil.
public struct TaskAssignment: Sendable, Hashable {
  public let task: LeadTask
  /// Position of the partner in `Network.partners`.
  public let partner: Int?
}
