import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct OpenDocumentTests {
  private func spreadsheet(_ tables: String, styles: String = "") -> [UInt8] {
    let names = ["office", "table", "text", "style"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    return StoredZip.bytes([
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml": """
      <?xml version="1.0"?><office:document-content \(names.joined(separator: " "))>\
      <office:automatic-styles>\(styles)</office:automatic-styles>\
      <office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
      """,
    ])
  }

  private func text(_ text: String) -> String {
    "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
  }

  @Test("more sheets than are looked at are an error, not left out")
  func manySheets() {
    let sheets = String(repeating: "<table:table table:name=\"x\"/>", count: 1001)
    #expect(throws: UnreadableInput.self) { try Dataset.read(bytes: spreadsheet(sheets), name: "a.ods") }
  }

  @Test("reads what LibreOffice writes")
  func cells() throws {
    let partners = """
      <table:table table:name="Partner"><table:table-column/><table:table-header-rows><table:table-row>\
      \(text("Name"))\(text("Stimmen"))\(text("seit"))\(text("öffentlich"))\(text("Notiz"))\
      <table:table-cell table:number-columns-repeated="16379"/></table:table-row></table:table-header-rows>\
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/>\
      </table:table-row>\
      <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>Bemerkung</text:p>\
      </office:annotation><text:p>Bü<text:span>cherei</text:span><text:s text:c="2"/>Nord</text:p></table:table-cell>\
      <table:table-cell office:value-type="float" office:value="2.5"><text:p>2,5</text:p></table:table-cell>\
      <table:table-cell office:value-type="date" office:date-value="2024-05-31"><text:p>31.05.24</text:p></table:table-cell>\
      <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>\
      <table:table-cell office:value-type="string"><text:p>eins</text:p><text:p>zwei</text:p></table:table-cell>\
      </table:table-row>\
      <table:table-row>\(text("B"))<table:table-cell table:number-columns-repeated="2"/>\
      <table:covered-table-cell/></table:table-row>\
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>\
      </table:table-row></table:table>
      """
    let hidden = """
      <table:table table:name="Listen" table:style-name="h"><table:table-row>\(text("x"))</table:table-row></table:table>
      """
    let ties = """
      <table:table table:name="Beziehungen"><table:table-row>\(text("Von"))\(text("Nach"))</table:table-row>\
      <table:table-row>\(text("B"))\(text("Bücherei  Nord"))</table:table-row></table:table>
      """
    let style = "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>"
    let bytes = spreadsheet(partners + hidden + ties, styles: style)
    let draft = try Dataset.read(bytes: bytes, name: "region.ods")
    #expect(draft.problems == [])
    #expect(draft.partners.map(\.name) == ["Bücherei  Nord", "B"])
    #expect(draft.partners.map(\.place.line) == [4, 5])
    #expect(draft.partners[0].votes == 2.5 && draft.partners[0].isPublicBody == true)
    #expect(draft.partners[0].membership.start == PartialDate(year: 2024, month: 5, day: 31))
    #expect(draft.partners[0].attributes.map(\.value) == ["eins\nzwei"])
    #expect(draft.ties.map(\.target) == ["Bücherei  Nord"])
  }

  @Test("survives spreadsheets cut off at any byte, and rows repeated without end")
  func hostile() throws {
    let table = """
      <table:table table:name="Partner"><table:table-row>\(text("Name"))</table:table-row>\
      <table:table-row table:number-rows-repeated="999999999999">\(text("A"))</table:table-row></table:table>
      """
    let bytes = spreadsheet(table)
    #expect(try Dataset.read(bytes: bytes, name: "a.ods").partners.count == 1)
    for length in stride(from: 0, to: bytes.count, by: 3) {
      RobustnessTests.read(Array(bytes.prefix(length)), "a.ods")
    }
  }
}
