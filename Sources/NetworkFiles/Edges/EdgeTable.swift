import NetworkModel

/// The ties of a large file as numbers, for programs that need the graph and nothing else.
///
/// A tie of a `NetworkDraft` knows everything a planner may write about it and takes some 200 bytes; here it takes 8, and
/// 8 more with a strength.
public struct EdgeTable: Sendable {
  /// The ends of ties in the order in which they are first named.
  public internal(set) var names = NameTable()
  /// For each tie the number of its source in `names`.
  public internal(set) var sources: [UInt32] = []
  public internal(set) var targets: [UInt32] = []
  /// The strength of each tie, 1 where its cell is empty; nil where the file has no column of strengths.
  public internal(set) var strengths: [Double]?
  /// What is wrong with rows; they are left out.
  public internal(set) var problems: [Problem] = []

  init() {}
}

extension Dataset {
  /// Reads one file of ties as numbered edges.
  ///
  /// Headers, separator, encoding and numbers are recognised as in `read`. Ids are compared byte by byte.
  ///
  /// - Complexity: O(bytes), one pass; about one look into memory for each end of a tie.
  public static func readEdges(_ path: String) throws(UnreadableInput) -> EdgeTable {
    var file = try FileBytes.read(path)
    let name = path == "-" ? "standard input" : path.fileName
    if Gunzip.isCompressed(file) { file = try Gunzip.unpack(file, name: name) }
    switch FileFormat.recognise(file, name: name) {
    case .delimitedText: break
    case .empty: throw FileFormat.emptyFile(name)
    case .unknown(let hint): throw FileFormat.unknownFormat(name, hint: hint)
    default: throw FileFormat.unknownFormat(name, hint: nil)
    }
    let source = DelimitedText(file: name, text: DecodedText(file))
    let rows = try source.headerCandidates()
    guard let start = rows.first(where: { RecognisedHeader(table: .ties, headers: $0.headers).isComplete })
    else {
      throw UnreadableInput(
        .notATable, at: Location(file: name),
        Localized(
          en: "the file has no headers of ties (source, target)",
          de: "die Datei hat keine Überschriften für Beziehungen (Von, Nach)"))
    }
    let header = RecognisedHeader(table: .ties, headers: start.headers)
    return source.text.withBytes { bytes in
      var reader = EdgeReader(bytes, source: source, header: header, headerLine: start.line)
      return reader.read()
    }
  }
}
