import NetworkModel
import Testing

@testable import NetworkReports

@Suite struct RenderingTests {
  private let table = ReportTable(
    title: "",
    columns: [
      .init(key: "name", header: "Partner", isNumeric: false), .init(key: "degree", header: "Grad", isNumeric: true),
    ],
    rows: [
      [.text("Öffentliche Bücherei, \"Stadt\""), .integer(12)], [.text("=1+1"), .none],
      [.text("日本\u{1B}[31m"), .integer(3)],
    ])

  @Test("a terminal table fits its width, counts wide characters as two and lets no escape sequence through")
  func terminal() {
    let lines = table.terminalText(in: .german, width: 20).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "Partner         Grad", "──────────────  ────", "Öffentliche B…    12", "=1+1               –",
        "日本 [31m          3",
      ])
    #expect(lines.allSatisfy { $0.displayWidth <= 20 })
  }

  @Test("CSV quotes what must be quoted and starts no formula")
  func csv() {
    #expect(
      table.csvText() == "name,degree\r\n\"Öffentliche Bücherei, \"\"Stadt\"\"\",12\r\n'=1+1,\r\n日本\u{1B}[31m,3\r\n")
  }

  @Test("breaks lines at blanks")
  func wrapping() {
    #expect("eins zwei drei".wrapped(to: 9) == ["eins zwei", "drei"])
  }
}
