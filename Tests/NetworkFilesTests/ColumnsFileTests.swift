import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct ColumnsFileTests {
  @Test("makes several tables from one sheet, and one partner of its rows")
  func oneSheet() throws {
    let folder = TemporaryFolder([
      "beteiligung.csv": """
      Träger;Rechtsstatus;Sitz;Acronym;Land
      Kammer;öffentlich;Wien;A;AT
      Schule;;Graz;A;AT
      Kammer;öffentlich;Linz;B;DE
      """,
      "columns.yaml": """
      partners: {table: beteiligung, columns: {name: Träger, sector: Rechtsstatus, municipality: Sitz}}
      participation: {table: beteiligung.csv, columns: {Partner: Träger, project: Acronym}, values: {role: lead}}
      network: {title: Test, language: de}
      """,
    ])
    let draft = try Dataset.read(folder.path)
    #expect(draft.partners.map(\.name) == ["Kammer", "Schule"])
    #expect(draft.partners[0].municipality == "Wien" && draft.partners[0].sectors == ["öffentlich"])
    #expect(draft.partners[0].attributes == [Attribute(name: "Land", value: "AT; DE")])
    #expect(draft.participations.map(\.project) == ["A", "A", "B"])
    #expect(draft.participations.allSatisfy { $0.role == .lead })
    #expect(draft.settings.title == "Test" && draft.settings.language == .german)
    #expect(draft.problems.map(\.code) == [.contradictoryRows])
    #expect(draft.problems[0].location?.line == 4 && draft.problems[0].location?.header == "Sitz")
  }

  @Test("splits cells that hold several values into rows")
  func split() throws {
    let folder = TemporaryFolder([
      "gruppen.csv": "id;name;Mitglied bei\nG1;Eins;G2; G3\nG2;Zwei;\nG3;Drei;\n"
        .replacing("G2; G3", with: "\"G2; G3\""),
      "columns.yaml": """
      partners: {table: gruppen}
      ties: {table: gruppen, columns: {source: id, target: Mitglied bei}, values: {kind: member of}, split: target}
      """,
    ])
    let draft = try Dataset.read(folder.path)
    #expect(draft.partners.map(\.id) == ["G1", "G2", "G3"])
    #expect(draft.ties.map(\.target) == ["G2", "G3"] && draft.ties.map(\.kind) == ["member of", "member of"])
  }

  @Test("explains every mistake in the mapping at its line")
  func mistakes() throws {
    let folder = TemporaryFolder([
      "a.csv": "x,y\n1,2\n",
      "columns.yaml": "partner:\n  table: a\n  columns: {nme: x}\n  colums: {name: x}\nfoo: {table: a}\n",
    ])
    #expect(throws: UnreadableInput.self) { try Dataset.read(folder.path) }
    do {
      _ = try Dataset.read(folder.path)
    } catch {
      #expect(error.problems.map(\.location?.line) == [3, 4, 5])
      #expect(error.problems.map(\.suggestion) == ["name", "columns", nil])
    }
    folder.write(Array("partners: {table: b, columns: {name: x}}\n".utf8), to: "columns.yaml")
    do {
      _ = try Dataset.read(folder.path)
      Issue.record("there is no table b")
    } catch {
      #expect(error.problems.map(\.code) == [.invalidMapping] && error.problems[0].message.english.contains("a.csv"))
    }
    folder.write(Array("partners: {table: a, columns: {name: z}}\n".utf8), to: "columns.yaml")
    let draft = try Dataset.read(folder.path)
    #expect(draft.problems.map(\.code) == [.missingColumn] && draft.problems[0].location?.file == "columns.yaml")
    folder.write(Array("partners: {table: a, columns: {name: [\n".utf8), to: "columns.yaml")
    do {
      _ = try Dataset.read(folder.path)
      Issue.record("this is no YAML")
    } catch {
      #expect(error.problems.map(\.code) == [.invalidYAML])
    }
  }

  @Test("leaves alone a mapping that lies beside a file it does not speak of")
  func beside() throws {
    let folder = TemporaryFolder([
      "partners.csv": "name\nA\n", "columns.yaml": "partners: {table: other, columns: {name: x}}\n",
    ])
    #expect(try Dataset.read(folder.file("partners.csv")).partners.map(\.name) == ["A"])
    #expect(try Dataset.read(folder.file("partners.csv"), columns: nil).problems == [])
  }

  @Test("a folder with a mapping and a workbook, but no CSV, is told to give the workbook")
  func besideWorkbook() throws {
    let folder = TemporaryFolder([
      "partner.xlsx": "", "columns.yaml": "partners: {table: Blatt 1, columns: {name: x}}\n",
    ])
    do {
      _ = try Dataset.read(folder.path)
      Issue.record("read a folder without tables")
    } catch {
      #expect(
        error.problems.count == 1 && error.problems[0].message.german.hasSuffix("geben Sie partner.xlsx selbst an"))
    }
  }

  @Test("where a mapping says what the tables are, one that only bears a table's name is left out with a warning")
  func foreignTable() throws {
    let folder = TemporaryFolder([
      "gruppen.csv": "id;name\nG1;Eins\nG2;Zwei\n", "ties.csv": "source;target\nG1;G2\n",
      "memberships.csv": "partner;body\nG1;G2\n", "columns.yaml": "partners: {table: gruppen}\n",
    ])
    let draft = try Dataset.read(folder.path)
    #expect(draft.partners.count == 2 && draft.ties.count == 1 && draft.participations.isEmpty)
    #expect(draft.problems.map(\.severity) == [.warning])
    #expect(draft.problems[0].location?.file == "memberships.csv")
  }
}
