import GraphCore
import NetworkModel

/// Two main sectors, and how many of their partners cooperate.
public struct SectorPair: Sendable, Hashable {
  /// Ids; the one that comes first among `Network.sectorIDs`.
  public let a: String
  public let b: String
  /// Pairs of partners with a tie.
  public let ties: Int
  /// Pairs of partners.
  public let possible: Int
  /// Ties to expect if partners tied themselves at random: k_a·k_b/(2m), with k the ties of a sector's partners.
  public let expected: Double
}

extension SectorPair {
  /// With more sectors than this there are too many pairs to look at.
  private static let mostSectors = 1000

  /// All pairs of two different main sectors, in order; nil where there are too many sectors.
  ///
  /// - Parameter graph: the network's, undirected.
  static func all(_ network: Network, _ graph: Graph) -> [SectorPair]? {
    let mixing = SectorMixing(network, ties: graph)
    guard mixing.sectors.count <= mostSectors else { return nil }
    var degrees = [Int](repeating: 0, count: mixing.sectors.count)
    for (v, sector) in mixing.sector.enumerated() { if let sector { degrees[sector] += graph.outgoing.count(of: v) } }
    let ends = 2 * graph.edgeCount
    var list: [SectorPair] = []
    for a in mixing.sectors.indices {
      for b in mixing.sectors.indices.dropFirst(a + 1) {
        list.append(
          SectorPair(
            a: mixing.sectors[a], b: mixing.sectors[b], ties: mixing.ties[PartnerPair(a, b)] ?? 0,
            possible: mixing.partners[a] * mixing.partners[b],
            expected: ends == 0 ? 0 : Double(degrees[a] * degrees[b]) / Double(ends)))
      }
    }
    return list
  }
}
