import NetworkModel

extension ExchangeKind {
  /// The word for it after "offers".
  var name: Localized {
    switch self {
    case .idea: Localized(en: "ideas", de: "Ideen")
    case .knowledge: Localized(en: "knowledge", de: "Wissen")
    case .people: Localized(en: "people", de: "Personal")
    case .rooms: Localized(en: "rooms", de: "Räume")
    case .equipment: Localized(en: "equipment", de: "Ausstattung")
    case .contacts: Localized(en: "contacts", de: "Kontakte")
    case .funds: Localized(en: "funds", de: "Mittel")
    }
  }
}

extension LeadTask {
  /// What somebody takes on: „die Finanzen“.
  var name: Localized {
    switch self {
    case .recruitment: Localized(en: "the recruitment of members", de: "die Gewinnung von Mitgliedern")
    case .cooperation: Localized(en: "keeping the cooperation going", de: "die Pflege der Zusammenarbeit")
    case .phases: Localized(en: "the planning of the phases", de: "die Planung der Phasen")
    case .finances: Localized(en: "the finances", de: "die Finanzen")
    case .publicRelations: Localized(en: "the public relations", de: "die Öffentlichkeitsarbeit")
    }
  }
}
