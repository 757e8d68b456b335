import Testing

@testable import NetworkModel

@Suite struct ReferenceTests {
  @Test("tells every unknown partner at once, located, with the name that was meant")
  func unknownPartners() {
    let review = Network.review(
      draft(partners: ["Uni Süd", "Bibliothek"], ties: [("UniSüd", "Bibliotek"), ("Uni Süd", "Theater")]))
    #expect(review.network == nil)
    #expect(
      review.sentences == [
        "ties.csv:2: source: no partner \"UniSüd\" (did you mean \"Uni Süd\"?)",
        "ties.csv:2: target: no partner \"Bibliotek\" (did you mean \"Bibliothek\"?)",
        "ties.csv:3: target: no partner \"Theater\"",
      ])
  }

  @Test("locates a cell of a workbook as Excel names it, in German")
  func workbookCell() {
    var draft = draft(partners: ["Uni Süd"], ties: [("Uni Süd", "UniSüd")])
    draft.tables[1] = TableOrigin(
      file: "region.xlsx", sheet: "Beziehungen", columns: [.target: .init(header: "Nach", index: 1)])
    let problem = Network.review(draft).problems[0]
    #expect(problem.sentence(in: .german) == "Beziehungen!B2: kein Partner „UniSüd“ (meinten Sie „Uni Süd“?)")
  }

  @Test("an id goes before a name, and a name that two partners have needs the id")
  func ambiguity() {
    var draft = draft(partners: ["Schule", "Schule", "S2"], ties: [("S1", "Schule"), ("S2", "S1")])
    draft.partners[0].id = "S1"
    draft.partners[1].id = "S2"
    draft.partners[2].id = "S3"
    let review = Network.review(draft)
    #expect(
      review.problems.filter { $0.severity == .error }.map { $0.sentence(in: .english) } == [
        "ties.csv:2: target: several partners are called \"Schule\"; write the id instead: S1, S2"
      ])
    draft.ties = [TieRow(place: RowPlace(table: 1, line: 2), source: "S2", target: "S1")]
    let tie = Network.review(draft).network?.ties.first
    #expect(tie?.source == 1 && tie?.target == 0)
  }

  @Test("an id that stands twice is an error that names both rows")
  func duplicateID() {
    let review = Network.review(draft(partners: ["Museum", "Museum"]))
    #expect(
      review.sentences == [
        "partners.csv:3: name: \"Museum\" stands already in line 2; remove one of the two rows, or give each its own id"
      ])
  }

  @Test("a candidate with an effort of 0 keeps its place, so that its second row is told and not looked up in vain")
  func duplicateCandidate() {
    var draft = draft(partners: ["Museum"])
    draft.tables.append(
      TableOrigin(
        file: "candidates.csv",
        columns: [.name: .init(header: "name", index: 0), .effort: .init(header: "effort", index: 1)]))
    draft.candidates = [0.0, 1].enumerated().map { row, effort in
      var candidate = CandidateRow(place: RowPlace(table: 3, line: row + 2), name: "Verein")
      candidate.effort = effort
      return candidate
    }
    #expect(
      Network.review(draft).sentences == [
        "candidates.csv:2: effort: an effort is a number above 0, not 0",
        "candidates.csv:3: name: \"Verein\" stands already in line 2; remove one of the two rows, or give each its own id",
      ])
  }

  @Test("a dataset of ties alone has the partners that its ties name, in order")
  func tiesAlone() throws {
    let network = try Network.review(draft(ties: [("B", "A"), ("A", "C")])).get()
    #expect(network.partners.map(\.name) == ["B", "A", "C"])
    #expect(network.ties.map { [$0.source, $0.target] } == [[0, 1], [1, 2]])
  }

  @Test("a dataset without any partner is an error")
  func nobody() {
    #expect(Network.review(NetworkDraft()).problems.map(\.code) == [.noPartners])
  }

  @Test(
    "suggests only what is near", arguments: [("Museem", "Museum"), ("museum", "Museum"), ("Musuem", "Museum")])
  func near(text: String, word: String) {
    #expect(Spelling(words: ["Theater", "Museum"]).suggestion(for: text) == word)
  }

  @Test("suggests nothing that is far", arguments: ["Rathaus", "Mu", ""])
  func far(text: String) {
    #expect(Spelling(words: ["Theater", "Museum"]).suggestion(for: text) == nil)
  }

  @Test("counts edits as the full matrix does, for all words of up to four letters out of two")
  func editDistance() {
    let words = (0...4).flatMap { length in
      (0..<(1 << length)).map { bits in (0..<length).map { UInt8(97 + (bits >> $0 & 1)) } }
    }
    for a in words {
      for b in words {
        // Optimal string alignment by its recursion, with no sharing of rows.
        func distance(_ i: Int, _ j: Int) -> Int {
          if i == 0 || j == 0 { return max(i, j) }
          var best = min(distance(i - 1, j), distance(i, j - 1)) + 1
          best = min(best, distance(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1))
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, distance(i - 2, j - 2) + 1) }
          return best
        }
        let expected = distance(a.count, b.count)
        #expect(Spelling.distance(a, b, atMost: 4) == expected)
        if expected > 0 { #expect(Spelling.distance(a, b, atMost: expected - 1) == nil) }
      }
    }
  }
}
