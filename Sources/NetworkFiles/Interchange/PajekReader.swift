import NetworkModel

struct PajekReader {
  enum Section {
    case none, vertices, arcs, edges, arcsList, edgesList, matrix, partition, vector, skipped
  }

  struct Vertex {
    var label: String
    var line: Int
    var fields: [InterchangeDraft.Field] = []
  }

  /// One of a million, so no larger than need be.
  struct Line {
    let source: Int32
    let target: Int32
    let line: Int32
    let isDirected: Bool
    let kind: String?
    let fields: [InterchangeDraft.Field]

    init(
      source: Int, target: Int, line: Int, isDirected: Bool, kind: String?, fields: [InterchangeDraft.Field]
    ) {
      self.source = Int32(source)
      self.target = Int32(target)
      self.line = Int32(clamping: line)
      self.isDirected = isDirected
      self.kind = kind
      self.fields = fields
    }
  }

  let bytes: [UInt8]
  private var lines: TextLines
  var draft: InterchangeDraft
  var section = Section.none
  var vertices: [Vertex] = []
  /// How many vertices the first mode of a two-mode network has.
  var firstMode: Int?
  private var hasVertices = false
  private var networks = 0
  private var relation: String?
  var ties: [Line] = []
  private var matrixRow = 0
  /// The partition or vector that is read, and how many of its values have come.
  var seriesName = ""
  var seriesCount = 0
  var hasSectors = false
  var sectorSeries = ""

  init(_ bytes: [UInt8], file: String, limits: SizeLimits) {
    self.bytes = bytes
    lines = TextLines(bytes)
    draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
  }

  mutating func read() -> NetworkDraft {
    while !draft.hasFailed, let range = lines.next() {
      let words = LineWords(bytes, range)
      let rest = words.rest
      guard let first = rest.first.map({ bytes[$0] }), first != UInt8(ascii: "%") else { continue }
      if first == UInt8(ascii: "*") {
        beginSection(words)
        continue
      }
      switch section {
      case .vertices: readVertex(words)
      case .arcs, .edges: readLine(words, isDirected: section == .arcs)
      case .arcsList, .edgesList: readList(words, isDirected: section == .arcsList)
      case .matrix: readMatrixRow(words)
      case .partition, .vector: readValue(words)
      case .skipped: continue
      case .none:
        // A remark before the first section.
        if !hasVertices { continue }
        fail(
          Localized(
            en: "a Pajek file begins with *Vertices or *Network",
            de: "eine Pajek-Datei beginnt mit *Vertices oder *Network"))
      }
    }
    if !hasVertices {
      fail(Localized(en: "there are no *Vertices in it", de: "es enthält keine *Vertices"))
    }
    return emit()
  }

  private mutating func fail(_ message: Localized) { draft.fail(line: max(1, lines.line), message) }

  // MARK: - Sections

  private mutating func beginSection(_ words: LineWords) {
    var words = words
    guard let word = words.next() else { return }
    let name = bytes.text(word).dropFirst().lowercased()
    let title = bytes.text(words.rest).trimmed
    switch name {
    case "network":
      networks += 1
      if networks == 2 {
        draft.warn(
          .malformedFile, line: lines.line,
          Localized(
            en: "the file holds several networks; the first is read",
            de: "die Datei enthält mehrere Netzwerke; "
              + "gelesen wird das erste"))
      }
      section = networks > 1 ? .skipped : .none
      if networks == 1 { draft.set("title", title) }
    case "vertices": beginVertices(words)
    case "arcs", "edges", "arcslist", "edgeslist", "matrix":
      if networks > 1 || !checkVertices() {
        section = .skipped
        return
      }
      section =
        switch name {
        case "arcs": .arcs
        case "edges": .edges
        case "arcslist": .arcsList
        case "edgeslist": .edgesList
        default: .matrix
        }
      relation = relationName(words)
      matrixRow = 0
    case "partition", "vector":
      section = name == "partition" ? .partition : .vector
      seriesName = title.isEmpty ? name : title
      seriesCount = 0
    default:
      section = .skipped
      draft.warn(
        .malformedFile, line: lines.line,
        Localized(en: "*\(name) is not read", de: "*\(name) wird nicht gelesen"))
    }
  }

  private mutating func checkVertices() -> Bool {
    if !hasVertices {
      fail(Localized(en: "*Vertices come before lines", de: "*Vertices stehen vor den Linien"))
    }
    return hasVertices
  }

  /// `:2 "trade"`, or the number where the relation has no name.
  private func relationName(_ words: LineWords) -> String? {
    var words = words
    guard let number = words.next(), bytes[number.lowerBound] == UInt8(ascii: ":") else { return nil }
    if let name = words.next() { return bytes.text(name) }
    let digits = bytes.text(number.lowerBound + 1..<number.upperBound)
    return digits.isEmpty || digits == "1" ? nil : digits
  }

  private mutating func beginVertices(_ words: LineWords) {
    var words = words
    guard let word = words.next(), let count = bytes.whole(word) else {
      return fail(
        Localized(en: "the number of vertices is missing after *Vertices", de: "nach *Vertices fehlt die Anzahl"))
    }
    // Behind *Partition and *Vector the count is theirs.
    if section == .partition || section == .vector { return }
    if hasVertices {
      section = .skipped
      return
    }
    let limit = draft.limits.declaredNodes
    guard count <= limit else {
      return fail(
        Localized(
          en: "the file says it has \(count) vertices, more than can stand in it",
          de: "die Datei nennt \(count) Knoten, mehr als in ihr stehen können"))
    }
    hasVertices = true
    section = .vertices
    let line = lines.line
    vertices = (0..<count).map { Vertex(label: String($0 + 1), line: line) }
    if let second = words.next(), let first = bytes.whole(second), first < count { firstMode = first }
  }

  // MARK: - Vertices

  private static let shapes: Set<String> = [
    "ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman",
  ]

  private mutating func readVertex(_ words: LineWords) {
    var words = words
    guard let word = words.next(), let number = bytes.whole(word), number >= 1, number <= vertices.count else {
      return fail(
        Localized(
          en: "a vertex has a number from 1 to \(vertices.count)",
          de: "ein Knoten hat eine Nummer von 1 bis \(vertices.count)"
        ))
    }
    var vertex = Vertex(label: String(number), line: lines.line)
    if let label = words.next(), !label.isEmpty {
      vertex.label = HTMLEntities.decode(bytes[label])
    }
    var coordinate = 0
    while let next = words.next() {
      let text = bytes.text(next)
      if coordinate < 3, text.plainNumber != nil {
        vertex.fields.append((["x", "y", "z"][coordinate], text))
        coordinate += 1
      } else if text.hasPrefix("[") {
        vertex.fields.append(("time", text))
      } else if Self.shapes.contains(text.lowercased()) {
        vertex.fields.append(("shape", text))
      } else if let value = words.next() {
        vertex.fields.append((text, bytes.text(value)))
      }
    }
    vertices[number - 1] = vertex
  }

  // MARK: - Lines

  /// The number of a vertex, counted from 0; a minus in front, as Pajek writes some lists, does not count.
  private mutating func vertex(_ word: Range<Int>) -> Int? {
    var word = word
    if word.count > 1, bytes[word.lowerBound] == UInt8(ascii: "-") { word = word.lowerBound + 1..<word.upperBound }
    if let number = bytes.whole(word), number >= 1, number <= vertices.count { return number - 1 }
    fail(
      Localized(
        en: "\"\(bytes.text(word))\" is no vertex; their numbers run from 1 to \(vertices.count)",
        de: "„\(bytes.text(word))“ ist kein Knoten; ihre Nummern gehen von 1 bis \(vertices.count)"))
    return nil
  }

  private mutating func readLine(_ words: LineWords, isDirected: Bool) {
    var words = words
    // `2: 1 3` gives the relation of one line.
    var kind = relation
    if let first = words.next(), bytes[first.upperBound - 1] == UInt8(ascii: ":") {
      kind = bytes.text(first.lowerBound..<first.upperBound - 1)
    } else {
      words = LineWords(bytes, words.wholeLine)
    }
    guard let first = words.next(), let source = vertex(first) else { return }
    guard let second = words.next() else {
      return fail(Localized(en: "a line has two vertices", de: "eine Linie hat zwei Knoten"))
    }
    guard let target = vertex(second) else { return }
    var fields: [InterchangeDraft.Field] = []
    var isFirst = true
    while let word = words.next() {
      let text = bytes.text(word)
      if isFirst, !words.wasQuoted, text.plainNumber != nil {
        fields.append(("weight", text))
      } else if text.hasPrefix("[") {
        fields.append(("time", text))
      } else if let value = words.next() {
        // `l "name"` is the line's label.
        fields.append(
          (text == "l" ? (kind == nil ? "kind" : "label") : text == "w" ? "width" : text, bytes.text(value)))
      }
      isFirst = false
    }
    guard hasRoom() else { return }
    ties.append(
      Line(source: source, target: target, line: lines.line, isDirected: isDirected, kind: kind, fields: fields))
  }

  /// Whether the file may hold another line.
  private mutating func hasRoom() -> Bool {
    if ties.count < draft.limits.ties { return true }
    draft.fail(.fileTooLarge, line: lines.line, .tooMany(draft.limits.ties, "lines", "Linien"))
    return false
  }

  private mutating func readList(_ words: LineWords, isDirected: Bool) {
    var words = words
    guard let first = words.next(), let source = vertex(first) else { return }
    while let word = words.next(), let target = vertex(word) {
      guard hasRoom() else { return }
      ties.append(
        Line(source: source, target: target, line: lines.line, isDirected: isDirected, kind: relation, fields: []))
    }
  }

  private mutating func readMatrixRow(_ words: LineWords) {
    var words = words
    let rows = firstMode ?? vertices.count
    let firstColumn = firstMode ?? 0
    guard matrixRow < rows else {
      return fail(
        Localized(en: "the matrix has more than \(rows) rows", de: "die Matrix hat mehr als \(rows) Zeilen"))
    }
    var column = firstColumn
    while let word = words.next() {
      let text = bytes.text(word)
      guard let value = text.plainNumber else {
        return fail(
          Localized(en: "\"\(text)\" in a matrix is no number", de: "„\(text)“ in einer Matrix ist keine Zahl"))
      }
      guard column < vertices.count else {
        return fail(
          Localized(
            en: "the row has more than \(vertices.count - firstColumn) numbers",
            de: "die Zeile hat mehr als \(vertices.count - firstColumn) Zahlen"))
      }
      if value != 0 {
        guard hasRoom() else { return }
        ties.append(
          Line(
            source: matrixRow, target: column, line: lines.line, isDirected: firstMode == nil, kind: relation,
            fields: value == 1 ? [] : [("weight", text)]))
      }
      column += 1
    }
    matrixRow += 1
  }
}
