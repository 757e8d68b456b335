import NetworkModel

/// Where a table of the dataset stands in a foreign file, and what its columns are called there.
struct TableMapping: Equatable {
  let table: Table
  /// The foreign sheet or file.
  let source: String
  /// Headers of the foreign table, by the column they stand for.
  let columns: [Column: String]

  /// The positions of the mapped columns among a row of headers.
  func positions(in headers: [String]) -> [Column: Int] {
    let keys = headers.map(\.headerKey)
    return columns.compactMapValues { header in headers.firstIndex(of: header) ?? keys.firstIndex(of: header.headerKey)
    }
  }
}
