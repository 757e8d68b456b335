import NetworkModel

/// One sheet of an Excel workbook, read row by row.
struct ExcelSheet: TabularSource {
  let workbook: ExcelWorkbook
  let info: ExcelWorkbook.Sheet

  var file: String { workbook.archive.name }
  var sheet: String? { info.name }
  var sizeOnDisk: Int { workbook.archive.packedSize }
  var readsDecimalComma: Bool { true }
  var estimatedRowCount: Int { 0 }

  func forEachRow(_ body: (_ line: Int, _ cells: [Cell]) -> Bool) throws(UnreadableInput) -> [Problem] {
    let merged = try mergedColumns()
    var failure: UnreadableInput?
    withoutActuallyEscaping(body) { body in
      let handler = SheetRows(
        workbook: workbook, merged: merged, allowance: TextAllowance(SizeLimits(byteCount: sizeOnDisk)), body: body)
      do throws(UnreadableInput) { try workbook.archive.parse(info.entry, handler) } catch { failure = error }
      if handler.allowance.isExceeded { failure = handler.allowance.refusal(file, sheet: sheet, line: handler.row) }
    }
    if let failure { throw failure }
    return []
  }

  /// Cells merged downwards: the value above holds for the rows below. Sheets name them at their end, so they are looked
  /// for first; a sheet without any is only unpacked, not parsed.
  private func mergedColumns() throws(UnreadableInput) -> [MergedColumn] {
    if let known = workbook.mergedColumns[info.entry] { return known }
    let mark = Array("mergeCell ".utf8)
    var matched = 0
    try workbook.archive.read(info.entry) { piece in
      for byte in piece {
        // The mark begins with its only m, so that a byte that does not fit can only begin it anew.
        matched = byte == mark[matched] ? matched + 1 : byte == mark[0] ? 1 : 0
        if matched == mark.count { return false }
      }
      return true
    }
    let handler = MergedCells()
    if matched == mark.count { try workbook.archive.parse(info.entry, handler) }
    workbook.mergedColumns[info.entry] = handler.columns
    return handler.columns
  }
}

/// Rows of one column that show the value of the first.
struct MergedColumn: Equatable {
  let column: Int
  let rows: ClosedRange<Int>
}

private final class MergedCells: XMLHandler {
  private(set) var columns: [MergedColumn] = []
  var isDone: Bool { columns.count >= 100_000 }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "mergeCell", let range = attributes.string("ref") else { return }
    let corners = range.split(separator: ":").compactMap { CellReference(String($0)) }
    guard corners.count == 2, corners[0].row < corners[1].row, corners[1].row <= ExcelSheet.rowLimit else { return }
    columns.append(MergedColumn(column: corners[0].column, rows: corners[0].row...corners[1].row))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

extension ExcelSheet {
  /// What Excel itself allows.
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384
}

/// `B14`: column 1 (A is 0), row 14.
struct CellReference: Equatable {
  let column: Int
  let row: Int

  init?(_ text: String) {
    var copy = text
    guard let result = copy.withUTF8({ Self.parse($0.baseAddress, $0.count) }) else { return nil }
    self = result
  }

  private init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  static func parse(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CellReference? {
    var column = 0
    var row = 0
    for i in 0..<count {
      let byte = bytes![i]
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      default: return nil
      }
      if column > ExcelSheet.columnLimit || row > 10_000_000 { return nil }
    }
    return column > 0 && row > 0 ? CellReference(column: column - 1, row: row) : nil
  }
}

/// Collects the cells of each row and hands the row over.
private final class SheetRows: XMLHandler {
  private enum CellType { case number, shared, text, inline, boolean, error, date }

  private let workbook: ExcelWorkbook
  private let body: (Int, [Cell]) -> Bool
  private let strings: [String]
  private(set) var allowance: TextAllowance
  /// Merged columns whose rows are still to come, the next one last.
  private var merged: [MergedColumn]
  /// Merged columns whose rows are being read, with the value they show.
  private var open: [(area: MergedColumn, value: Cell)] = []
  private var cells: [Cell] = []
  private(set) var row = 0
  private var column = 0
  private var type = CellType.number
  private var isDate = false
  private var value: [UInt8] = []
  private var takesText = false
  private var isReading = false
  private(set) var isDone = false

  init(
    workbook: ExcelWorkbook, merged: [MergedColumn], allowance: TextAllowance, body: @escaping (Int, [Cell]) -> Bool
  ) {
    self.workbook = workbook
    self.allowance = allowance
    self.merged = merged.sorted { $0.rows.lowerBound > $1.rows.lowerBound }
    self.body = body
    strings = workbook.strings
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "c" {
      startCell(attributes)
    } else if name == "v" || (name == "t" && !isReading) {
      takesText = true
    } else if name == "row" {
      cells.removeAll(keepingCapacity: true)
      row = attributes["r"].flatMap { Int(String(cString: $0)) } ?? row + 1
      if row > ExcelSheet.rowLimit || row < 1 { isDone = true }
      column = -1
    } else if name == "rPh" {
      isReading = true
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    column += 1
    if let reference = attributes["r"] {
      let position = reference.withMemoryRebound(to: UInt8.self, capacity: 1) { bytes -> CellReference? in
        var count = 0
        while bytes[count] != 0 { count += 1 }
        return CellReference.parse(bytes, count)
      }
      if let position { column = position.column }
    }
    value.removeAll(keepingCapacity: true)
    type =
      switch attributes.string("t") {
      case "s": .shared
      case "str": .text
      case "inlineStr": .inline
      case "b": .boolean
      case "e": .error
      case "d": .date
      default: .number
      }
    isDate = false
    if type == .number, let style = attributes["s"].flatMap({ Int(String(cString: $0)) }) {
      isDate = workbook.dateStyles.indices.contains(style) && workbook.dateStyles[style]
    }
  }

  func end(_ name: XMLName) {
    if name == "v" || name == "t" {
      takesText = false
    } else if name == "c" {
      endCell()
    } else if name == "row" {
      endRow()
    } else if name == "rPh" {
      isReading = false
    } else if name == "sheetData" {
      isDone = true
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard takesText else { return }
    value.append(contentsOf: bytes)
    if !allowance.allowsCell(value.count) { isDone = true }
  }

  private func endCell() {
    guard !value.isEmpty, column < ExcelSheet.columnLimit else { return }
    let cell = currentCell()
    guard !cell.isEmpty else { return }
    while cells.count <= column { cells.append(.empty) }
    cells[column] = cell
  }

  private func currentCell() -> Cell {
    let text = String(decoding: value, as: UTF8.self)
    switch type {
    case .shared:
      guard let index = Int(text), strings.indices.contains(index) else { return .empty }
      if !allowance.take(strings[index].utf8.count) { isDone = true }
      return Cell(trimming: strings[index])
    case .text, .inline: return Cell(trimming: text.withoutExcelEscapes)
    case .boolean: return .boolean(text == "1" || text == "true")
    case .error: return .failure(text)
    case .date: return Self.day(iso: text) ?? Cell(trimming: text)
    case .number:
      guard let number = Double(text), number.isFinite else { return Cell(trimming: text) }
      return isDate ? Self.day(serial: number, from1904: workbook.countsFrom1904) ?? .number(number) : .number(number)
    }
  }

  private static func day(iso text: String) -> Cell? {
    guard let date = PartialDate(reading: text), let month = date.month, let day = date.day else { return nil }
    return .day(year: Int16(date.year), month: UInt8(month), day: UInt8(day))
  }

  /// The day of a serial number; the time of day is left out.
  ///
  /// Excel believes that 1900 was a leap year: its day 60 does not exist, days before it count from 31 December 1899.
  static func day(serial: Double, from1904: Bool) -> Cell? {
    guard serial >= (from1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    let whole = Int(serial)
    if !from1904, whole == 60 { return nil }
    // Days since 1 January 1970.
    let epoch = from1904 ? -24_107 : whole < 60 ? -25_568 : -25_569
    return Cell(daysSince1970: whole + epoch)
  }

  private func endRow() {
    if !merged.isEmpty || !open.isEmpty { fillMerged() }
    guard !cells.isEmpty else { return }
    if !body(row, cells) { isDone = true }
  }

  private func fillMerged() {
    open.removeAll { $0.area.rows.upperBound < row }
    // A row that is empty but for merged cells stays empty.
    if !cells.isEmpty {
      for (area, value) in open {
        while cells.count <= area.column { cells.append(.empty) }
        if cells[area.column].isEmpty { cells[area.column] = value }
      }
    }
    while let next = merged.last, next.rows.lowerBound <= row {
      merged.removeLast()
      guard next.rows.lowerBound == row, next.column < cells.count, !cells[next.column].isEmpty else { continue }
      open.append((next, cells[next.column]))
    }
  }
}

extension Cell {
  /// - Reference: H. Hinnant, “chrono-compatible low-level date algorithms”, civil_from_days.
  init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard (1...9999).contains(year) else { return nil }
    self = .day(year: Int16(year), month: UInt8(month), day: UInt8(day))
  }
}
