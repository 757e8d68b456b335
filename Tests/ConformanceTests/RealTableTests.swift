import Foundation
import NetworkFiles
import NetworkModel
import Testing

/// Real partner lists; the counts are those of the files' own descriptions, and of `wc -l`.
@Suite(.enabled(if: SharedData.folder != nil, Comment(rawValue: SharedData.absence)))
struct RealTableTests {
  private func path(_ name: String) throws -> String { try #require(SharedData.folder(name)?.path) }

  private func errors(_ draft: NetworkDraft) -> [Problem] { draft.problems.filter { $0.severity == .error } }

  @Test("reads the partners round Lake Constance alike in both spellings of their tables")
  func lakeConstance() throws {
    let path = try path("interreg/subset_abh")
    let english = try Dataset.read(path)
    #expect(errors(english) == [])
    #expect(english.partners.count == 120 && english.ties.count == 628 && english.participations.count == 157)
    let left = english.problems.filter { $0.code == .secondFile }.compactMap(\.location?.file)
    #expect(left == ["beziehungen_cp1252_semikolon.csv", "partner_cp1252_semikolon.csv"])
    let folder = NSTemporaryDirectory() + "regionet-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in left { try FileManager.default.copyItem(atPath: path + "/" + name, toPath: folder + "/" + name) }
    let german = try Dataset.read(folder)
    #expect(german.problems == [])
    #expect(german.partners.map(\.name) == english.partners.map(\.name))
    #expect(german.partners.map(\.municipality) == english.partners.map(\.municipality))
    #expect(german.ties.map(\.source) == english.ties.map(\.source))
    // The English file has the weights twice: whole, and as Newman's.
    let newman = english.ties.map { $0.attributes.first { $0.name == "newman" }.flatMap { Double($0.value) } }
    #expect(german.ties.map(\.strength) == newman)
    #expect(german.partners.allSatisfy { $0.sectors.isEmpty })
    let projects = try Dataset.read(path + "/memberships.csv")
    #expect(projects.problems == [] && projects.participations.count == 157 && projects.addsUnknownPartners)
  }

  @Test("reads the whole of Interreg and of Horizon 2020, packed as they are")
  func large() throws {
    let interreg = try Dataset.read(path("interreg/all"))
    #expect(errors(interreg) == [] && interreg.partners.count == 6970 && interreg.ties.count == 33224)
    let cordis = try Dataset.read(path("cordis_h2020"))
    #expect(errors(cordis) == [] && cordis.partners.count == 35871 && cordis.ties.count == 796_670)
    #expect(cordis.participations.count == 144_726 && cordis.projects.count == 31451)
  }

  @Test("maps the Swiss landscape of digital humanities")
  func landscape() throws {
    let mapping = NSTemporaryDirectory() + "regionet-" + UUID().uuidString + ".yaml"
    let text = """
      partners: {table: 01_group, columns: {sector: type, municipality: based in}}
      ties:
        - {table: 01_group, columns: {source: id, target: member of}, values: {kind: member of}, split: target}
        - {table: 01_group, columns: {source: id, target: parent}, values: {kind: part of}, split: target}
      projects: {table: 03_project, columns: {from: start, until: end}}
      participation: {table: 03_project, columns: {partner: lead, project: id}, values: {role: lead}, split: partner}
      network: {title: Digital Humanities in Switzerland, language: en}
      """
    try text.write(toFile: mapping, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: mapping) }
    let draft = try Dataset.read(path("dh_landscape_switzerland"), columns: mapping)
    #expect(errors(draft) == [])
    #expect(draft.partners.count == 83 && draft.projects.count == 19)
    let network = try Network.review(draft).get()
    #expect(network.partners.count == 83 && network.settings.title == "Digital Humanities in Switzerland")
  }

  @Test("maps the workbook of keep.eu, one partner of its many rows")
  func keep() throws {
    let mapping = NSTemporaryDirectory() + "regionet-" + UUID().uuidString + ".yaml"
    let text = """
      partners: {table: Partners, columns: {name: Project Partner, sector: Legal Status, municipality: Town}}
      participation: {table: Partners, columns: {partner: Project Partner, project: Acronym, role: Lead Partner}}
      network: {title: Interreg, language: en}
      """
    try text.write(toFile: mapping, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: mapping) }
    let draft = try Dataset.read(path("interreg/keep_closed_1420.xlsx"), columns: mapping)
    #expect(errors(draft) == [])
    // 8,621 rows of partners below the header.
    #expect(draft.participations.count == 8621)
    #expect(Set(draft.partners.map(\.name)).count == draft.partners.count)
    #expect(draft.participations.count { $0.role == .lead } == 1891)
    let network = try Network.review(draft).get()
    #expect(network.partners.count == draft.partners.count && !network.ties.isEmpty)
  }
}
