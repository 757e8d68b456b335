import NetworkModel
import Testing

@testable import NetworkFiles

/// A small dataset in which every column of every table says something.
enum Everything {
  static let tables: [String: String] = [
    "network.csv": """
    key,value
    title,"Region ""Nord"", Süd"
    region,Krems
    template,eigene
    focus,tourism; health
    language,en
    source,Umfrage 2024
    date,2024-05-31
    funding,LEADER
    logo,a.svg; b.svg
    Farbe,=1+1
    """,
    "partners.csv": """
    id,name,short,sector,kind,role,municipality,latitude,longitude,public,interest,votes,joined,left,position,resources,\
    website,contact,consent,answered,Bemerkung,PLZ
    p1,Volkshochschule Krems,VHS,Bildung; Kultur,institution,lead,Krems,48.41,15.614,yes,Bildung,2,2020,2024-12-31,dafür,\
    Raum; Beamer,vhs.at,Frau A,no,yes,"zwei
    Zeilen",0123
    p2,"Huber, Anna",,,person,core,,,,no,,1,,,,,,,yes,no,+43 1,
    p3,Verein Ü,VÜ,Umwelt,,member,Wien,-33.5,0,,,0.5,2021-03,,,,,,,,=SUM(A1),
    p4,Leer,,,,,,,,,,,,,,,,,,,,
    """,
    "ties.csv": """
    source,target,kind,field,strength,trust,trust_back,directed,since,until,Notiz
    p1,p2,knows,Kurse,2.5,3,4,no,2020,,a
    p1,p2,works,,1.234,,,no,,2024-05,@b
    p3,p1,,,1,1,,yes,,,
    """,
    "offers.csv":
      "id,partner,topic,kind,capacity,amount,x\no1,p1,Raum; Technik,rooms,3,,y\no2,p2,Geld,funds,1,1500.5,\n",
    "needs.csv": "id,partner,topic,kind,amount,priority,x\nn1,p3,Raum,rooms,,high,\nn2,p1,Geld,,200,low,z\n",
    "fits.csv": "need,offer,fit\nn1,o1,0.75\n",
    "projects.csv": """
    id,name,title,field,status,from,until,budget,EU
    j1,Garten,Gemeinsamer Garten,Umwelt,idea,2024,2025-06,90000,ja
    j2,Markt,,,running,,,,
    """,
    "participation.csv": "partner,project,role\np1,j1,lead\np2,j1,partner\np3,j2,partner\n",
    "meetings.csv": "id,date,topic,Ort\nm1,2024-01-15,Auftakt,Saal\nm2,,,\n",
    "attendance.csv": "partner,meeting\np1,m1\np2,m1\np3,m2\n",
    "phases.csv": "id,name,from,until\nf1,Aufbau,2020,2021\nf2,Betrieb,2022,\n",
    "candidates.csv": "id,name,sector,offers,effort,x\nk1,Museum,Kultur; Bildung,Raum; Depot,2.5,\nk2,Bad,,,1,q\n",
    "municipalities.csv": "name,latitude,longitude,population,Bezirk\nKrems,48.41,15.61,25271,KR\nWien,,,,\n",
    "tasks.csv": "task,partner\nfinances,p1\npublic_relations,\n",
  ]

  static func network(_ draft: NetworkDraft) throws -> Network {
    let review = Network.review(draft)
    return try review.get()
  }
}

@Suite struct RoundTripTests {
  private func original() throws -> Network {
    let folder = TemporaryFolder(Everything.tables)
    let draft = try Dataset.read(folder.path)
    #expect(draft.problems == [])
    return try Everything.network(draft)
  }

  @Test("keeps every field through CSV, Excel and JSON, in both languages", arguments: Language.allCases)
  func lossless(language: Language) throws {
    let first = try original()
    #expect(first.partners.count == 4 && first.ties.count == 3 && first.settings.attributes.count == 1)
    let folder = TemporaryFolder()
    try DatasetWriter.writeFolder(first, to: folder.path, language: language)
    let fromCSV = try Everything.network(Dataset.read(folder.path))
    #expect(fromCSV == first)
    let workbook = try DatasetWriter.workbook(fromCSV, language: language)
    let fromWorkbook = try Everything.network(Dataset.read(bytes: workbook, name: "region.xlsx"))
    #expect(fromWorkbook == first)
    let fromJSON = try Everything.network(Dataset.read(bytes: DatasetWriter.json(fromWorkbook), name: "region.json"))
    #expect(fromJSON == first)
    let again = TemporaryFolder()
    try DatasetWriter.writeFolder(fromJSON, to: again.path, language: language)
    for (name, bytes) in DatasetWriter.csvFiles(first, language: language) { #expect(again.bytes(name) == bytes) }
  }

  @Test("writes the same bytes each time")
  func deterministic() throws {
    let network = try original()
    #expect(
      try DatasetWriter.workbook(network, language: .german) == DatasetWriter.workbook(network, language: .german))
    #expect(DatasetWriter.json(network) == DatasetWriter.json(network))
  }

  @Test("writes German tables for Excel and English ones for programs")
  func styles() throws {
    let network = try original()
    let german = DatasetWriter.csvFiles(network, language: .german)
    #expect(german.map(\.name).prefix(3) == ["Netzwerk.csv", "Partner.csv", "Beziehungen.csv"])
    let ties = String(decoding: german[2].bytes, as: UTF8.self)
    #expect(ties.hasPrefix("\u{FEFF}Von;Nach;Art;Feld;Stärke;Vertrauen;Vertrauen zurück;gerichtet;seit;bis;Notiz\n"))
    #expect(ties.contains("p1;p2;knows;Kurse;2,5;3;4;nein;2020;;a\n"))
    let english = String(decoding: DatasetWriter.csvFiles(network, language: .english)[2].bytes, as: UTF8.self)
    // 1.234 would have two readings.
    #expect(english.contains("p1,p2,works,,1.2340,"))
  }

  @Test("keeps an attribute whose name means a column that is left out")
  func imitation() throws {
    let folder = TemporaryFolder([
      "partners.csv": "name\nA\nB\n", "ties.csv": "source,target,strength,weight\nA,B,1,7\n",
    ])
    let first = try Everything.network(Dataset.read(folder.path))
    #expect(first.ties.map(\.strength) == [1])
    let second = try Everything.network(Dataset.read(bytes: DatasetWriter.json(first), name: "x.json"))
    #expect(second == first)
  }

  @Test("reads what networkx, D3 and others write")
  func foreignJSON() throws {
    let networkx = """
      {"directed": true, "multigraph": false, "graph": {"name": "Kite"}, "nodes": [{"club": "x", "id": 0}, {"id": 1}],
       "edges": [{"weight": 2.5, "source": 0, "target": 1}]}
      """
    let first = try Dataset.read(bytes: Array(networkx.utf8), name: "a.json")
    #expect(first.partners.map(\.id) == ["0", "1"] && first.partners[0].attributes.map(\.name) == ["club"])
    #expect(first.ties.map(\.strength) == [2.5] && first.ties[0].isDirected && first.ties[0].source == "0")
    #expect(first.settings.title == "Kite" && first.parallelTiesAdd)
    let d3 = """
      {"nodes": [{"name": "Myriel", "group": 1}, {"name": "Valjean", "group": 2}],
       "links": [{"source": 1, "target": 0, "value": 3}]}
      """
    let second = try Dataset.read(bytes: Array(d3.utf8), name: "b.json")
    #expect(second.ties.map(\.source) == ["Valjean"] && second.ties.map(\.strength) == [3])
    #expect(second.partners.map(\.sectors) == [["1"], ["2"]])
    let cytoscape = """
      {"elements": {"nodes": [{"data": {"id": "a"}}, {"data": {"id": "b"}}],
       "edges": [{"data": {"source": "a", "target": "b"}}]}}
      """
    #expect(try Dataset.read(bytes: Array(cytoscape.utf8), name: "c.cyjs").ties.count == 1)
  }
}
