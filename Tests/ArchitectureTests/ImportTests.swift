import Foundation
import Testing

/// Data flows from left to right through the targets; no target imports one to its right.
@Suite struct ImportTests {
  /// The targets from left to right, and what of the package each may import.
  private static let targets: [(name: String, mayImport: Set<String>)] = [
    ("NetworkModel", []),
    ("GraphvizBinding", ["CGraphviz"]),
    ("NetworkFiles", ["NetworkModel", "GraphvizBinding", "CExpat", "CZip", "CXlsxWriter", "Yams"]),
    ("GraphCore", []),
    ("GraphMeasures", ["GraphCore"]),
    ("NetworkAnalysis", ["NetworkModel", "GraphCore", "GraphMeasures"]),
    ("NetworkMaps", ["NetworkModel", "GraphvizBinding", "GraphCore", "GraphMeasures", "NetworkAnalysis"]),
    ("NetworkReports", ["NetworkModel", "NetworkFiles", "NetworkAnalysis", "NetworkMaps"]),
    (
      "regionet",
      [
        "NetworkModel", "GraphvizBinding", "NetworkFiles", "GraphCore", "GraphMeasures", "NetworkAnalysis",
        "NetworkMaps", "NetworkReports", "ArgumentParser",
      ]
    ),
  ]

  /// What any target may import: the C library and the standard library's own modules.
  private static let everywhere: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]

  /// Targets that touch files and processes; the others stay free of Foundation, which costs start-up time.
  private static let foundation: Set<String> = ["NetworkFiles"]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test("a target imports only what stands to its left", arguments: targets.map(\.name))
  func imports(target: String) throws {
    var allowed = Self.everywhere.union(Self.targets.first { $0.name == target }!.mayImport)
    if Self.foundation.contains(target) { allowed.formUnion(["Foundation", "FoundationEssentials"]) }
    let files = try #require(
      FileManager.default.enumerator(at: Self.sources.appending(path: target), includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      count += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let module = Self.importedModule(line) else { continue }
        #expect(allowed.contains(module), "\(target)/\(file.lastPathComponent) imports \(module)")
      }
    }
    #expect(count > 0)
  }

  @Test("every folder of Swift sources is a target of the list")
  func noStrangers() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Self.sources, includingPropertiesForKeys: nil)
    let swift = try folders.filter { folder in
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      return names.contains { $0.hasSuffix(".swift") }
    }
    #expect(Set(swift.map(\.lastPathComponent)) == Set(Self.targets.map(\.name)))
  }

  @Test("reads the module out of an import line")
  func importLines() {
    #expect(Self.importedModule("import GraphCore") == "GraphCore")
    #expect(Self.importedModule("@testable import GraphCore") == "GraphCore")
    #expect(Self.importedModule("public import struct GraphCore.Graph") == "GraphCore")
    #expect(Self.importedModule("  #if canImport(Glibc)") == nil)
    #expect(Self.importedModule("// import Foundation") == nil)
  }

  private static func importedModule(_ line: Substring) -> String? {
    var words = line.split(separator: " ").map(String.init)
    while let first = words.first, first.hasPrefix("@") || ["public", "internal", "private", "package"].contains(first)
    {
      words.removeFirst()
    }
    guard words.first == "import", words.count > 1 else { return nil }
    words.removeFirst()
    if ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"].contains(words[0]), words.count > 1 {
      words.removeFirst()
    }
    return words[0].split(separator: ".").first.map(String.init)
  }
}
