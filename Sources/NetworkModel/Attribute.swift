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
  /// The attributes of several records of one thing: of each name every value once, separated by `;`.
  ///
  /// - Complexity: O(letters), however many values a name has.
  package static func union(of lists: some Sequence<[Attribute]>) -> [Attribute] {
    var names: [String] = []
    var values: [String: UnitedValue] = [:]
    for attribute in lists.joined() {
      if values[attribute.name]?.add(attribute.value) == nil {
        names.append(attribute.name)
        values[attribute.name] = UnitedValue(attribute.value)
      }
    }
    return names.map { Attribute(name: $0, value: values[$0]!.text) }
  }
}

/// Values of one attribute in one text.
private struct UnitedValue {
  private(set) var text: String
  /// What has been said: whole values, and the items of those that are lists.
  private var known: Set<String> = []

  init(_ first: String) {
    text = first
    note(first)
  }

  mutating func add(_ value: String) {
    if known.contains(value) { return }
    text += "; " + value
    note(value)
  }

  private mutating func note(_ value: String) {
    known.insert(value)
    for item in value.split(separator: ";") { known.insert(String(item.drop { $0 == " " })) }
  }
}
