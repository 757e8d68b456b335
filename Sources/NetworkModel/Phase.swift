/// A stretch of the network's life.
public struct Phase: Sendable, Hashable {
  public let id: String
  public let name: String
  public let period: Period
}
