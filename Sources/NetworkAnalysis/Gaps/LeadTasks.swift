import NetworkModel

/// Who does one of the lead's tasks.
public struct LeadTaskHolders: Sendable, Hashable {
  public let task: LeadTask
  /// Positions in `Network.partners`; empty where nobody does it.
  public let holders: [Int]

  /// All tasks; nil where the dataset has no table of them, so that nobody can say.
  static func all(_ network: Network) -> [LeadTaskHolders]? {
    guard !network.tasks.isEmpty else { return nil }
    return LeadTask.allCases.map { task in
      LeadTaskHolders(
        task: task, holders: Set(network.tasks.filter { $0.task == task }.compactMap(\.partner)).sorted())
    }
  }
}
