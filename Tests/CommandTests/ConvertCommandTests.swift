import Foundation
import Testing

@Suite struct ConvertCommandTests {
  /// Endings of all formats that can be written, and what of Musterland each cannot hold, by the format's own rules.
  static let losses: [(ending: String, lost: [String])] = [
    ("xlsx", []), ("json", []),
    ("graphml", tables), ("gml", tables), ("dot", tables), ("cyjs", tables),
    ("gexf", tables + ["Einstellungen des Netzwerks (5)"]),
    ("kumu.json", tables + ["Einstellungen des Netzwerks (6)"]),
    ("net", tables + fields + ["Einstellungen des Netzwerks (6)", "IDs, die nicht der Name sind (12)"]),
    ("dl", tables + fields + ["Einstellungen des Netzwerks (6)", "IDs, die nicht der Name sind (12)"]),
    (
      "edgelist",
      tables + fields + [
        "Einstellungen des Netzwerks (6)", "Partner ohne Beziehungen (1)", "Namen, die nicht die ID sind (12)",
      ]
    ),
  ]
  private static let tables = ["Angebote (4)", "Bedarfe (4)", "Passungen (16)", "Kandidaten (6)"]
  private static let fields = ["short von Partnern (12)", "sector von Partnern (12)", "role von Partnern (12)"]

  @Test("says what of Musterland a format cannot hold, and with --loss error writes nothing", arguments: losses)
  func loss(ending: String, lost: [String]) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("convert", CommandRunner.data("musterland"), "netz.\(ending)")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let told = outcome.talk.split(separator: "\n").map {
      $0.split(separator: " hat keinen Platz für: ").last.map(String.init)
    }
    #expect(told == lost, "\(outcome.talk)")
    let strict = try runner.run("convert", CommandRunner.data("musterland"), "streng.\(ending)", "--loss", "error")
    #expect(strict.status == (lost.isEmpty ? 0 : 2) && runner.exists("streng.\(ending)") == lost.isEmpty)
  }

  @Test(
    "from every format into every other, partners, ties and what both can hold stay", arguments: losses.map(\.ending))
  func everyPair(source: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    #expect(try runner.run("convert", CommandRunner.data("musterland"), "eins.\(source)").status == 0)
    let original = try network("eins.\(source)", runner)
    #expect(original.names.count == (source == "edgelist" ? 11 : 12) && original.ties.count == 13)
    for target in Self.losses.map(\.ending) + ["csv"] {
      let name = target == "csv" ? "ordner" : "zwei.\(target)"
      let outcome = try runner.run("convert", "eins.\(source)", name)
      #expect(outcome.status == 0, "\(source) → \(target): \(outcome.talk)")
      let copy = try network(name, runner)
      let nameOfID = Dictionary(uniqueKeysWithValues: original.ids.map { ($1, $0) })
      if target == "edgelist" {
        // It has neither names, nor blanks in ids, nor partners without ties.
        let ties = Set(original.ties.map { tie in Set(tie.map { $0.replacing(" ", with: "_") }) })
        #expect(copy.ties == ties && copy.names == ties.reduce([]) { $0.union($1) }, "\(source) → \(target)")
        continue
      }
      let copiedNameOfID = Dictionary(uniqueKeysWithValues: copy.ids.map { ($1, $0) })
      let ties = Set(original.ties.map { tie in Set(tie.map { nameOfID[$0]! }) })
      let copied = Set(copy.ties.map { tie in Set(tie.map { copiedNameOfID[$0]! }) })
      #expect(copy.names == original.names && copied == ties, "\(source) → \(target)")
      let holdsSectors = !["net", "dl"].contains(target)
      if holdsSectors { #expect(copy.sectors == original.sectors, "\(source) → \(target)") }
    }
  }

  private struct Read {
    var names: Set<String> = []
    var ids: [String: String] = [:]
    var sectors: [String: String] = [:]
    var ties: Set<Set<String>> = []
  }

  private func network(_ file: String, _ runner: CommandRunner) throws -> Read {
    let json = try runner.run("convert", file, "-", "--format", "json", "--template", "musterland")
    #expect(json.status == 0, "\(file): \(json.talk)")
    let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    var read = Read()
    for node in try #require(object["nodes"] as? [[String: Any]]) {
      let (name, id) = (try #require(node["name"] as? String), try #require(node["id"] as? String))
      read.names.insert(name)
      read.ids[name] = id
      if let sectors = node["sector"] as? [String] { read.sectors[name] = sectors.joined(separator: ";") }
    }
    for link in try #require(object["links"] as? [[String: Any]]) {
      read.ties.insert([try #require(link["source"] as? String), try #require(link["target"] as? String)])
    }
    return read
  }

  @Test("tables of another dataset in the folder: nothing is written, the files are named; other files stay")
  func strangers() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let data = CommandRunner.data("musterland")
    for stranger in ["partners.csv", "Gleiche.csv", "Phasen.csv", "columns.yaml", "mitglieder.csv.gz"] {
      try runner.write("name\nX\n", to: "voll/\(stranger)")
      let outcome = try runner.run("convert", data, "voll")
      #expect(outcome.status == 2 && outcome.talk.contains(": \(stranger); löschen Sie sie"), "\(outcome.talk)")
      #expect(!runner.exists("voll/Partner.csv"))
      try FileManager.default.removeItem(at: runner.folder.appending(path: "voll/\(stranger)"))
    }
    try runner.write("Protokoll", to: "voll/notizen.txt")
    try runner.write("alt", to: "voll/Partner.csv")
    // Left out with a warning where there is a Partner.csv.
    try runner.write("x;y\n", to: "voll/kennzahlen-partner.csv")
    #expect(try runner.run("convert", data, "voll").status == 0)
    #expect(try runner.read("voll/notizen.txt") == Data("Protokoll".utf8))
    #expect(try runner.run("check", "voll").status == 0)
    #expect(try runner.read("voll/Partner.csv").count > 100)
    let english = try runner.run("convert", data, "voll", "--lang", "en")
    #expect(english.status == 2 && english.talk.contains("Partner.csv") && english.talk.contains("name another folder"))
  }

  @Test(
    "outputs that cannot be: one message, nothing written",
    arguments: [
      (["liste.csv"], 64), (["karte.pdf"], 64), (["-"], 64), (["-", "--format", "csv"], 64),
      (["x", "--format", "doc"], 64),
      (["ordner.d/tief/netz.graphml"], 2), (["datei/netz.graphml"], 2), (["datei/netz"], 2), (["datei"], 2),
      (["voll", "--format", "gml"], 2), (["neu.json", "--phase", "2030"], 2), (["neu.json", "--template", "nix"], 2),
    ] as [([String], Int32)])
  func impossible(arguments: [String], status: Int32) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("eine Datei", to: "datei")
    try runner.write("x", to: "voll/notizen.txt")
    let outcome = try runner.run(["convert", CommandRunner.data("musterland")] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.talk)")
    let words = arguments.contains("-") && arguments.count == 1 ? "Error:" : "Fehler:"
    let messages = outcome.talk.split(separator: "\n").filter { $0.hasPrefix(words) }
    #expect(messages.count == 1, "\(outcome.talk)")
    let files = try FileManager.default.contentsOfDirectory(atPath: runner.folder.path).filter { !$0.hasPrefix(".") }
    #expect(Set(files) == ["datei", "voll"])
    #expect(try runner.read("datei") == Data("eine Datei".utf8))
  }

  @Test("a folder or file that may not be written", .enabled(if: geteuid() != 0, "root may write everywhere"))
  func permissions() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("alt", to: "fest/netz.gml")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: runner.folder.path + "/fest/netz.gml")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: runner.folder.path + "/fest")
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: runner.folder.path + "/fest")
    }
    for output in ["fest/netz.gml", "fest/neu.gml", "fest/ordner", "fest"] {
      let outcome = try runner.run("convert", CommandRunner.data("musterland"), output)
      #expect(outcome.status == 2 && outcome.talk.contains("dürfen Sie nicht schreiben"), "\(output): \(outcome.talk)")
    }
    #expect(try runner.read("fest/netz.gml") == Data("alt".utf8))
  }

  @Test("an input with errors is told whole and not converted")
  func brokenInput() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("name\nA\nB\n", to: "netz/partners.csv")
    try runner.write("source,target\nA,X\nY,B\n", to: "netz/ties.csv")
    for output in ["neu", "neu.gml", "neu.xlsx"] {
      let outcome = try runner.run("convert", "netz", output)
      #expect(outcome.status == 2 && outcome.talk.contains("„X“") && outcome.talk.contains("„Y“"))
      #expect(!runner.exists(output))
    }
  }

  @Test("mixed directions: keep says who reads them wrongly, arcs and ignore write one direction")
  func directions() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("name\nA\nB\nC\n", to: "netz/partners.csv")
    try runner.write(
      "source,target,directed,trust,trust_back\nA,B,yes,1,\nB,C,no,2,4\n", to: "netz/ties.csv")
    let keep = try runner.run("convert", "netz", "keep.graphml", "--loss", "error")
    #expect(keep.status == 0 && keep.talk.contains("networkx liest solches GraphML nicht"))
    #expect(keep.talk.contains("--direction arcs"))
    let arcs = try runner.run("convert", "netz", "-", "--format", "json", "--direction", "arcs")
    let object = try #require(try JSONSerialization.jsonObject(with: arcs.output) as? [String: Any])
    let links = try #require(object["links"] as? [[String: Any]])
    #expect(object["directed"] as? Bool == true)
    let shown = links.map { "\($0["source"]!)\($0["target"]!)\($0["trust"]!)" }
    #expect(shown == ["AB1", "BC2", "CB4"])
    #expect(try runner.run("convert", "netz", "arcs.graphml", "--direction", "arcs").talk.isEmpty)
    let ignore = try runner.run("convert", "netz", "ignore.graphml", "--direction", "ignore")
    #expect(ignore.talk.isEmpty)
    #expect(!String(decoding: try runner.read("ignore.graphml"), as: UTF8.self).contains("directed=\"true\""))
    try runner.write("source,target,directed\nA,B,yes\nB,A,yes\nB,C,yes\n", to: "netz/ties.csv")
    let mutual = try runner.run("convert", "netz", "mutual.graphml", "--direction", "ignore")
    #expect(mutual.talk.hasSuffix("ohne Richtung zwei Beziehungen nebeneinander haben: 1\n"))
  }

  @Test("a name like a formula stands behind an apostrophe in CSV and comes back without it")
  func formulas() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let names = ["=1+1", "+43 1", "@home", "-x", "'=2", "''-", "'s-Hof", "-5", "a=b"]
    let nodes = names.map { "{\"name\": \"\($0)\", \"latitude\": 48.5, \"longitude\": -9.5}" }.joined(separator: ",")
    try runner.write("{\"nodes\": [\(nodes)], \"links\": []}", to: "netz.json")
    #expect(try runner.run("convert", "netz.json", "ordner", "--lang", "en").status == 0)
    let table = String(decoding: try runner.read("ordner/partners.csv"), as: UTF8.self)
    #expect(
      table.split(separator: "\n").map { String($0.prefix { $0 != "," }) } == [
        "name", "'=1+1", "'+43 1", "'@home", "'-x", "''=2", "'''-", "'s-Hof", "-5", "a=b",
      ])
    #expect(table.contains(",-9.5\n"))
    let back = try runner.run("convert", "ordner", "-", "--format", "json")
    let json = try runner.run("convert", "netz.json", "-", "--format", "json")
    #expect(back.output == json.output)
  }

  @Test("the format is the longest ending that fits")
  func endings() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    #expect(try runner.run("convert", CommandRunner.data("musterland"), "netz.2024.kumu.json").status == 0)
    #expect(try String(decoding: runner.read("netz.2024.kumu.json"), as: UTF8.self).contains("\"elements\""))
  }
}
