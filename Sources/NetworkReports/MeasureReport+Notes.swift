import NetworkAnalysis
import NetworkModel

/// What a reader must know to read the numbers right: pairs are left out, betweenness is estimated or missing.
extension MeasureReport {
  /// What must be known of all numbers, in whatever form they are written.
  public var warnings: [String] {
    guard measurement.leavesOutUnratedTies else { return [] }
    return [
      language == .german
        ? "Beziehungen ohne Bewertung des Vertrauens sind weggelassen."
        : "Ties without a rating of trust are left out."
    ]
  }

  func partnerNotes(_ measures: [PartnerMeasure]) -> [String] {
    var notes = warnings
    if measures.contains(.betweennessEstimate) { notes += estimate }
    return notes
  }

  /// How far estimated numbers may be wrong.
  private var estimate: [String] {
    guard let estimate = measurement.betweennessEstimate, estimate.epsilon > 0 else { return [] }
    let epsilon = NumberText.fixed(estimate.epsilon, decimals: 3, in: language)
    let sure = NumberText.percent(1 - estimate.delta, in: language)
    return [
      language == .german
        ? "Die Vermittlung ist geschätzt: mit \(sure) Sicherheit liegt kein Wert um mehr als \(epsilon) daneben. Genau rechnet --exact."
        : "The broker share is estimated: with \(sure) certainty no value is off by more than \(epsilon). --exact computes it in full."
    ]
  }
}
