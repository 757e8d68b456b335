import NetworkModel

/// Says which file or sheet is read as which tables.
///
/// A mapping comes first, exact names come before names with a suffix, and names that say nothing leave it to the headers.
struct TableAssignment {
  /// The plans of each entry, in the collection's order.
  private var plans: [[TablePlan]]
  private(set) var problems: [Problem] = []
  /// The entry each table is read from, where only its name decides.
  private var chosen: [Table: Int] = [:]
  private let collection: TableCollection

  init(_ collection: TableCollection, columns: ColumnsFile?) throws(UnreadableInput) {
    self.collection = collection
    plans = Array(repeating: [], count: collection.entries.count)
    if let columns { try assignMapped(columns) }
    let mapped = Set(plans.flatMap { $0.map(\.table) })
    var suffixed: [(index: Int, table: Table)] = []
    var nameless: [Int] = []
    for (index, entry) in collection.entries.enumerated() where plans[index].isEmpty {
      switch Table.recognise(entry.title) {
      case .exact(let table): choose(index, table, mapped)
      case .suffixed(let table): if !entry.isHidden { suffixed.append((index, table)) }
      case .ambiguous(let tables):
        if collection.kind == .single { nameless.append(index) } else { report(entry, ambiguous: tables) }
      case .none:
        if collection.kind == .folder || (entry.isHidden && collection.entries.count > 1) {
          if !entry.isHidden { report(entry) }
        } else {
          nameless.append(index)
        }
      }
    }
    for (index, table) in suffixed {
      // `Netzwerk_2019.csv` with the headers from, to is somebody's own file that merely begins like one of ours.
      if try speaks(of: table, index) { choose(index, table, mapped) } else { report(collection.entries[index]) }
    }
    for index in nameless { try guess(index, mapped) }
    if collection.kind == .single { try letHeadersDecide() }
    if columns != nil { try leaveOutForeignTables() }
    reportOthers()
  }

  var tables: Set<Table> { Set(plans.flatMap { $0.map(\.table) }) }

  /// The network's settings first, because their language decides how numbers are read; then as the tables' order.
  var inReadingOrder: [(entry: Int, plans: [TablePlan])] {
    func rank(_ plans: [TablePlan]) -> Int {
      plans.map { plan in plan.table == .network ? -1 : Table.allCases.firstIndex(of: plan.table)! }.min()!
    }
    return plans.indices.filter { !plans[$0].isEmpty }.sorted { (rank(plans[$0]), $0) < (rank(plans[$1]), $1) }
      .map { ($0, plans[$0]) }
  }

  var distinctPlans: [Table] {
    let tables = plans.flatMap { $0.filter { $0.mapping?.isDistinct == true }.map(\.table) }
    return Table.allCases.filter(tables.contains)
  }

  // MARK: - Choosing

  private mutating func assignMapped(_ columns: ColumnsFile) throws(UnreadableInput) {
    var unknown: [Problem] = []
    for mapping in columns.mappings {
      let isForAnother = columns.isFoundBeside && collection.kind != .folder
      guard let index = entry(mapping.source, orTheOnlyOne: !isForAnother) else {
        if isForAnother { continue }
        let names = collection.entries.map(\.name)
        unknown.append(
          Problem(
            .invalidMapping, at: mapping.location,
            Localized(
              en:
                "\(collection.name) has no table \"\(mapping.source ?? "")\"; it has \(names.joined(separator: ", "))",
              de: "\(collection.name) hat keine Tabelle „\(mapping.source ?? "")“; vorhanden: "
                + names.joined(separator: ", ")),
            suggestion: mapping.source.flatMap { nearestWord(to: $0, among: names) }))
        continue
      }
      plans[index].append(TablePlan(table: mapping.table, mapping: mapping))
    }
    if !unknown.isEmpty, collection.entries.isEmpty, let workbook = collection.workbookBeside { throw workbook }
    if !unknown.isEmpty { throw UnreadableInput(unknown) }
    makeSharedSourcesDistinct()
  }

  /// Where a sheet feeds several tables, or several sheets one, a partner stands in several rows.
  private mutating func makeSharedSourcesDistinct() {
    let all = plans
    for entry in plans.indices {
      for index in plans[entry].indices {
        let table = plans[entry][index].table
        let others = plans[entry].filter { $0.table != table }
        let isSpread = all.indices.contains { $0 != entry && all[$0].contains { $0.table == table } }
        if plans[entry][index].mapping?.isDistinct == nil {
          plans[entry][index].mapping?.isDistinct = !others.isEmpty || isSpread
        }
        plans[entry][index].mapping?.foreignHeaders = others.flatMap { $0.mapping?.columns.values.map { $0 } ?? [] }
      }
    }
  }

  private func entry(_ source: String?, orTheOnlyOne: Bool) -> Int? {
    let entries = collection.entries
    guard let source else { return entries.count == 1 ? 0 : nil }
    let key = source.headerKey
    return entries.firstIndex { $0.name == source } ?? entries.firstIndex { $0.title == source }
      ?? entries.firstIndex { $0.title.headerKey == key } ?? entries.firstIndex { $0.name.headerKey == key }
      ?? (collection.kind == .single && orTheOnlyOne ? 0 : nil)
  }

  private mutating func choose(_ index: Int, _ table: Table, _ mapped: Set<Table>) {
    let entry = collection.entries[index]
    if mapped.contains(table) { return }
    guard let first = chosen[table] else {
      chosen[table] = index
      plans[index] = [TablePlan(table: table)]
      return
    }
    let kept = collection.entries[first].name
    let isSheet = collection.kind == .workbook
    problems.append(
      Problem(
        .secondFile, .warning, at: collection.location(entry),
        Localized(
          en:
            "a second \(isSheet ? "sheet" : "file") for the table \(table.rawValue); \(kept) is read and \(entry.name) "
            + "left out; remove one of the two",
          de:
            "\(isSheet ? "ein zweites Blatt" : "eine zweite Datei") für die Tabelle \(table.germanName); gelesen wird "
            + "\(kept), \(entry.name) bleibt weg; entfernen Sie eine\(isSheet ? "s" : "") von beiden")))
  }

  /// The table whose headers a sheet has that is called `Tabelle1`, or a file of any name.
  private mutating func guess(_ index: Int, _ mapped: Set<Table>) throws(UnreadableInput) {
    let entry = collection.entries[index]
    let rows = try entry.open().headerCandidates()
    let table = rows.lazy.compactMap { RecognisedHeader.guessTable($0.headers) }.first
    if let table, chosen[table] == nil, !mapped.contains(table) {
      chosen[table] = index
      plans[index] = [TablePlan(table: table)]
    } else if collection.kind != .single, !rows.isEmpty {
      report(entry)
    }
  }

  /// A lone file may be called `partners.csv` and hold ties.
  private mutating func letHeadersDecide() throws(UnreadableInput) {
    for index in plans.indices {
      guard let plan = plans[index].first, plan.mapping == nil else { continue }
      let rows = try collection.entries[index].open().headerCandidates()
      if rows.contains(where: { plan.header($0.headers).isComplete }) { continue }
      if let table = rows.lazy.compactMap({ RecognisedHeader.guessTable($0.headers) }).first {
        plans[index] = [TablePlan(table: table)]
      }
    }
  }

  /// Whether a header of the entry is one of the table's own.
  private func speaks(of table: Table, _ index: Int) throws(UnreadableInput) -> Bool {
    let plan = TablePlan(table: table)
    let rows = try collection.entries[index].open().headerCandidates()
    return rows.isEmpty || rows.contains { !plan.header($0.headers).positions.isEmpty }
  }

  /// Where a mapping says what the tables are, one that merely has the name of a table (`memberships.csv` with other
  /// headers) is foreign: left out with a warning, no mistake in the table.
  private mutating func leaveOutForeignTables() throws(UnreadableInput) {
    for index in plans.indices {
      guard let plan = plans[index].first, plan.mapping == nil else { continue }
      let rows = try collection.entries[index].open().headerCandidates()
      if rows.isEmpty || rows.contains(where: { plan.header($0.headers).isComplete }) { continue }
      plans[index] = []
      report(collection.entries[index])
    }
  }

  // MARK: - What is left out

  private mutating func report(_ entry: TableCollection.Entry) {
    let isSheet = collection.kind == .workbook
    problems.append(
      Problem(
        .leftOut, .warning, at: collection.location(entry),
        Localized(
          en: isSheet
            ? "no table has this name or these headers, so the sheet is left out; rename it (partners, ties, …), or map "
              + "it in columns.yaml"
            : "no table has this name, so the file is left out; rename it (partners.csv, ties.csv, …), or map it in "
              + "columns.yaml",
          de: isSheet
            ? "keine Tabelle heißt so oder hat diese Überschriften, daher bleibt das Blatt weg; benennen Sie es um "
              + "(Partner, Beziehungen, …), oder ordnen Sie es in columns.yaml zu"
            : "keine Tabelle heißt so, daher bleibt die Datei weg; benennen Sie sie um (Partner.csv, Beziehungen.csv, …), "
              + "oder ordnen Sie sie in columns.yaml zu")))
  }

  private mutating func report(_ entry: TableCollection.Entry, ambiguous tables: [Table]) {
    problems.append(
      Problem(
        .leftOut, .warning, at: collection.location(entry),
        Localized(
          en:
            "the name could mean several tables (\(tables.map(\.rawValue).joined(separator: ", "))), so it is left out; "
            + "call it after one of them",
          de:
            "der Name kann mehrere Tabellen meinen (\(tables.map(\.germanName).joined(separator: ", "))), daher "
            + "wird er übergangen; wählen Sie den Namen einer davon")))
  }

  private mutating func reportOthers() {
    guard !collection.others.isEmpty else { return }
    let list = collection.others.joined(separator: ", ")
    problems.append(
      Problem(
        .leftOut, .warning, at: Location(file: collection.name),
        Localized(
          en: "these files are no tables and are left out: \(list)",
          de: "diese Dateien sind keine Tabellen und bleiben weg: \(list)")))
  }
}
