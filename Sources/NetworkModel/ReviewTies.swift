extension Reviewer {
  /// The ties: rows of one pair with the same kind and field, running at the same time, are views of one tie.
  mutating func reviewTies() -> [Tie] {
    var merger = TieMerger(rows: draft.ties, isMerging: !draft.parallelTiesAdd)
    for (index, row) in draft.ties.enumerated() {
      let isSound = checkNumbers(row)
      // Both ends are looked up, so that both problems are told.
      let source = partner(row.source, row.place, .source)
      let target = partner(row.target, row.place, .target)
      guard isSound, let source, let target else { continue }
      if source == target {
        report(
          .selfTie, .warning, row.place, .target,
          Localized(
            en: "\"\(row.source)\" is tied to itself; the row is left out",
            de: "„\(row.source)“ ist mit sich selbst verbunden; die Zeile bleibt weg"))
        continue
      }
      switch merger.add(index, source: source, target: target) {
      case .added, .merged: continue
      case .repeated(let earlier):
        let line = draft.location(earlier)?.line ?? 0
        report(
          .duplicateRow, .warning, row.place, nil,
          Localized(
            en: "the row repeats line \(line) and counts once",
            de: "die Zeile wiederholt Zeile \(line) und zählt einmal"))
      }
    }
    return merger.ties()
  }

  /// Beyond these, sums and lengths of paths would leave what a number can hold.
  private static let strengths = 1e-12...1e12

  /// Reports the numbers of a row that no tie can have.
  private mutating func checkNumbers(_ row: TieRow) -> Bool {
    var isSound = true
    for (value, column) in [(row.strength, Column.strength), (row.strengthBack, .strengthBack)] {
      guard let value, !Self.strengths.contains(value) else { continue }
      isSound = false
      report(
        .outOfRange, .error, row.place, column,
        Localized(
          en: "a strength is a number above 0, not \(value); leave the cell empty where it is not known",
          de: "eine Stärke ist eine Zahl über 0, nicht \(value); lassen Sie die Zelle leer, wenn sie nicht bekannt ist")
      )
    }
    for (value, column) in [(row.trust, Column.trust), (row.trustBack, .trustBack)] {
      guard let value, !(1...4).contains(value) else { continue }
      isSound = false
      report(
        .outOfRange, .error, row.place, column,
        Localized(
          en: "trust is rated from 1 to 4, not \(value.shortText)",
          de: "Vertrauen wird von 1 bis 4 bewertet, nicht \(value.germanText)"))
    }
    return isSound
  }
}
