import NetworkAnalysis
import NetworkModel
import Testing

@Suite struct MeasurementTests {
  /// A ⇄ B → C → D: A and B rate each other 4 and 2, B rates C 1, C rates D 3.
  private static let rated: Dataset = {
    var data = Dataset()
    for id in ["A", "B", "C", "D"] { data.partner(id) }
    for (source, target, trust) in [("A", "B", 4.0), ("B", "A", 2), ("B", "C", 1), ("C", "D", 3)] {
      data.tie(source, target) {
        $0.isDirected = true
        $0.trust = trust
      }
    }
    return data
  }()

  private func modularity(_ data: Dataset, _ weight: TieWeight, _ direction: TieDirection) -> MeasureValue? {
    Measurement(data.network(), options: MeasureOptions(weight: weight, direction: direction)).value(of: .modularity)
  }

  @Test("communities weigh a pair by the mean of its ratings", arguments: TieDirection.allCases)
  func meanTrust(direction: TieDirection) throws {
    // By hand: A–B weighs 3, B–C 1, C–D 3; of 7 lie 6 within {A, B} and {C, D}, and each has half the ends.
    let value = try #require(modularity(Self.rated, .trust, direction)?.magnitude)
    #expect(abs(value - (6.0 / 7 - 0.5)) < 1e-12)
  }

  @Test("communities count a tie once, whether it has a direction or not", arguments: TieDirection.allCases)
  func mixedDirections(direction: TieDirection) throws {
    var data = Dataset()
    for id in ["A", "B", "C", "D"] { data.partner(id) }
    for (source, target, strength, isDirected) in [("A", "B", 2.0, false), ("B", "C", 1, true), ("C", "D", 2, true)] {
      data.tie(source, target) {
        $0.isDirected = isDirected
        $0.strength = strength
      }
    }
    // By hand: of 5 lie 4 within {A, B} and {C, D}, and each has half the ends.
    let weighted = try #require(modularity(data, .strength, direction)?.magnitude)
    #expect(abs(weighted - (4.0 / 5 - 0.5)) < 1e-12)
    // Of 3 ties 2 lie within.
    let plain = try #require(modularity(data, .none, direction)?.magnitude)
    #expect(abs(plain - (2.0 / 3 - 0.5)) < 1e-12)
  }
}

@Suite struct LargeNetworkTests {
  /// A lead with 80,000 partners, each tied to the lead alone: too large to compute in full, were it not so plain.
  private static let star: Network = {
    var data = Dataset()
    data.partner("L")
    for number in 1...80_000 {
      data.partner("p\(number)")
      data.tie("L", "p\(number)")
    }
    return data.network()
  }()

  @Test("betweenness is there where a large network was computed in full after all")
  func plain() throws {
    let measurement = Measurement(Self.star)
    #expect(measurement.isLarge && !measurement.isBetweennessEstimated)
    // By hand: all pairs of the others pass the lead, and nobody else.
    let pairs = 80_000.0 * 79_999 / 2
    let betweenness = try measurement.values(of: .betweenness)
    #expect(betweenness[0] == .number(pairs) && betweenness.dropFirst().allSatisfy { $0 == .number(0) })
    for measure in [PartnerMeasure.betweennessShare, .betweennessEstimate] {
      #expect(try measurement.values(of: measure)[0] == .number(1))
    }
    #expect(measurement.value(of: .betweennessCentralization) == .number(1))
    #expect(!measurement.lacksBetweennessCentralization)
  }
}
