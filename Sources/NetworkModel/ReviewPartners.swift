extension Reviewer {
  /// The partners of the table, and where there is none, those the other tables name.
  mutating func reviewPartners() -> [Partner] {
    var list: [Partner] = []
    var places: [CellPlace] = []
    list.reserveCapacity(draft.partners.count)
    partners.reserveCapacity(draft.partners.count)
    for row in draft.partners {
      let id = row.id ?? row.name
      let names = [row.name] + (row.short.map { [$0] } ?? [])
      if let earlier = partners.add(id: id, names: names) {
        reportDuplicate(id, row.place, row.id == nil ? .name : .id, first: places[earlier].row)
        continue
      }
      let votes = row.votes ?? 1
      if votes < 0 || !votes.isFinite {
        report(
          .outOfRange, .error, row.place, .votes,
          Localized(
            en: "votes are 0 or more, not \(votes.shortText)", de: "Stimmen sind 0 oder mehr, nicht \(votes.germanText)"
          ))
      }
      places.append(CellPlace(row: row.place, column: .name))
      list.append(Partner(row, id: id, sectors: sectorNames.resolve(row.sectors, row.place)))
    }
    if draft.addsUnknownPartners || draft.partners.isEmpty { addNamedPartners(to: &list, &places) }
    if list.isEmpty && !hasErrors {
      report(
        .noPartners,
        Localized(
          en: "there is no partner in this dataset; it needs a table of partners with a column name",
          de: "in diesen Daten steht kein Partner; nötig ist eine Tabelle Partner mit einer Spalte Name"))
    }
    guard list.count <= Self.mostComparedNames else { return list }
    for pair in DuplicateNames.pairs(in: list) { reportLikelyDuplicate(pair, list, places) }
    return list
  }

  /// Adds the partners that only ties, participation or other tables name, in the order in which they come.
  private mutating func addNamedPartners(to list: inout [Partner], _ places: inout [CellPlace]) {
    func add(_ text: String, _ row: RowPlace, _ column: Column) -> Bool {
      guard case .unknown = partners.find(text) else { return true }
      guard list.count < draft.mostPartners else {
        report(
          .fileTooLarge, .error, row, column,
          Localized(
            en: "the file names more than \(list.count) partners, more than one of its size can hold; split it",
            de: "die Datei nennt mehr als \(list.count) Partner, mehr als eine Datei ihrer Größe fasst; teilen Sie sie")
        )
        return false
      }
      _ = partners.add(id: text, names: [])
      list.append(Partner(id: text, name: text))
      places.append(CellPlace(row: row, column: column))
      return true
    }
    for row in draft.ties {
      guard add(row.source, row.place, .source), add(row.target, row.place, .target) else { return }
    }
    guard draft.partners.isEmpty else { return }
    for row in draft.participations { guard add(row.partner, row.place, .partner) else { return } }
    for row in draft.attendances { guard add(row.partner, row.place, .partner) else { return } }
  }

  /// The cell in which a partner is named first.
  private struct CellPlace {
    let row: RowPlace
    let column: Column
  }

  private mutating func reportLikelyDuplicate(_ pair: DuplicateNames.Pair, _ list: [Partner], _ places: [CellPlace]) {
    let first = list[pair.first]
    let second = list[pair.second]
    let line = draft.location(places[pair.first].row).map { " (\($0))" } ?? ""
    let place = places[pair.second]
    let advice =
      place.column == .name
      ? Localized(en: "if so, keep one row", de: "wenn ja, behalten Sie eine Zeile")
      : Localized(en: "if so, write one name everywhere", de: "wenn ja, schreiben Sie überall denselben Namen")
    report(
      .likelyDuplicate, .warning, place.row, place.column,
      Localized(
        en: "\"\(second.name)\" may be the same partner as \"\(first.name)\"\(line); \(advice.english)",
        de: "„\(second.name)“ ist vielleicht derselbe Partner wie „\(first.name)“\(line); \(advice.german)"))
  }
}
