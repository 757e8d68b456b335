import GraphCore

extension BaseLayout {
  /// The parts of a large network side by side, the largest in the middle, each by the stress layout.
  ///
  /// Each part takes room by the number of its nodes; in large parts the crowd in the middle is spread.
  func parts(count: Int, ties: [(source: Int, target: Int)]) -> [MapPoint] {
    let graph = Graph(nodeCount: count, edges: ties.map { ($0.source, $0.target) })
    var places = [MapPoint](repeating: .zero, count: count)
    var circles: [(members: [Int], radius: Double)] = []
    for members in Self.parts(of: graph) {
      var position = [Int: Int](minimumCapacity: members.count)
      for (new, old) in members.enumerated() { position[old] = new }
      let edges = members.flatMap { old in
        graph.neighbors(of: old).filter { Int($0) > old }.map { (position[old]!, position[Int($0)]!) }
      }
      let part = Graph(nodeCount: members.count, edges: edges)
      let raw = StressLayout(graph: part, seed: UInt64(seed)).places()
      let radius = 0.62 * Double(members.count).squareRoot()
      for (member, place) in zip(members, Self.evened(raw, radius: radius)) { places[member] = place }
      circles.append((members, radius + 0.5))
    }
    // The largest first, each as near to the middle as there is room, in a lying ellipse.
    circles.sort { ($0.radius, $1.members[0]) > ($1.radius, $0.members[0]) }
    var taken: [(center: MapPoint, radius: Double)] = []
    for circle in circles {
      var center = MapPoint.zero
      var step = 0.0
      while taken.contains(where: { ($0.center - center).length < $0.radius + circle.radius }) {
        step += 1
        let way = MapPoint(angle: step * 2.399963, length: (circle.radius * 0.5 + 0.35) * step.squareRoot())
        center = MapPoint(x: way.x * 1.25, y: way.y * 0.85)
      }
      taken.append((center, circle.radius))
      for member in circle.members { places[member] += center }
    }
    return places
  }

  /// The places round zero, within `radius`, half-way to an even density.
  private static func evened(_ places: [MapPoint], radius: Double) -> [MapPoint] {
    guard places.count > 1 else { return places.map { _ in .zero } }
    let mean = places.reduce(.zero, +) * (1 / Double(places.count))
    let ways = places.map { $0 - mean }
    let order = ways.indices.sorted { (ways[$0].length, $0) < (ways[$1].length, $1) }
    let farthest = max(ways[order.last!].length, 1e-9)
    let share = places.count < 100 ? 0 : 0.7
    var evened = ways
    for (rank, node) in order.enumerated() {
      let even = ((Double(rank) + 0.5) / Double(places.count)).squareRoot()
      let length = (1 - share) * ways[node].length / farthest + share * even
      evened[node] = ways[node].unit * (length * radius)
    }
    return evened
  }

  private static func parts(of graph: Graph) -> [[Int]] {
    var isSeen = [Bool](repeating: false, count: graph.nodeCount)
    var parts: [[Int]] = []
    for start in 0..<graph.nodeCount where !isSeen[start] {
      var members = [start]
      isSeen[start] = true
      var next = 0
      while next < members.count {
        for other in graph.neighbors(of: members[next]) where !isSeen[Int(other)] {
          isSeen[Int(other)] = true
          members.append(Int(other))
        }
        next += 1
      }
      parts.append(members.sorted())
    }
    return parts
  }
}
