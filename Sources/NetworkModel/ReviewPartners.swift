extension Reviewer {
  /// The partners of the table, and where there is none, those the other tables name.
  mutating func reviewPartners() -> [Partner] {
    var list: [Partner] = []
    var places: [CellPlace] = []
    list.reserveCapacity(draft.partners.count)
    partners.reserveCapacity(draft.partners.count)
    if let united {
      addUnited(united, to: &list, &places)
    } else {
      for row in draft.partners { add(row, .name, to: &list, &places) }
      if draft.addsUnknownPartners || draft.partners.isEmpty { addNamedPartners(to: &list, &places) }
    }
    if list.isEmpty && !hasErrors {
      report(
        .noPartners,
        Localized(
          en: "there is no partner in this dataset; it needs a table of partners with a column name",
          de: "in diesen Daten steht kein Partner; nötig ist eine Tabelle Partner mit einer Spalte Name"))
    }
    guard list.count <= Self.mostComparedNames else { return list }
    let sure = SureDuplicates(united?.entries.map(\.row) ?? draft.partners)
    let partnerOfRow = united?.partnerOfRow
    sureDuplicateCount = sure.groups.reduce(0) { count, rows in
      count + (partnerOfRow.map { partner in Set(rows.map { partner[$0] }).count } ?? rows.count) - 1
    }
    for pair in DuplicateNames.pairs(in: list) { reportLikelyDuplicate(pair, list, places) }
    return list
  }

  /// Adds the partner of a row, or reports that its id stands already.
  ///
  /// - Parameter others: the further rows of the same partner, whose values the row has taken over.
  private mutating func add(
    _ row: PartnerRow, _ column: Column, others: [PartnerRow] = [], to list: inout [Partner],
    _ places: inout [CellPlace]
  ) {
    let id = row.id ?? row.name
    var names = [row.name] + (row.short.map { [$0] } ?? [])
    for other in others { names += [other.name] + (other.short.map { [$0] } ?? []) }
    if let earlier = partners.add(id: id, names: names) {
      reportDuplicate(id, row.place, row.id == nil ? .name : .id, first: places[earlier].row)
      return
    }
    if !others.isEmpty { partners.addAliases(others.map { $0.id ?? $0.name }, of: list.count) }
    let votes = row.votes ?? 1
    if votes < 0 || !votes.isFinite {
      report(
        .outOfRange, .error, row.place, .votes,
        Localized(
          en: "votes are 0 or more, not \(votes.shortText)", de: "Stimmen sind 0 oder mehr, nicht \(votes.germanText)"))
    }
    var sectors = sectorNames.resolve(row.sectors, row.place)
    for other in others {
      for sector in sectorNames.resolve(other.sectors, other.place) where !sectors.contains(sector) {
        sectors.append(sector)
      }
    }
    places.append(CellPlace(row: row.place, column: column))
    list.append(Partner(row, id: id, sectors: sectors))
  }

  /// Adds the partners with all their rows, and tells what was united and what the rows contradict each other in.
  private mutating func addUnited(_ united: UnitedPartners, to list: inout [Partner], _ places: inout [CellPlace]) {
    for problem in united.problems { report(problem) }
    for (text, place, column) in united.unknown {
      report(
        .unknownPartner, .error, place, column,
        Localized(en: "no partner \"\(text)\"", de: "kein Partner „\(text)“"),
        suggestion: suggestion(for: text, in: .same) { united.words })
    }
    for group in united.groups {
      let kept = united.entries[group.kept]
      let others = group.others.map { united.entries[$0].row }
      var row = kept.row
      for other in others {
        for contradiction in row.unite(other) { reportContradiction(contradiction, other, kept.row) }
      }
      if !others.isEmpty { row.attributes = .union(of: [row.attributes] + others.map(\.attributes)) }
      add(row, kept.column, others: others, to: &list, &places)
      if !others.isEmpty {
        merges.append(PartnerMerge(kept: record(kept.row), merged: others.map(record), said: group.said))
      }
    }
  }

  private func record(_ row: PartnerRow) -> PartnerMerge.Record {
    PartnerMerge.Record(id: row.id ?? row.name, name: row.name, location: draft.location(row.place))
  }

  private mutating func reportContradiction(
    _ contradiction: UnitedContradiction, _ other: PartnerRow, _ kept: PartnerRow
  ) {
    let place = draft.location(kept.place).map { " (\($0))" } ?? ""
    let (taken, left) = (contradiction.taken, contradiction.left)
    report(
      .unitedContradiction, .warning, other.place, contradiction.column,
      Localized(
        en: "\"\(other.name)\" and \"\(kept.name)\"\(place) are one partner and differ here; \"\(taken.english)\" "
          + "is taken, \"\(left.english)\" left out",
        de: "„\(other.name)“ und „\(kept.name)“\(place) sind ein Partner und unterscheiden sich hier; es gilt "
          + "„\(taken.german)“, „\(left.german)“ fällt weg"))
  }

  /// Adds the partners that only ties, participation or other tables name, in the order in which they come.
  private mutating func addNamedPartners(to list: inout [Partner], _ places: inout [CellPlace]) {
    draft.forEachPartnerNamedElsewhere { text, place, column in
      guard case .unknown = partners.find(text) else { return true }
      guard list.count < draft.mostPartners else {
        report(.fileTooLarge, .error, place, column, .tooManyPartners(list.count))
        return false
      }
      _ = partners.add(id: text, names: [])
      list.append(Partner(id: text, name: text))
      places.append(CellPlace(row: place, column: column))
      return true
    }
  }

  /// The cell in which a partner is named first.
  private struct CellPlace {
    let row: RowPlace
    let column: Column
  }

  /// The name where it leads to the partner, else the id.
  private func shortReference(to partner: Partner) -> String {
    if case .found(let position) = partners.find(partner.name), case .found(position) = partners.find(partner.id) {
      return partner.name
    }
    return partner.id
  }

  private mutating func reportLikelyDuplicate(_ pair: DuplicateNames.Pair, _ list: [Partner], _ places: [CellPlace]) {
    let first = list[pair.first]
    let second = list[pair.second]
    likelyDuplicates.append(LikelyDuplicate(partner: shortReference(to: second), sameAs: shortReference(to: first)))
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
