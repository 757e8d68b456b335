import NetworkAnalysis
import NetworkModel

extension UnfinishedMeasure {
  /// Which measure has no result, and why.
  private var reasonText: Localized {
    switch reason {
    case .slowness:
      Localized(
        en:
          "\(name.english) (\(measure.rawValue)) came to no end: after \(steps.english) steps it was still open which part of the network is the most central",
        de:
          "\(name.german) (\(measure.rawValue)) kam zu keinem Ende: Nach \(steps.german) Schritten stand noch nicht fest, welcher Teil des Netzwerks der zentralste ist"
      )
    case .range:
      Localized(
        en: "\(name.english) (\(measure.rawValue)) cannot be computed: the weights of the ties differ by too much",
        de:
          "\(name.german) (\(measure.rawValue)) lässt sich nicht berechnen: Die Gewichte der Beziehungen unterscheiden sich zu sehr"
      )
    }
  }

  private var steps: Localized {
    Localized(en: NumberText.whole(iterations, in: .english), de: NumberText.whole(iterations, in: .german))
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
      en: "\(reasonText.english). Leave it out; where ties are weighted, --weight none may help",
      de: "\(reasonText.german). Lassen Sie sie weg; wo Beziehungen gewichtet sind, hilft vielleicht --weight none")
  }

  /// What stands in its place among other measures.
  var note: Localized {
    Localized(en: "\(reasonText.english). It is null here.", de: "\(reasonText.german). Hier steht dafür null.")
  }
}
