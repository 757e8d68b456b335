import NetworkModel

/// What a sheet or file is to be read as.
struct TablePlan {
  let table: Table
  /// The mapping's line of `columns.yaml`; nil where headers alone decide.
  var mapping: TableMapping?
}

/// Reads the rows of one sheet or file into one or more tables of a draft.
struct TableReader {
  let source: any TabularSource
  let plans: [TablePlan]
  let language: Language?

  /// Rows in which the headers are looked for, below a title.
  static let headerSearchDepth = 10

  /// Reads the whole source.
  ///
  /// - Returns: whether the headers of every planned table were found.
  @discardableResult
  func read(into draft: inout NetworkDraft) throws(UnreadableInput) -> Bool {
    let start = try findHeader()
    guard let start else {
      draft.problems.append(
        Problem(
          .fileEmpty, .warning, at: Location(file: source.file, sheet: source.sheet),
          Localized(en: "the table is empty", de: "die Tabelle ist leer")))
      return false
    }
    var targets: [Target] = []
    for plan in plans {
      if let target = Target(plan, source: source, start: start, language: language, draft: &draft) {
        targets.append(target)
      }
    }
    guard !targets.isEmpty else { return false }
    if plans.contains(where: { $0.table == .ties }) {
      draft.ties.reserveCapacity(draft.ties.count + source.estimatedRowCount)
    }
    let width = start.headers.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    var form = FormCheck(width: width, headers: start.headers, source: source)
    let limits = SizeLimits(byteCount: source.sizeOnDisk)
    var refusal: UnreadableInput?
    let problems = try source.forEachRow { line, cells in
      guard line > start.line || start.line == 0, cells.contains(where: { !$0.isEmpty }) else { return true }
      form.check(line, cells)
      for index in targets.indices {
        targets[index].append(cells, line: line, to: &draft)
        refusal = refusal ?? targets[index].refusal(limits, draft, line: line)
      }
      return refusal == nil
    }
    if let refusal { throw refusal }
    for index in targets.indices { draft.problems += targets[index].reading.finish() }
    draft.problems += form.problems.all + problems
    return targets.count == plans.count
  }

  /// The row of headers: the first that names all the required columns, else the one that names most.
  private func findHeader() throws(UnreadableInput) -> HeaderRow? {
    let rows = try source.headerCandidates()
    guard !rows.isEmpty else { return nil }
    var best = (row: rows[0], recognised: -1)
    for row in rows {
      let headers = plans.map { $0.header(row.headers) }
      if headers.allSatisfy({ $0.isComplete }) { return row }
      let recognised = headers.map { $0.positions.count }.reduce(0, +)
      if recognised > best.recognised { best = (row, recognised) }
    }
    return best.row
  }
}

/// The headers of a table and the line they stand in.
struct HeaderRow {
  let line: Int
  let headers: [String]
}

extension TablePlan {
  func header(_ headers: [String]) -> RecognisedHeader {
    RecognisedHeader(table: table, headers: headers, mapping: mapping)
  }
}

/// One table that rows of a source go into.
private struct Target {
  var reading: CellReading
  private let append: RowAppender
  private let tableIndex: Int
  private let constants: [(index: Int, cell: Cell)]
  private let splitIndexes: [Int]
  private let table: Table
  private var firstRow: Int

  /// nil where a required column is missing; the draft then has the problem.
  init?(
    _ plan: TablePlan, source: any TabularSource, start: HeaderRow, language: Language?, draft: inout NetworkDraft
  ) {
    let header = plan.header(start.headers)
    table = plan.table
    firstRow = draft.rowCount(of: plan.table)
    let columns = header.positions.mapValues {
      TableOrigin.Header(header: $0 < start.headers.count ? start.headers[$0] : "", index: $0)
    }
    let origin = TableOrigin(file: source.file, sheet: source.sheet, columns: columns)
    tableIndex = draft.tables.count
    draft.tables.append(origin)
    let decides = draft.settings.language ?? language
    reading = CellReading(
      origin: origin, header: header,
      numbers: NumberReading(readsDecimalComma: source.readsDecimalComma, language: decides))
    append = header.appender
    constants = header.constants
    splitIndexes = plan.mapping?.splitColumns.compactMap { header[$0] }.sorted() ?? []
    let unmapped = plan.mapping?.problems(start.headers) ?? []
    draft.problems += unmapped
    if unmapped.isEmpty {
      draft.problems += header.problems(
        at: Location(file: source.file, sheet: source.sheet, line: start.line == 0 ? nil : start.line))
    }
    if !header.isComplete { return nil }
  }

  /// Why the table is refused, if it holds more than its file may.
  func refusal(_ limits: SizeLimits, _ draft: NetworkDraft, line: Int) -> UnreadableInput? {
    let place = Location(file: reading.origin.file, sheet: reading.origin.sheet, line: line)
    if draft.rowCount(of: table) - firstRow > limits.rows(of: table) {
      return .tooMany(limits.rows(of: table), "rows", "Zeilen", at: place)
    }
    guard reading.valueCount > limits.attributes else { return nil }
    return .tooMany(limits.attributes, "values", "Werte", at: place)
  }

  mutating func append(_ cells: [Cell], line: Int, to draft: inout NetworkDraft) {
    let place = RowPlace(table: tableIndex, line: line)
    if constants.isEmpty, splitIndexes.isEmpty {
      append(TableRow(cells: cells, place: place), &reading, &draft)
      return
    }
    var cells = cells
    for (index, cell) in constants {
      while cells.count <= index { cells.append(.empty) }
      cells[index] = cell
    }
    split(cells, at: splitIndexes[...], place, &draft)
  }

  /// One row for each value of the columns that hold several; a row without any makes none.
  private mutating func split(
    _ cells: [Cell], at indexes: ArraySlice<Int>, _ place: RowPlace, _ draft: inout NetworkDraft
  ) {
    guard let index = indexes.first else {
      append(TableRow(cells: cells, place: place), &reading, &draft)
      return
    }
    guard index < cells.count, let text = cells[index].text else { return }
    for item in text.listItems {
      var copy = cells
      copy[index] = Cell(trimming: item)
      split(copy, at: indexes.dropFirst(), place, &draft)
    }
  }
}

/// Checks that rows are no longer than the header.
private struct FormCheck {
  let width: Int
  let headers: [String]
  let source: any TabularSource
  var problems = ProblemList()
  private var columnsTold: Set<Int> = []

  init(width: Int, headers: [String], source: any TabularSource) {
    self.width = width
    self.headers = headers
    self.source = source
  }

  @inline(__always)
  mutating func check(_ line: Int, _ cells: [Cell]) {
    if cells.count > width { checkEnd(line, cells) }
  }

  private mutating func checkEnd(_ line: Int, _ cells: [Cell]) {
    guard let last = cells.lastIndex(where: { !$0.isEmpty }), last >= width else { return }
    if source.sheet != nil {
      // In a workbook a note beside the table harms nothing.
      guard columnsTold.insert(last).inserted else { return }
      problems.append(
        Problem(
          .columnWithoutHeader, .warning,
          at: Location(file: source.file, sheet: source.sheet, line: line, columnIndex: last),
          Localized(
            en: "this column has values but no header; it is left out",
            de: "diese Spalte hat Werte, aber keine Überschrift; sie bleibt weg")))
      return
    }
    problems.append(
      Problem(
        .tooManyCells, at: Location(file: source.file, line: line),
        Localized(
          en: "the row has \(last + 1) cells, the header only \(width); put a text that holds the separator in quotes",
          de: "die Zeile hat \(last + 1) Zellen, die Überschrift nur \(width); setzen Sie einen Text, der das "
            + "Trennzeichen enthält, in Anführungszeichen")))
  }
}

extension RecognisedHeader {
  /// What is wrong with a row of headers.
  func problems(at location: Location) -> [Problem] {
    var result: [Problem] = []
    let shown = headers.filter { !$0.isEmpty }
    for words in missing {
      let spare = attributes.map(\.name)
      let near = nearestWord(to: words.column.rawValue, among: spare) ?? nearestWord(to: words.german, among: spare)
      result.append(
        Problem(
          .missingColumn, at: location,
          Localized(
            en: "the table \(table.rawValue) has no column \"\(words.column.rawValue)\"; "
              + "rename the column that holds it, or map it in columns.yaml (found: \(Self.list(shown)))",
            de: "der Tabelle \(table.germanName) fehlt die Spalte „\(words.german)“; benennen Sie die richtige Spalte "
              + "um, oder ordnen Sie sie in columns.yaml zu (vorhanden: \(Self.list(shown)))"),
          suggestion: near))
    }
    for (index, column) in repeated {
      guard let first = positions[column] else { continue }
      result.append(
        Problem(
          .repeatedColumn, .warning,
          at: Location(
            file: location.file, sheet: location.sheet, line: location.line, header: headers[index], columnIndex: index
          ),
          Localized(
            en: "the column \"\(headers[first])\" says the same; \"\(headers[index])\" is kept as it is, unread",
            de: "die Spalte „\(headers[first])“ sagt dasselbe; „\(headers[index])“ bleibt ungelesen erhalten")))
    }
    if !table.keepsUnknownColumns, !isMapped, !attributes.isEmpty {
      let names = attributes.map(\.name)
      result.append(
        Problem(
          .leftOut, .warning, at: location,
          Localized(
            en: "the table \(table.rawValue) does not use these columns: \(Self.list(names))",
            de: "die Tabelle \(table.germanName) verwendet diese Spalten nicht: \(Self.list(names))")))
    }
    return result
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? shown + ", …" : shown
  }
}

extension Table {
  /// Whether the rows of the table have room for columns that regionet does not know.
  var keepsUnknownColumns: Bool {
    switch self {
    case .partners, .ties, .offers, .needs, .projects, .meetings, .candidates, .municipalities: true
    case .fits, .participation, .attendance, .phases, .tasks, .same, .network: false
    }
  }
}

extension NetworkDraft {
  /// How many rows of a table have been read.
  func rowCount(of table: Table) -> Int {
    switch table {
    case .partners: partners.count
    case .ties: ties.count
    case .offers: offers.count
    case .needs: needs.count
    case .fits: fits.count
    case .projects: projects.count
    case .participation: participations.count
    case .meetings: meetings.count
    case .attendance: attendances.count
    case .phases: phases.count
    case .candidates: candidates.count
    case .municipalities: municipalities.count
    case .tasks: tasks.count
    case .same: sames.count
    case .network: settings.attributes.count
    }
  }
}
