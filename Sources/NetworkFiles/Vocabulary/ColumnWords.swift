import NetworkModel

/// What a column of a table may be called.
struct ColumnWords {
  let column: Column
  /// The German header; the English one is the column's raw value.
  let german: String
  /// Other headers, as header keys, the surest first.
  let synonyms: [String]
  /// Headers that mean this column only where no better one stands in the table.
  let weak: [String]
  let isRequired: Bool
  private let englishKey: String
  private let germanKey: String

  init(
    _ column: Column, _ german: String, _ synonyms: [String] = [], weak: [String] = [],
    required isRequired: Bool = false
  ) {
    self.column = column
    self.german = german
    self.synonyms = synonyms
    self.weak = weak
    self.isRequired = isRequired
    englishKey = column.rawValue.headerKey
    germanKey = german.headerKey
  }

  /// How well a header key fits, 0 the best; nil where it does not.
  func rank(of key: String) -> Int? {
    if englishKey == key { return 0 }
    if germanKey == key { return 1 }
    if let rank = synonyms.firstIndex(of: key) { return 2 + rank }
    return weak.firstIndex(of: key).map { 100 + $0 }
  }

  func title(in language: Language) -> String { language == .german ? german : column.rawValue }
}

extension Table {
  /// The columns in the order in which they are written.
  var columns: [ColumnWords] {
    switch self {
    case .partners: Self.partnerColumns
    case .ties: Self.tieColumns
    case .offers: Self.offerColumns
    case .needs: Self.needColumns
    case .fits: Self.fitColumns
    case .projects: Self.projectColumns
    case .participation: Self.participationColumns
    case .meetings: Self.meetingColumns
    case .attendance: Self.attendanceColumns
    case .phases: Self.phaseColumns
    case .candidates: Self.candidateColumns
    case .municipalities: Self.municipalityColumns
    case .tasks: Self.taskColumns
    case .same: Self.sameColumns
    case .network: Self.settingColumns
    }
  }

  private static let partnerColumns = [
    ColumnWords(.id, "ID", ["partnerid", "kennung", "nr", "nummer"]),
    ColumnWords(
      .name, "Name", ["partner", "partnername", "bezeichnung", "institutionsname", "organisationsname"],
      weak: ["label", "organisation", "organization", "institution", "einrichtung"], required: true),
    ColumnWords(
      .short, "Kurzname", ["kurz", "kuerzel", "abkuerzung", "abbreviation", "shortname", "acronym", "akronym"]),
    ColumnWords(
      .sector, "Sektor", ["bereich", "sectors", "sektoren", "bereiche"],
      weak: ["type", "typ", "group", "gruppe", "category", "kategorie"]),
    ColumnWords(.kind, "Art", ["partnerart"]),
    ColumnWords(.role, "Rolle"),
    ColumnWords(.municipality, "Gemeinde", ["ort", "town", "city", "stadt"], weak: ["sitz", "standort", "place"]),
    ColumnWords(.latitude, "Breite", ["lat", "breitengrad"]),
    ColumnWords(.longitude, "Länge", ["lon", "lng", "long", "laengengrad"]),
    ColumnWords(.public, "öffentlich", ["publicbody", "oeffentlichestelle", "oeffentlicheeinrichtung"]),
    ColumnWords(.interest, "Interessengruppe", ["interestgroup", "interessensgruppe"]),
    ColumnWords(.votes, "Stimmen", ["stimme", "vote", "stimmrechte"]),
    ColumnWords(
      .joined, "seit", ["beitritt", "eintritt", "eingetreten", "beigetreten", "since", "mitgliedseit", "joinedon"]),
    ColumnWords(.left, "bis", ["austritt", "ausgetreten", "until", "mitgliedbis"]),
    ColumnWords(.position, "Position", ["standpunkt", "haltung"]),
    ColumnWords(.resources, "Ressourcen", ["ressource", "resource"]),
    ColumnWords(.website, "Website", ["webseite", "homepage", "url", "web", "internet"]),
    ColumnWords(.contact, "Kontakt", ["contactperson", "kontaktperson", "ansprechpartner", "ansprechperson"]),
    ColumnWords(.consent, "Freigabe", ["einwilligung", "zustimmung"]),
    ColumnWords(.answered, "geantwortet", ["beantwortet", "responded"]),
  ]

  private static let tieColumns = [
    ColumnWords(.source, "Von", ["from", "quelle", "vonpartner", "partner1", "partnera"], required: true),
    ColumnWords(
      .target, "Nach", ["an", "to", "ziel", "zu", "nachpartner", "anpartner", "partner2", "partnerb"], required: true),
    ColumnWords(.kind, "Art", ["beziehungsart", "relation"], weak: ["type", "typ"]),
    ColumnWords(
      .field, "Feld", ["kooperationsfeld", "handlungsfeld", "themenfeld"], weak: ["bereich", "thema", "topic"]),
    ColumnWords(.strength, "Stärke", ["gewicht", "weight", "intensitaet", "intensity"], weak: ["value", "wert"]),
    ColumnWords(.strengthBack, "Stärke zurück", ["gewichtzurueck", "weightback"]),
    ColumnWords(.trust, "Vertrauen"),
    ColumnWords(.trustBack, "Vertrauen zurück"),
    ColumnWords(.directed, "gerichtet", ["isdirected", "direction", "richtung"]),
    ColumnWords(.since, "seit", ["beginn", "start", "startdate"]),
    ColumnWords(.until, "bis", ["ende", "end", "enddate"]),
  ]

  private static let offerColumns = [
    ColumnWords(.id, "ID", ["angebotid", "offerid", "nr", "nummer"]),
    ColumnWords(.partner, "Partner", ["partnerid", "anbieter", "provider"], weak: ["name"], required: true),
    ColumnWords(.topic, "Thema", ["topics", "themen", "angebot", "offer"], required: true),
    ColumnWords(.kind, "Art", ["angebotsart"], weak: ["type", "typ"]),
    ColumnWords(.capacity, "Kapazität", ["plaetze", "anzahl"]),
    ColumnWords(.amount, "Betrag", ["summe", "euro", "eur", "amounteur", "betrageur"]),
  ]

  private static let needColumns = [
    ColumnWords(.id, "ID", ["bedarfid", "needid", "nr", "nummer"]),
    ColumnWords(.partner, "Partner", ["partnerid"], weak: ["name"], required: true),
    ColumnWords(.topic, "Thema", ["topics", "themen", "bedarf", "need"], required: true),
    ColumnWords(.kind, "Art", ["bedarfsart"], weak: ["type", "typ"]),
    ColumnWords(.amount, "Betrag", ["summe", "euro", "eur", "amounteur", "betrageur"]),
    ColumnWords(.priority, "Priorität", ["prio", "dringlichkeit", "urgency"]),
  ]

  private static let fitColumns = [
    ColumnWords(.need, "Bedarf", ["needid", "bedarfid"], required: true),
    ColumnWords(.offer, "Angebot", ["offerid", "angebotid"], required: true),
    ColumnWords(.fit, "Passung", ["score"], weak: ["wert", "value"], required: true),
  ]

  private static let projectColumns = [
    ColumnWords(.id, "ID", ["projectid", "projektid", "nr", "nummer"]),
    ColumnWords(
      .name, "Name", ["kurztitel", "acronym", "akronym", "projekt", "project", "projectname", "projektname"],
      weak: ["label"], required: true),
    ColumnWords(.title, "Titel", ["langtitel", "projecttitle", "projekttitel", "fulltitle"]),
    ColumnWords(.field, "Feld", ["handlungsfeld", "themenfeld"]),
    ColumnWords(.status, "Status", ["stand"]),
    ColumnWords(.from, "Von", ["beginn", "start", "startdate", "projectstart", "seit", "since"]),
    ColumnWords(.until, "Bis", ["ende", "end", "enddate", "projectend", "to"]),
    ColumnWords(.budget, "Budget", ["budgeteur", "budgeteuro", "kosten"]),
  ]

  private static let participationColumns = [
    ColumnWords(
      .partner, "Partner", ["partnerid", "projectpartner", "projektpartner"],
      weak: ["teilnehmer", "organisation", "organization", "name"], required: true),
    ColumnWords(.project, "Projekt", ["projectid", "projektid"], weak: ["acronym", "akronym"], required: true),
    ColumnWords(.role, "Rolle"),
  ]

  private static let meetingColumns = [
    ColumnWords(.id, "ID", ["sitzung", "meeting", "sitzungid", "meetingid", "nr", "nummer"], required: true),
    ColumnWords(.date, "Datum", ["tag", "termin", "day"]),
    ColumnWords(.topic, "Thema", ["titel", "title", "themen", "topics"]),
  ]

  private static let attendanceColumns = [
    ColumnWords(
      .partner, "Partner", ["partnerid", "teilnehmer", "teilnehmende"], weak: ["person", "name"], required: true),
    ColumnWords(.meeting, "Sitzung", ["meetingid", "sitzungid", "treffen"], required: true),
  ]

  private static let phaseColumns = [
    ColumnWords(.id, "ID", ["phaseid", "phasenid", "nr", "nummer"]),
    ColumnWords(.name, "Name", ["phase", "bezeichnung"], required: true),
    ColumnWords(.from, "Von", ["beginn", "start", "startdate", "seit", "since"]),
    ColumnWords(.until, "Bis", ["ende", "end", "enddate", "to"]),
  ]

  private static let candidateColumns = [
    ColumnWords(.id, "ID", ["candidateid", "kandidatid", "nr", "nummer"]),
    ColumnWords(
      .name, "Name", ["kandidat", "candidate", "bezeichnung"], weak: ["organisation", "institution", "label"],
      required: true),
    ColumnWords(.sector, "Sektor", ["bereich", "sectors", "sektoren"], weak: ["type", "typ"]),
    ColumnWords(.offers, "Angebote", ["angebot", "offer", "themen", "topics", "thema", "topic"]),
    ColumnWords(.effort, "Aufwand", ["kosten", "cost"]),
  ]

  private static let municipalityColumns = [
    ColumnWords(
      .name, "Name", ["gemeinde", "municipality", "gemeindename"], weak: ["ort", "stadt", "town"], required: true),
    ColumnWords(.latitude, "Breite", ["lat", "breitengrad"]),
    ColumnWords(.longitude, "Länge", ["lon", "lng", "long", "laengengrad"]),
    ColumnWords(.population, "Einwohner", ["einwohnerzahl", "bevoelkerung", "inhabitants"]),
  ]

  private static let taskColumns = [
    ColumnWords(.task, "Aufgabe", ["aufgaben", "tasks"], required: true),
    ColumnWords(.partner, "Partner", ["partnerid", "zustaendig", "verantwortlich", "responsible"]),
  ]

  private static let sameColumns = [
    ColumnWords(
      .name, "Name", ["partner", "partnerid", "id", "partnername", "duplicate", "dublette", "doppelt"], required: true),
    ColumnWords(
      .sameAs, "Gleich wie", ["gleich", "same", "istgleich", "identischmit", "dasselbewie", "derselbewie", "keep"],
      required: true),
  ]

  private static let settingColumns = [
    ColumnWords(.key, "Schlüssel", ["eigenschaft", "einstellung", "property", "setting"], required: true),
    ColumnWords(.value, "Wert", required: true),
  ]
}
