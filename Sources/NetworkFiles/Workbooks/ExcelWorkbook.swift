import NetworkModel

/// An Excel workbook (.xlsx): its sheets and what they share.
///
/// - Reference: ECMA-376, Office Open XML File Formats, part 1, chapter 18 (SpreadsheetML).
final class ExcelWorkbook {
  struct Sheet {
    let name: String
    let isHidden: Bool
    /// The entry of the zip file.
    let entry: String
  }

  let archive: ZipArchive
  let sheets: [Sheet]
  let strings: [String]
  /// For each cell style whether it shows numbers as dates.
  let dateStyles: [Bool]
  /// Whether day 0 is 1 January 1904, as on old Macs, and not 30 December 1899.
  let countsFrom1904: Bool
  /// Merged cells by the entry of their sheet, once they have been looked for.
  var mergedColumns: [String: [MergedColumn]] = [:]

  private static let workbookPart = "xl/workbook.xml"
  /// What the parts may unpack to that are no tables: lists of sheets, relations and styles.
  fileprivate static let largestSmallPart = 16 << 20

  static func isWorkbook(_ archive: ZipArchive) -> Bool {
    archive.contains(workbookPart) || archive.contains("xl/workbook2.xml")
      || archive.entryNames.contains { $0.hasPrefix("xl/worksheets/") }
  }

  init(_ archive: ZipArchive) throws(UnreadableInput) {
    self.archive = archive
    let main = try Relations.read(archive, "_rels/.rels", folder: "").first { $0.kind == "officeDocument" }?.target
    let workbookEntry = main ?? Self.workbookPart
    guard archive.contains(workbookEntry) else { throw ZipArchive.damaged(archive.name) }
    let folder = workbookEntry.folderName
    let relations = try Relations.read(
      archive, folder + "_rels/" + workbookEntry.fileName + ".rels", folder: folder)
    let list = SheetList()
    try archive.parse(workbookEntry, limit: Self.largestSmallPart, list)
    countsFrom1904 = list.countsFrom1904
    sheets = list.sheets.compactMap { sheet in
      guard let relation = relations.first(where: { $0.id == sheet.relation }), relation.kind == "worksheet",
        archive.contains(relation.target)
      else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, entry: relation.target)
    }
    let styles = DateStyles()
    if let entry = relations.first(where: { $0.kind == "styles" })?.target, archive.contains(entry) {
      try archive.parse(entry, limit: Self.largestSmallPart, styles)
    }
    dateStyles = styles.dateStyles
    let strings = SharedStrings()
    if let entry = relations.first(where: { $0.kind == "sharedStrings" })?.target, archive.contains(entry) {
      // All of them stay in memory.
      try archive.parse(entry, limit: 64 << 20 + 8 * archive.packedSize, strings)
    }
    self.strings = strings.strings
  }
}

/// A part that another part points to.
private struct Relation {
  let id: String
  /// The last word of the relation's type: `worksheet`, `styles`, `sharedStrings`.
  let kind: String
  let target: String
}

private final class Relations: XMLHandler {
  private let folder: String
  private var relations: [Relation] = []
  var isDone: Bool { false }

  private init(folder: String) { self.folder = folder }

  static func read(_ archive: ZipArchive, _ entry: String, folder: String) throws(UnreadableInput) -> [Relation] {
    guard archive.contains(entry) else { return [] }
    let handler = Relations(folder: folder)
    try archive.parse(entry, limit: ExcelWorkbook.largestSmallPart, handler)
    return handler.relations
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes.string("Id"), let type = attributes.string("Type"),
      let target = attributes.string("Target")
    else { return }
    relations.append(Relation(id: id, kind: type.fileName, target: resolve(target)))
  }

  /// The entry a target names: from the root, or from the folder of the part that points.
  private func resolve(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class SheetList: XMLHandler {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var countsFrom1904 = false
  var isDone: Bool { false }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", let title = attributes.string("name"), let relation = attributes.string("id") {
      let state = attributes.string("state")
      sheets.append((title, relation, state == "hidden" || state == "veryHidden"))
    } else if name == "workbookPr", let epoch = attributes.string("date1904") {
      countsFrom1904 = epoch == "1" || epoch == "true" || epoch == "on"
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Which cell styles show dates.
final class DateStyles: XMLHandler {
  private var customDates: [Int: Bool] = [:]
  private var isInCellFormats = false
  private(set) var dateStyles: [Bool] = []
  var isDone: Bool { false }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes.string("numFmtId").flatMap(Int.init),
      let code = attributes.string("formatCode")
    {
      customDates[id] = Self.showsDate(code)
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      let id = attributes.string("numFmtId").flatMap(Int.init) ?? 0
      // Formats 14 ... 17 and 22 are dates; 18 ... 21 are times; 27 ... 36 and 50 ... 58 are dates in East Asia.
      dateStyles.append(
        customDates[id] ?? ((14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)))
    }
  }

  func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Whether a format code has days, months or years outside of quotes and brackets (`[Red]`, `"Tag"`, `\d`).
  static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    var hasMonth = false
    for letter in code.lowercased().unicodeScalars {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch letter {
      case "\"": isQuoted.toggle()
      case "\\", "_", "*": isEscaped = !isQuoted
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      // T and J are day and year in German format codes.
      case "d", "y", "t", "j": if !isQuoted && !isBracketed { return true }
      case "m": if !isQuoted && !isBracketed { hasMonth = true }
      // With hours or seconds, m are minutes.
      case "h", "s": if !isQuoted && !isBracketed { return false }
      case ";" where !isQuoted: return hasMonth
      default: break
      }
    }
    return hasMonth
  }
}

/// The texts that cells share, rich ones put together, without the readings of East Asian letters.
private final class SharedStrings: XMLHandler {
  private(set) var strings: [String] = []
  private var current: [UInt8] = []
  private var isText = false
  private var isReading = false
  var isDone: Bool { false }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "si" {
      current.removeAll(keepingCapacity: true)
    } else if name == "rPh" {
      isReading = true
    } else if name == "t" {
      isText = !isReading
    }
  }

  func end(_ name: XMLName) {
    if name == "si" {
      // Trimmed once, not in each cell that shows the text.
      strings.append(String(decoding: current, as: UTF8.self).withoutExcelEscapes.trimmed)
    } else if name == "rPh" {
      isReading = false
    } else if name == "t" {
      isText = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText { current.append(contentsOf: bytes) }
  }
}

extension String {
  /// The part of a path before the file's name, with the slash.
  var folderName: String { String(dropLast(fileName.count)) }

  /// Excel writes control characters as `_x000D_`.
  var withoutExcelEscapes: String {
    guard utf8.count >= 7, utf8.contains(UInt8(ascii: "_")) else { return self }
    var result = String.UnicodeScalarView()
    var rest = Substring(self).unicodeScalars
    while let first = rest.first {
      let escape = rest.prefix(7)
      if first == "_", escape.count == 7, escape.last == "_", escape.dropFirst().first == "x",
        let code = UInt32(String(String.UnicodeScalarView(escape.dropFirst(2).prefix(4))), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}
