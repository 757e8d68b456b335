import NetworkModel

/// Kumu's JSON: elements and connections.
///
/// The type of an element is the partner's sector, the type of a connection the tie's kind.
enum KumuFormat: WritableInterchangeFormat {
  static let name = "Kumu JSON"
  static let extensions = ["kumu.json", "kumu"]

  // The module's reader of JSON tells Kumu's lists by their names.
  static func recognises(_ beginning: FileBeginning) -> Bool { false }
  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    JSONInterchange.read(bytes, file: file, limits: limits)
  }

  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(
      network, reservedForPartners: ["id", "label", "type"], reservedForTies: ["from", "to", "type"])
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.noteRenamed(fields)
    losses.lose(fields.settings.count, "settings of the network", "Einstellungen des Netzwerks")
    let elements = network.partners.enumerated().map { position, partner in
      var members = [
        JSONValue.Member("id", .string(partner.id)), JSONValue.Member("label", .string(partner.name)),
      ]
      for value in fields.values(ofPartner: position) {
        let field = fields.partnerFields[value.field]
        let name = field.name == Column.sector.rawValue ? "type" : field.name
        let json =
          name == "tags"
          ? .array(value.text.listItems.map(JSONValue.string)) : JSONInterchange.value(value.text, field.kind)
        members.append(JSONValue.Member(name, json))
      }
      return JSONValue.object(members)
    }
    let connections = network.ties.enumerated().map { position, tie in
      var members = [
        JSONValue.Member("from", .string(network.partners[tie.source].id)),
        JSONValue.Member("to", .string(network.partners[tie.target].id)),
      ]
      let values = fields.values(ofTie: position)
      let own = values.first { fields.tieFields[$0.field].name == "direction" }?.text
      // An undirected tie may have been mutual in Kumu.
      let direction = tie.isDirected ? "directed" : own == "mutual" ? "mutual" : "undirected"
      members.append(JSONValue.Member("direction", .string(direction)))
      for value in values {
        let field = fields.tieFields[value.field]
        if field.name == "direction", ["directed", "undirected", "mutual"].contains(value.text) { continue }
        let name = field.name == Column.kind.rawValue ? "type" : field.name
        members.append(JSONValue.Member(name, JSONInterchange.value(value.text, field.kind)))
      }
      return JSONValue.object(members)
    }
    let root = JSONValue.object([
      JSONValue.Member("elements", .array(elements)), JSONValue.Member("connections", .array(connections)),
    ])
    return InterchangeOutput(bytes: root.bytes(), losses: losses.sentences)
  }
}
