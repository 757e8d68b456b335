/// A paper and, where it is said, which way it is turned: `a3`, `a3-portrait`.
public struct MapSheet: Sendable, Hashable {
  public let paper: MapPaper
  public let orientation: MapOrientation?

  /// nil where there is no such paper.
  public init?(_ text: String) {
    var name = text.lowercased()
    var orientation: MapOrientation?
    for way in MapOrientation.allCases where name.hasSuffix("-" + way.rawValue) {
      orientation = way
      name.removeLast(way.rawValue.count + 1)
    }
    guard let paper = MapPaper(rawValue: name) else { return nil }
    self.paper = paper
    self.orientation = orientation
  }
}
