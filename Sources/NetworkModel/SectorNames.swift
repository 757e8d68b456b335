/// Reads sector cells with the words of a template: ids, names in both languages, synonyms.
struct SectorNames {
  let template: SectorTemplate?
  private var idByKey: [String: String] = [:]
  private var unknown: [(text: String, place: RowPlace, count: Int)] = []
  private var unknownPosition: [String: Int] = [:]
  private var recognised = 0

  init(template: SectorTemplate?) {
    self.template = template
    guard let template else { return }
    // Ids and names go before synonyms, should a word be both.
    for sector in template.sectors.reversed() {
      for synonym in sector.synonyms { idByKey[synonym.matchingKey] = sector.id }
    }
    for sector in template.sectors.reversed() {
      for word in [sector.name.english, sector.name.german, sector.id] { idByKey[word.matchingKey] = sector.id }
    }
  }

  /// Whether the template says anything about this dataset: some sector is one of its own, or no sector is given.
  var isTemplateUsed: Bool { recognised > 0 || unknown.isEmpty }

  /// Words that say that nobody knows; else all who are not known would be one sector.
  private static let noSector: Set<String> = ["n/a", "n.a.", "n. a.", "k.a.", "k. a.", "?"]

  /// The ids of the sectors a cell names; a word that the template does not know is a sector of its own.
  mutating func resolve(_ words: [String], _ place: RowPlace) -> [String] {
    var ids: [String] = []
    for word in words where !Self.noSector.contains(word.matchingKey) {
      let id = resolve(word, place)
      if !ids.contains(id) { ids.append(id) }
    }
    // Mostly they are the same; then they stand in memory once.
    return ids == words ? words : ids
  }

  private mutating func resolve(_ word: String, _ place: RowPlace) -> String {
    let key = word.matchingKey
    if let id = idByKey[key] {
      recognised += 1
      return id
    }
    // Two spellings of one sector, `Public` and `public`, are one sector with the first spelling.
    if let position = unknownPosition[key] {
      unknown[position].count += 1
      return unknown[position].text
    }
    unknownPosition[key] = unknown.count
    unknown.append((word, place, 1))
    return word
  }

  /// One warning for each word that the template does not know; none where it knows none of them.
  func problems(locate: (RowPlace, Column?) -> Location?) -> [Problem] {
    guard let template, recognised > 0 else { return [] }
    let spelling = Spelling(words: template.sectors.flatMap { [$0.name.german, $0.name.english, $0.id] + $0.synonyms })
    var problems = ProblemList()
    for (position, (text, place, count)) in unknown.enumerated() {
      let rows = count == 1 ? "" : " (\(count)×)"
      problems.append(
        .unknownSector, .warning, at: locate(place, .sector),
        Localized(
          en: "\"\(text)\"\(rows) is no sector of the template \(template.id) and stays a sector of its own",
          de: "„\(text)“\(rows) ist kein Sektor der Vorlage \(template.id) und bleibt ein eigener Sektor"),
        suggestion: position < Self.mostSuggestions ? spelling.suggestion(for: text) : nil)
    }
    return problems.all
  }

  /// Nobody reads more suggestions than these.
  private static let mostSuggestions = 200
}
