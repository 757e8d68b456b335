import GraphCore
import NetworkModel

/// Partners numbered in the order of their ids: solvers find the first of equal sets by number, people by id.
struct PartnerOrder: Sendable {
  /// The partner with each number.
  let partners: [Int]
  /// The number of each partner; nil for partners that take no part.
  let number: [Int?]

  init(_ network: Network, leavingOut left: Set<Int> = []) {
    partners = network.partners.indices.filter { !left.contains($0) }
      .sorted { network.partners[$0].id < network.partners[$1].id }
    var number = [Int?](repeating: nil, count: network.partners.count)
    for (position, partner) in partners.enumerated() { number[partner] = position }
    self.number = number
  }

  var count: Int { partners.count }

  /// The ties among the partners that take part, undirected.
  func graph(of ties: Graph) -> Graph {
    var builder = GraphBuilder(nodeCount: count, isDirected: false, isWeighted: false)
    for v in 0..<ties.nodeCount {
      guard let a = number[v] else { continue }
      for w in ties.neighbors(of: v) where Int(w) > v || ties.isDirected {
        if let b = number[Int(w)] { builder.add(UInt32(a), UInt32(b)) }
      }
    }
    return builder.graph()
  }
}

extension Graph {
  /// The number of the component of each node, counted in the order of their first nodes, and their sizes.
  func componentNumbers(without removed: [Bool]? = nil) -> (number: [Int], sizes: [Int]) {
    var number = [Int](repeating: -1, count: nodeCount)
    var sizes: [Int] = []
    var stack: [Int] = []
    for root in 0..<nodeCount where number[root] < 0 && !(removed?[root] ?? false) {
      number[root] = sizes.count
      sizes.append(0)
      stack.append(root)
      while let v = stack.popLast() {
        sizes[sizes.count - 1] += 1
        for target in neighbors(of: v) {
          let w = Int(target)
          guard number[w] < 0, !(removed?[w] ?? false) else { continue }
          number[w] = sizes.count - 1
          stack.append(w)
        }
      }
    }
    return (number, sizes)
  }
}
