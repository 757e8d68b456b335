import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct NumberReadingTests {
  /// The readings are DESIGN's rules applied by hand.
  @Test(
    "reads numbers as both halves of Europe write them",
    arguments: [
      ("12", 12.0), ("-3", -3), ("+3", 3), ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("0,5", 0.5), ("0,333333", 0.333333),
      ("1234.5", 1234.5), ("1234,5", 1234.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567", 1_234_567),
      ("4,240,820.46", 4_240_820.46), ("1'234", 1234), ("1 234,5", 1234.5), ("1\u{A0}234\u{A0}567", 1_234_567),
      ("0.123", 0.123), ("-0.125", -0.125), ("12.3456", 12.3456), ("1234.567", 1234.567), ("1e-3", 0.001),
      ("1.234e2", 123.4), ("\u{2212}2", -2), ("007", 7), ("1,234", 1.234), ("123456789012345", 123_456_789_012_345),
    ])
  func numbers(text: String, expected: Double) {
    #expect(NumberReading(readsDecimalComma: true, language: nil).read(text) == .number(expected))
  }

  @Test(
    "takes nothing for a number that is none",
    arguments: [
      "", "-", "abc", "1,2,3", "1.2.3", "12.34.567", "1,23,456.7", "0x10", "inf", "nan", "1e", "1e999", "--1", "1-",
      "5 €",
    ])
  func noNumbers(text: String) {
    #expect(NumberReading(readsDecimalComma: true, language: nil).read(text) == .notANumber)
  }

  @Test("names both readings of 1.234 unless the language decides")
  func ambiguous() {
    let open = NumberReading(readsDecimalComma: true, language: nil)
    #expect(open.read("1.234") == .ambiguous(decimal: 1.234, thousands: 1234))
    #expect(open.read("-12.345") == .ambiguous(decimal: -12.345, thousands: -12345))
    #expect(NumberReading(readsDecimalComma: true, language: .german).read("1.234") == .number(1234))
    #expect(NumberReading(readsDecimalComma: true, language: .english).read("1.234") == .number(1.234))
    let commas = NumberReading(readsDecimalComma: false, language: nil)
    #expect(commas.read("1,234") == .ambiguous(decimal: 1.234, thousands: 1234))
    #expect(commas.read("0,5") == .decimalComma(0.5))
  }

  @Test("finds the same double as the standard library", arguments: 0..<20 as Range<UInt64>)
  func plainNumbers(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<500 {
      let digits = Int.random(in: 1...15, using: &random)
      var text = String(Int.random(in: 1...9, using: &random))
      for _ in 1..<max(2, digits) { text += String(Int.random(in: 0...9, using: &random)) }
      let point = Int.random(in: 1...text.count, using: &random)
      if point < text.count { text.insert(".", at: text.index(text.startIndex, offsetBy: point)) }
      if let number = NumberReading.plainNumber(text) { #expect(number == Double(text)) }
    }
  }

  @Test("decides by other numbers of the column, and tells both readings where nothing decides")
  func columns() throws {
    let folder = TemporaryFolder(["partners.csv": "name,votes\nA,1\nB,1\nC,1\n"])
    folder.write(Array("source,target,weight\nA,B,0.5\nB,C,1.234\n".utf8), to: "ties.csv")
    let decided = try Dataset.read(folder.path)
    #expect(decided.problems == [])
    #expect(decided.ties.map(\.strength) == [0.5, 1.234])
    folder.write(Array("source;target;weight\nA;B;2\nB;C;1.234\n".utf8), to: "ties.csv")
    let open = try Dataset.read(folder.path)
    #expect(open.problems.map(\.code) == [.ambiguousNumber])
    let sentence = open.problems.first?.sentence(in: .english) ?? ""
    #expect(sentence.hasPrefix("ties.csv:3: weight: "))
    #expect(sentence.contains("1.234") && sentence.contains("1234"))
    folder.write(Array("key,value\nlanguage,de\n".utf8), to: "network.csv")
    #expect(try Dataset.read(folder.path).ties.map(\.strength) == [2, 1234])
  }
}

/// SplitMix64, for tests that must be repeatable.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
