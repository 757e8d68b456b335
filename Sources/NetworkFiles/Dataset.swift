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
    if path == "-" {
      let mapping = try mapping(given: columns, beside: nil)
      return try read(FileBytes.read(path), name: "standard input", columns: mapping, language: language)
    }
    let isFolder = PathKind(path) == .folder
    let folder = isFolder ? path + "/" : path.folderName
    let mapping = try mapping(given: columns, beside: folder + TableCollection.columnsFileName)
    if let draft = try ucinet(path) { return draft }
    if isFolder { return try TableCollection.folder(path).read(columns: mapping, language: language) }
    return try read(FileBytes.read(path), name: path.fileName, columns: mapping, language: language)
  }

  /// Reads a dataset that is in memory.
  ///
  /// - Parameter name: what problems call the file; its extension helps where the content says nothing.
  public static func read(
    bytes: [UInt8], name: String, language: Language? = nil
  ) throws(UnreadableInput) -> NetworkDraft {
    try read(FileBytes(bytes), name: name, columns: nil, language: language)
  }

  private static func mapping(given: String?, beside: String?) throws(UnreadableInput) -> ColumnsFile? {
    if let given { return try ColumnsFile.read(given) }
    guard let beside, PathKind(beside) == .file else { return nil }
    var found = try ColumnsFile.read(beside)
    found.isFoundBeside = true
    return found
  }

  private static func read(
    _ file: FileBytes, name: String, columns: ColumnsFile?, language: Language?
  ) throws(UnreadableInput) -> NetworkDraft {
    if Gunzip.isCompressed(file) {
      let inner = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
      return try read(Gunzip.unpack(file, name: name), name: inner, columns: columns, language: language)
    }
    if let draft = try interchange(file, name: name) { return draft }
    switch FileFormat.recognise(file, name: name) {
    case .empty: throw FileFormat.emptyFile(name)
    case .unknown(let hint): throw FileFormat.unknownFormat(name, hint: hint)
    case .delimitedText:
      let source = DelimitedText(file: name, text: DecodedText(file))
      return try TableCollection.single(source).read(columns: columns, language: language)
    case .json:
      return try NodeLinkReader(file: name, language: language).read(
        DecodedText(file), limits: SizeLimits(byteCount: file.sizeOnDisk))
    case .zip:
      let archive = try ZipArchive(file, name: name)
      if OpenDocumentSpreadsheet.isSpreadsheet(archive) {
        return try TableCollection.spreadsheet(OpenDocumentSpreadsheet(archive)).read(
          columns: columns, language: language)
      }
      guard ExcelWorkbook.isWorkbook(archive) else { throw FileFormat.unknownFormat(name, hint: nil) }
      return try TableCollection.workbook(ExcelWorkbook(archive)).read(columns: columns, language: language)
    }
  }

  /// The draft of the two files in which UCINET keeps a network, named by either of them; nil for other files.
  private static func ucinet(_ path: String) throws(UnreadableInput) -> NetworkDraft? {
    let ending = String(path.suffix(4)).lowercased()
    guard ending == ".##h" || ending == ".##d" else { return nil }
    let header = String(path.dropLast()) + (path.hasSuffix("H") || path.hasSuffix("D") ? "H" : "h")
    let data = String(path.dropLast()) + (path.hasSuffix("H") || path.hasSuffix("D") ? "D" : "d")
    let bytes = try FileBytes.read(header).withBytes { Array($0) }
    let values = try FileBytes.read(data).withBytes { Array($0) }
    let draft = UCINETFormat.read(header: bytes, data: values, file: header.fileName)
    let errors = draft.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw UnreadableInput(errors) }
    return draft
  }

  /// The draft of a file of another network program; nil where the file is none.
  ///
  /// - Throws: where the file cannot be read through.
  private static func interchange(_ file: FileBytes, name: String) throws(UnreadableInput) -> NetworkDraft? {
    let beginning = FileBeginning(file.withBytes { Array($0.prefix(FileBeginning.rowsLength)) }, fileName: name)
    guard let format = Interchange.format(of: beginning) else { return nil }
    let limits = SizeLimits(byteCount: file.sizeOnDisk)
    let draft = format.read(file.withBytes { Array($0) }, file: name, limits: limits)
    let errors = draft.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw UnreadableInput(errors) }
    return draft
  }
}
