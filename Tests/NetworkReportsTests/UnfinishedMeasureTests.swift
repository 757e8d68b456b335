import NetworkAnalysis
import NetworkModel
import NetworkReports
import Testing

@Suite struct UnfinishedMeasureTests {
  @Test("a measure without a result is named, with the reason and what to do", arguments: Language.allCases)
  func message(language: Language) {
    let slow = UnfinishedMeasure(.katz, iterations: 100_000, reason: .slowness).message[language]
    #expect(slow.hasPrefix(language == .german ? "Katz-Zentralität (katz)" : "Katz centrality (katz)"))
    #expect(
      slow.contains(
        language == .german
          ? "zu keinem Ende: Nach 100.000 Schritten stand" : "no end: after 100,000 steps it was still open"))
    let uneven = UnfinishedMeasure(.eigenvector, iterations: 0, reason: .range).message[language]
    #expect(uneven.hasPrefix(language == .german ? "Eigenvektor-Zentralität" : "Eigenvector centrality"))
    #expect(
      !uneven.contains("0")
        && uneven.contains(language == .german ? "unterscheiden sich zu sehr" : "differ by too much"))
    for text in [slow, uneven] { #expect(text.contains("--weight none")) }
  }
}
