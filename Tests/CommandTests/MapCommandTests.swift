import Foundation
import Testing

@Suite struct MapCommandTests {
  @Test("the map of the example region names every partner, explains itself and is clean")
  func exampleRegion() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("map", CommandRunner.data("beispielregion"), "-o", "karte.svg", "--lint")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let svg = String(decoding: try runner.read("karte.svg"), as: UTF8.self)
    for word in ["VHS", "Stadtbücherei", "Erwachsenenbildung", "erfundenes Beispiel", "Quelle"] {
      #expect(svg.contains(word), "\(word)")
    }
  }

  @Test("without -o the SVG goes to the pipe")
  func pipe() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("map", CommandRunner.data("musterland"))
    #expect(outcome.status == 0 && outcome.text.contains("<svg") && outcome.text.hasSuffix("</svg>\n"))
  }

  @Test("names are drawn, never interpreted")
  func hostileNames() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let names = [
      "<script>alert(1)</script>", "\\N und \\G", "a\"\"b", "Ümläut & Söhne", String(repeating: "lang ", count: 60),
    ]
    try runner.write("name\n" + names.map { "\"\($0)\"\n" }.joined(), to: "netz/partners.csv")
    try runner.write("source,target\n\"\\N und \\G\",Ümläut & Söhne\n", to: "netz/ties.csv")
    for format in ["svg", "pdf", "png", "dot"] {
      let outcome = try runner.run("map", "netz", "-o", "karte.\(format)")
      #expect(outcome.status == 0, "\(format): \(outcome.talk)")
    }
    let svg = String(decoding: try runner.read("karte.svg"), as: UTF8.self)
    #expect(!svg.contains("<script") && svg.contains("&lt;script&gt;") && svg.contains("\\N"))
  }

  @Test("positions written are read back: the picture stays")
  func positions() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let data = CommandRunner.data("musterland")
    #expect(try runner.run("map", data, "-o", "a.svg", "--write-positions", "p.csv").status == 0)
    #expect(
      try runner.run("map", data, "-o", "b.svg", "--positions", "p.csv", "--write-positions", "q.csv").status == 0)
    #expect(try runner.read("p.csv") == runner.read("q.csv"))
    try runner.write("id,x,y\nL,NaN,0.5\nV,drei,0.5\n", to: "falsch.csv")
    let wrong = try runner.run("map", data, "-o", "c.svg", "--positions", "falsch.csv")
    #expect(wrong.status == 2 && wrong.talk.contains("falsch.csv:2") && wrong.talk.contains("falsch.csv:3"))
    #expect(!runner.exists("c.svg"))
  }

  static let tables = [
    "partners.csv": "name,sector,consent\nSchule,school,yes\nMuseum,museum,yes\nFrau A,school,no\n",
    "ties.csv": "source,target,trust\nSchule,Museum,3\nSchule,Frau A,2\n",
    "logos/a.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 1\"><rect width=\"3\" height=\"1\"/></svg>",
  ]

  @Test("map.yaml in the dataset's folder decides how the map looks; an option goes before it")
  func style() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    for (name, text) in Self.tables { try runner.write(text, to: "netz/\(name)") }
    try runner.write(
      """
      title: Aus der Datei
      funding: Gefördert von niemandem
      logos: [{file: logos/a.svg, name: Das Land}]
      colors: {Schulen: "#123ABC"}
      audience: public
      language: en
      """, to: "netz/map.yaml")
    let own = try runner.run("map", "netz")
    #expect(own.status == 0, "\(own.talk)")
    for text in ["Aus der Datei", "Gefördert von niemandem", "aria-label=\"Das Land\"", "#123abc", ">Sector<"] {
      #expect(own.text.lowercased().contains(text.lowercased()), "\(text)")
    }
    #expect(!own.text.contains("Frau A"), "for the public")
    let other = try runner.run("map", "netz", "--title", "Von Hand", "--audience", "internal", "--lang", "de")
    #expect(other.text.contains("Von Hand") && !other.text.contains("Aus der Datei") && other.text.contains("Frau A"))
    #expect(other.text.contains(">Sektor<"))
    try runner.write("title: Eine andere\n", to: "stil.yaml")
    let given = try runner.run("map", "netz", "--style", "stil.yaml")
    #expect(given.text.contains("Eine andere") && !given.text.contains("data:image"))
    for format in ["png", "pdf", "dot"] {
      let outcome = try runner.run("map", "netz", "-o", "karte.\(format)")
      #expect(outcome.status == 0, "\(outcome.talk)")
      // DOT holds no pictures, and that is said.
      #expect(outcome.talk.contains("Logos") == (format == "dot"))
    }
  }

  @Test("everything that is wrong with a style is told at once with its line, and nothing is written")
  func badStyle() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    for (name, text) in Self.tables { try runner.write(text, to: "netz/\(name)") }
    try runner.write(
      "titel: x\ntheme: darkk\nlogos: [logos/b.svg, ../geheim.png]\ncolors: {schol: rot, museum: \"#FFFFFF\"}\nkind: change\n",
      to: "netz/map.yaml")
    let german = try runner.run("map", "netz", "-o", "karte.svg", "--write-positions", "orte.csv")
    #expect(german.status == 2 && german.output.isEmpty)
    let lines = german.talk.split(separator: "\n")
    #expect(lines.count == 8 && lines.allSatisfy { $0.hasPrefix("Fehler: map.yaml:") }, "\(german.talk)")
    for hint in ["„title“", "„dark“", "„logos/a.svg“", "geheim.png", "„school“", "„rot“", "#FFFFFF", "„change“"] {
      #expect(german.talk.contains(hint), "\(hint)")
    }
    #expect(!runner.exists("karte.svg") && !runner.exists("orte.csv"))
    let english = try runner.run("map", "netz", "--lang", "en")
    #expect(english.status == 2 && english.talk.contains("error: map.yaml:2: theme cannot be \"darkk\""))
    try runner.write("width: trust\n", to: "netz/map.yaml")
    #expect(try runner.run("map", "netz", "--audience", "public").status == 64)
    #expect(try runner.run("map", "netz", "--audience", "public", "--width", "strength").status == 0)
    #expect(try runner.run("map", "netz", "--style", "fehlt.yaml").status == 2)
  }

  @Test("the lint speaks German, or writes JSON to standard output")
  func lintFindings() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write("name\nA\nB\n", to: "netz/partners.csv")
    try runner.write("source,target\nA,B\n", to: "netz/ties.csv")
    // Both at one place: one node covers the other.
    try runner.write("id,x,y\nA,0.5,0.5\nB,0.5,0.5\n", to: "orte.csv")
    let text = try runner.run("map", "netz", "--positions", "orte.csv", "--lint")
    #expect(text.status == 1 && text.talk.contains("Knoten auf Knoten: A / B"))
    #expect(String(decoding: text.output, as: UTF8.self).contains("      1  Knoten auf Knoten\n"))
    let json = try runner.run(
      "map", "netz", "--positions", "orte.csv", "--lint", "--format", "json", "--lang", "en", "-o", "a.svg")
    let object = try #require(JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: String]])
    #expect(
      json.status == 1 && findings.contains { $0["rule"] == "nodeOnNode" && $0["message"] == "node on node: A / B" })
    #expect(runner.exists("a.svg"))
    #expect(try runner.run("map", "netz", "--format", "json").status == 64)
    #expect(try runner.run("map", "netz", "--lint", "--format", "json", "-o", "-").status == 64)
  }

  @Test("template style makes a map.yaml that changes nothing")
  func templateStyle() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    for (name, text) in Self.tables { try runner.write(text, to: "netz/\(name)") }
    let before = try runner.run("map", "netz")
    #expect(try runner.run("template", "style", "lernende-region", "-o", "netz/map.yaml").status == 0)
    #expect(try runner.run("map", "netz").output == before.output)
  }
}
