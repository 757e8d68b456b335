import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct EdgeTableTests {
  private func check(_ text: String, _ name: String = "ties.csv") throws {
    let folder = TemporaryFolder([name: text])
    let edges = try Dataset.readEdges(folder.file(name))
    let draft = try Dataset.read(folder.file(name))
    #expect(edges.sources.map { edges.names[Int($0)] } == draft.ties.map(\.source))
    #expect(edges.targets.map { edges.names[Int($0)] } == draft.ties.map(\.target))
    if let strengths = edges.strengths { #expect(strengths == draft.ties.map { $0.strength ?? 1 }) }
    var names = Set<String>()
    for number in 0..<edges.names.count { #expect(names.insert(edges.names[number]).inserted) }
    #expect(edges.problems.map(\.code) == draft.problems.map(\.code))
  }

  @Test(
    "reads the same ties as the careful reader",
    arguments: [
      "source,target\nA,B\nB,C\nA,B\n", "source,target,weight\r\nA,B,0.5\r\nB,C,1.234\r\nC,D,\r\n",
      "Von;Nach;Gewicht\nÄ;Ö;0,5\nÖ;Ü;2",
      "source,target\n\"A, x\",B\n\"B \"\"q\"\"\",\" C \"\n A , B\n\nA,B",
      "source,target,n\nA,B,5\" disk\nA,B,\"a\nb\"\nC,D\n",
      "x,target,source\n1,A,B\n2,-,C\n3,C,\n", "source,target\rA,B\rC,D",
      "a title\nsource\ttarget\nA\tB\n\u{A0}C\tD\u{A0}\n",
      "source,target\n123456789012345678901234,123456789012345678901235\n1234567890123456789012345,1234567890123456789012346\n",
    ])
  func same(text: String) throws {
    try check(text)
  }

  @Test("reads the same ties of random tables", arguments: 0..<20 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = Seeded(seed)
    let letters = ["a", "b", "Ä", " ", "\"", ",", "-", "1", "\u{A0}", "x y", "0123456789", "\n"]
    func name() -> String {
      let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in letters.randomElement(using: &random)! }
        .joined()
      let plain = !text.contains { ",\"\n".contains($0) }
      return plain && Bool.random(using: &random) ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }
    var text = "source,target,weight\n"
    for _ in 0..<400 {
      let weight = ["", "1", "2.5", "0.125", "12", "-"].randomElement(using: &random)!
      text += "\(name()),\(name()),\(weight)\n"
    }
    try check(text)
  }

  @Test("tells names apart that begin alike and are long")
  func longNames() throws {
    let names = (0..<3000).map { "a very long name of an institution, number \($0)".replacing(",", with: "") }
    let text = "source,target\n" + zip(names, names.dropFirst()).map { "\($0),\($1)\n" }.joined()
    let folder = TemporaryFolder(["ties.csv": text])
    let edges = try Dataset.readEdges(folder.file("ties.csv"))
    #expect(edges.names.count == 3000 && edges.sources == Array(0..<2999))
  }
}
