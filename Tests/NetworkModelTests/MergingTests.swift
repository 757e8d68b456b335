import NetworkModel
import Testing

/// Partners that are one, united as if every table wrote one name for them. All expected values by hand.
@Suite struct MergingTests {
  private func row(_ line: Int, _ name: String, _ change: (inout PartnerRow) -> Void = { _ in }) -> PartnerRow {
    var row = PartnerRow(place: RowPlace(table: 0, line: line), name: name)
    change(&row)
    return row
  }

  private func withSame(_ draft: NetworkDraft, _ pairs: (String, String)...) -> NetworkDraft {
    var draft = draft
    draft.tables.append(
      TableOrigin(
        file: "same.csv",
        columns: [.name: .init(header: "name", index: 0), .sameAs: .init(header: "same_as", index: 1)]))
    draft.sames = pairs.enumerated().map {
      SameRow(place: RowPlace(table: draft.tables.count - 1, line: $0 + 2), name: $1.0, sameAs: $1.1)
    }
    return draft
  }

  @Test("uniting is as if every table wrote one name", arguments: 0..<60 as Range<UInt64>)
  func definition(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let names = (0..<8).map { "P\($0)" }
    var base = draft(
      partners: names, ties: (0..<20).map { _ in (names[dice.roll(8)], names[dice.roll(8)]) },
      participation: (0..<12).map { _ in (names[dice.roll(8)], "Projekt \(dice.roll(3))") })
    for index in base.ties.indices {
      base.ties[index].strength = Double(1 + dice.roll(4))
      base.ties[index].trust = dice.roll(2) == 0 ? nil : Double(1 + dice.roll(4))
      base.ties[index].isDirected = dice.roll(3) == 0
      base.ties[index].kind = dice.roll(2) == 0 ? nil : "Rat"
    }
    // Each of P0, P1 and P2 is the same as a later one, so there is no circle.
    let targets = (0..<3).map { $0 + 1 + dice.roll(7 - $0) }
    let united = Network.review(
      withSame(base, ("P0", names[targets[0]]), ("P1", names[targets[1]]), ("P2", names[targets[2]])))
    func final(_ name: String) -> String {
      guard let position = names.firstIndex(of: name), position < 3 else { return name }
      return final(names[targets[position]])
    }
    var replaced = base
    replaced.partners.removeFirst(3)
    for index in base.ties.indices {
      replaced.ties[index].source = final(base.ties[index].source)
      replaced.ties[index].target = final(base.ties[index].target)
    }
    for index in base.participations.indices {
      replaced.participations[index].partner = final(base.participations[index].partner)
    }
    let (one, other) = (try united.get(), try Network.review(replaced).get())
    #expect(one.partners == other.partners && one.participations == other.participations)
    #expect(one.ties == other.ties)
  }

  @Test("a chain leads to its end, in whatever order the rows stand")
  func chain() throws {
    for pairs in [[("A", "B"), ("B", "C")], [("B", "C"), ("A", "B")]] {
      var draft = withSame(draft(partners: ["A", "B", "C", "D"], ties: [("A", "D"), ("B", "D"), ("D", "C")]))
      draft.sames = pairs.enumerated().map {
        SameRow(place: RowPlace(table: 3, line: $0 + 2), name: $1.0, sameAs: $1.1)
      }
      let review = Network.review(draft)
      let network = try review.get()
      #expect(network.partners.map(\.id) == ["C", "D"])
      #expect(network.ties.count == 1 && network.ties[0].source == 0 && network.ties[0].target == 1)
      #expect(
        review.merges.map { $0.sentence(in: .english) } == [
          "merged: \"A\" (partners.csv:2), \"B\" (partners.csv:3) into \"C\" (partners.csv:4), by same.csv:2, same.csv:3"
        ])
    }
  }

  @Test("a circle keeps the first partner and says so; a way out of it is no circle")
  func circle() throws {
    let base = draft(partners: ["A", "B", "C"], ties: [("A", "C")])
    let circle = Network.review(withSame(base, ("B", "A"), ("A", "B")))
    #expect(try circle.get().partners.map(\.id) == ["A", "C"])
    #expect(circle.problems.map(\.code) == [.sameInCircle] && circle.problems[0].location?.line == 3)
    let wayOut = Network.review(withSame(base, ("B", "A"), ("A", "B"), ("A", "C")))
    #expect(try wayOut.get().partners.map(\.id) == ["C"])
    #expect(wayOut.problems.map(\.code) == [.selfTie])
  }

  @Test("unknown names are errors, each with its cell and what was perhaps meant")
  func unknown() {
    let review = Network.review(withSame(draft(partners: ["Musikschule", "Theater"]), ("Musikschul", "Teater")))
    #expect(
      review.sentences == [
        "same.csv:2: name: no partner \"Musikschul\" (did you mean \"Musikschule\"?)",
        "same.csv:2: same_as: no partner \"Teater\" (did you mean \"Theater\"?)",
      ])
    #expect(review.network == nil)
  }

  @Test("a partner that is the same as itself is a warning, and a name in both columns unites all who have it")
  func itself() throws {
    let alone = Network.review(withSame(draft(partners: ["A", "B"], ties: [("A", "B")]), ("A", "A")))
    #expect(alone.problems.map(\.code) == [.sameAsItself] && alone.network?.partners.count == 2)
    var twice = draft(partners: ["X", "X", "Y"], ties: [("X", "Y")])
    // Without ids, two rows of one name are an error.
    #expect(Network.review(twice).problems.map(\.code) == [.duplicateID])
    let united = Network.review(withSame(twice, ("X", "X")))
    #expect(try united.get().partners.map(\.id) == ["X", "Y"] && united.problems.isEmpty)
    for index in twice.partners.indices { twice.partners[index].id = "p\(index)" }
    let byID = Network.review(withSame(twice, ("X", "X")))
    #expect(try byID.get().partners.map(\.id) == ["p0", "p2"] && byID.problems.isEmpty)
    // One of several with this name, but which?
    let ambiguous = Network.review(withSame(twice, ("X", "Y")))
    #expect(ambiguous.problems.map(\.code).contains(.ambiguousName))
    let both = Network.review(withSame(twice, ("X", "Y"), ("X", "X")))
    #expect(try both.get().partners.map(\.id) == ["p2"])
  }

  @Test("nothing that rows say is lost: open values are filled, lists united, contradictions told with both places")
  func values() throws {
    var base = draft(partners: [], ties: [("b", "c")])
    base.partners = [
      row(2, "Alt") {
        $0.id = "a"
        $0.sectors = ["school"]
        $0.role = .member
        $0.contact = "x@y"
        $0.resources = ["Saal"]
        $0.consent = true
        $0.membership = Period(start: PartialDate(year: 2019), end: PartialDate(year: 2020))!
        $0.attributes = [Attribute(name: "Note", value: "eins")]
      },
      row(3, "Neu") {
        $0.id = "b"
        $0.sectors = ["library", "school"]
        $0.role = .lead
        $0.contact = "z@y"
        $0.website = "w"
        $0.votes = 2
        $0.resources = ["Bus", "Saal"]
        $0.consent = false
        $0.membership = Period(start: PartialDate(year: 2018), end: nil)!
        $0.attributes = [Attribute(name: "Note", value: "zwei"), Attribute(name: "Grad", value: "3")]
      },
      row(4, "C") { $0.id = "c" },
    ]
    base.offers = [OfferRow(place: RowPlace(table: 0, line: 9), partner: "b", topics: ["t"])]
    base.needs = [NeedRow(place: RowPlace(table: 0, line: 9), partner: "Neu", topics: ["u"])]
    base.attendances = [AttendanceRow(place: RowPlace(table: 0, line: 9), partner: "b", meeting: "m")]
    base.participations = [ParticipationRow(place: RowPlace(table: 2, line: 2), partner: "b", project: "P")]
    base.tasks = [TaskRow(place: RowPlace(table: 0, line: 9), task: .finances, partner: "b")]
    let review = Network.review(withSame(base, ("b", "a")))
    let network = try review.get()
    let partner = network.partners[0]
    #expect(network.partners.map(\.id) == ["a", "c"] && partner.name == "Alt")
    #expect(partner.sectors == ["school", "library"] && partner.role == .lead && partner.contact == "x@y")
    #expect(partner.website == "w" && partner.votes == 2 && partner.resources == ["Saal", "Bus"])
    #expect(partner.consent == false && partner.membership == Period(start: PartialDate(year: 2018), end: nil))
    #expect(partner.attributes == [Attribute(name: "Note", value: "eins; zwei"), Attribute(name: "Grad", value: "3")])
    #expect(network.offers.map(\.partner) == [0] && network.needs.map(\.partner) == [0])
    #expect(network.attendances.map(\.partner) == [0] && network.participations.map(\.partner) == [0])
    #expect(network.tasks.map(\.partner) == [0] && network.ties.map(\.source) == [0])
    let told = review.problems.filter { $0.code == .unitedContradiction }.map { $0.message.english }
    #expect(told.count == 4)
    for pair in ["\"lead\" is taken, \"member\"", "\"x@y\" is taken, \"z@y\"", "\"no\" is taken, \"yes\"", "2018 – …"] {
      #expect(told.contains { $0.contains(pair) && $0.contains("(partners.csv:2)") }, "\(pair)")
    }
  }

  @Test("ties that become one are told where they differ, ties between the united fall away and are told")
  func ties() throws {
    var base = draft(partners: ["A", "B", "C"], ties: [("A", "C"), ("C", "B"), ("B", "A"), ("B", "C")])
    base.ties[0].strength = 3
    base.ties[0].trust = 4
    base.ties[0].attributes = [Attribute(name: "Note", value: "eins")]
    base.ties[1].strength = 1
    base.ties[1].trust = 2
    base.ties[1].attributes = [Attribute(name: "Note", value: "zwei")]
    base.ties[3].kind = "Förderung"
    let review = Network.review(withSame(base, ("B", "A")))
    let network = try review.get()
    #expect(network.ties.count == 2)
    #expect(network.ties[0].strength == 2 && network.ties[0].trust == 4 && network.ties[0].trustBack == 2)
    #expect(network.ties[0].attributes == [Attribute(name: "Note", value: "eins; zwei")])
    #expect(network.ties[1].kind == "Förderung")
    #expect(review.problems.map(\.code) == [.unitedTies, .selfTie])
    #expect(review.problems[0].message.english.contains("(ties.csv:2): strength 3 and 1, of which the mean is taken"))
    #expect(review.problems[1].message.english.hasPrefix("\"B\" and \"A\" are one partner now"))
    // Two sides rating one tie are no contradiction: nothing was united there.
    var plain = draft(partners: ["A", "B", "C"], ties: [("A", "B"), ("B", "A")])
    plain.ties[0].strength = 3
    #expect(Network.review(withSame(plain, ("C", "A"))).problems.isEmpty)
  }

  @Test("parallel ties of interchange files stay, both of them")
  func parallelTies() throws {
    var base = draft(partners: ["A", "B", "C"], ties: [("A", "C"), ("B", "C")])
    base.parallelTiesAdd = true
    #expect(try Network.review(withSame(base, ("B", "A"))).get().ties.count == 2)
  }

  @Test("surely the same: one name, one kind, no two municipalities, persons only in one municipality")
  func sureDuplicates() throws {
    var base = draft(ties: [("0", "1")])
    let rows: [(String, String?, Partner.Kind?)] = [
      ("Bodensee-Stiftung", "Radolfzell", nil), ("bodensee  stiftung", nil, .institution),  // 0 + 1
      ("Volksschule", "Krems", nil), ("Volksschule", "Zwettl", nil), ("Volksschule", nil, nil),
      ("volksschule", "KREMS", nil),  // 2 + 5, but not 3 and 4
      ("Maria Huber", nil, .person), ("Maria Huber", nil, .person),  // two persons
      ("Max Huber", "Krems", .person), ("max huber", "Krems", .person),  // 8 + 9
      ("Müller", nil, nil), ("Mueller", nil, nil), ("Muller", nil, nil),  // 10 + 11
      ("VHS Krems", nil, nil), ("Volkshochschule Krems", nil, nil),  // merely alike
      ("Huber", nil, .person), ("Huber", nil, nil),  // a person and a firm
    ]
    base.partners = rows.enumerated().map { position, values in
      row(position + 2, values.0) {
        $0.id = "\(position)"
        $0.municipality = values.1
        $0.kind = values.2
      }
    }
    let unasked = Network.review(base)
    #expect(try unasked.get().partners.count == rows.count && unasked.merges.isEmpty)
    #expect(unasked.sureDuplicateCount == 4)
    let review = Network.review(base, mergesDuplicates: true)
    #expect(
      review.merges.map { [$0.kept.id] + $0.merged.map(\.id) } == [
        ["0", "1"], ["2", "5"], ["8", "9"], ["10", "11"],
      ])
    #expect(try review.get().partners.count == rows.count - 4 && review.sureDuplicateCount == 0)
    // Krems and Zwettl, Krems and nowhere; Maria and Maria.
    #expect(review.problems.filter { $0.code == .sameNameApart }.compactMap { $0.location?.line } == [5, 6, 9])
  }

  @Test("partners that only ties name are united too")
  func implied() throws {
    var base = draft(ties: [("Bodensee-Stiftung", "X"), ("Bodensee Stiftung", "Y")])
    base.addsUnknownPartners = true
    let network = try Network.review(base, mergesDuplicates: true).get()
    #expect(network.partners.map(\.id) == ["Bodensee-Stiftung", "X", "Y"])
    #expect(network.ties.map { [$0.source, $0.target] } == [[0, 1], [0, 2]])
  }

  @Test("the draft of a table same names partners so that they are found")
  func suggestion() throws {
    var base = draft(ties: [("1", "2")])
    base.partners = [
      row(2, "Musikschule Krems") { $0.id = "1" }, row(3, "Musikschule Krems") { $0.id = "2" },
      row(4, "VHS Baden") { $0.id = "3" }, row(5, "Volkshochschule Baden") { $0.id = "4" },
    ]
    let pairs = Network.review(base).likelyDuplicates
    #expect(pairs.map(\.partner) == ["2", "Volkshochschule Baden"] && pairs.map(\.sameAs) == ["1", "VHS Baden"])
    var filled = withSame(base)
    filled.sames = pairs.map { SameRow(place: RowPlace(table: 3, line: 2), name: $0.partner, sameAs: $0.sameAs) }
    #expect(try Network.review(filled).get().partners.map(\.id) == ["1", "3"])
  }
}
