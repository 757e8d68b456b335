import NetworkModel

/// The front door: any dataset that regionet can read becomes a draft.
public enum Dataset {
  /// Reads a folder of tables, one table, or one file of any known format.
  ///
  /// The format is recognised by content first, by extension second; files may be packed with gzip.
  ///
  /// - Parameters:
  ///   - path: a folder or file; `-` is standard input.
  ///   - columns: a file that maps foreign tables; without it `columns.yaml` beside the tables is used, if there.
  ///   - language: decides how `1.234` is read where the dataset does not say its language.
  /// - Throws: `UnreadableInput` where there is nothing to read. Mistakes in the tables are problems of the draft.
  /// - Complexity: O(bytes); large files are mapped into memory, not copied.
  public static func read(
    _ path: String, columns: String? = nil, language: Language? = nil
  ) throws(UnreadableInput) -> NetworkDraft {
    if path != "-", PathKind(path) == .folder {
      return try TableFolder(path: path, language: language).read()
    }
    return try read(FileBytes.read(path), name: path == "-" ? "standard input" : path.fileName, language: language)
  }

  static func read(
    _ file: FileBytes, name: String, language: Language?
  ) throws(UnreadableInput) -> NetworkDraft {
    if Gunzip.isCompressed(file.buffer) {
      let inner = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
      return try read(Gunzip.unpack(file, name: name), name: inner, language: language)
    }
    switch FileFormat.recognise(file.buffer, name: name) {
    case .empty: throw FileFormat.emptyFile(name)
    case .unknown(let hint): throw FileFormat.unknownFormat(name, hint: hint)
    case .delimitedText: return try readTable(DelimitedText(file: name, text: DecodedText(file)), language: language)
    }
  }

  /// Reads one table that stands alone.
  private static func readTable(_ source: DelimitedText, language: Language?) throws(UnreadableInput) -> NetworkDraft {
    var headers: [[String]] = []
    _ = try source.forEachRow { _, cells in
      if cells.contains(where: { !$0.isEmpty }) { headers.append(cells.map { $0.text ?? "" }) }
      return headers.count < TableReader.headerSearchDepth
    }
    guard !headers.isEmpty else { throw FileFormat.emptyFile(source.file) }
    guard let table = table(named: source.file, headers: headers) else {
      throw UnreadableInput(
        .notATable, at: Location(file: source.file),
        Localized(
          en:
            "this is no table that regionet knows: its headers name neither partners (name) nor ties (source, target) "
            + "nor participation (partner, project); rename the headers, or map them in columns.yaml",
          de: "das ist keine Tabelle, die regionet kennt: ihre Überschriften nennen weder Partner (Name) noch "
            + "Beziehungen (Von, Nach) noch Mitwirkung (Partner, Projekt); benennen Sie die Überschriften um, oder "
            + "ordnen Sie sie in columns.yaml zu"))
    }
    var draft = NetworkDraft()
    try TableReader(source: source, plans: [TablePlan(table: table)], language: language).read(into: &draft)
    draft.addsUnknownPartners = table != .partners
    return draft
  }

  /// The table one file holds: the one it is named after if the headers bear it out, else the one they speak of.
  static func table(named name: String, headers: [[String]]) -> Table? {
    let named: Table? =
      switch Table.recognise(name.withoutTableExtension) {
      case .exact(let table), .suffixed(let table): table
      default: nil
      }
    if let named, headers.contains(where: { RecognisedHeader(table: named, headers: $0).isComplete }) { return named }
    return headers.lazy.compactMap(RecognisedHeader.guessTable).first ?? named
  }
}
