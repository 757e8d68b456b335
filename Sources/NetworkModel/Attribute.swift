/// A column that regionet does not know, kept as the user wrote it.
public struct Attribute: Sendable, Hashable {
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
