import NetworkModel

/// An adjacency matrix as a table: names in the first row, or in the first row and column, numbers within.
///
/// - A symmetric matrix gives undirected ties, another directed ones; 0 and an empty cell are no tie.
/// - The diagonal is left out: a partner has no tie to itself, and correlations have 1 there.
enum AdjacencyMatrixFormat: InterchangeFormat {
  static let name = "adjacency matrix"
  static let extensions = ["csv", "tsv", "txt"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    guard beginning.fileExtension.isEmpty || ["csv", "tsv", "txt", "tab"].contains(beginning.fileExtension) else {
      return false
    }
    return isMatrix(rows(InterchangeText.utf8(Array(beginning.rows))), isWhole: beginning.isWhole)
  }

  /// Whether a table is a matrix, by its first rows: every cell under the header is a number, and there are at least
  /// two rows.
  static func isMatrix(_ rows: [[String]], isWhole: Bool) -> Bool {
    guard rows.count >= (isWhole ? 2 : 3), let header = rows.first, header.count >= 2,
      let shape = Shape(header: header, row: rows[1])
    else { return false }
    // A table of pairs has headers that say so.
    let words = Set(header.map(\.headerKey))
    if words.contains("source") || words.contains("from") || words.contains("von") { return false }
    guard rows.dropFirst().allSatisfy({ shape.isRow($0) }) else { return false }
    if isWhole, rows.count != shape.count + 1 { return false }
    guard shape.hasRowNames else { return true }
    return zip(rows.dropFirst(), header.dropFirst(shape.firstName)).allSatisfy { $0.first == $1 }
  }

  /// How the names and numbers of a matrix stand in its table.
  private struct Shape {
    let count: Int
    let hasRowNames: Bool
    /// Where the names begin in the header.
    let firstName: Int

    init?(header: [String], row: [String]) {
      let isNumber = row.map { AdjacencyMatrixFormat.number($0) != nil }
      guard isNumber.count >= 2 else { return nil }
      if row.count == header.count + 1, isNumber.dropFirst().allSatisfy(\.self) {
        // R leaves the corner out.
        (count, hasRowNames, firstName) = (header.count, true, 0)
      } else if row.count == header.count, header[0].isEmpty || !isNumber[0], isNumber.dropFirst().allSatisfy(\.self) {
        (count, hasRowNames, firstName) = (header.count - 1, true, 1)
      } else if row.count == header.count, isNumber.allSatisfy(\.self), !header[0].isEmpty,
        header.contains(where: { $0.plainNumber == nil })
      {
        (count, hasRowNames, firstName) = (header.count, false, 0)
      } else {
        return nil
      }
      if count < 2 { return nil }
    }

    func isRow(_ row: [String]) -> Bool {
      let numbers = row.dropFirst(hasRowNames ? 1 : 0)
      return numbers.count == count && numbers.allSatisfy { AdjacencyMatrixFormat.number($0) != nil }
    }
  }

  /// An empty cell is 0; a comma may be the decimal mark where it does not separate.
  private static func number(_ cell: String) -> Double? {
    if cell.isEmpty || cell == "-" { return 0 }
    return cell.plainNumber ?? String(cell.map { $0 == "," ? "." : $0 }).plainNumber
  }

  private static func rows(_ bytes: [UInt8]) -> [[String]] {
    guard !bytes.isEmpty else { return [] }
    return bytes.withUnsafeBufferPointer { buffer in
      var result: [[String]] = []
      let found = Separator.detect(buffer)
      var reader = CSVReader(buffer, separator: found.separator, position: found.position, line: found.line)
      var cells: [Cell] = []
      while reader.next(into: &cells) != nil {
        let row = cells.map { $0.text ?? "" }
        if row.contains(where: { !$0.isEmpty }) { result.append(row) }
      }
      return result
    }
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    read(rows(InterchangeText.utf8(bytes)), file: file, limits: limits)
  }

  /// - Parameter rows: the rows that are not blank, with as many cells as they have.
  static func read(_ rows: [[String]], file: String, limits: SizeLimits) -> NetworkDraft {
    var draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
    guard rows.count >= 2, let shape = Shape(header: rows[0], row: rows[1]) else {
      draft.fail(line: 1, Localized(en: "this is no adjacency matrix", de: "das ist keine Nachbarschaftsmatrix"))
      return draft.finish()
    }
    let names = Array(rows[0].dropFirst(shape.firstName))
    guard rows.count == names.count + 1 else {
      draft.fail(
        line: rows.count,
        Localized(
          en: "the matrix has \(names.count) columns, but \(rows.count - 1) rows",
          de: "die Matrix hat \(names.count) Spalten, aber \(rows.count - 1) Zeilen"))
      return draft.finish()
    }
    var values: [[Double]] = []
    for (position, row) in rows.dropFirst().enumerated() {
      let cells = row.dropFirst(shape.hasRowNames ? 1 : 0)
      let numbers = cells.compactMap(number)
      guard shape.isRow(row) else {
        draft.fail(
          line: position + 2,
          Localized(
            en: "the row has \(cells.count) cells, \(numbers.count) of them numbers; it needs \(shape.count) numbers",
            de: "die Zeile hat \(cells.count) Zellen, davon \(numbers.count) Zahlen; nötig sind \(shape.count) Zahlen"))
        return draft.finish()
      }
      values.append(numbers)
    }
    let ids = names.enumerated().map { $1.isEmpty ? String($0 + 1) : $1 }
    for (name, id) in zip(names, ids) {
      draft.addPartner(id: id, line: 1)
      guard name.isEmpty else { continue }
      draft.warn(
        .missingValue, line: 1,
        Localized(
          en: "a column of the matrix has no name; its partner is called \(id)",
          de: "eine Spalte der Matrix hat keinen Namen; ihr Partner heißt \(id)"))
    }
    draft.addMatrix(values, ids: ids, line: { $0 + 2 })
    return draft.finish()
  }
}

extension InterchangeDraft {
  /// The ties of a square matrix: undirected where it is symmetric; the diagonal is left out.
  mutating func addMatrix(_ values: [[Double]], ids: [String], kind: String? = nil, line: (Int) -> Int) {
    let isSymmetric = values.indices.allSatisfy { i in (0..<i).allSatisfy { values[i][$0] == values[$0][i] } }
    var selfTies = 0
    for i in values.indices {
      for j in values[i].indices where values[i][j] != 0 {
        if i == j {
          selfTies += 1
        } else if !isSymmetric || i < j {
          if let kind {
            addTie(
              ids[i], ids[j], line: line(i), isDirected: !isSymmetric,
              fields: [("kind", kind), ("weight", values[i][j].shortText)])
          } else {
            addTie(ids[i], ids[j], line: line(i), isDirected: !isSymmetric, weight: values[i][j])
          }
        }
      }
    }
    if selfTies > 0 {
      warn(
        .selfTie, line: nil,
        Localized(
          en: "the diagonal of the matrix is left out (\(selfTies) numbers): nobody is tied to itself",
          de: "die Diagonale der Matrix bleibt weg (\(selfTies) Zahlen): niemand ist mit sich selbst verbunden"))
    }
  }
}
