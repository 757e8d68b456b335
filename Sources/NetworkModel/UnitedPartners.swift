/// The rows of the partners, those that are one partner put together.
struct UnitedPartners {
  struct Entry {
    let row: PartnerRow
    /// The column in which the partner is named: in another table than that of the partners where it has no row of its
    /// own.
    let column: Column
  }

  /// One partner: the row that stays, and those that become part of it.
  struct Group {
    let kept: Int
    let others: [Int]
    let said: [Location]
  }

  let entries: [Entry]
  /// In the order of the rows that stay.
  private(set) var groups: [Group] = []
  private(set) var problems: [Problem] = []
  /// Cells of the table `same` that name no partner.
  private(set) var unknown: [(text: String, place: RowPlace, column: Column)] = []

  private let draft: NetworkDraft
  private var parents: [Int]
  /// For rows in a group of several: the rows of the table `same` that made it.
  private var said: [(row: Int, place: RowPlace)] = []
  /// Rows that the table `same` says to be part of another, and those it says others to be part of.
  private var gone: Set<Int> = []
  private var named: Set<Int> = []
  private var positionsByID: [String: [Int]] = [:]
  private var positionsByName: [String: [Int]] = [:]

  init(_ draft: NetworkDraft, mergesDuplicates: Bool) {
    self.draft = draft
    let (entries, full) = Self.entries(of: draft)
    self.entries = entries
    parents = Array(entries.indices)
    if let full { report(.fileTooLarge, .error, full.place, full.column, .tooManyPartners(entries.count)) }
    for (position, entry) in entries.enumerated() {
      let row = entry.row
      let id = row.id ?? row.name
      let names = [row.name] + (row.short.map { [$0] } ?? [])
      positionsByID[id, default: []].append(position)
      for name in Set(names) where name != id { positionsByName[name, default: []].append(position) }
    }
    if mergesDuplicates { uniteDuplicates() }
    // What makes a name unambiguous goes first.
    for same in draft.sames where same.name == same.sameAs { uniteNamesakes(same) }
    for same in draft.sames where same.name != same.sameAs { unite(same) }
    groups = makeGroups()
  }

  /// The rows of the table of partners, then a row for each that only other tables name, and the cell from which on
  /// there are more than a file of its size can hold.
  private static func entries(of draft: NetworkDraft) -> ([Entry], full: (place: RowPlace, column: Column)?) {
    var entries = draft.partners.map { Entry(row: $0, column: .name) }
    guard draft.addsUnknownPartners || draft.partners.isEmpty else { return (entries, nil) }
    var full: (place: RowPlace, column: Column)?
    var known: Set<String> = []
    for row in draft.partners { known.formUnion([row.id ?? row.name, row.name] + (row.short.map { [$0] } ?? [])) }
    draft.forEachPartnerNamedElsewhere { text, place, column in
      guard known.insert(text).inserted else { return true }
      guard entries.count < draft.mostPartners else {
        full = (place, column)
        return false
      }
      entries.append(Entry(row: PartnerRow(place: place, name: text), column: column))
      return true
    }
    return (entries, full)
  }

  // MARK: - Uniting

  private mutating func uniteDuplicates() {
    let duplicates = SureDuplicates(entries.map(\.row))
    for group in duplicates.groups { for other in group.dropFirst() { join(other, group[0]) } }
    for positions in duplicates.apart {
      let first = entries[positions[0]].row
      for position in positions.dropFirst() {
        let row = entries[position].row
        let place = draft.location(first.place).map { " (\($0))" } ?? ""
        report(
          .sameNameApart, .warning, row.place, entries[position].column,
          row.kind == .person
            ? Localized(
              en: "\"\(row.name)\" and \"\(first.name)\"\(place) may be two persons and stay two partners; if they are "
                + "one, name them in the table same",
              de:
                "„\(row.name)“ und „\(first.name)“\(place) können zwei Personen sein und bleiben zwei Partner; ist es "
                + "eine, nennen Sie sie in der Tabelle Gleiche")
            : Localized(
              en: "\"\(row.name)\" and \"\(first.name)\"\(place) are not surely in one municipality and stay two "
                + "partners; if they are one, name them in the table same",
              de: "„\(row.name)“ und „\(first.name)“\(place) sind nicht sicher in einer Gemeinde und bleiben zwei "
                + "Partner; ist es einer, nennen Sie sie in der Tabelle Gleiche"))
      }
    }
  }

  /// `X` is the same as `X`: all that are called so are one partner.
  private mutating func uniteNamesakes(_ same: SameRow) {
    let positions = positions(of: same.name)
    if positions.count > 1 {
      for other in positions.dropFirst() { join(other, positions[0]) }
      said.append((positions[0], same.place))
    } else if positions.isEmpty {
      unknown.append((same.name, same.place, .name))
    } else {
      report(
        .sameAsItself, .warning, same.place, .sameAs,
        Localized(
          en: "\"\(same.name)\" is the same as itself; write the name of the partner that stays",
          de: "„\(same.name)“ ist derselbe Partner wie er selbst; schreiben Sie den Namen des Partners, der bleibt"))
    }
  }

  private mutating func unite(_ same: SameRow) {
    let name = position(of: same.name, same.place, .name)
    let target = position(of: same.sameAs, same.place, .sameAs)
    guard let name, let target else { return }
    guard name != target else {
      report(
        .sameAsItself, .warning, same.place, .sameAs,
        Localized(
          en: "\"\(same.name)\" and \"\(same.sameAs)\" name one row; the line changes nothing",
          de: "„\(same.name)“ und „\(same.sameAs)“ nennen dieselbe Zeile; die Angabe ändert nichts"))
      return
    }
    gone.insert(name)
    named.insert(target)
    said.append((name, same.place))
    join(name, target)
  }

  private mutating func join(_ first: Int, _ second: Int) {
    let (a, b) = (root(first), root(second))
    parents[max(a, b)] = min(a, b)
  }

  private mutating func root(_ position: Int) -> Int {
    var position = position
    while parents[position] != position {
      parents[position] = parents[parents[position]]
      position = parents[position]
    }
    return position
  }

  private mutating func makeGroups() -> [Group] {
    var members: [Int: [Int]] = [:]
    for position in entries.indices { members[root(position), default: []].append(position) }
    var places: [Int: [RowPlace]] = [:]
    for (row, place) in said { places[root(row), default: []].append(place) }
    // By their roots: the order of what is reported must not hang on that of a dictionary.
    return members.sorted { $0.key < $1.key }.map { root, rows in
      let said = (places[root] ?? []).sorted { ($0.table, $0.line) < ($1.table, $1.line) }
      let kept = rows.count == 1 ? rows[0] : keptRow(of: rows, said)
      return Group(kept: kept, others: rows.filter { $0 != kept }, said: said.compactMap { draft.location($0) })
    }
    .sorted { $0.kept < $1.kept }
  }

  /// The row that others are said to be the same as and that is itself said to be the same as none; else the first.
  private mutating func keptRow(of rows: [Int], _ said: [RowPlace]) -> Int {
    if let target = rows.first(where: { named.contains($0) && !gone.contains($0) }) { return target }
    guard rows.contains(where: named.contains), let place = said.last else { return rows[0] }
    // Of a name that several rows have, any of them may be meant to stay.
    let first = entries[rows[0]].row.name
    report(
      .sameInCircle, .warning, place, .sameAs,
      Localized(
        en: "the table same goes in a circle here; \"\(first)\" stays, which stands first among the partners",
        de: "die Tabelle Gleiche geht hier im Kreis; es bleibt „\(first)“, der erste in der Liste der Partner"))
    return rows[0]
  }

  // MARK: - Names

  private func positions(of text: String) -> [Int] { positionsByID[text] ?? positionsByName[text] ?? [] }

  /// The row that a text named before anything was united.
  func row(named text: String) -> Int? { positions(of: text).first }

  /// The group of each row.
  var partnerOfRow: [Int] {
    var result = [Int](repeating: 0, count: entries.count)
    for (index, group) in groups.enumerated() { for row in [group.kept] + group.others { result[row] = index } }
    return result
  }

  /// All that a text could have been meant to say.
  var words: [String] { positionsByName.keys.sorted() + positionsByID.keys.sorted() }

  private mutating func position(
    of text: String, _ place: RowPlace, _ column: Column
  ) -> Int? {
    let positions = positions(of: text)
    guard let first = positions.first else {
      unknown.append((text, place, column))
      return nil
    }
    let firstRoot = root(first)
    guard positionsByID[text] != nil || positions.allSatisfy({ root($0) == firstRoot }) else {
      let ids = positions.map { entries[$0].row.id ?? entries[$0].row.name }.joined(separator: ", ")
      report(
        .ambiguousName, .error, place, column,
        Localized(
          en: "several partners are called \"\(text)\": \(ids); write the id, or if they are all one, a line with "
            + "this name in both columns",
          de: "mehrere Partner heißen „\(text)“: \(ids); schreiben Sie die ID, oder, wenn alle derselbe sind, eine "
            + "Zeile mit diesem Namen in beiden Spalten"))
      return nil
    }
    return first
  }

  private mutating func report(
    _ code: Problem.Code, _ severity: Problem.Severity, _ place: RowPlace, _ column: Column, _ message: Localized
  ) {
    problems.append(Problem(code, severity, at: draft.location(place, column), message))
  }
}

extension NetworkDraft {
  /// Hands over where tables other than that of the partners name one, in the order in which they come.
  ///
  /// - Parameter body: returns false to stop.
  func forEachPartnerNamedElsewhere(_ body: (_ text: String, _ place: RowPlace, _ column: Column) -> Bool) {
    for row in ties {
      guard body(row.source, row.place, .source), body(row.target, row.place, .target) else { return }
    }
    guard partners.isEmpty else { return }
    for row in participations { guard body(row.partner, row.place, .partner) else { return } }
    for row in attendances { guard body(row.partner, row.place, .partner) else { return } }
  }
}

extension Localized {
  static func tooManyPartners(_ count: Int) -> Localized {
    Localized(
      en: "the file names more than \(count) partners, more than one of its size can hold; split it",
      de: "die Datei nennt mehr als \(count) Partner, mehr als eine Datei ihrer Größe fasst; teilen Sie sie")
  }
}

extension Problem.Code {
  /// A line of the table `same` names one partner twice.
  public static let sameAsItself = Self(rawValue: "sameAsItself")
  public static let sameInCircle = Self(rawValue: "sameInCircle")
  /// Rows of one name that `mergesDuplicates` leaves apart.
  public static let sameNameApart = Self(rawValue: "sameNameApart")
}
