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

  @Test("on a terminal names are short, and headers broken where they are wider than their numbers")
  func narrow() {
    let table = ReportTable(
      title: "",
      columns: [
        .init(key: "name", header: "Partner", isNumeric: false),
        .init(key: "share", header: "Vermitt\u{AD}lung", isNumeric: true),
        .init(key: "sum", header: "Trust in, sum", isNumeric: true),
        .init(key: "sector", header: "Sektor", isNumeric: false),
      ],
      rows: [
        [
          .name("Volkshochschule Holunderviertel", short: "VHS Holunder"), .number(0.063, decimals: 3), .integer(35),
          .text("Erwachsenenbildung"),
        ],
        [.name("Stadtbücherei", short: nil), .integer(0), .none, .text("Bibliotheken")],
      ])
    #expect(
      table.terminalText(in: .german, width: 45) == """
                                 Trust
                       Vermitt-    in,
        Partner            lung    sum  Sektor
        ─────────────  ────────  ─────  ─────────────
        VHS Holunder      0,063     35  Erwachsenenb…
        Stadtbücherei         0      –  Bibliotheken

        """)
    let wide = table.terminalText(in: .german, width: 80).split(separator: "\n")
    #expect(
      wide[0].hasPrefix("Partner        Vermittlung  Trust in, sum  Sektor") && wide[2].hasPrefix("VHS Holunder "))
    #expect(table.terminalText(in: .german, width: nil).contains("Volkshochschule Holunderviertel"))
    #expect(table.csvText().contains("Volkshochschule Holunderviertel"))
  }

  @Test("names give less room than other texts", arguments: [(46, 20, 20), (40, 20, 14), (36, 20, 10), (32, 16, 10)])
  func roomForNames(width: Int, name: Int, sector: Int) {
    let long = String(repeating: "x", count: 30)
    let table = ReportTable(
      title: "",
      columns: [
        .init(key: "name", header: "Partner", isNumeric: false), .init(key: "degree", header: "n", isNumeric: true),
        .init(key: "sector", header: "Sektor", isNumeric: false),
      ], rows: [[.name(long, short: nil), .integer(12), .text(long)]])
    let line = table.terminalText(in: .german, width: width).split(separator: "\n")[1]
    #expect(line.split(separator: " ").map(\.count) == [name, 2, sector])
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
