/// Leads a text that the user wrote (an id, else a unique name or short name) to the record it names.
struct ReferenceTable {
  enum Answer {
    case found(Int)
    case unknown
    /// Several records have this name; they can only be told apart by id.
    case ambiguous(ids: [String])
  }

  private var byID: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]
  private var ids: [String] = []

  var count: Int { ids.count }

  mutating func reserveCapacity(_ capacity: Int) {
    byID.reserveCapacity(capacity)
    ids.reserveCapacity(capacity)
  }

  /// Adds a record; returns the position of an earlier one with the same id, and adds nothing then.
  mutating func add(id: String, names: [String]) -> Int? {
    if let earlier = byID[id] { return earlier }
    let position = ids.count
    byID[id] = position
    ids.append(id)
    for name in Set(names) where name != id { byName[name, default: []].append(position) }
    return nil
  }

  /// Lets ids of records that are one with another lead to that one.
  mutating func addAliases(_ aliases: [String], of position: Int) {
    for id in aliases where byID[id] == nil { byID[id] = position }
  }

  func find(_ text: String) -> Answer {
    if let position = byID[text] { return .found(position) }
    guard let positions = byName[text] else { return .unknown }
    return positions.count == 1 ? .found(positions[0]) : .ambiguous(ids: positions.map { ids[$0] })
  }

  /// Everything a text could have been meant to say: names first, for they suggest more than numbers do.
  var words: [String] { byName.keys.sorted() + ids }
}
