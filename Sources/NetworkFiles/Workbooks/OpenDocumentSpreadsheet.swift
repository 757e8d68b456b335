import NetworkModel

/// An OpenDocument spreadsheet (.ods), as LibreOffice writes it.
///
/// - Reference: OASIS OpenDocument 1.3, part 3, chapter 9 (tables).
final class OpenDocumentSpreadsheet {
  struct Sheet {
    let name: String
    /// Position among the tables of the document.
    let position: Int
    let isHidden: Bool
  }

  let archive: ZipArchive
  let sheets: [Sheet]
  static let contentEntry = "content.xml"

  /// Whether a zip file says that it is a spreadsheet.
  static func isSpreadsheet(_ archive: ZipArchive) -> Bool {
    guard archive.contains("mimetype"), archive.contains(contentEntry) else { return false }
    var type: [UInt8] = []
    try? archive.read("mimetype") { piece in
      type += piece
      return type.count < 200
    }
    return String(decoding: type, as: UTF8.self).hasPrefix("application/vnd.oasis.opendocument.spreadsheet")
  }

  init(_ archive: ZipArchive) throws(UnreadableInput) {
    self.archive = archive
    let list = OpenDocumentSheetList()
    try archive.parse(Self.contentEntry, list)
    guard !list.isDone else {
      throw UnreadableInput(
        .fileTooLarge, at: Location(file: archive.name),
        Localized(
          en: "the file has more than \(OpenDocumentSheetList.mostSheets) sheets; keep those with the tables",
          de: "die Datei hat mehr als \(OpenDocumentSheetList.mostSheets) Blätter; behalten Sie die mit den Tabellen"))
    }
    sheets = list.names.enumerated().map { position, sheet in
      Sheet(name: sheet.name, position: position, isHidden: sheet.style.map(list.hiddenStyles.contains) ?? false)
    }
  }
}

/// One sheet of an OpenDocument spreadsheet, read row by row.
struct OpenDocumentSheet: TabularSource {
  let document: OpenDocumentSpreadsheet
  let info: OpenDocumentSpreadsheet.Sheet

  var file: String { document.archive.name }
  var sheet: String? { info.name }
  var sizeOnDisk: Int { document.archive.packedSize }
  var readsDecimalComma: Bool { true }
  var estimatedRowCount: Int { 0 }

  func forEachRow(_ body: (_ line: Int, _ cells: [Cell]) -> Bool) throws(UnreadableInput) -> [Problem] {
    var failure: UnreadableInput?
    withoutActuallyEscaping(body) { body in
      let handler = OpenDocumentRows(
        position: info.position, allowance: TextAllowance(SizeLimits(byteCount: sizeOnDisk)), body: body)
      do throws(UnreadableInput) {
        try document.archive.parse(OpenDocumentSpreadsheet.contentEntry, handler)
      } catch { failure = error }
      if handler.allowance.isExceeded {
        failure = handler.allowance.refusal(file, sheet: sheet, line: handler.line + 1)
      }
    }
    if let failure { throw failure }
    return []
  }
}

private final class OpenDocumentSheetList: XMLHandler {
  private(set) var names: [(name: String, style: String?)] = []
  private(set) var hiddenStyles: Set<String> = []
  private var style: String?
  private var depth = 0
  /// So many sheets, or styles of hidden ones, may stand in a document.
  static let mostSheets = 1000
  var isDone: Bool { names.count > Self.mostSheets || hiddenStyles.count > Self.mostSheets }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "table" {
      // Tables inside cells are no sheets.
      if depth == 0 { names.append((attributes.string("name") ?? "", attributes.string("style-name"))) }
      depth += 1
    } else if name == "style" {
      style = attributes.string("name")
    } else if name == "table-properties", let style, attributes.string("display") == "false" {
      hiddenStyles.insert(style)
    }
  }

  func end(_ name: XMLName) {
    if name == "table" { depth -= 1 }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Collects the cells of each row of one sheet and hands the row over.
private final class OpenDocumentRows: XMLHandler {
  private let position: Int
  private let body: (Int, [Cell]) -> Bool
  private var tableIndex = -1
  private var tableDepth = 0
  private(set) var line = 0
  private(set) var allowance: TextAllowance
  private var cells: [Cell] = []
  private var rowRepeats = 1
  private var cellRepeats = 1
  private var value: Cell?
  private var text: [UInt8] = []
  private var isCovered = false
  private var paragraphs = 0
  /// Inside a comment of a cell, whose text is not the cell's.
  private var noteDepth = 0
  private var takesText = false
  private(set) var isDone = false

  /// Repeated cells with a value beyond this are no table but an attack.
  private static let mostRepeats = 16_384

  init(position: Int, allowance: TextAllowance, body: @escaping (Int, [Cell]) -> Bool) {
    self.position = position
    self.allowance = allowance
    self.body = body
  }

  private var isHere: Bool { tableIndex == position && tableDepth == 1 }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "table" {
      if tableDepth == 0 { tableIndex += 1 }
      tableDepth += 1
      return
    }
    guard isHere else { return }
    if name == "table-row" {
      cells.removeAll(keepingCapacity: true)
      rowRepeats = repeats(attributes, "number-rows-repeated")
    } else if name == "table-cell" || name == "covered-table-cell" {
      startCell(attributes, isCovered: name == "covered-table-cell")
    } else if name == "annotation" {
      noteDepth += 1
    } else if noteDepth == 0, name == "p" {
      if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
      paragraphs += 1
      takesText = true
    } else if takesText, name == "s" {
      let count = attributes.string("c").flatMap(Int.init) ?? 1
      text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, min(count, 1000))))
    } else if takesText, name == "tab" || name == "line-break" {
      text.append(UInt8(ascii: name == "tab" ? "\t" : "\n"))
    }
  }

  private func repeats(_ attributes: XMLAttributes, _ name: StaticString) -> Int {
    max(1, attributes.string(name).flatMap(Int.init) ?? 1)
  }

  private func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    cellRepeats = repeats(attributes, "number-columns-repeated")
    self.isCovered = isCovered
    text.removeAll(keepingCapacity: true)
    paragraphs = 0
    value =
      switch attributes.string("value-type") {
      case "float", "percentage", "currency":
        attributes.string("value").flatMap(Double.init).flatMap { $0.isFinite ? .number($0) : nil }
      case "boolean": .boolean(attributes.string("boolean-value") == "true")
      case "date": attributes.string("date-value").flatMap(Self.day)
      case "string": attributes.string("string-value").map { Cell(trimming: $0) }
      default: nil
      }
  }

  private static func day(_ text: String) -> Cell? {
    guard let date = PartialDate(reading: text), let month = date.month, let day = date.day else { return nil }
    return .day(year: Int16(date.year), month: UInt8(month), day: UInt8(day))
  }

  func end(_ name: XMLName) {
    if name == "table" {
      tableDepth -= 1
      if tableDepth == 0, tableIndex == position { isDone = true }
      return
    }
    guard isHere else { return }
    if name == "table-row" {
      endRow()
    } else if name == "table-cell" || name == "covered-table-cell" {
      endCell()
    } else if name == "annotation" {
      noteDepth -= 1
    } else if name == "p", noteDepth == 0 {
      takesText = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard takesText else { return }
    text.append(contentsOf: bytes)
    if !allowance.allowsCell(text.count) { isDone = true }
  }

  private func endCell() {
    let cell = isCovered ? .empty : value ?? Cell(trimming: String(decoding: text, as: UTF8.self))
    // Empty cells at the end of a row are repeated to the edge of the sheet.
    let count = min(cellRepeats, ExcelSheet.columnLimit - cells.count)
    guard count > 0 else { return }
    cells.append(contentsOf: repeatElement(cell, count: cell.isEmpty ? count : min(count, Self.mostRepeats)))
    if !cell.isEmpty, !allowance.take(text.count) { isDone = true }
  }

  private func endRow() {
    while let last = cells.last, last.isEmpty { cells.removeLast() }
    let first = line + 1
    line = first.addingReportingOverflow(rowRepeats - 1).partialValue
    guard line >= first, line <= ExcelSheet.rowLimit else {
      // LibreOffice repeats the empty rows below a table to the last row there can be.
      if !cells.isEmpty, first <= ExcelSheet.rowLimit { _ = body(first, cells) }
      isDone = true
      return
    }
    guard !cells.isEmpty else { return }
    for number in first...line where !body(number, cells) {
      isDone = true
      return
    }
  }
}
