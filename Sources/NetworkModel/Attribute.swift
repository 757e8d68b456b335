/// A column that regionet does not know, kept as the user wrote it.
public struct Attribute: Sendable, Hashable {
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension [Attribute] {
  /// Adds the values that are not there yet, separated by `;`.
  package mutating func unite(_ later: [Attribute]) {
    for attribute in later {
      guard let index = firstIndex(where: { $0.name == attribute.name }) else {
        append(attribute)
        continue
      }
      let present = self[index].value
      let items = present.split(separator: ";").map { $0.drop { $0 == " " } }
      if present == attribute.value || items.contains(attribute.value[...]) { continue }
      self[index] = Attribute(name: attribute.name, value: present + "; " + attribute.value)
    }
  }
}
