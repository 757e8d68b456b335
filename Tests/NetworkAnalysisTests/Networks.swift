import GraphCore
import NetworkModel

/// A dataset as a reader would hand it over, in few words.
struct Dataset {
  var draft = NetworkDraft()
  private let place = RowPlace(table: 0, line: 2)

  mutating func partner(_ id: String, _ sectors: String..., change: (inout PartnerRow) -> Void = { _ in }) {
    var row = PartnerRow(place: place, name: id)
    row.id = id
    row.sectors = sectors
    change(&row)
    draft.partners.append(row)
  }

  mutating func tie(_ a: String, _ b: String, change: (inout TieRow) -> Void = { _ in }) {
    var row = TieRow(place: place, source: a, target: b)
    change(&row)
    draft.ties.append(row)
  }

  mutating func need(_ id: String, of partner: String, _ topics: String..., change: (inout NeedRow) -> Void = { _ in })
  {
    var row = NeedRow(place: place, partner: partner, topics: topics)
    row.id = id
    change(&row)
    draft.needs.append(row)
  }

  mutating func offer(
    _ id: String, of partner: String, _ topics: String..., change: (inout OfferRow) -> Void = { _ in }
  ) {
    var row = OfferRow(place: place, partner: partner, topics: topics)
    row.id = id
    change(&row)
    draft.offers.append(row)
  }

  mutating func fit(_ need: String, _ offer: String, _ value: Double) {
    draft.fits.append(FitRow(place: place, need: need, offer: offer, value: value))
  }

  mutating func candidate(_ id: String, _ sectors: [String], offers: [String] = [], effort: Double? = nil) {
    var row = CandidateRow(place: place, name: id)
    row.id = id
    row.sectors = sectors
    row.offers = offers
    row.effort = effort
    draft.candidates.append(row)
  }

  func network(_ template: SectorTemplate? = nil) -> Network {
    let review = Network.review(draft, template: template)
    guard let network = review.network else { fatalError("\(review.problems.map { $0.sentence(in: .english) })") }
    return network
  }
}

/// An invented learning region of 12 partners.
enum Musterland {
  static let template = SectorTemplate(
    id: "musterland", name: Localized("Musterland"),
    groups: [
      SectorGroup(
        id: "all", name: Localized(en: "All", de: "Alle"),
        sectors: [
          "leader", "adult_education", "school", "library", "chamber", "ams", "tourism", "culture", "environment",
          "university", "sme", "museum", "social", "health", "sport",
        ].map { Sector(id: $0, name: Localized($0)) })
    ])

  static let dataset: Dataset = {
    var data = Dataset()
    data.partner("L", "leader") { $0.role = .lead }
    for id in ["V", "B", "P"] { data.partner(id, "adult_education") }
    for id in ["S1", "S2"] { data.partner(id, "school") }
    data.partner("Bi", "library")
    data.partner("W", "chamber")
    data.partner("A", "ams")
    data.partner("T", "tourism")
    data.partner("K", "culture")
    data.partner("N", "environment")
    let ties = "L-V L-B L-S1 L-W L-A L-T L-K V-B V-Bi S1-S2 W-A T-K B-P"
    for tie in ties.split(separator: " ") {
      let ends = tie.split(separator: "-").map(String.init)
      data.tie(ends[0], ends[1])
    }
    data.candidate("FHC", ["university", "sme", "museum"], effort: 5)
    data.candidate("GSZ", ["social", "health", "sport"], effort: 4)
    data.candidate("RZ", ["university", "sme", "social", "health"], effort: 4)
    data.candidate("MUS", ["museum"], effort: 1)
    data.candidate("SPO", ["sport"], effort: 1)
    data.candidate("FIR", ["sme"], effort: 1)
    return data
  }()

  static let network = dataset.network(template)
}

extension Network {
  func position(_ id: String) -> Int { partners.firstIndex { $0.id == id }! }
  func ids(_ positions: some Sequence<Int>) -> [String] { positions.map { partners[$0].id } }
}

extension Dataset {
  /// A random network of up to `largest` partners whose ids are not in the order of the rows.
  static func random(seed: UInt64, largest: Int = 8) -> Dataset {
    var random = SplitMix64(seed: seed)
    var data = Dataset()
    let n = 1 + random.below(largest)
    var ids = (0..<n).map { String(UnicodeScalar(UInt8(97 + $0))) }
    ids.shuffle(using: &random)
    let leadCount = [0, 1, 1, 1, 2][random.below(5)]
    for (position, id) in ids.enumerated() {
      let sectors = ["school", "museum", "chamber", "sport"].shuffled(using: &random).prefix(random.below(3))
      data.partner(id) {
        $0.sectors = Array(sectors)
        if position < leadCount { $0.role = .lead }
      }
    }
    let density = [0.0, 0.15, 0.3, 0.5, 1][random.below(5)]
    let isDirected = random.below(3) == 0
    for v in 0..<n {
      for w in 0..<n where v != w && random.unit() < (isDirected ? density / 2 : density) && (isDirected || v < w) {
        data.tie(ids[v], ids[w]) {
          $0.isDirected = isDirected
          if random.below(2) == 0 { $0.trust = Double(1 + random.below(4)) }
          $0.strength = Double(1 + random.below(3))
        }
      }
    }
    let topics = ["rooms", "money", "people", "courses"]
    for number in 0..<random.below(5) {
      data.need("n\(number)", of: ids[random.below(n)], topics[random.below(4)], topics[random.below(4)])
    }
    for number in 0..<random.below(5) {
      data.offer("o\(number)", of: ids[random.below(n)], topics[random.below(4)], topics[random.below(4)]) {
        $0.capacity = 1 + random.below(2)
      }
    }
    return data
  }
}
