/// The members of a group in as few clusters as can be, so that no cluster's hull holds a disc of another group.
///
/// Clusters join in the order of their distance (single linkage) as long as the joint hull stays free of others.
///
/// - Parameters:
///   - padding: from the discs to the hull.
///   - farthest: clusters farther apart than this, from rim to rim, stay apart.
/// - Returns: positions of the members, the largest cluster first.
/// - Complexity: O(members² · others) and a hull for each pair of neighbouring clusters.
func clusters(
  of members: [Int], centers: [MapPoint], radii: [Double], others: [Int], padding: Double, farthest: Double
) -> [[Int]] {
  func isFree(_ part: [Int]) -> Bool {
    let rim = part.flatMap { member in
      (0..<12).map { centers[member] + MapPoint(angle: Double($0) * .pi / 6, length: radii[member] + padding) }
    }
    let hull = MapShape.polygon(convexHull(of: rim), fill: nil, line: nil, width: 0, dash: .solid)
    return !others.contains { hull.contains(centers[$0]) }
  }
  var links: [(distance: Double, a: Int, b: Int)] = []
  for (rank, a) in members.enumerated() {
    for b in members[..<rank] {
      let distance = (centers[a] - centers[b]).length - radii[a] - radii[b]
      if distance <= farthest { links.append((distance, b, a)) }
    }
  }
  links.sort { ($0.distance, $0.a, $0.b) < ($1.distance, $1.a, $1.b) }
  var parts = Dictionary(uniqueKeysWithValues: members.map { ($0, [$0]) })
  var partOf = Dictionary(uniqueKeysWithValues: members.map { ($0, $0) })
  // Pairs of clusters, by the size they had, that cannot join: a hull only grows.
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }
  var apart = Set<Pair>()
  for link in links {
    let (a, b) = (partOf[link.a]!, partOf[link.b]!)
    let pair = Pair(first: min(a, b), second: max(a, b))
    guard a != b, !apart.contains(pair) else { continue }
    let joint = parts[a]! + parts[b]!
    guard isFree(joint) else {
      apart.insert(pair)
      continue
    }
    for member in parts[b]! { partOf[member] = a }
    parts[a] = joint
    parts[b] = nil
    // What could not join with `b` cannot join with the larger cluster.
    for other in parts.keys where apart.contains(Pair(first: min(other, b), second: max(other, b))) {
      apart.insert(Pair(first: min(other, a), second: max(other, a)))
    }
  }
  return parts.values.map { $0.sorted() }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
}
