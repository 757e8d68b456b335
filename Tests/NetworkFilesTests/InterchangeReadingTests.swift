import NetworkModel
import Testing

@testable import NetworkFiles

/// Small inputs, one for each thing that a format can say.
@Suite struct InterchangeReadingTests {
  private func network(_ text: String, _ name: String) throws -> Network {
    try Network.review(Dataset.read(bytes: Array(text.utf8), name: name)).get()
  }

  private func problems(_ text: String, _ name: String) -> [String] {
    do {
      return Network.review(try Dataset.read(bytes: Array(text.utf8), name: name)).problems.map {
        $0.sentence(in: .english)
      }
    } catch {
      return error.problems.map { $0.sentence(in: .english) }
    }
  }

  private func pairs(_ network: Network) -> [String] {
    network.ties.map { tie in
      let sign = tie.isDirected ? ">" : "-"
      return
        "\(network.partners[tie.source].name) \(sign) \(network.partners[tie.target].name) \(tie.strength.shortText)"
    }
  }

  @Test("GML: entities, Latin-1, nested lists, an own id")
  func gml() throws {
    let text = """
      Creator "me"
      graph [ directed 1
        node [ id 1 label "M&#252;hle &amp; Co" graphics [ x 1.5 y 2 ] group "Mühlen" ]
        node [ id 2 label "B&auml;ckerei" partner_id "b" ]
        edge [ source 1 target 2 value 2.5 ]
      ]
      """
    // Latin-1, as the format's author meant it.
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let network = try Network.review(Dataset.read(bytes: bytes, name: "a.gml")).get()
    #expect(network.partners.map(\.name) == ["Mühle & Co", "Bäckerei"])
    #expect(network.partners.map(\.id) == ["1", "b"])
    #expect(network.partners[0].sectors == ["Mühlen"])
    #expect(network.partners[0].attributes.map(\.name) == ["graphics.x", "graphics.y"])
    #expect(pairs(network) == ["Mühle & Co > Bäckerei 2.5"])
  }

  @Test("Pajek: arcs, edges, lists, relations, time, partition and vector")
  func pajek() throws {
    let text = """
      *Network Region
      *Vertices 4
      1 "A a" 0.1 0.2 0.5 ic Red
      2 'B'
      3 C
      *Arcs :2 "trade"
      1 2 3.5 c Blue
      *Edges
      2 3
      *Arcslist
      4 1 2
      *Partition Sector
      *Vertices 4
      1
      2
      2
      9999998
      *Vector votes
      *Vertices 4
      1
      2
      3
      4
      """
    let network = try network(text, "a.paj")
    #expect(network.settings.title == "Region")
    #expect(network.partners.map(\.name) == ["A a", "B", "C", "4"])
    #expect(network.partners.map(\.sectors) == [["1"], ["2"], ["2"], []])
    #expect(network.partners.map(\.votes) == [1, 2, 3, 4])
    #expect(pairs(network) == ["A a > B 3.5", "B - C 1", "4 > A a 1", "4 > B 1"])
    #expect(network.ties[0].kind == "trade")
  }

  @Test(
    "two modes are partners and projects",
    arguments: [
      ("*Vertices 5 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"X\"\n5 \"Y\"\n*Edges\n1 4\n2 4\n2 5\n3 5\n", "a.net"),
      ("*Vertices 5 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"X\"\n5 \"Y\"\n*Matrix\n1 0\n1 1\n0 1\n", "a.net"),
      ("dl nr=3 nc=2 format=fullmatrix\nrow labels:\na b c\ncolumn labels:\nX Y\ndata:\n1 0\n1 1\n0 1\n", "a.dl"),
      (
        "dl nr=3, nc=2 format=edgelist2\nrow labels embedded\ncolumn labels embedded\ndata:\na X\nb X\nb Y\nc Y\n",
        "a.dl"
      ),
    ])
  func twoModes(text: String, name: String) throws {
    let network = try network(text, name)
    #expect(network.partners.map(\.name) == ["a", "b", "c"])
    #expect(network.projects.map(\.name) == ["X", "Y"])
    #expect(pairs(network) == ["a - b 1", "b - c 1"])
  }

  @Test(
    "DL: matrices, halves, lists, labels",
    arguments: [
      "dl n=3 format=fullmatrix\nlabels:\nann,bob,cem\ndata:\n0 2 0\n2 0 1\n0 1 0\n",
      "DL\nN = 3\nformat = fullmatrix\nlabels embedded\ndata:\n ann bob cem\nann 0 2 0\nbob 2 0 1\ncem 0 1 0\n",
      "dl n=3 format=lowerhalf diagonal=absent\nlabels:\nann\nbob\ncem\ndata:\n2\n0 1\n",
      "dl n=3 format=edgelist1\nlabels:\nann bob cem\ndata:\n1 2 2\n2 1 2\n2 3 1\n3 2 1\n",
      "dl n=3 format=edgelist1\nlabels embedded\ndata:\nann bob 2\nbob ann 2\nbob cem 1\ncem bob 1\n",
    ])
  func dl(text: String) throws {
    let network = try network(text, "a.dl")
    #expect(network.partners.map(\.name) == ["ann", "bob", "cem"])
    #expect(pairs(network) == ["ann - bob 2", "bob - cem 1"])
  }

  @Test("DL: nodelist1 and several matrices")
  func moreDL() throws {
    #expect(
      try pairs(network("dl n=3 format=nodelist1\ndata:\n1 2 3\n3 1\n", "a.dl")) == ["1 > 2 1", "1 > 3 1", "3 > 1 1"])
    let two = try network("dl n=2 nm=2\nmatrix labels:\nadvice trust\ndata:\n0 1\n0 0\n0 0\n1 0\n", "a.dl")
    #expect(two.ties.map(\.kind) == ["advice", "trust"])
    #expect(pairs(two) == ["1 > 2 1", "2 > 1 1"])
  }

  @Test("GraphML: defaults, direction of one edge, yEd's label, nested graph")
  func graphml() throws {
    let text = """
      <?xml version="1.0"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key id="c" for="node" attr.name="group" attr.type="string"><default>none</default></key>
      <key id="w" for="edge" attr.name="weight" attr.type="double"/>
      <key id="g" for="node" yfiles.type="nodegraphics"/>
      <graph edgedefault="directed">
        <node id="n0"><data key="c">schools</data><data key="g"><y:ShapeNode><y:NodeLabel>Schule</y:NodeLabel></y:ShapeNode></data>
          <graph edgedefault="undirected"><node id="n0::a"/><edge source="n0" target="n0::a"/></graph>
        </node>
        <node id="n1"/>
        <edge source="n0" target="n1"><data key="w">2</data></edge>
        <edge source="n1" target="n0::a" directed="false"/>
      </graph></graphml>
      """
    let network = try network(text, "a.graphml")
    #expect(network.partners.map(\.name) == ["Schule", "n0::a", "n1"])
    #expect(network.partners.map(\.sectors) == [["schools"], ["none"], ["none"]])
    #expect(network.partners[1].attributes == [Attribute(name: "parent", value: "n0")])
    #expect(pairs(network) == ["Schule - n0::a 1", "Schule > n1 2", "n1 - n0::a 1"])
  }

  @Test("GEXF: dates, defaults, kinds, looks")
  func gexf() throws {
    let text = """
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <meta><title>Netz</title></meta>
      <graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
      <attributes class="node"><attribute id="0" title="sector" type="string"><default>x</default></attribute></attributes>
      <nodes><node id="a" label="A" start="2020-02-01"><attvalues><attvalue for="0" value="LEADER"/></attvalues>
        <viz:color r="255" g="0" b="16"/></node>
      <node id="b" label="B"><spells><spell start="2019" end="2020"/><spell start="2022" end="2023"/></spells></node></nodes>
      <edges><edge source="a" target="b" type="directed" weight="3" kind="Rat" start="2021" end="2022-03-04"/></edges>
      </graph></gexf>
      """
    let network = try network(text, "a.gexf")
    #expect(network.settings.title == "Netz")
    #expect(network.partners.map(\.sectors) == [["LEADER"], ["x"]])
    #expect(network.partners[0].membership.start?.description == "2020-02-01")
    #expect(network.partners[1].membership.start?.description == "2019")
    #expect(network.partners[1].membership.end?.description == "2023")
    #expect(network.partners[0].attributes.contains(Attribute(name: "viz.color", value: "#ff0010")))
    #expect(pairs(network) == ["A > B 3"])
    #expect(network.ties[0].kind == "Rat")
    #expect(network.ties[0].period.end?.description == "2022-03-04")
  }

  @Test("DOT: clusters are sectors")
  func dot() throws {
    let text = """
      digraph { subgraph cluster_edu { label="Bildung"; a [label="VHS\\nKrems"]; b }
      subgraph cluster_x { c } a -> b [weight=2]; b -> c [dir=none] }
      """
    let network = try network(text, "a.dot")
    #expect(network.partners.map(\.name) == ["VHS\nKrems", "b", "c"])
    #expect(network.partners.map(\.sectors) == [["Bildung"], ["Bildung"], ["x"]])
    #expect(pairs(network) == ["VHS\nKrems > b 2", "b - c 1"])
  }

  @Test(
    "lists of edges",
    arguments: [
      ("a b 2\nb c 1\n", "a.edgelist"), ("a b {'weight': 2}\nb c {'weight': 1}\n", "a.edgelist"),
      ("# a\nb 2\n# b\nc 1\n", "a.lgl"), ("% sym\na b 2\nb c 1\n", "a.konect"),
      ("a b 2\nb a 2\nb c 1\nc b 1\n", "a.ncol"),
      ("%%MatrixMarket matrix coordinate real symmetric\n3 3 2\n2 1 2\n3 2 1\n", "a.mtx"),
      ("3 2 1\n2 2\n1 2 3 1\n2 1\n", "a.graph"), (",a,b,c\na,0,2,0\nb,2,0,1\nc,0,1,0\n", "a.csv"),
      ("a;b;c\n0;2;0\n2;0;1\n0;1;0\n", "a.csv"),
    ])
  func lists(text: String, name: String) throws {
    let network = try network(text, name)
    #expect(
      network.ties.map { "\($0.source)\($0.isDirected ? ">" : "-")\($0.target) \($0.strength)" }.map {
        $0.replacing("1-0", with: "0-1").replacing("2-1", with: "1-2")
      } == ["0-1 2.0", "1-2 1.0"])
  }

  @Test("SIF: one relation, several targets")
  func sif() throws {
    let network = try network("a pp b c\nd\n", "a.sif")
    #expect(pairs(network) == ["a - b 1", "a - c 1"])
    #expect(network.ties.map(\.kind) == ["pp", "pp"])
    #expect(network.partners.count == 4)
  }

  @Test(
    "Gephi's, Kumu's and graphology's files",
    arguments: [
      ("Source,Target,Type,Weight\na,b,Directed,2\n", "edges.csv"),
      ("From,To,Type,Direction\na,b,Rat,directed\n", "connections.csv"),
      (
        #"{"elements":[{"id":"1","label":"a","type":"Schule"},{"id":"2","label":"b"}],"#
          + #""connections":[{"from":"1","to":"2","direction":"directed"}]}"#, "a.json"
      ),
      (
        #"{"options":{"type":"directed"},"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"source":"a","target":"b"}]}"#,
        "g.json"
      ),
      (#"[{"data":{"id":"a"}},{"data":{"id":"b"}},{"data":{"source":"a","target":"b","directed":true}}]"#, "c.json"),
    ])
  func otherTables(text: String, name: String) throws {
    let network = try network(text, name)
    #expect(pairs(network).map { $0.prefix(5) } == ["a > b"])
  }

  /// A header as UCINET 6 writes it, for a matrix of two rows and columns.
  @Test("UCINET's pair of files")
  func ucinet() throws {
    var header: [UInt8] = [5] + Array("V6404".utf8) + [15, 0, 7, 0, 26, 0, 1, 0, 3, 0, 7, 2, 0]
    header += [2, 0, 0, 0, 2, 0, 0, 0, 0, 1, 1]
    for _ in 0..<2 {
      for name in ["Ä", "b"] { header += [2, 0] + name.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
    }
    let data = [Float(0), 1.5, 0, 0].flatMap { value in
      (0..<4).map { UInt8(value.bitPattern >> (8 * UInt32($0)) & 255) }
    }
    let network = try Network.review(UCINETFormat.read(header: header, data: data, file: "a.##h")).get()
    #expect(pairs(network) == ["Ä > b 1.5"])
    for length in 0..<header.count {
      let cut = UCINETFormat.read(header: Array(header[..<length]), data: data, file: "a.##h")
      #expect(cut.problems.contains { $0.severity == .error }, "\(length)")
    }
  }

  @Test(
    "a fault is told once, with its line",
    arguments: [
      ("graph [ node [ id 1 ]\n edge [ source 1", "a.gml", "a.gml:2: "),
      ("<graphml><graph><node id=\"a\">\n</graph></graphml>", "a.graphml", "a.graphml:2: not well-formed XML"),
      ("<graphml><graph>\n<hyperedge/></graph></graphml>", "a.graphml", "a.graphml:2: a hyperedge"),
      ("<!DOCTYPE g [<!ENTITY a \"b\">]><graphml>&a;</graphml>", "a.graphml", "declares entities"),
      ("*Vertices 2\n*Edges\n1 3\n", "a.net", "a.net:3: \"3\" is no vertex"),
      ("*Vertices 900000000\n", "a.net", "more than can stand in it"),
      ("dl n=2\ndata:\n0 1\n", "a.dl", "ends before the matrix"),
      ("graph { a -- b\n", "a.dot", "this is no DOT"),
      ("%%MatrixMarket matrix coordinate real general\n2 2 1\n1 5 2\n", "a.mtx", "a.mtx:3: an entry"),
      ("2 1\n2\n7\n", "a.graph", "a.graph:3: \"7\" is no node"),
    ])
  func faults(text: String, name: String, beginning: String) {
    let found = problems(text, name)
    #expect(found.count == 1)
    #expect(found.first?.contains(beginning) == true, "\(found)")
  }

  @Test(
    "a fault is told in German, too",
    arguments: [
      ("<graphml><graph><node id=\"a\">\n</graph></graphml>", "a.graphml", "wird geschlossen, das nicht offen ist"),
      ("<graphml>", "a.graphml", "die Datei endet zu früh"),
      ("<?xml version=\"1.0\" encoding=\"x\"?><graphml/>", "a.graphml", "ein Zeichensatz"),
      ("graph { a -- b\n", "a.dot", "das ist kein DOT: Syntaxfehler in Zeile 2"),
      ("{\"nodes\": [", "a.json", "das ist kein JSON (der Text ist abgeschnitten)"),
      ("[[[", "a.json", "das ist kein JSON (der Text ist abgeschnitten)"),
    ])
  func germanFaults(text: String, name: String, part: String) {
    do {
      let draft = try Dataset.read(bytes: Array(text.utf8), name: name)
      Issue.record("\(name) was read: \(draft.partners.count) partners")
    } catch {
      let sentences = error.problems.map { $0.sentence(in: .german) }
      #expect(sentences.count == 1 && sentences[0].contains(part), "\(sentences)")
    }
  }

  @Test("a matrix is known by its first rows, however long they are; a header of megabytes is a header")
  func wideMatrix() throws {
    let names = (0..<300).map { "Verein für Heimatpflege \($0)" }
    let ring = names.indices.map { row in
      "\(names[row]),"
        + names.indices.map { ($0 + 1) % 300 == row || (row + 1) % 300 == $0 ? "1" : "0" }
        .joined(separator: ",")
    }
    let matrix = "," + names.joined(separator: ",") + "\n" + ring.joined(separator: "\n") + "\n"
    let network = try Network.review(Dataset.read(bytes: Array(matrix.utf8), name: "a.csv")).get()
    #expect(network.partners.map(\.name) == names)
    #expect(network.ties.count == 300 && network.ties.allSatisfy { !$0.isDirected })
    let header = "name,\(String(repeating: "ä", count: 3_000_000))\nA,1\nB,2\n"
    let partners = try Dataset.read(bytes: Array(header.utf8), name: "a.csv").partners
    #expect(partners.map(\.attributes.count) == [1, 1])
  }

  @Test("weights that are no strengths stay as attributes and are told")
  func strangeWeights() throws {
    let text =
      "graph [ node [ id 0 ] node [ id 1 ] edge [ source 0 target 1 weight -2 ] edge [ source 0 target 1 weight 0 ] ]"
    let network = try network(text, "a.gml")
    #expect(network.ties.map(\.strength) == [1, 1])
    #expect(network.ties.map { $0.attributes.map(\.value) } == [["-2"], ["0"]])
    #expect(problems(text, "a.gml").filter { $0.contains("a strength is a number above 0") }.count == 2)
  }

  @Test("in JSON, too")
  func strangeWeightsInJSON() throws {
    let text =
      "{\"nodes\": [{\"id\": 1}, {\"id\": 2}], \"links\": [{\"source\": 1, \"target\": 2, \"weight\": 0}]}"
    let network = try network(text, "a.json")
    #expect(network.ties.map(\.strength) == [1])
    #expect(network.ties.map(\.attributes) == [[Attribute(name: "weight", value: "0")]])
    #expect(problems(text, "a.json").filter { $0.hasPrefix("a.json:1: weight is 0, and a strength") }.count == 1)
  }

  @Test("graphology's nodes are known by their key, also beside an attribute called value")
  func graphologyKeys() throws {
    let text = """
      {"options": {"type": "directed"}, "nodes": [{"key": "a", "attributes": {"value": 10}}, {"key": "b"}],
       "edges": [{"key": "1", "source": "a", "target": "b"}]}
      """
    let network = try network(text, "a.json")
    #expect(network.partners.map(\.id) == ["a", "b"] && pairs(network) == ["a > b 1"])
    #expect(network.partners[0].attributes == [Attribute(name: "value", value: "10")])
  }

  @Test("a remark before the first section of a Pajek file")
  func remark() throws {
    let network = try network("Simplified from sampson\n\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 2\n", "a.net")
    #expect(pairs(network) == ["a > b 1"])
  }

  @Test("a column of a matrix without a name is told")
  func unnamedColumn() throws {
    let text = "\"\";\"\";\"Bruno\"\n\"\";0;3\n\"Bruno\";3;0\n"
    #expect(try network(text, "a.csv").partners.map(\.id) == ["1", "Bruno"])
    #expect(problems(text, "a.csv").contains { $0.contains("has no name; its partner is called 1") })
  }

  @Test("a short file cannot ask for millions of ties or messages")
  func many() {
    let pajek =
      "*Vertices 9\n*Arcslist\n" + String(repeating: "1 " + String(repeating: "2 ", count: 5000) + "\n", count: 450)
    #expect(problems(pajek, "a.net").count == 1)
    let gml = "graph [\n" + String(repeating: "node [ id 1 ]\n", count: 20_000) + "]"
    #expect(problems(gml, "a.gml").count == 1001)
  }

  @Test("lists in lists without end are refused")
  func deep() {
    let gml = "graph [ node [ id 0 " + String(repeating: "a [ ", count: 100_000)
    #expect(problems(gml, "a.gml").count == 1)
    let xml = "<graphml><graph>" + String(repeating: "<node id=\"a\"><graph>", count: 100_000)
    #expect(problems(xml, "a.graphml").count == 1)
  }

  @Test(
    "no cut and no changed byte crashes a reader",
    arguments: ["graphml", "gexf", "gml", "dot", "net", "dl", "edgelist", "kumu.json"])
  func damaged(format: String) throws {
    let output = try #require(Interchange.write(InterchangeRoundTripTests.network(seed: 3), as: format))
    var random = InterchangeRoundTripTests.Random(state: 99)
    let name = "a.\(format)"
    for length in stride(from: 0, to: output.bytes.count, by: max(1, output.bytes.count / 400)) {
      _ = problems(String(decoding: output.bytes[..<length], as: UTF8.self), name)
      var changed = output.bytes
      changed[length] = UInt8.random(in: 0...255, using: &random)
      if let draft = try? Dataset.read(bytes: changed, name: name) { _ = Network.review(draft) }
    }
  }
}
