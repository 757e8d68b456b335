import NetworkModel

/// The two files in which UCINET keeps a network: `name.##h` says what `name.##d` holds.
///
/// Version 6.404 (wide letters) and the older one with the word `DATE:`. One matrix or several, each a kind of tie;
/// rows and columns of different number are partners and projects.
enum UCINETFormat {
  static let name = "UCINET"

  static func recognises(_ beginning: FileBeginning) -> Bool {
    let bytes = Array(beginning.bytes.prefix(6).dropFirst())
    return bytes == Array("V6404".utf8) || bytes == Array("DATE:".utf8)
  }

  static func read(header: [UInt8], data: [UInt8], file: String) -> NetworkDraft {
    let limits = SizeLimits(byteCount: header.count + data.count)
    var draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .refused)
    var reader = HeaderReader(bytes: header)
    guard let found = reader.read() else {
      draft.fail(
        line: nil,
        Localized(
          en: "the header is damaged, or of a version before 6; save the dataset again in UCINET",
          de: "der Kopf ist beschädigt oder von einer Version vor 6; speichern Sie den Datensatz in UCINET noch einmal")
      )
      return draft.finish()
    }
    let (rows, columns, levels) = (found.rows, found.columns, found.levels)
    let cells = rows.multipliedReportingOverflow(by: columns)
    let all = cells.partialValue.multipliedReportingOverflow(by: levels)
    let width = all.partialValue > 0 ? data.count / all.partialValue : 0
    guard !cells.overflow, !all.overflow, rows > 0, columns > 0, levels > 0, width == 4 || width == 8 || width == 1,
      data.count == all.partialValue * width
    else {
      draft.fail(
        line: nil,
        Localized(
          en: "the header tells of \(rows) × \(columns) numbers, but \(data.count) bytes are there; "
            + "do both files belong together?",
          de: "der Kopf nennt \(rows) × \(columns) Zahlen, es sind aber \(data.count) Byte da; "
            + "gehören beide Dateien zusammen?"))
      return draft.finish()
    }
    func value(_ level: Int, _ row: Int, _ column: Int) -> Double {
      let start = ((level * rows + row) * columns + column) * width
      var bits: UInt64 = 0
      for byte in (0..<width).reversed() { bits = bits << 8 | UInt64(data[start + byte]) }
      let number: Double =
        switch width {
        case 4: Double(Float(bitPattern: UInt32(bits)))
        case 8: Double(bitPattern: bits)
        default: Double(bits)
        }
      // UCINET's number for “missing” is the largest there is.
      return number.isFinite && number < 1e37 ? number : 0
    }
    let rowIDs = ids(found.rowLabels, rows)
    let columnIDs = ids(found.columnLabels, columns)
    let isTwoMode = rows != columns || rowIDs != columnIDs
    if let title = found.title { draft.set("title", title) }
    for id in rowIDs { draft.addPartner(id: id, line: 1) }
    if isTwoMode { for id in columnIDs { draft.addProject(id: id, line: 1) } }
    for level in 0..<levels {
      if isTwoMode {
        for row in 0..<rows {
          for column in 0..<columns where value(level, row, column) != 0 {
            draft.addParticipation(rowIDs[row], columnIDs[column], line: 1)
          }
        }
      } else {
        let values = (0..<rows).map { row in (0..<columns).map { value(level, row, $0) } }
        let label = level < found.levelLabels.count ? found.levelLabels[level] : String(level + 1)
        draft.addMatrix(values, ids: rowIDs, kind: levels > 1 ? label : nil) { _ in 1 }
      }
    }
    return draft.finish()
  }

  private static func ids(_ labels: [String], _ count: Int) -> [String] {
    guard labels.count == count, !labels.contains(""), Set(labels).count == count else {
      return (0..<count).map { String($0 + 1) }
    }
    return labels
  }

  private struct Header {
    var rows = 0
    var columns = 0
    var levels = 1
    var title: String?
    var columnLabels: [String] = []
    var rowLabels: [String] = []
    var levelLabels: [String] = []
  }

  private struct HeaderReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func number(_ width: Int) -> Int? {
      guard position + width <= bytes.count else { return nil }
      var value = 0
      for byte in (0..<width).reversed() { value = value << 8 | Int(bytes[position + byte]) }
      position += width
      return value
    }

    mutating func read() -> Header? {
      guard bytes.count > 6 else { return nil }
      let version = bytes[1...5]
      let isWide = version.elementsEqual("V6404".utf8)
      guard isWide || version.elementsEqual("DATE:".utf8) else { return nil }
      // After the version the date in four numbers, then the kind of labels and of numbers.
      position = 6 + 4 * 2 + 2 + 1
      var header = Header()
      let width = isWide ? 4 : 2
      guard let dimensions = number(2), (2...3).contains(dimensions), let columns = number(width),
        let rows = number(width)
      else { return nil }
      (header.columns, header.rows) = (columns, rows)
      if dimensions == 3 {
        guard let levels = number(width) else { return nil }
        header.levels = levels
      }
      guard let titleLength = number(1), position + titleLength <= bytes.count else { return nil }
      let title = String(decoding: bytes[position..<(position + titleLength)], as: UTF8.self)
      header.title = title.isEmpty ? nil : title
      position += titleLength
      var has: [Bool] = []
      for _ in 0..<dimensions {
        guard let flag = number(1) else { return nil }
        has.append(flag != 0)
      }
      for (dimension, count) in [columns, rows, header.levels].prefix(dimensions).enumerated() where has[dimension] {
        var labels: [String] = []
        for _ in 0..<count {
          guard let length = number(2), position + length <= bytes.count else { return nil }
          let text = bytes[position..<(position + length)]
          position += length
          labels.append(isWide ? Self.wide(text) : String(decoding: InterchangeText.utf8(Array(text)), as: UTF8.self))
        }
        switch dimension {
        case 0: header.columnLabels = labels
        case 1: header.rowLabels = labels
        default: header.levelLabels = labels
        }
      }
      return header
    }

    private static func wide(_ bytes: ArraySlice<UInt8>) -> String {
      let list = Array(bytes)
      let units = stride(from: 0, to: list.count - 1, by: 2).map { UInt16(list[$0]) | UInt16(list[$0 + 1]) << 8 }
      return String(decoding: units, as: UTF16.self)
    }
  }
}
