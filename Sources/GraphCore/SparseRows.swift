/// The neighbours of every node, row after row, in compressed sparse rows.
///
/// Row `v` holds the targets `targets[offsets[v] ..< offsets[v + 1]]`, ascending and without repetition.
/// Four bytes a node and four bytes an arc; weights, where there are any, eight bytes an arc.
///
/// - Complexity: building O(n + m) time, O(n + m) space.
public struct SparseRows: Sendable, Hashable {
  /// Where each row begins; one element more than there are nodes.
  public let offsets: [UInt32]
  /// The node at the far end of each arc.
  public let targets: [UInt32]
  /// The weight of each arc, or nil where every arc weighs 1.
  public let weights: [Double]?

  public var nodeCount: Int { offsets.count - 1 }
  public var arcCount: Int { targets.count }

  package init(offsets: [UInt32], targets: [UInt32], weights: [Double]?) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// The positions in `targets` that belong to node `v`.
  @inlinable public func range(of v: Int) -> Range<Int> { Int(offsets[v])..<Int(offsets[v + 1]) }

  /// The number of arcs in the row of node `v`.
  @inlinable public func count(of v: Int) -> Int { Int(offsets[v + 1] - offsets[v]) }

  /// The position of the arc from `v` to `w`, or nil; a binary search in the row of `v`.
  public func position(of w: Int, in v: Int) -> Int? {
    var low = Int(offsets[v])
    var high = Int(offsets[v + 1])
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < UInt32(w) { low = middle + 1 } else { high = middle }
    }
    return low < Int(offsets[v + 1]) && targets[low] == UInt32(w) ? low : nil
  }

  /// The same arcs seen from their targets.
  ///
  /// - Complexity: O(n + m).
  public func transposed() -> SparseRows {
    SparseRows(sorting: ArcsByTarget(rows: self), count: arcCount, weights: weights, nodeCount: nodeCount)
  }
}

/// The arcs of rows, each in the row of its target.
private struct ArcsByTarget: Sequence, IteratorProtocol {
  let rows: SparseRows
  private var arc = 0
  private var source = 0

  init(rows: SparseRows) { self.rows = rows }

  mutating func next() -> Arc? {
    guard arc < rows.arcCount else { return nil }
    while arc == Int(rows.offsets[source + 1]) { source += 1 }
    defer { arc += 1 }
    return Arc(row: rows.targets[arc], column: UInt32(source), weight: arc)
  }
}
