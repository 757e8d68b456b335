import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct HeaderTests {
  @Test("knows every column of every table by its English and its German name", arguments: Table.allCases)
  func allColumns(table: Table) {
    for language in Language.allCases {
      let titles = table.columns.map { $0.title(in: language) }
      let header = RecognisedHeader(table: table, headers: titles.map { " \($0.uppercased()) " })
      for (index, words) in table.columns.enumerated() { #expect(header[words.column] == index) }
      #expect(header.attributes.isEmpty)
    }
  }

  @Test(
    "ignores case, blanks, marks and written-out diacritics",
    arguments: [
      ("oeffentlich", Column.public), ("ÖFFENTLICH", .public), ("o\u{308}ffentlich", .public), ("\u{FEFF}Name", .name),
      ("Laenge", .longitude), ("LÄNGE (°)", .longitude), ("Kurz-Name", .short), ("Ort", .municipality),
      ("town", .municipality), ("Bereich", .sector), ("Séctór", .sector),
    ])
  func spellings(header: String, column: Column) {
    #expect(RecognisedHeader(table: .partners, headers: [header])[column] == 0)
  }

  @Test("takes the legal form for no sector, and a weak word only where no better one stands")
  func weakWords() {
    let legal = RecognisedHeader(table: .partners, headers: ["Name", "Rechtsform", "Region"])
    #expect(legal[.sector] == nil && legal.attributes.map(\.name) == ["Rechtsform", "Region"])
    let weak = RecognisedHeader(table: .partners, headers: ["type", "Sektor", "Label", "Name"])
    #expect(weak[.sector] == 1 && weak[.name] == 3)
    #expect(weak.attributes.map(\.name) == ["type", "Label"] && weak.repeated.isEmpty)
    #expect(RecognisedHeader(table: .ties, headers: ["Von", "An", "Gewicht"])[.strength] == 2)
  }

  @Test(
    "recognises tables by file names in both languages",
    arguments: [
      ("partners", Table.Recognition.exact(.partners)), ("Partner", .exact(.partners)), ("BEZIEHUNGEN", .exact(.ties)),
      ("memberships", .exact(.participation)), ("nodes", .exact(.partners)), ("Kanten", .exact(.ties)),
      ("Sitzungen", .exact(.meetings)), ("partner_cp1252_semikolon", .suffixed(.partners)),
      ("beziehungen 2024", .suffixed(.ties)), ("netzwerk_partner", .suffixed(.partners)),
      ("partner-projekte", .ambiguous([.partners, .projects])), ("type_guess", .none), ("01_group", .none),
      ("partnerschaften", .none),
    ])
  func tableNames(name: String, expected: Table.Recognition) {
    #expect(Table.recognise(name) == expected)
  }

  @Test("reads fixed words in both languages and writes them in either")
  func words() {
    #expect(Words.yesNo.value(of: "Ja") == true && Words.yesNo.value(of: "NO") == false)
    #expect(Words.yesNo.value(of: "✓") == true && Words.yesNo.value(of: "vielleicht") == nil)
    #expect(Words.priority.value(of: "hoch") == .high && Words.priority.value(of: "2") == .normal)
    #expect(Words.leadTask.value(of: "Oeffentlichkeitsarbeit") == .publicRelations)
    #expect(Words.leadTask.value(of: "public relations") == .publicRelations)
    #expect(Words.exchangeKind.value(of: "Räume") == .rooms)
    for words in ExchangeKind.allCases { #expect(Words.exchangeKind.value(of: words.rawValue) == words) }
    #expect(Words.partnerRole.word(for: .lead, in: .german) == "Leitung")
  }

  @Test("finds the header below a title, and reads Gephi's and Kumu's headers")
  func foreign() throws {
    let titled = "Partnerliste;Stand 2024\n;\nName;Sektor\nA;x\n"
    let draft = try Dataset.read(bytes: Array(titled.utf8), name: "Partner.csv")
    #expect(draft.partners.map(\.name) == ["A"] && draft.partners[0].place.line == 4)
    let gephi = "Source,Target,Type,Id,Weight\n1,2,Directed,0,2.5\n1,3,Undirected,1,1\n"
    let edges = try Dataset.read(bytes: Array(gephi.utf8), name: "export.csv")
    #expect(edges.ties.map(\.isDirected) == [true, false] && edges.ties.map(\.kind) == [nil, nil])
    let kumu = "From,To,Type\nA,B,knows\n"
    #expect(try Dataset.read(bytes: Array(kumu.utf8), name: "x.csv").ties.map(\.kind) == ["knows"])
  }
}
