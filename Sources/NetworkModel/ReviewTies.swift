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
        reportSelfTie(row)
        continue
      }
      switch merger.add(index, source: source, target: target) {
      case .added: continue
      case .merged(let earlier, let isTurned): reportUnited(row, with: draft.ties[earlier], isTurned: isTurned)
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

  private mutating func reportSelfTie(_ row: TieRow) {
    let wereTwo = united.map { $0.row(named: row.source) != $0.row(named: row.target) } ?? false
    report(
      .selfTie, .warning, row.place, .target,
      wereTwo
        ? Localized(
          en: "\"\(row.source)\" and \"\(row.target)\" are one partner now; the tie between them is left out",
          de: "„\(row.source)“ und „\(row.target)“ sind jetzt ein Partner; die Beziehung zwischen ihnen fällt weg")
        : Localized(
          en: "\"\(row.source)\" is tied to itself; the row is left out",
          de: "„\(row.source)“ ist mit sich selbst verbunden; die Zeile bleibt weg"))
  }

  /// Tells where two rows are one tie only since partners were united, and do not say the same.
  private mutating func reportUnited(_ row: TieRow, with earlier: TieRow, isTurned: Bool) {
    guard let united else { return }
    let ends = [united.row(named: row.source), united.row(named: row.target)]
    let earlierEnds = [united.row(named: earlier.source), united.row(named: earlier.target)]
    guard ends != (isTurned ? earlierEnds.reversed() : earlierEnds) else { return }
    var differences: [Localized] = []
    func compare(_ mine: Double?, _ theirs: Double?, _ english: String, _ german: String) {
      guard let mine, let theirs, mine != theirs else { return }
      differences.append(
        Localized(
          en: "\(english) \(theirs.shortText) and \(mine.shortText), of which the mean is taken",
          de: "\(german) \(theirs.germanText) und \(mine.germanText), davon gilt das Mittel"))
    }
    compare(row.meanStrength, earlier.meanStrength, "strength", "Stärke")
    compare(isTurned ? row.trustBack : row.trust, earlier.trust, "trust", "Vertrauen")
    compare(isTurned ? row.trust : row.trustBack, earlier.trustBack, "trust back", "Vertrauen zurück")
    if row.period != earlier.period {
      let (mine, theirs, both) = (row.period.words, earlier.period.words, row.period.union(earlier.period).words)
      differences.append(
        Localized(
          en: "time \(theirs.english) and \(mine.english), together \(both.english)",
          de: "Zeit \(theirs.german) und \(mine.german), zusammen \(both.german)"))
    }
    guard !differences.isEmpty else { return }
    let place = draft.location(earlier.place).map { " (\($0))" } ?? ""
    report(
      .unitedTies, .warning, row.place, nil,
      Localized(
        en: "the tie of \"\(row.source)\" and \"\(row.target)\" is one with that of \"\(earlier.source)\" and "
          + "\"\(earlier.target)\"\(place): " + differences.map(\.english).joined(separator: "; "),
        de: "die Beziehung von „\(row.source)“ und „\(row.target)“ ist jetzt eine mit der von „\(earlier.source)“ und "
          + "„\(earlier.target)“\(place): " + differences.map(\.german).joined(separator: "; ")))
  }

  /// What a strength is, said so that the mistake shows: few write one that is too large or too small to reckon with.
  private static func strengthRange(_ value: Double) -> Localized {
    value > TieRow.strengths.upperBound
      ? Localized(en: "at most a million millions (1e12)", de: "höchstens eine Billion (1e12)")
      : value > 0
        ? Localized(en: "at least a millionth of a millionth (1e-12)", de: "mindestens ein Billionstel (1e-12)")
        : Localized(en: "a number above 0", de: "eine Zahl über 0")
  }

  /// Reports the numbers of a row that no tie can have.
  private mutating func checkNumbers(_ row: TieRow) -> Bool {
    var isSound = true
    for (value, column) in [(row.strength, Column.strength), (row.strengthBack, .strengthBack)] {
      guard let value, !TieRow.strengths.contains(value) else { continue }
      isSound = false
      report(
        .outOfRange, .error, row.place, column,
        Localized(
          en:
            "a strength is \(Self.strengthRange(value).english), not \(value.shortText); leave the cell empty where it is not known",
          de:
            "eine Stärke ist \(Self.strengthRange(value).german), nicht \(value.germanText); lassen Sie die Zelle leer, wenn sie nicht bekannt ist"
        ))
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

extension TieRow {
  /// The strengths a tie may have: beyond these, sums and lengths of paths would leave what a number can hold.
  package static let strengths = 1e-12...1e12

  fileprivate var meanStrength: Double? {
    guard let strength, let strengthBack else { return strength ?? strengthBack }
    return (strength + strengthBack) / 2
  }
}
