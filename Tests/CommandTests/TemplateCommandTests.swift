import Foundation
import Testing

@Suite struct TemplateCommandTests {
  @Test("list names the four templates, in every format")
  func list() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let json = try runner.run("template", "list", "--format", "json")
    let templates = try #require(try JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
    #expect(templates.map { $0["id"] as? String } == ["lernende-region", "leader-lag", "health-region", "musterland"])
    let csv = try runner.run("template", "list", "--format", "csv", "--lang", "en")
    #expect(csv.status == 0 && csv.text.split(whereSeparator: \.isNewline).count == 5)
  }

  @Test("show prints a template that serves as one's own")
  func show() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    #expect(try runner.run("template", "show", "lernende-region", "-o", "eigen.yaml").status == 0)
    #expect(try runner.run("check", CommandRunner.data("beispielregion"), "--template", "eigen.yaml").status == 0)
    #expect(try runner.run("template", "workbook", "eigen.yaml", "-o", "leer.xlsx").status == 0)
    #expect(runner.exists("leer.xlsx"))
  }

  @Test("an empty workbook, filled or not, is read; the same template gives the same bytes")
  func workbook() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let first = try runner.run("template", "workbook", "-o", "-")
    #expect(first.status == 0 && first.output.starts(with: Data("PK".utf8)))
    #expect(try runner.run("template", "workbook", "lernende-region", "-o", "-").output == first.output)
    try first.output.write(to: runner.folder.appending(path: "leer.xlsx"))
    let check = try runner.run("check", "leer.xlsx")
    #expect(check.status == 1 && check.text.contains("Partner"))
  }

  @Test(
    "wrong names and outputs are one message each",
    arguments: [
      (["show", "lernende-regio"], 2, "meinten Sie „lernende-region“?"),
      (["show", "gibtsnicht.yaml"], 2, "gibtsnicht"),
      (["workbook", "nix", "-o", "x.xlsx"], 2, "nix"), (["workbook", "-o", "fehlt/x.xlsx"], 2, "fehlt/x.xlsx"),
      (["workbook", "-o", "ordner"], 2, "das ist ein Ordner"), (["workbook"], 64, "--output"),
      (["workbok", "-o", "x.xlsx"], 64, "meinten Sie „workbook“?"), (["show"], 64, "name"),
    ] as [([String], Int32, String)])
  func wrong(arguments: [String], status: Int32, word: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try FileManager.default.createDirectory(
      at: runner.folder.appending(path: "ordner"), withIntermediateDirectories: true)
    let outcome = try runner.run(["template"] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty && outcome.talk.contains(word), "\(outcome.talk)")
    #expect(!runner.exists("x.xlsx"))
  }

  @Test(
    "a misspelt command names the nearest, in both languages; help of one that exists is help",
    arguments: [["mesure", "x"], ["help", "mesure"], ["mesure"]])
  func misspelt(arguments: [String]) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let german = try runner.run(arguments)
    #expect(german.status == 64 && german.output.isEmpty)
    #expect(
      german.talk.hasPrefix(
        "Fehler: es gibt keinen Befehl „mesure“ (meinten Sie „measure“?); die Befehle sind: check, "))
    let english = try runner.run(arguments, environment: ["LANG": "en_GB.UTF-8"])
    #expect(
      english.talk.hasPrefix("error: there is no command \"mesure\" (did you mean \"measure\"?); the commands are: "))
    for arguments in [["help", "measure"], ["--help"], ["help", "template", "show"], []] {
      #expect(try runner.run(arguments).status == 0)
    }
    let far = try runner.run("qqqq")
    #expect(far.status == 64 && !far.talk.contains("meinten"))
  }
}
