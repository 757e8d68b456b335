import NetworkModel

/// What of a network does not fit into a format, one sentence a kind.
struct InterchangeLosses {
  let format: String
  private(set) var sentences: [Localized] = []

  init(format: String) { self.format = format }

  /// - Parameter count: how often; nothing is lost where it is 0.
  mutating func lose(_ count: Int, _ english: String, _ german: String) {
    guard count > 0 else { return }
    sentences.append(
      Localized(
        en: "\(format) has no place for: \(english) (\(count))",
        de: "\(format) hat keinen Platz für: \(german) (\(count))"))
  }

  mutating func say(_ sentence: Localized) { sentences.append(sentence) }

  /// The tables that are neither partners nor ties.
  mutating func loseTables(of network: Network) {
    lose(network.offers.count, "offers", "Angebote")
    lose(network.needs.count, "needs", "Bedarfe")
    lose(network.fits.count, "fits", "Passungen")
    lose(network.projects.count, "projects", "Projekte")
    lose(network.participations.count, "participation in projects", "Mitwirkung an Projekten")
    lose(network.meetings.count, "meetings", "Sitzungen")
    lose(network.attendances.count, "attendance of meetings", "Teilnahme an Sitzungen")
    lose(network.phases.count, "phases", "Phasen")
    lose(network.candidates.count, "candidates", "Kandidaten")
    lose(network.municipalities.count, "municipalities", "Gemeinden")
    lose(network.tasks.count, "tasks of the lead", "Aufgaben der Leitung")
  }

  /// The fields of partners and ties but those named.
  mutating func loseFields(
    _ fields: NetworkFields, partners kept: Set<String> = [], ties keptOfTies: Set<String> = []
  ) {
    let network = fields.network
    var counts = [Int](repeating: 0, count: fields.partnerFields.count)
    for position in network.partners.indices {
      for value in fields.values(ofPartner: position) { counts[value.field] += 1 }
    }
    for (field, count) in zip(fields.partnerFields, counts) where !kept.contains(field.name) {
      lose(count, "\(field.name) of partners", "\(field.name) von Partnern")
    }
    counts = [Int](repeating: 0, count: fields.tieFields.count)
    for position in network.ties.indices { for value in fields.values(ofTie: position) { counts[value.field] += 1 } }
    for (field, count) in zip(fields.tieFields, counts) where !keptOfTies.contains(field.name) {
      lose(count, "\(field.name) of ties", "\(field.name) von Beziehungen")
    }
    lose(fields.settings.count, "settings of the network", "Einstellungen des Netzwerks")
  }

  mutating func noteRenamed(_ fields: NetworkFields) {
    for (from, to) in fields.renamed {
      say(
        Localized(
          en: "the attribute \"\(from)\" is written as \"\(to)\", as the name has a meaning of its own",
          de: "das Merkmal „\(from)“ heißt in der Datei „\(to)“, weil der Name schon eine Bedeutung hat"))
    }
  }
}

extension Network {
  /// The names of the partners, made different from each other and not empty, for formats that know partners by name.
  var distinctNames: [String] {
    var used: Set<String> = []
    var counts: [String: Int] = [:]
    let given = Set(partners.map(\.name))
    return partners.map { partner in
      if used.insert(partner.name).inserted { return partner.name }
      while true {
        counts[partner.name, default: 1] += 1
        let name = "\(partner.name) (\(counts[partner.name]!))"
        if !given.contains(name), used.insert(name).inserted { return name }
      }
    }
  }
}
