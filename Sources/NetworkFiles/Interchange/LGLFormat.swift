import NetworkModel

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
