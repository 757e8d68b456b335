import NetworkModel
import Testing

@testable import NetworkFiles

/// The table that says which partners are one.
@Suite struct SameTableTests {
  private func read(sheet: String, header: [String], row: [String] = ["B", "A"]) throws -> NetworkDraft {
    func sheetOf(_ name: String, _ header: [String], _ rows: [[String]]) -> WorkbookSheet {
      WorkbookSheet(
        name: name, columns: header.map { WorkbookColumn(title: $0) }, rows: rows.map { $0.map { .text($0) } })
    }
    let bytes = try WorkbookWriter.bytes(
      sheets: [
        sheetOf("Partner", ["Name"], [["A"], ["B"], ["C"]]), sheetOf("Beziehungen", ["Von", "Nach"], [["A", "C"]]),
        sheetOf(sheet, header, [row]),
      ], language: .german)
    return try Dataset.read(bytes: bytes, name: "netz.xlsx")
  }

  @Test(
    "a sheet is recognised by its name or its headers, in both languages",
    arguments: [
      ("Gleiche", ["Name", "Gleich wie"]), ("same", ["name", "same_as"]), ("Dubletten", ["Partner", "gleich"]),
      ("Tabelle3", ["Name", "Gleich wie"]), ("SAME", ["ID", "Same as"]),
    ])
  func sheets(name: String, header: [String]) throws {
    let draft = try read(sheet: name, header: header)
    #expect(draft.sames.map(\.name) == ["B"] && draft.sames.map(\.sameAs) == ["A"] && draft.problems.isEmpty)
    #expect(draft.location(draft.sames[0].place, .sameAs)?.description == "\(name)!B2")
    #expect(try Network.review(draft).get().partners.map(\.name) == ["A", "C"])
  }

  @Test("a file of partners with a word for duplicates in its name is one of partners")
  func suffix() {
    #expect(Table.recognise("partner_doppelte") == .suffixed(.partners))
    #expect(Table.recognise("gleiche_2024") == .suffixed(.same))
  }

  @Test("a missing cell is an error in its place")
  func missing() throws {
    let draft = try read(sheet: "Gleiche", header: ["Name", "Gleich wie"], row: ["B", ""])
    #expect(draft.problems.map(\.code) == [.missingValue])
    #expect(draft.problems[0].location?.description == "Gleiche!B2" && draft.sames.isEmpty)
  }
}
