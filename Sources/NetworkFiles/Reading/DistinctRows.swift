import NetworkModel

extension NetworkDraft {
  /// Makes one record of the rows that have one id, else one name.
  ///
  /// The first row stands; later rows fill what it leaves open. Of columns that regionet does not know, each value is kept
  /// once.
  mutating func mergeRows(of table: Table) {
    switch table {
    case .partners:
      partners = merged(
        partners, key: { $0.id ?? $0.name }, place: \.place, attributes: \.attributes
      ) { $0.merge($1) }
    case .projects:
      projects = merged(
        projects, key: { $0.id ?? $0.name }, place: \.place, attributes: \.attributes
      ) { $0.merge($1) }
    case .meetings: meetings = merged(meetings, key: { $0.id }, place: \.place) { _, _ in [] }
    case .municipalities: municipalities = merged(municipalities, key: { $0.name }, place: \.place) { _, _ in [] }
    case .candidates: candidates = merged(candidates, key: { $0.id ?? $0.name }, place: \.place) { _, _ in [] }
    default: break
    }
  }

  /// - Parameters:
  ///   - attributes: where a row keeps the columns that regionet does not know; nil: those of the first row stand.
  ///   - merge: fills the first row from a later one; returns the columns in which the two contradict each other.
  private mutating func merged<Row>(
    _ rows: [Row], key: (Row) -> String, place: (Row) -> RowPlace,
    attributes: WritableKeyPath<Row, [Attribute]>? = nil, merge: (inout Row, Row) -> [Column]
  ) -> [Row] {
    var result: [Row] = []
    var laterAttributes: [Int: [[Attribute]]] = [:]
    var positions: [String: Int] = [:]
    var contradictions: [Column: (count: Int, first: RowPlace, name: String)] = [:]
    var told: [Column: Set<Int>] = [:]
    for row in rows {
      let name = key(row)
      guard let position = positions[name] else {
        positions[name] = result.count
        result.append(row)
        continue
      }
      if let attributes, !row[keyPath: attributes].isEmpty {
        laterAttributes[position, default: []].append(row[keyPath: attributes])
      }
      for column in merge(&result[position], row) where told[column, default: []].insert(position).inserted {
        contradictions[column, default: (0, place(row), name)].count += 1
      }
    }
    if let attributes {
      for (position, later) in laterAttributes {
        result[position][keyPath: attributes] = .union(of: [result[position][keyPath: attributes]] + later)
      }
    }
    for column in Column.allCases {
      guard let (count, first, name) = contradictions[column] else { continue }
      problems.append(
        Problem(
          .contradictoryRows, .warning, at: location(first, column),
          Localized(
            en: "\(count) of the records that stand in several rows have different values here, for example "
              + "\"\(name)\"; the first value is taken",
            de: "\(count) der Einträge, die in mehreren Zeilen stehen, haben hier verschiedene Werte, zum Beispiel "
              + "„\(name)“; genommen wird der erste")))
    }
    return result
  }
}

extension PartnerRow {
  fileprivate mutating func merge(_ later: PartnerRow) -> [Column] {
    var different: [Column] = []
    func fill<Value: Equatable>(_ mine: inout Value?, _ other: Value?, _ column: Column) {
      if let value = mine, let other, value != other { different.append(column) }
      mine = mine ?? other
    }
    fill(&short, later.short, .short)
    fill(&kind, later.kind, .kind)
    fill(&role, later.role, .role)
    fill(&municipality, later.municipality, .municipality)
    fill(&coordinates, later.coordinates, .latitude)
    fill(&isPublicBody, later.isPublicBody, .public)
    fill(&interestGroup, later.interestGroup, .interest)
    fill(&votes, later.votes, .votes)
    fill(&position, later.position, .position)
    fill(&website, later.website, .website)
    fill(&contact, later.contact, .contact)
    fill(&consent, later.consent, .consent)
    fill(&answered, later.answered, .answered)
    if sectors.isEmpty {
      sectors = later.sectors
    } else if !later.sectors.isEmpty, later.sectors != sectors {
      different.append(.sector)
    }
    if membership == .always { membership = later.membership }
    for resource in later.resources where !resources.contains(resource) { resources.append(resource) }
    return different
  }
}

extension ProjectRow {
  fileprivate mutating func merge(_ later: ProjectRow) -> [Column] {
    var different: [Column] = []
    func fill<Value: Equatable>(_ mine: inout Value?, _ other: Value?, _ column: Column) {
      if let value = mine, let other, value != other { different.append(column) }
      mine = mine ?? other
    }
    fill(&title, later.title, .title)
    fill(&field, later.field, .field)
    fill(&status, later.status, .status)
    fill(&budget, later.budget, .budget)
    if period == .always { period = later.period }
    return different
  }
}

extension Problem.Code {
  public static let contradictoryRows = Self(rawValue: "contradictoryRows")
}
