import NetworkModel

/// A tie that no longer runs.
public struct EndedTie: Sendable, Hashable {
  /// Ids of the partners: both are still there.
  public let source: String
  public let target: String
  public let kind: String?
  public let field: String?
  public let ended: PartialDate
  /// Whether another tie joins the two today.
  public let isStillTied: Bool

  /// Ties that ended before the network's day, in dataset order; nil where the network names no day.
  ///
  /// - Parameters:
  ///   - network: the network on its day.
  ///   - whole: the network of all times.
  static func all(_ network: Network, among whole: Network) -> [EndedTie]? {
    guard let day = network.settings.date?.firstDay else { return nil }
    var present: [String: Int] = [:]
    for (position, partner) in network.partners.enumerated() { present[partner.id] = position }
    func hasEnded(_ tie: Tie) -> Bool { tie.period.end.map { $0.lastDay < day } ?? false }
    let running = Set(network.ties.filter { !hasEnded($0) }.map { PartnerPair($0.source, $0.target) })
    return whole.ties.compactMap { tie in
      guard hasEnded(tie), let ended = tie.period.end else { return nil }
      let source = whole.partners[tie.source].id
      let target = whole.partners[tie.target].id
      guard let a = present[source], let b = present[target] else { return nil }
      return EndedTie(
        source: source, target: target, kind: tie.kind, field: tie.field, ended: ended,
        isStillTied: running.contains(PartnerPair(a, b)))
    }
  }
}
