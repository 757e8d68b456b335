import Foundation
import Testing

/// Short files that would fill the memory are refused within 800 MB of addresses, libraries included.
///
/// `Scripts/memory-limits.py` does the same with a hundred files of 10 MB and the resident memory.
@Suite struct MemoryTests {
  struct Extreme: CustomTestStringConvertible, Sendable {
    let name: String
    /// 2 where the file is refused while it is read, 1 where the review finds that it means too much.
    let status: Int32
    let content: @Sendable () -> String
    var testDescription: String { name }
  }

  static let extremes = [
    Extreme(name: "product.dot", status: 2) {
      func names(_ letter: String) -> String { (0..<5000).map { "\(letter)\($0);" }.joined() }
      return "graph {{\(names("a"))} -- {\(names("b"))}}"
    },
    Extreme(name: "keys.json", status: 2) {
      "{\"nodes\":[" + (0..<30_000).map { "{\"k\($0)\":1}" }.joined(separator: ",") + "],\"links\":[]}"
    },
    Extreme(name: "half.dl", status: 2) {
      "dl n=1000000 format=lowerhalf\n" + String(repeating: "\n", count: 1_000_000) + "data:\n"
        + String(repeating: "1 ", count: 100_000)
    },
    Extreme(name: "promise.graph", status: 2) { "100000000 100000000\n2\n1\n" },
    Extreme(name: "promise.net", status: 2) { "*Vertices 100000000\n*Edges\n1 2\n" },
    Extreme(name: "project.csv", status: 1) {
      "partner,project\n" + (0..<30_000).map { "p\($0),all\n" }.joined()
    },
    Extreme(name: "unknown.csv", status: 1) {
      "source,target,strength\n" + (0..<50_000).map { "p\($0),q\($0),none\n" }.joined()
    },
  ]

  @Test("is refused in little memory", arguments: extremes)
  func refused(_ extreme: Extreme) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write(extreme.content(), to: extreme.name)
    let outcome = try runner.run("check", extreme.name, addressLimit: 800_000)
    #expect(outcome.status == extreme.status, "\(outcome.talk.prefix(300))")
    #expect(!outcome.talk.contains("Fatal error"))
    if extreme.status == 2 {
      #expect(outcome.talk.contains("\(extreme.name):"), "the message says where: \(outcome.talk.prefix(300))")
    }
  }

  @Test("a gzip file that unpacks to 300 MB is refused in little memory")
  func gzipBomb() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let packing = Process()
    packing.executableURL = URL(filePath: "/bin/sh")
    packing.arguments = ["-c", "head -c 300000000 /dev/zero | tr '\\0' 'a' | gzip -1 > a.csv.gz"]
    packing.currentDirectoryURL = runner.folder
    try packing.run()
    packing.waitUntilExit()
    let outcome = try runner.run("check", "a.csv.gz", addressLimit: 800_000)
    #expect(outcome.status == 2 && outcome.talk.contains("a.csv.gz"), "\(outcome.talk.prefix(300))")
  }
}
