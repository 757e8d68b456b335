import NetworkModel

/// The only partner that offers something.
public struct SoleProvider: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    /// All offers of one kind: 'only the library offers rooms'.
    case kind(ExchangeKind)
    /// A topic that somebody else needs.
    case topic(String)
  }

  /// Position in `Network.partners`.
  public let partner: Int
  public let subject: Subject
  /// Positions in `Network.offers`.
  public let offers: [Int]
  /// Positions in `Network.needs` of others' needs for it.
  public let needs: [Int]

  /// Kinds in their order, then topics in the order of the offers.
  static func all(_ network: Network) -> [SoleProvider] {
    func provider(_ offers: [Int]) -> Int? {
      let partners = Set(offers.map { network.offers[$0].partner })
      return partners.count == 1 ? partners.first : nil
    }
    var list: [SoleProvider] = []
    for kind in ExchangeKind.allCases {
      let offers = network.offers.indices.filter { network.offers[$0].kind == kind }
      guard let partner = provider(offers) else { continue }
      let needs = network.needs.indices.filter {
        network.needs[$0].kind == kind && network.needs[$0].partner != partner
      }
      list.append(SoleProvider(partner: partner, subject: .kind(kind), offers: offers, needs: needs))
    }
    var offersByTopic: [String: [Int]] = [:]
    var topics: [(key: String, word: String)] = []
    for (position, offer) in network.offers.enumerated() {
      for topic in offer.topics {
        let key = topic.matchingKey
        if key.isEmpty || offersByTopic[key]?.last == position { continue }
        if offersByTopic[key] == nil { topics.append((key, topic)) }
        offersByTopic[key, default: []].append(position)
      }
    }
    var needsByTopic: [String: [Int]] = [:]
    for (position, need) in network.needs.enumerated() {
      for key in Set(need.topics.map(\.matchingKey)) { needsByTopic[key, default: []].append(position) }
    }
    for (key, word) in topics {
      let offers = offersByTopic[key]!
      guard let partner = provider(offers) else { continue }
      let needs = (needsByTopic[key] ?? []).filter { network.needs[$0].partner != partner }
      if !needs.isEmpty {
        list.append(SoleProvider(partner: partner, subject: .topic(word), offers: offers, needs: needs))
      }
    }
    return list
  }
}
