import NetworkModel

#if canImport(Glibc)
  import Glibc
#endif

/// The entry of libFuzzer; `Scripts/fuzz` builds it together with NetworkFiles. REGIONET_FUZZ names the reader.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  guard let draft = FuzzedReader.chosen(bytes) else { return 0 }
  let review = Network.review(draft)
  guard let network = review.network, network.partners.count < 200, network.ties.count < 400 else { return 0 }
  // What was read can be written and read again.
  let format = FuzzedReader.writers[count % FuzzedReader.writers.count]
  guard let output = Interchange.write(network, as: format) else { return 0 }
  if let again = try? Dataset.read(bytes: output.bytes, name: "again.\(format)") { _ = Network.review(again) }
  return 0
}

private enum FuzzedReader {
  static let writers = ["graphml", "gexf", "gml", "net", "dot", "dl", "edgelist", "kumu.json", "cyjs"]

  nonisolated(unsafe) static let chosen: ([UInt8]) -> NetworkDraft? = {
    let name = getenv("REGIONET_FUZZ").map { String(cString: $0) } ?? "graphml"
    let formats: [String: any InterchangeFormat.Type] = [
      "graphml": GraphMLFormat.self, "gexf": GEXFFormat.self, "gml": GMLFormat.self, "pajek": PajekFormat.self,
      "dl": DLFormat.self, "dot": DOTFormat.self, "edgelist": EdgeListFormat.self, "sif": SIFFormat.self,
      "lgl": LGLFormat.self, "mtx": MatrixMarketFormat.self, "metis": METISFormat.self,
      "matrix": AdjacencyMatrixFormat.self, "kumu": KumuFormat.self, "cytoscape": CytoscapeFormat.self,
    ]
    if let format = formats[name] { return { format.read($0, file: "fuzz") } }
    // The seeds decide what these begin with: node-link data; tables; archives as they lie on the disk.
    let files = [
      "nodelink": "fuzz.json", "csv": "fuzz.csv", "xlsx-archive": "fuzz.xlsx", "ods-archive": "fuzz.ods",
      "gzip": "fuzz.csv.gz",
    ]
    if let file = files[name] { return { try? Dataset.read(bytes: $0, name: file) } }
    switch name {
    case "ucinet": return ucinet
    case "xlsx": return workbook
    case "ods": return spreadsheet
    case "folder": return folder
    case "columns": return columns
    case "template": return template
    case "headers": return headers
    default: fatalError("there is no reader \(name)")
    }
  }()

  /// The first byte says how long the header is.
  private static func ucinet(_ bytes: [UInt8]) -> NetworkDraft? {
    let cut = bytes.first.map { min(Int($0), bytes.count - 1) } ?? 0
    return UCINETFormat.read(
      header: Array(bytes.dropFirst().prefix(cut)), data: Array(bytes.dropFirst(cut + 1)), file: "fuzz")
  }

  /// The parts of an input, each behind a line `@name`; what comes before the first is the part without a name.
  private static func parts(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var parts: [(name: String, bytes: [UInt8])] = [("", [])]
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line.first == UInt8(ascii: "@") {
        parts.append((String(decoding: line.dropFirst(), as: UTF8.self), []))
      } else {
        parts[parts.count - 1].bytes += line + [10]
      }
    }
    return parts
  }

  /// Sheets, shared strings and styles, put into a container whose checksums are right.
  private static func workbook(_ bytes: [UInt8]) -> NetworkDraft? {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var texts: [String: String] = [:]
    for part in parts(bytes) { texts[part.name] = String(decoding: part.bytes, as: UTF8.self) }
    let relations = [
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"),
      ("rId3", "styles", "styles.xml"), ("rId4", "sharedStrings", "sharedStrings.xml"),
    ]
    .map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }.joined()
    let book =
      texts["workbook"] ?? """
        <workbook xmlns:r="\(office)"><sheets><sheet name="Partner" r:id="rId1"/><sheet name="Beziehungen" r:id="rId2"/>\
        </sheets></workbook>
        """
    let container = StoredZip.bytes([
      "_rels/.rels":
        "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml": book,
      "xl/_rels/workbook.xml.rels": texts["relations"] ?? "<Relationships>\(relations)</Relationships>",
      "xl/worksheets/sheet1.xml": texts["sheet1"] ?? texts[""] ?? "",
      "xl/worksheets/sheet2.xml": texts["sheet2"] ?? "<worksheet/>",
      "xl/styles.xml": texts["styles"] ?? "<styleSheet/>",
      "xl/sharedStrings.xml": texts["strings"] ?? "<sst/>",
    ])
    return try? Dataset.read(bytes: container, name: "fuzz.xlsx")
  }

  private static func spreadsheet(_ bytes: [UInt8]) -> NetworkDraft? {
    let container = StoredZip.bytes([
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml": String(decoding: bytes, as: UTF8.self),
    ])
    return try? Dataset.read(bytes: container, name: "fuzz.ods")
  }

  private static func collection(_ files: [(name: String, bytes: [UInt8])]) -> TableCollection {
    TableCollection(
      name: "fuzz", kind: .folder,
      entries: files.map { file in
        TableCollection.Entry(name: file.name, title: file.name.withoutTableExtension) { () throws(UnreadableInput) in
          DelimitedText(file: file.name, text: DecodedText(FileBytes(file.bytes)))
        }
      })
  }

  /// A folder of tables, `@ties.csv` and the rest, perhaps with `@columns.yaml`.
  private static func folder(_ bytes: [UInt8]) -> NetworkDraft? {
    let files = parts(bytes).filter { !$0.name.isEmpty }
    let mapping = files.first { $0.name == "columns.yaml" }
      .flatMap { try? ColumnsFile(FileBytes($0.bytes), file: "columns.yaml") }
    return try? collection(files.filter { $0.name != "columns.yaml" }).read(columns: mapping, language: nil)
  }

  /// A mapping, and behind `@tables` what it maps.
  private static func columns(_ bytes: [UInt8]) -> NetworkDraft? {
    let all = parts(bytes)
    guard let mapping = try? ColumnsFile(FileBytes(all[0].bytes), file: "columns.yaml") else { return nil }
    return try? collection(Array(all.dropFirst())).read(columns: mapping, language: .german)
  }

  private static func template(_ bytes: [UInt8]) -> NetworkDraft? {
    guard let template = try? TemplateReading.read(FileBytes(bytes), file: "fuzz.yaml") else { return nil }
    var draft = NetworkDraft()
    for (line, sector) in template.sectors.enumerated() {
      var row = PartnerRow(place: RowPlace(table: 0, line: line + 2), name: "p\(line)")
      row.sectors = [sector.name.german, sector.name.english] + sector.synonyms
      draft.partners.append(row)
    }
    return Network.review(draft, template: template).network == nil ? nil : draft
  }

  /// Each line is a row of headers for every table, and each header a number, a date and a fixed word.
  private static func headers(_ bytes: [UInt8]) -> NetworkDraft? {
    let text = DecodedText(FileBytes(bytes)).withBytes { String(decoding: $0, as: UTF8.self) }
    for line in text.split(separator: "\n").prefix(8) {
      let headers = line.split(separator: ",", omittingEmptySubsequences: false).prefix(40).map(String.init)
      _ = RecognisedHeader.guessTable(headers)
      for table in Table.allCases {
        let header = RecognisedHeader(table: table, headers: headers)
        _ = header.problems(at: Location(file: "fuzz"))
      }
      for header in headers {
        _ = Table.recognise(header)
        _ = SettingKey(header)
        _ = PartialDate(reading: header)
        _ = NumberReading(readsDecimalComma: true, language: nil).read(header)
        _ = NumberReading(readsDecimalComma: false, language: .german).read(header)
        _ = Words.yesNo.value(of: header)
        _ = header.listItems
        _ = Cell(trimming: header).text
      }
    }
    return nil
  }
}
