import Foundation
import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct MapStyleFileTests {
  static func read(_ text: String) throws -> MapStyleDraft {
    try MapStyleFile.read(FileBytes(Array(text.utf8)), file: "map.yaml")
  }

  @Test("reads texts, lists and colours with their lines")
  func values() throws {
    let draft = try Self.read(
      """
      title: Netz
      funding: >-
        Zwei
        Zeilen
      logos: [a.svg, {file: b/c.png, name: Land}]
      colors:
        school: "#0072B2"
        dark: {Museen: "#56B4E9"}
      palette: ["#AA0000", "#00AA00"]
      maxLabels: 5
      """)
    #expect(draft.problems == [])
    #expect(draft.values[.title]?.text == "Netz" && draft.values[.funding]?.text == "Zwei Zeilen")
    #expect(draft.logos?.map(\.file.text) == ["a.svg", "b/c.png"] && draft.logos?.map(\.name) == [nil, "Land"])
    #expect(
      draft.colors.map(\.sector.text) == ["school", "Museen"] && draft.colors.map(\.theme?.text) == [nil, "dark"])
    #expect(draft.colors.map(\.color.location.line) == [7, 8])
    #expect(draft.palette.map(\.text) == ["#AA0000", "#00AA00"])
    #expect(draft.values[.maxLabels]?.location.line == 10)
  }

  @Test("explains every mistake at its line, and knows what was meant")
  func mistakes() throws {
    let draft = try Self.read(
      """
      titel: Netz
      theme: [dark]
      logos:
        - {datei: a.png}
        - {file: a.png, nme: A}
      colors:
        school: #0072B2
      paper: {a4: yes}
      """)
    #expect(draft.problems.map(\.location?.line) == [1, 2, 4, 4, 5, 7, 8])
    #expect(draft.problems.map(\.suggestion) == ["title", nil, nil, nil, "name", nil, nil])
    #expect(draft.problems.allSatisfy { $0.code == .invalidStyle && $0.message.english != $0.message.german })
  }

  @Test("a file that is no YAML, twice the same key, or a list is refused; an empty one changes nothing")
  func broken() throws {
    #expect(throws: UnreadableInput.self) { try Self.read("title: \"x\n") }
    #expect(throws: UnreadableInput.self) { try Self.read("title: x\ntitle: y\n") }
    #expect(try Self.read("- a\n").problems.count == 1)
    for text in ["", "# title: x\n", "title:\n"] { #expect(try Self.read(text) == MapStyleDraft()) }
  }

  @Test("the example explains every key; switched on, all of it is read", arguments: Language.allCases)
  func example(_ language: Language) throws {
    for name in SectorTemplates.builtInNames {
      let template = try #require(SectorTemplates.builtIn(named: name))
      let text = String(decoding: MapStyleFile.example(for: template, language: language), as: UTF8.self)
      #expect(try Self.read(text) == MapStyleDraft(), "switched off")
      // A remark has one blank behind its #, a key none, what belongs to a key two.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let isRemark = line.hasPrefix("# ") && !line.hasPrefix("#  ")
        return isRemark || !line.hasPrefix("#") ? line : line.dropFirst()
      }
      let draft = try Self.read(lines.joined(separator: "\n"))
      #expect(draft.problems == [])
      #expect(draft.logos?.count == 2 && draft.colors.count == template.sectors.count + 1)
      let known = Set(MapStyleDraft.Key.allCases).subtracting([.logos, .colors])
      #expect(Set(draft.values.keys) == known)
    }
  }

  @Test("a second document is told, not passed over")
  func secondDocument() throws {
    for text in ["title: a\n---\ntitle: b\n", "title: a\n...\n---\n- b\n"] {
      let error = #expect(throws: UnreadableInput.self) { try Self.read(text) }
      #expect(error?.problems.first?.message.german.contains("zweites Dokument") == true)
      #expect((error?.problems.first?.location?.line ?? 0) >= 3)
    }
    #expect(try Self.read("---\ntitle: a\n").values[.title]?.text == "a")
    #expect(try Self.read("---\ntitle: a\n...\n").values[.title]?.text == "a")
  }

  @Test(
    "what YAML finds wrong is said in German without an English word",
    arguments: [
      "title: a: b", "title: \"a", "\ttitle: a", "title: @x", "logos: [a", "colors: {a: b", "title: *x", "a\n b: c\nd",
      "title: a\n- b", "title: \"\\q\"", "title: a\ntitle: b", "title: >x\n a", "- a\nb: c", "title: &",
      "%YAML 9\n", "title: \"\\ud800\"", "a: b\nc", "title: \u{1}",
    ])
  func german(_ text: String) throws {
    let error = #expect(throws: UnreadableInput.self) { try Self.read(text + "\n") }
    let words = try #require(error?.problems.first?.message)
    #expect(words.german.hasPrefix("das ist kein YAML: ") && words.english.hasPrefix("this is no YAML: "))
    for english in [" the ", "found", "expected", "not allowed", "did not", "twice", " a "] {
      #expect(!words.german.contains(english), "\(words.german)")
    }
  }

  @Test("a folder called map.yaml is told, not passed over")
  func folder() throws {
    let folder = TemporaryFolder(["partners.csv": "name\nA\n"])
    try FileManager.default.createDirectory(atPath: folder.file("map.yaml"), withIntermediateDirectories: false)
    let path = try #require(MapStyleFile.path(in: folder.path))
    let error = #expect(throws: UnreadableInput.self) { try MapStyleFile.read(path) }
    #expect(error?.problems.first?.message.german.hasPrefix("das ist ein Ordner") == true)
  }

  @Test("is found in a dataset that is a folder")
  func path() {
    let folder = TemporaryFolder(["map.yaml": "title: x\n", "partners.csv": "name\nA\n"])
    #expect(MapStyleFile.path(in: folder.path) == folder.path + "/map.yaml")
    #expect(MapStyleFile.path(in: folder.file("partners.csv")) == nil)
    #expect(MapStyleFile.path(in: "-") == nil)
  }
}
