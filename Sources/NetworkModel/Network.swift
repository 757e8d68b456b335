/// A regional partner network, checked: every reference in it leads somewhere.
///
/// A network is made from a draft by `Network.review`, which finds every problem at once. References are positions:
/// `network.partners[tie.source]` is always a partner.
public struct Network: Sendable, Hashable {
  public let settings: NetworkSettings
  /// The template that sector names were read with; nil where none fits the dataset.
  public let template: SectorTemplate?
  public let partners: [Partner]
  public let ties: [Tie]
  public let offers: [Offer]
  public let needs: [Need]
  public let fits: [Fit]
  public let projects: [Project]
  public let participations: [Participation]
  public let meetings: [Meeting]
  public let attendances: [Attendance]
  public let phases: [Phase]
  public let candidates: [Candidate]
  /// Empty where no list was given: then nobody can say which municipality has no partner.
  public let municipalities: [Municipality]
  public let tasks: [TaskAssignment]
  /// How the projects became ties, where they are where the ties come from; nil where the ties are the user's own.
  public let projection: Projection?

  init(
    settings: NetworkSettings = NetworkSettings(), template: SectorTemplate? = nil, partners: [Partner],
    ties: [Tie] = [], offers: [Offer] = [], needs: [Need] = [], fits: [Fit] = [], projects: [Project] = [],
    participations: [Participation] = [], meetings: [Meeting] = [], attendances: [Attendance] = [],
    phases: [Phase] = [], candidates: [Candidate] = [], municipalities: [Municipality] = [],
    tasks: [TaskAssignment] = [], projection: Projection? = nil
  ) {
    self.settings = settings
    self.template = template
    self.partners = partners
    self.ties = ties
    self.offers = offers
    self.needs = needs
    self.fits = fits
    self.projects = projects
    self.participations = participations
    self.meetings = meetings
    self.attendances = attendances
    self.phases = phases
    self.candidates = candidates
    self.municipalities = municipalities
    self.tasks = tasks
    self.projection = projection
  }

  /// All sectors that partners belong to or the template asks for: the template's in its order, then the others in the
  /// order in which partners bring them.
  public var sectorIDs: [String] {
    var ids = template?.sectors.map(\.id) ?? []
    var known = Set(ids)
    for partner in partners { for id in partner.sectors where known.insert(id).inserted { ids.append(id) } }
    return ids
  }

  /// What a sector is called: the template's name, or the word the user wrote.
  public func sectorName(_ id: String) -> Localized {
    template?.sectors.first { $0.id == id }?.name ?? Localized(id)
  }

  /// Positions of the partners that lead the network.
  public var leads: [Int] { partners.indices.filter { partners[$0].isLead } }

  /// Whether two partners are joined by several ties; the other direction counts as another pair in a directed network.
  public func hasParallelTies(isDirected: Bool) -> Bool {
    var pairs = Set<[Int]>()
    return ties.contains { tie in
      let isTurned = !isDirected && tie.source > tie.target
      return !pairs.insert(isTurned ? [tie.target, tie.source] : [tie.source, tie.target]).inserted
    }
  }

  /// Whether the network is directed: it has ties, and every one of them is.
  public var isDirected: Bool { !ties.isEmpty && ties.allSatisfy(\.isDirected) }
}

/// What a review of a draft found: the network, unless there are errors, and every problem.
public struct NetworkReview: Sendable {
  /// nil where one of the problems is an error.
  public let network: Network?
  /// Sorted by table, line and column.
  public let problems: [Problem]
  /// The partners that were united, in the order in which they stay.
  public let merges: [PartnerMerge]
  /// The partners that may be the same as an earlier one.
  public let likelyDuplicates: [LikelyDuplicate]
  /// How many rows `mergesDuplicates` would still unite with others; 0 where nobody looked, beyond 100,000 partners.
  public let sureDuplicateCount: Int

  /// The network, or all the problems as one error.
  public func get() throws(InvalidDataset) -> Network {
    guard let network else { throw InvalidDataset(problems: problems) }
    return network
  }
}
