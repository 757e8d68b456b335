/// Finds partners that are surely one and the same; all others that look alike are for the user to decide.
///
/// Two rows are one partner if their names are the same but for case, blanks, hyphens and the way umlauts and accents
/// are written (`matchingKey`), and nothing in them says that they are two:
/// - Both are institutions, or both persons.
/// - Where rows of one name are in different municipalities, only those of one municipality are one partner. Rows
///   without a municipality then stay apart, as nobody knows which of them they belong to.
/// - Persons of one name are one only where both rows name the same municipality: many people are called Maria Huber.
///
/// Rows with one id and one name are always one partner.
struct SureDuplicates {
  /// Positions of the rows of each partner that stands several times, by the first.
  let groups: [[Int]]
  /// Positions of rows with one name that stay apart although one would think otherwise, by the first.
  let apart: [[Int]]

  /// - Complexity: O(rows).
  init(_ rows: [PartnerRow]) {
    struct Key: Hashable {
      let name: String
      let kind: Partner.Kind
    }
    var members: [Key: [Int]] = [:]
    for (position, row) in rows.enumerated() {
      members[Key(name: row.name.matchingKey, kind: row.kind ?? .institution), default: []].append(position)
    }
    var groups: [[Int]] = []
    var apart: [[Int]] = []
    for (key, positions) in members where positions.count > 1 {
      let parts = Self.parts(of: positions, in: rows, arePersons: key.kind == .person)
      groups += parts.filter { $0.count > 1 }
      if parts.count > 1 { apart.append(parts.map { $0[0] }) }
    }
    self.groups = groups.sorted { $0[0] < $1[0] }
    self.apart = apart.sorted { $0[0] < $1[0] }
  }

  /// Rows of one name and kind, put together where they are one partner.
  private static func parts(of positions: [Int], in rows: [PartnerRow], arePersons: Bool) -> [[Int]] {
    let municipalities = positions.map { rows[$0].municipality?.matchingKey }
    let isOne = !arePersons && Set(municipalities.compactMap { $0 }).count < 2
    var parts: [[Int]] = []
    var partOfID: [String: Int] = [:]
    var partOfMunicipality: [String: Int] = [:]
    for (position, municipality) in zip(positions, municipalities) {
      let id = rows[position].id ?? rows[position].name
      let part =
        isOne && !parts.isEmpty ? 0 : partOfID[id] ?? municipality.flatMap { partOfMunicipality[$0] } ?? parts.count
      if part == parts.count { parts.append([]) }
      parts[part].append(position)
      partOfID[id] = part
      if let municipality, partOfMunicipality[municipality] == nil { partOfMunicipality[municipality] = part }
    }
    return parts
  }
}
