import NetworkModel

/// The kernel that turns delimited text into numbered edges.
///
/// Rows are cut eight bytes at a time. Rows with quotes, blanks round a name or anything else unusual go the careful way
/// through `CSVReader`; both ways give the same. Names are looked up in batches, so that many reads from memory are under
/// way at once.
struct EdgeReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let sourceColumn: Int
  private let targetColumn: Int
  private let strengthColumn: Int?
  private let lastColumn: Int
  private var position: Int
  private var line: Int
  private var table = EdgeTable()
  private var interner = NameInterner()
  private var reading: CellReading
  private var cells: [Cell] = []
  /// Whether a strength can only have a decimal point, so that `1.234` has one too.
  private var sawPoint = false

  private var batch: [NameSpan] = []
  /// What touching slots has read; kept so that the reads are not left out.
  private var touched: UInt64 = 0
  private static let batchSize = 128

  /// Where a name stands, and its key.
  private struct NameSpan {
    let start: Int
    let length: Int
    let key: NameKey
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, source: DelimitedText, header: RecognisedHeader, headerLine: Int
  ) {
    self.bytes = bytes
    separator = source.start.separator
    sourceColumn = header[.source]!
    targetColumn = header[.target]!
    strengthColumn = header[.strength]
    lastColumn = max(sourceColumn, targetColumn, strengthColumn ?? 0)
    var reader = CSVReader(bytes, separator: separator, position: source.start.position, line: source.start.line)
    var skipped: [Cell] = []
    while let line = reader.next(into: &skipped), line < headerLine {}
    position = reader.position
    line = reader.line
    reading = CellReading(
      origin: TableOrigin(file: source.file), header: header,
      numbers: NumberReading(readsDecimalComma: source.readsDecimalComma, language: nil))
    batch.reserveCapacity(Self.batchSize + 2)
    let rows = source.estimatedRowCount
    table.sources = Self.emptyNumbers(capacity: rows)
    table.targets = Self.emptyNumbers(capacity: rows)
    if strengthColumn != nil {
      table.strengths = Self.emptyNumbers(capacity: rows)
    }
  }

  /// An array with room in large pages, which the system clears at a tenth of the cost: 5 % of the whole reading.
  private static func emptyNumbers<Number: BitwiseCopyable>(capacity: Int) -> [Number] {
    [Number](unsafeUninitializedCapacity: capacity) { buffer, _ in
      guard let start = buffer.baseAddress else { return }
      LargePages.advise(start, buffer.count * MemoryLayout<Number>.stride)
    }
  }

  mutating func read() -> EdgeTable {
    while position < bytes.count {
      if !readPlainRow() { readCarefully() }
      if batch.count >= Self.batchSize { flush() }
    }
    flush()
    table.names = interner.names
    if sawPoint, let strengthColumn { reading.noteDecimalPoint(in: strengthColumn) }
    table.problems = reading.finish()
    return table
  }

  private mutating func flush() {
    // The reads do not depend on each other, so the processor starts them all before the first has come.
    for span in batch { touched |= interner.touch(span.key) }
    var i = 0
    while i < batch.count {
      table.sources.append(number(batch[i]))
      table.targets.append(number(batch[i + 1]))
      i += 2
    }
    batch.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private mutating func number(_ span: NameSpan) -> UInt32 {
    let name = UnsafeBufferPointer(start: bytes.baseAddress! + span.start, count: span.length)
    return interner.number(of: span.key, name)
  }

  // MARK: - The quick way

  /// Reads a row without anything unusual in the columns that count; false, without moving, where it is not one.
  @inline(__always)
  private mutating func readPlainRow() -> Bool {
    var start = position
    var column = 0
    var source = (start: 0, end: 0)
    var target = (start: 0, end: 0)
    var strength = (start: 0, end: 0)
    while true {
      let end = endOfField(from: start)
      if column == sourceColumn { source = (start, end) }
      if column == targetColumn { target = (start, end) }
      if column == strengthColumn { strength = (start, end) }
      column += 1
      guard end < bytes.count else {
        start = end
        break
      }
      let byte = bytes[end]
      if byte == separator {
        start = end + 1
        continue
      }
      if byte != UInt8(ascii: "\n") {
        // A quote, or a line end of another kind.
        guard byte == UInt8(ascii: "\r"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\n") else {
          return false
        }
        start = end + 2
        break
      }
      start = end + 1
      break
    }
    guard column > lastColumn, isPlain(source), isPlain(target) else { return false }
    if strengthColumn != nil {
      guard let value = plainNumber(strength) else { return false }
      if value != value.rounded() { sawPoint = true }
      table.strengths!.append(value)
    }
    append(source)
    append(target)
    position = start
    line += 1
    return true
  }

  @inline(__always)
  private mutating func append(_ field: (start: Int, end: Int)) {
    let length = field.end - field.start
    let key = NameKey(bytes.baseAddress! + field.start, length: length, readable: bytes.count - field.start)
    batch.append(NameSpan(start: field.start, length: length, key: key))
  }

  /// Whether a field is what it looks like: no blanks around it, no dash for "no value", no typographic blank.
  @inline(__always)
  private func isPlain(_ field: (start: Int, end: Int)) -> Bool {
    guard field.end > field.start else { return false }
    let first = bytes[field.start]
    let last = bytes[field.end - 1]
    return first > UInt8(ascii: "-") && first < 0xC2 && last > UInt8(ascii: " ") && last < 0x80
      || isPlainInDetail(field, first, last)
  }

  private func isPlainInDetail(_ field: (start: Int, end: Int), _ first: UInt8, _ last: UInt8) -> Bool {
    guard first > UInt8(ascii: " "), last > UInt8(ascii: " ") else { return false }
    if case .text(let text) = Cell(trimming: String(decoding: bytes[field.start..<field.end], as: UTF8.self)) {
      return text.utf8.count == field.end - field.start
    }
    return false
  }

  /// Digits with at most one point that cannot be thousands; nil for everything else, also for nothing.
  @inline(__always)
  private func plainNumber(_ field: (start: Int, end: Int)) -> Double? {
    let count = field.end - field.start
    guard count > 0, count <= 16 else { return nil }
    if count == 1 {
      let digit = bytes[field.start] &- UInt8(ascii: "0")
      return digit <= 9 && digit > 0 ? Double(digit) : nil
    }
    return NumberReading.plainNumber(UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]))
      .flatMap { $0 > 0 ? $0 : nil }
  }

  /// The position of the next separator, quote or line end at or after a position.
  @inline(__always)
  private func endOfField(from start: Int) -> Int {
    let raw = UnsafeRawPointer(bytes.baseAddress!)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let separators = ones &* UInt64(separator)
    let newlines = ones &* 0x0A
    let returns = ones &* 0x0D
    let quotes = ones &* 0x22
    var i = start
    while i + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      // (x − 1) & ~x has the top bit of each zero byte set; the lowest such bit is never wrong.
      let a = word ^ separators
      let b = word ^ newlines
      let c = word ^ returns
      let d = word ^ quotes
      let found =
        ((a &- ones) & ~a | (b &- ones) & ~b | (c &- ones) & ~c | (d &- ones) & ~d) & tops
      if found != 0 { return i + found.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < bytes.count {
      let byte = bytes[i]
      if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\"") {
        return i
      }
      i += 1
    }
    return i
  }

  // MARK: - The careful way

  private mutating func readCarefully() {
    flush()
    var reader = CSVReader(bytes, separator: separator, position: position, line: line)
    guard let rowLine = reader.next(into: &cells) else { return position = bytes.count }
    position = reader.position
    line = reader.line
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    let row = TableRow(cells: cells, place: RowPlace(table: 0, line: rowLine))
    if reader.unterminatedQuoteLine != nil {
      reading.report(
        .unterminatedQuote, row, nil,
        Localized(
          en: "a quotation mark opens in this line and is never closed",
          de: "in dieser Zeile beginnt ein Anführungszeichen, das nie endet"))
      return
    }
    let source = reading.requiredText(row, sourceColumn, .source)
    let target = reading.requiredText(row, targetColumn, .target)
    guard let source, let target else { return }
    if let strengthColumn {
      let strength = reading.number(row, strengthColumn) ?? 1
      guard strength > 0 else {
        reading.report(
          .notANumber, row, strengthColumn,
          Localized(en: "a strength is more than 0", de: "eine Stärke ist größer als 0"))
        return
      }
      table.strengths!.append(strength)
    }
    for (text, isSource) in [(source, true), (target, false)] {
      var copy = text
      let number = copy.withUTF8 { name in
        interner.number(of: NameKey(name.baseAddress!, length: name.count, readable: name.count), name)
      }
      if isSource { table.sources.append(number) } else { table.targets.append(number) }
    }
  }
}
