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
