import GraphCore

/// Draws shortest paths by weights, by searches from both ends that meet in the middle.
///
/// The ends take turns, the one with less work so far first, until no shorter path can come. What the first end has
/// settled by then parts the source from the target, and every shortest path crosses from it to what the second has
/// settled by just one arc.
///
/// - Reference: I. Pohl, “Bi-directional search”, 1971, for when two searches may stop; drawing by the paths that meet is
///   that of M. Borassi, E. Natale, “KADABRA is an adaptive algorithm for betweenness via random approximation”, 2019,
///   doi:10.1145/3284359.
final class WeightedPathSampler: PathSampler {
  private struct Mark {
    var distance = Double.infinity
    /// Where the node stands in the order settled; `unsettled` as long as a shorter way may come.
    var rank = unsettled
  }

  private static let unsettled = UInt32.max

  /// What one end has found.
  private struct End {
    let rows: SparseRows
    let lengths: [Double]
    let marks: CacheLines<Mark>
    /// The nodes with a distance.
    var met: [UInt32] = []
    /// The nodes settled, nearest first.
    var order: [UInt32] = []
    var heap = NodeHeap()
    /// The node to settle next; nil where there is none.
    var next: (node: UInt32, distance: Double)?
    /// How many arcs were followed.
    var arcs = 0
    /// The number of shortest paths to the nodes that the drawing asks for.
    var sigma: [UInt32: WideCount] = [:]
  }

  /// An arc on a path that was the shortest when it was found.
  private struct Crossing {
    let source: UInt32
    let target: UInt32
    let length: Double
  }

  private var ends: [End]
  private var crossings: [Crossing] = []
  /// The length of the shortest path found.
  private var least = Double.infinity
  private let tolerance: Double
  private(set) var steps = 0.0

  /// An arc takes about so many times as long as in `LengthLanes`.
  private static let stepsAnArc = 12.0

  init(_ graph: Graph, forward: ArcLengths, backward: ArcLengths) {
    tolerance = forward.tolerance
    ends = [(graph.outgoing, forward), (graph.incoming, backward)].map { rows, lengths in
      End(rows: rows, lengths: lengths.values, marks: CacheLines(count: graph.nodeCount, filledWith: Mark()))
    }
  }

  deinit { for end in ends { end.marks.free() } }

  func appendPath(from source: Int, to target: Int, to passed: inout [UInt32], using random: inout SplitMix64) {
    begin(0, at: source)
    begin(1, at: target)
    search()
    steps += Self.stepsAnArc * Double(ends[0].arcs + ends[1].arcs)
    if least < .infinity { draw(from: source, to: target, to: &passed, using: &random) }
    clear()
  }

  // MARK: - Search

  private func begin(_ side: Int, at node: Int) {
    ends[side].marks.pointer[node].distance = 0
    ends[side].met.append(UInt32(node))
    ends[side].next = (UInt32(node), 0)
    settle(side)
  }

  /// Until the two next nodes are farther apart than the shortest path found, or an end has settled all it reaches.
  private func search() {
    while let first = ends[0].next, let second = ends[1].next,
      first.distance + second.distance <= least * (1 + 4 * tolerance)
    {
      settle(ends[0].arcs <= ends[1].arcs ? 0 : 1)
    }
  }

  /// Settles the next node of an end and follows its arcs.
  private func settle(_ side: Int) {
    var end = ends[side]
    ends[side].heap = NodeHeap()
    ends[side].met = []
    ends[side].order = []
    let marks = end.marks.pointer
    let others = ends[1 - side].marks.pointer
    guard let (node, distance) = end.next else { return }
    let v = Int(node)
    marks[v].rank = UInt32(end.order.count)
    end.order.append(node)
    let (rows, arcLengths) = (end.rows, end.lengths)
    let row = rows.range(of: v)
    end.arcs += row.count
    let targets = rows.targets.span
    let lengths = arcLengths.span
    for arc in row {
      let w = Int(targets[arc])
      let length = distance + lengths[arc]
      // Of the two ends of a crossing the one that is settled later sees the other settled.
      if others[w].rank != Self.unsettled {
        let whole = length + others[w].distance
        if whole <= least * (1 + tolerance) {
          least = min(least, whole)
          crossings.append(
            side == 0
              ? Crossing(source: node, target: UInt32(w), length: whole)
              : Crossing(source: UInt32(w), target: node, length: whole))
        }
      }
      if length < marks[w].distance {
        if marks[w].distance == .infinity { end.met.append(UInt32(w)) }
        marks[w].distance = length
        end.heap.push(UInt32(w), at: length)
      }
    }
    end.next = nil
    // A node stands in the heap once for every time it came nearer.
    while let top = end.heap.pop() {
      if marks[Int(top.node)].rank == Self.unsettled {
        end.next = top
        break
      }
    }
    ends[side] = end
  }

  private func clear() {
    for side in 0..<2 {
      for v in ends[side].met { ends[side].marks.pointer[Int(v)] = Mark() }
      ends[side].met.removeAll(keepingCapacity: true)
      ends[side].order.removeAll(keepingCapacity: true)
      ends[side].heap.removeAll()
      ends[side].next = nil
      ends[side].arcs = 0
      ends[side].sigma.removeAll(keepingCapacity: true)
    }
    crossings.removeAll(keepingCapacity: true)
    least = .infinity
  }

  // MARK: - Drawing

  private func draw(
    from source: Int, to target: Int, to passed: inout [UInt32], using random: inout SplitMix64
  ) {
    let first = ends[0].marks.pointer
    let second = ends[1].marks.pointer
    // Where the first end went all the way, only the target is beyond the cut.
    let cut = first[target].rank
    let shortest = crossings.filter { crossing in
      abs(crossing.length - least) <= tolerance * least && first[Int(crossing.source)].rank < cut
        && second[Int(crossing.target)].rank != Self.unsettled
        && (first[Int(crossing.target)].rank == Self.unsettled || first[Int(crossing.target)].rank >= cut)
    }
    countPaths(0, to: shortest.map(\.source))
    countPaths(1, to: shortest.map(\.target))
    // Relative to the first, as a number of paths may be beyond any Double.
    let unit = shortest.first.map { (ends[0].sigma[$0.source]!, ends[1].sigma[$0.target]!) }!
    let chosen = pick(shortest.indices.map { UInt32($0) }, using: &random) { place in
      let crossing = shortest[Int(place)]
      return ends[0].sigma[crossing.source]!.ratio(to: unit.0) * ends[1].sigma[crossing.target]!.ratio(to: unit.1)
    }
    for (side, node, start) in [
      (0, shortest[Int(chosen)].source, source), (1, shortest[Int(chosen)].target, target),
    ] {
      var v = node
      while Int(v) != start {
        passed.append(v)
        v = pick(before(v, side), using: &random) { ends[side].sigma[$0]!.ratio(to: ends[side].sigma[v]!) }
      }
    }
  }

  /// Counts the shortest paths from an end to these nodes and to all that lie on those paths.
  private func countPaths(_ side: Int, to nodes: [UInt32]) {
    let marks = ends[side].marks.pointer
    var found = Set(nodes)
    var open = Array(found)
    while let v = open.popLast() {
      for w in before(v, side) where found.insert(w).inserted { open.append(w) }
    }
    for v in found.sorted(by: { marks[Int($0)].rank < marks[Int($1)].rank }) {
      let earlier = before(v, side)
      ends[side].sigma[v] = earlier.isEmpty ? .one : .zero
      for w in earlier { ends[side].sigma[v]! += ends[side].sigma[w]! }
    }
  }

  /// The nodes before `v` on the shortest paths from an end.
  private func before(_ v: UInt32, _ side: Int) -> [UInt32] {
    let marks = ends[side].marks.pointer
    let here = marks[Int(v)]
    let back = ends[1 - side]
    return back.rows.range(of: Int(v)).compactMap { arc in
      let w = back.rows.targets[arc]
      let mark = marks[Int(w)]
      let isStep =
        mark.rank < here.rank && abs(mark.distance + back.lengths[arc] - here.distance) <= tolerance * here.distance
      return isStep ? w : nil
    }
  }
}
