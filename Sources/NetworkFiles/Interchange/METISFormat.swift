import NetworkModel

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
