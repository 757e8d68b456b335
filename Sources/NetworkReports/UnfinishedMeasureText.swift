import NetworkAnalysis
import NetworkModel

extension UnfinishedMeasure {
  /// Which measure has no result, and why.
  private var reasonText: Localized {
    switch reason {
    case .slowness:
      Localized(
        en:
          "\(name.english) (\(measure.rawValue)) came to no end after \(iterations) steps: paths multiply almost alike in several parts of the network",
        de:
          "\(name.german) (\(measure.rawValue)) kam nach \(iterations) Schritten zu keinem Ende: In mehreren Teilen des Netzwerks vermehren sich die Wege fast gleich"
      )
    case .range:
      Localized(
        en: "\(name.english) (\(measure.rawValue)) cannot be computed: the weights of the ties differ by too much",
        de:
          "\(name.german) (\(measure.rawValue)) lässt sich nicht berechnen: Die Gewichte der Beziehungen unterscheiden sich zu sehr"
      )
    }
  }

  private var name: Localized {
    switch measure {
    case .eigenvector: Localized(en: "Eigenvector centrality", de: "Eigenvektor-Zentralität")
    case .katz: Localized(en: "Katz centrality", de: "Katz-Zentralität")
    default: measure.header
    }
  }

  /// What to do where nothing else is shown for it.
  public var message: Localized {
    Localized(
      en: "\(reasonText.english). Leave it out, or take the ties alike (--weight none)",
      de: "\(reasonText.german). Lassen Sie sie weg, oder rechnen Sie ohne Gewichte (--weight none)")
  }

  /// What stands in its place among other measures.
  var note: Localized {
    Localized(en: "\(reasonText.english). It is null here.", de: "\(reasonText.german). Hier steht dafür null.")
  }
}
