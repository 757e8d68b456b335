import NetworkModel

/// Lists of ties and of neighbours.
extension DLReader {
  mutating func readLists() {
    let isTwoMode = format.hasSuffix("2")
    let isNodeList = format.hasPrefix("n")
    let isEmbedded = hasRowLabelsEmbedded || hasColumnLabelsEmbedded
    var first = Mode(
      ids(rowLabels.isEmpty && !isTwoMode ? columnLabels : rowLabels, rows ?? rowLabels.count), isEmbedded)
    var second = isTwoMode ? Mode(ids(columnLabels, columns ?? columnLabels.count), isEmbedded) : Mode([], isEmbedded)
    var pairs: [Pair] = []
    while position < tokens.count, !draft.hasFailed {
      let start = position
      while position < tokens.count, tokens[position].line == tokens[start].line { position += 1 }
      let here = Int(tokens[start].line)
      guard position - start >= 2 || isNodeList else {
        position = start
        return fail("a line has two nodes and perhaps a number", "eine Zeile hat zwei Knoten und vielleicht eine Zahl")
      }
      guard let source = first.find(text(tokens[start])) else { return failNode(start, start) }
      for place in start + 1..<max(start + 1, isNodeList ? position : start + 2) {
        let name = text(tokens[place])
        guard let target = isTwoMode ? second.find(name) : first.find(name) else { return failNode(place, start) }
        guard pairs.count < draft.limits.ties else {
          return draft.fail(.fileTooLarge, line: here, .tooMany(draft.limits.ties, "ties", "Beziehungen"))
        }
        let hasWeight = !isNodeList && position - start > 2
        pairs.append(
          Pair(
            source: Int32(source), target: Int32(target), line: Int32(clamping: here),
            weight: hasWeight ? Int32(clamping: start + 2) : -1))
      }
    }
    for id in first.ids { draft.addPartner(id: id, line: line) }
    for id in second.ids { draft.addProject(id: id, line: line) }
    if isTwoMode {
      for pair in pairs {
        draft.addParticipation(first.ids[Int(pair.source)], second.ids[Int(pair.target)], line: Int(pair.line))
      }
      return
    }
    func arc(_ pair: Pair, isTurned: Bool = false) -> Arc {
      Arc(
        source: isTurned ? pair.target : pair.source, target: isTurned ? pair.source : pair.target,
        weight: pair.weight < 0 ? nil : text(tokens[Int(pair.weight)]))
    }
    var arcs: Set<Arc> = []
    for pair in pairs { arcs.insert(arc(pair)) }
    let isSymmetric = arcs.count == pairs.count && pairs.allSatisfy { arcs.contains(arc($0, isTurned: true)) }
    var seen: Set<Arc> = []
    for pair in pairs {
      // Of a pair in both orders the first is the tie.
      if isSymmetric {
        if seen.contains(arc(pair, isTurned: true)) { continue }
        seen.insert(arc(pair))
      }
      draft.addTie(
        first.ids[Int(pair.source)], first.ids[Int(pair.target)], line: Int(pair.line), isDirected: !isSymmetric,
        fields: arc(pair).weight.map { [("weight", $0)] } ?? [])
    }
  }

  /// A line of a list: numbers of two nodes, and the position of the word that is the weight, −1 where there is none.
  private struct Pair {
    let source: Int32
    let target: Int32
    let line: Int32
    let weight: Int32
  }

  private struct Arc: Hashable {
    let source: Int32
    let target: Int32
    let weight: String?
  }

  private mutating func failNode(_ word: Int, _ place: Int) {
    position = place
    let name = text(tokens[word])
    fail("\"\(name)\" is no node of this file", "„\(name)“ ist kein Knoten dieser Datei")
  }

  /// The nodes of one mode: known by number or label, or found in the data.
  private struct Mode {
    let isEmbedded: Bool
    private var index: NameIndex

    init(_ ids: [String], _ isEmbedded: Bool) {
      self.isEmbedded = isEmbedded
      index = NameIndex(capacity: isEmbedded ? 0 : ids.count)
      if !isEmbedded { for id in ids { _ = index.add(id) } }
    }

    var ids: [String] { index.names }

    mutating func find(_ text: String) -> Int? {
      if isEmbedded {
        let next = index.count
        return text.isEmpty ? nil : index.add(text) ?? next
      }
      if let number = Int(text), number >= 1, number <= index.count { return number - 1 }
      return index.number(of: text)
    }
  }
}
