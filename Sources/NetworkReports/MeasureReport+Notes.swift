import NetworkAnalysis
import NetworkModel

/// What a reader must know to read the numbers right: pairs are left out, betweenness is estimated or missing.
extension MeasureReport {
  /// What must be known of all numbers, in whatever form they are written.
  var warnings: [String] {
    guard measurement.leavesOutUnratedTies else { return [] }
    return [
      language == .german
        ? "Beziehungen ohne Bewertung des Vertrauens sind weggelassen."
        : "Ties without a rating of trust are left out."
    ]
  }

  func partnerNotes(_ measures: [PartnerMeasure]) -> [String] {
    var notes = warnings
    if measures.contains(.betweenness) && measurement.isBetweennessEstimated { notes += missingBetweenness }
    if measures.contains(where: \.needsDirection) && !measurement.isDirected {
      notes.append(
        language == .german
          ? "Gerechnet ist ohne Richtung; ein- und ausgehende Beziehungen zählt --direction keep."
          : "Directions are left aside here; --direction keep counts ties that come in and go out.")
    }
    if measures.contains(.betweennessEstimate) { notes += estimate }
    return notes
  }

  func tieNotes(_ measures: [TieMeasure]) -> [String] {
    warnings + (measures.contains(.betweenness) && measurement.isLarge ? missingBetweenness : [])
  }

  func networkNotes(_ measures: [NetworkMeasure]) -> [String] {
    var notes = warnings
    if measures.contains(.betweennessCentralization) && measurement.lacksBetweennessCentralization {
      notes += missingBetweenness
    }
    let areDistances = measures.contains(.diameter) || measures.contains(.meanDistance)
    if areDistances && measurement.joinsOnlySomePairs {
      notes.append(
        language == .german
          ? "Nicht alle Partner sind miteinander verbunden; Durchmesser und mittlere Entfernung gelten für die Paare, die es sind."
          : "Not all partners are joined with one another; diameter and mean distance are those of the pairs that are.")
    }
    return notes
  }

  /// How far estimated numbers may be wrong.
  private var estimate: [String] {
    guard let estimate = measurement.betweennessEstimate else { return [] }
    let epsilon = NumberText.fixed(estimate.epsilon, decimals: 3, in: language)
    let sure = NumberText.percent(1 - estimate.delta, in: language)
    return [
      language == .german
        ? "Die Vermittlung ist geschätzt: mit \(sure) Sicherheit liegt kein Wert um mehr als \(epsilon) daneben. Genau rechnet --exact."
        : "The broker share is estimated: with \(sure) certainty no value is off by more than \(epsilon). --exact computes it in full."
    ]
  }

  /// Why there is no betweenness.
  private var missingBetweenness: [String] {
    [
      language == .german
        ? "Betweenness wird in einem so großen Netzwerk nur mit --exact ganz berechnet."
        : "In so large a network betweenness is computed in full only with --exact."
    ]
  }
}
