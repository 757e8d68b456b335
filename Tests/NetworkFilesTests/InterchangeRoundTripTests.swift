import NetworkModel
import Testing

@testable import NetworkFiles

/// What is written is read again, whatever the names are.
@Suite struct InterchangeRoundTripTests {
  /// A seeded source of random numbers (SplitMix64).
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let words = [
    "Volkshochschule", "Bücherei", "Käse & Co", "<Haus>", "\"Zum Löwen\"", "L'Étoile", "a=b", "x;y", "Zeile 1\nZeile 2",
    "👩‍🌾 Hof", "tab\there", "]]>", "&amp;", "%d", "#1", "*Vertices", "\\n", "C:\\temp", "50 %", "Ω", "日本", "{x}", "[y]",
    "true", "12", "-3.5", "1e5", "007", "null",
  ]

  /// A random network with everything that a partner and a tie can have.
  static func network(seed: UInt64, isDirected: Bool? = nil) -> Network {
    var random = Random(state: seed)
    func word(_ random: inout Random) -> String { words.randomElement(using: &random)! }
    var draft = NetworkDraft()
    draft.tables = [TableOrigin(file: "made")]
    draft.parallelTiesAdd = true
    draft.settings.title = word(&random)
    let count = Int.random(in: 1...9, using: &random)
    for position in 0..<count {
      var row = PartnerRow(place: RowPlace(table: 0, line: position), name: word(&random) + " \(position)")
      row.id = Bool.random(using: &random) ? "p\(position)" : word(&random) + "-\(position)"
      if Bool.random(using: &random) { row.short = word(&random) }
      if Bool.random(using: &random) { row.sectors = ["Schule", "Kunst & Kultur"] }
      if Bool.random(using: &random) { row.role = Partner.Role.allCases.randomElement(using: &random) }
      if Bool.random(using: &random) { row.kind = .person }
      if Bool.random(using: &random) { row.municipality = word(&random) }
      if Bool.random(using: &random) { row.coordinates = Coordinates(latitude: 47.25, longitude: -9.5) }
      if Bool.random(using: &random) { row.isPublicBody = Bool.random(using: &random) }
      if Bool.random(using: &random) { row.votes = 2.5 }
      if Bool.random(using: &random) {
        row.membership = Period(start: PartialDate(year: 2019), end: PartialDate(year: 2024, month: 5, day: 31))!
      }
      if Bool.random(using: &random) { row.consent = Bool.random(using: &random) }
      if Bool.random(using: &random) { row.attributes.append(Attribute(name: "Größe", value: word(&random))) }
      if Bool.random(using: &random) { row.attributes.append(Attribute(name: "staff", value: "12")) }
      draft.partners.append(row)
    }
    for line in 0..<Int.random(in: 0...14, using: &random) where count > 1 {
      let source = Int.random(in: 0..<count, using: &random)
      let target = (source + Int.random(in: 1..<count, using: &random)) % count
      var row = TieRow(
        place: RowPlace(table: 0, line: line), source: draft.partners[source].id!, target: draft.partners[target].id!)
      row.isDirected = isDirected ?? Bool.random(using: &random)
      if Bool.random(using: &random) { row.kind = word(&random) }
      if Bool.random(using: &random) { row.field = word(&random) }
      row.strength = [1, 2, 0.25, 1e-7, 123_456.75].randomElement(using: &random)!
      if Bool.random(using: &random) { row.trust = 3 }
      if Bool.random(using: &random) { row.trustBack = 1.5 }
      if Bool.random(using: &random) { row.period = Period(PartialDate(year: 2021, month: 3)!) }
      if Bool.random(using: &random) {
        row.period = Period(start: PartialDate(year: 2020, month: 1, day: 2), end: nil)!
      }
      if Bool.random(using: &random) { row.attributes.append(Attribute(name: "note", value: word(&random))) }
      draft.ties.append(row)
    }
    return try! Network.review(draft).get()
  }

  /// A draft as text, to compare what two networks say. Ties are sorted, as DOT gives them in the order of the nodes.
  static func partners(_ network: Network) -> [String] {
    network.partners.map { partner in
      let attributes = partner.attributes.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.value)" }
      return """
        \(partner.id)|\(partner.name)|\(partner.shortName ?? "-")|\(partner.sectors)|\(partner.kind)|\
        \(partner.role?.rawValue ?? "-")|\(partner.municipality ?? "-")|\(String(describing: partner.coordinates))|\
        \(String(describing: partner.isPublicBody))|\(partner.votes)|\(partner.membership)|\
        \(String(describing: partner.consent))|\(attributes)
        """
    }
  }

  static func ties(_ network: Network, onlyWeights: Bool = false) -> [String] {
    network.ties.map { tie in
      let ends = [network.partners[tie.source].id, network.partners[tie.target].id]
      let pair = tie.isDirected ? ends.joined(separator: " > ") : ends.sorted().joined(separator: " - ")
      if onlyWeights { return "\(pair)|\(tie.strength)" }
      let attributes = tie.attributes.filter { $0.name != "id" }.map { "\($0.name)=\($0.value)" }.sorted()
      return """
        \(pair)|\(tie.kind ?? "-")|\(tie.field ?? "-")|\(tie.strength)|\(tie.trust ?? 0)|\(tie.trustBack ?? 0)|\
        \(tie.period)|\(attributes)
        """
    }.sorted()
  }

  static func readAgain(_ output: InterchangeOutput, _ name: String) throws -> Network {
    try Network.review(Dataset.read(bytes: output.bytes, name: name)).get()
  }

  @Test(
    "formats with attributes hold every partner and every tie",
    arguments: ["graphml", "gexf", "gml", "dot", "kumu.json", "cyjs"], 0..<40 as Range<UInt64>)
  func everything(format: String, seed: UInt64) throws {
    let network = Self.network(seed: seed)
    let output = try #require(Interchange.write(network, as: format))
    var again = try Self.readAgain(output, "made.\(format)")
    if format == "gml" { again = renamed(again, "groesse", to: "Größe") }
    #expect(Self.partners(again) == Self.partners(network), "seed \(seed)")
    #expect(Self.ties(again) == Self.ties(network), "seed \(seed)")
    if !["kumu.json"].contains(format) { #expect(again.settings.title == network.settings.title) }
  }

  /// GML's keys have no umlauts; the writer says so.
  private func renamed(_ network: Network, _ from: String, to name: String) -> Network {
    var draft = NetworkDraft()
    draft.parallelTiesAdd = true
    draft.settings = network.settings
    draft.partners = network.partners.map { partner in
      var row = PartnerRow(place: RowPlace(table: 0, line: 0), name: partner.name)
      row.id = partner.id
      row.short = partner.shortName
      row.sectors = partner.sectors
      row.kind = partner.kind
      row.role = partner.role
      row.municipality = partner.municipality
      row.coordinates = partner.coordinates
      row.isPublicBody = partner.isPublicBody
      row.votes = partner.votes
      row.membership = partner.membership
      row.consent = partner.consent
      row.attributes = partner.attributes.map { $0.name == from ? Attribute(name: name, value: $0.value) : $0 }
      return row
    }
    draft.ties = network.ties.map { tie in
      var row = TieRow(
        place: RowPlace(table: 0, line: 0), source: network.partners[tie.source].id,
        target: network.partners[tie.target].id)
      row.kind = tie.kind
      row.field = tie.field
      row.strength = tie.strength
      row.trust = tie.trust
      row.trustBack = tie.trustBack
      row.isDirected = tie.isDirected
      row.period = tie.period
      row.attributes = tie.attributes
      return row
    }
    return try! Network.review(draft).get()
  }

  @Test("bare formats keep partners, weights and directions and tell the rest", arguments: 0..<40 as Range<UInt64>)
  func bareFormats(seed: UInt64) throws {
    let network = Self.network(seed: seed)
    let pajek = PajekFormat.write(network, options: InterchangeOptions())
    let again = try Self.readAgain(pajek, "made.net")
    #expect(again.partners.count == network.partners.count)
    #expect(again.ties.map(\.strength).sorted() == network.ties.map(\.strength).sorted())
    #expect(again.ties.count(where: \.isDirected) == network.ties.count(where: \.isDirected))
    for (partner, kept) in zip(network.partners, again.partners)
    where !partner.name.contains(where: { "\"\\\n\t&".contains($0) }) { #expect(kept.name == partner.name) }
    if network.partners.contains(where: { !$0.sectors.isEmpty }) {
      #expect(pajek.losses.contains { $0.english.contains("sector") }, "\(pajek.losses.map(\.english))")
    }
    let dl = try Self.readAgain(DLFormat.write(network, options: InterchangeOptions()), "made.dl")
    #expect(dl.partners.count == network.partners.count)
    let total = network.ties.reduce(0) { $0 + $1.strength * ($1.isDirected ? 1 : 2) }
    let totalAgain = dl.ties.reduce(0) { $0 + $1.strength * ($1.isDirected ? 1 : 2) }
    #expect(abs(total - totalAgain) <= 1e-9 * total)
    guard !network.ties.isEmpty else { return }
    let list = EdgeListFormat.write(network, options: InterchangeOptions())
    let listed = try Self.readAgain(list, "made.edgelist")
    #expect(listed.ties.count == network.ties.count || listed.ties.count * 2 == network.ties.count)
    #expect(list.losses.contains { $0.english.contains("directions") } == network.ties.contains(where: \.isDirected))
  }

  @Test("a writer says the same bytes twice")
  func sameBytes() {
    let network = Self.network(seed: 7)
    for format in Interchange.formats where format.isWritable {
      let first = Interchange.write(network, as: format.extensions[0])
      #expect(first?.bytes == Interchange.write(network, as: format.extensions[0])?.bytes)
    }
  }
}
