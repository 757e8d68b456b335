import NetworkAnalysis
import NetworkModel

extension PartnerMeasure {
  /// What it is called.
  public var header: Localized {
    Localized(
      en: brokenHeader.english.filter { $0 != "\u{AD}" }, de: brokenHeader.german.filter { $0 != "\u{AD}" })
  }

  /// The column header, with soft hyphens where it may be broken.
  private var brokenHeader: Localized {
    switch self {
    case .sector: Localized(en: "Sector", de: "Sektor")
    case .degree: Localized(en: "Degree", de: "Grad")
    case .inDegree: Localized(en: "In-degree", de: "Eingangs\u{AD}grad")
    case .outDegree: Localized(en: "Out-degree", de: "Ausgangs\u{AD}grad")
    case .strength: Localized(en: "Strength", de: "Stärke")
    case .inStrength: Localized(en: "In-strength", de: "Stärke ein")
    case .outStrength: Localized(en: "Out-strength", de: "Stärke aus")
    case .betweenness: Localized(en: "Between\u{AD}ness", de: "Between\u{AD}ness")
    case .betweennessShare: Localized(en: "Broker share", de: "Vermitt\u{AD}lung")
    case .betweennessEstimate: Localized(en: "Broker share, est.", de: "Vermitt\u{AD}lung, gesch.")
    case .closeness: Localized(en: "Close\u{AD}ness", de: "Nähe")
    case .harmonic: Localized(en: "Harmonic", de: "Harmon. Nähe")
    case .eigenvector: Localized(en: "Eigen\u{AD}vector", de: "Eigen\u{AD}vektor")
    case .pageRank: Localized(en: "PageRank", de: "PageRank")
    case .katz: Localized(en: "Katz", de: "Katz")
    case .coreNumber: Localized(en: "Core", de: "Kern")
    case .clustering: Localized(en: "Cluster\u{AD}ing", de: "Dichte des Umfelds")
    case .constraint: Localized(en: "Con\u{AD}straint", de: "Con\u{AD}straint")
    case .effectiveSize: Localized(en: "Effective size", de: "Effektive Größe")
    case .participationCoefficient: Localized(en: "Partici\u{AD}pation", de: "Sektor\u{AD}streuung")
    case .eiIndex: Localized(en: "E-I", de: "E-I")
    case .coordinator: Localized(en: "Coordi\u{AD}nator", de: "Koordi\u{AD}nator")
    case .itinerant: Localized(en: "Itinerant", de: "Berater")
    case .gatekeeper: Localized(en: "Gate\u{AD}keeper", de: "Torhüter")
    case .representative: Localized(en: "Represen\u{AD}tative", de: "Vertreter")
    case .liaison: Localized(en: "Liaison", de: "Verbinder")
    case .community: Localized(en: "Commu\u{AD}nity", de: "Gruppe")
    case .cutPartner: Localized(en: "Cut partner", de: "Schnitt\u{AD}partner")
    case .fragmentationWithout: Localized(en: "F without", de: "Zerfall ohne")
    }
  }
}

extension PartnerMeasure {
  /// The column header where ties weigh so, with soft hyphens; a strength is a sum of whatever they weigh.
  func columnHeader(by weight: TieWeight) -> Localized {
    switch (self, weight) {
    case (.strength, .trust): Localized(en: "Trust (sum)", de: "Ver\u{AD}trauen (Summe)")
    case (.inStrength, .trust):
      Localized(en: "Trust received (sum)", de: "Er\u{AD}hal\u{AD}tenes Ver\u{AD}trauen (Summe)")
    case (.outStrength, .trust):
      Localized(en: "Trust given (sum)", de: "Ge\u{AD}schenk\u{AD}tes Ver\u{AD}trauen (Summe)")
    default: brokenHeader
    }
  }
}

extension NetworkMeasure {
  /// What the number says, for people.
  public var header: Localized {
    switch self {
    case .partners: Localized(en: "Partners", de: "Partner")
    case .ties: Localized(en: "Ties (pairs of partners)", de: "Beziehungen (Paare von Partnern)")
    case .directed: Localized(en: "Directed", de: "Gerichtet")
    case .density: Localized(en: "Density: share of possible ties", de: "Dichte: Anteil der möglichen Beziehungen")
    case .components: Localized(en: "Components: separate parts", de: "Komponenten: getrennte Teile")
    case .isolates: Localized(en: "Isolated partners", de: "Partner ohne Beziehung")
    case .diameter: Localized(en: "Diameter: longest distance", de: "Durchmesser: weiteste Entfernung")
    case .meanDistance: Localized(en: "Mean distance", de: "Mittlere Entfernung")
    case .transitivity: Localized(en: "Transitivity: closed triples", de: "Transitivität: geschlossene Dreiergruppen")
    case .averageClustering: Localized(en: "Average clustering", de: "Mittlere Dichte der Umfelder")
    case .degreeCentralization: Localized(en: "Centralization by degree", de: "Zentralisierung nach Grad")
    case .closenessCentralization: Localized(en: "Centralization by closeness", de: "Zentralisierung nach Nähe")
    case .betweennessCentralization:
      Localized(en: "Centralization by betweenness", de: "Zentralisierung nach Vermittlung")
    case .fragmentation: Localized(en: "Fragmentation F: pairs not joined", de: "Zerfall F: nicht verbundene Paare")
    case .distanceFragmentation: Localized(en: "Distance fragmentation DF", de: "Zerfall nach Entfernung DF")
    case .reciprocity: Localized(en: "Reciprocity: returned ties", de: "Gegenseitigkeit: erwiderte Beziehungen")
    case .eiIndex: Localized(en: "E-I index: across sectors", de: "E-I-Index: über Sektoren hinweg")
    case .sectorAssortativity:
      Localized(en: "Assortativity: like joins like", de: "Assortativität: gleiche Sektoren verbunden")
    case .modularity: Localized(en: "Modularity of the communities", de: "Modularität der Gruppen")
    case .blau: Localized(en: "Blau index of the sectors", de: "Blau-Index der Sektoren")
    case .pielou: Localized(en: "Evenness of the sectors (Pielou)", de: "Gleichmäßigkeit der Sektoren (Pielou)")
    case .effectiveSectors: Localized(en: "Effective number of sectors", de: "Effektive Zahl der Sektoren")
    }
  }
}

extension TieMeasure {
  /// The column header where ties weigh so, with soft hyphens where it may be broken.
  func columnHeader(by weight: TieWeight) -> Localized {
    switch self {
    case .strength where weight == .trust: Localized(en: "Trust", de: "Vertrauen")
    case .strength: Localized(en: "Strength", de: "Stärke")
    case .betweenness: Localized(en: "Between\u{AD}ness", de: "Between\u{AD}ness")
    case .bridge: Localized(en: "Bridge", de: "Brücke")
    }
  }
}

extension SectorMeasure {
  /// The column header, short enough to need no hyphens.
  public var header: Localized {
    switch self {
    case .partners: Localized(en: "Partners", de: "Partner")
    case .internalTies: Localized(en: "Within", de: "Innen")
    case .externalTies: Localized(en: "Across", de: "Außen")
    case .eiIndex: Localized(en: "E-I", de: "E-I")
    case .density: Localized(en: "Density within", de: "Dichte innen")
    }
  }
}
