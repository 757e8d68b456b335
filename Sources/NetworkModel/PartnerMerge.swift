/// Two partners that may be one; each is called by its name where that is enough, else by its id.
public struct LikelyDuplicate: Sendable, Hashable {
  public let partner: String
  public let sameAs: String
}

/// Rows that are one partner: the one that stays, and those that became part of it.
public struct PartnerMerge: Sendable, Hashable {
  /// A row of a partner as it was.
  public struct Record: Sendable, Hashable {
    public let id: String
    public let name: String
    public let location: Location?

    func text(in language: Language) -> String {
      let quoted = language == .german ? "„\(name)“" : "\"\(name)\""
      let more = [id == name ? nil : id, location?.description].compactMap { $0 }
      return more.isEmpty ? quoted : "\(quoted) (\(more.joined(separator: ", ")))"
    }
  }

  public let kept: Record
  public let merged: [Record]
  /// The rows of the table `same` that say so; none where the names are the same.
  public let said: [Location]

  /// `merged: "VHS Krems" (p7, partners.csv:8) into "Volkshochschule Krems" (p3, partners.csv:4), by same.csv:2`
  public func sentence(in language: Language) -> String {
    let list = merged.map { $0.text(in: language) }.joined(separator: ", ")
    let places = said.map(\.description).joined(separator: ", ")
    switch language {
    case .english:
      return "merged: \(list) into \(kept.text(in: language))" + (said.isEmpty ? "" : ", by \(places)")
    case .german:
      return "zusammengeführt: \(list) mit \(kept.text(in: language))" + (said.isEmpty ? "" : ", nach \(places)")
    }
  }
}
