/// A dataset as it was read, before anything in it has been checked against anything else.
///
/// Cells are read (numbers are numbers, dates are dates), references are still the texts the user wrote. Every row
/// knows where it stands, so that `Network.review` can say where each problem is.
public struct NetworkDraft: Sendable {
  /// The tables the rows came from; a row's place names one by its position here.
  public var tables: [TableOrigin] = []
  public var settings = NetworkSettings()
  public var partners: [PartnerRow] = []
  public var ties: [TieRow] = []
  public var offers: [OfferRow] = []
  public var needs: [NeedRow] = []
  public var fits: [FitRow] = []
  public var projects: [ProjectRow] = []
  public var participations: [ParticipationRow] = []
  public var meetings: [MeetingRow] = []
  public var attendances: [AttendanceRow] = []
  public var phases: [PhaseRow] = []
  public var candidates: [CandidateRow] = []
  public var municipalities: [MunicipalityRow] = []
  public var tasks: [TaskRow] = []
  /// Partners that are one and the same, as the user says; the review unites them.
  public var sames: [SameRow] = []
  /// What was already found wrong while reading; goes on into the review.
  public var problems: [Problem] = []
  /// Whether partners that only the ties name are added (a single file of ties has no table of partners).
  public var addsUnknownPartners = false
  /// Whether rows of one pair add, as in interchange files; else they are views of one tie.
  public var parallelTiesAdd = false
  /// How many partners there may be with those that ties and other tables name; readers set it by the size of the file.
  public var mostPartners = Int.max
  /// How many ties shared projects may make.
  public var mostTies = Int.max

  public init() {}

  /// Whether any partner or candidate has a sector.
  public var namesSectors: Bool {
    partners.contains { !$0.sectors.isEmpty } || candidates.contains { !$0.sectors.isEmpty }
  }

  /// Where a row's cell stands.
  public func location(_ place: RowPlace, _ column: Column? = nil) -> Location? {
    guard let table = Int(exactly: place.table), tables.indices.contains(table) else { return nil }
    let origin = tables[table]
    let header = column.flatMap { origin.columns[$0] }
    return Location(
      file: origin.file, sheet: origin.sheet, line: Int(place.line), header: header?.header,
      columnIndex: header?.index)
  }
}

/// Where a table came from.
public struct TableOrigin: Sendable, Hashable {
  public struct Header: Sendable, Hashable {
    public let header: String
    public let index: Int
    public init(header: String, index: Int) {
      self.header = header
      self.index = index
    }
  }

  public let file: String
  public let sheet: String?
  /// The recognised columns as the user wrote them.
  public let columns: [Column: Header]

  public init(file: String, sheet: String? = nil, columns: [Column: Header] = [:]) {
    self.file = file
    self.sheet = sheet
    self.columns = columns
  }
}

/// A row's table (its position in `NetworkDraft.tables`) and line; eight bytes, as there can be millions of rows.
public struct RowPlace: Sendable, Hashable {
  public let table: UInt32
  public let line: UInt32

  public init(table: Int, line: Int) {
    self.table = UInt32(clamping: table)
    self.line = UInt32(clamping: line)
  }
}

public struct OfferRow: Sendable {
  public var place: RowPlace
  public var partner: String
  public var topics: [String]
  public var id: String?
  public var kind: ExchangeKind?
  public var capacity: Int?
  public var amount: Double?
  public var attributes: [Attribute] = []

  public init(place: RowPlace, partner: String, topics: [String]) {
    self.place = place
    self.partner = partner
    self.topics = topics
  }
}

public struct NeedRow: Sendable {
  public var place: RowPlace
  public var partner: String
  public var topics: [String]
  public var id: String?
  public var kind: ExchangeKind?
  public var amount: Double?
  public var priority: Need.Priority?
  public var attributes: [Attribute] = []

  public init(place: RowPlace, partner: String, topics: [String]) {
    self.place = place
    self.partner = partner
    self.topics = topics
  }
}

public struct FitRow: Sendable {
  public var place: RowPlace
  public var need: String
  public var offer: String
  public var value: Double

  public init(place: RowPlace, need: String, offer: String, value: Double) {
    self.place = place
    self.need = need
    self.offer = offer
    self.value = value
  }
}

public struct ProjectRow: Sendable {
  public var place: RowPlace
  public var name: String
  public var id: String?
  public var title: String?
  public var field: String?
  public var status: Project.Status?
  public var period = Period.always
  public var budget: Double?
  public var attributes: [Attribute] = []

  public init(place: RowPlace, name: String) {
    self.place = place
    self.name = name
  }
}

public struct ParticipationRow: Sendable {
  public var place: RowPlace
  public var partner: String
  public var project: String
  public var role: Participation.Role?

  public init(place: RowPlace, partner: String, project: String) {
    self.place = place
    self.partner = partner
    self.project = project
  }
}

public struct MeetingRow: Sendable {
  public var place: RowPlace
  public var id: String
  public var date: PartialDate?
  public var topic: String?
  public var attributes: [Attribute] = []

  public init(place: RowPlace, id: String) {
    self.place = place
    self.id = id
  }
}

public struct AttendanceRow: Sendable {
  public var place: RowPlace
  public var partner: String
  public var meeting: String

  public init(place: RowPlace, partner: String, meeting: String) {
    self.place = place
    self.partner = partner
    self.meeting = meeting
  }
}

public struct PhaseRow: Sendable {
  public var place: RowPlace
  public var name: String
  public var id: String?
  public var period = Period.always

  public init(place: RowPlace, name: String) {
    self.place = place
    self.name = name
  }
}

public struct CandidateRow: Sendable {
  public var place: RowPlace
  public var name: String
  public var id: String?
  public var sectors: [String] = []
  public var offers: [String] = []
  public var effort: Double?
  public var attributes: [Attribute] = []

  public init(place: RowPlace, name: String) {
    self.place = place
    self.name = name
  }
}

public struct MunicipalityRow: Sendable {
  public var place: RowPlace
  public var name: String
  public var coordinates: Coordinates?
  public var population: Int?
  public var attributes: [Attribute] = []

  public init(place: RowPlace, name: String) {
    self.place = place
    self.name = name
  }
}

public struct TaskRow: Sendable {
  public var place: RowPlace
  public var task: LeadTask
  public var partner: String?

  public init(place: RowPlace, task: LeadTask, partner: String?) {
    self.place = place
    self.task = task
    self.partner = partner
  }
}

/// Says that one partner is the same as another, which stays.
public struct SameRow: Sendable {
  public var place: RowPlace
  public var name: String
  public var sameAs: String

  public init(place: RowPlace, name: String, sameAs: String) {
    self.place = place
    self.name = name
    self.sameAs = sameAs
  }
}
