import NetworkModel

/// What a map needs to know of a network, and nothing else.
///
/// Made from a `Network` by `init(_:)`. References are positions; the ties of a pair are one tie.
public struct MapInput: Sendable, Hashable {
  public struct Partner: Sendable, Hashable {
    public var id: String
    public var name: String
    public var shortName: String?
    /// Position in `sectors`; nil where it belongs to none.
    public var sector: Int?
    public var isLead: Bool
    public var coordinates: Coordinates?

    public init(
      id: String, name: String, shortName: String? = nil, sector: Int? = nil, isLead: Bool = false,
      coordinates: Coordinates? = nil
    ) {
      self.id = id
      self.name = name
      self.shortName = shortName
      self.sector = sector
      self.isLead = isLead
      self.coordinates = coordinates
    }
  }

  public struct Sector: Sendable, Hashable {
    public var id: String
    public var name: String
    /// Sectors of one group have colours that are near each other.
    public var group: String?
    public var color: MapColor?
    public var shape: NetworkModel.Sector.Shape?
    /// Whether the network should have a partner of this sector and has none.
    public var isMissing: Bool

    public init(
      id: String, name: String, group: String? = nil, color: MapColor? = nil,
      shape: NetworkModel.Sector.Shape? = nil, isMissing: Bool = false
    ) {
      self.id = id
      self.name = name
      self.group = group
      self.color = color
      self.shape = shape
      self.isMissing = isMissing
    }
  }

  public struct Tie: Sendable, Hashable {
    /// Where the arrow points.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
      case none
      /// From source to target.
      case forward
      case backward
      case both

      var turned: Direction {
        switch self {
        case .none, .both: self
        case .forward: .backward
        case .backward: .forward
        }
      }

      /// Of two ties of a pair: one without direction goes both ways.
      func merged(with other: Direction) -> Direction {
        self == .none || other == .none ? .none : self == other ? self : .both
      }
    }

    /// Position in `partners`.
    public var source: Int
    /// Position in `partners`.
    public var target: Int
    /// Positive.
    public var strength: Double
    /// 1 ... 4; nil where neither side rated the other.
    public var trust: Double?
    public var direction: Direction

    public init(
      source: Int, target: Int, strength: Double = 1, trust: Double? = nil, direction: Direction = .none
    ) {
      self.direction = direction
      self.source = source
      self.target = target
      self.strength = strength
      self.trust = trust
    }
  }

  /// A project or a meeting, with those who take part.
  public struct Event: Sendable, Hashable {
    public var id: String
    public var name: String
    /// Positions in `partners`, ascending.
    public var partners: [Int]

    public init(id: String, name: String, partners: [Int]) {
      self.id = id
      self.name = name
      self.partners = partners
    }
  }

  public var title: String?
  public var region: String?
  public var source: String?
  public var date: String?
  public var funding: String?
  public var language: Language
  /// In the template's order; those without a partner only where they are missing.
  public var sectors: [Sector]
  public var partners: [Partner]
  /// Sorted by source, then target; `source < target`.
  public private(set) var ties: [Tie]
  public var projects: [Event] = []
  public var meetings: [Event] = []

  /// - Precondition: ties and partners point at partners and sectors that are there; strengths are positive.
  public init(
    title: String? = nil, region: String? = nil, source: String? = nil, date: String? = nil, funding: String? = nil,
    language: Language = .german, sectors: [Sector], partners: [Partner], ties: [Tie]
  ) {
    self.title = title
    self.region = region
    self.source = source
    self.date = date
    self.funding = funding
    self.language = language
    self.sectors = sectors
    self.partners = partners
    for partner in partners {
      precondition(partner.sector.map(sectors.indices.contains) ?? true, "a partner's sector is in the list")
    }
    self.ties = Self.onePerPair(ties, partnerCount: partners.count)
  }

  /// The ties of each pair as one: strengths add, trust is the mean; in the order of the pairs, so that the picture
  /// does not depend on the order of the rows.
  private static func onePerPair(_ ties: [Tie], partnerCount: Int) -> [Tie] {
    var sorted: [Tie] = []
    sorted.reserveCapacity(ties.count)
    for tie in ties {
      precondition(
        (0..<partnerCount).contains(tie.source) && (0..<partnerCount).contains(tie.target),
        "a tie joins partners in the list")
      precondition(tie.strength > 0 && tie.strength.isFinite, "a strength is positive and finite")
      guard tie.source != tie.target else { continue }
      var tie = tie
      if tie.source > tie.target {
        swap(&tie.source, &tie.target)
        tie.direction = tie.direction.turned
      }
      sorted.append(tie)
    }
    sorted.sort {
      ($0.source, $0.target, $0.strength, $0.trust ?? 0) < ($1.source, $1.target, $1.strength, $1.trust ?? 0)
    }
    var merged: [Tie] = []
    var next = 0
    while next < sorted.count {
      var tie = sorted[next]
      var ratings = [tie.trust].compactMap { $0 }
      next += 1
      while next < sorted.count, sorted[next].source == tie.source, sorted[next].target == tie.target {
        tie.strength += sorted[next].strength
        tie.direction = tie.direction.merged(with: sorted[next].direction)
        if let trust = sorted[next].trust { ratings.append(trust) }
        next += 1
      }
      tie.trust = ratings.isEmpty ? nil : ratings.reduce(0, +) / Double(ratings.count)
      merged.append(tie)
    }
    return merged
  }

  /// How many partners each partner is tied to.
  public var degrees: [Double] {
    var degrees = [Double](repeating: 0, count: partners.count)
    for tie in ties {
      degrees[tie.source] += 1
      degrees[tie.target] += 1
    }
    return degrees
  }
}
