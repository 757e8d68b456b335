import Foundation
import Testing

/// The articles of Sources/GraphMeasures/GraphMeasures.docc: complete, linked, and with examples that are true.
@Suite struct ArticleTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of every file in a folder of the package, by its name without extension.
  private static func files(in folder: String, _ pathExtension: String) throws -> [String: String] {
    let folder = package.appending(path: folder)
    var texts: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == pathExtension {
      texts[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }

  private static func catalogue() throws -> (landing: String, articles: [String: String]) {
    var articles = try files(in: "Sources/GraphMeasures/GraphMeasures.docc", "md")
    let landing = articles.removeValue(forKey: "GraphMeasures")
    return (try #require(landing), articles)
  }

  /// What stands between two marks, every time.
  private static func all(between start: String, and end: String, in text: String) -> [String] {
    text.components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
  }

  /// The lines without what they are indented by.
  private static func flat(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: "\n")
  }

  @Test("every article is listed once on the landing page, and every link leads to one")
  func reached() throws {
    let (landing, articles) = try Self.catalogue()
    #expect(articles.count > 30)
    let topics = try #require(landing.components(separatedBy: "## Topics").last)
    #expect(Self.all(between: "<doc:", and: ">", in: topics).sorted() == articles.keys.sorted())
    for (name, text) in articles {
      for link in Self.all(between: "<doc:", and: ">", in: text) {
        #expect(articles[link] != nil, "\(name) leads to \(link)")
      }
    }
  }

  @Test("every public measure and type stands among the topics of the landing page")
  func everySymbol() throws {
    let landing = try Self.catalogue().landing
    let topics = try #require(landing.components(separatedBy: "## Topics").last)
    var symbols: [String] = []
    for source in try Self.files(in: "Sources/GraphMeasures", "swift").values {
      symbols += PublicSymbols.methods(ofGraphIn: source).map { "GraphCore/Graph/\($0)" }
      symbols += PublicSymbols.types(in: source)
    }
    #expect(symbols.count > 60)
    #expect(Self.all(between: "- ``", and: "``", in: topics).sorted() == symbols.sorted())
  }

  @Test("every article says what it must, from one sentence to the source")
  func sections() throws {
    let wanted = ["Definition", "Conventions", "Example", "Range and cost", "Source"]
    for (name, text) in try Self.catalogue().articles {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) } == wanted.map { $0[...] }, "\(name)")
      #expect(lines[0].hasPrefix("# ") && lines[1].isEmpty && lines[2].first?.isUppercase == true, "\(name)")
      // A line of prose that begins with a plus would be an item of a list.
      #expect(lines.allSatisfy { $0.count <= 120 && !$0.hasPrefix("+ ") }, "\(name)")
    }
  }

  @Test("every code block of an article stands in the examples that are compiled and run")
  func examples() throws {
    let (landing, articles) = try Self.catalogue()
    let code = try Self.files(in: "Tests/GraphMeasuresTests/ArticleExamples", "swift").values.map(Self.flat)
    for (name, text) in articles.merging(["GraphMeasures": landing], uniquingKeysWith: { article, _ in article }) {
      let blocks = Self.all(between: "```swift\n", and: "\n```", in: text)
      #expect(!blocks.isEmpty, "\(name) has no example")
      for block in blocks {
        #expect(code.contains { $0.contains(Self.flat(block)) }, "\(name): \(block)")
      }
    }
  }
}
