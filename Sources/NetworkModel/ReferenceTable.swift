/// Leads a text that the user wrote (an id, else a unique name or short name) to the record it names.
struct ReferenceTable {
  enum Answer {
    case found(Int)
    case unknown
    /// Several records have this name; they can only be told apart by id.
    case ambiguous(ids: [String])
  }

  private var byID = NameIndex()
  private var byName: [String: [Int]] = [:]
  /// Ids of records that are one with another.
  private var aliases: [String: Int] = [:]

  var count: Int { byID.count }

  mutating func reserveCapacity(_ capacity: Int) { byID.reserveCapacity(capacity) }

  /// Adds a record; returns the position of an earlier one with the same id, and adds nothing then.
  mutating func add(id: String, names: [String]) -> Int? {
    let position = byID.count
    if let earlier = aliases[id] ?? byID.add(id) { return earlier }
    for (index, name) in names.enumerated() where name != id && !names[..<index].contains(name) {
      byName[name, default: []].append(position)
    }
    return nil
  }

  /// Lets ids of records that are one with another lead to that one.
  mutating func addAliases(_ ids: [String], of position: Int) {
    for id in ids where byID.number(of: id) == nil && aliases[id] == nil { aliases[id] = position }
  }

  func find(_ text: String) -> Answer {
    if let position = byID.number(of: text) ?? aliases[text] { return .found(position) }
    guard let positions = byName[text] else { return .unknown }
    return positions.count == 1 ? .found(positions[0]) : .ambiguous(ids: positions.map { byID.names[$0] })
  }

  /// Everything a text could have been meant to say: names first, for they suggest more than numbers do.
  var words: [String] { byName.keys.sorted() + byID.names }
}
