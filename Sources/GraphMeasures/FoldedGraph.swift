import GraphCore

/// What is left of a graph to search for shortest paths, renumbered for it, and the way back to the graph.
///
/// An undirected graph without its trees and, in hops, with one node for all twins; a directed one whole.
struct FoldedGraph {
  private let outgoing: SparseRows
  private let incoming: SparseRows
  /// The lengths of the arcs of `outgoing`; nil for hops.
  private let lengths: ArcLengths?
  /// How many nodes each node that is left stands for.
  private let mass: [Double]
  /// How many twins each node that is left stands for, itself included.
  private let copies: [Double]
  /// The number of each node that is left in the graph.
  private let kept: [UInt32]
  private let folding: LeafFolding?
  private let twins: TwinFolding?
  private let nodeCount: Int

  /// - Parameter mergesTwins: whether twins may become one; the shares of arcs are asked for without.
  init(_ graph: Graph, pathLength: PathLength, mergesTwins: Bool) {
    let (order, parts) = breadthFirstOrder(of: graph)
    let folding = graph.isDirected ? nil : LeafFolding(graph, parts: parts, order: order)
    self.folding = folding
    let treeless = folding?.kept ?? order
    let isHops = pathLength == .hops || !graph.isWeighted
    let twins = mergesTwins && isHops && !graph.isDirected ? TwinFolding(graph.outgoing, among: treeless) : nil
    self.twins = twins
    kept = twins?.kept ?? treeless
    outgoing = graph.outgoing.renumbered(kept)
    incoming = graph.isDirected ? graph.incoming.renumbered(kept) : outgoing
    lengths = Self.lengths(of: graph, pathLength, among: kept)
    var masses = folding?.mass ?? [Double](repeating: 1, count: graph.nodeCount)
    var classSizes = [Double](repeating: 1, count: graph.nodeCount)
    if let twins {
      for v in treeless where twins.target[Int(v)] != v {
        masses[Int(twins.target[Int(v)])] += masses[Int(v)]
        classSizes[Int(twins.target[Int(v)])] += 1
      }
    }
    mass = kept.map { masses[Int($0)] }
    copies = kept.map { classSizes[Int($0)] }
    nodeCount = graph.nodeCount
  }

  /// The lengths of the arcs among the nodes in `order`; nil where every arc is as long as any other.
  private static func lengths(of graph: Graph, _ pathLength: PathLength, among order: [UInt32]) -> ArcLengths? {
    guard pathLength == .inverseWeight, let weights = graph.outgoing.weights,
      let first = weights.first, !weights.allSatisfy({ $0 == first })
    else { return nil }
    return ArcLengths(of: graph.outgoing).renumbered(order, in: graph.outgoing)
  }

  /// What has a share in the shortest paths: a number of things, and how the searches add to them.
  struct Shares {
    fileprivate let count: Int
    fileprivate let add: @Sendable (any PathBatches, Range<Int>, inout [Double]) -> [Int]
    fileprivate let addOne: @Sendable (inout PathCounts, Int, inout [Double]) -> Void
  }

  /// The nodes that are left.
  var nodes: Shares {
    Shares(
      count: kept.count, add: { $0.addDependencies(of: $1, to: &$2) },
      addOne: { $0.addDependencies(from: $1, to: &$2) })
  }

  /// The arcs that are left.
  var arcs: Shares {
    Shares(
      count: outgoing.arcCount, add: { $0.addArcDependencies(of: $1, to: &$2) },
      addOne: { $0.addArcDependencies(from: $1, to: &$2) })
  }

  /// The shares in the shortest paths from all sources to all targets, added in an order that depends on the graph alone.
  func dependencies(of kind: KeyPath<FoldedGraph, Shares>, threads: Int, progress: ProgressHandler?) -> [Double] {
    let shares = self[keyPath: kind]
    let n = kept.count
    let width = lengths == nil ? PathLanes.searches : LengthLanes.searches
    let batches = (n + width - 1) / width
    let blocks = min(batches, 32)
    var sums = [Double](repeating: 0, count: shares.count)
    Parallel.inOrder(
      blocks, threads: Parallel.threads(threads, forSteps: Double(n) * Double(n + outgoing.arcCount)),
      progress: progress,
      workspace: { pathBatches() },
      part: { block, search in
        var part = [Double](repeating: 0, count: shares.count)
        for batch in batches * block / blocks..<batches * (block + 1) / blocks {
          let sources = batch * width..<min(n, (batch + 1) * width)
          let leftOut = search.map { shares.add($0, sources, &part) } ?? Array(sources)
          if leftOut.isEmpty { continue }
          var counts = PathCounts(along: outgoing, lengths: lengths, mass: mass, copies: copies)
          for source in leftOut { shares.addOne(&counts, source, &part) }
        }
        return part
      },
      combine: { part in for index in part.indices { sums[index] += part[index] } })
    return sums
  }

  /// About how many elementary steps, an arc of `PathLanes` each, the searches from all sources take.
  var steps: Double {
    let arcs = Double(kept.count) * Double(kept.count + outgoing.arcCount)
    return lengths.map { $0.tolerance == 0 ? 3 * arcs : 12 * arcs } ?? arcs
  }

  /// A search from many sources at once; nil where lengths are of a kind that needs one search after the other.
  private func pathBatches() -> (any PathBatches)? {
    guard let lengths else {
      return PathLanes(outgoing: outgoing, incoming: incoming, mass: mass, copies: copies)
    }
    return LengthLanes(along: outgoing, lengths: lengths, mass: mass)
  }

  /// The sums of all nodes of the graph, each pair in both orders, from those of the nodes that are left.
  func nodeSums(_ sums: [Double]) -> [Double] {
    var all = folding?.pairs ?? [Double](repeating: 0, count: nodeCount)
    var ofKept = [Double](repeating: 0, count: nodeCount)
    for (v, old) in kept.enumerated() { ofKept[Int(old)] = sums[v] }
    for v in 0..<nodeCount { all[v] += ofKept[twins.map { Int($0.target[v]) } ?? v] }
    return all
  }

  /// The sums of all arcs of the graph from those of the arcs that are left.
  func arcSums(_ sums: [Double], of graph: Graph) -> [Double] {
    var all = [Double](repeating: 0, count: graph.outgoing.arcCount)
    var isKept = [Bool](repeating: false, count: nodeCount)
    for old in kept { isKept[Int(old)] = true }
    for (v, old) in kept.enumerated() {
      // Rows that are left hold what is left of the rows of the graph in the same order.
      var arc = outgoing.range(of: v).lowerBound
      for oldArc in graph.outgoing.range(of: Int(old)) where isKept[Int(graph.outgoing.targets[oldArc])] {
        all[oldArc] = sums[arc]
        arc += 1
      }
    }
    guard let folding else { return all }
    // An edge that was folded away parts the tree behind it from the rest.
    for leaf in 0..<nodeCount where folding.target[leaf] != .max {
      let target = Int(folding.target[leaf])
      all[graph.outgoing.position(of: target, in: leaf)!] = folding.edgePairs[leaf]
      all[graph.outgoing.position(of: leaf, in: target)!] = folding.edgePairs[leaf]
    }
    return all
  }
}

/// Shortest paths from a few sources at once.
protocol PathBatches: AnyObject {
  /// Adds to every node its share in the shortest paths from the sources, times the mass of the source.
  ///
  /// - Returns: the sources left out because their path counts may not fit a Double.
  func addDependencies(of sources: Range<Int>, to sums: inout [Double]) -> [Int]

  /// Adds to every arc, by its place in the rows, its share in the shortest paths from the sources.
  ///
  /// - Returns: the sources left out because their path counts may not fit a Double.
  func addArcDependencies(of sources: Range<Int>, to sums: inout [Double]) -> [Int]
}
