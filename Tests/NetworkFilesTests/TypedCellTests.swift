import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct TypedCellTests {
  @Test(
    "reads the forms of dates",
    arguments: [
      ("2024", PartialDate(year: 2024)), ("2024-05", PartialDate(year: 2024, month: 5)),
      ("2024-05-31", PartialDate(year: 2024, month: 5, day: 31)),
      ("31.05.2024", PartialDate(year: 2024, month: 5, day: 31)),
      ("1.2.2024", PartialDate(year: 2024, month: 2, day: 1)),
      ("2015/10/27", PartialDate(year: 2015, month: 10, day: 27)),
      ("2024-05-31T08:30:00Z", PartialDate(year: 2024, month: 5, day: 31)),
      ("2024-05-31 08:30", PartialDate(year: 2024, month: 5, day: 31)),
    ])
  func dates(text: String, expected: PartialDate?) {
    #expect(expected != nil && PartialDate(reading: text) == expected)
  }

  @Test(
    "refuses what is no date",
    arguments: [
      "31.04.2024", "2023-02-29", "31.05.24", "05.2024", "2024-13", "24", "Mai 2024", "2024-5-", "", "1.2.3.2024",
      "2024 x",
    ])
  func noDates(text: String) {
    #expect(PartialDate(reading: text) == nil)
  }

  @Test("reads every column of partners, in German and in English")
  func partners() throws {
    let german = """
      ID;Name;Kurzname;Sektor;Art;Rolle;Gemeinde;Breite;Länge;Öffentlich;Interessengruppe;Stimmen;seit;bis;Position;\
      Ressourcen;Website;Kontakt;Freigabe;geantwortet;Bemerkung
      v;Volkshochschule;VHS;Bildung; Kultur ;Institution;Leitung;Krems;48,41;15,61;ja;Bildung;2;2020;31.12.2024;dafür;\
      Raum;vhs.at;Frau A;nein;x;neu
      """
      // The sector cell holds two sectors, so it stands in quotes.
      .replacing("Bildung; Kultur ", with: "\"Bildung; Kultur \"")
    let english = """
      id,name,short,sector,kind,role,municipality,latitude,longitude,public,interest,votes,joined,left,position,\
      resources,website,contact,consent,answered,Bemerkung
      v,Volkshochschule,VHS,Bildung;Kultur,institution,lead,Krems,48.41,15.61,yes,Bildung,2,2020,2024-12-31,dafür,Raum,\
      vhs.at,Frau A,no,yes,neu
      """
    for text in [german, english] {
      let folder = TemporaryFolder(["partners.csv": text])
      let draft = try Dataset.read(folder.path)
      #expect(draft.problems == [])
      let partner = try #require(draft.partners.first)
      #expect(partner.id == "v" && partner.name == "Volkshochschule" && partner.short == "VHS")
      #expect(partner.sectors == ["Bildung", "Kultur"])
      #expect(partner.kind == .institution && partner.role == .lead && partner.municipality == "Krems")
      #expect(partner.coordinates == Coordinates(latitude: 48.41, longitude: 15.61))
      #expect(partner.isPublicBody == true && partner.interestGroup == "Bildung" && partner.votes == 2)
      #expect(partner.membership.start == PartialDate(year: 2020))
      #expect(partner.membership.end == PartialDate(year: 2024, month: 12, day: 31))
      #expect(partner.position == "dafür" && partner.resources == ["Raum"] && partner.website == "vhs.at")
      #expect(partner.contact == "Frau A" && partner.consent == false && partner.answered == true)
      #expect(partner.attributes == [Attribute(name: "Bemerkung", value: "neu")])
    }
  }

  @Test("tells every bad cell once, at its place, in both languages")
  func badCells() throws {
    let folder = TemporaryFolder([
      "Partner.csv": """
      Name;Rolle;Stimmen;seit;bis;Breite;Länge
      A;Leitng;zwei;2024;2023;99;10
      ;Kern;1;morgen;;47,5;
      """
    ])
    let draft = try Dataset.read(folder.path)
    let places = draft.problems.map { "\($0.location!.line!) \($0.location!.header!) \($0.code.rawValue)" }
    #expect(
      places == [
        "2 Rolle unknownWord", "2 Breite notAPlace", "2 Stimmen notANumber", "2 bis endsBeforeItBegins",
        "3 Name missingValue",
      ])
    #expect(draft.problems[0].suggestion == "Leitung")
    for problem in draft.problems { #expect(problem.message.english != problem.message.german) }
    #expect(draft.partners.map(\.name) == ["A"])
  }

  @Test("sums up a column that is wrong from top to bottom")
  func manyProblems() throws {
    let rows = (0..<3000).map { "P\($0),x" }.joined(separator: "\n")
    let draft = try Dataset.read(bytes: Array(("name,votes\n" + rows).utf8), name: "partners.csv")
    #expect(draft.problems.count == 1001)
    #expect(draft.problems.last?.code == .moreOfTheSame)
    #expect(draft.problems.last?.message.english.contains("2000") == true)
    #expect(draft.partners.count == 3000)
  }

  @Test("says which required column is missing, and which header was probably meant")
  func missingColumn() throws {
    let folder = TemporaryFolder(["partners.csv": "Nmae,sector\nA,x\n"])
    let draft = try Dataset.read(folder.path)
    #expect(draft.problems.map(\.code) == [.missingColumn])
    #expect(draft.problems[0].suggestion == "Nmae")
    #expect(draft.problems[0].location?.line == 1)
  }

  @Test("finds a row whose text holds the separator without quotes")
  func unquoted() throws {
    let draft = try Dataset.read(bytes: Array("name,sector\nKammer, Wien,x\nB,y,,\n".utf8), name: "partners.csv")
    #expect(draft.problems.map(\.code) == [.tooManyCells])
    #expect(draft.problems[0].location?.line == 2)
  }
}
