import NetworkModel

/// Which funds could carry which ideas.
public struct Funding: Sendable, Hashable {
  public struct Carried: Sendable, Hashable {
    /// Position in `Network.projects`.
    public let idea: Int
    /// Position in `Network.offers`.
    public let offer: Int
  }

  /// An idea that no funds are left for.
  public struct Lacking: Sendable, Hashable {
    /// Position in `Network.projects`.
    public let idea: Int
    /// The budget less the largest amount that is left for it.
    public let amount: Double
    /// The funds with that amount, a position in `Network.offers`; nil where none are left for its topic.
    public let nearest: Int?
  }

  /// In the order of the ideas.
  public let carried: [Carried]
  /// In the order of the ideas.
  public let lacking: [Lacking]
  /// Ideas without a budget: nobody can say what would carry them.
  public let withoutBudget: [Int]

  /// The most ideas that the offered funds can carry, and of these the largest total budget.
  ///
  /// An idea is a project of status idea. An offer of funds carries it when its amount reaches the budget and, where
  /// both have a topic, its topics hold the idea's field; it carries as many as its capacity says, each with the amount.
  public init(_ network: Network) {
    let ideas = network.projects.indices.filter { network.projects[$0].status == .idea }
    withoutBudget = ideas.filter { network.projects[$0].budget == nil }
    let budgeted = ideas.compactMap { idea in network.projects[idea].budget.map { (idea: idea, budget: $0) } }
    let funds = network.offers.indices.filter { network.offers[$0].kind == .funds && network.offers[$0].amount != nil }
    let topics = funds.map { Set(network.offers[$0].topics.map(\.matchingKey).filter { !$0.isEmpty }) }
    func meets(_ idea: Int, _ position: Int) -> Bool {
      guard let field = network.projects[idea].field?.matchingKey, !field.isEmpty, !topics[position].isEmpty else {
        return true
      }
      return topics[position].contains(field)
    }

    // One idea more outweighs all budgets; amounts count in cents as far as the sum allows.
    let largest = budgeted.reduce(1) { max($0, $1.budget) }
    let count = Double(budgeted.count + 1)
    let unit = min(100, 0x1p60 / (count * count * largest))
    let budgets = budgeted.map { Int(($0.budget * unit).rounded()) }
    let outweighing = budgets.reduce(1, +)
    let assignment = CapacityAssignment(
      rows: zip(budgeted, budgets).map { entry, weight in
        funds.indices.filter { network.offers[funds[$0]].amount! >= entry.budget && meets(entry.idea, $0) }
          .map { CapacityAssignment.Pair(column: $0, weight: outweighing + weight) }
      }, capacity: funds.map { network.offers[$0].capacity })

    var left = funds.map { network.offers[$0].capacity }
    var carried: [Carried] = []
    for (entry, column) in zip(budgeted, assignment.column) {
      guard let column else { continue }
      left[column] -= 1
      carried.append(Carried(idea: entry.idea, offer: funds[column]))
    }
    self.carried = carried
    lacking = zip(budgeted, assignment.column).filter { $0.1 == nil }.map { entry, _ in
      let open = funds.indices.filter { left[$0] > 0 && meets(entry.idea, $0) }
      let nearest = open.max { network.offers[funds[$0]].amount! < network.offers[funds[$1]].amount! }
      return Lacking(
        idea: entry.idea, amount: entry.budget - (nearest.map { network.offers[funds[$0]].amount! } ?? 0),
        nearest: nearest.map { funds[$0] })
    }
  }
}
