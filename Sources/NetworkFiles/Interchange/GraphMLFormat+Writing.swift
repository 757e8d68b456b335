import NetworkModel

extension GraphMLFormat {
  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(network, reservedForPartners: ["label"])
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.noteRenamed(fields)
    var xml = XMLText()
    xml.begin(
      "graphml",
      [
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
          "xsi:schemaLocation",
          "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
        ),
      ])
    func key(_ id: String, _ target: String, _ name: String, _ kind: NetworkFields.Kind) {
      xml.element("key", [("id", id), ("for", target), ("attr.name", name), ("attr.type", type(kind))])
    }
    key("label", "node", "label", .text)
    for (position, setting) in fields.settings.enumerated() { key("g\(position)", "graph", setting.name, .text) }
    for (position, field) in fields.partnerFields.enumerated() { key("n\(position)", "node", field.name, field.kind) }
    for (position, field) in fields.tieFields.enumerated() { key("e\(position)", "edge", field.name, field.kind) }
    let isDirected = network.isDirected
    xml.begin("graph", [("edgedefault", isDirected ? "directed" : "undirected")])
    for (position, setting) in fields.settings.enumerated() {
      xml.element("data", [("key", "g\(position)")], text: setting.text)
    }
    for (position, partner) in network.partners.enumerated() {
      xml.begin("node", [("id", partner.id)])
      xml.element("data", [("key", "label")], text: partner.name)
      for value in fields.values(ofPartner: position) {
        xml.element("data", [("key", "n\(value.field)")], text: value.text)
      }
      xml.end()
    }
    for (position, tie) in network.ties.enumerated() {
      var attributes = [
        ("source", network.partners[tie.source].id), ("target", network.partners[tie.target].id),
      ]
      if tie.isDirected != isDirected { attributes.append(("directed", String(tie.isDirected))) }
      xml.begin("edge", attributes)
      for value in fields.values(ofTie: position) {
        xml.element("data", [("key", "e\(value.field)")], text: value.text)
      }
      xml.end()
    }
    xml.end()
    xml.end()
    losses.lose(xml.lostCharacters, "control characters", "Steuerzeichen")
    return InterchangeOutput(bytes: Array(xml.text.utf8), losses: losses.sentences)
  }

  private static func type(_ kind: NetworkFields.Kind) -> String {
    switch kind {
    case .text: "string"
    case .whole: "long"
    case .number: "double"
    case .boolean: "boolean"
    }
  }
}
