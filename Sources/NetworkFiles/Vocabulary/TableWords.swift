import NetworkModel

extension Table {
  /// The table's name in German; the English one is the raw value.
  var germanName: String {
    switch self {
    case .partners: "Partner"
    case .ties: "Beziehungen"
    case .offers: "Angebote"
    case .needs: "Bedarfe"
    case .fits: "Passungen"
    case .projects: "Projekte"
    case .participation: "Mitwirkung"
    case .meetings: "Sitzungen"
    case .attendance: "Teilnahme"
    case .phases: "Phasen"
    case .candidates: "Kandidaten"
    case .municipalities: "Gemeinden"
    case .tasks: "Aufgaben"
    case .same: "Gleiche"
    case .network: "Netzwerk"
    }
  }

  var displayName: Localized { Localized(en: rawValue, de: germanName) }

  /// Other names, as header keys.
  private var synonyms: [String] {
    switch self {
    case .partners:
      [
        "members", "member", "mitglieder", "nodes", "node", "knoten", "actors", "akteure", "elements", "vertices",
        "partnerliste", "organisationen", "organizations", "organisations", "institutionen",
      ]
    case .ties:
      [
        "tie", "edges", "edge", "kanten", "links", "connections", "relations", "beziehung", "verbindungen",
        "kooperationen",
      ]
    case .offers: ["offer", "angebot"]
    case .needs: ["need", "bedarf", "beduerfnisse"]
    case .fits: ["passung"]
    case .projects: ["project", "projekt"]
    case .participation:
      ["participations", "memberships", "membership", "mitwirkungen", "beteiligungen", "beteiligung", "projektpartner"]
    case .meetings: ["meeting", "sitzung", "treffen", "netzwerktreffen"]
    case .attendance: ["attendances", "teilnahmen", "anwesenheit", "teilnehmer", "teilnehmende"]
    case .phases: ["phase"]
    case .candidates: ["candidate", "kandidat", "kandidatinnen"]
    case .municipalities: ["municipality", "gemeinde", "gemeindeliste"]
    case .tasks: ["task", "aufgabe"]
    case .same: ["gleich", "duplicates", "dubletten", "duplikate", "doppelte"]
    case .network: ["netz", "settings", "einstellungen"]
    }
  }

  private func isCalled(_ key: String) -> Bool {
    rawValue == key || germanName.headerKey == key || synonyms.contains(key)
  }

  /// How surely a name means a table.
  enum Recognition: Equatable {
    /// The name is the table's.
    case exact(Table)
    /// One word of the name is: `partner_cp1252_semikolon`.
    case suffixed(Table)
    /// Several words are names of different tables.
    case ambiguous([Table])
    case none
  }

  /// The table a file or a sheet is named after.
  static func recognise(_ name: String) -> Recognition {
    let key = name.headerKey
    if let table = allCases.first(where: { $0.isCalled(key) }) { return .exact(table) }
    let parts = name.split { !$0.isLetter && !$0.isNumber }.map { String($0).headerKey }
    var found = allCases.filter { table in parts.contains { table.isCalled($0) } }
    // `netzwerk_partner`: the word for the whole says nothing about the part; nor does that for duplicates.
    if found.count > 1 { found.removeAll { $0 == .network || $0 == .same } }
    switch found.count {
    case 0: return .none
    case 1: return .suffixed(found[0])
    default: return .ambiguous(found)
    }
  }
}
