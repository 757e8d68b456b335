import GraphCore
import NetworkModel

/// What the edges of a network's graph weigh.
public enum TieWeight: String, Sendable, Hashable, CaseIterable {
  /// Every edge weighs 1.
  case none
  /// The strengths of a pair's ties, added.
  case strength
  /// The mean of the ratings that a pair gave each other, 1 ... 4; pairs without a rating are left out.
  case trust
}

/// Whether the direction of ties counts.
public enum TieDirection: String, Sendable, Hashable, CaseIterable {
  /// Directed where every tie is, else undirected.
  case automatic
  /// Directed; an undirected tie is two arcs.
  case keep
  /// Undirected.
  case ignore
}

extension Network {
  /// The graph of the partners: node `v` is `partners[v]`, the ties of a pair are one edge.
  ///
  /// - Complexity: O(partners + ties).
  public func graph(weight: TieWeight = .none, direction: TieDirection = .automatic) -> Graph {
    let isDirected =
      switch direction {
      case .automatic: self.isDirected
      case .keep: true
      case .ignore: false
      }
    switch weight {
    case .none, .strength:
      var builder = GraphBuilder(
        nodeCount: partners.count, isDirected: isDirected, isWeighted: weight == .strength)
      builder.reserveCapacity(ties.count)
      for tie in ties {
        builder.add(UInt32(tie.source), UInt32(tie.target), weight: tie.strength)
        if isDirected && !tie.isDirected {
          builder.add(UInt32(tie.target), UInt32(tie.source), weight: tie.strength)
        }
      }
      return builder.graph()
    case .trust:
      return trustGraph(isDirected: isDirected)
    }
  }

  private func trustGraph(isDirected: Bool) -> Graph {
    struct Pair: Hashable {
      let source: Int
      let target: Int
    }
    var ratings: [Pair: [Double]] = [:]
    for tie in ties {
      let given = [tie.trust, tie.trustBack].compactMap { $0 }
      guard !given.isEmpty, tie.source != tie.target else { continue }
      if isDirected {
        ratings[Pair(source: tie.source, target: tie.target), default: []] += given
        if !tie.isDirected { ratings[Pair(source: tie.target, target: tie.source), default: []] += given }
      } else {
        let pair = Pair(source: min(tie.source, tie.target), target: max(tie.source, tie.target))
        ratings[pair, default: []] += given
      }
    }
    // Sorted, so that the mean has the same bits in whatever order the ties came.
    let edges = ratings.map { pair, given in
      (pair.source, pair.target, given.sorted().reduce(0, +) / Double(given.count))
    }
    return Graph(nodeCount: partners.count, weightedEdges: edges, isDirected: isDirected)
  }
}
