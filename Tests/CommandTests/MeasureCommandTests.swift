import Foundation
import Testing

@Suite struct MeasureCommandTests {
  /// Values of Musterland, computed by an independent program (networkx 3.6.1 and by hand).
  @Test("JSON has Musterland's numbers")
  func musterland() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("measure", CommandRunner.data("musterland"), "--format", "json")
    #expect(outcome.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let network = try #require(object["network"] as? [String: Any])
    let expected: [String: Double] = [
      "partners": 12, "ties": 13, "density": 0.1970, "components": 2, "isolates": 1, "fragmentation": 0.1667,
      "distanceFragmentation": 0.5354, "degreeCentralization": 0.5273, "betweennessCentralization": 0.6099,
      "closenessCentralization": 0.6699, "sectorAssortativity": 0.0580, "effectiveSectors": 8.1232, "eiIndex": 0.5385,
      "blau": 0.8611, "pielou": 0.9534,
    ]
    for (key, value) in expected {
      let number = try #require(network[key] as? Double, "\(key)")
      #expect(abs(number - value) < 5e-5, "\(key)")
    }
    #expect(network["reciprocity"] is NSNull)
    let partners = try #require(object["partners"] as? [[String: Any]])
    #expect(partners.map { $0["id"] as? String } == ["L", "V", "B", "P", "S1", "S2", "Bi", "W", "A", "T", "K", "N"])
    #expect(partners.map { $0["betweenness"] as? Double } == [36, 9, 9, 0, 9, 0, 0, 0, 0, 0, 0, 0])
    #expect(partners.filter { $0["cutPartner"] as? Bool == true }.map { $0["id"] as? String } == ["L", "V", "B", "S1"])
    #expect((partners[0]["brokerage"] as? [String: Int])?["liaison"] == 36)
    #expect(partners[11]["constraint"] is NSNull)
    let ties = try #require(object["ties"] as? [[String: Any]])
    let bridges = ties.filter { $0["bridge"] as? Bool == true }.map { "\($0["source"]!)-\($0["target"]!)" }
    #expect(bridges == ["L-S1", "V-Bi", "B-P", "S1-S2"])
  }

  @Test("a table fits 80 columns and ranks; equals of the last rank are kept")
  func table() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run(
      "measure", CommandRunner.data("musterland"), "--measure", "betweenness,degree", "--top", "2")
    let lines = outcome.text.split(separator: "\n")
    // V, B and S1 share the second place with 9.
    #expect(lines.count >= 6 && lines[2].hasPrefix("L ") && outcome.text.contains("4 Partner statt 2"))
  }

  @Test("ties and sectors show the measures asked for, the highest by the first one")
  func tiesAndSectors() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    func csv(_ options: String...) throws -> String {
      try runner.run(["measure", CommandRunner.data("musterland"), "--format", "csv"] + options).text
    }
    // Musterland has four bridges; what is a bridge ranks above what is none.
    let ties = try csv("--level", "tie", "--measure", "bridge,betweenness", "--top", "4")
    #expect(ties.hasPrefix("source,sourceName,target,targetName,bridge,betweenness\r\n"))
    #expect(ties.split(separator: "\r\n").dropFirst().allSatisfy { $0.contains(",true,") })
    let sectors = try csv("--level", "sector", "--measure", "internalTies,partners", "--top", "1")
    // By hand: V–B and B–P stay within adult education, S1–S2 within the schools, no other tie in its sector.
    #expect(sectors == "sector,internalTies,partners\r\nErwachsenenbildung,2,3\r\n")
    let whole = try runner.run("measure", CommandRunner.data("musterland"), "--level", "network", "--top", "3")
    #expect(whole.status == 64 && whole.talk.contains("--top"))
  }

  @Test("a table tells of pairs that are not joined, and says no in words")
  func notes() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let note = "gelten für die Paare, die es sind"
    let table = try runner.run("measure", CommandRunner.data("musterland"), "--level", "network")
    #expect(table.text.contains(note) && table.text.contains("nein"))
    let csv = try runner.run("measure", CommandRunner.data("musterland"), "--level", "network", "--format", "csv")
    #expect(!csv.text.contains(note) && csv.talk.contains(note))
    let other = try runner.run(
      "measure", CommandRunner.data("musterland"), "--level", "network", "--measure", "density")
    #expect(!other.text.contains(note))
    let joined = try runner.run("measure", CommandRunner.data("classic/kite"), "--level", "network", "--lang", "de")
    #expect(!joined.text.contains(note) && joined.talk.isEmpty)
    let degrees = try runner.run("measure", CommandRunner.data("musterland"), "--measure", "inDegree")
    #expect(degrees.text.contains("--direction keep"))
  }

  @Test(
    "a table of ties tells whose ids it has",
    arguments: [("de", "Von (ID)", "Nach (ID)"), ("en", "From (ID)", "To (ID)")])
  func tieHeaders(language: String, source: String, target: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("measure", CommandRunner.data("musterland"), "--level", "tie", "--lang", language)
    let head = outcome.text.prefix { $0 != "\n" }
    #expect(head.hasPrefix(source) && head.contains("  \(target)"))
  }

  @Test("a strength that adds ratings of trust is headed so")
  func trustHeaders() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("source,target,trust,trustBack\nA,B,3,2\nB,C,4,\n", to: "ties.csv")
    func head(_ options: String...) throws -> Substring {
      let outcome = try runner.run(["measure", "ties.csv"] + options)
      return outcome.text.prefix { $0 != "\n" }
    }
    let keys = "strength,inStrength,outStrength"
    let trust = try head("--weight", "trust", "--direction", "keep", "--measure", keys)
    for header in ["Vertrauen (Summe)", "Erhaltenes Vertrauen (Summe)", "Geschenktes Vertrauen (Summe)"] {
      #expect(trust.contains(header))
    }
    #expect(try !trust.contains("Stärke") && head("--weight", "strength").contains("Stärke"))
    #expect(try head("--weight", "trust", "--lang", "en").contains("Trust (sum)"))
    let ties = try head("--weight", "trust", "--level", "tie")
    #expect(ties.contains("Vertrauen") && !ties.contains("Summe") && !ties.contains("Stärke"))
    // By hand: A and B rate each other 2.5 in the mean, and B and C 4.
    let csv = try runner.run(
      "measure", "ties.csv", "--weight", "trust", "--measure", "strength", "--format", "csv")
    #expect(csv.text == "id,name,strength\r\nA,A,2.5\r\nB,B,6.5\r\nC,C,4.0\r\n")
  }

  @Test("unrated ties are told as left out in every format", arguments: ["table", "csv", "json", "xlsx"])
  func unratedTies(format: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("source,target,trust\nA,B,3\nB,C,\n", to: "ties.csv")
    let outcome = try runner.run("measure", "ties.csv", "--weight", "trust", "--format", format, "-o", "out")
    let told =
      format == "table" ? try String(contentsOf: runner.folder.appending(path: "out"), encoding: .utf8) : outcome.talk
    #expect(outcome.status == 0 && told.contains("ohne Bewertung des Vertrauens"))
  }

  @Test(
    "a key that is none is told with what was meant, before anything is read",
    arguments: [
      ("partner", "Degree,nichts", "Degree (meinten Sie degree?), nichts"),
      ("partner", "density", "density (--level sector oder network)"), ("tie", "bridg", "(meinten Sie bridge?)"),
      ("sector", "nichts", "partners, internalTies, externalTies, eiIndex, density."),
      ("network", ",", "keine Kennzahl"),
    ])
  func unknownKeys(level: String, keys: String, told: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("measure", "nowhere", "--level", level, "--measure", keys)
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.talk.contains(told), "\(outcome.talk)")
  }

  @Test("--top wants a number above 0", arguments: ["0", "-1", "viele"])
  func top(number: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("measure", CommandRunner.data("musterland"), "--top", number)
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.talk.contains("--top"))
    if number != "viele" { #expect(outcome.talk.contains("--top ist 1 oder mehr")) }
  }

  @Test("eigenvector and Katz centrality are found also where two parts hardly differ and are hardly tied")
  func nearlyEqualParts() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    // The eigenvalues of the pairs are 10⁶ and 10⁶ + 1. By hand: what A and B score together, times that difference, is
    // what flows in from D, 10⁻⁶ of its score.
    try runner.write(
      "source,target,strength,directed\nA,B,1000000,yes\nB,A,1000000,yes\nC,D,1000001,yes\nD,C,1000001,yes\n"
        + "B,C,0.000001,yes\nD,A,0.000001,yes\n", to: "ties.csv")
    let csv = try runner.run(
      "measure", "ties.csv", "--weight", "strength", "--measure", "eigenvector,katz", "--format", "csv")
    let scores = csv.text.split(separator: "\r\n").dropFirst().map { line in
      line.split(separator: ",").dropFirst(2).compactMap { Double($0) }
    }
    try #require(csv.status == 0 && scores.map(\.count) == [2, 2, 2, 2])
    #expect(abs(scores[0][0] / scores[3][0] - 0.5e-6) < 1e-11 && abs(scores[3][0] - 0.5.squareRoot()) < 1e-9)
    // With α a hair below 0.85 · 10⁻⁶, all four score nearly alike.
    #expect(scores.allSatisfy { abs($0[1] - 0.5) < 1e-5 })
    #expect(try runner.run("measure", "ties.csv", "--measure", "eigenvector,katz").status == 0)
  }

  @Test("JSON has null for a measure without a result, says which and why, and keeps all others")
  func unfinishedInJSON() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    // Walks multiply by 10⁻¹² a step in the pair, by 10²⁴ times that from each partner of the chain to the next: after
    // fourteen of them by more than the 10³⁰⁸ that a number can hold.
    let chain = (0..<14).map { "p\($0),p\($0 + 1),1000000000000,yes\n" }.joined()
    try runner.write(
      "source,target,strength,directed\nq,p0,0.000000000001,yes\np0,q,0.000000000001,yes\n" + chain, to: "ties.csv")
    for measure in ["degree", "katz"] {
      let outcome = try runner.run(
        "measure", "ties.csv", "--weight", "strength", "--format", "json", "--measure", measure)
      #expect(outcome.status == 0)
      #expect(outcome.talk.contains("Eigenvektor-Zentralität (eigenvector) lässt sich nicht berechnen"))
      #expect(outcome.talk.contains("Katz-Zentralität (katz)") && outcome.talk.contains("unterscheiden sich zu sehr"))
      let object = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
      let partners = try #require(object["partners"] as? [[String: Any]])
      #expect(partners.count == 16 && partners.allSatisfy { $0["eigenvector"] is NSNull && $0["katz"] is NSNull })
      // Neighbours of p0 are q and p1.
      #expect(partners.first { $0["id"] as? String == "p0" }?["degree"] as? Int == 2)
      #expect(partners.allSatisfy { $0["pageRank"] is Double })
    }
    let english = try runner.run("measure", "ties.csv", "--weight", "strength", "--format", "json", "--lang", "en")
    #expect(english.talk.contains("Katz centrality (katz)") && english.talk.contains("It is null here"))
    let table = try runner.run("measure", "ties.csv", "--weight", "strength", "--measure", "degree,katz")
    #expect(table.status == 2 && table.output.isEmpty && table.talk.contains("Katz-Zentralität (katz)"))
    #expect(try runner.run("measure", "ties.csv", "--weight", "strength").status == 0)
  }

  @Test("public numbers name nobody without consent and no weak spot")
  func publicNumbers() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write(
      "id,name,kind,consent,contact\ng1,Frau Geheim,person,,geheim@example.org\nb,Bibliothek,,,\nc,Café Geheim,,no,\n",
      to: "netz/partners.csv")
    try runner.write("source,target,trust\ng1,b,2\nb,c,4\n", to: "netz/ties.csv")
    let outcome = try runner.run("measure", "netz", "--format", "json", "--audience", "public")
    #expect(outcome.status == 0 && outcome.text.contains("\"p1\"") && outcome.text.contains("Bibliothek"))
    for secret in ["eheim", "g1", "trust", "cutPartner", "constraint", "fragmentationWithout", "bridge"] {
      #expect(!outcome.text.contains(secret), "\(secret)")
    }
    let trust = try runner.run("measure", "netz", "--audience", "public", "--weight", "trust")
    #expect(trust.status == 64 && trust.output.isEmpty && trust.talk.contains("Vertrauen"))
    let weak = try runner.run("measure", "netz", "--audience", "public", "--measure", "degree,constraint")
    #expect(weak.status == 64 && weak.output.isEmpty && weak.talk.contains("constraint"))
    let check = try runner.run("check", "netz", "--audience", "public")
    #expect(check.status == 64 && check.output.isEmpty)
  }

  @Test(
    "help speaks the language of the environment",
    arguments: [("de_AT.UTF-8", "Misst"), ("en_GB.UTF-8", "Measure"), ("C", "Misst")])
  func language(locale: String, word: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("measure", "--help", environment: ["LC_ALL": locale])
    #expect(outcome.status == 0 && outcome.text.contains(word))
  }
}
