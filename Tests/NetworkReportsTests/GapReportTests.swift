import NetworkAnalysis
import NetworkFiles
import NetworkModel
import Testing

@testable import NetworkReports

@Suite struct GapReportTests {
  private func report(_ name: String, _ language: Language, folder: String? = nil) throws -> GapReport {
    let whole = try Example.network(name)
    let network = whole.onItsDay()
    return GapReport(
      network.gaps(among: whole), of: network, language: language,
      command: CommandText(dataset: [folder ?? "Data/\(name)"]))
  }

  @Test("speaks German and English of the same findings")
  func sentences() throws {
    let german = try report("musterland", .german).text().text(in: .german)
    #expect(
      german.hasPrefix(
        "12 Partner, 13 Beziehungen: von 15 erwarteten Sektoren haben 6 keinen Partner;\n80,0\u{A0}% der"))
    #expect(german.contains("  • Der Sektor „Museen“ hat keinen Partner.\n"))
    #expect(german.contains("    → regionet invite Data/musterland\n"))
    #expect(german.contains("  • Naturschutzverein steht allein: ohne Beziehung zu einem anderen Partner.\n"))
    let english = try report("musterland", .english).text().text(in: .english)
    #expect(english.hasPrefix("12 partners, 13 ties: 6 of 15 expected sectors have no partner; 80.0% of the"))
    #expect(english.contains("  • The sector “Museums” has no partner.\n"))
    #expect(english.contains("  • Without the lead (LEADER) 80.0% of the connected pairs lose contact.\n"))
  }

  @Test("no line of text is wider than the terminal, but for commands", arguments: [60, 80])
  func width(_ width: Int) throws {
    for name in ["musterland", "beispielregion"] {
      let lines = try report(name, .german).text().text(in: .german, width: width).split(separator: "\n")
      #expect(lines.allSatisfy { String($0).displayWidth <= width || $0.hasPrefix("    → ") })
    }
  }

  @Test("JSON has Musterland's known gaps under the keys that programs rely on")
  func json() throws {
    let json = try report("musterland", .german).json()
    let keys = [
      "coverage", "sectorPairs", "unmetNeeds", "unusedOffers", "isolated", "cutPartners", "bridges", "soleProviders",
      "municipalities", "votes", "tasks", "leadDependence", "mutualTrust", "findings",
    ]
    #expect(Set(keys).isSubset(of: json.keys))
    #expect(try json.at("isolated").texts == ["N"])
    #expect(try json.at("cutPartners").items.compactMap { $0["partner"] } == ["L", "V", "B", "S1"].map { .string($0) })
    #expect(isClose(json["leadDependence"], 0.8))
    let pairs = try json.at("sectorPairs").items
    #expect(pairs.count == 36 && pairs.count { $0["ties"] == .number(0) } == 27)
    let missing = try json.at("coverage").items.filter { $0["status"] == .string("missing") }
    #expect(
      Set(missing.compactMap { $0["sector"] })
        == Set(["university", "sme", "museum", "social", "health", "sport"].map { .string($0) }))
    let bridges = try json.at("bridges").items.compactMap { bridge in
      bridge["a"].flatMap { a in bridge["b"].map { [a, $0] } }
    }
    #expect(
      bridges == [["L", "S1"], ["V", "Bi"], ["B", "P"], ["S1", "S2"]].map { $0.map { .string($0) } })
    // Nobody gave a list of municipalities or tasks: nothing can be said, which is not "none is missing".
    #expect(json["municipalities"] == .null && json["tasks"] == .null)
    for finding in try json.at("findings").items {
      #expect(Array(finding.keys.prefix(4)) == ["kind", "priority", "sentence", "command"])
    }
  }

  @Test("the list of actions has empty columns for who, by when and done, and names candidates")
  func actions() throws {
    let table = try report("beispielregion", .german).actions()
    #expect(
      table.columns.map(\.header) == [
        "Priorität", "Was fehlt", "Wen fragen", "Warum", "Verantwortlich", "Bis wann", "Erledigt", "Weiter mit",
      ])
    #expect(table.rows.allSatisfy { $0[4...6].allSatisfy { $0 == .none } })
    let museum = try #require(table.rows.first { $0[1] == .text("Der Sektor „Museen“ hat keinen Partner.") })
    guard case .text(let ask) = museum[2] else { throw Failed() }
    #expect(ask.hasPrefix("Stadtmuseum Holderstadt und Familien- und Handwerksmuseum Ebenhag; Heimatmuseum"))
    #expect(table.rows.contains { $0[1] == .text("Niemand übernimmt die Öffentlichkeitsarbeit.") })
    #expect(table.rows.contains { $0[1] == .text("Aus Rotschachen kommt kein Partner.") })
  }

  @Test("a command can be copied whatever the dataset is called")
  func quoting() throws {
    let text = try report("musterland", .english, folder: "It's my region").text().text(in: .english)
    #expect(text.contains(#"→ regionet invite 'It'\''s my region'"# + "\n"))
    #expect(
      CommandText(dataset: ["Größe.xlsx"]).line(["gaps", "--limit", "5"]) == "regionet gaps Größe.xlsx --limit 5")
  }

  private struct Failed: Error {}
}
