import NetworkModel

extension PajekReader {
  // MARK: - Partitions and vectors

  mutating func readValue(_ words: LineWords) {
    var words = words
    guard let word = words.next() else { return }
    defer { seriesCount += 1 }
    guard seriesCount < vertices.count else { return }
    let value = bytes.text(word)
    // Pajek's number for “not known”.
    if value == "9999998" || value == "999999998" { return }
    if section == .partition, !hasSectors || sectorSeries == seriesName {
      hasSectors = true
      sectorSeries = seriesName
      vertices[seriesCount].fields.append(("sector", value))
    } else {
      vertices[seriesCount].fields.append((seriesName, value))
    }
  }

  // MARK: - The draft

  mutating func emit() -> NetworkDraft {
    guard !draft.hasFailed else { return draft.finish() }
    let labels = vertices.map(\.label)
    let areDistinct = Set(labels).count == labels.count
    let ids = areDistinct ? labels : labels.indices.map { String($0 + 1) }
    let partnerCount = firstMode ?? vertices.count
    for (position, vertex) in vertices.enumerated() {
      if position < partnerCount {
        draft.addPartner(id: ids[position], name: vertex.label, line: vertex.line, fields: vertex.fields)
      } else {
        draft.addProject(id: ids[position], name: vertex.label, line: vertex.line, fields: vertex.fields)
      }
    }
    for tie in ties {
      let (source, target, line) = (ids[Int(tie.source)], ids[Int(tie.target)], Int(tie.line))
      switch (tie.source < partnerCount, tie.target < partnerCount) {
      case (true, true):
        draft.addTie(
          source, target, line: line, isDirected: tie.isDirected,
          fields: tie.kind.map { [("kind", $0)] + tie.fields } ?? tie.fields)
      case (true, false): draft.addParticipation(source, target, line: line)
      case (false, true): draft.addParticipation(target, source, line: line)
      case (false, false):
        draft.fail(
          line: line,
          Localized(
            en: "in a two-mode network lines lead from one mode to the other",
            de: "in einem Netzwerk aus zwei Arten von Knoten verbinden Linien die eine mit der anderen Art"))
      }
    }
    return draft.finish()
  }
}
