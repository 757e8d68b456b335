import NetworkModel

/// Circles of two to four partners in which each gives to the next what it needs, so that no money has to change hands.
public struct ExchangeCycles: Sendable, Hashable {
  public struct Step: Sendable, Hashable {
    /// Position in `Network.offers`; its partner gives.
    public let offer: Int
    /// Position in `Network.needs`; its partner receives.
    public let need: Int
    public let fit: Double
  }

  public struct Cycle: Sendable, Hashable {
    /// Positions of the partners, the first in dataset order first; each gives to the next, the last to the first.
    public let partners: [Int]
    /// The best fit of each partner and the next.
    public let steps: [Step]
  }

  /// The first circles: shorter before longer, then by the sum of fits, then in dataset order.
  public let first: [Cycle]
  /// How many circles there are; nil where there are too many to look at. `first` is then the first of those looked at,
  /// the shortest before the others.
  public let count: Int?

  /// More steps than this are not looked at.
  private static let mostSteps = 10_000_000

  init(_ network: Network, fits: FitTable, limit: Int) {
    var best: [Int: [Int: Step]] = [:]
    for (need, entries) in fits.offers.enumerated() {
      let receiver = network.needs[need].partner
      for entry in entries {
        let giver = network.offers[entry.offer].partner
        guard giver != receiver else { continue }
        if let known = best[giver]?[receiver], known.fit >= entry.fit { continue }
        best[giver, default: [:]][receiver] = Step(offer: entry.offer, need: need, fit: entry.fit)
      }
    }
    let receivers = best.mapValues { $0.keys.sorted() }
    var found: [(key: (Int, Int), cycle: Cycle)] = []
    var count = 0
    var steps = 0
    func precedes(_ a: (key: (Int, Int), cycle: Cycle), _ b: (key: (Int, Int), cycle: Cycle)) -> Bool {
      a.key == b.key ? a.cycle.partners.lexicographicallyPrecedes(b.cycle.partners) : a.key < b.key
    }
    var path: [Int] = []
    func extend(to length: Int) {
      for next in receivers[path.last!] ?? [] {
        steps += 1
        if steps > Self.mostSteps { return }
        if path.count == length {
          guard next == path[0] else { continue }
          count += 1
          let links = path.indices.map { best[path[$0]]![path[($0 + 1) % length]]! }
          let key = (length, -links.reduce(0) { $0 + FitScale.units($1.fit) })
          found.append((key, Cycle(partners: path, steps: links)))
          if found.count > 2 * limit + 100 {
            found.sort(by: precedes)
            found.removeLast(found.count - limit)
          }
        } else if next > path[0], !path.contains(next) {
          path.append(next)
          extend(to: length)
          path.removeLast()
        }
      }
    }
    let givers = receivers.keys.sorted()
    for length in 2...4 {
      for giver in givers {
        path = [giver]
        extend(to: length)
      }
    }
    found.sort(by: precedes)
    first = found.prefix(limit).map(\.cycle)
    self.count = steps > Self.mostSteps ? nil : count
  }
}
