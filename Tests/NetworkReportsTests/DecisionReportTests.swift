@testable import NetworkAnalysis
import NetworkFiles
import NetworkModel
import Testing

@testable import NetworkReports

/// The values of Musterland were computed by an independent program; see Data/musterland/README.md.
@Suite struct DecisionReportTests {
  private let network: Network

  init() throws { network = try Example.musterland() }

  private func sets(_ json: JSONValue) throws -> [[String]] { try json.at("sets").items.map(\.texts) }

  // MARK: lose

  @Test("the loss of the lead in numbers")
  func lossJSON() throws {
    let report = LossReport(try network.loss(), of: network, language: .german, command: Example.command)
    let json = report.json()
    #expect(
      Array(json.keys.prefix(5)) == ["removed", "before", "after", "parts", "cutOff"]
        && json["tiesToJoinAll"] == .number(4))
    #expect(try json.at("removed").texts == ["L"])
    #expect(
      try json.at("parts").items.map { $0.texts.sorted() } == [
        ["B", "Bi", "P", "V"], ["S1", "S2"], ["A", "W"], ["K", "T"], ["N"],
      ])
    #expect(isClose(try json.at("after", "fragmentation"), 0.8364))
    #expect(isClose(try json.at("after", "distanceFragmentation"), 0.8667))
    #expect(isClose(try json.at("before", "fragmentation"), 0.1667))
    #expect(isClose(json["leadDependence"], 0.8))
  }

  @Test("the loss of the lead in words")
  func lossText() throws {
    let loss = try network.loss()
    let german = LossReport(loss, of: network, language: .german, command: Example.command).text().text(in: .german)
    #expect(
      german.hasPrefix("Ohne LEADER zerfällt das Netzwerk in 5 Teile (heute 2); 36 Paare verlieren den\nKontakt."))
    #expect(german.contains("Paare, die einander nicht erreichen: heute 16,7\u{A0}%, dann 83,6\u{A0}%."))
    #expect(german.hasSuffix("    → regionet connect Data/musterland --ties 4\n"))
    let english = LossReport(loss, of: network, language: .english, command: Example.command).text().text(in: .english)
    #expect(english.hasPrefix("Without LEADER the network falls into 5 parts (today 2); 36 pairs lose contact."))
  }

  @Test("the worst losses with their certificate", arguments: [(2, 0.9111, 2), (3, 0.9167, 15)])
  func worst(count: Int, value: Double, sets number: Int) throws {
    let worst = try network.worstLosses(count: count)
    let report = WorstLossReport(worst, of: network, language: .german, command: Example.command)
    let json = report.json()
    #expect(json.keys == ["objective", "before", "value", "optimal", "bound", "sets", "equalSets"])
    #expect(isClose(json["value"], value) && isClose(json["bound"], value) && json["optimal"] == .bool(true))
    #expect(json["equalSets"] == .number(Double(number)))
    if count == 2 { #expect(try sets(json) == [["B", "L"], ["L", "V"]]) }
    #expect(report.text().text(in: .german).contains("Bewiesen: Keine anderen \(count) Partner schaden mehr"))
  }

  @Test("says what is proved where the optimum is not")
  func unproved() throws {
    let found = OptimalSets<Int>(
      value: 0.5, isOptimal: false, bound: 0.75, sets: [[0]], equalSets: nil, areFirst: false)
    let worst = WorstLosses(objective: .fragmentation, before: 0.1, found: found)
    let text = WorstLossReport(worst, of: network, language: .english, command: Example.command).text()
      .text(in: .english, width: 100)
    #expect(
      !text.contains("Proved: no") && text.contains("Proved is only: at most 75.0% of the pairs can lose each other."))
  }

  // MARK: connect

  @Test(
    "new ties with their certificate",
    arguments: [
      (TieObjective.leadLoss, 1, 0.6909, 24), (.leadLoss, 2, 0.4727, 384), (.leadLoss, 3, 0.1818, 3200),
      (.distance, 1, 0.4520, 1), (.distance, 2, 0.4242, 1), (.fragmentation, 1, 0, 11), (.sectorPairs, 1, 26, nil),
    ] as [(TieObjective, Int, Double, Int?)])
  func connect(objective: TieObjective, count: Int, value: Double, equal: Int?) throws {
    let ties = try network.newTies(count: count, objective: objective)
    let json = NewTieReport(ties, of: network, language: .german, command: Example.command).json()
    #expect(
      json.keys == ["objective", "ties", "before", "value", "optimal", "bound", "sets", "equalSets", "reasons"])
    #expect(json["objective"] == .string(objective.rawValue.camelCase))
    #expect(isClose(json["value"], value) && json["optimal"] == .bool(true))
    if let equal { #expect(json["equalSets"] == .number(Double(equal))) }
    // A set is a list of pairs of ids.
    #expect(
      try json.at("sets").items.allSatisfy { $0.items.count == count && $0.items.allSatisfy { $0.texts.count == 2 } })
  }

  @Test("names the reasons and who can introduce the two")
  func reasons() throws {
    let ties = try network.newTies(count: 2, objective: .distance)
    let report = NewTieReport(ties, of: network, language: .english, command: Example.command)
    #expect(try report.json().at("sets").items[0].items.map { Set($0.texts) } == [["L", "N"], ["L", "S2"]])
    let text = report.text().text(in: .english, width: 100)
    #expect(text.contains("falls from 0.5354 to 0.4242."))
    #expect(text.contains("today 2 steps apart\n") && text.contains("Mittelschule can introduce the two\n"))
  }

  @Test("nothing to do is said, and there are no sets")
  func nothingToDo() throws {
    let kite = try Example.network("classic/kite")
    let ties = try kite.newTies(count: 1, objective: .fragmentation)
    let report = NewTieReport(ties, of: kite, language: .german, command: Example.command)
    #expect(report.text().text(in: .german) == "Nichts zu tun: Alle Partner erreichen einander.\n")
    #expect(report.json()["sets"] == .array([]) && report.json()["before"] == .number(0))
  }

  @Test("counts that nobody can read are not written out in texts, and are numbers in JSON")
  func hugeCounts() throws {
    let count = WholeNumber(10).power(30)
    #expect(Wording(network, .german).number(count) == "unzählige")
    #expect(Wording(network, .english).number(WholeNumber(42592)) == "42,592")
    #expect(JSONValue.count(count) == .number(1e30) && JSONValue.count(nil) == .null)
  }

  // MARK: invite

  @Test(
    "the candidates to invite",
    arguments: [(InvitationObjective.fewest, ["FHC", "GSZ"], 2.0), (.effort, ["MUS", "RZ", "SPO"], 6)])
  func invite(objective: InvitationObjective, set: [String], value: Double) throws {
    let report = InvitationReport(
      network.invitations(objective: objective), of: network, language: .german, command: Example.command)
    let json = report.json()
    #expect(
      json.keys == ["objective", "value", "optimal", "bound", "sets", "equalSets", "covers", "uncoverable"])
    #expect(try sets(json) == [set] && json["equalSets"] == .number(1))
    #expect(json["value"] == .number(value) && json["bound"] == .number(value) && json["optimal"] == .bool(true))
    #expect(try json.at("covers").items.count == 6 && json.at("uncoverable").items.isEmpty)
    if objective == .fewest {
      let text = report.text().text(in: .german)
      #expect(text.hasPrefix("2 Einladungen schließen 6 Lücken.\n\nBewiesen: Mit weniger Einladungen geht es nicht.\n"))
    }
  }

  @Test("in public no candidate is named, only what the network looks for")
  func publicInvitation() throws {
    let open = network.disclosed(in: .german)
    let report = InvitationReport(
      open.invitations(), of: open, language: .german, audience: .public, command: Example.command)
    let text = report.text().text(in: .german) + String(decoding: report.json().bytes(), as: UTF8.self)
    #expect(text.hasPrefix("Das Netzwerk sucht\n  • „Hochschulen“\n"))
    #expect(network.candidates.allSatisfy { !text.contains($0.name) })
  }

  // MARK: match

  @Test("the best assignment, which taking the best pair first misses")
  func match() throws {
    let report = MatchReport(network.matching(), of: network, language: .english, command: Example.command)
    let json = report.json()
    #expect(json["value"] == .number(27) && json["bound"] == .number(27) && json["optimal"] == .bool(true))
    #expect(
      try json.at("pairs").items.map { [$0["need"], $0["offer"], $0["fit"]] } == [
        [.string("n1"), .string("o2"), .number(8)], [.string("n2"), .string("o1"), .number(8)],
        [.string("n3"), .string("o4"), .number(5)], [.string("n4"), .string("o3"), .number(6)],
      ])
    for key in ["unmet", "unused", "funds", "lacking"] { #expect(json[key] == .array([])) }
    #expect(report.text().text(in: .english).hasPrefix("Offers can meet 4 of 4 needs (fit times priority: 27)."))
  }

  @Test("funds carry ideas, and what the others lack is told")
  func funds() throws {
    // 22,000 and 7,500 are carried by the offers of 24,000 and 9,000; nothing is left for 48,000 and 16,000.
    let region = try Example.network("beispielregion").onItsDay()
    let report = MatchReport(region.matching(), of: region, language: .german, command: Example.command)
    let json = report.json()
    #expect(
      try json.at("funds").items == [
        .object(["idea": .string("PJ8"), "offer": .string("A17")]),
        .object(["idea": .string("PJ10"), "offer": .string("A18")]),
      ])
    #expect(try json.at("lacking").items.map { $0["amount"] } == [.number(48000), .number(16000)])
    let text = report.text().text(in: .german)
    #expect(text.contains("  • LEADER-Region (24.000) → „Dorftreff Pfarrhof“ (Budget 22.000)\n"))
    #expect(text.contains("  • „Digital-Bus“ (Budget 48.000): es fehlen 48.000\n"))
  }

  // MARK: seat

  @Test("three groups without a conflict")
  func seat() throws {
    let report = SeatingReport(try network.seating(groups: 3), of: network, language: .german)
    let json = report.json()
    #expect(json["conflicts"] == .number(0) && json["optimal"] == .bool(true) && json["bound"] == .number(0))
    let groups = try json.at("rounds").items[0].at("groups").items.map(\.texts)
    #expect(groups.map(\.count) == [4, 4, 4] && Set(groups.joined()) == Set(network.partners.map(\.id)))
    #expect(report.text().text(in: .german).contains("20 Pläne sind gleich gut."))
  }

  // MARK: No answer

  @Test("an unknown partner is told with the one that was perhaps meant")
  func unknownPartner() {
    let messages = DecisionError.unknownPartners(["Biblothek"]).messages(in: network)
    #expect(messages.map(\.german) == ["es gibt keinen Partner „Biblothek“ (meinten Sie „Bibliothek“?)"])
    #expect(messages.map(\.english) == ["there is no partner \"Biblothek\" (did you mean \"Bibliothek\"?)"])
  }

  @Test("too many are told with how many are possible")
  func tooMany() throws {
    let error = #expect(throws: DecisionError.self) { try network.worstLosses(count: 11) }
    #expect(
      error?.messages(in: network).map(\.english)
        == ["at most 10 partners can leave, not 11: two must remain"])
  }
}

extension String {
  /// `lead-loss` → `leadLoss`
  fileprivate var camelCase: String {
    let words = split(separator: "-").map(String.init)
    return words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
