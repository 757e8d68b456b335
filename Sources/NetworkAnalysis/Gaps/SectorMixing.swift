import GraphCore
import NetworkModel

/// How many ties join which main sectors.
struct SectorMixing: Sendable {
  /// Main sectors that partners belong to, in the order of `Network.sectorIDs`.
  let sectors: [String]
  /// The position in `sectors` of each partner's main sector; nil where it belongs to none.
  let sector: [Int?]
  /// How many partners have each as their main sector.
  let partners: [Int]
  /// How many ties (of pairs) join two sectors, the smaller position first; pairs without a tie have no entry.
  let ties: [PartnerPair: Int]

  /// - Parameter ties: undirected, one edge a pair.
  init(_ network: Network, ties graph: Graph) {
    let used = Set(network.partners.compactMap(\.mainSector))
    sectors = network.sectorIDs.filter { used.contains($0) }
    let position = Dictionary(uniqueKeysWithValues: sectors.enumerated().map { ($1, $0) })
    let sector = network.partners.map { $0.mainSector.flatMap { position[$0] } }
    self.sector = sector
    var partners = [Int](repeating: 0, count: sectors.count)
    for number in sector { if let number { partners[number] += 1 } }
    self.partners = partners
    var ties: [PartnerPair: Int] = [:]
    for v in 0..<graph.nodeCount {
      guard let a = sector[v] else { continue }
      for w in graph.neighbors(of: v) where Int(w) > v {
        if let b = sector[Int(w)] { ties[PartnerPair(a, b), default: 0] += 1 }
      }
    }
    self.ties = ties
  }

  /// Pairs of different sectors without a tie, in order.
  var untiedPairs: [PartnerPair] {
    var list: [PartnerPair] = []
    for a in sectors.indices {
      for b in (a + 1)..<max(a + 1, sectors.count) where ties[PartnerPair(a, b)] == nil {
        list.append(PartnerPair(a, b))
      }
    }
    return list
  }

  /// Whether two partners are of different sectors that no tie joins.
  func isUntied(_ a: Int, _ b: Int) -> Bool {
    guard let first = sector[a], let second = sector[b], first != second else { return false }
    return ties[PartnerPair(first, second)] == nil
  }
}
