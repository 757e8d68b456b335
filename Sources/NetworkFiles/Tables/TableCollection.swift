import NetworkModel

/// The tables of a dataset as they lie in a folder, a workbook or a file of their own, before they have been read.
struct TableCollection {
  enum Kind { case folder, workbook, single }

  struct Entry {
    /// The file's or sheet's name.
    let name: String
    /// The name without extension.
    let title: String
    var isHidden = false
    let open: () throws(UnreadableInput) -> any TabularSource
  }

  /// The folder's or file's name.
  let name: String
  let kind: Kind
  let entries: [Entry]
  /// Files beside the tables that are none.
  var others: [String] = []

  func location(_ entry: Entry) -> Location {
    kind == .workbook ? Location(file: name, sheet: entry.name) : Location(file: entry.name)
  }

  /// Reads all the tables.
  func read(columns: ColumnsFile?, language: Language?) throws(UnreadableInput) -> NetworkDraft {
    var draft = NetworkDraft()
    if let columns {
      draft.readSettings(columns)
      draft.readSames(columns)
    }
    let assignment = try TableAssignment(self, columns: columns)
    draft.problems += assignment.problems
    if kind == .workbook, columns == nil, assignment.tables.isEmpty, let matrix = try matrix() { return matrix }
    try check(assignment)
    var size = 0
    for (entry, plans) in assignment.inReadingOrder {
      let source = try entries[entry].open()
      size += source.sizeOnDisk
      try TableReader(source: source, plans: plans, language: language).read(into: &draft)
    }
    draft.mostPartners = SizeLimits(byteCount: size).partners
    draft.mostTies = SizeLimits(byteCount: size).ties
    for plan in assignment.distinctPlans { draft.mergeRows(of: plan) }
    draft.addsUnknownPartners = !assignment.tables.contains(.partners)
    return draft
  }

  /// The draft of a workbook whose first visible sheet is an adjacency matrix; nil for others.
  private func matrix() throws(UnreadableInput) -> NetworkDraft? {
    guard let entry = entries.first(where: { !$0.isHidden }) else { return nil }
    let source = try entry.open()
    var rows: [[String]] = []
    var width = 0
    _ = try source.forEachRow { _, cells in
      guard let last = cells.lastIndex(where: { !$0.isEmpty }) else { return true }
      if rows.isEmpty { width = last + 1 }
      var row = cells.prefix(max(last + 1, width)).map { $0.text ?? "" }
      while row.count < width { row.append("") }
      rows.append(row)
      // What begins otherwise needs no further look.
      return rows.count != 4 || AdjacencyMatrixFormat.isMatrix(rows, isWhole: false)
    }
    guard AdjacencyMatrixFormat.isMatrix(rows, isWhole: true) else { return nil }
    let draft = AdjacencyMatrixFormat.read(rows, file: name, limits: SizeLimits(byteCount: source.sizeOnDisk))
    let errors = draft.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw UnreadableInput(errors) }
    return draft
  }

  /// What to say of a folder that holds no CSV, but a workbook; nil of any other.
  var workbookBeside: UnreadableInput? {
    guard kind == .folder,
      let workbook = others.first(where: { $0.lowercased().hasSuffix(".xlsx") || $0.lowercased().hasSuffix(".ods") })
    else { return nil }
    return UnreadableInput(
      .noPartnersTable, at: Location(file: name),
      Localized(
        en: "the folder has no tables as CSV, but a workbook; give \(workbook) itself",
        de: "der Ordner hat keine Tabellen als CSV, aber eine Arbeitsmappe; geben Sie \(workbook) selbst an"))
  }

  /// A folder or workbook must say who its partners are: in a table, or through their projects.
  private func check(_ assignment: TableAssignment) throws(UnreadableInput) {
    // Who is the same as whom says nothing without partners.
    let tables = assignment.tables.subtracting([.same])
    if tables.contains(.partners) || (tables.contains(.participation) && !tables.contains(.ties)) { return }
    if kind == .single, !tables.isEmpty { return }
    if kind == .workbook, tables == [.ties] { return }
    let names = entries.filter { !$0.isHidden }.map(\.name) + others
    let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    let near = nearestWord(to: "partners", among: names)
    let location = Location(file: name)
    switch kind {
    case .folder:
      if tables.isEmpty, let workbook = workbookBeside { throw workbook }
      throw UnreadableInput(
        .noPartnersTable, at: location,
        Localized(
          en: "the folder has no table of partners; add partners.csv (found: \(shown.isEmpty ? "nothing" : shown))",
          de: "der Ordner hat keine Tabelle der Partner; legen Sie Partner.csv dazu (vorhanden: "
            + "\(shown.isEmpty ? "nichts" : shown))"),
        suggestion: near)
    case .workbook:
      throw UnreadableInput(
        tables.isEmpty ? .notATable : .noPartnersTable, at: location,
        Localized(
          en: "the workbook has no sheet with partners; call a sheet partners and give it the header name "
            + "(sheets: \(shown)), or map the sheets in columns.yaml",
          de: "die Arbeitsmappe hat kein Blatt mit Partnern; nennen Sie ein Blatt Partner und geben Sie ihm die "
            + "Überschrift Name (Blätter: \(shown)), oder ordnen Sie die Blätter in columns.yaml zu"),
        suggestion: near)
    case .single:
      throw UnreadableInput(
        .notATable, at: location,
        Localized(
          en:
            "this is no table that regionet knows: its headers name neither partners (name) nor ties (source, target) "
            + "nor participation (partner, project); rename the headers, or map them in columns.yaml",
          de: "das ist keine Tabelle, die regionet kennt: ihre Überschriften nennen weder Partner (Name) noch "
            + "Beziehungen (Von, Nach) noch Mitwirkung (Partner, Projekt); benennen Sie die Überschriften um, oder "
            + "ordnen Sie sie in columns.yaml zu"))
    }
  }
}

extension TabularSource {
  /// The first rows that are not empty, among which the headers are.
  ///
  /// - Throws: where a row is wider than any table.
  func headerCandidates() throws(UnreadableInput) -> [HeaderRow] {
    var rows: [HeaderRow] = []
    var tooWide: Int?
    _ = try forEachRow { line, cells in
      if cells.count > SizeLimits.columns, cells.lastIndex(where: { !$0.isEmpty }) ?? 0 >= SizeLimits.columns {
        tooWide = line
        return false
      }
      if cells.contains(where: { !$0.isEmpty }) {
        rows.append(HeaderRow(line: line, headers: cells.prefix(SizeLimits.columns).map { $0.text ?? "" }))
      }
      return rows.count < TableReader.headerSearchDepth
    }
    if let tooWide {
      throw UnreadableInput.tooMany(
        SizeLimits.columns, "columns", "Spalten", at: Location(file: file, sheet: sheet, line: tooWide))
    }
    return rows
  }
}
