import GraphCore

/// In how many paths a → b → c, with no arc a → c, a node is the broker b, by the groups of the three.
public struct BrokerageRoles: Sendable, Hashable {
  /// All three of one group.
  public var coordinator = 0
  /// The ends of one group, the broker of another; also called consultant.
  public var itinerant = 0
  /// Broker and receiver of one group, the source of another.
  public var gatekeeper = 0
  /// Source and broker of one group, the receiver of another.
  public var representative = 0
  /// All three of different groups.
  public var liaison = 0

  public init() {}

  public var total: Int { coordinator + itinerant + gatekeeper + representative + liaison }
}

extension Graph {
  /// How often every node brokers between two others, in each of the five roles.
  ///
  /// A path a → b → c with a ≠ c counts where there is no arc a → c. An edge of an undirected graph is two arcs, so
  /// every pair of ends counts in both orders.
  ///
  /// - Returns: nil for a node without a group; paths with an end that has none are not counted.
  /// - Complexity: O(n + m^1.5): all paths are counted by group, and those closed by a triangle taken off.
  /// - Reference: R. V. Gould, R. M. Fernandez, “Structures of mediation: a formal approach to brokerage in transaction
  ///   networks”, 1989, doi:10.2307/270949.
  public func brokerage(groups: [Int?]) -> [BrokerageRoles?] {
    precondition(groups.count == nodeCount, "every node has a group or nil")
    var roles = (0..<nodeCount).map { v in groups[v] == nil ? nil : BrokerageRoles() }
    countPaths(groups, into: &roles)
    removeClosedPaths(groups, from: &roles)
    return roles
  }

  private func countPaths(_ groups: [Int?], into roles: inout [BrokerageRoles?]) {
    let groupCount = (groups.lazy.compactMap { $0 }.max() ?? -1) + 1
    var sources = [Int](repeating: 0, count: groupCount)
    var receivers = sources
    var mutuals = sources
    for b in 0..<nodeCount {
      guard let own = groups[b] else { continue }
      var touched: [Int] = []
      var sourceCount = 0
      var receiverCount = 0
      for arc in incoming.range(of: b) {
        guard let group = groups[Int(incoming.targets[arc])] else { continue }
        if sources[group] == 0 { touched.append(group) }
        sources[group] += 1
        sourceCount += 1
      }
      for arc in outgoing.range(of: b) {
        let c = Int(outgoing.targets[arc])
        guard let group = groups[c] else { continue }
        if sources[group] == 0 && receivers[group] == 0 { touched.append(group) }
        receivers[group] += 1
        receiverCount += 1
        if !isDirected || hasEdge(from: c, to: b) { mutuals[group] += 1 }
      }
      var role = BrokerageRoles()
      role.coordinator = sources[own] * receivers[own] - mutuals[own]
      role.gatekeeper = (sourceCount - sources[own]) * receivers[own]
      role.representative = sources[own] * (receiverCount - receivers[own])
      for group in touched where group != own {
        role.itinerant += sources[group] * receivers[group] - mutuals[group]
        role.liaison += sources[group] * (receiverCount - receivers[own] - receivers[group])
      }
      roles[b] = role
      for group in touched {
        sources[group] = 0
        receivers[group] = 0
        mutuals[group] = 0
      }
    }
  }

  private func removeClosedPaths(_ groups: [Int?], from roles: inout [BrokerageRoles?]) {
    let ordered = DegreeOrdered(undirected())
    let nodes = ordered.nodes.map(Int.init)
    let groupOf = nodes.map { groups[$0] }
    // Which of the two arcs of each edge there are, from the lower rank to the higher and back.
    var upward = [Bool](repeating: true, count: ordered.targets.count)
    var downward = upward
    if isDirected {
      for low in nodes.indices {
        for edge in Int(ordered.offsets[low])..<Int(ordered.offsets[low + 1]) {
          let high = nodes[Int(ordered.targets[edge])]
          upward[edge] = hasEdge(from: nodes[low], to: high)
          downward[edge] = hasEdge(from: high, to: nodes[low])
        }
      }
    }
    ordered.forEachTriangle { low, middle, high, lowMiddle, lowHigh, middleHigh in
      guard let l = groupOf[low], let m = groupOf[middle], let h = groupOf[high] else { return }
      // In a triangle a, b, c the path a → b → c is closed when a → c.
      if upward[lowMiddle] && upward[middleHigh] && upward[lowHigh] { roles[nodes[middle]]!.remove(l, m, h) }
      if downward[middleHigh] && downward[lowMiddle] && downward[lowHigh] { roles[nodes[middle]]!.remove(h, m, l) }
      if downward[lowMiddle] && upward[lowHigh] && upward[middleHigh] { roles[nodes[low]]!.remove(m, l, h) }
      if downward[lowHigh] && upward[lowMiddle] && downward[middleHigh] { roles[nodes[low]]!.remove(h, l, m) }
      if upward[lowHigh] && downward[middleHigh] && upward[lowMiddle] { roles[nodes[high]]!.remove(l, h, m) }
      if upward[middleHigh] && downward[lowHigh] && downward[lowMiddle] { roles[nodes[high]]!.remove(m, h, l) }
    }
  }
}

extension BrokerageRoles {
  /// Takes off one path from group `a` over the broker's group `b` to group `c`.
  fileprivate mutating func remove(_ a: Int, _ b: Int, _ c: Int) {
    if a == b {
      if b == c { coordinator -= 1 } else { representative -= 1 }
    } else if b == c {
      gatekeeper -= 1
    } else if a == c {
      itinerant -= 1
    } else {
      liaison -= 1
    }
  }
}
