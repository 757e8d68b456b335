import NetworkModel

/// Collects the nodes and edges of a file as partners and ties, and what is wrong with them.
///
/// Attributes are recognised by the words of the tables (`label`, `name`, `group`, `sector`, `weight`, …). One that is
/// not recognised, or whose value cannot be what its name says, is kept as it is and comes out again when the network
/// is written. An attribute without a value is no attribute.
struct InterchangeDraft {
  /// What becomes of an end of an edge that no node was declared for.
  enum UndeclaredNodes {
    /// The format need not declare nodes.
    case added
    /// Other programs add it, but it may be a slip.
    case addedWithWarning
    /// The review reports it as an error.
    case refused
  }

  typealias Field = (name: String, value: String)

  let file: String
  var draft = NetworkDraft()
  var problems = ProblemList()
  let undeclaredNodes: UndeclaredNodes
  private var partnerMeanings: [String: FieldMeaning?] = [:]
  private var tieMeanings: [String: FieldMeaning?] = [:]
  /// The name that means a tie's strength in this file, once one is known.
  private var strengthName = ""
  /// What edges call partners whose own id stands in an attribute.
  var aliases: [String: String] = [:]
  private(set) var hasFailed = false
  /// What a file of this size may hold.
  let limits: SizeLimits
  private var attributeCount = 0

  init(file: String, limits: SizeLimits, undeclaredNodes: UndeclaredNodes) {
    self.file = file
    self.limits = limits
    self.undeclaredNodes = undeclaredNodes
    draft.tables = [TableOrigin(file: file)]
    draft.parallelTiesAdd = true
    draft.mostPartners = limits.partners
    draft.mostTies = limits.ties
  }

  var partnerCount: Int { draft.partners.count }
  var tieCount: Int { draft.ties.count }

  mutating func reserve(partners: Int, ties: Int) {
    draft.partners.reserveCapacity(partners)
    draft.ties.reserveCapacity(ties)
  }

  // MARK: - Problems

  mutating func warn(_ code: Problem.Code, line: Int?, _ message: Localized) {
    problems.append(Problem(code, .warning, at: Location(file: file, line: line), message))
  }

  /// The file cannot be read on; of several such faults the first counts.
  mutating func fail(_ code: Problem.Code = .malformedFile, line: Int?, _ message: Localized) {
    guard !hasFailed else { return }
    hasFailed = true
    problems.append(Problem(code, .error, at: Location(file: file, line: line), message))
  }

  // MARK: - The network

  /// Something said about the whole network.
  mutating func set(_ name: String, _ value: String) {
    guard !value.isBlank else { return }
    switch name.headerKey == "label" ? .title : SettingKey(name) {
    case .title where draft.settings.title == nil: draft.settings.title = value
    case .region where draft.settings.region == nil: draft.settings.region = value
    case .template where draft.settings.template == nil: draft.settings.template = value
    case .focus where draft.settings.focus.isEmpty: draft.settings.focus = value.listItems
    case .source where draft.settings.source == nil: draft.settings.source = value
    case .funding where draft.settings.funding == nil: draft.settings.funding = value
    case .logo where draft.settings.logos.isEmpty: draft.settings.logos = value.listItems
    case .language where draft.settings.language == nil && Words.language.value(of: value) != nil:
      draft.settings.language = Words.language.value(of: value)
    case .date where draft.settings.date == nil && PartialDate(reading: value) != nil:
      draft.settings.date = PartialDate(reading: value)
    default: draft.settings.attributes.append(Attribute(name: name, value: value))
    }
  }

  // MARK: - Partners

  /// A node; `name` is what the format itself calls the node's label.
  ///
  /// - Returns: the position of its row; nil where it has no id, which ends the reading.
  @discardableResult
  mutating func addPartner(id: String, name: String? = nil, line: Int, fields: [Field] = []) -> Int? {
    guard !id.isEmpty else {
      fail(line: line, Localized(en: "a node has no id", de: "ein Knoten hat keine ID"))
      return nil
    }
    guard draft.partners.count < limits.partners else {
      fail(.fileTooLarge, line: line, .tooMany(limits.partners, "nodes", "Knoten"))
      return nil
    }
    guard count(fields, line: line) else { return nil }
    var row = PartnerRow(place: RowPlace(table: 0, line: line), name: id)
    row.id = id
    var hasName = false
    if let name, !name.trimmed.isEmpty {
      row.name = name
      hasName = true
    }
    var pairs = FieldPairs()
    for (index, field) in fields.enumerated() where !field.value.isBlank {
      guard let meaning = partnerMeaning(of: field.name), !(meaning.column == .name && hasName),
        !isOutranked(index, meaning, fields, partnerMeaning: true),
        row.set(meaning.column, to: field.value, pairs: &pairs, name: field.name)
      else {
        row.attributes.append(Attribute(name: field.name, value: field.value))
        continue
      }
    }
    row.settle(pairs)
    if let own = row.id, own != id { aliases[id] = own }
    draft.partners.append(row)
    return draft.partners.count - 1
  }

  /// Changes a node that was added; for formats that tell about one node in several places.
  mutating func changePartner(_ position: Int, _ change: (inout PartnerRow) -> Void) {
    change(&draft.partners[position])
  }

  // MARK: - Projects

  /// A node of the second mode of a two-mode network.
  mutating func addProject(id: String, name: String? = nil, line: Int, fields: [Field] = []) {
    guard !id.isEmpty else {
      return fail(line: line, Localized(en: "a node has no id", de: "ein Knoten hat keine ID"))
    }
    guard draft.projects.count < limits.otherRows else {
      return fail(.fileTooLarge, line: line, .tooMany(limits.otherRows, "nodes", "Knoten"))
    }
    guard count(fields, line: line) else { return }
    var row = ProjectRow(place: RowPlace(table: 0, line: line), name: name ?? id)
    row.id = id
    row.attributes = fields.filter { !$0.value.trimmed.isEmpty }.map { Attribute(name: $0.name, value: $0.value) }
    draft.projects.append(row)
  }

  /// An edge of a two-mode network.
  mutating func addParticipation(_ partner: String, _ project: String, line: Int) {
    guard draft.participations.count < limits.otherRows else {
      return fail(.fileTooLarge, line: line, .tooMany(limits.otherRows, "edges", "Kanten"))
    }
    draft.participations.append(
      ParticipationRow(place: RowPlace(table: 0, line: line), partner: partner, project: project))
  }

  // MARK: - Ties

  /// An edge between two nodes, named by their ids.
  mutating func addTie(
    _ source: String, _ target: String, line: Int, isDirected: Bool, fields: [Field] = []
  ) {
    guard !source.isEmpty, !target.isEmpty else {
      return fail(
        line: line,
        source.isEmpty
          ? Localized(en: "an edge has no source", de: "eine Kante hat keinen Anfang")
          : Localized(en: "an edge has no target", de: "eine Kante hat kein Ende"))
    }
    var row = TieRow(place: RowPlace(table: 0, line: line), source: source, target: target)
    row.isDirected = isDirected
    guard hasRoom(line: line), count(fields, line: line) else { return }
    // Most edges have a weight and nothing else.
    if fields.count == 1, isStrength(fields[0].name), let weight = fields[0].value.plainNumber, weight > 0 {
      row.strength = weight
    } else if !fields.isEmpty {
      set(fields, of: &row, line: line)
    }
    draft.ties.append(row)
  }

  /// An edge with nothing but a weight.
  mutating func addTie(_ source: String, _ target: String, line: Int, isDirected: Bool, weight: Double) {
    if weight > 0, weight.isFinite, !source.isEmpty, !target.isEmpty {
      guard hasRoom(line: line) else { return }
      var row = TieRow(place: RowPlace(table: 0, line: line), source: source, target: target)
      row.isDirected = isDirected
      row.strength = weight
      draft.ties.append(row)
    } else {
      addTie(source, target, line: line, isDirected: isDirected, fields: [("weight", weight.shortText)])
    }
  }

  /// Whether the file may hold another tie.
  private mutating func hasRoom(line: Int) -> Bool {
    if draft.ties.count < limits.ties { return true }
    fail(.fileTooLarge, line: line, .tooMany(limits.ties, "ties", "Beziehungen"))
    return false
  }

  /// Counts attributes; false where they are too many.
  private mutating func count(_ fields: [Field], line: Int) -> Bool {
    guard fields.count > 1 else { return true }
    attributeCount += fields.count
    if fields.count > SizeLimits.attributesOfOne {
      fail(
        .fileTooLarge, line: line,
        .tooMany(SizeLimits.attributesOfOne, "attributes in one place", "Attribute an einer Stelle"))
    } else if attributeCount > limits.attributes {
      fail(.fileTooLarge, line: line, .tooMany(limits.attributes, "attributes", "Attribute"))
    }
    return !hasFailed
  }

  private mutating func set(_ fields: [Field], of row: inout TieRow, line: Int) {
    var pairs = FieldPairs()
    for (index, field) in fields.enumerated() where !field.value.isBlank {
      guard let meaning = tieMeaning(of: field.name), !isOutranked(index, meaning, fields, partnerMeaning: false)
      else {
        row.attributes.append(Attribute(name: field.name, value: field.value))
        continue
      }
      if row.set(meaning.column, to: field.value, pairs: &pairs, name: field.name) { continue }
      row.attributes.append(Attribute(name: field.name, value: field.value))
      guard meaning.column == .strength else { continue }
      warn(.notAStrength, line: line, .notAStrength(field.name, field.value))
    }
    row.settle(pairs)
  }

  /// Directs all ties, or none, but those whose direction was given.
  mutating func setDirection(_ isDirected: Bool, except known: Set<Int>) {
    for position in draft.ties.indices where known.isEmpty || !known.contains(position) {
      draft.ties[position].isDirected = isDirected
    }
  }

  /// Keeps the ties at some positions.
  mutating func keepTies(where isKept: (Int) -> Bool) {
    var kept = 0
    for position in draft.ties.indices where isKept(position) {
      if kept != position { draft.ties[kept] = draft.ties[position] }
      kept += 1
    }
    draft.ties.removeSubrange(kept...)
  }

  /// Whether two ties have the same values, whatever partners they tie.
  func saysTheSame(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (draft.ties[first], draft.ties[second])
    return a.strength == b.strength && a.kind == b.kind && a.field == b.field && a.trust == b.trust
      && a.period == b.period && a.attributes == b.attributes
  }

  // MARK: - Meanings

  private mutating func partnerMeaning(of name: String) -> FieldMeaning? {
    if let known = partnerMeanings[name] { return known }
    let meaning = FieldMeaning.ofPartner(name)
    partnerMeanings[name] = meaning
    return meaning
  }

  private mutating func isStrength(_ name: String) -> Bool {
    if name == strengthName { return true }
    guard tieMeaning(of: name)?.column == .strength else { return false }
    strengthName = name
    return true
  }

  private mutating func tieMeaning(of name: String) -> FieldMeaning? {
    if let known = tieMeanings[name] { return known }
    let meaning = FieldMeaning.ofTie(name)
    tieMeanings[name] = meaning
    return meaning
  }

  /// Whether another field of the record means the same column, and more surely.
  private mutating func isOutranked(
    _ index: Int, _ meaning: FieldMeaning, _ fields: [Field], partnerMeaning isPartner: Bool
  ) -> Bool {
    guard fields.count > 1 else { return false }
    for (other, field) in fields.enumerated() where other != index && !field.value.isBlank {
      guard let rival = isPartner ? partnerMeaning(of: field.name) : tieMeaning(of: field.name),
        rival.column == meaning.column
      else { continue }
      if rival.rank < meaning.rank || (rival.rank == meaning.rank && other < index) { return true }
    }
    return false
  }
}

extension Problem.Code {
  /// The file breaks the rules of its format and cannot be read on.
  public static let malformedFile = Self(rawValue: "malformedFile")
  public static let notAStrength = Self(rawValue: "notAStrength")
  public static let undeclaredNode = Self(rawValue: "undeclaredNode")
}

extension Localized {
  static func notAStrength(_ name: String, _ value: String) -> Localized {
    Localized(
      en: "\(name) is \(value), and a strength is a number above 0 (1e-12 to 1e12); the tie is kept without a strength",
      de:
        "\(name) ist \(value), eine Stärke ist aber eine Zahl über 0 (1e-12 bis 1e12); die Beziehung bleibt, ohne Stärke"
    )
  }
}
