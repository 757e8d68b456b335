import NetworkModel

/// Reads a sector template from YAML and explains every mistake in it.
///
/// ```yaml
/// id: health-region
/// name: {en: Health region, de: Gesundheitsregion}
/// groups:
///   - id: care
///     name: {en: Care, de: Versorgung}
///     atLeast: 1            # optional: so many of the group's sectors are enough
///     sectors:
///       - id: hospital
///         name: {en: Hospitals, de: Krankenhäuser}
///         level: required   # required, focus or optional
///         minimum: 1
///         tags: [health]    # a focus sector is required when the network's focus names one
///         synonyms: [Klinik, Spital]
///         color: "#AA3311"
///         shape: circle
///         examples: {en: regional hospital, de: Landesklinikum}
/// ```
struct TemplateReading {
  private(set) var problems: [Problem] = []

  static func read(_ bytes: FileBytes, file: String) throws(UnreadableInput) -> SectorTemplate {
    guard let root = try YAMLNode.parse(bytes, file: file) else { throw FileFormat.emptyFile(file) }
    var reading = TemplateReading()
    let template = reading.template(root)
    guard reading.problems.isEmpty, let template else { throw UnreadableInput(reading.problems) }
    return template
  }

  private mutating func report(_ node: YAMLNode, _ english: String, _ german: String, suggestion: String? = nil) {
    problems.append(
      Problem(.invalidTemplate, at: node.location, Localized(en: english, de: german), suggestion: suggestion))
  }

  // MARK: - Parts

  private mutating func template(_ root: YAMLNode) -> SectorTemplate? {
    guard let fields = fields(root, ["id", "name", "groups"], required: ["id", "name", "groups"]) else { return nil }
    let id = self.id(fields["id"])
    let name = localized(fields["name"])
    let groups = list(fields["groups"]).compactMap { group($0) }
    refuseDuplicates(groups.map { ($0.0, $0.1.id) }, "group", "Gruppe")
    let sectors = groups.flatMap { $0.2 }
    refuseDuplicates(sectors.map { ($0.0, $0.1.id) }, "sector", "Sektor")
    refuseSharedNames(sectors)
    guard problems.isEmpty, let id, let name else { return nil }
    return SectorTemplate(id: id, name: name, groups: groups.map { $0.1 })
  }

  private mutating func group(_ node: YAMLNode) -> (YAMLNode, SectorGroup, [(YAMLNode, Sector)])? {
    guard let fields = fields(node, ["id", "name", "atLeast", "sectors"], required: ["id", "name", "sectors"]) else {
      return nil
    }
    let id = self.id(fields["id"])
    let name = localized(fields["name"])
    let items = list(fields["sectors"])
    let sectors = items.compactMap { sector($0) }
    let atLeast = fields["atLeast"].flatMap { count($0) }
    if let node = fields["atLeast"], let atLeast, atLeast > items.count {
      report(
        node, "atLeast is \(atLeast), but the group has only \(items.count) sectors",
        "atLeast ist \(atLeast), aber die Gruppe hat nur \(items.count) Sektoren")
    }
    guard let id, let name else { return nil }
    return (node, SectorGroup(id: id, name: name, atLeast: atLeast, sectors: sectors.map { $0.1 }), sectors)
  }

  private mutating func sector(_ node: YAMLNode) -> (YAMLNode, Sector)? {
    let keys = ["id", "name", "level", "minimum", "tags", "synonyms", "color", "shape", "examples"]
    guard let fields = fields(node, keys, required: ["id", "name"]) else { return nil }
    let id = self.id(fields["id"])
    let name = localized(fields["name"])
    let level = fields["level"].flatMap { word($0, Sector.Level.self) } ?? .required
    let tags = texts(fields["tags"])
    if level == .focus, tags.isEmpty {
      report(
        node, "a sector of level focus needs tags, or no network's focus can ever name it",
        "ein Sektor der Stufe focus braucht tags, sonst kann ihn kein Schwerpunkt nennen")
    }
    let shape = fields["shape"].flatMap { word($0, Sector.Shape.self) }
    let color = fields["color"].flatMap { self.color($0) }
    let examples = fields["examples"].flatMap { self.localized($0) }
    let minimum = fields["minimum"].flatMap { count($0) } ?? 1
    let synonyms = texts(fields["synonyms"])
    guard let id, let name else { return nil }
    let sector = Sector(
      id: id, name: name, level: level, minimum: minimum, tags: tags, synonyms: synonyms, color: color, shape: shape,
      examples: examples)
    return (node, sector)
  }

  // MARK: - Fields

  /// The values of a piece's keys; reports keys that are unknown or missing.
  private mutating func fields(_ node: YAMLNode, _ known: [String], required: [String]) -> [String: YAMLNode]? {
    guard let entries = node.entries else {
      report(
        node, "here should be keys with values: \(known.joined(separator: ", "))",
        "hier sollten Schlüssel mit Werten stehen: \(known.joined(separator: ", "))")
      return nil
    }
    var fields: [String: YAMLNode] = [:]
    for (key, name, value) in entries {
      guard known.contains(name) else {
        report(
          key, "\"\(name)\" is not known here; known are \(known.joined(separator: ", "))",
          "„\(name)“ ist hier nicht bekannt; bekannt sind \(known.joined(separator: ", "))",
          suggestion: nearestWord(to: name, among: known))
        continue
      }
      if !value.isEmpty { fields[name] = value }
    }
    for name in required where fields[name] == nil {
      report(node, "\"\(name)\" is missing here", "hier fehlt „\(name)“")
    }
    return fields
  }

  private mutating func id(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, !text.utf8.contains(UInt8(ascii: ";")) else {
      report(
        node, "an id is one word without ;, such as adult_education",
        "eine ID ist ein Wort ohne ;, zum Beispiel adult_education")
      return nil
    }
    return text
  }

  /// `{en: …, de: …}`, or one text for both.
  private mutating func localized(_ node: YAMLNode?) -> Localized? {
    guard let node else { return nil }
    if let text = node.text { return Localized(text) }
    if let list = node.list { return Localized(list.compactMap(\.text).joined(separator: ", ")) }
    guard let fields = fields(node, ["en", "de"], required: []) else { return nil }
    let english = fields["en"].flatMap { $0.text ?? $0.list?.compactMap(\.text).joined(separator: ", ") }
    let german = fields["de"].flatMap { $0.text ?? $0.list?.compactMap(\.text).joined(separator: ", ") }
    guard let any = english ?? german else {
      report(node, "write {en: …, de: …}, or one text", "schreiben Sie {en: …, de: …} oder einen Text")
      return nil
    }
    return Localized(en: english ?? any, de: german ?? any)
  }

  private mutating func list(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    if let list = node.list { return list }
    report(
      node, "here should be a list, each item behind a dash", "hier sollte eine Liste stehen, jeder Punkt mit Strich")
    return []
  }

  private mutating func texts(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    if let text = node.text { return text.listItems }
    return list(node).compactMap { item in
      if let text = item.text { return text }
      report(item, "here should be a text", "hier sollte ein Text stehen")
      return nil
    }
  }

  private mutating func count(_ node: YAMLNode) -> Int? {
    if let text = node.text, let number = Int(text), number >= 1, number <= 1_000_000 { return number }
    report(
      node, "\"\(node.text ?? "")\" is no whole number of 1 or more",
      "„\(node.text ?? "")“ ist keine ganze Zahl ab 1")
    return nil
  }

  private mutating func word<Value: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ type: Value.Type
  ) -> Value? {
    if let value = node.text.flatMap({ Value(rawValue: $0) }) { return value }
    let words = Value.allCases.map(\.rawValue)
    report(
      node, "\"\(node.text ?? "")\" is not known; write \(words.joined(separator: ", "))",
      "„\(node.text ?? "")“ ist nicht bekannt; schreiben Sie \(words.joined(separator: ", "))",
      suggestion: node.text.flatMap { nearestWord(to: $0, among: words) })
    return nil
  }

  private mutating func color(_ node: YAMLNode) -> String? {
    if let text = node.text?.uppercased(), text.utf8.count == 7, text.hasPrefix("#"),
      text.utf8.dropFirst().allSatisfy({ (48...57).contains($0) || (65...70).contains($0) })
    {
      return text
    }
    report(
      node, "\"\(node.text ?? "")\" is no colour; write \"#1E2286\" in quotation marks",
      "„\(node.text ?? "")“ ist keine Farbe; schreiben Sie \"#1E2286\" in Anführungszeichen")
    return nil
  }

  // MARK: - The whole

  private mutating func refuseDuplicates(_ ids: [(YAMLNode, String)], _ english: String, _ german: String) {
    var first: [String: Int] = [:]
    for (node, id) in ids {
      if let line = first[id] {
        report(
          node, "the \(english) id \"\(id)\" stands already in line \(line)",
          "die ID „\(id)“ (\(german)) steht schon in Zeile \(line)")
      } else {
        first[id] = node.location.line ?? 0
      }
    }
  }

  /// A word in a sector cell must not mean two sectors.
  private mutating func refuseSharedNames(_ sectors: [(YAMLNode, Sector)]) {
    var owners: [String: String] = [:]
    for (node, sector) in sectors {
      for word in [sector.id, sector.name.english, sector.name.german] + sector.synonyms {
        let key = word.matchingKey
        if let owner = owners[key], owner != sector.id {
          report(
            node, "\"\(word)\" names both \(owner) and \(sector.id); keep it in one of them",
            "„\(word)“ bezeichnet \(owner) und \(sector.id); lassen Sie es nur bei einem der beiden stehen")
        }
        owners[key] = owners[key] ?? sector.id
      }
    }
  }
}

extension Problem.Code {
  public static let invalidTemplate = Self(rawValue: "invalidTemplate")
  public static let unknownTemplate = Self(rawValue: "unknownTemplate")
}
