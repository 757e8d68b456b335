import NetworkModel

/// A table as it stands in a file: rows of cells, one after the other.
protocol TabularSource {
  /// The file's name as the user knows it.
  var file: String { get }
  /// The sheet, in a workbook.
  var sheet: String? { get }
  /// Whether `0,5` is a number here.
  var readsDecimalComma: Bool { get }

  /// Hands over each row with its line; stops when the closure returns false.
  ///
  /// - Returns: what is wrong with the form of the file, such as a quote that is never closed.
  func forEachRow(_ body: (_ line: Int, _ cells: [Cell]) -> Bool) throws(UnreadableInput) -> [Problem]
}

/// Delimited text.
struct DelimitedText: TabularSource {
  let file: String
  let text: DecodedText
  let start: Separator.Found

  var sheet: String? { nil }
  var readsDecimalComma: Bool { start.separator != UInt8(ascii: ",") && start.separator != 0 }

  init(file: String, text: DecodedText) {
    self.file = file
    self.text = text
    start = text.withBytes { Separator.detect($0) }
  }

  func forEachRow(_ body: (_ line: Int, _ cells: [Cell]) -> Bool) throws(UnreadableInput) -> [Problem] {
    text.withBytes { bytes in
      var reader = CSVReader(bytes, separator: start.separator, position: start.position, line: start.line)
      var cells: [Cell] = []
      while let line = reader.next(into: &cells) {
        if let open = reader.unterminatedQuoteLine {
          let problem = Problem(
            .unterminatedQuote, at: Location(file: file, line: open),
            Localized(
              en: "a quotation mark opens in this line and is never closed; the rest of the file was not read",
              de: "in dieser Zeile beginnt ein Anführungszeichen, das nie endet; der Rest der Datei wurde nicht gelesen"
            ))
          return [problem]
        }
        if !body(line, cells) { break }
      }
      return []
    }
  }
}
