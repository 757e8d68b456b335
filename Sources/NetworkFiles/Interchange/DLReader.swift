import NetworkModel

struct DLReader {
  /// Where a word stands. A file has millions, so the texts are made when they are asked for.
  struct Token {
    let start: Int
    let length: Int32
    let line: Int32
    let isQuoted: Bool
    /// Whether a colon follows.
    let hasColon: Bool
  }

  let bytes: [UInt8]
  var draft: InterchangeDraft
  var tokens: [Token] = []
  var position = 0
  var rows: Int?
  var columns: Int?
  private var matrices = 1
  var format = "fullmatrix"
  private var isDiagonalAbsent = false
  var rowLabels: [String] = []
  var columnLabels: [String] = []
  private var matrixLabels: [String] = []
  var hasRowLabelsEmbedded = false
  var hasColumnLabelsEmbedded = false
  private var isTwoMode = false

  init(_ bytes: [UInt8], file: String, limits: SizeLimits) {
    self.bytes = bytes
    draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
  }

  mutating func read() -> NetworkDraft {
    tokenize()
    position = 1
    readHeader()
    if !draft.hasFailed { readData() }
    return draft.finish()
  }

  var line: Int { tokens.isEmpty ? 1 : Int(tokens[min(position, tokens.count - 1)].line) }

  func text(_ token: Token) -> String { bytes.text(token.start..<token.start + Int(token.length)) }

  /// The text of a word that is no label, in lower case.
  private func word(_ token: Token) -> String { token.isQuoted ? "" : text(token).lowercased() }

  mutating func fail(_ english: String, _ german: String) {
    draft.fail(line: line, Localized(en: english, de: german))
  }

  private mutating func tokenize() {
    var lines = TextLines(bytes)
    tokens.reserveCapacity(bytes.count / 2 + 1)
    while let range = lines.next() {
      // Comments run from a semicolon at the beginning of a line.
      if let first = range.first(where: { bytes[$0] > 32 }), bytes[first] == UInt8(ascii: ";") { continue }
      var place = range.lowerBound
      func isSeparator(_ byte: UInt8) -> Bool {
        byte <= 32 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
      }
      while place < range.upperBound {
        if isSeparator(bytes[place]) {
          place += 1
          continue
        }
        let word: Range<Int>
        var isQuoted = false
        if bytes[place] == UInt8(ascii: "\""),
          let close = bytes[(place + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "\""))
        {
          word = place + 1..<close
          isQuoted = true
          place = close + 1
        } else {
          let begin = place
          while place < range.upperBound, !isSeparator(bytes[place]) { place += 1 }
          word = begin..<place
        }
        var next = place
        while next < range.upperBound, bytes[next] == 32 || bytes[next] == 9 { next += 1 }
        let hasColon = next < range.upperBound && bytes[next] == UInt8(ascii: ":")
        tokens.append(
          Token(
            start: word.lowerBound, length: Int32(clamping: word.count), line: Int32(clamping: lines.line),
            isQuoted: isQuoted, hasColon: hasColon))
      }
    }
  }

  // MARK: - The header

  private mutating func number() -> Int? {
    guard position < tokens.count, let value = Int(text(tokens[position])), value >= 0,
      value <= draft.limits.declaredNodes
    else {
      fail("a number of nodes is missing here, or too large", "hier fehlt eine Anzahl, oder sie ist zu groß")
      return nil
    }
    position += 1
    return value
  }

  private mutating func readHeader() {
    while position < tokens.count, !draft.hasFailed {
      let token = tokens[position]
      position += 1
      switch word(token) {
      case "data" where token.hasColon: return
      case "n":
        rows = number()
        columns = rows
      case "nr":
        rows = number()
        isTwoMode = true
      case "nc":
        columns = number()
        isTwoMode = true
      case "nm": matrices = max(1, number() ?? 1)
      case "format":
        guard position < tokens.count else { continue }
        format = word(tokens[position])
        position += 1
      case "diagonal":
        guard position < tokens.count else { continue }
        isDiagonalAbsent = word(tokens[position]) == "absent"
        position += 1
      case "labels": readLabels(of: "")
      case "row", "rows", "col", "column", "columns", "matrix", "level", "mat":
        guard position < tokens.count, word(tokens[position]) == "labels" else { continue }
        position += 1
        readLabels(of: word(token))
      case "title":
        if position < tokens.count {
          draft.set("title", text(tokens[position]))
          position += 1
        }
      default: continue
      }
    }
    if !draft.hasFailed { fail("there is no \"data:\" in it", "es enthält kein „data:“") }
  }

  private mutating func readLabels(of what: String) {
    if position < tokens.count, word(tokens[position]) == "embedded" {
      position += 1
      if !what.hasPrefix("col") { hasRowLabelsEmbedded = true }
      if !what.hasPrefix("row") { hasColumnLabelsEmbedded = true }
      return
    }
    let expected = what.hasPrefix("col") ? columns : what.hasPrefix("row") || what.isEmpty ? rows : matrices
    var labels: [String] = []
    while position < tokens.count, labels.count < expected ?? .max {
      let token = tokens[position]
      if token.hasColon, ["data", "labels"].contains(word(token)) { break }
      if ["row", "col", "column", "matrix", "level"].contains(word(token)), position + 1 < tokens.count,
        word(tokens[position + 1]) == "labels"
      {
        break
      }
      labels.append(text(token))
      position += 1
    }
    switch what {
    case "": (rowLabels, columnLabels) = (labels, labels)
    case _ where what.hasPrefix("row"): rowLabels = labels
    case _ where what.hasPrefix("col"): columnLabels = labels
    default: matrixLabels = labels
    }
  }

  // MARK: - The data

  private mutating func readData() {
    switch format {
    case "fullmatrix", "fm", "lowerhalf", "lh", "upperhalf", "uh": readMatrices()
    case "edgelist1", "el1", "edgelist", "edgelist2", "el2", "nodelist1", "nl1", "nodelist2", "nl2": readLists()
    default:
      fail(
        "the format \(format) is not read; export it from UCINET as edgelist1 or fullmatrix",
        "das Format \(format) wird nicht gelesen; exportieren Sie es aus UCINET als edgelist1 oder fullmatrix")
    }
  }

  private mutating func readMatrices() {
    if isTwoMode, let rows, let columns, rows == columns, rowLabels == columnLabels { isTwoMode = false }
    guard let rowCount = rows, var columnCount = columns ?? rows else {
      return fail("the number of nodes (n=) is missing", "die Anzahl der Knoten (n=) fehlt")
    }
    if format.hasPrefix("l") || format.hasPrefix("u") { columnCount = rowCount }
    guard rowCount > 0, columnCount > 0 else { return }
    // Room is made for as many numbers as there are, not for as many as the header promises.
    let isHalf = format.hasPrefix("l") || format.hasPrefix("u")
    let needed = isHalf ? rowCount * (rowCount - 1) / 2 : rowCount * (isDiagonalAbsent ? columnCount - 1 : columnCount)
    guard needed <= tokens.count - position else {
      position = tokens.count
      return fail("the file ends before the matrix does", "die Datei endet vor der Matrix")
    }
    var hasAdded = false
    for matrix in 0..<matrices where !draft.hasFailed {
      if hasColumnLabelsEmbedded {
        columnLabels = []
        for _ in 0..<columnCount { if let token = take() { columnLabels.append(token) } }
      }
      var labels: [String] = []
      var values: [[Double]] = []
      for row in 0..<rowCount {
        if hasRowLabelsEmbedded { labels.append(take() ?? "") }
        var line = [Double](repeating: 0, count: columnCount)
        let range =
          format.hasPrefix("l")
          ? 0..<(isDiagonalAbsent ? row : row + 1)
          : format.hasPrefix("u") ? (isDiagonalAbsent ? row + 1 : row)..<max(columnCount, row + 1) : 0..<columnCount
        for column in range where column < columnCount {
          if isDiagonalAbsent, column == row, !isTwoMode { continue }
          guard let text = take() else { return }
          guard let value = text.plainNumber else {
            position -= 1
            return fail("\"\(text)\" in a matrix is no number", "„\(text)“ in einer Matrix ist keine Zahl")
          }
          line[column] = value
        }
        values.append(line)
      }
      if format.hasPrefix("l") || format.hasPrefix("u") {
        for i in 0..<rowCount {
          for j in 0..<i {
            let value = values[i][j] != 0 ? values[i][j] : values[j][i]
            values[i][j] = value
            values[j][i] = value
          }
        }
      }
      if hasRowLabelsEmbedded { rowLabels = labels }
      if hasColumnLabelsEmbedded, !hasRowLabelsEmbedded, rowLabels.isEmpty { rowLabels = columnLabels }
      let rowIDs = ids(rowLabels.isEmpty && !isTwoMode ? columnLabels : rowLabels, rowCount)
      let kind = matrices > 1 ? (matrix < matrixLabels.count ? matrixLabels[matrix] : String(matrix + 1)) : nil
      if isTwoMode {
        let columnIDs = ids(columnLabels, columnCount)
        if !hasAdded {
          for id in rowIDs { draft.addPartner(id: id, line: line) }
          for id in columnIDs { draft.addProject(id: id, line: line) }
        }
        for i in 0..<rowCount {
          for j in 0..<columnCount where values[i][j] != 0 {
            draft.addParticipation(rowIDs[i], columnIDs[j], line: line)
          }
        }
      } else {
        if !hasAdded { for id in rowIDs { draft.addPartner(id: id, line: line) } }
        let here = line
        draft.addMatrix(values, ids: rowIDs, kind: kind) { _ in here }
      }
      hasAdded = true
    }
  }

  private mutating func take() -> String? {
    guard position < tokens.count else {
      fail("the file ends before the matrix does", "die Datei endet vor der Matrix")
      return nil
    }
    position += 1
    return text(tokens[position - 1])
  }

  /// Labels where there are enough that differ, else numbers.
  func ids(_ labels: [String], _ count: Int) -> [String] {
    guard labels.count == count, !labels.contains(""), Set(labels).count == count else {
      return (0..<count).map { String($0 + 1) }
    }
    return labels
  }
}
