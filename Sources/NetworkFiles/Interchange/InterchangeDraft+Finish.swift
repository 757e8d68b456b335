import NetworkModel

extension InterchangeDraft {
  /// The draft; of a file that could not be read through only the problems.
  mutating func finish() -> NetworkDraft {
    if !aliases.isEmpty {
      for position in draft.ties.indices {
        if let own = aliases[draft.ties[position].source] { draft.ties[position].source = own }
        if let own = aliases[draft.ties[position].target] { draft.ties[position].target = own }
      }
    }
    if !hasFailed, undeclaredNodes == .addedWithWarning { addUndeclared() }
    if !hasFailed { limitRepeatedIDs() }
    if hasFailed {
      var failed = NetworkDraft()
      failed.tables = draft.tables
      failed.parallelTiesAdd = true
      draft = failed
    }
    draft.addsUnknownPartners = undeclaredNodes == .added
    draft.problems = problems.all
    return draft
  }

  /// Leaves a thousand nodes whose id stands already; the review has a message for each.
  private mutating func limitRepeatedIDs() {
    guard draft.partners.count > ProblemList.limit else { return }
    var known = NameIndex(capacity: draft.partners.count)
    var repeated = 0
    var kept = 0
    for position in draft.partners.indices {
      if known.add(draft.partners[position].id ?? draft.partners[position].name) != nil {
        repeated += 1
        if repeated > ProblemList.limit { continue }
      }
      if kept != position { draft.partners[kept] = draft.partners[position] }
      kept += 1
    }
    guard repeated > ProblemList.limit else { return }
    draft.partners.removeSubrange(kept...)
    problems.append(
      Problem(
        .moreOfTheSame, .warning, at: Location(file: file),
        Localized(
          en: "\(repeated - ProblemList.limit) more nodes have an id that stands already",
          de: "\(repeated - ProblemList.limit) weitere Knoten haben eine ID, die schon dasteht")))
  }

  private mutating func addUndeclared() {
    var known = NameIndex(capacity: draft.partners.count)
    for position in draft.partners.indices {
      _ = known.add(draft.partners[position].id ?? draft.partners[position].name)
    }
    for position in draft.ties.indices {
      if known.add(draft.ties[position].source) == nil { add(undeclared: draft.ties[position].source, position) }
      if known.add(draft.ties[position].target) == nil { add(undeclared: draft.ties[position].target, position) }
      if hasFailed { return }
    }
  }

  private mutating func add(undeclared end: String, _ position: Int) {
    let place = draft.ties[position].place
    guard draft.partners.count < limits.partners else {
      return fail(.fileTooLarge, line: Int(place.line), .tooMany(limits.partners, "nodes", "Knoten"))
    }
    var partner = PartnerRow(place: place, name: end)
    partner.id = end
    draft.partners.append(partner)
    warn(
      .undeclaredNode, line: Int(place.line),
      Localized(
        en: "the node \"\(end)\" is in no list of nodes; it is added",
        de: "der Knoten „\(end)“ steht in keiner Knotenliste; er kommt dazu"))
  }
}
