/// A division of the nodes into groups, every node in exactly one.
///
///     let parts = Graph(nodeCount: 4, edges: [(0, 2), (1, 3)]).components()
///     parts.groups         // [0, 1, 0, 1]
///     parts.members()      // [[0, 2], [1, 3]]
public struct NodePartition: Sendable, Hashable {
  /// The group of every node.
  public let groups: [Int]
  /// The number of nodes in every group; none is empty.
  public let sizes: [Int]

  /// The number of groups.
  public var count: Int { sizes.count }

  init(groups: [Int], sizes: [Int]) {
    self.groups = groups
    self.sizes = sizes
  }

  /// The nodes of every group, ascending.
  public func members() -> [[Int]] {
    var members = sizes.map { size in
      var list: [Int] = []
      list.reserveCapacity(size)
      return list
    }
    for (node, group) in groups.enumerated() { members[group].append(node) }
    return members
  }
}

extension NodePartition {
  /// The partition of nodes with equal labels, groups numbered by their smallest node.
  ///
  /// - Precondition: every label is below the number of nodes.
  init(labels: [UInt32]) {
    let unseen = Int.max
    var number = [Int](repeating: unseen, count: labels.count)
    var groups = [Int](repeating: 0, count: labels.count)
    var sizes: [Int] = []
    for (node, label) in labels.enumerated() {
      if number[Int(label)] == unseen {
        number[Int(label)] = sizes.count
        sizes.append(0)
      }
      let group = number[Int(label)]
      groups[node] = group
      sizes[group] += 1
    }
    self.init(groups: groups, sizes: sizes)
  }

  /// The same groups, numbered by size, the largest first, and among equals by the smallest node.
  func orderedBySize() -> NodePartition {
    var smallest = [Int](repeating: -1, count: count)
    for (node, group) in groups.enumerated() where smallest[group] < 0 { smallest[group] = node }
    let order = (0..<count).sorted { (sizes[$1], smallest[$0]) < (sizes[$0], smallest[$1]) }
    var number = [Int](repeating: 0, count: count)
    for (position, group) in order.enumerated() { number[group] = position }
    return NodePartition(groups: groups.map { number[$0] }, sizes: order.map { sizes[$0] })
  }
}

/// The nodes of every group, ascending, group after group in one list.
struct GroupMembers {
  private let offsets: [Int]
  private let nodes: [UInt32]

  init(groups: [Int], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for group in groups { starts[group + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    offsets = starts
    var nodes = [UInt32](repeating: 0, count: groups.count)
    for (node, group) in groups.enumerated() {
      nodes[starts[group]] = UInt32(node)
      starts[group] += 1
    }
    self.nodes = nodes
  }

  subscript(group: Int) -> ArraySlice<UInt32> { nodes[offsets[group]..<offsets[group + 1]] }
}
