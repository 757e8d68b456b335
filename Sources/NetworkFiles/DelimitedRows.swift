import NetworkModel

extension Dataset {
  /// The rows of a delimited text file as they stand, with their lines; for small files that are no dataset.
  ///
  /// Separator and encoding are detected; empty cells are empty texts.
  public static func rows(ofCSV path: String) throws(UnreadableInput) -> [(line: Int, cells: [String])] {
    let source = DelimitedText(file: path.fileName, text: DecodedText(try FileBytes.read(path)))
    var rows: [(line: Int, cells: [String])] = []
    let problems = try source.forEachRow { line, cells in
      rows.append((line, cells.map { $0.text ?? "" }))
      return true
    }
    guard problems.isEmpty else { throw UnreadableInput(problems) }
    return rows
  }
}
