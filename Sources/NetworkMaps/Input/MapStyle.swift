import NetworkAnalysis
import NetworkModel

/// What gives partners their colours.
public enum MapColoring: String, Sendable, Hashable, CaseIterable { case sector, community }

/// The look that a style file asks for, checked.
///
/// First the words (`init`), because they say in which language and for whom a network is to be read; then, with the
/// network at hand, the colours of its sectors (`useColors`). Each adds what it finds wrong to `problems`.
public struct MapStyle: Sendable {
  /// The defaults, changed where the file says something.
  public private(set) var options = MapOptions()
  public private(set) var audience: Audience?
  public private(set) var coloring: MapColoring?
  /// A measure's key, or `equal`.
  public private(set) var size: String?
  public private(set) var problems: [Problem]

  private let draft: MapStyleDraft

  public init(_ draft: MapStyleDraft) {
    self.draft = draft
    problems = draft.problems
    options.title = draft.values[.title]?.text
    options.subtitle = draft.values[.subtitle]?.text
    options.source = draft.values[.source]?.text
    options.date = draft.values[.date]?.text
    options.funding = draft.values[.funding]?.text
    options.partner = draft.values[.partner]?.text
    audience = word(.audience)
    coloring = word(.color)
    options.language = word(.language)
    if let kind: MapKind = word(.kind, except: .change) { options.kind = kind }
    if let layout: MapLayout = word(.layout) { options.layout = layout }
    if let width: MapWidth = word(.width) { options.width = width }
    if let labels: MapLabels = word(.labels) { options.labels = labels }
    if let theme: MapTheme = word(.theme) { options.theme = theme }
    if let side: MapLogoSide = word(.logoSide) { options.logoSide = side }
    checkLengths()
    readSheet()
    readNumbers()
    readSize()
    if let text = draft.values[.hulls] {
      let words = ["yes": true, "true": true, "ja": true, "no": false, "false": false, "nein": false]
      if let isWanted = words[text.text.lowercased()] {
        options.showsHulls = isWanted
      } else {
        report(text, "hulls is yes or no", "hulls ist ja oder nein")
      }
    }
    if let text = draft.values[.palette] {
      switch text.text {
      case "template": options.palette = .template
      case "distinct": options.palette = .distinct
      default:
        report(
          text, "palette is template, distinct, or a list of colours",
          "palette ist template, distinct oder eine Liste von Farben",
          suggestion: Spelling(words: ["template", "distinct"]).suggestion(for: text.text))
      }
    }
    if audience == .public, options.width == .trust, let text = draft.values[.width] {
      report(
        text, "trust stays internal; a public map takes width: strength",
        "Vertrauen bleibt intern; eine öffentliche Karte nimmt width: strength")
    }
  }

  /// The logos that the file names; where it says nothing of logos, those of the network's settings.
  public func logos(of network: Network, dataset: String) -> [MapStyleDraft.LogoEntry] {
    draft.logos
      ?? network.settings.logos.map { .init(file: .init($0, at: Location(file: dataset, header: "logo"))) }
  }

  // MARK: - Words and numbers

  /// The value of a key with a fixed set of words.
  private mutating func word<Value: RawRepresentable<String> & CaseIterable & Equatable>(
    _ key: MapStyleDraft.Key, except left: Value? = nil
  ) -> Value? {
    guard let text = draft.values[key] else { return nil }
    if let value = Value(rawValue: text.text.lowercased()), value != left { return value }
    let words = Value.allCases.filter { $0 != left }.map(\.rawValue)
    report(
      text, "\(key.rawValue) cannot be \"\(text.text)\"; write \(words.joined(separator: ", "))",
      "\(key.rawValue) kann nicht „\(text.text)“ sein; schreiben Sie \(words.joined(separator: ", "))",
      suggestion: Spelling(words: words).suggestion(for: text.text))
    return nil
  }

  private mutating func checkLengths() {
    for key in [MapStyleDraft.Key.title, .subtitle, .source, .date, .funding] {
      guard let text = draft.values[key] else { continue }
      let (count, limit) = (text.text.count, MapPlan.textLimit(key))
      guard count > limit else { continue }
      let sentence = Localized.textTooLong(Localized(en: key.rawValue, de: key.rawValue), count, limit: limit)
      report(text, sentence.english, sentence.german)
    }
  }

  private mutating func readSheet() {
    if let text = draft.values[.paper] {
      if let sheet = MapSheet(text.text) {
        options.paper = sheet.paper
        options.orientation = sheet.orientation ?? options.orientation
      } else {
        let papers = MapPaper.allCases.map(\.rawValue).joined(separator: ", ")
        report(
          text, "there is no paper \"\(text.text)\"; the papers are \(papers)",
          "das Papier „\(text.text)“ gibt es nicht; die Papiere sind \(papers)")
      }
    }
    if let orientation: MapOrientation = word(.orientation) { options.orientation = orientation }
  }

  private mutating func readNumbers() {
    if let text = draft.values[.maxLabels] {
      if let count = Int(text.text), count >= 0 {
        options.maxLabels = count
      } else {
        report(text, "maxLabels is a whole number of 0 or more", "maxLabels ist eine ganze Zahl ab 0")
      }
    }
    if let text = draft.values[.seed] {
      if let seed = UInt32(text.text) {
        options.seed = seed
      } else {
        report(text, "seed is a whole number from 0 to 4294967295", "seed ist eine ganze Zahl von 0 bis 4294967295")
      }
    }
    if let text = draft.values[.sectorPull] {
      if let pull = MapOptions.sectorPull(text.text) {
        options.sectorPull = pull
      } else {
        report(
          text, "sectorPull is a number from 0 to 1, such as 0.5",
          "sectorPull ist eine Zahl von 0 bis 1, zum Beispiel 0.5")
      }
    }
  }

  private mutating func readSize() {
    guard let text = draft.values[.size] else { return }
    let measure = PartnerMeasure(rawValue: text.text)
    guard text.text != "equal" else { return size = "equal" }
    guard let measure, measure != .sector else {
      let keys = PartnerMeasure.allCases.filter { $0 != .sector && !$0.isSensitive }.map(\.rawValue)
      return report(
        text, "partners cannot be sized by \"\(text.text)\"; write equal, \(keys.joined(separator: ", "))",
        "die Größe kann sich nicht nach „\(text.text)“ richten; schreiben Sie equal, \(keys.joined(separator: ", "))",
        suggestion: Spelling(words: keys + ["equal"]).suggestion(for: text.text))
    }
    if audience == .public, measure.isSensitive {
      return report(
        text, "\(text.text) marks weak spots of partners and stays internal; choose another measure",
        "\(text.text) zeigt wunde Punkte von Partnern und bleibt intern; wählen Sie eine andere Kennzahl")
    }
    size = text.text
  }

  // MARK: - Colours

  /// Finds the sectors that the file gives colours, and checks these on the ground of the theme they are for.
  ///
  /// - Parameter theme: the one that will be drawn.
  public mutating func useColors(of network: Network, theme: MapTheme) {
    let names = SectorWords(network)
    let ground = theme.ground
    var lines: [String: Int] = [:]
    var own: [String: MapColor] = [:]
    var general: [(id: String, color: MapColor, text: MapStyleDraft.Text)] = []
    for entry in draft.colors {
      let of = entry.theme.flatMap { MapTheme(rawValue: $0.text) }
      if let text = entry.theme, of == nil, lines["theme \(text.text)"] == nil {
        lines["theme \(text.text)"] = 0
        let words = MapTheme.allCases.map(\.rawValue)
        report(
          text, "there is no theme \"\(text.text)\"; the themes are \(words.joined(separator: ", "))",
          "das Aussehen „\(text.text)“ gibt es nicht; es gibt \(words.joined(separator: ", "))",
          suggestion: Spelling(words: words).suggestion(for: text.text))
      }
      let color = self.color(entry.color)
      guard let id = names.id(of: entry.sector.text) else {
        problems.append(
          Problem(
            .unknownStyleSector, at: entry.sector.location,
            Localized(
              en: "there is no sector \"\(entry.sector.text)\", neither in the template nor in the tables",
              de: "den Sektor „\(entry.sector.text)“ gibt es weder in der Vorlage noch in den Tabellen"),
            suggestion: names.suggestion(for: entry.sector.text)))
        continue
      }
      let place = "\(entry.theme?.text ?? "")/\(id)"
      if let first = lines[place] {
        report(
          entry.sector, "the sector \(id) has a colour already in line \(first)",
          "der Sektor \(id) hat schon in Zeile \(first) eine Farbe")
      }
      lines[place] = entry.sector.location.line ?? 0
      guard let color else { continue }
      if let of {
        checkContrast(color, entry.color, on: of.ground)
        if of == theme { own[id] = color }
      } else {
        general.append((id, color, entry.color))
      }
    }
    for entry in general where own[entry.id] == nil {
      checkContrast(entry.color, entry.text, on: ground)
      own[entry.id] = entry.color
    }
    options.colors = own
    if !draft.palette.isEmpty {
      let colors = draft.palette.compactMap { text -> MapColor? in
        let color = self.color(text)
        if let color { checkContrast(color, text, on: ground) }
        return color
      }
      options.palette = .colors(colors)
    }
    problems.sort { ($0.location?.line ?? .max, $0.message.english) < ($1.location?.line ?? .max, $1.message.english) }
  }

  private mutating func color(_ text: MapStyleDraft.Text) -> MapColor? {
    if text.text.utf8.count == 7, let color = MapColor(hex: text.text) { return color }
    report(
      text, "\"\(text.text)\" is no colour; write \"#4CA2FB\" in quotation marks",
      "„\(text.text)“ ist keine Farbe; schreiben Sie \"#4CA2FB\" in Anführungszeichen")
    return nil
  }

  /// Marks paler than this are lost on their ground.
  private static let leastContrast = 1.3

  private mutating func checkContrast(_ color: MapColor, _ text: MapStyleDraft.Text, on ground: MapColor) {
    let contrast = color.contrast(to: ground)
    guard contrast < Self.leastContrast else { return }
    let goal = MapColor(ground.luminance > 0.3 ? 0x000000 : 0xFFFFFF)
    let better = (1...20).map { color.mixed(with: goal, Double($0) / 20) }
      .first { $0.contrast(to: ground) >= Self.leastContrast + 0.2 }
    let words = [Language.english, .german].map { MapWords(language: $0).number(contrast) }
    problems.append(
      Problem(
        .paleColor, at: text.location,
        Localized(
          en: "\(text.text) is lost on this ground (contrast \(words[0]), at least 1.3); take a stronger shade",
          de:
            "\(text.text) verschwindet auf diesem Grund (Kontrast \(words[1]), mindestens 1,3); nehmen Sie einen kräftigeren Ton"
        ),
        suggestion: better?.hex))
  }

  private mutating func report(
    _ text: MapStyleDraft.Text, _ english: String, _ german: String, suggestion: String? = nil
  ) {
    problems.append(
      Problem(.invalidStyle, at: text.location, Localized(en: english, de: german), suggestion: suggestion))
  }
}

/// Finds sectors by id, name or synonym.
private struct SectorWords {
  private var ids: [String: String] = [:]
  private var words: [String] = []

  init(_ network: Network) {
    let sectors = network.template?.sectors ?? []
    for sector in sectors {
      for word in [sector.id, sector.name.english, sector.name.german] + sector.synonyms { add(word, sector.id) }
    }
    for partner in network.partners { for sector in partner.sectors { add(sector, sector) } }
  }

  private mutating func add(_ word: String, _ id: String) {
    let key = word.matchingKey
    guard ids[key] == nil else { return }
    ids[key] = id
    words.append(word)
  }

  func id(of word: String) -> String? { ids[word.matchingKey] }
  func suggestion(for word: String) -> String? { Spelling(words: words).suggestion(for: word) }
}
