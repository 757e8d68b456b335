import NetworkModel

/// Matrix Market: a sparse or full matrix as a network.
///
/// - A square matrix has the numbers of its rows as nodes; `symmetric` gives undirected ties, each entry one, `general`
///   directed ones. An entry of 0 that is written is a tie without a strength; one of a full matrix is none.
/// - A matrix that is not square is a two-mode network: rows are partners, columns projects.
/// - Reference: R. Boisvert et al., “The Matrix Market Exchange Formats”, NISTIR 5935, 1996.
enum MatrixMarketFormat: InterchangeFormat {
  static let name = "Matrix Market"
  static let extensions = ["mtx", "mm", "matrixmarket"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    guard beginning.begins(with: "%%matrixmarket") else { return false }
    // Some edge lists keep the line, without the sizes.
    guard let sizes = beginning.lines.first(where: { $0.first != UInt8(ascii: "%") }) else { return true }
    return sizes.split { $0 == 32 || $0 == 9 }.count == (beginning.contains("coordinate") ? 3 : 2)
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    let bytes = InterchangeText.utf8(bytes)
    var lines = TextLines(bytes)
    var draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
    func numbers(_ range: Range<Int>) -> [String] {
      bytes[range].split { $0 == 32 || $0 == 9 }.map { String(decoding: $0, as: UTF8.self) }
    }
    guard let banner = lines.next().map({ bytes.text($0).lowercased() }) else { return draft.finish() }
    let isSparse = banner.contains("coordinate")
    let isSymmetric = banner.contains("symmetric") || banner.contains("hermitian")
    if banner.contains("complex") || banner.contains("hermitian") {
      draft.fail(
        line: 1, Localized(en: "complex numbers are no strengths", de: "komplexe Zahlen sind keine Stärken"))
    }
    var rows = 0
    var columns = 0
    var hasSizes = false
    var position = 0
    var packedRow = 0
    var packedColumn = 0
    func malformed(_ draft: inout InterchangeDraft) {
      draft.fail(
        line: lines.line,
        Localized(
          en: "an entry has a row from 1 to \(rows), a column from 1 to \(columns), and perhaps a number",
          de: "ein Eintrag hat eine Zeile von 1 bis \(rows), eine Spalte von 1 bis \(columns) und vielleicht eine Zahl")
      )
    }
    while !draft.hasFailed, let range = lines.next() {
      let words = numbers(range)
      guard let first = words.first, !first.hasPrefix("%") else { continue }
      if !hasSizes {
        guard words.count >= 2, let r = Int(words[0]), let c = Int(words[1]), r >= 0, c >= 0,
          max(r, c) <= draft.limits.declaredNodes
        else {
          draft.fail(
            line: lines.line,
            Localized(en: "the sizes of the matrix are missing here", de: "hier fehlt die Größe der Matrix"))
          break
        }
        (rows, columns) = (r, c)
        hasSizes = true
        for row in 0..<rows { draft.addPartner(id: String(row + 1), line: lines.line) }
        if rows != columns { for column in 0..<columns { draft.addProject(id: String(column + 1), line: lines.line) } }
        continue
      }
      func add(_ row: Int, _ column: Int, _ value: String?) {
        if rows == columns {
          draft.addTie(
            String(row), String(column), line: lines.line, isDirected: !isSymmetric,
            fields: value.map { [("weight", $0)] } ?? [])
        } else {
          draft.addParticipation(String(row), String(column), line: lines.line)
        }
      }
      if isSparse {
        guard words.count >= 2, let row = Int(words[0]), let column = Int(words[1]), (1...max(1, rows)).contains(row),
          (1...max(1, columns)).contains(column), rows > 0, columns > 0
        else {
          malformed(&draft)
          break
        }
        add(row, column, words.count > 2 ? words[2] : nil)
      } else {
        // Column by column; of a symmetric matrix the lower half.
        guard rows > 0, columns > 0, words.count == 1, words[0].plainNumber != nil else {
          malformed(&draft)
          break
        }
        var (row, column) = (position % rows, position / rows)
        if isSymmetric {
          (row, column) = (packedRow, packedColumn)
          packedRow += 1
          if packedRow == rows {
            packedColumn += 1
            packedRow = packedColumn
          }
        }
        position += 1
        guard column < columns else {
          malformed(&draft)
          break
        }
        if words[0].plainNumber != 0 { add(row + 1, column + 1, words[0]) }
      }
    }
    if !hasSizes {
      draft.fail(
        line: max(1, lines.line),
        Localized(en: "the sizes of the matrix are missing", de: "die Größe der Matrix fehlt"))
    }
    return draft.finish()
  }
}

/// METIS graphs: a line of neighbours for each node.
///
/// - Nodes are numbered from 1; every tie stands in the lines of both its ends and is read once.
/// - Reference: G. Karypis, “METIS: A Software Package … Manual, Version 5.1.0”, section 4.1.1.
enum METISFormat: InterchangeFormat {
  static let name = "METIS"
  static let extensions = ["graph", "metis"]

  static func recognises(_ beginning: FileBeginning) -> Bool { extensions.contains(beginning.fileExtension) }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    let bytes = InterchangeText.utf8(bytes)
    var lines = TextLines(bytes)
    var draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
    var count: Int?
    var node = 0
    var hasEdgeWeights = false
    var hasNodeWeights = false
    var hasNodeSizes = false
    var weightCount = 1
    while !draft.hasFailed, let range = lines.next() {
      var words = LineWords(bytes, range)
      if let first = words.rest.first, bytes[first] == UInt8(ascii: "%") { continue }
      var numbers: [String] = []
      while let word = words.next() { numbers.append(bytes.text(word)) }
      guard let count else {
        guard numbers.count >= 2, let nodes = Int(numbers[0]), nodes >= 0, Int(numbers[1]) != nil,
          nodes <= draft.limits.declaredNodes
        else {
          if numbers.isEmpty { continue }
          draft.fail(
            line: lines.line,
            Localized(
              en: "the first line has the numbers of nodes and of edges",
              de: "die erste Zeile hat die Anzahl der Knoten und der Kanten"))
          break
        }
        count = nodes
        if numbers.count > 2 {
          hasEdgeWeights = numbers[2].hasSuffix("1")
          hasNodeWeights = numbers[2].dropLast().hasSuffix("1")
          hasNodeSizes = numbers[2].count > 2 && numbers[2].dropLast(2).hasSuffix("1")
        }
        if numbers.count > 3 { weightCount = min(100, max(1, Int(numbers[3]) ?? 1)) }
        for number in 0..<nodes { draft.addPartner(id: String(number + 1), line: lines.line) }
        continue
      }
      // Blank lines may end the file; before, one is a node without neighbours.
      if node >= count {
        if numbers.isEmpty { continue }
        draft.fail(
          line: lines.line,
          Localized(en: "there are more lines than nodes (\(count))", de: "es gibt mehr Zeilen als Knoten (\(count))"))
        break
      }
      node += 1
      var rest = numbers[...]
      if hasNodeSizes, let size = rest.popFirst() { note("size", size) }
      if hasNodeWeights {
        for k in 0..<weightCount {
          if let weight = rest.popFirst() { note(weightCount == 1 ? "weight" : "weight \(k + 1)", weight) }
        }
      }
      while let neighbour = rest.popFirst() {
        guard let other = Int(neighbour), (1...count).contains(other) else {
          draft.fail(
            line: lines.line,
            Localized(
              en: "\"\(neighbour)\" is no node; their numbers run from 1 to \(count)",
              de: "„\(neighbour)“ ist kein Knoten; ihre Nummern gehen von 1 bis \(count)"))
          break
        }
        var fields: [InterchangeDraft.Field] = []
        if hasEdgeWeights {
          guard let weight = rest.popFirst() else {
            draft.fail(
              line: lines.line, Localized(en: "the last weight is missing", de: "das letzte Gewicht fehlt"))
            break
          }
          fields.append(("weight", weight))
        }
        if node <= other {
          draft.addTie(String(node), neighbour, line: lines.line, isDirected: false, fields: fields)
        }
      }
      func note(_ name: String, _ value: String) {
        draft.changePartner(node - 1) { $0.attributes.append(Attribute(name: name, value: value)) }
      }
    }
    if count == nil {
      draft.fail(line: max(1, lines.line), Localized(en: "there is nothing in it", de: "es steht nichts darin"))
    } else if let count, node < count, !draft.hasFailed {
      draft.fail(
        line: max(1, lines.line),
        Localized(
          en: "the file ends after \(node) of \(count) nodes", de: "die Datei endet nach \(node) von \(count) Knoten"))
    }
    return draft.finish()
  }
}

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
