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
}
