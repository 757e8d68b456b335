import NetworkModel
import Testing

@testable import NetworkReports

@Suite struct RenderingTests {
  @Test(
    "writes numbers as the language does",
    arguments: [
      (0.1234, 2, "0,12", "0.12"), (0.005, 2, "0,01", "0.01"), (-0.001, 2, "0,00", "0.00"), (-1.5, 0, "-2", "-2"),
      (1234.5, 1, "1234,5", "1234.5"), (1_234_567.891, 2, "1.234.567,89", "1,234,567.89"), (.nan, 2, "–", "–"),
    ] as [(Double, Int, String, String)])
  func numbers(value: Double, decimals: Int, german: String, english: String) {
    #expect(NumberText.fixed(value, decimals: decimals, in: .german) == german)
    #expect(NumberText.fixed(value, decimals: decimals, in: .english) == english)
  }

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
