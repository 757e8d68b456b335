/// Assigns rows to columns with capacities so that the weights add up to the most.
///
/// Each row is assigned at most once, each column at most as often as its capacity. Rows are added one by one along
/// shortest augmenting paths with prices (Jonker & Volgenant 1987, doi:10.1007/BF02278710); a row may also stay
/// unassigned, at weight 0. Among all optima the result is the first one: row by row the first column that an optimum
/// allows, no column last.
///
/// - Complexity: O(rows · (pairs + rows · log rows)) time, O(pairs) space; choosing the first optimum O(pairs) for each
///   pair that an optimum may use.
struct CapacityAssignment {
  struct Pair {
    let column: Int
    /// More than 0.
    let weight: Int
  }

  /// The column of each row; nil for a row that stays unassigned.
  private(set) var column: [Int?]
  private let rows: [[Pair]]
  private let capacity: [Int]
  private var assigned: [[Int]]
  // Prices: cost − rowPrice − columnPrice ≥ 0, and 0 where assigned; the cost is the negative weight.
  private var rowPrice: [Int]
  private var columnPrice: [Int]

  /// - Parameter rows: for each row its pairs in the order of their columns.
  /// - Precondition: the sum of the rows' largest weights fits into an `Int`.
  init(rows: [[Pair]], capacity: [Int]) {
    self.rows = rows
    self.capacity = capacity
    column = [Int?](repeating: nil, count: rows.count)
    assigned = [[Int]](repeating: [], count: capacity.count)
    rowPrice = [Int](repeating: 0, count: rows.count)
    columnPrice = [Int](repeating: 0, count: capacity.count)
    for row in rows.indices where !rows[row].isEmpty { add(row) }
    takeFirstOptimum()
  }

  private mutating func add(_ start: Int) {
    rowPrice[start] = rows[start].reduce(0) { min($0, -$1.weight - columnPrice[$1.column]) }
    var reachedRows: [(row: Int, distance: Int)] = []
    var columnDistance = [Int](repeating: .max, count: capacity.count)
    var reachedFrom = [Int](repeating: -1, count: capacity.count)
    var isDone = [Bool](repeating: false, count: capacity.count)
    var heap = Heap()
    // The nearest end: a column with room, or a row that gives up its column.
    var end: (distance: Int, column: Int?, row: Int)?
    func consider(_ distance: Int, column: Int?, row: Int) {
      if end.map({ distance < $0.distance }) ?? true { end = (distance, column, row) }
    }
    func visit(_ row: Int, at distance: Int) {
      reachedRows.append((row, distance))
      consider(distance - rowPrice[row], column: nil, row: row)
      for pair in rows[row] where column[row] != pair.column {
        let reached = distance - pair.weight - rowPrice[row] - columnPrice[pair.column]
        if columnDistance[pair.column] <= reached { continue }
        columnDistance[pair.column] = reached
        reachedFrom[pair.column] = row
        heap.push(reached, pair.column)
      }
    }
    visit(start, at: 0)
    while let (distance, next) = heap.pop() {
      if let end, end.distance <= distance { break }
      guard distance == columnDistance[next], !isDone[next] else { continue }
      isDone[next] = true
      if assigned[next].count < capacity[next] {
        consider(distance, column: next, row: -1)
        break
      }
      for row in assigned[next] { visit(row, at: distance) }
    }
    let total = end!.distance
    for (row, distance) in reachedRows where distance < total { rowPrice[row] += total - distance }
    for next in capacity.indices where isDone[next] { columnPrice[next] -= max(0, total - columnDistance[next]) }

    // Back along the path: every row moves to the column it was reached from.
    var free: Int
    if let last = end!.column {
      free = last
    } else {
      let row = end!.row
      guard let left = column[row] else { return }
      column[row] = nil
      assigned[left].removeAll { $0 == row }
      free = left
    }
    while true {
      let row = reachedFrom[free]
      let left = column[row]
      column[row] = free
      assigned[free].append(row)
      guard let left else { return }
      assigned[left].removeAll { $0 == row }
      free = left
    }
  }

  // MARK: The first optimum

  private func isTight(_ row: Int, _ pair: Pair) -> Bool {
    -pair.weight - rowPrice[row] - columnPrice[pair.column] == 0
  }

  /// Every optimum uses tight pairs only, leaves out rows of price 0 only, and fills columns of a price below 0.
  private mutating func takeFirstOptimum() {
    let tight = rows.indices.map { row in rows[row].filter { isTight(row, $0) }.map(\.column) }
    var tightRows = [[Int]](repeating: [], count: capacity.count)
    for (row, columns) in tight.enumerated() { for column in columns { tightRows[column].append(row) } }
    var isFixed = [Bool](repeating: false, count: rows.count)
    for row in rows.indices {
      isFixed[row] = true
      guard let first = tight[row].first, first != column[row] else { continue }
      let steps = stepsToGap(of: row, tightRows: tightRows, isFixed: isFixed)
      for wanted in tight[row] {
        if column[row] == wanted { break }
        if steps[wanted] != nil {
          move(row, to: wanted, steps: steps)
          break
        }
      }
    }
  }

  /// Where a surplus of one row moves on to, and the row that moves; no row where a column has room.
  private struct Step {
    let place: Int
    let row: Int?
  }

  /// Where a surplus in each column would have to go next to fill the gap that a row leaves; nil where it cannot.
  ///
  /// The place after the last column is outside all columns: it takes up a surplus where a column has room, gives
  /// where one may have less, and holds the rows that are not assigned.
  private func stepsToGap(of row: Int, tightRows: [[Int]], isFixed: [Bool]) -> [Step?] {
    let outside = capacity.count
    let gap = column[row] ?? outside
    var steps = [Step?](repeating: nil, count: capacity.count + 1)
    var queue = [gap]
    var head = 0
    func reach(_ place: Int, _ step: Step) {
      guard place != gap, steps[place] == nil else { return }
      steps[place] = step
      queue.append(place)
    }
    while head < queue.count {
      let place = queue[head]
      head += 1
      if place == outside {
        for from in capacity.indices where assigned[from].count < capacity[from] {
          reach(from, Step(place: outside, row: nil))
        }
        for other in rows.indices where rowPrice[other] == 0 && !isFixed[other] {
          if let from = column[other] { reach(from, Step(place: outside, row: other)) }
        }
      } else {
        for other in tightRows[place] where !isFixed[other] && column[other] != place {
          reach(column[other] ?? outside, Step(place: place, row: other))
        }
        if columnPrice[place] == 0 { reach(outside, Step(place: place, row: nil)) }
      }
    }
    return steps
  }

  private mutating func move(_ row: Int, to wanted: Int, steps: [Step?]) {
    var moves: [(row: Int, to: Int?)] = [(row, wanted)]
    var place = wanted
    while let step = steps[place] {
      if let other = step.row { moves.append((other, step.place == capacity.count ? nil : step.place)) }
      place = step.place
    }
    for (row, _) in moves { if let left = column[row] { assigned[left].removeAll { $0 == row } } }
    for (row, to) in moves {
      column[row] = to
      if let to { assigned[to].append(row) }
    }
  }

  /// The smallest key first, equal keys by column.
  private struct Heap {
    private var items: [(key: Int, column: Int)] = []

    mutating func push(_ key: Int, _ column: Int) {
      items.append((key, column))
      var child = items.count - 1
      while child > 0, items[child] < items[(child - 1) / 2] {
        items.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    mutating func pop() -> (Int, Int)? {
      guard let first = items.first else { return nil }
      let last = items.removeLast()
      if !items.isEmpty {
        items[0] = last
        var parent = 0
        while true {
          var least = parent
          for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && items[child] < items[least] {
            least = child
          }
          if least == parent { break }
          items.swapAt(parent, least)
          parent = least
        }
      }
      return (first.key, first.column)
    }
  }
}
