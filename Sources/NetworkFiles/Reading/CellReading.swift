import NetworkModel

/// One row of a table.
struct TableRow {
  let cells: [Cell]
  let place: RowPlace

  subscript(index: Int?) -> Cell {
    guard let index, index < cells.count else { return .empty }
    return cells[index]
  }
}

/// Reads the cells of one table and notes what is wrong with them.
struct CellReading {
  let origin: TableOrigin
  let header: RecognisedHeader
  var numbers: NumberReading
  private(set) var problems = ProblemList()
  /// Columns in which a number can only have a decimal point, so that `1.234` between them has one too.
  private var columnsWithPoint: Set<Int> = []
  /// Numbers with two readings, by column, until the whole column is known.
  private var ambiguities: [Int: ProblemList] = [:]
  /// How many items of lists and values of unknown columns were taken; a file may not hold any number of them.
  private(set) var valueCount = 0

  init(origin: TableOrigin, header: RecognisedHeader, numbers: NumberReading) {
    self.origin = origin
    self.header = header
    self.numbers = numbers
  }

  func location(_ row: TableRow, _ index: Int?) -> Location {
    Location(
      file: origin.file, sheet: origin.sheet, line: Int(row.place.line),
      header: index.flatMap { $0 < header.headers.count ? header.headers[$0] : nil }, columnIndex: index)
  }

  mutating func report(
    _ code: Problem.Code, _ row: TableRow, _ index: Int?, _ message: Localized,
    severity: Problem.Severity = .error, suggestion: String? = nil
  ) {
    problems.append(Problem(code, severity, at: location(row, index), message, suggestion: suggestion))
  }

  /// Ends the table: ambiguous numbers of columns that have no sure decimal point become errors.
  mutating func finish() -> [Problem] {
    for (index, list) in ambiguities where !columnsWithPoint.contains(index) {
      for problem in list.all { problems.append(problem) }
    }
    ambiguities = [:]
    return problems.all
  }

  /// Notes that a column's numbers have decimal points.
  mutating func noteDecimalPoint(in column: Int) { columnsWithPoint.insert(column) }

  // MARK: - Values

  mutating func text(_ row: TableRow, _ index: Int?) -> String? {
    let cell = row[index]
    if case .text(let text) = cell { return text }
    if case .failure(let shown) = cell {
      report(
        .formulaError, row, index,
        Localized(
          en: "the formula shows \(shown); mend it or write the value instead",
          de: "die Formel zeigt \(shown); verbessern Sie sie, oder schreiben Sie statt dessen den Wert"))
      return nil
    }
    return cell.text
  }

  /// A text that the row cannot do without.
  mutating func requiredText(_ row: TableRow, _ index: Int?, _ column: Column) -> String? {
    if let text = text(row, index) { return text }
    if case .failure = row[index] { return nil }
    reportMissing(row, column)
    return nil
  }

  mutating func reportMissing(_ row: TableRow, _ column: Column) {
    let words = header.table.columns.first { $0.column == column }!
    report(
      .missingValue, row, header[column],
      Localized(
        en: "the \(words.title(in: .english)) is missing; fill it in or remove the row",
        de: "„\(words.title(in: .german))“ fehlt; tragen Sie den Wert ein, oder löschen Sie die Zeile"))
  }

  mutating func list(_ row: TableRow, _ index: Int?) -> [String] {
    let items = text(row, index)?.listItems ?? []
    valueCount += items.count
    return items
  }

  /// - Parameters:
  ///   - plausible: a reading of `1.234` outside of it is not meant.
  ///   - isMoney: a currency's sign or name before or after the number is left out.
  mutating func number(
    _ row: TableRow, _ index: Int?, plausible: ClosedRange<Double>? = nil, isMoney: Bool = false
  ) -> Double? {
    switch row[index] {
    case .empty: return nil
    case .number(let number): return number
    case .text(let text):
      if let number = NumberReading.plainNumber(text) {
        if number != number.rounded() { columnsWithPoint.insert(index!) }
        return number
      }
      if text.meansNoValue { return nil }
      return number(text: isMoney ? text.withoutCurrency : text, row, index!, plausible: plausible)
    case .failure: _ = text(row, index)
    default: reportNoNumber(row, index!)
    }
    return nil
  }

  private mutating func number(
    text: String, _ row: TableRow, _ index: Int, plausible: ClosedRange<Double>?
  ) -> Double? {
    switch numbers.read(text) {
    case .number(let number):
      if text.utf8.contains(UInt8(ascii: ".")), !text.utf8.contains(UInt8(ascii: ",")), number != number.rounded() {
        columnsWithPoint.insert(index)
      }
      return number
    case .ambiguous(let decimal, let thousands):
      if let plausible, plausible.contains(decimal), !plausible.contains(thousands) { return decimal }
      let short = decimal.shortText
      ambiguities[index, default: ProblemList()].append(
        Problem(
          .ambiguousNumber, at: location(row, index),
          Localized(
            en: "\"\(text)\" can be \(short) or \(thousands.shortText); write \(short)0 or \(thousands.shortText), "
              + "or give the language in the table network",
            de: "„\(text)“ kann \(decimal.germanText) oder \(thousands.shortText) heißen; schreiben Sie "
              + "\(decimal.germanText)0 oder \(thousands.shortText), oder nennen Sie die Sprache in der Tabelle Netzwerk"
          )))
      return decimal
    case .decimalComma(let number):
      report(
        .notANumber, row, index,
        Localized(
          en: "\"\(text)\": where commas separate the columns, a number has a decimal point; write \(number.shortText)",
          de: "„\(text)“: wo Kommas die Spalten trennen, hat eine Zahl einen Dezimalpunkt; schreiben Sie "
            + number.shortText))
    case .notANumber: reportNoNumber(row, index)
    }
    return nil
  }

  private mutating func reportNoNumber(_ row: TableRow, _ index: Int) {
    let shown = row[index].text ?? ""
    report(
      .notANumber, row, index,
      Localized(
        en: "\"\(shown)\" is no number; write digits only, or leave the cell empty",
        de: "„\(shown)“ ist keine Zahl; schreiben Sie nur Ziffern, oder lassen Sie die Zelle leer"))
  }

  /// A whole number.
  mutating func count(_ row: TableRow, _ index: Int?) -> Int? {
    guard let number = number(row, index) else { return nil }
    guard number == number.rounded(), abs(number) < 1e15 else {
      let shown = row[index].text ?? ""
      report(
        .notANumber, row, index,
        Localized(en: "\"\(shown)\" is no whole number", de: "„\(shown)“ ist keine ganze Zahl"))
      return nil
    }
    return Int(number)
  }

  mutating func word<Value>(_ row: TableRow, _ index: Int?, _ words: FixedWords<Value>) -> Value? {
    let cell = row[index]
    if cell.isEmpty { return nil }
    guard let text = text(row, index) else { return nil }
    if let value = words.value(of: text) { return value }
    if text.meansNoValue { return nil }
    let english = words.allWords(in: .english)
    let german = words.allWords(in: .german)
    report(
      .unknownWord, row, index,
      Localized(
        en: "\"\(text)\" is not known here; write \(english.joined(separator: ", "))",
        de: "„\(text)“ ist hier nicht bekannt; schreiben Sie \(german.joined(separator: ", "))"),
      suggestion: nearestWord(to: text, among: english + german))
    return nil
  }

  mutating func date(_ row: TableRow, _ index: Int?) -> PartialDate? {
    switch row[index] {
    case .empty: return nil
    case .day(let year, let month, let day):
      return PartialDate(year: Int(year), month: Int(month), day: Int(day))
    case .number(let number):
      // A year typed into a cell that is not formatted as a date.
      if number == number.rounded(), (1000...3000).contains(number), let date = PartialDate(year: Int(number)) {
        return date
      }
    case .text(let text):
      if let date = PartialDate(reading: text) { return date }
      if text.meansNoValue { return nil }
    case .failure:
      _ = text(row, index)
      return nil
    case .boolean: break
    }
    let shown = row[index].text ?? ""
    report(
      .notADate, row, index,
      Localized(
        en: "\"\(shown)\" is no date; write 2024, 2024-05, 2024-05-31 or 31.05.2024",
        de: "„\(shown)“ ist kein Datum; schreiben Sie 2024, 2024-05, 2024-05-31 oder 31.05.2024"))
    return nil
  }

  mutating func period(_ row: TableRow, from start: Int?, until end: Int?) -> Period {
    if row[start].isEmpty, row[end].isEmpty { return .always }
    let first = date(row, start)
    let last = date(row, end)
    if let period = Period(start: first, end: last) { return period }
    report(
      .endsBeforeItBegins, row, end,
      Localized(
        en: "ends (\(last!)) before it begins (\(first!)); were the two swapped?",
        de: "endet (\(last!)), bevor es beginnt (\(first!)); sind die beiden vertauscht?"))
    return .always
  }

  mutating func coordinates(_ row: TableRow, latitude: Int?, longitude: Int?) -> Coordinates? {
    let north = number(row, latitude, plausible: -90...90)
    let east = number(row, longitude, plausible: -180...180)
    switch (north, east) {
    case (let north?, let east?):
      if let coordinates = Coordinates(latitude: north, longitude: east) { return coordinates }
      report(
        .notAPlace, row, (-90...90).contains(north) ? longitude : latitude,
        Localized(
          en:
            "no place has latitude \(north.shortText) and longitude \(east.shortText); write degrees such as 47.5 and 9.7",
          de: "kein Ort hat die Breite \(north.germanText) und die Länge \(east.germanText); schreiben Sie Grade wie "
            + "47,5 und 9,7"))
    case (nil, nil): break
    default:
      // Where the other cell is there but wrong, it has been reported.
      guard row[latitude].isEmpty || row[longitude].isEmpty else { break }
      report(
        .notAPlace, row, north == nil ? latitude : longitude,
        Localized(
          en: "one coordinate alone is no place; give latitude and longitude",
          de: "eine Koordinate allein ist kein Ort; geben Sie Breite und Länge an"), severity: .warning)
    }
    return nil
  }

  /// The cells of the columns that regionet does not know.
  mutating func attributes(_ row: TableRow) -> [Attribute] {
    var result: [Attribute] = []
    for (index, name) in header.attributes {
      guard let text = row[index].text else { continue }
      if result.isEmpty { result.reserveCapacity(header.attributes.count) }
      result.append(Attribute(name: name, value: text))
    }
    valueCount += result.count
    return result
  }
}

extension String {
  /// Whether the text is what statistics programs and offices write into a number, date or choice they do not have.
  fileprivate var meansNoValue: Bool {
    utf8.count <= 4 && ["NA", "N/A", "n/a", "na", "NaN", "nan", "null", "NULL", "k.A.", "k.A", "?"].contains(self)
  }

  /// Without `€`, `EUR`, `Euro`, `CHF` or `Fr.` around a number.
  fileprivate var withoutCurrency: String {
    let signs = ["€", "EUR", "Euro", "euro", "CHF", "Fr.", "SFr."]
    for sign in signs {
      if hasPrefix(sign) { return String(dropFirst(sign.count)).trimmed }
      if hasSuffix(sign) { return String(dropLast(sign.count)).trimmed }
    }
    return self
  }
}
