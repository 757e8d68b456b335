/// Text of a file as valid UTF-8 without byte order mark.
enum InterchangeText {
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let (encoding, markLength) = bytes.withUnsafeBufferPointer { TextEncoding.detect($0) }
    if encoding == .utf8 { return markLength == 0 ? bytes : Array(bytes[markLength...]) }
    return DecodedText(FileBytes(bytes)).withBytes { Array($0) }
  }
}

/// The lines of a text, counted from 1; ends with LF, CRLF or CR.
struct TextLines {
  let bytes: [UInt8]
  private(set) var position = 0
  /// The number of the line that `next` returned last.
  private(set) var line = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The positions of the next line's bytes, without its end.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    line += 1
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    position = end + 1
    if end < bytes.count, bytes[end] == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
    return start..<end
  }
}

/// The words of a line: separated by blanks, tabs and what else is said, with quotes round words that hold blanks.
struct LineWords {
  let bytes: [UInt8]
  let wholeLine: Range<Int>
  private var position: Int
  private let end: Int
  private let comma: UInt8
  /// Whether the word that `next` returned last stood in quotes.
  private(set) var wasQuoted = false

  /// - Parameter comma: a further separator; 32 where there is none.
  init(_ bytes: [UInt8], _ range: Range<Int>, comma: UInt8 = 32) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    self.comma = comma
    wholeLine = range
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == comma || byte == 0x0B || byte == 0x0C
  }

  /// Where the next word begins; the end where there is none.
  var rest: Range<Int> {
    var start = position
    while start < end, isBlank(bytes[start]) { start += 1 }
    return start..<end
  }

  /// The next word's bytes, without quotes.
  mutating func next() -> Range<Int>? {
    position = rest.lowerBound
    wasQuoted = false
    guard position < end else { return nil }
    let first = bytes[position]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      var close = position + 1
      while close < end, bytes[close] != first { close += 1 }
      // A quote that nobody closes is a letter.
      if close < end {
        wasQuoted = true
        let word = position + 1..<close
        position = close + 1
        return word
      }
    }
    let start = position
    while position < end, !isBlank(bytes[position]) { position += 1 }
    return start..<position
  }
}

extension [UInt8] {
  /// The text of some bytes.
  @inline(__always)
  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// The whole number that some bytes write, without sign.
  func whole(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var value = 0
    for position in range {
      let digit = self[position] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
