import NetworkModel

/// A draft as a reader would make it from three tables.
func draft(
  partners: [String] = [], ties: [(String, String)] = [], participation: [(String, String)] = []
) -> NetworkDraft {
  var draft = NetworkDraft()
  draft.tables = [
    TableOrigin(file: "partners.csv", columns: [.name: .init(header: "name", index: 0)]),
    TableOrigin(
      file: "ties.csv",
      columns: [.source: .init(header: "source", index: 0), .target: .init(header: "target", index: 1)]),
    TableOrigin(
      file: "participation.csv",
      columns: [.partner: .init(header: "partner", index: 0), .project: .init(header: "project", index: 1)]),
  ]
  draft.partners = partners.enumerated().map { PartnerRow(place: RowPlace(table: 0, line: $0 + 2), name: $1) }
  draft.ties = ties.enumerated().map {
    TieRow(place: RowPlace(table: 1, line: $0 + 2), source: $1.0, target: $1.1)
  }
  draft.participations = participation.enumerated().map {
    ParticipationRow(place: RowPlace(table: 2, line: $0 + 2), partner: $1.0, project: $1.1)
  }
  return draft
}

extension NetworkReview {
  var sentences: [String] { problems.map { $0.sentence(in: .english) } }
}

/// A seeded source of numbers (xorshift).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number in 0..<sides.
  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }
}
