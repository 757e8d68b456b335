import Testing

@testable import NetworkFiles

@Suite struct CSVReaderTests {
  static func rows(_ text: String, separator: Character = ",") -> (rows: [[String]], lines: [Int], openQuote: Int?) {
    var rows: [[String]] = []
    var lines: [Int] = []
    var bytes = Array(text.utf8)
    let open = bytes.withUnsafeMutableBufferPointer { buffer -> Int? in
      var reader = CSVReader(UnsafeBufferPointer(buffer), separator: separator.asciiValue!)
      var cells: [Cell] = []
      while let line = reader.next(into: &cells) {
        rows.append(cells.map { $0.text ?? "" })
        lines.append(line)
      }
      return reader.unterminatedQuoteLine
    }
    return (rows, lines, open)
  }

  @Test(
    "reads what spreadsheets write",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,", [["a", "b"], ["1", ""]]),
      ("a,b\n,\n", [["a", "b"], ["", ""]]),
      ("a,b,\n1,2,\n", [["a", "b", ""], ["1", "2", ""]]),
      ("a\n\nb", [["a"], [""], ["b"]]),
      ("\"a,1\",\"b \"\"x\"\" c\"\n", [["a,1", "b \"x\" c"]]),
      ("\"two\nlines\",z", [["two\nlines", "z"]]),
      ("5\" disk,6\"\n", [["5\" disk", "6\""]]),
      ("\"a\"b,c", [["ab", "c"]]),
      (" \"a, b\" , c ", [["a, b", "c"]]),
      ("\"\",\"\"\"\"", [["", "\""]]),
      ("a,\u{301}b", [["a", "\u{301}b"]]),
      ("-,– , a-", [["", "", "a-"]]),
      ("", []),
      (",", [["", ""]]),
    ])
  func rows(text: String, expected: [[String]]) {
    #expect(Self.rows(text).rows == expected)
  }

  @Test("counts the lines of the file, also inside quotes and with every line end")
  func lines() {
    let read = Self.rows("a,b\r\n\"1\r\n2\",x\r\n\r\ny,z\n\"p\rq\",r\rs,t")
    #expect(read.lines == [1, 2, 4, 5, 6, 8])
  }

  @Test("says in which line a quote was opened that nobody closed")
  func openQuote() {
    #expect(Self.rows("a,b\n1,2\n3,\"x\ny,z\n").openQuote == 3)
    #expect(Self.rows("a,b\n1,\"2\"").openQuote == nil)
  }

  @Test(
    "finds the separator",
    arguments: [
      ("a,b\n1,2", ","), ("a;b\n1,5;2", ";"), ("a\tb\n1;2\t3", "\t"), ("Von;Nach\nKammer, Wien;Schule, Graz\nA;B", ";"),
      ("name;\"x, y\"\n1;2", ";"), ("Partner 2024\nname;sector\nA;B\nC;D\nE;F", ";"), ("sep=;\na;b", ";"),
      ("\"a;b\",c\n1,2", ","),
    ])
  func separator(text: String, expected: String) {
    var bytes = Array(text.utf8)
    let found = bytes.withUnsafeMutableBufferPointer { Separator.detect(UnsafeBufferPointer($0)).separator }
    #expect(found == expected.utf8.first)
  }

  @Test("takes a list of names with commas for one column")
  func oneColumn() {
    var bytes = Array("name\nKammer, Wien\nSchule\nA, B, C\n".utf8)
    #expect(bytes.withUnsafeMutableBufferPointer { Separator.detect(UnsafeBufferPointer($0)).separator } == 0)
  }
}
