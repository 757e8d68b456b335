import NetworkModel

/// A network as nodes and edges with named values: what the writers of interchange formats write.
///
/// The values a reader recognises again have the names of the tables' columns (`sector`, `role`, `weight`, …); unknown
/// attributes have their own. Names and ids are the formats' own affair.
struct NetworkFields {
  enum Kind { case text, whole, number, boolean }

  struct Field {
    let name: String
    /// What every value of the field is.
    var kind: Kind
  }

  typealias Value = (field: Int, text: String)

  let network: Network
  private(set) var partnerFields: [Field] = []
  private(set) var tieFields: [Field] = []
  /// What was said about the whole network, in a fixed order.
  let settings: [(name: String, text: String)]
  private var partnerPositions: [String: Int] = [:]
  private var tiePositions: [String: Int] = [:]
  private let reservedForPartners: Set<String>
  private let reservedForTies: Set<String>
  /// Names of attributes that had to be changed because the format or a column has the name.
  private(set) var renamed: [(from: String, to: String)] = []
  private var renamedNames: Set<String> = []

  /// - Parameters:
  ///   - reservedForPartners: names that mean something else in the format.
  ///   - reservedForTies: the same for ties.
  init(_ network: Network, reservedForPartners: Set<String> = [], reservedForTies: Set<String> = []) {
    self.network = network
    self.reservedForPartners = reservedForPartners
    self.reservedForTies = reservedForTies
    settings = Self.settings(network.settings)
    for partner in network.partners {
      for (name, text) in values(of: partner) { Self.note(name, text, &partnerFields, &partnerPositions) }
    }
    for tie in network.ties {
      for (name, text) in values(of: tie) { Self.note(name, text, &tieFields, &tiePositions) }
    }
  }

  /// The values of a partner; fields are positions in `partnerFields`.
  func values(ofPartner position: Int) -> [Value] {
    var copy = self
    return copy.values(of: network.partners[position]).map { (partnerPositions[$0.name]!, $0.text) }
  }

  /// The values of a tie; fields are positions in `tieFields`.
  func values(ofTie position: Int) -> [Value] {
    var copy = self
    return copy.values(of: network.ties[position]).map { (tiePositions[$0.name]!, $0.text) }
  }

  private static func note(_ name: String, _ text: String, _ fields: inout [Field], _ positions: inout [String: Int]) {
    let kind = Kind(of: text)
    if let position = positions[name] {
      fields[position].kind = fields[position].kind.union(kind)
    } else {
      positions[name] = fields.count
      fields.append(Field(name: name, kind: kind))
    }
  }

  private mutating func values(of partner: Partner) -> [(name: String, text: String)] {
    var values: [(name: String, text: String)] = []
    func add(_ column: Column, _ text: String?) {
      if let text, !text.isEmpty { values.append((column.rawValue, text)) }
    }
    add(.short, partner.shortName)
    add(.sector, partner.sectors.joined(separator: "; "))
    add(.kind, partner.kind == .person ? partner.kind.rawValue : nil)
    add(.role, partner.role?.rawValue)
    add(.municipality, partner.municipality)
    add(.latitude, partner.coordinates?.latitude.shortText)
    add(.longitude, partner.coordinates?.longitude.shortText)
    add(.public, partner.isPublicBody.map { String($0) })
    add(.interest, partner.interestGroup)
    add(.votes, partner.votes == 1 ? nil : partner.votes.shortText)
    add(.joined, partner.membership.start?.description)
    add(.left, partner.membership.end?.description)
    add(.position, partner.position)
    add(.resources, partner.resources.joined(separator: "; "))
    add(.website, partner.website)
    add(.contact, partner.contact)
    add(.consent, partner.consent.map { String($0) })
    add(.answered, partner.answered.map { String($0) })
    self.add(partner.attributes, to: &values, reserved: reservedForPartners)
    return values
  }

  private mutating func values(of tie: Tie) -> [(name: String, text: String)] {
    var values: [(name: String, text: String)] = []
    func add(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { values.append((name, text)) }
    }
    add(Column.kind.rawValue, tie.kind)
    add(Column.field.rawValue, tie.field)
    // A weight that is no strength stands among the attributes.
    let keepsWeight = tie.strength == 1 && tie.attributes.contains { FieldMeaning.ofTie($0.name)?.column == .strength }
    add("weight", keepsWeight ? nil : tie.strength.shortText)
    add(Column.trust.rawValue, tie.trust?.shortText)
    add(Column.trustBack.rawValue, tie.trustBack?.shortText)
    add(Column.since.rawValue, tie.period.start?.description)
    add(Column.until.rawValue, tie.period.end?.description)
    self.add(tie.attributes, to: &values, reserved: reservedForTies)
    return values
  }

  private mutating func add(
    _ attributes: [Attribute], to values: inout [(name: String, text: String)], reserved: Set<String>
  ) {
    for attribute in attributes where !attribute.value.isEmpty {
      var name = attribute.name
      var number = 2
      while reserved.contains(name) || values.contains(where: { $0.name == name }) {
        name = "\(attribute.name) \(number)"
        number += 1
      }
      if name != attribute.name, renamedNames.insert(attribute.name).inserted { renamed.append((attribute.name, name)) }
      values.append((name, attribute.value))
    }
  }

  private static func settings(_ settings: NetworkSettings) -> [(name: String, text: String)] {
    var values: [(name: String, text: String)] = []
    func add(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { values.append((name, text)) }
    }
    add("title", settings.title)
    add("region", settings.region)
    add("template", settings.template)
    add("focus", settings.focus.joined(separator: "; "))
    add("language", settings.language?.rawValue)
    add("source", settings.source)
    add("date", settings.date?.description)
    add("funding", settings.funding)
    add("logo", settings.logos.joined(separator: "; "))
    for attribute in settings.attributes where !values.contains(where: { $0.name == attribute.name }) {
      add(attribute.name, attribute.value)
    }
    return values
  }
}

extension NetworkFields.Kind {
  /// What a text is; only a text that JSON would write in the same way is a number.
  init(of text: String) {
    if text == "true" || text == "false" {
      self = .boolean
    } else if let isWhole = text.numberIsWhole {
      self = isWhole ? .whole : .number
    } else {
      self = .text
    }
  }

  func union(_ other: Self) -> Self {
    switch (self, other) {
    case let (a, b) where a == b: a
    case (.whole, .number), (.number, .whole): .number
    default: .text
    }
  }
}

extension String {
  /// Whether the text is a whole number (true), another number (false) or none (nil), by the grammar of JSON.
  var numberIsWhole: Bool? {
    var digits = 0
    var isWhole = true
    var bytes = Array(utf8)[...]
    if bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
    let leadingZero = bytes.first == UInt8(ascii: "0")
    while let byte = bytes.first, (48...57).contains(byte) {
      digits += 1
      bytes.removeFirst()
    }
    guard digits > 0, !(leadingZero && digits > 1) else { return nil }
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      isWhole = false
      let before = bytes.count
      bytes = bytes.drop { (48...57).contains($0) }
      guard bytes.count < before else { return nil }
    }
    if let e = bytes.first, e | 0x20 == UInt8(ascii: "e") {
      bytes.removeFirst()
      isWhole = false
      if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { bytes.removeFirst() }
      let before = bytes.count
      bytes = bytes.drop { (48...57).contains($0) }
      guard bytes.count < before else { return nil }
    }
    guard bytes.isEmpty else { return nil }
    if isWhole { return Int64(self) != nil ? true : false }
    return Double(self)?.isFinite == true ? false : nil
  }
}
