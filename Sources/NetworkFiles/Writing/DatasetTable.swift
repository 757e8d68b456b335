import NetworkModel

/// One table of a network, ready to be written in any format.
struct DatasetTable {
  enum Field: Hashable {
    case column(Column)
    /// A column that regionet does not know.
    case attribute(String)
  }

  let table: Table
  let fields: [Field]
  let rows: [[FieldValue]]

  func title(_ field: Field, in language: Language) -> String {
    switch field {
    case .attribute(let name): name
    case .column(let column): table.columns.first { $0.column == column }!.title(in: language)
    }
  }

  func name(in language: Language) -> String { table.displayName[language] }

  /// All the tables of a network that have rows; the tables of partners and ties always.
  static func all(of network: Network) -> [DatasetTable] {
    let ids = network.partners.map(\.id)
    let needIDs = network.needs.map(\.id)
    let offerIDs = network.offers.map(\.id)
    var tables: [DatasetTable] = []
    func add<Record>(
      _ table: Table, _ records: [Record], always: Bool = false, attributes: (Record) -> [Attribute] = { _ in [] },
      _ values: (Record) -> [Column: FieldValue]
    ) {
      guard always || !records.isEmpty else { return }
      tables.append(DatasetTable(table, records.map { (values($0), attributes($0)) }))
    }
    let settings = network.settings.rows
    add(.network, settings) { [.key: $0.key, .value: $0.value] }
    add(.partners, network.partners, always: true, attributes: \.attributes) { $0.fields }
    add(.ties, network.ties, always: true, attributes: \.attributes) { $0.fields(ids) }
    add(.offers, network.offers, attributes: \.attributes) { $0.fields(ids) }
    add(.needs, network.needs, attributes: \.attributes) { $0.fields(ids) }
    add(.fits, network.fits) {
      [.need: .text(needIDs[$0.need]), .offer: .text(offerIDs[$0.offer]), .fit: .number($0.value)]
    }
    add(.projects, network.projects, attributes: \.attributes) { $0.fields }
    let projectIDs = network.projects.map(\.id)
    add(.participation, network.participations) {
      [
        .partner: .text(ids[$0.partner]), .project: .text(projectIDs[$0.project]),
        .role: FieldValue($0.role, Words.participationRole),
      ]
    }
    add(.meetings, network.meetings, attributes: \.attributes) {
      [.id: .text($0.id), .date: FieldValue($0.date), .topic: FieldValue($0.topic)]
    }
    let meetingIDs = network.meetings.map(\.id)
    add(.attendance, network.attendances) {
      [.partner: .text(ids[$0.partner]), .meeting: .text(meetingIDs[$0.meeting])]
    }
    add(.phases, network.phases) {
      [
        .name: .text($0.name), .id: .text($0.id), .from: FieldValue($0.period.start), .until: FieldValue($0.period.end),
      ]
    }
    add(.candidates, network.candidates, attributes: \.attributes) {
      [
        .name: .text($0.name), .id: .text($0.id), .sector: FieldValue($0.sectors), .offers: FieldValue($0.offers),
        .effort: .number($0.effort),
      ]
    }
    add(.municipalities, network.municipalities, attributes: \.attributes) {
      [
        .name: .text($0.name), .latitude: FieldValue($0.coordinates?.latitude),
        .longitude: FieldValue($0.coordinates?.longitude), .population: FieldValue($0.population.map(Double.init)),
      ]
    }
    add(.tasks, network.tasks) {
      [.task: FieldValue($0.task, Words.leadTask), .partner: FieldValue($0.partner.map { ids[$0] })]
    }
    return tables
  }

  private init(_ table: Table, _ records: [(values: [Column: FieldValue], attributes: [Attribute])]) {
    self.table = table
    let used = table.columns.map(\.column).filter { column in
      records.contains { $0.values[column, default: .none] != Self.unsaid(table, column, $0.values) }
    }
    let required = table.columns.filter(\.isRequired).map(\.column)
    var names: [String] = []
    var known = Set<String>()
    for record in records {
      for attribute in record.attributes where known.insert(attribute.name).inserted { names.append(attribute.name) }
    }
    // A column that is left out must not let an attribute of a like name be taken for it.
    var columns = table.columns.map(\.column).filter { used.contains($0) || required.contains($0) }
    for column in Self.imitated(table, columns: columns, attributes: names) where !columns.contains(column) {
      columns.append(column)
    }
    columns = table.columns.map(\.column).filter(columns.contains)
    let fields = columns.map(Field.column) + names.map(Field.attribute)
    self.fields = fields
    rows = records.map { record in
      fields.map { field in
        switch field {
        case .column(let column): record.values[column, default: .none]
        case .attribute(let name): FieldValue(record.attributes.first { $0.name == name }?.value)
        }
      }
    }
  }

  /// What a cell means that is left empty; a column that says nothing else is left out.
  private static func unsaid(_ table: Table, _ column: Column, _ values: [Column: FieldValue]) -> FieldValue {
    switch (table, column) {
    case (.partners, .kind): FieldValue(Partner.Kind.institution, Words.partnerKind)
    case (.partners, .votes), (.ties, .strength), (.offers, .capacity), (.candidates, .effort): .number(1)
    case (.ties, .directed): .flag(false)
    case (.participation, .role): FieldValue(Participation.Role.partner, Words.participationRole)
    case (.needs, .priority): FieldValue(Need.Priority.low, Words.priority)
    case (.partners, .id), (.projects, .id), (.phases, .id), (.candidates, .id): values[.name, default: .none]
    default: .none
    }
  }

  /// Columns that the headers of attributes would be taken for.
  private static func imitated(_ table: Table, columns: [Column], attributes: [String]) -> [Column] {
    Language.allCases.flatMap { language -> [Column] in
      let titles = columns.map { column in table.columns.first { $0.column == column }!.title(in: language) }
      let header = RecognisedHeader(table: table, headers: titles + attributes)
      return header.positions.filter { $0.value >= columns.count }.map(\.key)
    }
  }
}
