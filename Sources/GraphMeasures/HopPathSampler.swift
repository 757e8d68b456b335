import GraphCore

/// Draws shortest paths in hops by searches from both ends that meet in the middle.
///
/// The ends take turns, a level at a time, the one with fewer arcs to follow first. When one meets the other's last
/// level, every shortest path passes just one of the nodes where they meet.
final class HopPathSampler: PathSampler {
  private struct Mark {
    /// How many shortest paths lead to the node, up to a factor that is the same for its level.
    var paths = 0.0
    var level = UInt32.max
  }

  /// What one end has found.
  private struct End {
    let rows: SparseRows
    let back: SparseRows
    let marks: CacheLines<Mark>
    var reached: [UInt32] = []
    /// Where the last level begins in `reached`.
    var levelStart = 0
    var level: UInt32 = 0
    /// The arcs that lead on from the last level.
    var arcs = 0
  }

  private var ends: [End]
  private var meeting: [UInt32] = []
  private(set) var steps = 0.0

  /// An arc to a node anywhere, whose mark must be fetched, takes as long as about so many arcs of `PathLanes`:
  /// 7.7 against 0.7 ns on CORDIS.
  private static let stepsAnArc = 10.0

  init(_ graph: Graph) {
    ends = [(graph.outgoing, graph.incoming), (graph.incoming, graph.outgoing)].map { rows, back in
      End(rows: rows, back: back, marks: CacheLines(count: graph.nodeCount, filledWith: Mark()))
    }
  }

  deinit { for end in ends { end.marks.free() } }

  func appendPath(from source: Int, to target: Int, to passed: inout [UInt32], using random: inout SplitMix64) {
    begin(0, at: source)
    begin(1, at: target)
    meeting.removeAll(keepingCapacity: true)
    while meeting.isEmpty {
      let side = ends[0].arcs <= ends[1].arcs ? 0 : 1
      if !advance(side) { return clear() }
    }
    let first = ends[0].marks.pointer
    let second = ends[1].marks.pointer
    let middle = pick(meeting, using: &random) { first[Int($0)].paths * second[Int($0)].paths }
    if Int(middle) != source && Int(middle) != target { passed.append(middle) }
    walkBack(0, from: middle, to: &passed, using: &random)
    walkBack(1, from: middle, to: &passed, using: &random)
    clear()
  }

  private func begin(_ side: Int, at node: Int) {
    ends[side].marks.pointer[node] = Mark(paths: 1, level: 0)
    ends[side].reached = [UInt32(node)]
    ends[side].levelStart = 0
    ends[side].level = 0
    ends[side].arcs = ends[side].rows.count(of: node)
  }

  private func clear() {
    for end in ends { for v in end.reached { end.marks.pointer[Int(v)] = Mark() } }
  }

  /// Takes one end a level further; false where it finds nothing new.
  private func advance(_ side: Int) -> Bool {
    let marks = ends[side].marks.pointer
    let others = ends[1 - side].marks.pointer
    let next = ends[side].level + 1
    let last = ends[side].levelStart..<ends[side].reached.count
    var reached = ends[side].reached
    ends[side].reached = []
    steps += Self.stepsAnArc * Double(ends[side].arcs)
    var arcs = 0
    var most = 0.0
    let rows = ends[side].rows
    rows.withPointers { offsets, targets in
      for place in last {
        let v = Int(reached[place])
        let paths = marks[v].paths
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
          let w = Int(targets[arc])
          if marks[w].level == .max {
            marks[w] = Mark(paths: paths, level: next)
            reached.append(UInt32(w))
            arcs += Int(offsets[w + 1] - offsets[w])
            if others[w].level != .max { meeting.append(UInt32(w)) }
          } else if marks[w].level == next {
            marks[w].paths += paths
            most = max(most, marks[w].paths)
          }
        }
      }
    }
    // Only ratios within a level count, so a level may be scaled before it overflows.
    if most > 1e100 { for v in reached[last.upperBound...] { marks[Int(v)].paths *= 1e-100 } }
    ends[side].levelStart = last.upperBound
    ends[side].level = next
    ends[side].arcs = arcs
    ends[side].reached = reached
    return reached.count > last.upperBound
  }

  /// From a node of the meeting back to one end, by nodes each as likely as paths lead to it.
  private func walkBack(
    _ side: Int, from middle: UInt32, to passed: inout [UInt32], using random: inout SplitMix64
  ) {
    let marks = ends[side].marks.pointer
    let back = ends[side].back
    var v = Int(middle)
    while marks[v].level > 1 {
      let before = marks[v].level - 1
      let next = pick(back.targets[back.range(of: v)], using: &random) {
        marks[Int($0)].level == before ? marks[Int($0)].paths : 0
      }
      passed.append(next)
      v = Int(next)
    }
  }
}

/// One of the nodes, as likely as its weight is large; the weights are not all 0.
func pick(
  _ nodes: some Collection<UInt32>, using random: inout SplitMix64, weight: (UInt32) -> Double
) -> UInt32 {
  let sum = nodes.reduce(0) { $0 + weight($1) }
  var rest = random.unit() * sum
  var last: UInt32?
  for node in nodes {
    let weight = weight(node)
    if weight > 0 {
      last = node
      rest -= weight
      if rest < 0 { break }
    }
  }
  return last!
}
