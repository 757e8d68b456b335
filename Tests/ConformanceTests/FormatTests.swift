import Foundation
import NetworkModel
import Testing

@testable import NetworkFiles

/// Every file of other programs' test data is read as networkx and igraph read it.
///
/// What the libraries read stands in `Fixtures/format-counts.json` (`Scripts/format-counts.py`); the files themselves
/// lie beside the repository and not in it.
@Suite struct FormatTests {
  struct Counts: Codable, Equatable, CustomStringConvertible {
    var nodes: Int
    var edges: Int
    var directed: Bool
    var multigraph: Bool?
    var description: String { "\(nodes) nodes, \(edges) edges, \(directed ? "directed" : "undirected")" }
  }

  struct Libraries: Codable {
    var networkx: Counts?
    var igraph: Counts?
    var counted: Counts?
  }

  struct Fixture: Codable {
    var networkx: String
    var igraph: String
    var files: [String: Libraries]
  }

  static let folder = SharedData.folder.map { $0.appending(path: "formats") }

  static let fixture: Fixture = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/format-counts.json")
    return try! JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
  }()

  /// What a draft holds, counted as the libraries count.
  struct Ours {
    var nodes: Int
    var edges: Int
    var distinctEdges: Int
    var isDirected: Bool
    var error: String?

    init(_ draft: NetworkDraft) {
      nodes = draft.partners.count + draft.projects.count
      edges = draft.ties.count + draft.participations.count
      isDirected = !draft.ties.isEmpty && draft.ties.allSatisfy(\.isDirected)
      var pairs: Set<[String]> = []
      for tie in draft.ties {
        pairs.insert(tie.isDirected ? [tie.source, tie.target] : [tie.source, tie.target].sorted())
      }
      for row in draft.participations { pairs.insert([row.partner, "project", row.project]) }
      distinctEdges = pairs.count
      if draft.addsUnknownPartners || draft.partners.isEmpty {
        let known = Set(draft.partners.map { $0.id ?? $0.name })
        nodes += Set(draft.ties.flatMap { [$0.source, $0.target] }).subtracting(known).count
      }
      error = Network.review(draft).problems.first { $0.severity == .error }?.sentence(in: .english)
    }

    func agrees(with library: Counts) -> Bool {
      nodes == library.nodes && (library.multigraph == false ? distinctEdges : edges) == library.edges
        && (edges == 0 || isDirected == library.directed)
    }

    var short: String {
      error.map { "error: \($0)" } ?? "\(nodes) \(edges) \(edges == 0 ? "-" : isDirected ? "directed" : "undirected")"
    }
  }

  static func read(_ name: String) throws -> NetworkDraft {
    let bytes = [UInt8](try Data(contentsOf: folder!.appending(path: name)))
    let short = name.split(separator: "/").last.map(String.init)!
    do {
      return try Dataset.read(bytes: bytes, name: short)
    } catch {
      var draft = NetworkDraft()
      draft.problems = error.problems
      return draft
    }
  }

  /// Files that are read otherwise than a library reads them.
  static let exceptions: [String: (library: String, reason: String)] = [
    "gonum/dot/internal/testdata/subgraph.dot": ("networkx", "pydot leaves nodes out that only stand in subgraphs"),
    "gonum/cytoscapejs/testdata/edge-type.json": ("networkx", "networkx merges parallel edges that have no key"),
    "graphology/gexf/test/resources/missing_nodes.gexf": (
      "counted", "four nodes stand only in edges; networkx adds them"
    ),
    "networkx/graphml_line0412.graphml": ("igraph", "igraph makes the one undirected edge directed"),
    "networkx/graphml_line0458.graphml": ("igraph", "igraph leaves the hyperedge out, regionet refuses it"),
    "networkx/graphml_line0778.graphml": ("igraph", "igraph leaves the nodes of nested graphs out"),
  ]

  /// Files that no library reads: what stands in them, counted by hand, or a word of the error, with the reason.
  static let byHand: [String: (outcome: String, reason: String)] = [
    "gonum/dot/internal/lexer/testdata/tokens.dot": ("12 1 undirected", "several graphs; the first is read"),
    "gonum/dot/internal/testdata/attr_sep.dot": ("1 0 -", "pydot knows no semicolon between attributes"),
    "gonum/dot/internal/testdata/backslash_newline_id.dot": ("1 0 -", "pydot knows no continued lines"),
    "gonum/dot/internal/testdata/error.dot": ("error.dot:2: this is no DOT", "a wrong edge operator"),
    "manynet/inst/tutorials/tutorial1/data/flonode.csv": ("16 0 -", "a table of partners"),
    "manynet/test.xlsx": ("3 3 undirected", "a workbook with the pairs of testCSVComma.csv"),
    "manynet/test_matrix.csv": ("4 6 undirected", "a full symmetric matrix of four, its diagonal left out"),
    "networkit/example2.dgs": ("no table that regionet knows", "DGS, a protocol of changes, is no format of the list"),
    "networkit/example_write.dgs": ("no table that regionet knows", "DGS, see above"),
    "networkit/tiny_05.rb": ("no table that regionet knows", "Rutherford-Boeing matrices are no format of the list"),
    "networkx/gexf_line0307.gexf": ("not well-formed XML", "a part of a file"),
    "networkx/gexf_line0386.gexf": ("not well-formed XML", "a part of a file"),
    "networkx/gexf_line0414.gexf": ("not well-formed XML", "a part of a file"),
    "networkx/gexf_line0444.gexf": ("not well-formed XML", "a part of a file"),
    "networkx/gml_line0483.gml": ("is not closed", "a part of a file"),
    "networkx/gml_line0519.gml": ("stands already in line 1", "two nodes with one id"),
    "networkx/gml_line0522.gml": ("an edge has no target", "an edge without a target"),
    "networkx/gml_line0524.gml": ("no partner \"1\"", "an edge to a node that is not there"),
    "networkx/gml_line0525.gml": ("no partner \"1\"", "an edge to a node that is not there"),
    "networkx/graphml_line0186.graphml": ("2 3 directed", "networkx refuses the weight k; it is kept as an attribute"),
    "networkx/graphml_line0754.graphml": ("1 0 -", "a namespace of its own"),
  ]

  @Test(
    "reads every file as networkx and igraph do", .enabled(if: folder != nil, Comment(rawValue: SharedData.absence)))
  func everyFile() throws {
    let folder = try #require(Self.folder)
    let present = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    #expect(Set(present) == Set(Self.fixture.files.keys), "run Scripts/format-counts.py again")
    for (name, libraries) in Self.fixture.files.sorted(by: { $0.key < $1.key }) {
      let ours = Ours(try Self.read(name))
      var witnesses = 0
      for (library, counts) in [
        ("networkx", libraries.networkx), ("igraph", libraries.igraph), ("counted", libraries.counted),
      ] {
        guard let counts else { continue }
        if let exception = Self.exceptions[name], exception.library == library {
          #expect(!ours.agrees(with: counts), "\(name) is no exception any more")
          continue
        }
        witnesses += 1
        #expect(ours.agrees(with: counts), "\(name): \(library) reads \(counts), regionet \(ours.short)")
      }
      if let (outcome, _) = Self.byHand[name] {
        #expect(
          outcome.first!.isNumber ? ours.short == outcome : ours.short.contains(outcome), "\(name): \(ours.short)")
        witnesses += 1
      }
      if Self.exceptions[name] == nil { #expect(witnesses > 0, "nobody says what stands in \(name): \(ours.short)") }
    }
  }
}
