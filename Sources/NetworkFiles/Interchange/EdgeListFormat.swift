import NetworkModel

/// Edge lists: two names and perhaps a weight a line, separated by blanks or tabs (igraph, networkx, KONECT, NetworKit,
/// NCOL).
///
/// - Lines that begin with `#` or `%` are comments; `% asym` and `% sym` say whether the ties have a direction, as
///   KONECT writes it.
/// - Ties have no direction unless the file says so. A list that holds every pair in both orders with the same weights
///   is an undirected network written twice, and each pair is read once.
/// - What networkx writes in braces behind a pair (`{'weight': 2}`) are attributes.
enum EdgeListFormat: WritableInterchangeFormat {
  static let name = "edge list"
  static let extensions = ["edgelist", "edges", "ncol", "konect", "el", "txt"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    if extensions.dropLast().contains(beginning.fileExtension) { return true }
    if beginning.fileName.hasPrefix("out.") && beginning.begins(with: "%") { return true }
    // Without a name that says so: only what cannot be a table, pairs of numbers.
    let lines = beginning.lines.dropLast().filter { $0.first != UInt8(ascii: "#") && $0.first != UInt8(ascii: "%") }
    guard lines.count >= 2 else { return false }
    return lines.allSatisfy { line in
      let words = line.split { $0 == 32 || $0 == 9 }
      return (2...3).contains(words.count) && words.prefix(2).allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
        && words.dropFirst(2).allSatisfy { String(decoding: $0, as: UTF8.self).plainNumber != nil }
    }
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    let bytes = InterchangeText.utf8(bytes)
    var lines = TextLines(bytes)
    var list = PairList(file: file, limits: limits)
    while !list.draft.hasFailed, let range = lines.next() {
      var words = LineWords(bytes, range)
      let first = words.rest
      guard !first.isEmpty else { continue }
      if bytes[first.lowerBound] == UInt8(ascii: "#") { continue }
      if bytes[first.lowerBound] == UInt8(ascii: "%") {
        let comment = bytes.text(first)
        if comment.hasPrefix("% asym") { list.isDirected = true }
        continue
      }
      guard let source = words.next(), let target = words.next() else {
        list.draft.fail(
          line: lines.line,
          Localized(
            en: "a line of an edge list has two names and perhaps a weight",
            de: "eine Zeile einer Kantenliste hat zwei Namen und vielleicht ein Gewicht"))
        break
      }
      var fields: [InterchangeDraft.Field] = []
      let rest = words.rest
      if !rest.isEmpty, bytes[rest.lowerBound] == UInt8(ascii: "{") {
        fields = PythonDictionary.fields(bytes.text(rest))
      } else {
        var column = 3
        while let word = words.next() {
          let text = bytes.text(word)
          // A third column that is no number is the name of the relation.
          let name = column > 3 ? "column \(column)" : text.plainNumber == nil ? "kind" : "weight"
          fields.append((name, text))
          column += 1
        }
      }
      list.add(bytes.text(source), bytes.text(target), line: lines.line, fields: fields)
    }
    return list.finish()
  }

  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(network)
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.loseFields(fields, ties: ["weight"])
    let tied = Set(network.ties.flatMap { [$0.source, $0.target] })
    losses.lose(network.partners.count - tied.count, "partners without ties", "Partner ohne Beziehungen")
    losses.lose(network.ties.count(where: \.isDirected), "directions of ties", "Richtungen von Beziehungen")
    losses.lose(
      network.partners.count { $0.name != $0.id }, "names that are not the id", "Namen, die nicht die ID sind")
    let ids = Self.plain(network.partners.map(\.id))
    let isPlain = zip(ids, network.partners).allSatisfy { $0 == $1.id }
    if !isPlain {
      losses.say(
        Localized(
          en: "blanks and quotes in ids are written as _, as an edge list has none within a name",
          de: "Leerzeichen und Anführungszeichen in IDs werden zu _, weil eine Kantenliste in Namen keine hat"))
    }
    var text = ""
    for tie in network.ties { text += "\(ids[tie.source]) \(ids[tie.target]) \(tie.strength.shortText)\n" }
    return InterchangeOutput(bytes: Array(text.utf8), losses: losses.sentences)
  }

  /// Ids without blanks and quotes, and without the marks of comments in front; still different from each other.
  static func plain(_ ids: [String]) -> [String] {
    var used: Set<String> = []
    return ids.map { id in
      var bytes = id.utf8.map { $0 <= 32 || $0 == 34 || $0 == 39 ? UInt8(ascii: "_") : $0 }
      // What would begin a comment, or a file of another format.
      if let first = bytes.first, "#%*<{[%".utf8.contains(first) { bytes.insert(UInt8(ascii: "_"), at: 0) }
      let base = String(decoding: bytes, as: UTF8.self)
      var name = base
      var number = 2
      while !used.insert(name).inserted {
        name = "\(base)_\(number)"
        number += 1
      }
      return name
    }
  }
}
