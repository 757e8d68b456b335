import NetworkModel

/// How well offers meet needs: the pairs with a fit above 0.
///
///     fit = shared topics / all topics of the two
///
/// 0 when both have a kind and the kinds differ, or when one partner has both. The table of fits replaces the computed
/// fit of its pairs. Topics are compared by their spelling keys (`String.matchingKey`).
///
/// - Complexity: O(topics + pairs that share a topic).
public struct FitTable: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    /// Position in `Network.offers`.
    public let offer: Int
    /// More than 0.
    public let fit: Double
  }

  /// For each need the offers that fit it, in the order of the offers.
  public let offers: [[Entry]]

  public init(_ network: Network) {
    var numbers: [String: Int] = [:]
    func topics(_ words: [String]) -> Set<Int> {
      var set: Set<Int> = []
      for word in words {
        let key = word.matchingKey
        guard !key.isEmpty else { continue }
        let number = numbers[key] ?? numbers.count
        numbers[key] = number
        set.insert(number)
      }
      return set
    }
    let offerTopics = network.offers.map { topics($0.topics) }
    var offersByTopic = [[Int]](repeating: [], count: numbers.count)
    for (offer, set) in offerTopics.enumerated() { for topic in set { offersByTopic[topic].append(offer) } }
    var replaced: [Int: [Int: Double]] = [:]
    for fit in network.fits { replaced[fit.need, default: [:]][fit.offer] = fit.value }

    var shared = [Int](repeating: 0, count: network.offers.count)
    offers = network.needs.enumerated().map { position, need in
      let needTopics = topics(need.topics)
      var met: [Int] = []
      for topic in needTopics where topic < offersByTopic.count {
        for offer in offersByTopic[topic] {
          if shared[offer] == 0 { met.append(offer) }
          shared[offer] += 1
        }
      }
      var fits: [Int: Double] = [:]
      for offer in met {
        let count = shared[offer]
        shared[offer] = 0
        let other = network.offers[offer]
        if other.partner == need.partner { continue }
        if let kind = need.kind, let otherKind = other.kind, kind != otherKind { continue }
        fits[offer] = Double(count) / Double(needTopics.count + offerTopics[offer].count - count)
      }
      for (offer, value) in replaced[position] ?? [:] { fits[offer] = value }
      return fits.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { Entry(offer: $0.key, fit: $0.value) }
    }
  }

  /// The fit of a need and an offer; 0 where the offer does not fit.
  public func fit(need: Int, offer: Int) -> Double { offers[need].first { $0.offer == offer }?.fit ?? 0 }
}

/// Fits as whole numbers, so that equal sums of fits are equal and not only nearly so.
enum FitScale {
  /// How many units make 1: a multiple of every number up to 20 and of a million, so that shares of up to 20 topics and
  /// decimals of up to six places are exact.
  static let unit = 2_909_907_000_000

  static func units(_ fit: Double) -> Int { Int(min(fit * Double(unit), 1e17).rounded()) }
}
