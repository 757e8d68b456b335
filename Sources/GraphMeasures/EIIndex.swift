import GraphCore

extension GroupMixing {
  /// Whether edges rather lead out of the groups or stay within.
  ///
  ///     (external − internal) / (external + internal)
  ///
  /// - Every edge counts once. UCINET counts internal ties of a group from both ends, which shifts a group's index.
  /// - Returns: −1 (all within) ... 1 (all between); nil without edges.
  /// - Reference: D. Krackhardt, R. N. Stern, “Informal networks and organizational crises”, 1988,
  ///   doi:10.2307/2786835.
  public var eiIndex: Double? { Self.index(external: externalEdges, internal: internalEdges) }

  /// The index of the edges at the nodes of one group; arcs in either direction.
  public func eiIndex(of group: Int) -> Double? {
    let within = edges(from: group, to: group)
    let external =
      isDirected ? outEnds[group] + inEnds[group] - 2 * within : outEnds[group] - 2 * within
    return Self.index(external: external, internal: within)
  }

  fileprivate static func index(external: Int, internal: Int) -> Double? {
    external + `internal` == 0 ? nil : Double(external - `internal`) / Double(external + `internal`)
  }
}

extension Graph {
  /// The E-I index of the whole graph; see ``GroupMixing/eiIndex``.
  public func eiIndex(groups: [Int?]) -> Double? { mixing(of: groups).eiIndex }

  /// The E-I index of every node's edges, arcs in either direction.
  ///
  /// - Undefined for a node without a group and one without edges to nodes with a group.
  /// - Complexity: O(n + m).
  public func eiIndices(groups: [Int?]) -> NodeScores {
    precondition(groups.count == nodeCount, "every node has a group or nil")
    let rows = isDirected ? [outgoing, incoming] : [outgoing]
    return NodeScores(
      values: (0..<nodeCount).map { v in
        guard let own = groups[v] else { return .nan }
        var external = 0
        var within = 0
        for row in rows {
          for arc in row.range(of: v) {
            guard let other = groups[Int(row.targets[arc])] else { continue }
            if other == own { within += 1 } else { external += 1 }
          }
        }
        return GroupMixing.index(external: external, internal: within) ?? .nan
      })
  }
}
