import NetworkModel

/// The column that an attribute's name means.
struct FieldMeaning: Hashable {
  let column: Column
  /// Of several attributes that mean one column the one with the lowest rank does.
  let rank: Int

  static func ofPartner(_ name: String) -> FieldMeaning? {
    switch name.headerKey {
    // The id is the format's own; an attribute of this name is something else.
    case "id", "nr", "nummer", "kennung": nil
    case "label": FieldMeaning(column: .name, rank: -1)
    case "start", "startdate": FieldMeaning(column: .joined, rank: 90)
    case "end", "enddate": FieldMeaning(column: .left, rank: 90)
    case let key: best(key, Table.partners)
    }
  }

  static func ofTie(_ name: String) -> FieldMeaning? {
    switch name.headerKey {
    case "source", "target", "from", "to", "von", "nach", "an", "zu", "ziel", "quelle": nil
    case "interaction", "relationship": FieldMeaning(column: .kind, rank: 50)
    case let key: best(key, Table.ties)
    }
  }

  private static func best(_ key: String, _ table: Table) -> FieldMeaning? {
    var best: FieldMeaning?
    for words in table.columns {
      guard let rank = words.rank(of: key), rank < best?.rank ?? .max else { continue }
      best = FieldMeaning(column: words.column, rank: rank)
    }
    return best
  }
}

/// Fields that only have a meaning together: two coordinates, two ends of a period.
struct FieldPairs {
  var latitude: InterchangeDraft.Field?
  var longitude: InterchangeDraft.Field?
  var start: InterchangeDraft.Field?
  var end: InterchangeDraft.Field?

  /// The fields' meanings, and the fields that have none.
  fileprivate func settled() -> (coordinates: Coordinates?, period: Period, rest: [Attribute]) {
    var rest: [Attribute] = []
    func keep(_ fields: InterchangeDraft.Field?...) {
      for case let field? in fields { rest.append(Attribute(name: field.name, value: field.value)) }
    }
    var coordinates: Coordinates?
    if let latitude, let longitude, let north = latitude.value.plainNumber, let east = longitude.value.plainNumber {
      coordinates = Coordinates(latitude: north, longitude: east)
    }
    if coordinates == nil { keep(latitude, longitude) }
    let first = start.flatMap { PartialDate(reading: $0.value.trimmed) }
    let last = end.flatMap { PartialDate(reading: $0.value.trimmed) }
    guard (first != nil) == (start != nil), (last != nil) == (end != nil),
      let period = Period(start: first, end: last)
    else {
      keep(start, end)
      return (coordinates, .always, rest)
    }
    return (coordinates, period, rest)
  }
}

extension PartnerRow {
  /// Takes a value as what a column holds; false where it cannot be that.
  mutating func set(_ column: Column, to value: String, pairs: inout FieldPairs, name fieldName: String) -> Bool {
    switch column {
    case .id: id = value
    case .name: name = value
    case .short: short = value
    case .sector:
      sectors = value.listItems
      return !sectors.isEmpty
    case .kind:
      kind = Words.partnerKind.value(of: value)
      return kind != nil
    case .role:
      role = Words.partnerRole.value(of: value)
      return role != nil
    case .municipality: municipality = value
    case .latitude: pairs.latitude = (fieldName, value)
    case .longitude: pairs.longitude = (fieldName, value)
    case .public:
      isPublicBody = Words.yesNo.value(of: value)
      return isPublicBody != nil
    case .interest: interestGroup = value
    case .votes:
      guard let number = value.plainNumber, number >= 0 else { return false }
      votes = number
    case .joined: pairs.start = (fieldName, value)
    case .left: pairs.end = (fieldName, value)
    case .position: position = value
    case .resources:
      resources = value.listItems
      return !resources.isEmpty
    case .website: website = value
    case .contact: contact = value
    case .consent:
      consent = Words.yesNo.value(of: value)
      return consent != nil
    case .answered:
      answered = Words.yesNo.value(of: value)
      return answered != nil
    default: return false
    }
    return true
  }

  mutating func settle(_ pairs: FieldPairs) {
    let settled = pairs.settled()
    coordinates = settled.coordinates
    membership = settled.period
    attributes += settled.rest
  }
}

extension TieRow {
  /// Takes a value as what a column holds; false where it cannot be that.
  mutating func set(_ column: Column, to value: String, pairs: inout FieldPairs, name fieldName: String) -> Bool {
    func positive() -> Double? { value.plainNumber.flatMap { $0 > 0 ? $0 : nil } }
    func rating() -> Double? { value.plainNumber.flatMap { (1...4).contains($0) ? $0 : nil } }
    switch column {
    case .kind: kind = value
    case .field: field = value
    case .strength:
      strength = positive()
      return strength != nil
    case .strengthBack:
      strengthBack = positive()
      return strengthBack != nil
    case .trust:
      trust = rating()
      return trust != nil
    case .trustBack:
      trustBack = rating()
      return trustBack != nil
    case .directed:
      guard let isDirected = Words.yesNo.value(of: value) else { return false }
      self.isDirected = isDirected
    case .since: pairs.start = (fieldName, value)
    case .until: pairs.end = (fieldName, value)
    default: return false
    }
    return true
  }

  mutating func settle(_ pairs: FieldPairs) {
    let settled = pairs.settled()
    period = settled.period
    attributes += settled.rest
  }
}

extension String {
  /// A finite number as programs write it, with a decimal point; nil where the text is none.
  var plainNumber: Double? {
    if let number = NumberReading.plainNumber(self) { return number }
    let text = trimmed
    guard let first = text.utf8.first, (48...57).contains(first) || first == 45 || first == 43 || first == 46,
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 43 || $0 == 46 || $0 | 0x20 == 101 })
    else { return nil }
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

extension String {
  /// Whether there is nothing in it but blanks.
  var isBlank: Bool {
    // Nearly every text begins with a letter or digit of ASCII.
    if let first = utf8.first, first > 0x20, first < 0x80 { return false }
    return trimmed.isEmpty
  }
}
