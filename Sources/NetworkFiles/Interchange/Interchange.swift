import NetworkModel

/// The formats of other network programs: which there are, which one a file has, reading and writing.
public enum Interchange {
  /// A format as it is told to users.
  public struct Format: Sendable, Hashable {
    public let name: String
    /// Endings of file names, without the dot; the first is the usual one.
    public let extensions: [String]
    public let isWritable: Bool
  }

  /// In the order in which they are looked for: what the content tells first, what only the file's name tells last.
  static var known: [any InterchangeFormat.Type] {
    [
      GraphMLFormat.self, GEXFFormat.self, PajekFormat.self, DLFormat.self, MatrixMarketFormat.self, GMLFormat.self,
      DOTFormat.self, SIFFormat.self, LGLFormat.self, METISFormat.self, AdjacencyMatrixFormat.self, EdgeListFormat.self,
    ]
  }

  /// Formats that regionet writes and reads through other readers of the same module.
  static var alsoWritable: [any WritableInterchangeFormat.Type] { [KumuFormat.self, CytoscapeFormat.self] }

  /// The formats that are read here or written; tables and node-link JSON have their own reader.
  public static var formats: [Format] {
    (known + alsoWritable).map { format in
      Format(
        name: format.name, extensions: format.extensions, isWritable: format is any WritableInterchangeFormat.Type)
    }
  }

  /// Reads a file of one of the formats; nil where it is of none, such as a table.
  ///
  /// - Parameter name: what problems call the file; its extension helps where the content says nothing.
  /// - Returns: a draft for `Network.review`. A file that cannot be read through gives a draft without partners and
  ///   with one error.
  /// - Complexity: O(bytes).
  public static func read(_ bytes: [UInt8], name: String) -> NetworkDraft? {
    format(of: FileBeginning(bytes, fileName: name))?.read(bytes, file: name)
  }

  static func format(of beginning: FileBeginning) -> (any InterchangeFormat.Type)? {
    known.first { $0.recognises(beginning) }
  }

  /// Writes a network.
  ///
  /// - Parameter fileExtension: tells the format, `graphml` or `kumu.json`.
  /// - Returns: nil where no format that is written has this ending.
  public static func write(
    _ network: Network, as fileExtension: String, options: InterchangeOptions = InterchangeOptions()
  ) -> InterchangeOutput? {
    let ending = fileExtension.lowercased()
    for case let format as any WritableInterchangeFormat.Type in known + alsoWritable
    where format.extensions.contains(ending) {
      var output = format.write(network, options: options)
      if network.hasMixedDirections, let note = format.mixedDirections { output.notes.append(note) }
      return output
    }
    return nil
  }
}
