/// How much a shared project adds to the strength of a tie.
public enum Projection: String, Sendable, Hashable, CaseIterable {
  /// 1 for each shared project.
  case count
  /// 1/(size − 1) for each shared project: large consortia join each pair less.
  ///
  /// - Reference: M. E. J. Newman, “Scientific collaboration networks. II”, 2001, doi:10.1103/PhysRevE.64.016132.
  case newman
}

/// Ties by shared projects.
struct ProjectTies {
  let partnerCount: Int
  let projectCount: Int
  let participations: [Participation]

  /// How many pairs of partners share a project, those that share several counted several times.
  var pairCount: Int {
    var sizes = [Int](repeating: 0, count: projectCount)
    for participation in participations { sizes[participation.project] += 1 }
    return sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  /// One undirected tie for each two partners that share a project, ordered by partner.
  ///
  /// - Complexity: O(Σ size²) over the projects.
  func ties(projection: Projection) -> [Tie] {
    var members = [[Int]](repeating: [], count: projectCount)
    var projects = [[Int]](repeating: [], count: partnerCount)
    for participation in participations {
      members[participation.project].append(participation.partner)
      projects[participation.partner].append(participation.project)
    }
    var ties: [Tie] = []
    var strength = [Double](repeating: 0, count: partnerCount)
    for source in 0..<partnerCount {
      var touched: [Int] = []
      // Ascending projects, so that Newman's fractions add in a fixed order.
      for project in projects[source].sorted() {
        let share =
          switch projection {
          case .count: 1.0
          case .newman: 1 / Double(members[project].count - 1)
          }
        for target in members[project] where target > source {
          if strength[target] == 0 { touched.append(target) }
          strength[target] += share
        }
      }
      for target in touched.sorted() {
        ties.append(Tie(source: source, target: target, strength: strength[target]))
        strength[target] = 0
      }
    }
    return ties
  }
}
