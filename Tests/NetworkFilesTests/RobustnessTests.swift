import NetworkModel
import Testing

@testable import NetworkFiles

/// No bytes crash a reader: they are read, or refused with a located message.
@Suite struct RobustnessTests {
  static func seeds() throws -> [(name: String, bytes: [UInt8])] {
    let folder = TemporaryFolder(Everything.tables)
    let network = try Everything.network(Dataset.read(folder.path))
    let german = DatasetWriter.csvFiles(network, language: .german)
    return [
      ("partners.csv", Array(Everything.tables["partners.csv"]!.utf8)), ("Beziehungen.csv", german[2].bytes),
      ("region.xlsx", try DatasetWriter.workbook(network, language: .german)),
      ("region.json", DatasetWriter.json(network)),
      (
        "small.xlsx",
        TestWorkbook.bytes(
          sheets: [
            ("Partner", "visible", TestWorkbook.sheet(TestWorkbook.row(1, ["Name"]) + TestWorkbook.row(2, ["A"])))
          ])
      ),
      // UTF-16 with a byte order mark.
      ("u.csv", [0xFF, 0xFE] + "Name;Ort\nÄ;😀\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ]
  }

  /// Reads whatever comes; every problem must be able to print itself.
  static func read(_ bytes: [UInt8], _ name: String) {
    do {
      let draft = try Dataset.read(bytes: bytes, name: name)
      for problem in draft.problems { _ = problem.sentence(in: .german) }
      _ = Network.review(draft)
    } catch {
      #expect(!error.problems.isEmpty && error.problems.allSatisfy { $0.severity == .error })
    }
  }

  @Test("survives files cut off at any byte")
  func truncated() throws {
    for (name, bytes) in try Self.seeds() {
      let step = max(1, bytes.count / 300)
      for length in stride(from: 0, to: bytes.count, by: step) { Self.read(Array(bytes.prefix(length)), name) }
    }
  }

  @Test("survives damaged files", arguments: 0..<8 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var random = Seeded(seed)
    for (name, bytes) in try Self.seeds() {
      for _ in 0..<40 {
        var copy = bytes
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          let position = Int.random(in: 0..<copy.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: copy[position] = UInt8.random(in: 0...255, using: &random)
          case 1: copy.remove(at: position)
          default: copy.insert(UInt8.random(in: 0...255, using: &random), at: position)
          }
        }
        Self.read(copy, name)
      }
    }
  }

  @Test("survives random bytes under any name", arguments: 0..<8 as Range<UInt64>)
  func random(seed: UInt64) {
    var random = Seeded(seed)
    let alphabet = Array("name,;\t\"\n\r-0123.{}[]: äöABC".utf8) + [0, 0xFF, 0xFE, 0xC3, 0x80]
    for _ in 0..<200 {
      let count = Int.random(in: 0...300, using: &random)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &random)
          ? alphabet.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
      }
      for name in ["partners.csv", "x.xlsx", "x.json", "x"] { Self.read(bytes, name) }
      Self.read(Array("name,votes\n".utf8) + bytes, "partners.csv")
      Self.read(Array("{\"nodes\": [".utf8) + bytes, "x.json")
    }
  }

  @Test("survives random mappings and templates", arguments: 0..<4 as Range<UInt64>)
  func yaml(seed: UInt64) throws {
    var random = Seeded(seed)
    let pieces = [
      "partners", ":", " ", "\n", "- ", "{", "}", "[", "]", "table", "columns", "name", "&a", "*a", "\"", "id",
      "groups", "sectors", "  ",
    ]
    for _ in 0..<300 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &random)! }.joined()
      let bytes = FileBytes(Array(text.utf8))
      #expect(throws: UnreadableInput.self) {
        _ = try TemplateReading.read(bytes, file: "t.yaml")
        Issue.record("no template comes of \(text)")
      }
      _ = try? ColumnsFile(bytes, file: "c.yaml")
    }
    let deep = String(repeating: "- ", count: 50_000)
    #expect(throws: UnreadableInput.self) { try TemplateReading.read(FileBytes(Array(deep.utf8)), file: "t.yaml") }
    let flow = String(repeating: "[", count: 50_000)
    #expect(throws: UnreadableInput.self) { try TemplateReading.read(FileBytes(Array(flow.utf8)), file: "t.yaml") }
  }
}
