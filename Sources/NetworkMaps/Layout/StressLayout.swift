import GraphCore
import GraphMeasures

/// Places nodes so that distances on paper are like distances in the graph.
///
///     stress = Σ d⁻² (‖xᵢ − xⱼ‖ − d)²    over all pairs, d the length of the shortest path
///
/// Minimised by stochastic gradient descent: pairs in random order, each moved towards its distance by a step that
/// shrinks from epoch to epoch. Beyond `denseLimit` nodes all pairs are too many: then each node has its neighbours and
/// a few pivots, which stand for the nodes near them.
///
/// - Parts of the graph that no path joins are kept apart by the sum of their radii.
/// - Complexity: O(n·m + epochs · n²), sparse O(pivots · m + epochs · (m + pivots · n)).
/// - References: J. X. Zheng, S. Pawar, D. F. M. Goodman, “Graph Drawing by Stochastic Gradient Descent”, 2018,
///   doi:10.1109/TVCG.2018.2859997; M. Ortmann, M. Klimenta, U. Brandes, “A Sparse Stress Model”, 2017,
///   doi:10.7155/jgaa.00440.
public struct StressLayout {
  /// Weights of edges are their lengths.
  public let graph: Graph
  public let seed: UInt64

  public init(graph: Graph, seed: UInt64 = 1) {
    self.graph = graph
    self.seed = seed
  }

  static let denseLimit = 1500
  static let pivotCount = 120

  /// One place a node, in units of an edge's length.
  ///
  /// - Parameter start: where the nodes begin; nil: at random.
  public func places(from start: [MapPoint]? = nil) -> [MapPoint] {
    let count = graph.nodeCount
    guard count > 1 else { return [MapPoint](repeating: .zero, count: count) }
    var random = SplitMix64(seed: seed &+ 0x5EED)
    let spread = Double(count).squareRoot()
    var xs = [Double](repeating: 0, count: count)
    var ys = xs
    for node in 0..<count {
      xs[node] = (start?[node].x ?? random.unit() * spread) + random.unit() * 1e-3
      ys[node] = (start?[node].y ?? random.unit() * spread) + random.unit() * 1e-3
    }
    var terms = count <= Self.denseLimit ? denseTerms() : sparseTerms(&random)
    descend(&terms, &xs, &ys, epochs: count <= Self.denseLimit ? 30 : 22, &random)
    return zip(xs, ys).map { MapPoint(x: $0, y: $1) }
  }

  struct Term {
    var i: Int32
    var j: Int32
    var distance: Float
    /// How much the term moves each of its ends; 0 leaves it.
    var weightI: Float
    var weightJ: Float
  }

  private func descend(
    _ terms: inout [Term], _ xs: inout [Double], _ ys: inout [Double], epochs: Int, _ random: inout SplitMix64
  ) {
    var largest = 0.0
    var smallest = Double.infinity
    for term in terms {
      let weight = Double(max(term.weightI, term.weightJ))
      largest = max(largest, weight)
      if weight > 0 { smallest = min(smallest, weight) }
    }
    guard largest > 0 else { return }
    let first = 1 / smallest
    let last = 0.02 / largest
    for epoch in 0..<epochs {
      let step = first * power(last / first, Double(epoch) / Double(epochs - 1))
      for k in stride(from: terms.count - 1, to: 0, by: -1) { terms.swapAt(k, random.below(k + 1)) }
      for term in terms {
        let (i, j) = (Int(term.i), Int(term.j))
        var dx = xs[i] - xs[j]
        var dy = ys[i] - ys[j]
        var length = (dx * dx + dy * dy).squareRoot()
        if length < 1e-9 {
          dx = 1e-9
          dy = 0
          length = 1e-9
        }
        let error = (length - Double(term.distance)) / (2 * length)
        let moveI = min(1, Double(term.weightI) * step) * error
        let moveJ = min(1, Double(term.weightJ) * step) * error
        xs[i] -= dx * moveI
        ys[i] -= dy * moveI
        xs[j] += dx * moveJ
        ys[j] += dy * moveJ
      }
    }
  }

  /// Every pair.
  private func denseTerms() -> [Term] {
    let count = graph.nodeCount
    var paths = ShortestPaths(graph)
    let radii = partRadii()
    var terms: [Term] = []
    terms.reserveCapacity(count * (count - 1) / 2)
    var distances = [Double](repeating: 0, count: count)
    for i in 0..<count {
      paths.distances(from: i, into: &distances)
      for j in 0..<i {
        let d = distances[j].isFinite ? distances[j] : radii[i] + radii[j] + 1
        let weight = Float(1 / (d * d))
        terms.append(
          Term(i: Int32(i), j: Int32(j), distance: Float(d), weightI: weight, weightJ: weight))
      }
    }
    return terms
  }

  /// Every edge, and every node with the pivots; a pivot counts for the nodes of its region that it can stand for.
  private func sparseTerms(_ random: inout SplitMix64) -> [Term] {
    let count = graph.nodeCount
    var paths = ShortestPaths(graph)
    let radii = partRadii()
    let rows = graph.outgoing
    var terms: [Term] = []
    terms.reserveCapacity(graph.edgeCount + count * Self.pivotCount)
    for edge in graph.edges {
      let weight = Float(1 / (edge.weight * edge.weight))
      terms.append(
        Term(
          i: Int32(edge.source), j: Int32(edge.target), distance: Float(edge.weight), weightI: weight, weightJ: weight))
    }
    // Pivots far from each other: each next one is the farthest from all before.
    var pivots: [Int] = []
    var nearest = [Double](repeating: .infinity, count: count)
    var regionOf = [Int](repeating: 0, count: count)
    var tables: [[Double]] = []
    var next = random.below(count)
    for pivot in 0..<min(Self.pivotCount, count) {
      pivots.append(next)
      var distances = [Double](repeating: 0, count: count)
      paths.distances(from: next, into: &distances)
      for node in 0..<count where !distances[node].isFinite { distances[node] = radii[node] + radii[next] + 1 }
      for node in 0..<count where distances[node] < nearest[node] {
        nearest[node] = distances[node]
        regionOf[node] = pivot
      }
      tables.append(distances)
      // Half of them at random: the farthest alone are all at the rim.
      if pivot % 2 == 0 {
        next = nearest.indices.max { (nearest[$0], -$0) < (nearest[$1], -$1) }!
      } else {
        next = random.below(count)
      }
    }
    for (pivot, node) in pivots.enumerated() {
      let distances = tables[pivot]
      let region = (0..<count).filter { regionOf[$0] == pivot }.map { distances[$0] }.sorted()
      for i in 0..<count where i != node && rows.position(of: i, in: node) == nil {
        let d = distances[i]
        // Nodes of the region at most half as far from the pivot as this one.
        var low = 0
        var high = region.count
        while low < high {
          let middle = (low + high) / 2
          if region[middle] <= d / 2 { low = middle + 1 } else { high = middle }
        }
        let weight = Float(Double(low) / (d * d))
        if weight > 0 {
          terms.append(
            Term(i: Int32(i), j: Int32(node), distance: Float(d), weightI: weight, weightJ: 0))
        }
      }
    }
    return terms
  }

  /// For each node how far its part of the graph reaches on paper, about: the root of the number of its nodes.
  private func partRadii() -> [Double] {
    let parts = graph.components()
    return parts.groups.map { 0.6 * Double(parts.sizes[$0] - 1).squareRoot() }
  }

  /// The stress of places over all pairs that a path joins, after the best scaling, divided by the number of pairs.
  static func normalizedStress(of places: [MapPoint], graph: Graph) -> Double {
    var paths = ShortestPaths(graph)
    var distances = [Double](repeating: 0, count: graph.nodeCount)
    var pairs: [(length: Double, distance: Double)] = []
    for i in 0..<graph.nodeCount {
      paths.distances(from: i, into: &distances)
      for j in 0..<i where distances[j].isFinite { pairs.append(((places[i] - places[j]).length, distances[j])) }
    }
    guard !pairs.isEmpty else { return 0 }
    // d/ds Σ (s·l/d − 1)² = 0
    let linear = pairs.reduce(0) { $0 + $1.length / $1.distance }
    let square = pairs.reduce(0) { $0 + ($1.length / $1.distance) * ($1.length / $1.distance) }
    let scale = square > 0 ? linear / square : 0
    return pairs.reduce(0) { sum, pair in
      let error = scale * pair.length / pair.distance - 1
      return sum + error * error
    } / Double(pairs.count)
  }
}
