import NetworkModel

/// DL, the text format of UCINET.
///
/// - `fullmatrix`, `lowerhalf`, `upperhalf`, `nodelist1`, `edgelist1`, and for two modes `nodelist2`, `edgelist2`; labels
///   in lists or embedded; several matrices, each a kind of tie.
/// - A symmetric matrix gives undirected ties; lists give directed ones unless every pair stands there in both orders.
/// - Two modes are partners and projects: rows take part in columns.
/// - Reference: S. Borgatti et al., “Ucinet for Windows”, help page “DL Language”.
enum DLFormat: WritableInterchangeFormat {
  static let name = "UCINET DL"
  static let extensions = ["dl"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    guard beginning.begins(with: "dl"), beginning.text.count > 2, beginning.text[2] <= 32 || beginning.text[2] == 44
    else { return false }
    return beginning.contains("data:") || beginning.contains("n=") || beginning.contains("n =")
      || beginning.contains("nr")
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    var reader = DLReader(InterchangeText.utf8(bytes), file: file, limits: limits)
    return reader.read()
  }

  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(network)
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.loseFields(fields, ties: ["weight"])
    let names = network.distinctNames
    losses.lose(
      zip(names, network.partners).count { $0 != $1.id }, "ids that are not the name", "IDs, die nicht der Name sind")
    let clean = names.map { name in
      String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\"" ? "'" : $0.value < 32 ? " " : $0 }))
    }
    losses.lose(
      zip(clean, names).count { $0 != $1 }, "quotes and line breaks in names",
      "Anführungszeichen und Zeilenwechsel in Namen")
    let undirected = network.ties.count { !$0.isDirected }
    if undirected > 0, undirected < network.ties.count {
      losses.say(
        Localized(
          en: "DL has no undirected ties beside directed ones; each of the \(undirected) is written in both directions",
          de: "DL kennt neben gerichteten keine ungerichteten Beziehungen; jede der \(undirected) steht in beiden "
            + "Richtungen"))
    }
    var text = "DL n=\(names.count)\nformat = edgelist1\nlabels:\n"
    text += clean.map { "\"\($0)\"\n" }.joined()
    text += "data:\n"
    for tie in network.ties {
      text += "\(tie.source + 1) \(tie.target + 1) \(tie.strength.shortText)\n"
      if !tie.isDirected { text += "\(tie.target + 1) \(tie.source + 1) \(tie.strength.shortText)\n" }
    }
    return InterchangeOutput(bytes: Array(text.utf8), losses: losses.sentences)
  }
}

private struct DLReader {
  private struct Token {
    let text: String
    let line: Int
    let isQuoted: Bool
    /// Whether a colon follows.
    let hasColon: Bool

    var word: String { isQuoted ? "" : text.lowercased() }
  }

  private let bytes: [UInt8]
  private var draft: InterchangeDraft
  private var tokens: [Token] = []
  private var position = 0
  private var rows: Int?
  private var columns: Int?
  private var matrices = 1
  private var format = "fullmatrix"
  private var isDiagonalAbsent = false
  private var rowLabels: [String] = []
  private var columnLabels: [String] = []
  private var matrixLabels: [String] = []
  private var hasRowLabelsEmbedded = false
  private var hasColumnLabelsEmbedded = false
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

  private var line: Int { tokens.isEmpty ? 1 : tokens[min(position, tokens.count - 1)].line }

  private mutating func fail(_ english: String, _ german: String) {
    draft.fail(line: line, Localized(en: english, de: german))
  }

  private mutating func tokenize() {
    var lines = TextLines(bytes)
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
        let text: String
        var isQuoted = false
        if bytes[place] == UInt8(ascii: "\""),
          let close = bytes[(place + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "\""))
        {
          text = bytes.text(place + 1..<close)
          isQuoted = true
          place = close + 1
        } else {
          let begin = place
          while place < range.upperBound, !isSeparator(bytes[place]) { place += 1 }
          text = bytes.text(begin..<place)
        }
        var next = place
        while next < range.upperBound, bytes[next] == 32 || bytes[next] == 9 { next += 1 }
        let hasColon = next < range.upperBound && bytes[next] == UInt8(ascii: ":")
        tokens.append(Token(text: text, line: lines.line, isQuoted: isQuoted, hasColon: hasColon))
      }
    }
  }

  // MARK: - The header

  private mutating func number() -> Int? {
    guard position < tokens.count, let value = Int(tokens[position].text), value >= 0,
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
      switch token.word {
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
        format = tokens[position].word
        position += 1
      case "diagonal":
        guard position < tokens.count else { continue }
        isDiagonalAbsent = tokens[position].word == "absent"
        position += 1
      case "labels": readLabels(of: "")
      case "row", "rows", "col", "column", "columns", "matrix", "level", "mat":
        guard position < tokens.count, tokens[position].word == "labels" else { continue }
        position += 1
        readLabels(of: token.word)
      case "title":
        if position < tokens.count {
          draft.set("title", tokens[position].text)
          position += 1
        }
      default: continue
      }
    }
    if !draft.hasFailed { fail("there is no \"data:\" in it", "es enthält kein „data:“") }
  }

  private mutating func readLabels(of what: String) {
    if position < tokens.count, tokens[position].word == "embedded" {
      position += 1
      if !what.hasPrefix("col") { hasRowLabelsEmbedded = true }
      if !what.hasPrefix("row") { hasColumnLabelsEmbedded = true }
      return
    }
    let expected = what.hasPrefix("col") ? columns : what.hasPrefix("row") || what.isEmpty ? rows : matrices
    var labels: [String] = []
    while position < tokens.count, labels.count < expected ?? .max {
      let token = tokens[position]
      if token.hasColon, ["data", "labels"].contains(token.word) { break }
      if ["row", "col", "column", "matrix", "level"].contains(token.word), position + 1 < tokens.count,
        tokens[position + 1].word == "labels"
      {
        break
      }
      labels.append(token.text)
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
        var cells: [Int: Double] = [:]
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
          if value != 0 { cells[column] = value }
        }
        var line = [Double](repeating: 0, count: columnCount)
        for (column, value) in cells { line[column] = value }
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
    return tokens[position - 1].text
  }

  /// Labels where there are enough that differ, else numbers.
  private func ids(_ labels: [String], _ count: Int) -> [String] {
    guard labels.count == count, !labels.contains(""), Set(labels).count == count else {
      return (0..<count).map { String($0 + 1) }
    }
    return labels
  }

  private mutating func readLists() {
    let isTwoMode = format.hasSuffix("2")
    let isNodeList = format.hasPrefix("n")
    let isEmbedded = hasRowLabelsEmbedded || hasColumnLabelsEmbedded
    var first = Mode(
      ids(rowLabels.isEmpty && !isTwoMode ? columnLabels : rowLabels, rows ?? rowLabels.count), isEmbedded)
    var second = isTwoMode ? Mode(ids(columnLabels, columns ?? columnLabels.count), isEmbedded) : Mode([], isEmbedded)
    var pairs: [(source: String, target: String, line: Int, weight: String?)] = []
    while position < tokens.count, !draft.hasFailed {
      let start = position
      while position < tokens.count, tokens[position].line == tokens[start].line { position += 1 }
      let words = tokens[start..<position]
      let here = tokens[start].line
      guard words.count >= 2 || isNodeList else {
        position = start
        return fail("a line has two nodes and perhaps a number", "eine Zeile hat zwei Knoten und vielleicht eine Zahl")
      }
      guard let source = first.find(words.first!.text) else { return failNode(words.first!.text, start) }
      let targets = isNodeList ? words.dropFirst() : words.dropFirst().prefix(1)
      for word in targets {
        guard let target = isTwoMode ? second.find(word.text) : first.find(word.text) else {
          return failNode(word.text, start)
        }
        pairs.append((source, target, here, isNodeList ? nil : words.dropFirst(2).first?.text))
      }
    }
    for id in first.ids { draft.addPartner(id: id, line: line) }
    for id in second.ids { draft.addProject(id: id, line: line) }
    if isTwoMode {
      for pair in pairs { draft.addParticipation(pair.source, pair.target, line: pair.line) }
      return
    }
    struct Arc: Hashable {
      let source: String
      let target: String
      let weight: String?
    }
    let arcs = Set(pairs.map { Arc(source: $0.source, target: $0.target, weight: $0.weight) })
    let isSymmetric =
      arcs.count == pairs.count
      && pairs.allSatisfy { arcs.contains(Arc(source: $0.target, target: $0.source, weight: $0.weight)) }
    var seen: Set<Arc> = []
    for pair in pairs {
      // Of a pair in both orders the first is the tie.
      if isSymmetric {
        if seen.contains(Arc(source: pair.target, target: pair.source, weight: pair.weight)) { continue }
        seen.insert(Arc(source: pair.source, target: pair.target, weight: pair.weight))
      }
      draft.addTie(
        pair.source, pair.target, line: pair.line, isDirected: !isSymmetric,
        fields: pair.weight.map { [("weight", $0)] } ?? [])
    }
  }

  private mutating func failNode(_ text: String, _ place: Int) {
    position = place
    fail("\"\(text)\" is no node of this file", "„\(text)“ ist kein Knoten dieser Datei")
  }

  /// The nodes of one mode: known by number or label, or found in the data.
  private struct Mode {
    var ids: [String]
    let isEmbedded: Bool
    private var known: Set<String>

    init(_ ids: [String], _ isEmbedded: Bool) {
      self.ids = isEmbedded ? [] : ids
      self.isEmbedded = isEmbedded
      known = Set(self.ids)
    }

    mutating func find(_ text: String) -> String? {
      if isEmbedded {
        if known.insert(text).inserted { ids.append(text) }
        return text.isEmpty ? nil : text
      }
      if let number = Int(text), number >= 1, number <= ids.count { return ids[number - 1] }
      return known.contains(text) ? text : nil
    }
  }
}
