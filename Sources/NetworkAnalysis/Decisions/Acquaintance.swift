import GraphCore
import NetworkModel

/// What two partners have in common before they know each other.
struct Acquaintance: Sendable {
  /// Undirected, one edge a pair.
  let graph: Graph
  /// Mean of the ratings of a pair, 1 ... 4; only rated pairs have an edge.
  private let trust: Graph
  /// For each pair of partners, the smaller first: what each need finds best in the other's offers, added up.
  private let fits: [PartnerPair: Double]

  init(_ network: Network, fits table: FitTable) {
    graph = network.graph(weight: .strength, direction: .ignore)
    trust = network.graph(weight: .trust, direction: .ignore)
    var fits: [PartnerPair: Double] = [:]
    for (need, entries) in table.offers.enumerated() {
      let asking = network.needs[need].partner
      var best: [Int: Double] = [:]
      for entry in entries {
        let giving = network.offers[entry.offer].partner
        best[giving] = max(best[giving] ?? 0, entry.fit)
      }
      for (giving, fit) in best where giving != asking {
        fits[PartnerPair(asking, giving), default: 0] += fit
      }
    }
    self.fits = fits
  }

  /// How well the needs of each fit the offers of the other.
  func fit(_ a: Int, _ b: Int) -> Double { fits[PartnerPair(a, b)] ?? 0 }

  /// Partners with a tie to both, ascending.
  func common(_ a: Int, _ b: Int) -> [Int] {
    var shared: [Int] = []
    let first = graph.neighbors(of: a)
    let second = graph.neighbors(of: b)
    var i = first.startIndex
    var j = second.startIndex
    while i < first.endIndex && j < second.endIndex {
      if first[i] < second[j] {
        i += 1
      } else if second[j] < first[i] {
        j += 1
      } else {
        shared.append(Int(first[i]))
        i += 1
        j += 1
      }
    }
    return shared
  }

  /// The common acquaintance whose weaker tie to the two is most trusted, then strongest, then the first.
  func introducer(_ a: Int, _ b: Int) -> Introducer? {
    var best: (introducer: Introducer, strength: Double)?
    for x in common(a, b) {
      let ratings = (trust.weight(from: a, to: x), trust.weight(from: b, to: x))
      let weaker: Double? = if case (let first?, let second?) = ratings { min(first, second) } else { nil }
      let strength = min(graph.weight(from: a, to: x)!, graph.weight(from: b, to: x)!)
      if let best, (best.introducer.trust ?? 0, best.strength) >= (weaker ?? 0, strength) { continue }
      best = (Introducer(partner: x, trust: weaker), strength)
    }
    return best?.introducer
  }

  func worth(_ a: Int, _ b: Int) -> TieWorth {
    TieWorth(
      fit: FitScale.units(fit(a, b)), commonAcquaintances: common(a, b).count,
      trust: FitScale.units(introducer(a, b)?.trust ?? 0))
  }
}

/// Two partners, by position; `a` is the smaller.
public struct PartnerPair: Sendable, Hashable {
  public let a: Int
  public let b: Int

  public init(_ first: Int, _ second: Int) {
    a = min(first, second)
    b = max(first, second)
  }
}

/// A common acquaintance who can bring two partners together.
public struct Introducer: Sendable, Hashable {
  /// Position in `Network.partners`.
  public let partner: Int
  /// The lower of the mean ratings, 1 ... 4, of its ties to the two; nil where one of the ties has no rating.
  public let trust: Double?
}
