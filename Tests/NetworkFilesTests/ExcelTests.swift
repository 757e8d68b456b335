import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct ExcelTests {
  @Test("reads every kind of cell that Excel writes")
  func cells() throws {
    let strings = """
      <si><t>name</t></si><si><t xml:space="preserve"> Bücherei </t></si>\
      <si><r><t>Volks</t></r><r><rPr><b/></rPr><t>hochschule</t></r><rPh sb="0" eb="1"><t>xx</t></rPh></si>\
      <si><t>zwei_x000D_
      Zeilen</t></si>
      """
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>seit</t></is></c>\
      <c r="C1" t="str"><f>"Stim"&amp;"men"</f><v>Stimmen</v></c><c r="D1" t="inlineStr"><is><t>öffentlich</t></is></c>\
      <c r="F1" t="inlineStr"><is><t>PLZ</t></is></c></row>\
      <row r="3" hidden="1"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45443</v></c><c r="C3"><f>1+1</f><v>2</v></c>\
      <c r="D3" t="b"><v>1</v></c><c r="F3"><v>3500</v></c></row>\
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" s="2"><v>59.75</v></c><c r="C4" s="3"><v>0.5</v></c>\
      <c r="D4" t="b"><v>0</v></c><c r="F4" t="inlineStr"><is><t>0123</t></is></c></row>\
      <row r="5"><c r="A5" t="s"><v>3</v></c><c r="B5" t="d"><v>2024-05-31T00:00:00</v></c><c r="C5" t="e"><v>#NAME?</v></c>\
      <c r="D5" t="inlineStr"><is><t>-</t></is></c></row>\
      <row r="6"><c r="A6" t="inlineStr"><is><t>Jahr</t></is></c><c r="B6"><v>2020</v></c></row>
      """
    let bytes = TestWorkbook.bytes(sheets: [("Partner", "visible", TestWorkbook.sheet(rows))], strings: strings)
    let draft = try Dataset.read(bytes: bytes, name: "region.xlsx")
    #expect(draft.partners.map(\.name) == ["Bücherei", "Volkshochschule", "zwei\r\nZeilen", "Jahr"])
    // By hand: 45443 is 31 May 2024; 59 is 28 February 1900, the last day before the one that Excel invented.
    #expect(
      draft.partners.map { $0.membership.start?.description } == ["2024-05-31", "1900-02-28", "2024-05-31", "2020"])
    #expect(draft.partners.map(\.votes) == [2, 0.5, nil, nil])
    #expect(draft.partners.map(\.isPublicBody) == [true, false, nil, nil])
    #expect(draft.partners.map { $0.attributes.map(\.value) } == [["3500"], ["0123"], [], []])
    #expect(draft.problems.map { $0.sentence(in: .english) }.first?.hasPrefix("Partner!C5: ") == true)
    #expect(draft.problems.map(\.code) == [.formulaError])
  }

  @Test("counts days from 1904 where the workbook says so, and knows which formats are dates")
  func epochs() throws {
    // By hand: 43981 days after 1 January 1904 is 31 May 2024.
    let rows =
      TestWorkbook.row(1, ["name", "seit"])
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c><c r=\"B2\" s=\"1\"><v>43981</v></c></row>"
    let bytes = TestWorkbook.bytes(sheets: [("Partner", "visible", TestWorkbook.sheet(rows))], date1904: true)
    let draft = try Dataset.read(bytes: bytes, name: "region.xlsx")
    #expect(draft.partners[0].membership.start == PartialDate(year: 2024, month: 5, day: 31))
  }

  @Test("reads a workbook that is an adjacency matrix, with empty cells for no tie")
  func matrix() throws {
    func row(_ number: Int, _ name: String, _ cells: String) -> String {
      "<row r=\"\(number)\"><c r=\"A\(number)\" t=\"inlineStr\"><is><t>\(name)</t></is></c>\(cells)</row>"
    }
    let names = ["Süd", "Nord", "West"].enumerated().map { index, name in
      "<c r=\"\(["B", "C", "D"][index])1\" t=\"inlineStr\"><is><t>\(name)</t></is></c>"
    }
    let rows =
      "<row r=\"1\">\(names.joined())</row>" + row(2, "Süd", "<c r=\"C2\"><v>2</v></c>")
      + row(3, "Nord", "<c r=\"B3\"><v>2</v></c><c r=\"D3\"><v>1.5</v></c>")
      + row(4, "West", "<c r=\"C4\"><v>1.5</v></c>")
    let bytes = TestWorkbook.bytes(sheets: [("Tabelle1", "visible", TestWorkbook.sheet(rows))])
    let network = try Network.review(Dataset.read(bytes: bytes, name: "matrix.xlsx")).get()
    #expect(network.partners.map(\.name) == ["Süd", "Nord", "West"])
    #expect(network.ties.map { [Double($0.source), Double($0.target), $0.strength] } == [[0, 1, 2], [1, 2, 1.5]])
    #expect(network.ties.allSatisfy { !$0.isDirected })
  }

  @Test("takes each sheet for the table it is, and tells what it leaves out")
  func sheets() throws {
    let partners = TestWorkbook.sheet(
      TestWorkbook.row(1, ["Liste der Partner"]) + TestWorkbook.row(3, ["Name", "Sektor"])
        + TestWorkbook.row(4, ["A", "x"]) + TestWorkbook.row(5, ["B", "y"]))
    let ties = TestWorkbook.sheet(
      TestWorkbook.row(1, ["Von", "Nach", "Stärke"]) + TestWorkbook.row(2, ["A", "B", "0,5"]))
    let other = TestWorkbook.sheet(TestWorkbook.row(1, ["Notiz"]) + TestWorkbook.row(2, ["?"]))
    let bytes = TestWorkbook.bytes(
      sheets: [("Tabelle1", "visible", ties), ("Partner", "visible", partners), ("Notizen", "visible", other)])
    let draft = try Dataset.read(bytes: bytes, name: "region.xlsx")
    #expect(draft.partners.map(\.name) == ["A", "B"] && draft.partners[0].place.line == 4)
    #expect(draft.ties.map(\.strength) == [0.5])
    #expect(draft.problems.map(\.code) == [.leftOut] && draft.problems[0].location?.description == "Notizen")
    let hidden = TestWorkbook.bytes(
      sheets: [("Partner", "hidden", partners), ("Beziehungen", "visible", ties), ("Listen", "veryHidden", other)])
    let second = try Dataset.read(bytes: hidden, name: "region.xlsx")
    #expect(second.partners.count == 2 && second.problems == [])
  }

  @Test("lets a cell merged downwards hold for all its rows")
  func merged() throws {
    let rows =
      TestWorkbook.row(1, ["Von", "Nach"]) + TestWorkbook.row(2, ["A", "B"])
      + "<row r=\"3\"><c r=\"A3\"/><c r=\"B3\" t=\"inlineStr\"><is><t>C</t></is></c></row>"
      + "<row r=\"4\"><c r=\"A4\"/></row>" + TestWorkbook.row(5, ["D", "A"])
    let xml = TestWorkbook.sheet(
      rows, after: "<mergeCells count=\"2\"><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"A5:B5\"/></mergeCells>")
    let bytes = TestWorkbook.bytes(sheets: [("Beziehungen", "visible", xml)])
    let draft = try Dataset.read(bytes: bytes, name: "region.xlsx")
    #expect(draft.ties.map { "\($0.source)-\($0.target)" } == ["A-B", "A-C", "D-A"])
  }

  @Test("reads past a million empty rows in the blink of an eye")
  func emptyRows() throws {
    var rows = TestWorkbook.row(1, ["name"]) + TestWorkbook.row(2, ["A"])
    for number in 3...200_000 { rows += "<row r=\"\(number)\" ht=\"15\"/>" }
    rows += TestWorkbook.row(1_048_576, ["B"])
    let bytes = TestWorkbook.bytes(sheets: [("Partner", "visible", TestWorkbook.sheet(rows))])
    let draft = try Dataset.read(bytes: bytes, name: "region.xlsx")
    #expect(draft.partners.map(\.name) == ["A", "B"] && draft.partners[1].place.line == 1_048_576)
  }

  @Test("refuses entities, endless nesting, and workbooks without a table")
  func hostile() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\
      <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>
      """
    let deep = String(repeating: "<a>", count: 100_000)
    for xml in [bomb, deep] {
      let bytes = TestWorkbook.bytes(sheets: [("Partner", "visible", xml)])
      #expect(throws: UnreadableInput.self) { try Dataset.read(bytes: bytes, name: "region.xlsx") }
    }
    let notes = TestWorkbook.sheet(TestWorkbook.row(1, ["Notiz"]) + TestWorkbook.row(2, ["?"]))
    do {
      _ = try Dataset.read(bytes: TestWorkbook.bytes(sheets: [("Notizen", "visible", notes)]), name: "region.xlsx")
      Issue.record("the workbook has no table")
    } catch {
      #expect(error.problems.map(\.code) == [.notATable])
    }
    #expect(throws: UnreadableInput.self) { try Dataset.read(bytes: StoredZip.bytes(["a.txt": "b"]), name: "a.xlsx") }
  }

  @Test("writes what begins like a formula as text, and bold headers that stay in view")
  func formulas() throws {
    let sheet = WorkbookSheet(
      name: "a/b", columns: [WorkbookColumn(title: "name"), WorkbookColumn(title: "x")],
      rows: [[.text("=1+1"), .text("@SUM(A1)")], [.text("+43 1"), .text("-2")]])
    let bytes = try WorkbookWriter.bytes(sheets: [sheet, sheet], language: .german)
    let archive = try ZipArchive(FileBytes(bytes), name: "x.xlsx")
    let xml = try archive.text("xl/worksheets/sheet1.xml")
    #expect(!xml.contains("<f>") && xml.contains("state=\"frozen\"") && xml.contains("<autoFilter"))
    let book = try ExcelWorkbook(archive)
    #expect(book.sheets.map(\.name) == ["a-b", "a-b 2"])
    #expect(Set(book.strings).isSuperset(of: ["=1+1", "@SUM(A1)", "+43 1", "-2"]))
  }

  @Test(
    "knows date formats",
    arguments: [
      ("dd.mm.yyyy", true), ("[$-407]d. mmmm yyyy", true), ("TT.MM.JJJJ", true), ("mmm", true),
      ("0.00", false), ("hh:mm", false), ("mm:ss", false), ("#,##0\\ \"d\"", false), ("[Red]0", false),
      ("General", false),
    ])
  func formats(code: String, isDate: Bool) {
    let bytes = StoredZip.bytes([
      "s.xml":
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/></numFmts><cellXfs><xf numFmtId=\"200\"/></cellXfs></styleSheet>"
    ])
    let styles = DateStyles()
    #expect(throws: Never.self) { try ZipArchive(FileBytes(bytes), name: "s").parse("s.xml", styles) }
    #expect(styles.dateStyles == [isDate])
  }
}
