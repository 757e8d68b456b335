import NetworkModel

extension GEXFFormat {
  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(network)
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.noteRenamed(fields)
    var xml = XMLText()
    xml.begin(
      "gexf",
      [
        ("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"), ("version", "1.3"),
      ])
    xml.begin("meta")
    xml.element("creator", text: "regionet")
    let metaNames = ["title", "description", "keywords"]
    for name in metaNames {
      if let value = fields.settings.first(where: { $0.name == name }) { xml.element(name, text: value.text) }
    }
    xml.end()
    losses.lose(
      fields.settings.count { !metaNames.contains($0.name) }, "settings of the network",
      "Einstellungen des Netzwerks")
    let isDynamic =
      network.partners.contains { $0.membership != .always } || network.ties.contains { $0.period != .always }
    let isDirected = network.isDirected
    xml.begin(
      "graph",
      [("defaultedgetype", isDirected ? "directed" : "undirected"), ("mode", isDynamic ? "dynamic" : "static")]
        + (isDynamic ? [("timeformat", "date"), ("timerepresentation", "interval")] : []))
    writeDeclarations(fields, &xml)
    xml.begin("nodes")
    for (position, partner) in network.partners.enumerated() {
      xml.begin("node", [("id", partner.id), ("label", partner.name)] + time(partner.membership))
      let look = options.appearance.indices.contains(position) ? options.appearance[position] : nil
      let values = fields.values(ofPartner: position).map { (fields.partnerFields[$0.field].name, $0.field, $0.text) }
      let isExact = isExact(partner.membership)
      write(values.filter { !isLook($0.0) && !(isExact && ["joined", "left"].contains($0.0)) }, &xml)
      writeLook(Dictionary(values.map { ($0.0, $0.2) }) { first, _ in first }, look, &xml)
      xml.end()
    }
    xml.end()
    xml.begin("edges")
    for (position, tie) in network.ties.enumerated() {
      let values = fields.values(ofTie: position).map { (fields.tieFields[$0.field].name, $0.field, $0.text) }
      var attributes = [
        ("id", values.first { $0.0 == "id" }?.2 ?? String(position)), ("source", network.partners[tie.source].id),
        ("target", network.partners[tie.target].id),
      ]
      let isMutual = !tie.isDirected && values.contains { $0.0 == "direction" && $0.2 == "mutual" }
      if isMutual {
        attributes.append(("type", "mutual"))
      } else if tie.isDirected != isDirected {
        attributes.append(("type", tie.isDirected ? "directed" : "undirected"))
      }
      for name in ["weight", "kind", "label"] {
        if let value = values.first(where: { $0.0 == name }) { attributes.append((name, value.2)) }
      }
      let isExact = isExact(tie.period)
      xml.begin("edge", attributes + time(tie.period))
      write(
        values.filter {
          !isLook($0.0) && !["id", "weight", "kind", "label"].contains($0.0) && !(isMutual && $0.0 == "direction")
            && !(isExact && ["since", "until"].contains($0.0))
        }, &xml)
      writeLook(Dictionary(values.map { ($0.0, $0.2) }) { first, _ in first }, nil, &xml)
      xml.end()
    }
    xml.end()
    xml.end()
    xml.end()
    losses.lose(xml.lostCharacters, "control characters", "Steuerzeichen")
    return InterchangeOutput(bytes: Array(xml.text.utf8), losses: losses.sentences)
  }

  private static func isLook(_ name: String) -> Bool {
    ["viz.color", "viz.alpha", "viz.x", "viz.y", "viz.z", "viz.size", "viz.thickness", "viz.shape"].contains(name)
  }

  private static func writeDeclarations(_ fields: NetworkFields, _ xml: inout XMLText) {
    for (kind, list) in [("node", fields.partnerFields), ("edge", fields.tieFields)] {
      let own = list.enumerated().filter { _, field in
        !isLook(field.name) && !(kind == "edge" && ["id", "weight", "kind", "label"].contains(field.name))
      }
      if own.isEmpty { continue }
      xml.begin("attributes", [("class", kind)])
      for (position, field) in own {
        let type =
          switch field.kind {
          case .text: "string"
          case .whole: "long"
          case .number: "double"
          case .boolean: "boolean"
          }
        xml.element("attribute", [("id", String(position)), ("title", field.name), ("type", type)])
      }
      xml.end()
    }
  }

  private static func write(_ values: [(String, Int, String)], _ xml: inout XMLText) {
    guard !values.isEmpty else { return }
    xml.begin("attvalues")
    for value in values { xml.element("attvalue", [("for", String(value.1)), ("value", value.2)]) }
    xml.end()
  }

  private static func writeLook(_ values: [String: String], _ look: InterchangeAppearance?, _ xml: inout XMLText) {
    if let color = look?.color {
      xml.element("viz:color", [("r", "\(color.0)"), ("g", "\(color.1)"), ("b", "\(color.2)")])
    } else if let hex = values["viz.color"] {
      xml.element("viz:color", [("hex", hex)] + (values["viz.alpha"].map { [("a", $0)] } ?? []))
    }
    if let x = look?.x, let y = look?.y {
      xml.element("viz:position", [("x", x.shortText), ("y", y.shortText), ("z", "0")])
    } else {
      let place = ["x", "y", "z"].compactMap { key in values["viz.\(key)"].map { (key, $0) } }
      if !place.isEmpty { xml.element("viz:position", place) }
    }
    if let size = look?.size?.shortText ?? values["viz.size"] { xml.element("viz:size", [("value", size)]) }
    for name in ["thickness", "shape"] {
      if let value = values["viz.\(name)"] { xml.element("viz:\(name)", [("value", value)]) }
    }
  }

  /// The period in whole days, as the schema wants dates.
  private static func time(_ period: Period) -> [(String, String)] {
    var attributes: [(String, String)] = []
    if let start = period.start { attributes.append(("start", start.firstDay.description)) }
    if let end = period.end { attributes.append(("end", end.lastDay.description)) }
    return attributes
  }

  /// Whether whole days say all about a period.
  private static func isExact(_ period: Period) -> Bool {
    (period.start.map { $0.day != nil } ?? true) && (period.end.map { $0.day != nil } ?? true)
  }
}
