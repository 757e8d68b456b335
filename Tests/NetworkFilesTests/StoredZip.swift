/// A zip file without compression, put together by hand, so that tests can hold workbooks that no program here writes.
enum StoredZip {
  static func bytes(_ entries: KeyValuePairs<String, String>) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in entries {
      let data = Array(text.utf8)
      let sizes = little(checksum(data), 4) + little(UInt32(data.count), 4) + little(UInt32(data.count), 4)
      let names = little(UInt32(name.utf8.count), 2) + little(0, 2)
      let common = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + sizes + names
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
        + little(UInt32(body.count), 4) + Array(name.utf8)
      body += little(0x0403_4B50, 4) + common + Array(name.utf8) + data
    }
    let count = little(UInt32(entries.count), 2)
    return body + directory + little(0x0605_4B50, 4) + little(0, 4) + count + count
      + little(UInt32(directory.count), 4) + little(UInt32(body.count), 4) + little(0, 2)
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  /// CRC-32 as zip files have it.
  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

/// An Excel workbook from the XML of its sheets, with everything Excel itself writes around them.
enum TestWorkbook {
  static func bytes(
    sheets: [(name: String, state: String, xml: String)], strings: String = "", date1904: Bool = false
  ) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
    }.joined()
    let relations = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }.joined()
    let styles = """
      <styleSheet xmlns="\(main)"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/>\
      <numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>\
      </styleSheet>
      """
    // A literal of fixed length, so that the entries stay in order.
    let parts = sheets.map(\.xml) + ["", ""]
    return StoredZip.bytes([
      "_rels/.rels":
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml":
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\"\(date1904)\"/><sheets>\(list)</sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships xmlns=\"\(package)\">\(relations)<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>",
      "xl/styles.xml": styles,
      "xl/sharedStrings.xml": "<sst xmlns=\"\(main)\">\(strings)</sst>",
      "xl/worksheets/sheet1.xml": parts[0],
      "xl/worksheets/sheet2.xml": parts[1],
      "xl/worksheets/sheet3.xml": parts[2],
    ])
  }

  static func sheet(_ rows: String, after: String = "") -> String {
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
  }

  /// A row of texts from column A on.
  static func row(_ number: Int, _ texts: [String]) -> String {
    let cells = texts.enumerated().map { index, text in
      let column = String(UnicodeScalar(UInt8(65 + index)))
      return "<c r=\"\(column)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }
}
