import Foundation
import Testing

@Suite struct DecisionCommandTests {
  private let runner: CommandRunner
  private let musterland = CommandRunner.data("musterland")

  init() throws { runner = try CommandRunner() }

  @Test("gaps tells what is missing, and --strict ends with 1")
  func gaps() throws {
    defer { runner.remove() }
    let outcome = try runner.run("gaps", musterland)
    #expect(outcome.status == 0 && outcome.text.contains("Der Sektor „Museen“ hat keinen Partner."))
    #expect(try runner.run("gaps", musterland, "--strict").status == 1)
    #expect(try runner.run("gaps", musterland, "-o", "luecken.xlsx").status == 0)
    #expect(try runner.read("luecken.xlsx").prefix(2) == Data("PK".utf8))
  }

  @Test("gaps sees who missed the last three meetings before the network's day")
  func missedMeetings() throws {
    defer { runner.remove() }
    try runner.write("Name\nA\nB\n", to: "n/Partner.csv")
    try runner.write("ID;Datum\nM1;01.02.2025\nM2;01.03.2025\nM3;01.04.2025\n", to: "n/Sitzungen.csv")
    try runner.write("Partner;Sitzung\nA;M1\nA;M2\nA;M3\n", to: "n/Teilnahme.csv")
    try runner.write("Schlüssel;Wert\nDatum;30.06.2025\n", to: "n/Netzwerk.csv")
    let outcome = try runner.run("gaps", "n", "--lang", "en")
    #expect(outcome.text.contains("B missed the last 3 meetings."))
  }

  @Test(
    "every command writes its optimum as JSON",
    arguments: [
      (["lose", "--worst", "2"], "\"equalSets\": 2"), (["connect", "--ties", "3"], "\"equalSets\": 3200"),
      (["connect", "--objective", "lead-loss"], "\"objective\": \"leadLoss\""),
      (["invite"], "[\"FHC\", \"GSZ\"]"), (["match"], "\"value\": 27"),
      (["seat", "--groups", "3"], "\"conflicts\": 0"),
    ])
  func json(words: [String], expected: String) throws {
    defer { runner.remove() }
    let outcome = try run(words + ["--format", "json"])
    #expect(outcome.status == 0 && outcome.talk.isEmpty)
    _ = try JSONSerialization.jsonObject(with: outcome.output)
    #expect(outcome.text.contains(expected))
  }

  @Test(
    "what has no answer ends with 2 and says why",
    arguments: [
      (["lose", "--remove", "Biblothek"], "es gibt keinen Partner „Biblothek“ (meinten Sie „Bibliothek“?)"),
      (["lose", "--worst", "11"], "höchstens 10"),
      (["connect", "--ties", "999"], "neue Beziehungen möglich, nicht 999"),
      (["seat", "--groups", "13"], "13 Gruppen sind zu viele"), (["seat", "--groups", "3", "--meeting", "X"], "„X“"),
    ])
  func noAnswer(words: [String], expected: String) throws {
    defer { runner.remove() }
    let outcome = try run(words)
    #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.talk.contains(expected))
  }

  @Test("without a lead, lose and connect say what else to do")
  func noLead() throws {
    defer { runner.remove() }
    try runner.write("source,target\nA,B\nB,C\n", to: "ties.csv")
    for command in ["lose", "connect"] {
      let outcome = try runner.run(command, "ties.csv", "--lang", "en")
      #expect(outcome.status == 2 && outcome.talk.contains("no partner leads the network"))
    }
    #expect(try runner.run("lose", "ties.csv", "--remove", "B").status == 0)
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [
      ["lose", "--worst", "0"], ["lose", "--worst", "2", "--remove", "L"], ["lose", "--objective", "distance"],
      ["connect", "--ties", "0"], ["connect", "--objective", "leadLoss"], ["invite", "--objective", "most"],
      ["seat"], ["seat", "--groups", "0"], ["gaps", "--limit", "0"], ["connect", "--work", "0"],
      ["gaps", "--audience", "public"], ["lose", "--audience", "public"], ["connect", "--audience", "public"],
      ["seat", "--groups", "3", "--audience", "public"],
    ])
  func wrongUsage(words: [String]) throws {
    defer { runner.remove() }
    let outcome = try run(words)
    #expect(outcome.status == 64 && outcome.output.isEmpty && !outcome.talk.isEmpty)
  }

  @Test("in public neither candidates nor persons without consent are named")
  func publicAnswers() throws {
    defer { runner.remove() }
    let region = CommandRunner.data("beispielregion")
    for format in ["table", "csv", "json"] {
      let match = try runner.run("match", region, "--audience", "public", "--format", format)
      #expect(match.status == 0 && match.text.contains("Ortsgeschichte") != (format == "json"))
      #expect(!match.text.contains("Hofstätter") && !match.text.contains("HOF"))
      let invite = try runner.run("invite", region, "--audience", "public", "--format", format)
      #expect(invite.status == 0 && !invite.text.contains("Klinikum") && !invite.text.contains("Rotes Kreuz, Bez"))
    }
  }

  @Test("the answer does not depend on the number of threads")
  func threads() throws {
    defer { runner.remove() }
    for words in [["lose", "--worst", "3"], ["connect", "--ties", "2", "--objective", "distance"]] {
      let one = try run(words + ["--threads", "1"])
      #expect(try run(words + ["--threads", "2"]).output == one.output)
    }
  }

  private func run(_ words: [String]) throws -> CommandRunner.Outcome {
    try runner.run([words[0], musterland] + words.dropFirst())
  }
}
