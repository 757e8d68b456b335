import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct SectorTemplateTests {
  @Test("reads the built-in templates without a mistake", arguments: SectorTemplates.builtInNames)
  func builtIn(name: String) throws {
    let yaml = try #require(SectorTemplates.yaml(named: name))
    let template = try TemplateReading.read(FileBytes(yaml), file: name)
    #expect(template.id == name && template.sectors.count >= 5)
    #expect(SectorTemplates.builtIn(named: name) == template)
  }

  @Test("has the sectors of a learning region")
  func learningRegion() throws {
    // The ids that the design names.
    let ids = """
      adult_education school library museum university applied_university leader regional_management village_renewal \
      local_agenda taste_region tech_centre chamber ams municipality sme association ngo environment tourism social health \
      culture sport
      """.split(separator: " ").map(String.init)
    let template = try #require(SectorTemplates.builtIn(named: "lernende-region"))
    #expect(Set(template.sectors.map(\.id)) == Set(ids))
    #expect(template.sectors.first { $0.id == "adult_education" }?.synonyms.contains("VHS") == true)
  }

  @Test("reads all keys")
  func keys() throws {
    let folder = TemporaryFolder([
      "eigene.yaml": """
      id: eigene
      name: Eigene
      groups:
        - id: g
          name: {en: Group, de: Gruppe}
          atLeast: 1
          sectors:
            - {id: a, name: {en: A, de: Ä}, level: focus, tags: [t, u], synonyms: [x, y], color: "#aa00ff", shape: star}
            - {id: b, name: B, minimum: 3, examples: {en: one, de: eins}}
      """
    ])
    let template = try SectorTemplates.load(folder.file("eigene.yaml"))
    let expected = SectorTemplate(
      id: "eigene", name: Localized("Eigene"),
      groups: [
        SectorGroup(
          id: "g", name: Localized(en: "Group", de: "Gruppe"), atLeast: 1,
          sectors: [
            Sector(
              id: "a", name: Localized(en: "A", de: "Ä"), level: .focus, tags: ["t", "u"], synonyms: ["x", "y"],
              color: "#AA00FF", shape: .star),
            Sector(id: "b", name: Localized("B"), minimum: 3, examples: Localized(en: "one", de: "eins")),
          ])
      ])
    #expect(template == expected)
    #expect(try SectorTemplates.find("eigene", dataset: folder.path) == expected)
    #expect(try SectorTemplates.find("eigene.yaml", dataset: folder.file("partners.csv")) == expected)
  }

  @Test("locates and explains all the mistakes at once")
  func mistakes() throws {
    let folder = TemporaryFolder([
      "t.yaml": """
      id: t
      name: T
      groups:
        - id: g
          name: G
          atLeast: 9
          sectors:
            - {id: a, name: A, level: requierd}
            - {id: a, name: A2}
            - {id: b, name: B, color: red, shape: cube}
            - {id: c, name: C, minimum: 0, farbe: x}
            - {id: d, name: D, synonyms: [B]}
            - {name: E}
            - {id: f, name: F, level: focus}
      """
    ])
    do {
      _ = try SectorTemplates.load(folder.file("t.yaml"))
      Issue.record("the template is full of mistakes")
    } catch {
      #expect(error.problems.map(\.location?.line) == [8, 10, 10, 11, 11, 13, 14, 6, 9, 12])
      #expect(error.problems[0].suggestion == "required")
      #expect(error.problems.allSatisfy { $0.code == .invalidTemplate && $0.location?.file == "t.yaml" })
    }
    #expect(throws: UnreadableInput.self) { try SectorTemplates.find("lernende-regoin") }
  }

  @Test("writes an empty workbook with all tables, which reads back without a problem", arguments: Language.allCases)
  func workbook(language: Language) throws {
    let template = try #require(SectorTemplates.builtIn(named: "lernende-region"))
    let bytes = try DatasetWriter.templateWorkbook(template, language: language)
    let draft = try Dataset.read(bytes: bytes, name: "vorlage.xlsx")
    #expect(draft.problems == [])
    #expect(Set(draft.tables.map(\.sheet)) == Set(Table.allCases.map { $0.displayName[language] }))
    #expect(draft.settings.template == "lernende-region" && draft.settings.language == language)
    for (origin, columns) in zip(draft.tables.dropFirst(), Table.allCases.dropLast().map(\.columns)) {
      #expect(origin.columns.count == columns.count)
    }
    // The list of sectors to choose from, and the sheet it stands in.
    let archive = try ZipArchive(FileBytes(bytes), name: "vorlage.xlsx")
    let sheet = try archive.text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("dataValidation type=\"list\"") && sheet.contains("Listen!$A$1:$A$24"))
    #expect(try archive.text("xl/workbook.xml").contains("name=\"Listen\" sheetId=\"16\" state=\"hidden\""))
  }
}

extension ZipArchive {
  func text(_ entry: String) throws -> String {
    var bytes: [UInt8] = []
    try read(entry) { piece in
      bytes += piece
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
