import NetworkModel

/// A folder of tables, one file each.
struct TableFolder {
  let path: String
  let language: Language?

  private var name: String { path.fileName }

  func read() throws(UnreadableInput) -> NetworkDraft {
    guard let files = Folder.files(in: path) else {
      throw UnreadableInput(
        .fileUnreadable, at: Location(file: name),
        Localized(en: "the folder cannot be read", de: "der Ordner lässt sich nicht lesen"))
    }
    var draft = NetworkDraft()
    let chosen = choose(files, problems: &draft.problems)
    try check(chosen, files: files)
    // The table of keys and values first: its language decides how numbers are read.
    let order: [Table] = [.network] + Table.allCases.filter { $0 != .network }
    for table in order {
      guard let file = chosen[table] else { continue }
      try read(file, as: table, into: &draft)
    }
    draft.addsUnknownPartners = chosen[.partners] == nil
    return draft
  }

  private func read(_ file: String, as table: Table, into draft: inout NetworkDraft) throws(UnreadableInput) {
    var bytes = try FileBytes.read(path + "/" + file)
    if Gunzip.isCompressed(bytes.buffer) { bytes = try Gunzip.unpack(bytes, name: file) }
    switch FileFormat.recognise(bytes.buffer, name: file) {
    case .empty: throw FileFormat.emptyFile(file)
    case .unknown(let hint): throw FileFormat.unknownFormat(file, hint: hint)
    case .delimitedText:
      let source = DelimitedText(file: file, text: DecodedText(bytes))
      try TableReader(source: source, plans: [TablePlan(table: table)], language: language).read(into: &draft)
    }
  }

  /// Which file is which table: exact names before names with a suffix; the rest is told.
  private func choose(_ files: [String], problems: inout [Problem]) -> [Table: String] {
    var chosen: [Table: String] = [:]
    var suffixed: [(file: String, table: Table)] = []
    var others: [String] = []
    for file in files {
      guard file.isTableFile else {
        if !file.isCompanion { others.append(file) }
        continue
      }
      switch Table.recognise(file.withoutTableExtension) {
      case .exact(let table):
        if let first = chosen[table] {
          problems.append(second(file, of: table, first: first))
        } else {
          chosen[table] = file
        }
      case .suffixed(let table): suffixed.append((file, table))
      case .ambiguous(let tables):
        let english = tables.map(\.rawValue).joined(separator: ", ")
        let german = tables.map(\.germanName).joined(separator: ", ")
        problems.append(
          Problem(
            .leftOut, .warning, at: Location(file: file),
            Localized(
              en: "the name could mean several tables (\(english)), so the file is left out; call it after one of them",
              de:
                "der Name kann mehrere Tabellen meinen (\(german)), daher bleibt die Datei weg; benennen Sie sie nach "
                + "einer davon")))
      case .none:
        problems.append(
          Problem(
            .leftOut, .warning, at: Location(file: file),
            Localized(
              en: "no table has this name, so the file is left out; rename it (partners.csv, ties.csv, …), or map it "
                + "in columns.yaml",
              de: "keine Tabelle heißt so, daher bleibt die Datei weg; benennen Sie sie um (Partner.csv, "
                + "Beziehungen.csv, …), oder ordnen Sie sie in columns.yaml zu")))
      }
    }
    for (file, table) in suffixed {
      if let first = chosen[table] {
        problems.append(second(file, of: table, first: first))
      } else {
        chosen[table] = file
      }
    }
    if !others.isEmpty {
      let list = others.joined(separator: ", ")
      problems.append(
        Problem(
          .leftOut, .warning, at: Location(file: name),
          Localized(
            en: "these files are no tables and are left out: \(list)",
            de: "diese Dateien sind keine Tabellen und bleiben weg: \(list)")))
    }
    return chosen
  }

  private func second(_ file: String, of table: Table, first: String) -> Problem {
    Problem(
      .secondFile, .warning, at: Location(file: file),
      Localized(
        en:
          "a second file for the table \(table.rawValue); \(first) is read and this one left out; remove one of the two",
        de: "eine zweite Datei für die Tabelle \(table.germanName); gelesen wird \(first), diese bleibt weg; entfernen "
          + "Sie eine der beiden"))
  }

  /// A folder must say who its partners are: in a table, or through their projects.
  private func check(_ chosen: [Table: String], files: [String]) throws(UnreadableInput) {
    if chosen[.partners] != nil || (chosen[.participation] != nil && chosen[.ties] == nil) { return }
    let workbooks = files.filter { $0.lowercased().hasSuffix(".xlsx") }
    if chosen.isEmpty, let workbook = workbooks.first {
      throw UnreadableInput(
        .noPartnersTable, at: Location(file: name),
        Localized(
          en: "the folder has no tables as CSV, but a workbook; give \(path)/\(workbook) instead",
          de: "der Ordner hat keine Tabellen als CSV, aber eine Arbeitsmappe; geben Sie \(path)/\(workbook) an"))
    }
    let found =
      files.isEmpty ? Localized(en: "nothing", de: "nichts") : Localized(files.prefix(12).joined(separator: ", "))
    let near = nearestWord(to: "partners", among: files.map(\.withoutTableExtension))
    throw UnreadableInput(
      .noPartnersTable, at: Location(file: name),
      Localized(
        en: "the folder has no table of partners; add partners.csv (found: \(found.english))",
        de: "der Ordner hat keine Tabelle der Partner; legen Sie Partner.csv dazu (vorhanden: \(found.german))"),
      suggestion: near)
  }
}

extension String {
  /// Whether the extension is that of a table in text.
  fileprivate var isTableFile: Bool {
    let name = lowercased()
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return [".csv", ".tsv", ".tab", ".txt"].contains { plain.hasSuffix($0) }
  }

  /// Files that lie beside tables without being forgotten ones: texts about them, mappings and templates, lock files.
  fileprivate var isCompanion: Bool {
    let name = lowercased()
    return [".md", ".yaml", ".yml"].contains { name.hasSuffix($0) } || name.hasPrefix("~$") || name.hasPrefix("license")
      || name.hasPrefix("readme")
  }
}
