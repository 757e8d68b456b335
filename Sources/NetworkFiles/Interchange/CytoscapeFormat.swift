import NetworkModel

/// Cytoscape's JSON (`.cyjs`), also that of cytoscape.js.
enum CytoscapeFormat: WritableInterchangeFormat {
  static let mixedDirections: Localized? = Localized(
    en:
      "ties with and without direction are mixed: networkx reads all of them as undirected, with a value that says which is directed",
    de:
      "gerichtete und ungerichtete Beziehungen sind gemischt: networkx liest alle als ungerichtet, mit einem Wert, der sagt, welche gerichtet ist"
  )

  static let name = "Cytoscape JSON"
  static let extensions = ["cyjs"]

  static func recognises(_ beginning: FileBeginning) -> Bool { false }
  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    JSONInterchange.read(bytes, file: file, limits: limits)
  }

  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(
      network, reservedForPartners: ["id", "name", "value"], reservedForTies: ["source", "target", "directed", "key"])
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.noteRenamed(fields)
    let nodes = network.partners.enumerated().map { position, partner in
      // networkx knows nodes by `value`.
      var data = [
        JSONValue.Member("id", .string(partner.id)), JSONValue.Member("value", .string(partner.id)),
        JSONValue.Member("name", .string(partner.name)),
      ]
      for value in fields.values(ofPartner: position) {
        let field = fields.partnerFields[value.field]
        data.append(JSONValue.Member(field.name, JSONInterchange.value(value.text, field.kind)))
      }
      var members = [JSONValue.Member("data", .object(data))]
      if options.appearance.indices.contains(position), let x = options.appearance[position].x,
        let y = options.appearance[position].y
      {
        // Screens count downwards.
        members.append(
          JSONValue.Member(
            "position", .object([JSONValue.Member("x", .number(x)), JSONValue.Member("y", .number(-y))])))
      }
      return JSONValue.object(members)
    }
    let edges = network.ties.enumerated().map { position, tie in
      var data = [
        JSONValue.Member("source", .string(network.partners[tie.source].id)),
        JSONValue.Member("target", .string(network.partners[tie.target].id)),
        JSONValue.Member("directed", .bool(tie.isDirected)),
        // Without it networkx takes parallel ties for one.
        JSONValue.Member("key", .number(Double(position))),
      ]
      for value in fields.values(ofTie: position) {
        let field = fields.tieFields[value.field]
        data.append(JSONValue.Member(field.name, JSONInterchange.value(value.text, field.kind)))
      }
      return JSONValue.object([JSONValue.Member("data", .object(data))])
    }
    let settings = fields.settings.map { JSONValue.Member($0.name, .string($0.text)) }
    let root = JSONValue.object([
      JSONValue.Member("data", .object(settings)),
      JSONValue.Member("directed", .bool(network.isDirected)), JSONValue.Member("multigraph", .bool(true)),
      JSONValue.Member(
        "elements",
        .object([JSONValue.Member("nodes", .array(nodes)), JSONValue.Member("edges", .array(edges))])),
    ])
    return InterchangeOutput(bytes: root.bytes(breaks: 3), losses: losses.sentences)
  }
}
