import GraphCore
import NetworkAnalysis
import Testing

@Suite struct WholeNumberTests {
  @Test("computes as Int does where Int suffices", arguments: 0..<100 as Range<UInt64>)
  func small(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let a = random.below(1 << (1 + random.below(31)))
    let b = random.below(1 << (1 + random.below(31)))
    #expect((WholeNumber(a) * WholeNumber(b)).asInt == a * b)
    #expect((WholeNumber(a) + WholeNumber(b)).asInt == a + b)
    #expect((WholeNumber(max(a, b)) - WholeNumber(min(a, b))).asInt == abs(a - b))
    #expect((WholeNumber(a) < WholeNumber(b)) == (a < b))
    #expect(WholeNumber(a * b).description == String(a * b))
  }

  @Test("computes beyond 64 bits")
  func large() {
    // Source: Python 3.13 integers (`60**58`, `math.comb`).
    #expect(
      WholeNumber(60).power(58).description
        == "13576021661302571524811875631604056629350236160000000000000000000000000000000000000000000000000000000000")
    #expect(WholeNumber.choices(of: 30, from: 60).description == "118264581564861424")
    #expect(WholeNumber.choices(of: 10, from: 1770).description == "81079010280056737722390981")
    let large = WholeNumber(10).power(27) - 7
    #expect(large.description == "999999999999999999999999993")
    #expect(
      (large * (WholeNumber(10).power(18) + 9)).description == "1000000000000000008999999992999999999999999937")
    #expect(large.asInt == nil)
    #expect(WholeNumber.choices(of: 3, from: 2) == .zero && WholeNumber.zero.description == "0")
  }
}
