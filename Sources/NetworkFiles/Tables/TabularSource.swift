import NetworkModel

/// A table as it stands in a file: rows of cells, one after the other.
protocol TabularSource {
  /// The file's name as the user knows it.
  var file: String { get }
  /// The sheet, in a workbook.
  var sheet: String? { get }
  /// Whether `0,5` is a number here.
  var readsDecimalComma: Bool { get }

  /// The bytes that the file has on the disk, which limit what may stand in it.
  var sizeOnDisk: Int { get }

  /// About how many rows there are, to make room for them; 0 where nobody knows.
  var estimatedRowCount: Int { get }

  /// The first rows that are not empty, among which the headers are; line 0 where they stand in no row of their own.
  func headerCandidates() throws(UnreadableInput) -> [HeaderRow]

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
  var sizeOnDisk: Int { text.sizeOnDisk }
  var readsDecimalComma: Bool { start.separator != UInt8(ascii: ",") && start.separator != 0 }

  init(file: String, text: DecodedText) {
    self.file = file
    self.text = text
    start = text.withBytes { Separator.detect($0) }
  }

  /// From the length of the first rows; room that is not used costs nothing, growing costs copying.
  var estimatedRowCount: Int {
    text.withBytes { bytes in
      let sample = bytes.prefix(1 << 16)
      let lines = sample.count { $0 == UInt8(ascii: "\n") }
      return lines == 0 ? 0 : Int(Double(bytes.count) / Double(sample.count) * Double(lines) * 1.05)
    }
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
