/// Why a question about a decision has no answer.
public enum DecisionError: Error, Sendable, Hashable {
  /// Nobody leads the network, and no partners were named.
  case noLead
  /// No partner has this id, name or short name.
  case unknownPartners([String])
  /// Several partners have this name; they can only be told apart by id.
  case ambiguousPartner(String, ids: [String])
  /// No meeting has this id.
  case unknownMeeting(String)
  /// So many are asked for, but only some are possible: partners that can leave, ties that can be added, …
  case tooMany(Subject, asked: Int, possible: Int)
  /// So many are asked for, but there must be more.
  case tooFew(Subject, asked: Int, least: Int)
  /// The network is so large that not even a first answer is possible with so few search nodes.
  case tooLarge(partners: Int, ties: Int, work: Int)

  /// What there are too many or too few of.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    /// Partners that leave, of those that can leave so that two remain.
    case partnersToLose
    /// New ties, of the pairs that have none.
    case newTies
    case groups
    case rounds
  }
}
