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

/// SIF, the simple interaction format of Cytoscape: a name, a relation, and one or more names a line.
///
/// Tabs separate where there is one in the file, else blanks. The relation becomes the kind of the tie.
enum SIFFormat: InterchangeFormat {
  static let name = "SIF"
  static let extensions = ["sif"]

  static func recognises(_ beginning: FileBeginning) -> Bool { beginning.fileExtension == "sif" }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    let bytes = InterchangeText.utf8(bytes)
    var lines = TextLines(bytes)
    var draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .added)
    let hasTabs = bytes.contains(9)
    var known = NameIndex()
    while !draft.hasFailed, let range = lines.next() {
      let words = bytes[range].split { hasTabs ? $0 == 9 : $0 == 32 }
        .map { String(decoding: $0, as: UTF8.self).trimmed }.filter { !$0.isEmpty }
      guard let source = words.first else { continue }
      for name in [source] + words.dropFirst(2) where known.add(name) == nil {
        draft.addPartner(id: name, line: lines.line)
      }
      if words.count == 2 {
        draft.fail(
          line: lines.line,
          Localized(
            en: "a line has a name, a relation and one or more names; here the last is missing",
            de: "eine Zeile hat einen Namen, eine Beziehungsart und weitere Namen; hier fehlt das letzte"))
      }
      for target in words.dropFirst(2) {
        draft.addTie(source, target, line: lines.line, isDirected: false, fields: [("kind", words[1])])
      }
    }
    return draft.finish()
  }
}

/// LGL, the format of Large Graph Layout: a line `# name`, then a line for each neighbour with its weight.
enum LGLFormat: InterchangeFormat {
  static let name = "LGL"
  static let extensions = ["lgl"]

  static func recognises(_ beginning: FileBeginning) -> Bool { beginning.fileExtension == "lgl" }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    let bytes = InterchangeText.utf8(bytes)
    var lines = TextLines(bytes)
    var draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .added)
    var source: String?
    var known = NameIndex()
    while !draft.hasFailed, let range = lines.next() {
      var words = LineWords(bytes, range)
      guard let first = words.next() else { continue }
      var name = bytes.text(first)
      let isNode = name.hasPrefix("#")
      if isNode {
        name.removeFirst()
        if name.isEmpty, let next = words.next() { name = bytes.text(next) }
      }
      if known.add(name) == nil { draft.addPartner(id: name, line: lines.line) }
      if isNode {
        source = name
      } else if let source {
        let fields = words.next().map { [("weight", bytes.text($0))] } ?? []
        draft.addTie(source, name, line: lines.line, isDirected: false, fields: fields)
      } else {
        draft.fail(
          line: lines.line,
          Localized(
            en: "before the first neighbour a line \"# name\" says whose neighbour it is",
            de: "vor dem ersten Nachbarn sagt eine Zeile „# Name“, wessen Nachbar er ist"))
      }
    }
    return draft.finish()
  }
}

/// Pairs of names, until it is known whether they have a direction.
struct PairList {
  var draft: InterchangeDraft
  var isDirected = false
  private var numbers = NameIndex()
  private var ends: [(Int32, Int32)] = []

  init(file: String, limits: SizeLimits) {
    draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .added)
  }

  @discardableResult
  mutating func declare(_ name: String, line: Int) -> Int32 {
    let number = numbers.count
    if let known = numbers.add(name) { return Int32(known) }
    draft.addPartner(id: name, line: line)
    return Int32(number)
  }

  mutating func add(_ source: String, _ target: String, line: Int, fields: [InterchangeDraft.Field]) {
    let end = (declare(source, line: line), declare(target, line: line))
    guard !draft.hasFailed else { return }
    ends.append(end)
    draft.addTie(source, target, line: line, isDirected: false, fields: fields)
  }

  mutating func finish() -> NetworkDraft {
    if isDirected {
      draft.setDirection(true, except: [])
    } else if isWrittenTwice() {
      draft.keepTies { ends[$0].0 <= ends[$0].1 }
    }
    return draft.finish()
  }

  /// Whether the list holds every pair exactly once in each order, with the same values.
  private func isWrittenTwice() -> Bool {
    guard ends.contains(where: { $0.0 != $0.1 }) else { return false }
    func key(_ source: Int32, _ target: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: target))
    }
    // Sorted pairs are smaller than a dictionary of them.
    let order = ends.indices.sorted { key(ends[$0].0, ends[$0].1) < key(ends[$1].0, ends[$1].1) }
    let turned = ends.indices.sorted { key(ends[$0].1, ends[$0].0) < key(ends[$1].1, ends[$1].0) }
    for place in order.indices {
      let (a, b) = (order[place], turned[place])
      guard ends[a].0 == ends[b].1, ends[a].1 == ends[b].0, draft.saysTheSame(a, b) else { return false }
      if place > 0, ends[order[place - 1]] == ends[a] { return false }
    }
    return true
  }
}

/// What networkx writes behind an edge: `{'weight': 2.5, 'colour': 'red'}`.
enum PythonDictionary {
  static func fields(_ text: String) -> [InterchangeDraft.Field] {
    var fields: [InterchangeDraft.Field] = []
    var parts: [String] = []
    var current: [UInt8] = []
    var quote: UInt8?
    var depth = 0
    var isEscaped = false
    func close(_ fields: inout [InterchangeDraft.Field]) {
      parts.append(String(decoding: current, as: UTF8.self).trimmed)
      if parts.count == 2, !parts[0].isEmpty { fields.append((parts[0], parts[1])) }
      parts = []
      current = []
    }
    for byte in text.utf8 {
      if let open = quote {
        if isEscaped {
          current.append(byte)
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == open {
          quote = nil
        } else {
          current.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
        depth += 1
        if depth > 1 { current.append(byte) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        depth -= 1
        if depth > 0 { current.append(byte) } else { close(&fields) }
        if depth <= 0 { return fields }
      case UInt8(ascii: ":") where depth == 1 && parts.isEmpty:
        parts.append(String(decoding: current, as: UTF8.self).trimmed)
        current = []
      case UInt8(ascii: ",") where depth == 1: close(&fields)
      default: current.append(byte)
      }
    }
    return fields
  }
}
