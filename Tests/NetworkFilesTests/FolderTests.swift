import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct FolderTests {
  @Test("reads a German folder in Windows-1252 with semicolons and decimal commas")
  func german() throws {
    let folder = TemporaryFolder()
    folder.write(
      Array("ID;Name;Rechtsform;Ort\r\nP1;Universit".utf8) + [0xE4] + Array("t S".utf8) + [0xFC]
        + Array("d;".utf8) + [0xF6] + Array("ffentlich;Krems\r\nP2;VHS;privat;-\r\n".utf8),
      to: "partner_cp1252_semikolon.csv")
    folder.write(Array("Von;Nach;Gewicht\r\nP1;P2;0,333333\r\n".utf8), to: "beziehungen_cp1252_semikolon.csv")
    let draft = try Dataset.read(folder.path)
    #expect(draft.problems == [])
    #expect(draft.partners.map(\.name) == ["Universität Süd", "VHS"])
    #expect(draft.partners.map(\.id) == ["P1", "P2"])
    #expect(draft.partners.map(\.municipality) == ["Krems", nil])
    #expect(draft.partners[0].sectors == [])
    #expect(draft.partners[0].attributes == [Attribute(name: "Rechtsform", value: "öffentlich")])
    #expect(draft.ties.map(\.strength) == [0.333333])
    #expect(draft.addsUnknownPartners == false)
  }

  @Test("prefers the exact name, and names both files where a table stands twice")
  func twice() throws {
    let folder = TemporaryFolder([
      "partners.csv": "name\nA\n", "partner_alt.csv": "name\nB\n", "type_guess.csv": "id,type\nA,x\n",
      "README.md": "about", "photo.bin": "x",
    ])
    let draft = try Dataset.read(folder.path)
    #expect(draft.partners.map(\.name) == ["A"])
    #expect(draft.problems.map(\.code) == [.leftOut, .secondFile, .leftOut])
    #expect(draft.problems.allSatisfy { $0.severity == .warning })
    let second = draft.problems[1].sentence(in: .english)
    #expect(second.hasPrefix("partner_alt.csv: ") && second.contains("partners.csv"))
    #expect(draft.problems[0].location?.file == "type_guess.csv")
    #expect(draft.problems[2].message.english.contains("photo.bin"))
  }

  @Test("is clear about what is missing")
  func missing() {
    func code(_ path: String) -> Problem.Code? {
      do {
        _ = try Dataset.read(path)
        return nil
      } catch {
        return error.problems.count == 1 ? error.problems[0].code : nil
      }
    }
    let folder = TemporaryFolder(["ties.csv": "source,target\nA,B\n", "empty.csv": "", "blank.csv": " \n\n"])
    #expect(code(folder.path + "/nothing") == .fileMissing)
    #expect(code(folder.path) == .noPartnersTable)
    #expect(code(folder.file("empty.csv")) == .fileEmpty)
    #expect(code(folder.file("blank.csv")) == .fileEmpty)
    folder.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], to: "old.xls")
    #expect(code(folder.file("old.xls")) == .unknownFormat)
    folder.write([0x7F, 0x45, 0x4C, 0x46, 0, 0], to: "program")
    #expect(code(folder.file("program")) == .unknownFormat)
    folder.write(Array("Dear all,\nplease come, all of you.\n".utf8), to: "letter.txt")
    #expect(code(folder.file("letter.txt")) == .notATable)
  }

  @Test("makes partners from one file of ties, and from participation alone")
  func loneTables() throws {
    let folder = TemporaryFolder(["memberships.csv": "partner,project,role\nA,X,coordinator\nB,X,participant\n"])
    let projects = try Dataset.read(folder.path)
    #expect(projects.addsUnknownPartners)
    #expect(projects.participations.map(\.role) == [.lead, .partner])
    folder.write(Array("Von;An;Stärke\nA;B;2\n".utf8), to: "liste.csv")
    let ties = try Dataset.read(folder.file("liste.csv"))
    #expect(ties.addsUnknownPartners)
    #expect(ties.ties.map(\.target) == ["B"])
  }

  @Test("a file that merely begins like a table's name, with none of its headers, is left out with a warning")
  func foreignSuffix() throws {
    let folder = TemporaryFolder([
      "partners.csv": "name\nA\nB\n", "ties.csv": "source,target\nA,B\n",
      "Netzwerk_2019.csv": "from;to\nA;B\n", "Netzwerk_2020.csv": "from;to\nA;B\n",
    ])
    let draft = try Dataset.read(folder.path)
    #expect(draft.partners.count == 2 && draft.ties.count == 1)
    #expect(draft.problems.map(\.severity) == [.warning, .warning])
    #expect(draft.problems.map { $0.location?.file } == ["Netzwerk_2019.csv", "Netzwerk_2020.csv"])
  }
}
