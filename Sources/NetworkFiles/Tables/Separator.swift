/// Finds out which character separates the columns of a text file.
enum Separator {
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  struct Found: Equatable {
    /// 0 where the file has one column.
    let separator: UInt8
    /// Where the table begins: after the line `sep=;` that some programs write for Excel.
    var position = 0
    var line = 1
  }

  /// Looks at the first records: the separator of the first line, else the one that divides nearly all records alike.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> Found {
    if let hint = excelHint(bytes) { return hint }
    let counts = countsPerRecord(bytes, records: 50)
    guard let first = counts.first else { return Found(separator: 0) }
    let inFirst = candidates.indices.filter { first[$0] > 0 }
    if inFirst.count == 1 { return Found(separator: candidates[inFirst[0]]) }
    let considered = inFirst.isEmpty ? Array(candidates.indices) : inFirst
    var best: (candidate: Int, records: Int, columns: Int)?
    for candidate in considered {
      var frequency: [Int: Int] = [:]
      for record in counts where record[candidate] > 0 { frequency[record[candidate], default: 0] += 1 }
      guard let mode = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      if inFirst.isEmpty, mode.value * 10 < (counts.count - 1) * 8 { continue }
      if let best, (best.records, best.columns) >= (mode.value, mode.key) { continue }
      best = (candidate, mode.value, mode.key)
    }
    return Found(separator: best.map { candidates[$0.candidate] } ?? 0)
  }

  private static func excelHint(_ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
    guard bytes.count >= 5, String(decoding: bytes[0..<4], as: UTF8.self).lowercased() == "sep=" else { return nil }
    let separator = bytes[4]
    guard candidates.contains(separator) || separator == UInt8(ascii: "|") else { return nil }
    var position = 5
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    guard position > 5 || position == bytes.count else { return nil }
    return Found(separator: separator, position: position, line: 2)
  }

  /// How often each candidate stands outside quotes in each of the first records that are not blank.
  private static func countsPerRecord(_ bytes: UnsafeBufferPointer<UInt8>, records: Int) -> [[Int]] {
    var result: [[Int]] = []
    var counts = [0, 0, 0]
    var isQuoted = false
    var isBlank = true
    var isFieldStart = true
    // One unclosed quote must not make this read a whole large file.
    for byte in bytes.prefix(1 << 18) {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted || isFieldStart:
        isQuoted.toggle()
        isBlank = false
        isFieldStart = false
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
        if !isBlank { result.append(counts) }
        if result.count == records { return result }
        counts = [0, 0, 0]
        isBlank = true
        isFieldStart = true
      default:
        if byte == UInt8(ascii: " ") { continue }
        isBlank = false
        isFieldStart = false
        if !isQuoted, let candidate = candidates.firstIndex(of: byte) {
          counts[candidate] += 1
          isFieldStart = true
        }
      }
    }
    if !isBlank { result.append(counts) }
    return result
  }
}
