import NetworkModel

/// What the table of keys and values may hold.
enum SettingKey: String, CaseIterable {
  case title, region, template, focus, language, source, date, funding, logo

  var german: String {
    switch self {
    case .title: "Titel"
    case .region: "Region"
    case .template: "Vorlage"
    case .focus: "Schwerpunkt"
    case .language: "Sprache"
    case .source: "Quelle"
    case .date: "Datum"
    case .funding: "Förderung"
    case .logo: "Logo"
    }
  }

  private var synonyms: [String] {
    switch self {
    case .title: ["name"]
    case .focus: ["fokus", "schwerpunkte", "themenschwerpunkt"]
    case .date: ["stichtag", "stand"]
    case .funding: ["foerderhinweis", "gefoerdertvon", "fundedby"]
    case .logo: ["logos"]
    case .source: ["quellen", "sources"]
    default: []
    }
  }

  init?(_ text: String) {
    let key = text.headerKey
    let found = Self.allCases.first { $0.rawValue == key || $0.german.headerKey == key || $0.synonyms.contains(key) }
    guard let found else { return nil }
    self = found
  }

  func name(in language: Language) -> String { language == .german ? german : rawValue }
}

extension CellReading {
  /// Reads one row of the table of keys and values.
  mutating func setting(_ name: String, _ row: TableRow, _ index: Int?, _ settings: inout NetworkSettings) {
    guard let key = SettingKey(name) else {
      if let text = text(row, index) { settings.attributes.append(Attribute(name: name, value: text)) }
      return
    }
    guard !row[index].isEmpty else { return }
    switch key {
    case .title: settings.title = text(row, index)
    case .region: settings.region = text(row, index)
    case .template: settings.template = text(row, index)
    case .focus: settings.focus = list(row, index)
    case .language:
      settings.language = word(row, index, Words.language)
      numbers.language = settings.language ?? numbers.language
    case .source: settings.source = text(row, index)
    case .date: settings.date = date(row, index)
    case .funding: settings.funding = text(row, index)
    case .logo: settings.logos = list(row, index)
    }
  }
}

extension NetworkDraft {
  /// The partners that a mapping says are one.
  mutating func readSames(_ columns: ColumnsFile) {
    guard !columns.sames.isEmpty else { return }
    let table = tables.count
    tables.append(TableOrigin(file: columns.file))
    sames += columns.sames.map { name, sameAs, line in
      SameRow(place: RowPlace(table: table, line: line), name: name, sameAs: sameAs)
    }
  }

  /// The settings that a mapping gives.
  mutating func readSettings(_ columns: ColumnsFile) {
    guard !columns.settings.isEmpty else { return }
    let headers = [Column.key.rawValue, Column.value.rawValue]
    let header = RecognisedHeader(table: .network, headers: headers)
    let origin = TableOrigin(file: columns.file)
    var reading = CellReading(
      origin: origin, header: header, numbers: NumberReading(readsDecimalComma: true, language: nil))
    let table = tables.count
    tables.append(origin)
    for (name, value, line) in columns.settings {
      let row = TableRow(cells: [.text(name), Cell(trimming: value)], place: RowPlace(table: table, line: line))
      reading.setting(name, row, 1, &settings)
    }
    problems += reading.finish()
  }
}
