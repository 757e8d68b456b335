extension Network {
  /// Checks a draft: resolves every reference, merges the views of a tie, names the sectors, looks for duplicates.
  ///
  /// Every problem is found in one go. References are ids, else unique names or short names. A dataset without a table
  /// of partners (projects, meetings) has the ones that its other tables name.
  ///
  /// - Parameters:
  ///   - template: the template that sector names are read with; nil leaves each sector as it is written.
  ///   - projection: how projects become ties where a dataset has participation but no ties.
  ///   - mergesDuplicates: unites rows that are surely one partner (`SureDuplicates` has the rule); those that the table
  ///     `same` names are united always. Uniting is as if every table wrote one name for both.
  /// - Complexity: O(rows), and for likely duplicates about O(partners · partners that share a rare word).
  public static func review(
    _ draft: NetworkDraft, template: SectorTemplate? = nil, projection: Projection = .count,
    mergesDuplicates: Bool = false
  ) -> NetworkReview {
    var reviewer = Reviewer(draft: draft, template: template)
    if mergesDuplicates || !draft.sames.isEmpty {
      reviewer.united = UnitedPartners(draft, mergesDuplicates: mergesDuplicates)
    }
    return reviewer.review(projection: projection)
  }
}

/// One pass over a draft; collects the checked records and the problems.
struct Reviewer {
  let draft: NetworkDraft
  let template: SectorTemplate?
  private var found = ProblemList()
  var partners = ReferenceTable()
  var projects = ReferenceTable()
  var meetings = ReferenceTable()
  var sectorNames: SectorNames
  /// Where partners are united: their rows, put together.
  var united: UnitedPartners?
  var merges: [PartnerMerge] = []
  var likelyDuplicates: [LikelyDuplicate] = []
  var sureDuplicateCount = 0
  private var spellings: [Table: Spelling] = [:]
  /// Looking for the nearest word takes long where there are many words; nobody reads more suggestions than these.
  private var suggestionsLeft = 200
  /// Comparing the names of a whole continent would take longer than anybody waits, and more memory than the network.
  static let mostComparedNames = 100_000

  init(draft: NetworkDraft, template: SectorTemplate?) {
    self.draft = draft
    self.template = template
    sectorNames = SectorNames(template: template)
  }

  mutating func review(projection: Projection) -> NetworkReview {
    let partnerList = reviewPartners()
    let projectList = reviewProjects()
    let meetingList = reviewMeetings()
    let participations = reviewParticipations()
    let ties = reviewTies()
    let isProjected = draft.ties.isEmpty && !participations.isEmpty
    let projectTies = ProjectTies(
      partnerCount: partnerList.count, projectCount: projectList.count, participations: participations)
    if isProjected, projectTies.pairCount > draft.mostTies {
      report(
        .fileTooLarge,
        Localized(
          en: "shared projects would make more than \(draft.mostTies) ties; leave out the largest projects",
          de: "gemeinsame Projekte ergäben mehr als \(draft.mostTies) Beziehungen; lassen Sie die größten Projekte weg")
      )
    }
    let offers = reviewOffers()
    let needs = reviewNeeds()
    let fits = reviewFits(needs: needs, offers: offers)
    let attendances = reviewAttendances()
    let phases = reviewPhases()
    let candidates = reviewCandidates()
    let municipalities = reviewMunicipalities(partners: partnerList)
    let tasks = reviewTasks()
    var problems = draft.problems + found.all + sectorNames.problems(locate: draft.location)
    let order = ProblemOrder(tables: draft.tables)
    problems.sort(by: order.areInOrder)
    guard !problems.contains(where: { $0.severity == .error }) else {
      return NetworkReview(
        network: nil, problems: problems, merges: merges, likelyDuplicates: likelyDuplicates,
        sureDuplicateCount: sureDuplicateCount)
    }
    let network = Network(
      settings: draft.settings, template: sectorNames.isTemplateUsed ? template : nil, partners: partnerList,
      ties: isProjected ? projectTies.ties(projection: projection) : ties,
      offers: offers, needs: needs, fits: fits, projects: projectList, participations: participations,
      meetings: meetingList, attendances: attendances, phases: phases, candidates: candidates,
      municipalities: municipalities, tasks: tasks, projection: isProjected ? projection : nil)
    return NetworkReview(
      network: network, problems: problems, merges: merges, likelyDuplicates: likelyDuplicates,
      sureDuplicateCount: sureDuplicateCount)
  }

  /// Whether the network cannot be made.
  var hasErrors: Bool { found.hasErrors || draft.problems.contains { $0.severity == .error } }

  mutating func report(
    _ code: Problem.Code, _ severity: Problem.Severity, _ place: RowPlace, _ column: Column?,
    _ message: @autoclosure () -> Localized, suggestion: String? = nil
  ) {
    found.append(code, severity, at: draft.location(place, column), message(), suggestion: suggestion)
  }

  mutating func report(_ problem: Problem) { found.append(problem) }

  /// Reports what is wrong with the dataset as a whole.
  mutating func report(_ code: Problem.Code, _ message: Localized) { found.append(Problem(code, .error, message)) }

  /// The nearest of the words that name a record of a table.
  mutating func suggestion(for text: String, in table: Table, words: () -> [String]) -> String? {
    guard suggestionsLeft > 0, partners.count <= Self.mostComparedNames else { return nil }
    suggestionsLeft -= 1
    let spelling = spellings[table] ?? Spelling(words: words())
    spellings[table] = spelling
    return spelling.suggestion(for: text)
  }

  /// The partner a cell names; reports the problem and returns nil where it names none.
  mutating func partner(_ text: String, _ place: RowPlace, _ column: Column) -> Int? {
    switch partners.find(text) {
    case .found(let position): return position
    case .unknown:
      let known = partners
      report(
        .unknownPartner, .error, place, column,
        Localized(en: "no partner \"\(text)\"", de: "kein Partner „\(text)“"),
        suggestion: suggestion(for: text, in: .partners) { known.words })
    case .ambiguous(let ids):
      report(
        .ambiguousName, .error, place, column,
        Localized(
          en: "several partners are called \"\(text)\"; write the id instead: \(ids.joined(separator: ", "))",
          de: "mehrere Partner heißen „\(text)“; schreiben Sie statt dessen die ID: \(ids.joined(separator: ", "))"))
    }
    return nil
  }

  /// Reports that an id stands twice.
  mutating func reportDuplicate(_ id: String, _ place: RowPlace, _ column: Column, first: RowPlace) {
    let earlier = draft.location(first)
    let shown = earlier.map { $0.sheet == nil ? "line \($0.line ?? 0)" : $0.description } ?? "an earlier row"
    let gezeigt = earlier.map { $0.sheet == nil ? "Zeile \($0.line ?? 0)" : $0.description } ?? "einer früheren Zeile"
    report(
      .duplicateID, .error, place, column,
      Localized(
        en: "\"\(id)\" stands already in \(shown); remove one of the two rows, or give each its own id",
        de: "„\(id)“ steht schon in \(gezeigt); löschen Sie eine der beiden Zeilen, oder geben Sie jeder eine eigene ID"
      ))
  }
}

extension Problem.Code {
  public static let unknownPartner = Self(rawValue: "unknownPartner")
  public static let unknownProject = Self(rawValue: "unknownProject")
  public static let unknownMeeting = Self(rawValue: "unknownMeeting")
  public static let unknownNeed = Self(rawValue: "unknownNeed")
  public static let unknownOffer = Self(rawValue: "unknownOffer")
  public static let ambiguousName = Self(rawValue: "ambiguousName")
  public static let duplicateID = Self(rawValue: "duplicateId")
  public static let fileTooLarge = Self(rawValue: "fileTooLarge")
  public static let noPartners = Self(rawValue: "noPartners")
  public static let selfTie = Self(rawValue: "selfTie")
  public static let duplicateRow = Self(rawValue: "duplicateRow")
  public static let outOfRange = Self(rawValue: "outOfRange")
  public static let likelyDuplicate = Self(rawValue: "likelyDuplicate")
  public static let unknownSector = Self(rawValue: "unknownSector")
  public static let unknownMunicipality = Self(rawValue: "unknownMunicipality")
  /// Rows that are one partner since it was united differ.
  public static let unitedContradiction = Self(rawValue: "unitedContradiction")
  /// A tie of partners that were united is told about in several rows, which differ.
  public static let unitedTies = Self(rawValue: "unitedTies")
}

/// Puts problems in the order of the tables, then of the lines and columns.
struct ProblemOrder {
  private var ranks: [String: Int] = [:]

  init(tables: [TableOrigin]) {
    for (rank, table) in tables.enumerated() {
      let key = Self.key(file: table.file, sheet: table.sheet)
      if ranks[key] == nil { ranks[key] = rank }
    }
  }

  func areInOrder(_ a: Problem, _ b: Problem) -> Bool {
    let left = rank(a)
    let right = rank(b)
    return left == right ? a.code.rawValue < b.code.rawValue : left.lexicographicallyPrecedes(right)
  }

  private func rank(_ problem: Problem) -> [Int] {
    guard let location = problem.location else { return [-1] }
    let table = ranks[Self.key(file: location.file, sheet: location.sheet)] ?? ranks.count
    return [table, location.line ?? 0, location.columnIndex ?? -1]
  }

  private static func key(file: String, sheet: String?) -> String { "\(file)\u{0}\(sheet ?? "")" }
}
