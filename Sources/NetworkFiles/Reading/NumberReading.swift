import NetworkModel

/// How numbers are written in one table.
struct NumberReading {
  enum Outcome: Equatable {
    case number(Double)
    /// `1.234` (or `1,234` between commas): a decimal number for one half of Europe, thousands for the other.
    case ambiguous(decimal: Double, thousands: Double)
    /// `0,5` where the columns are separated by commas.
    case decimalComma(Double)
    case notANumber
  }

  /// Whether the columns are separated by something else than a comma, so that `0,5` is a number.
  var readsDecimalComma: Bool
  /// Decides how `1.234` is read; nil leaves it open.
  var language: Language?

  /// Reads `12`, `0.5`, `0,5`, `1.234,5`, `1,234.5`, `1'234`, `1 234`, `1e-3`, with a sign.
  func read(_ text: String) -> Outcome {
    if let number = Self.plainNumber(text) { return .number(number) }
    var parts = Parts()
    guard parts.scan(text) else { return .notANumber }
    switch (parts.points, parts.commas) {
    case (0, 0): return parts.outcome()
    case (1, 0):
      guard parts.couldBeThousands(".") else { return parts.outcome(decimal: ".") }
      switch language {
      case .english: return parts.outcome(decimal: ".")
      case .german: return parts.outcome(grouping: ".")
      case nil: return parts.ambiguous(".")
      }
    case (0, 1):
      if readsDecimalComma || language == .german { return parts.outcome(decimal: ",") }
      if parts.couldBeThousands(",") {
        return language == .english ? parts.outcome(grouping: ",") : parts.ambiguous(",")
      }
      if case .number(let value) = parts.outcome(decimal: ",") { return .decimalComma(value) }
      return .notANumber
    case (_, 0): return parts.outcome(grouping: ".")
    case (0, _): return parts.outcome(grouping: ",")
    default:
      // The mark that comes last is the decimal mark: 1.234,5 or 1,234.5.
      return parts.lastMark == UInt8(ascii: ",")
        ? parts.outcome(grouping: ".", decimal: ",") : parts.outcome(grouping: ",", decimal: ".")
    }
  }

  /// Whole numbers, and decimal numbers that cannot be thousands, at most 15 digits: exact without a parser, because
  /// digits and power of ten are both exact doubles and one division rounds once.
  static func plainNumber(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { plainNumber($0) }
  }

  @inline(__always)
  static func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var i = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { i = 1 }
    var digits: UInt64 = 0
    var digitCount = 0
    var decimals = -1
    while i < bytes.count {
      let byte = bytes[i]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits = digits &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        digitCount += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == UInt8(ascii: "."), decimals < 0, digitCount > 0 {
        decimals = 0
      } else {
        return nil
      }
      i += 1
    }
    guard digitCount > 0, digitCount <= 15, decimals != 0 else { return nil }
    let firstDigit = bytes[isNegative ? 1 : 0]
    if decimals == 3, digitCount <= 6, !(firstDigit == UInt8(ascii: "0")) { return nil }
    let value = decimals > 0 ? Double(digits) / powersOfTen[decimals] : Double(digits)
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

/// A number's text taken apart.
private struct Parts {
  /// Sign, digits and marks, without blanks and apostrophes between thousands.
  var mantissa: [UInt8] = []
  var exponent: [UInt8] = []
  var points = 0
  var commas = 0
  var lastMark: UInt8 = 0
  /// Where blanks or apostrophes stood, as counts of digits before them.
  var gaps: [Int] = []

  mutating func scan(_ text: String) -> Bool {
    var inExponent = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        if inExponent { exponent.append(UInt8(scalar.value)) } else { mantissa.append(UInt8(scalar.value)) }
      case "+", "-", "\u{2212}":
        let sign = scalar == "+" ? UInt8(ascii: "+") : UInt8(ascii: "-")
        if inExponent, exponent.isEmpty {
          exponent.append(sign)
        } else if !inExponent, mantissa.isEmpty {
          mantissa.append(sign)
        } else {
          return false
        }
      case "." where !inExponent, "," where !inExponent:
        if scalar == "." { points += 1 } else { commas += 1 }
        lastMark = UInt8(scalar.value)
        mantissa.append(lastMark)
      case "'", "\u{2019}", " ", "\u{A0}", "\u{202F}", "\u{2009}":
        if inExponent { return false }
        gaps.append(mantissa.count)
      case "e", "E":
        if inExponent || !mantissa.contains(where: Self.isDigit) { return false }
        inExponent = true
      default: return false
      }
    }
    return mantissa.contains(where: Self.isDigit) && (!inExponent || exponent.contains(where: Self.isDigit))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private var unsigned: ArraySlice<UInt8> {
    guard let first = mantissa.first, !Self.isDigit(first), first != UInt8(ascii: "."), first != UInt8(ascii: ",")
    else { return mantissa[...] }
    return mantissa[1...]
  }

  /// Whether the one mark could separate thousands: one to three digits, not beginning with 0, then three digits.
  func couldBeThousands(_ mark: Unicode.Scalar) -> Bool {
    guard exponent.isEmpty, gaps.isEmpty, let position = unsigned.firstIndex(of: UInt8(mark.value)) else {
      return false
    }
    let whole = unsigned[..<position]
    return (1...3).contains(whole.count) && whole.first != UInt8(ascii: "0")
      && unsigned.distance(from: position, to: unsigned.endIndex) == 4
  }

  func ambiguous(_ mark: Unicode.Scalar) -> NumberReading.Outcome {
    guard case .number(let decimal) = outcome(decimal: mark), case .number(let thousands) = outcome(grouping: mark)
    else { return .notANumber }
    return .ambiguous(decimal: decimal, thousands: thousands)
  }

  /// The number, if the thousands are grouped by three and the decimal mark stands once, behind them.
  func outcome(grouping: Unicode.Scalar? = nil, decimal: Unicode.Scalar? = nil) -> NumberReading.Outcome {
    let groupMark = grouping.map { UInt8($0.value) }
    let decimalMark = decimal.map { UInt8($0.value) }
    var text: [UInt8] = []
    var groupSizes = [0]
    var seenDecimal = false
    var gapQueue = gaps[...]
    for (offset, byte) in mantissa.enumerated() {
      while gapQueue.first == offset {
        gapQueue.removeFirst()
        if seenDecimal || groupMark != nil { return .notANumber }
        groupSizes.append(0)
      }
      if byte == groupMark {
        if seenDecimal { return .notANumber }
        groupSizes.append(0)
      } else if byte == decimalMark {
        if seenDecimal { return .notANumber }
        seenDecimal = true
        text.append(UInt8(ascii: "."))
      } else {
        if !seenDecimal, Self.isDigit(byte) { groupSizes[groupSizes.count - 1] += 1 }
        text.append(byte)
      }
    }
    if !gapQueue.isEmpty { return .notANumber }
    if groupSizes.count > 1, !(1...3).contains(groupSizes[0]) || groupSizes.dropFirst().contains(where: { $0 != 3 }) {
      return .notANumber
    }
    if !exponent.isEmpty { text += [UInt8(ascii: "e")] + exponent }
    // Swift's parser wants digits on both sides of the point.
    if let point = text.firstIndex(of: UInt8(ascii: ".")) {
      if point + 1 == text.count || !Self.isDigit(text[point + 1]) { text.insert(UInt8(ascii: "0"), at: point + 1) }
      if point == 0 || !Self.isDigit(text[point - 1]) { text.insert(UInt8(ascii: "0"), at: point) }
    }
    guard let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite else { return .notANumber }
    return .number(number)
  }
}
