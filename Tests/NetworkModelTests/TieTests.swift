import NetworkModel
import Testing

@Suite struct TieTests {
  private func row(
    _ source: String, _ target: String, line: Int, change: (inout TieRow) -> Void = { _ in }
  ) -> TieRow {
    var row = TieRow(place: RowPlace(table: 1, line: line), source: source, target: target)
    change(&row)
    return row
  }

  private func review(_ rows: [TieRow]) -> NetworkReview {
    var draft = draft(partners: ["A", "B", "C"])
    draft.ties = rows
    return Network.review(draft)
  }

  @Test("rows of one pair are views of one tie: mean strength, each side's own trust")
  func views() throws {
    let ties = try review([
      row("A", "B", line: 2) {
        $0.strength = 2
        $0.trust = 4
      },
      row("B", "A", line: 3) {
        $0.strength = 5
        $0.trust = 1
      },
    ]).get().ties
    #expect(ties.count == 1)
    #expect(ties[0].strength == 3.5)
    #expect(ties[0].trust == 4)
    #expect(ties[0].trustBack == 1)
    #expect(ties[0].meanTrust == 2.5)
  }

  @Test("one row with both sides' numbers says the same as two rows")
  func bothSidesInOneRow() throws {
    let one = try review([
      row("A", "B", line: 2) {
        $0.strength = 2
        $0.strengthBack = 5
        $0.trust = 4
        $0.trustBack = 1
      }
    ]).get().ties
    #expect(one.map(\.strength) == [3.5])
    #expect(one.map(\.trustBack) == [1])
  }

  @Test("rows of different kind, field, direction or time are different ties")
  func differentTies() throws {
    let ties = try review([
      row("A", "B", line: 2),
      row("A", "B", line: 3) { $0.kind = "Beratung" },
      row("A", "B", line: 4) { $0.field = "Jugend" },
      row("A", "B", line: 5) { $0.isDirected = true },
      row("B", "A", line: 6) { $0.isDirected = true },
      row("A", "C", line: 7) { $0.period = Period(start: nil, end: PartialDate(year: 2019))! },
      row("C", "A", line: 8) { $0.period = Period(start: PartialDate(year: 2021), end: nil)! },
    ]).get().ties
    #expect(ties.count == 7)
  }

  @Test("overlapping periods are one tie that runs from the first beginning to the last end")
  func overlappingPeriods() throws {
    let ties = try review([
      row("A", "B", line: 2) { $0.period = Period(start: PartialDate(year: 2019), end: PartialDate(year: 2021))! },
      row("B", "A", line: 3) { $0.period = Period(start: PartialDate(year: 2020), end: PartialDate(year: 2023))! },
    ]).get().ties
    #expect(ties.map(\.period) == [Period(start: PartialDate(year: 2019), end: PartialDate(year: 2023))!])
  }

  @Test(
    "whatever the order of the rows, ties are the stretches of time that rows cover", arguments: 0..<40 as Range<UInt64>
  )
  func stretchesOfTime(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let rows = (0..<12).map { place in
      row(dice.roll(2) == 0 ? "A" : "B", "C", line: place + 2) {
        let first = 2000 + dice.roll(30)
        $0.period = Period(start: PartialDate(year: first), end: PartialDate(year: first + dice.roll(3)))!
        $0.strength = Double(1 + dice.roll(5))
        if dice.roll(2) == 0 { swap(&$0.source, &$0.target) }
      }
    }
    for partner in ["A", "B"] {
      let own = rows.filter { [$0.source, $0.target].contains(partner) }
      // By definition: each row's years are marked, and years that one row has in common with the next belong together.
      var groups = own.map { [$0] }
      func years(_ rows: [TieRow]) -> Set<Int> {
        Set(rows.flatMap { $0.period.start!.year...$0.period.end!.year })
      }
      while let pair = groups.indices.lazy.flatMap({ i in groups.indices.lazy.map { (i, $0) } }).first(where: {
        $0 < $1 && !years(groups[$0]).isDisjoint(with: years(groups[$1]))
      }) {
        groups[pair.0] += groups.remove(at: pair.1)
      }
      let expected = Set(groups.map { years($0).min()!...years($0).max()! })
      let ties = try review(own).get().ties
      #expect(ties.count == expected.count)
      #expect(Set(ties.map { $0.period.start!.year...$0.period.end!.year }) == expected)
      for tie in ties {
        let group = groups.first { years($0).contains(tie.period.start!.year) }!
        var said: [[Double?]: Double] = [:]
        for row in group {
          let isTurned: Double = row.source == group.min { $0.place.line < $1.place.line }!.source ? 0 : 1
          said[[isTurned, row.strength, Double(row.period.start!.year), Double(row.period.end!.year)]] = row.strength!
        }
        #expect(abs(tie.strength - said.values.reduce(0, +) / Double(said.count)) < 1e-12)
      }
    }
  }

  @Test(
    "a hundred thousand days of one pair are as many ties, and a row over all of them makes one",
    .timeLimit(.minutes(1)))
  func manyPeriods() throws {
    var rows: [TieRow] = []
    for year in 1700..<2000 {
      for day in 0..<336 {
        rows.append(
          row("A", "B", line: rows.count + 2) {
            $0.period = Period(PartialDate(year: year, month: day / 28 + 1, day: day % 28 + 1)!)
          })
      }
    }
    #expect(try review(rows).get().ties.count == 100_800)
    rows.append(row("B", "A", line: rows.count + 2))
    let ties = try review(rows).get().ties
    #expect(ties.map(\.period) == [.always])
  }

  @Test("a repeated row is a warning and counts once")
  func repeated() throws {
    let review = review([
      row("A", "B", line: 2) { $0.strength = 1 }, row("B", "A", line: 3) { $0.strength = 4 },
      row("A", "B", line: 4) { $0.strength = 1 },
    ])
    #expect(review.sentences == ["ties.csv:4: the row repeats line 2 and counts once"])
    #expect(try review.get().ties.map(\.strength) == [2.5])
  }

  @Test("a repeated row is found among a hundred thousand views of one tie", .timeLimit(.minutes(1)))
  func repeatedAmongMany() throws {
    let count = 100_000
    var rows = (1...count).map { number in row("A", "B", line: number + 1) { $0.strength = Double(number) } }
    // The other way round it is something else, once.
    rows += [row("B", "A", line: count + 2) { $0.strength = 7 }, row("B", "A", line: count + 3) { $0.strength = 7 }]
    rows += [1, 9, 50_000].enumerated().map { place, strength in
      row("A", "B", line: count + 4 + place) { $0.strength = Double(strength) }
    }
    let review = review(rows)
    #expect(
      review.sentences == [
        "ties.csv:100003: the row repeats line 100002 and counts once",
        "ties.csv:100004: the row repeats line 2 and counts once",
        "ties.csv:100005: the row repeats line 10 and counts once",
        "ties.csv:100006: the row repeats line 50001 and counts once",
      ])
    // (1 + … + 100,000 + 7) / 100,001
    #expect(try review.get().ties.map(\.strength) == [5_000_050_007.0 / 100_001])
  }

  @Test("a self-tie is a warning and left out")
  func selfTie() throws {
    let review = review([row("A", "A", line: 2), row("A", "B", line: 3)])
    #expect(review.problems.map(\.code) == [.selfTie])
    #expect(try review.get().ties.count == 1)
  }

  @Test("strengths of 0 and less, trust outside 1 to 4: an error for each cell")
  func numbers() {
    let review = review([
      row("A", "B", line: 2) {
        $0.strength = 0
        $0.trust = 5
      },
      row("A", "C", line: 3) {
        $0.strengthBack = -.infinity
        $0.trustBack = 0.5
      },
    ])
    #expect(review.network == nil)
    #expect(review.problems.map(\.code) == [.outOfRange, .outOfRange, .outOfRange, .outOfRange])
  }

  @Test("a strength too large or too small for sums is told with what is allowed, in both languages")
  func strengthRange() {
    for (strength, english, german) in [
      (1e13, "at most a million millions (1e12)", "höchstens eine Billion (1e12)"),
      (1e-13, "at least a millionth of a millionth (1e-12)", "mindestens ein Billionstel (1e-12)"),
      (-1.0, "a number above 0", "eine Zahl über 0"),
    ] {
      let problems = review([row("A", "B", line: 2) { $0.strength = strength }]).problems
      #expect(problems.map(\.code) == [.outOfRange])
      #expect(problems.first?.message.english.contains("is \(english), not \(strength.shortText);") == true)
      #expect(problems.first?.message.german.contains("ist \(german), nicht \(strength.germanText);") == true)
    }
    #expect(review([row("A", "B", line: 2) { $0.strength = 1e12 }]).problems.isEmpty)
  }

  @Test("parallel edges of interchange files stay apart and add in the graph")
  func parallelEdges() throws {
    var draft = draft(ties: [("A", "B"), ("A", "B")])
    draft.parallelTiesAdd = true
    #expect(try Network.review(draft).get().ties.count == 2)
  }

  @Test("projects become ties: one for each shared project, or Newman's share of it")
  func projects() throws {
    // Project X: A B C; project Y: A B.
    let draft = draft(participation: [("A", "X"), ("B", "X"), ("C", "X"), ("A", "Y"), ("B", "Y")])
    let counted = try Network.review(draft).get()
    #expect(counted.ties.map { [$0.source, $0.target] } == [[0, 1], [0, 2], [1, 2]])
    #expect(counted.ties.map(\.strength) == [2, 1, 1])
    let newman = try Network.review(draft, projection: .newman).get()
    #expect(newman.ties.map(\.strength) == [1.5, 0.5, 0.5])
  }

  @Test("several ties of one pair are parallel; where direction counts, only in the same direction")
  func parallelTies() throws {
    let turned = try review([row("A", "B", line: 2), row("B", "A", line: 3) { $0.kind = "Beratung" }]).get()
    #expect(turned.hasParallelTies(isDirected: false) && !turned.hasParallelTies(isDirected: true))
    let same = try review([row("A", "B", line: 2), row("A", "B", line: 3) { $0.kind = "Beratung" }]).get()
    #expect(same.hasParallelTies(isDirected: false) && same.hasParallelTies(isDirected: true))
    #expect(try !review([row("A", "B", line: 2), row("B", "C", line: 3)]).get().hasParallelTies(isDirected: false))
  }
}
