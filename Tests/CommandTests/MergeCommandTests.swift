import Foundation
import Testing

/// Partners that stand twice: reported by `check`, merged by a table `same` or by `convert --merge-duplicates`.
@Suite struct MergeCommandTests {
  private func fill(_ runner: CommandRunner) throws {
    try runner.write(
      "ID;Name;Sektor\n1;Bodensee-Stiftung;Umwelt\n2;bodensee  Stiftung;Kultur\n3;VHS Krems;\n4;Volkshochschule Krems;\n",
      to: "netz/Partner.csv")
    try runner.write("Von;Nach;Stärke\n1;3;4\n2;3;2\n2;4;1\n", to: "netz/Beziehungen.csv")
  }

  @Test("check says how to merge in both ways, in both languages")
  func advice() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try fill(runner)
    let german = try runner.run("check", "netz")
    #expect(german.text.contains("1 mit demselben Namen führt zusammen: regionet convert netz NEU --merge-duplicates"))
    #expect(german.text.contains("regionet check netz --suggest-same Gleiche.csv"))
    let english = try runner.run("check", "netz", "--lang", "en")
    #expect(english.text.contains("1 with the same name is merged by: regionet convert netz NEW --merge-duplicates"))
    #expect(english.text.contains("regionet check netz --suggest-same same.csv"))
    // The report for programs stays JSON; the advice is talk.
    let json = try runner.run("check", "netz", "--format", "json")
    _ = try JSONSerialization.jsonObject(with: json.output)
    #expect(json.talk.contains("--merge-duplicates"))
    let musterland = try runner.run("check", CommandRunner.data("musterland"))
    #expect(!musterland.text.contains("--merge-duplicates"))
  }

  @Test("convert --merge-duplicates merges those of one name, not those that are merely alike, and lists them")
  func merge() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try fill(runner)
    let outcome = try runner.run("convert", "netz", "neu", "--merge-duplicates")
    #expect(outcome.status == 0)
    #expect(
      outcome.talk.contains(
        "zusammengeführt: „bodensee  Stiftung“ (2, Partner.csv:3) mit „Bodensee-Stiftung“ (1, Partner.csv:2)\n"))
    #expect(outcome.talk.contains("Stärke 4 und 2, davon gilt das Mittel"))
    let partners = String(decoding: try runner.read("neu/Partner.csv"), as: UTF8.self)
    #expect(
      partners
        == "\u{FEFF}ID;Name;Sektor\n1;Bodensee-Stiftung;\"environment; culture\"\n3;VHS Krems;\n4;Volkshochschule Krems;\n"
    )
    let ties = String(decoding: try runner.read("neu/Beziehungen.csv"), as: UTF8.self)
    #expect(ties == "\u{FEFF}Von;Nach;Stärke\n1;3;3\n1;4;1\n")
    let unasked = try runner.run("convert", "netz", "alt")
    #expect(unasked.status == 0 && !unasked.talk.contains("zusammengeführt"))
    #expect(try String(decoding: runner.read("alt/Partner.csv"), as: UTF8.self).contains("bodensee  Stiftung"))
  }

  @Test("the draft of the table same, laid among the data, merges for every command", arguments: ["Gleiche", "same"])
  func table(name: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try fill(runner)
    let suggest = try runner.run(
      "check", "netz", "--suggest-same", "netz/\(name).csv", "--lang", name == "same" ? "en" : "de")
    #expect(suggest.status == 0)
    let check = try runner.run("check", "netz")
    #expect(
      check.text.contains("2 Partner, 1 Beziehung.") && !check.text.contains("--merge-duplicates"), "\(check.text)")
    #expect(check.talk.contains("zusammengeführt: „Volkshochschule Krems“ (4, Partner.csv:5) mit „VHS Krems“ (3, "))
    #expect(check.talk.contains(", nach \(name).csv:"))
    let measure = try runner.run("measure", "netz", "--format", "csv")
    #expect(measure.status == 0 && measure.text.split(whereSeparator: \.isNewline).count == 3)
    #expect(measure.talk.hasPrefix("2 Partner mit anderen zusammengeführt; welche, zeigt: regionet check netz\n"))
  }

  @Test("the draft has no row that follows from those above")
  func noRowTwice() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let names = ["Hochschule Musterstadt", "Hochschule Musterstatd", "Hochschule Muserstadt", "Musikverein"]
    try runner.write("Name\n" + names.map { $0 + "\n" }.joined(), to: "netz/Partner.csv")
    #expect(try runner.run("check", "netz", "--suggest-same", "draft.csv").status == 0)
    let lines = try String(decoding: runner.read("draft.csv"), as: UTF8.self).split(whereSeparator: \.isNewline)
    // Three names for one: two rows join them.
    #expect(lines.count == 3 && lines.dropFirst().allSatisfy { $0.hasPrefix("Hochschule") })
  }

  @Test("a list in JSON does the same, and same: in columns.yaml for a foreign table")
  func otherPlaces() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    // A dataset in JSON, with the table as a list.
    try runner.write(
      """
      {"nodes": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}, {"id": 3, "name": "C"}],
       "links": [{"source": 1, "target": 3}, {"source": 2, "target": 3}], "same": [{"name": 2, "same_as": 1}]}
      """, to: "netz.json")
    #expect(try runner.run("check", "netz.json").text.contains("2 Partner, 2 Beziehungen"))
    try runner.write("Wer,Mit\nA,B\nA2,C\n", to: "fremd/liste.csv")
    try runner.write(
      "ties: {table: liste, columns: {source: Wer, target: Mit}}\nsame: {A2: A}\n", to: "spalten.yaml")
    let mapped = try runner.run("check", "fremd/liste.csv", "--columns", "spalten.yaml")
    #expect(mapped.status == 0 && mapped.text.contains("3 Partner, 2 Beziehungen"), "\(mapped.text)\(mapped.talk)")
    #expect(mapped.talk.contains(", nach spalten.yaml:2"))
  }

  @Test("what is read is never written over, and a draft never replaces a file")
  func replacing() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let partners = "name,contact\nVHS,a@b.example\n"
    try runner.write(partners, to: "netz/partners.csv")
    try runner.write("name,same_as\n", to: "netz/same.csv")
    for arguments in [
      ["convert", "netz", "netz", "--audience", "public"], ["measure", "netz", "-o", "netz/partners.csv"],
      ["check", "netz", "--suggest-same", "netz/same.csv"], ["map", "netz", "-o", "netz/../netz/partners.csv"],
    ] {
      let outcome = try runner.run(arguments)
      #expect(outcome.status == 64, "\(arguments)")
    }
    #expect(try String(decoding: runner.read("netz/partners.csv"), as: UTF8.self) == partners)
    #expect(try String(decoding: runner.read("netz/same.csv"), as: UTF8.self) == "name,same_as\n")
  }
}
