import NetworkModel

/// What kind of file some bytes are.
enum FileFormat: Equatable {
  case empty
  case delimitedText
  case json
  /// A zip container, such as a workbook.
  case zip
  /// With what the file seems to be instead.
  case unknown(Localized?)

  /// Looks at the content first, at the extension second.
  static func recognise(_ file: FileBytes, name: String) -> FileFormat {
    let start = file.withBytes { Array($0.prefix(4096)) }
    if start.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }), file.count == start.count { return .empty }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if let known = signatures.first(where: { start.starts(with: $0.bytes) }) { return .unknown(known.hint) }
    let isUTF16 = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    if !isUTF16, start.contains(0) { return .unknown(nil) }
    // `{`, or `[{` and other lists; no table begins so.
    let visible = start.filter { $0 > 0x20 && !Self.byteOrderMark.contains($0) }.prefix(2)
    if visible.first == UInt8(ascii: "{") || visible.elementsEqual("[{".utf8) { return .json }
    if visible.first == UInt8(ascii: "["), name.lowercased().hasSuffix(".json") { return .json }
    return .delimitedText
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE]

  private static let signatures: [(bytes: [UInt8], hint: Localized)] = [
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      Localized(
        en: "this is an old Excel file (.xls); open it in Excel or LibreOffice and save it as .xlsx",
        de: "das ist eine alte Excel-Datei (.xls); öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als "
          + ".xlsx")
    ),
    (Array("%PDF".utf8), Localized(en: "this is a PDF", de: "das ist ein PDF")),
    ([0x89, 0x50, 0x4E, 0x47], Localized(en: "this is a picture", de: "das ist ein Bild")),
    ([0xFF, 0xD8, 0xFF], Localized(en: "this is a picture", de: "das ist ein Bild")),
  ]

  static func emptyFile(_ name: String) -> UnreadableInput {
    UnreadableInput(
      .fileEmpty, at: Location(file: name),
      Localized(
        en: "the file is empty; write a table with headers, for example name and sector",
        de: "die Datei ist leer; schreiben Sie eine Tabelle mit Überschriften, zum Beispiel Name und Sektor"))
  }

  static func unknownFormat(_ name: String, hint: Localized?) -> UnreadableInput {
    let read = Localized(
      en: "CSV, Excel (.xlsx), OpenDocument (.ods), JSON and the formats of other network programs",
      de: "CSV, Excel (.xlsx), OpenDocument (.ods), JSON und die Formate anderer Netzwerkprogramme")
    return UnreadableInput(
      .unknownFormat, at: Location(file: name),
      hint.map {
        Localized(
          en: "\($0.english); regionet reads \(read.english)", de: "\($0.german); regionet liest \(read.german)")
      }
        ?? Localized(
          en: "unknown format; regionet reads \(read.english)", de: "unbekanntes Format; regionet liest \(read.german)")
    )
  }
}

extension String {
  /// Without `.gz` and the extensions of tables.
  var withoutTableExtension: String {
    var name = self
    for ending in [".gz", ".csv", ".tsv", ".txt", ".tab"] where name.lowercased().hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    return name
  }
}
