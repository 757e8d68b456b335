import GraphCore

/// Lengths of shortest paths from one node at a time.
struct ShortestPaths {
  private let rows: SparseRows

  init(_ graph: Graph) { rows = graph.outgoing }

  /// Lengths from `source`, infinite where no path leads: breadth first without weights, Dijkstra with them.
  func distances(from source: Int, into distances: inout [Double]) {
    for node in distances.indices { distances[node] = .infinity }
    distances[source] = 0
    if rows.weights == nil {
      var queue = [source]
      var next = 0
      while next < queue.count {
        let node = queue[next]
        next += 1
        for arc in rows.range(of: node) {
          let other = Int(rows.targets[arc])
          guard distances[other] == .infinity else { continue }
          distances[other] = distances[node] + 1
          queue.append(other)
        }
      }
      return
    }
    var heap = Heap()
    heap.push(0, source)
    while let (distance, node) = heap.pop() {
      guard distance <= distances[node] else { continue }
      for arc in rows.range(of: node) {
        let other = Int(rows.targets[arc])
        let candidate = distance + rows.weights![arc]
        guard candidate < distances[other] else { continue }
        distances[other] = candidate
        heap.push(candidate, other)
      }
    }
  }

  private struct Heap {
    private var items: [(distance: Double, node: Int)] = []

    mutating func push(_ distance: Double, _ node: Int) {
      items.append((distance, node))
      var child = items.count - 1
      while child > 0 {
        let parent = (child - 1) / 2
        guard items[child] < items[parent] else { break }
        items.swapAt(child, parent)
        child = parent
      }
    }

    mutating func pop() -> (distance: Double, node: Int)? {
      guard let top = items.first else { return nil }
      let last = items.removeLast()
      guard !items.isEmpty else { return top }
      items[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && items[child] < items[least] {
          least = child
        }
        guard least != parent else { break }
        items.swapAt(parent, least)
        parent = least
      }
      return top
    }
  }
}
