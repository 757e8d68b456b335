import NetworkModel

/// The words a column with a fixed set of values may hold, in both languages.
struct FixedWords<Value: Sendable & Equatable>: Sendable {
  struct Word: Sendable {
    let value: Value
    /// How the value is written in each language.
    let word: Localized
    /// Other spellings, as header keys.
    let synonyms: [String]

    init(_ value: Value, _ english: String, _ german: String, _ synonyms: [String] = []) {
      self.value = value
      word = Localized(en: english, de: german)
      self.synonyms = synonyms
    }
  }

  let words: [Word]

  init(_ words: Word...) { self.words = words }

  /// The value a text names in either language; nil where it names none.
  func value(of text: String) -> Value? {
    let key = text.headerKey
    guard !key.isEmpty else {
      // A tick has no letters.
      return text == "✓" || text == "✔" || text == "☑" ? words.first { $0.synonyms.contains { $0 == "x" } }?.value : nil
    }
    return words.first {
      key == $0.word.english.headerKey || key == $0.word.german.headerKey || $0.synonyms.contains(key)
    }?.value
  }

  /// How a value is written in a language.
  func word(for value: Value, in language: Language) -> String {
    words.first { $0.value == value }!.word[language]
  }

  func allWords(in language: Language) -> [String] { words.map { $0.word[language] } }
}

/// The fixed sets of words of the tables.
enum Words {
  static let yesNo = FixedWords<Bool>(
    .init(true, "yes", "ja", ["y", "j", "true", "wahr", "1", "x", "t"]),
    .init(false, "no", "nein", ["n", "false", "falsch", "0", "f"]))

  static let partnerKind = FixedWords<Partner.Kind>(
    .init(
      .institution, "institution", "Institution",
      ["organisation", "organization", "einrichtung", "institutionen", "juristischeperson", "koerperschaft"]),
    .init(.person, "person", "Person", ["privatperson", "einzelperson", "individual", "natuerlicheperson"]))

  static let partnerRole = FixedWords<Partner.Role>(
    .init(
      .lead, "lead", "Leitung",
      ["leader", "leadpartner", "leitpartner", "leitend", "federfuehrung", "federfuehrend", "koordination"]),
    .init(.core, "core", "Kern", ["kernteam", "kernpartner", "kerngruppe", "corepartner", "coreteam"]),
    .init(.member, "member", "Mitglied", ["partner", "netzwerkpartner"]))

  static let exchangeKind = FixedWords<ExchangeKind>(
    .init(.idea, "idea", "Idee", ["ideas", "ideen"]),
    .init(.knowledge, "knowledge", "Wissen", ["knowhow", "expertise", "fachwissen", "beratung"]),
    .init(.people, "people", "Personal", ["person", "personen", "menschen", "leute", "staff", "mitarbeit"]),
    .init(.rooms, "rooms", "Räume", ["room", "raum", "raeumlichkeiten"]),
    .init(.equipment, "equipment", "Ausstattung", ["geraete", "geraet", "technik"]),
    .init(.contacts, "contacts", "Kontakte", ["contact", "kontakt"]),
    .init(.funds, "funds", "Mittel", ["money", "funding", "geld", "foerdermittel", "finanzmittel", "foerderung"]))

  static let priority = FixedWords<Need.Priority>(
    .init(.low, "low", "niedrig", ["1", "gering"]),
    .init(.normal, "normal", "normal", ["2", "mittel", "medium"]),
    .init(.high, "high", "hoch", ["3", "dringend", "urgent"]))

  static let projectStatus = FixedWords<Project.Status>(
    .init(.idea, "idea", "Idee", ["planned", "geplant"]),
    .init(.running, "running", "laufend", ["laeuft", "active", "aktiv", "ongoing", "inarbeit"]),
    .init(.done, "done", "abgeschlossen", ["finished", "completed", "closed", "fertig", "beendet", "erledigt"]))

  static let participationRole = FixedWords<Participation.Role>(
    .init(
      .lead, "lead", "Leitung",
      [
        "leader", "leadpartner", "leitpartner", "coordinator", "koordinator", "koordination", "yes", "ja",
        "federfuehrung",
      ]),
    .init(.partner, "partner", "Partner", ["participant", "teilnehmer", "member", "mitglied", "no", "nein"]))

  static let leadTask = FixedWords<LeadTask>(
    .init(.recruitment, "recruitment", "Gewinnung", ["mitgliedergewinnung", "partnergewinnung"]),
    .init(.cooperation, "cooperation", "Zusammenarbeit", ["kooperation"]),
    .init(.phases, "phases", "Phasen", ["phasenplanung"]),
    .init(.finances, "finances", "Finanzen", ["finance", "finanzierung"]),
    .init(.publicRelations, "public_relations", "Öffentlichkeitsarbeit", ["pr"]))

  static let language = FixedWords<Language>(
    .init(.german, "de", "de", ["deutsch", "german", "deat", "dede", "dech"]),
    .init(.english, "en", "en", ["englisch", "english", "enus", "engb"]))

  /// What Gephi and Kumu call the direction of a tie.
  static let direction = FixedWords<Bool>(
    .init(true, "directed", "gerichtet"),
    .init(false, "undirected", "ungerichtet", ["mutual"]))
}
