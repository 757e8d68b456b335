import NetworkModel
import Testing

@testable import NetworkFiles

/// Short files that mean much: each is refused where the limit is reached, in little time and memory.
@Suite struct SizeLimitTests {
  /// The one error of a file that is refused.
  private func refusal(_ bytes: [UInt8], _ name: String) throws -> Problem {
    let error = try #require(throws: UnreadableInput.self) { try Dataset.read(bytes: bytes, name: name) }
    #expect(error.problems.count == 1)
    return try #require(error.problems.first)
  }

  private func refusal(_ text: String, _ name: String) throws -> Problem { try refusal(Array(text.utf8), name) }

  private static func names(_ letter: String, _ count: Int) -> String {
    (0..<count).map { "\(letter)\($0);" }.joined()
  }

  @Test("defaults that give every node a thousand values are too many attributes")
  func defaults() throws {
    let keys = (0..<1000).map { "<key id=\"k\($0)\" for=\"node\"><default>1</default></key>" }.joined()
    let nodes = (0..<60).map { "<node id=\"n\($0)\"/>\n" }.joined()
    var limits = SizeLimits(byteCount: 10)
    #expect(limits.attributes == 5_000_000)
    limits.attributes = 50_000
    let text = "<graphml>\(keys)<graph>\n\(nodes)</graph></graphml>"
    let draft = GraphMLFormat.read(Array(text.utf8), file: "a.graphml", limits: limits)
    #expect(draft.partners.isEmpty && draft.problems.map(\.code) == [.fileTooLarge])
    // The 51st node, in line 52, brings one thousand too many.
    #expect(draft.problems.first?.location?.line == 52)
  }

  @Test("one node has at most a thousand attributes")
  func attributesOfOne() throws {
    let data = (0...1000).map { "<data key=\"a\($0)\">1</data>" }.joined()
    let problem = try refusal("<graphml><graph>\n<node id=\"a\">\(data)</node></graph></graphml>", "a.graphml")
    #expect(problem.code == .fileTooLarge && problem.location?.line == 2)
  }

  @Test(
    "edges of DOT are counted before they are built",
    arguments: [
      "graph {\n{\(names("a", 800))} -- {\(names("b", 800))}}",
      "graph {\nsubgraph s {\(names("a", 800))} subgraph s -- subgraph s }",
      "digraph {\n{\(names("a", 100))} -> {\(names("b", 100))} -> {\(names("c", 7000))}}",
    ])
  func edgesOfDOT(text: String) throws {
    let problem = try refusal(text, "a.dot")
    #expect(problem.code == .fileTooLarge && problem.location?.line == 2)
  }

  @Test("what DOT may hold is not refused")
  func allowedDOT() throws {
    let text = """
      graph {// {a b} -- {c d}
      {\(Self.names("a", 20))} -- {\(Self.names("b", 20))} "x -- y" -- a1:n [l=<<b>-</b>>]}
      """
    #expect(try Dataset.read(bytes: Array(text.utf8), name: "a.dot").ties.count == 401)
  }

  @Test("a matrix has no room for what only its header promises")
  func promisedMatrix() throws {
    let text = "dl n=1000000 format=lowerhalf\n" + String(repeating: "\n", count: 1_000_000) + "data:\n1 0 1\n"
    let problem = try refusal(text, "a.dl")
    #expect(problem.code == .malformedFile)
  }

  @Test("a gzip file that unpacks to a thousand times its size is refused")
  func gzipBomb() throws {
    let problem = try refusal((0..<70).flatMap { _ in Self.packedZeros }, "a.csv.gz")
    #expect(problem.code == .fileTooLarge)
  }

  /// A megabyte of zeros, packed by gzip 1.13: `head -c 1048576 /dev/zero | gzip -9n`.
  private static let packedZeros: [UInt8] = {
    // The header, a block of codes that repeats one byte, checksum and length.
    let start: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 8, 95, 160,
    ]
    return start + [UInt8](repeating: 0, count: 1016) + [62, 3, 28, 234, 56, 167, 0, 0, 16, 0]
  }()

  @Test("a workbook's cell holds no more than Excel allows")
  func longCell() throws {
    let text = String(repeating: "a", count: 140_000)
    let rows = TestWorkbook.row(1, ["Name"]) + TestWorkbook.row(2, [text])
    let problem = try refusal(
      TestWorkbook.bytes(sheets: [("Partner", "visible", TestWorkbook.sheet(rows))]), "a.xlsx")
    #expect(problem.code == .fileTooLarge && problem.location?.sheet == "Partner")
  }

  @Test("a text that all cells share is paid for by each")
  func sharedText() throws {
    let text = String(repeating: "a;", count: 50_000)
    let cell = "<c t=\"s\"><v>1</v></c>"
    let rows = "<row><c t=\"s\"><v>0</v></c></row>" + String(repeating: "<row>\(cell)</row>", count: 3000)
    let bytes = TestWorkbook.bytes(
      sheets: [("Partner", "visible", TestWorkbook.sheet(rows))],
      strings: "<si><t>Name</t></si><si><t>\(text)</t></si>")
    #expect(try refusal(bytes, "a.xlsx").code == .fileTooLarge)
  }

  @Test("objects of JSON with ever new keys are no table")
  func keys() throws {
    let nodes = (0..<5000).map { "{\"k\($0)\":1}" }.joined(separator: ",\n")
    let problem = try refusal("{\"nodes\":[\(nodes)],\"links\":[]}", "a.json")
    #expect(problem.code == .fileTooLarge && problem.location?.line == 4097)
  }

  @Test("a row of headers has at most as many columns as Excel")
  func columns() throws {
    let problem = try refusal("name" + String(repeating: ",a", count: 16_384) + "\nx\n", "a.csv")
    #expect(problem.code == .fileTooLarge && problem.location?.line == 1)
  }

  @Test("projects that join millions of pairs are refused")
  func sharedProject() throws {
    let rows = (0..<1800).map { "p\($0),all\n" }.joined()
    let draft = try Dataset.read(bytes: Array("partner,project\n\(rows)".utf8), name: "a.csv")
    // 1800 · 1799 / 2 pairs are 1,619,100.
    #expect(Network.review(draft).network == nil)
    #expect(Network.review(draft).problems.map(\.code) == [.fileTooLarge])
  }

  @Test("a thousand problems of one kind are told, the rest is counted")
  func countedProblems() throws {
    let ties = (0..<3000).map { "a,u\($0)\n" }.joined()
    var draft = try Dataset.read(bytes: Array("source,target\n\(ties)".utf8), name: "ties.csv")
    draft.addsUnknownPartners = false
    draft.partners = [PartnerRow(place: RowPlace(table: 0, line: 1), name: "a")]
    let problems = Network.review(draft).problems
    #expect(problems.count { $0.code == .unknownPartner } == 1000)
    let rest = try #require(problems.first { $0.code == .moreOfTheSame })
    #expect(rest.severity == .error && rest.message.english.hasPrefix("2000 more rows"))
  }

  @Test("names are found whether their umlauts are one letter or two")
  func decomposedNames() throws {
    let text = "source,target\nUni S\u{FC}d,b\nUni Su\u{308}d,c\n"
    let network = try Network.review(Dataset.read(bytes: Array(text.utf8), name: "ties.csv")).get()
    #expect(network.partners.count == 3)
  }

  @Test("a hundred thousand names keep their numbers, whatever they look like")
  func index() {
    var index = NameIndex()
    var reference: [String: Int] = [:]
    var random = Seeded(7)
    for _ in 0..<100_000 {
      let number = Int.random(in: 0..<60_000, using: &random)
      let name =
        number % 9 == 0 ? "Käte \(number)" : number % 5 == 0 ? "a long name with number \(number)" : "\(number)"
      let expected = reference[name]
      #expect(index.number(of: name) == expected)
      if expected == nil { reference[name] = reference.count }
      #expect(index.add(name) == expected)
    }
    #expect(index.count == reference.count)
    for (name, number) in reference { #expect(index.names[number] == name) }
  }
}
