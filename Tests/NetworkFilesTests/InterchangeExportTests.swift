import Foundation
import NetworkModel
import Testing

@testable import NetworkFiles

/// Writes the files that `Scripts/check-exports.py` reads with networkx and igraph.
@Suite struct InterchangeExportTests {
  static let folder = ProcessInfo.processInfo.environment["REGIONET_EXPORTS"]

  @Test("writes exports for other programs", .enabled(if: folder != nil))
  func write() throws {
    let folder = URL(filePath: try #require(Self.folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var draft = NetworkDraft()
    draft.tables = [TableOrigin(file: "made")]
    draft.parallelTiesAdd = true
    let names = ["Bücherei Zwettl", "Käse & Co", "L'Étoile", "Hof <Nord>", "Zeile mit = und ;", "日本館", "Einzel"]
    for (position, name) in names.enumerated() {
      var row = PartnerRow(place: RowPlace(table: 0, line: position), name: name)
      row.id = "p\(position)"
      row.sectors = position == 6 ? [] : [position % 2 == 0 ? "Bildung & Kultur" : "Landwirtschaft"]
      row.attributes = [Attribute(name: "Größe", value: "12")]
      draft.partners.append(row)
    }
    for (line, pair) in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (0, 1)].enumerated() {
      var row = TieRow(
        place: RowPlace(table: 0, line: line), source: "p\(pair.0)", target: "p\(pair.1)")
      row.strength = Double(line) + 0.25
      row.kind = "Förderung"
      row.attributes = [Attribute(name: "note", value: "\"so\"")]
      draft.ties.append(row)
    }
    let network = try Network.review(draft).get()
    for ending in ["graphml", "gexf", "gml", "net", "dot", "cyjs", "edgelist", "dl"] {
      let output = try #require(Interchange.write(network, as: ending))
      try Data(output.bytes).write(to: folder.appending(path: "made.\(ending)"))
    }
    let partners = network.partners.map { partner in
      JSONValue.object([
        JSONValue.Member("id", .string(partner.id)), JSONValue.Member("name", .string(partner.name)),
        JSONValue.Member("sector", JSONValue(partner.mainSector)),
      ])
    }
    let ties = network.ties.map { tie in
      JSONValue.object([
        JSONValue.Member("source", .string(network.partners[tie.source].id)),
        JSONValue.Member("target", .string(network.partners[tie.target].id)),
        JSONValue.Member("weight", .number(tie.strength)),
      ])
    }
    let made = JSONValue.object([
      JSONValue.Member("directed", .bool(network.isDirected)), JSONValue.Member("partners", .array(partners)),
      JSONValue.Member("ties", .array(ties)),
    ])
    try Data(made.bytes()).write(to: folder.appending(path: "made.json"))
  }
}
