import NetworkModel

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
