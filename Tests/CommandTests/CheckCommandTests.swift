import Foundation
import Testing

@Suite struct CheckCommandTests {
  @Test(
    "the example region has no problem, as CSV folder and as workbook",
    arguments: ["beispielregion", "beispielregion.xlsx", "musterland"])
  func examples(name: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("check", CommandRunner.data(name))
    #expect(outcome.status == 0 && outcome.text.hasSuffix("Keine Fehler gefunden.\n"), "\(outcome.text)\(outcome.talk)")
  }

  @Test("all problems at once, located, with exit 1; the same data stop other commands with exit 2 and no output")
  func problems() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("name\nUni Süd\nBibliothek\n", to: "netz/partners.csv")
    try runner.write("source,target,trust\nUniSüd,Bibliothek,7\nUni Süd,Theater,viel\n", to: "netz/ties.csv")
    let check = try runner.run("check", "netz", "--lang", "en")
    #expect(check.status == 1)
    let lines = check.text.split(separator: "\n").map(String.init)
    #expect(lines.contains("error: ties.csv:2: source: no partner \"UniSüd\" (did you mean \"Uni Süd\"?)"))
    #expect(lines.contains("error: ties.csv:3: target: no partner \"Theater\""))
    #expect(lines.contains { $0.hasPrefix("error: ties.csv:2: trust: ") })
    #expect(lines.contains { $0.hasPrefix("error: ties.csv:3: trust: ") })
    let map = try runner.run("map", "netz", "-o", "karte.svg")
    #expect(map.status == 2 && map.output.isEmpty && !runner.exists("karte.svg"))
    #expect(map.talk.contains("Fehler: ties.csv:2: source: kein Partner „UniSüd“ (meinten Sie „Uni Süd“?)"))
  }

  @Test("JSON has every problem with its place")
  func json() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("source,target\nA,A\nA,B\n", to: "ties.csv")
    let outcome = try runner.run("check", "ties.csv", "--format", "json", "--lang", "en")
    #expect(outcome.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: [[String: Any]]])
    let problem = try #require(object["problems"]?.first)
    #expect(problem["file"] as? String == "ties.csv" && problem["line"] as? Int == 2)
    #expect(problem["severity"] as? String == "warning" && problem["column"] as? String == "target")
    #expect(try runner.run("check", "ties.csv", "--strict").status == 1)
  }

  @Test(
    "what cannot be read is one clear message and exit 2",
    arguments: [
      ("gibtesnicht.csv", nil), ("leer.csv", ""), ("bild.png", "\u{89}PNG\r\n\u{1A}\n\u{0}\u{0}\u{0}"),
      ("text.csv", "Das ist ein Brief.\nEr hat zwei Zeilen.\n"),
    ] as [(String, String?)])
  func unreadable(name: String, content: String?) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    if let content { try runner.write(content, to: name) }
    let outcome = try runner.run("measure", name)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.talk.hasPrefix("Fehler: ") && outcome.talk.split(separator: "\n").count == 1, "\(outcome.talk)")
  }

  @Test("a folder without partners is an error")
  func noPartners() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("name\nPhase 1\n", to: "netz/phases.csv")
    let outcome = try runner.run("check", "netz")
    #expect(outcome.status == 2 || outcome.status == 1)
    #expect((outcome.talk + outcome.text).contains("Partner"))
  }

  @Test(
    "wrong usage is exit 64",
    arguments: [
      ["check"], ["messen", "x"], ["measure", "x", "--measure", "nähe"], ["measure", "x", "--top", "0"],
      ["map", "x", "-o", "karte.bmp"],
    ])
  func usage(arguments: [String]) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome =
      switch arguments.count {
      case 1: try runner.run(arguments[0])
      case 2: try runner.run(arguments[0], arguments[1])
      default: try runner.run(arguments[0], arguments[1], arguments[2], arguments[3])
      }
    #expect(outcome.status == 64 && outcome.output.isEmpty && !outcome.talk.isEmpty)
  }
}
