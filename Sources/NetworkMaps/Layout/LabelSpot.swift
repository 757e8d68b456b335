/// A name that looks for a place beside its node.
struct LabelRequest {
  var anchor: MapPoint
  var radius: Double
  /// The same name broken into lines in several ways, the most liked first.
  var variants: [TextBlock]
  /// The direction it would best lie in, in radians.
  var direction: Double?
  /// Its disc among the discs, if it is one of them: the name must lie nearer to it than to any other, or be led there
  /// by a line.
  var disc: Int?
}

/// A place found for a name.
struct LabelSpot {
  var block: TextBlock
  var box: MapBox
  var alignment: MapAlignment
  /// Whether it lies so far from its node that a line must lead there.
  var needsLeader: Bool
  /// Whether it stands in a column beside the map, with a line over everything to its node.
  var isCallout = false
  /// The line that leads there, where it is not the straight one.
  var way: [MapPoint] = []

  /// The line from the rim of a disc to the name; empty where none is needed.
  func leader(from center: MapPoint, radius: Double) -> [MapPoint] {
    if !way.isEmpty { return way }
    guard needsLeader else { return [] }
    let end = box.nearest(to: center)
    // A little short of the letters.
    return [center + (end - center).unit * radius, end - (end - center).unit * 1.5]
  }
}
