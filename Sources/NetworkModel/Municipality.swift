/// A municipality of the region.
public struct Municipality: Sendable, Hashable {
  public let name: String
  public let coordinates: Coordinates?
  public let population: Int?
  public let attributes: [Attribute]
}
