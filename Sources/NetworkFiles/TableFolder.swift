import NetworkModel

extension TableCollection {
  /// The name of the mapping that is used when it lies beside the tables.
  static let columnsFileName = "columns.yaml"

  /// The tables of a folder, one file each.
  static func folder(_ path: String) throws(UnreadableInput) -> TableCollection {
    guard let files = Folder.files(in: path) else {
      throw UnreadableInput(
        .fileUnreadable, at: Location(file: path.fileName),
        Localized(en: "the folder cannot be read", de: "der Ordner lässt sich nicht lesen"))
    }
    let entries = files.filter(\.isTableFile).map { file in
      Entry(name: file, title: file.withoutTableExtension) { () throws(UnreadableInput) in
        try textTable(FileBytes.read(path + "/" + file), name: file)
      }
    }
    return TableCollection(
      name: path.fileName, kind: .folder, entries: entries,
      others: files.filter { !$0.isTableFile && !$0.isCompanion })
  }

  /// The files of a folder that would be read together with those of some tables: further tables, a mapping.
  ///
  /// - Parameter written: the tables and their files.
  static func filesReadBeside(_ written: [(table: Table, name: String)], in path: String) -> [String] {
    (Folder.files(in: path) ?? []).filter { file in
      if file == columnsFileName { return true }
      guard file.isTableFile, !written.contains(where: { $0.name == file }) else { return false }
      switch Table.recognise(file.withoutTableExtension) {
      case .exact: return true
      // `kennzahlen-partner.csv` is left out where there is a `Partner.csv`.
      case .suffixed(let table): return !written.contains { $0.table == table }
      case .ambiguous, .none: return false
      }
    }
  }

  /// One table that stands alone.
  static func single(_ source: DelimitedText) -> TableCollection {
    let entry = Entry(name: source.file, title: source.file.withoutTableExtension) { () throws(UnreadableInput) in
      source
    }
    return TableCollection(name: source.file, kind: .single, entries: [entry])
  }

  /// The sheets of a workbook.
  static func workbook(_ workbook: ExcelWorkbook) -> TableCollection {
    TableCollection(
      name: workbook.archive.name, kind: .workbook,
      entries: workbook.sheets.map { sheet in
        Entry(name: sheet.name, title: sheet.name, isHidden: sheet.isHidden) { () throws(UnreadableInput) in
          ExcelSheet(workbook: workbook, info: sheet)
        }
      })
  }

  /// The sheets of a spreadsheet.
  static func spreadsheet(_ document: OpenDocumentSpreadsheet) -> TableCollection {
    TableCollection(
      name: document.archive.name, kind: .workbook,
      entries: document.sheets.map { sheet in
        Entry(name: sheet.name, title: sheet.name, isHidden: sheet.isHidden) { () throws(UnreadableInput) in
          OpenDocumentSheet(document: document, info: sheet)
        }
      })
  }

  private static func textTable(_ file: FileBytes, name: String) throws(UnreadableInput) -> any TabularSource {
    let bytes = Gunzip.isCompressed(file) ? try Gunzip.unpack(file, name: name) : file
    switch FileFormat.recognise(bytes, name: name) {
    case .delimitedText: return DelimitedText(file: name, text: DecodedText(bytes))
    case .empty: throw FileFormat.emptyFile(name)
    case .unknown(let hint): throw FileFormat.unknownFormat(name, hint: hint)
    case .zip, .json: throw FileFormat.unknownFormat(name, hint: nil)
    }
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
