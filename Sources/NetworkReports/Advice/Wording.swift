import NetworkModel

/// Names, lists and counts for sentences about one network in one language.
struct Wording: Sendable {
  let network: Network
  let language: Language
  /// Names that several partners have: they are told apart by their ids.
  private let sharedNames: Set<String>

  init(_ network: Network, _ language: Language) {
    self.network = network
    self.language = language
    var seen: Set<String> = []
    var shared: Set<String> = []
    for partner in network.partners where !seen.insert(partner.shortestName).inserted {
      shared.insert(partner.shortestName)
    }
    sharedNames = shared
  }

  func callAsFunction(en: @autoclosure () -> String, de: @autoclosure () -> String) -> String {
    language == .german ? de() : en()
  }

  // MARK: Names

  func name(_ partner: Int) -> String {
    let name = network.partners[partner].shortestName
    return sharedNames.contains(name) ? "\(name) (\(network.partners[partner].id))" : name
  }

  func id(_ partner: Int) -> String { network.partners[partner].id }

  /// „Schulen“
  func quoted(_ text: String) -> String { self(en: "“\(text)”", de: "„\(text)“") }

  func sector(_ id: String) -> String { quoted(network.sectorName(id)[language]) }

  func group(_ id: String) -> String {
    quoted(network.template?.groups.first { $0.id == id }?.name[language] ?? id)
  }

  /// The topics of an offer or need: „Seminarraum, Moderation“
  func topics(_ topics: [String]) -> String { quoted(topics.joined(separator: ", ")) }

  // MARK: Lists

  /// `A, B und C`; of a long list the beginning: `A, B und 12 weitere`.
  func list(_ words: [String], limit: Int = 8) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    // A name with a comma in it must not look like two.
    let separator = words.contains { $0.contains(", ") } ? "; " : ", "
    if words.count > limit + 1 {
      return words.prefix(limit).joined(separator: separator)
        + self(en: " and \(whole(words.count - limit)) more", de: " und \(whole(words.count - limit)) weitere")
    }
    return words.dropLast().joined(separator: separator) + self(en: " and ", de: " und ") + words.last!
  }

  func names(_ partners: some Sequence<Int>, limit: Int = 8) -> String { list(partners.map(name), limit: limit) }

  // MARK: Numbers

  func whole(_ value: Int) -> String { NumberText.whole(value, in: language) }
  func fixed(_ value: Double, _ decimals: Int) -> String { NumberText.fixed(value, decimals: decimals, in: language) }

  /// A number without needless decimals: 4, 2,5.
  func plain(_ value: Double, _ decimals: Int = 2) -> String {
    for count in 0..<decimals {
      let scale = (0..<count).reduce(1.0) { power, _ in power * 10 }
      if (value * scale).rounded() == value * scale { return fixed(value, count) }
    }
    return fixed(value, decimals)
  }

  func percent(_ share: Double) -> String { NumberText.percent(share, in: language) }

  /// `1 partner`, `3 partners`
  func count(_ number: Int, en: (one: String, many: String), de: (one: String, many: String)) -> String {
    let words = language == .german ? de : en
    return "\(whole(number)) \(number == 1 ? words.one : words.many)"
  }

  /// `1 Partner`
  func partners(_ number: Int) -> String { count(number, en: ("partner", "partners"), de: ("Partner", "Partner")) }

  /// As people of the language write dates.
  func date(_ date: PartialDate) -> String {
    guard language == .german else { return date.description }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return switch (date.month, date.day) {
    case (let month?, let day?): "\(padded(day)).\(padded(month)).\(date.year)"
    case (let month?, nil): "\(padded(month))/\(date.year)"
    default: "\(date.year)"
    }
  }
}
