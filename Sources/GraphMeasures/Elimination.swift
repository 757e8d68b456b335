/// The factors of λI − M for a matrix M of non-negative numbers and a λ above all its eigenvalues.
///
/// Nodes leave one after the other, those that join few others first, and who had an arc to one that leaves gets arcs to
/// its sources instead. So long chains and rings leave next to nothing behind, which are what iterations are slow on.
/// Beside the diagonal only positive numbers are added, and no pivot is below λ less the largest eigenvalue: rows need
/// not be exchanged, and small entries of a solution are as good as large ones.
///
/// - Reference: H. M. Markowitz, “The elimination form of the inverse and its application to linear programming”, 1957,
///   doi:10.1287/mnsc.3.3.255.
struct Elimination {
  private var order: [Int] = []
  private var pivots: [Double] = []
  /// What is left of the row of each node when it leaves, and the rows that it is added to with what factor.
  private var upper = FactorRows()
  private var lower = FactorRows()
  /// How many steps it took.
  private(set) var work = 0

  /// Nil where it takes more than `workLimit` steps: one for each entry of two rows that are added, and twenty for each
  /// that is kept, so that 400 million take less than a gigabyte. Every arc is kept in the end.
  init?(_ matrix: ArcMatrix, shift: Double, workLimit: Int) {
    guard 20 * matrix.sources.count <= workLimit else { return nil }
    let n = matrix.count
    var rest = Rest(matrix)
    var diagonal = [Double](repeating: shift, count: n)
    var isGone = [Bool](repeating: false, count: n)
    var costLimit = 1
    while order.count < n {
      let before = order.count
      for node in 0..<n where !isGone[node] && rest.cost(of: node) <= costLimit {
        // Only rounding makes a pivot smaller than the shift's last digit.
        let pivot = max(diagonal[node], shift.ulp)
        work += rest.remove(node, pivot: pivot, diagonal: &diagonal, isGone: &isGone, lower: &lower)
        work += 20 * (rest.columns[node].count + lower.count(of: order.count))
        if work > workLimit { return nil }
        upper.append(rest.columns[node], rest.values[node])
        rest.columns[node] = []
        rest.values[node] = []
        order.append(node)
        pivots.append(pivot)
      }
      if 8 * (order.count - before) <= n - before { costLimit *= 2 }
    }
  }

  /// The solution y of (λI − M) y = x.
  func solution(of x: [Double]) -> [Double] {
    var y = x
    for (step, node) in order.enumerated() {
      for entry in lower.range(of: step) { y[Int(lower.nodes[entry])] += lower.values[entry] * y[node] }
    }
    for (step, node) in order.enumerated().reversed() {
      var sum = y[node]
      for entry in upper.range(of: step) { sum += upper.values[entry] * y[Int(upper.nodes[entry])] }
      y[node] = sum / pivots[step]
    }
    return y
  }
}

/// Rows of factors, one after the other.
private struct FactorRows {
  private var offsets = [0]
  private(set) var nodes: [UInt32] = []
  private(set) var values: [Double] = []

  func range(of row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }
  func count(of row: Int) -> Int { range(of: row).count }

  mutating func append(_ nodes: [UInt32], _ values: [Double]) {
    self.nodes += nodes
    self.values += values
    offsets.append(self.nodes.count)
  }
}

/// What is left of the matrix while nodes leave it.
private struct Rest {
  /// The row of every node: columns in ascending order, and their values.
  var columns: [[UInt32]]
  var values: [[Double]]
  /// The nodes that have the column in their row; some of them may have left.
  private var holders: [[UInt32]]
  /// How many of them have not.
  private var holderCounts: [Int]

  init(_ matrix: ArcMatrix) {
    let n = matrix.count
    columns = []
    values = []
    holders = [[UInt32]](repeating: [], count: n)
    for v in 0..<n {
      let row = Int(matrix.offsets[v])..<Int(matrix.offsets[v + 1])
      columns.append(Array(matrix.sources[row]))
      values.append(matrix.weights.map { Array($0[row]) } ?? [Double](repeating: 1, count: row.count))
      for source in matrix.sources[row] { holders[Int(source)].append(UInt32(v)) }
    }
    holderCounts = holders.map(\.count)
  }

  /// How many pairs of nodes are joined anew at most when the node leaves.
  func cost(of node: Int) -> Int { columns[node].count * holderCounts[node] }

  /// Adds the node's row to those that hold it; returns the work.
  mutating func remove(
    _ node: Int, pivot: Double, diagonal: inout [Double], isGone: inout [Bool], lower: inout FactorRows
  ) -> Int {
    isGone[node] = true
    let addedColumns = columns[node]
    let addedValues = values[node]
    for column in addedColumns { holderCounts[Int(column)] -= 1 }
    var rows: [UInt32] = []
    var factors: [Double] = []
    var work = addedColumns.count
    for row in holders[node] where !isGone[Int(row)] {
      let i = Int(row)
      let oldColumns = columns[i]
      let oldValues = values[i]
      let factor = oldValues[oldColumns.firstIndex(of: UInt32(node))!] / pivot
      var newColumns: [UInt32] = []
      var newValues: [Double] = []
      newColumns.reserveCapacity(oldColumns.count + addedColumns.count)
      newValues.reserveCapacity(oldColumns.count + addedColumns.count)
      var old = 0
      var added = 0
      while old < oldColumns.count || added < addedColumns.count {
        let oldColumn = old < oldColumns.count ? oldColumns[old] : .max
        let addedColumn = added < addedColumns.count ? addedColumns[added] : .max
        if addedColumn == row {
          diagonal[i] -= factor * addedValues[added]
          added += 1
        } else if oldColumn == UInt32(node) {
          old += 1
        } else if oldColumn < addedColumn {
          newColumns.append(oldColumn)
          newValues.append(oldValues[old])
          old += 1
        } else {
          newColumns.append(addedColumn)
          newValues.append((oldColumn == addedColumn ? oldValues[old] : 0) + factor * addedValues[added])
          if oldColumn == addedColumn {
            old += 1
          } else {
            holders[Int(addedColumn)].append(row)
            holderCounts[Int(addedColumn)] += 1
          }
          added += 1
        }
      }
      columns[i] = newColumns
      values[i] = newValues
      rows.append(row)
      factors.append(factor)
      work += oldColumns.count + addedColumns.count
    }
    holders[node] = []
    lower.append(rows, factors)
    return work
  }
}
