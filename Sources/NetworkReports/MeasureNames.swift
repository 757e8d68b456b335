import NetworkAnalysis
import NetworkModel

extension PartnerMeasure {
  /// The column header.
  public var header: Localized {
    switch self {
    case .sector: Localized(en: "Sector", de: "Sektor")
    case .degree: Localized(en: "Degree", de: "Grad")
    case .inDegree: Localized(en: "In-degree", de: "Eingangsgrad")
    case .outDegree: Localized(en: "Out-degree", de: "Ausgangsgrad")
    case .strength: Localized(en: "Strength", de: "Stärke")
    case .inStrength: Localized(en: "In-strength", de: "Stärke ein")
    case .outStrength: Localized(en: "Out-strength", de: "Stärke aus")
    case .betweenness: Localized(en: "Betweenness", de: "Betweenness")
    case .betweennessShare: Localized(en: "Broker share", de: "Vermittlung")
    case .betweennessEstimate: Localized(en: "Broker share, est.", de: "Vermittlung, gesch.")
    case .closeness: Localized(en: "Closeness", de: "Nähe")
    case .harmonic: Localized(en: "Harmonic", de: "Harmon. Nähe")
    case .eigenvector: Localized(en: "Eigenvector", de: "Eigenvektor")
    case .pageRank: Localized(en: "PageRank", de: "PageRank")
    case .katz: Localized(en: "Katz", de: "Katz")
    case .coreNumber: Localized(en: "Core", de: "Kern")
    case .clustering: Localized(en: "Clustering", de: "Dichte des Umfelds")
    case .constraint: Localized(en: "Constraint", de: "Constraint")
    case .effectiveSize: Localized(en: "Effective size", de: "Effektive Größe")
    case .participationCoefficient: Localized(en: "Participation", de: "Sektorstreuung")
    case .eiIndex: Localized(en: "E-I", de: "E-I")
    case .coordinator: Localized(en: "Coordinator", de: "Koordinator")
    case .itinerant: Localized(en: "Itinerant", de: "Berater")
    case .gatekeeper: Localized(en: "Gatekeeper", de: "Torhüter")
    case .representative: Localized(en: "Representative", de: "Vertreter")
    case .liaison: Localized(en: "Liaison", de: "Verbinder")
    case .community: Localized(en: "Community", de: "Gruppe")
    case .cutPartner: Localized(en: "Cut partner", de: "Schnittpartner")
    case .fragmentationWithout: Localized(en: "F without", de: "Zerfall ohne")
    }
  }
}

extension PartnerMeasure {
  /// The column header where ties weigh so: a strength is a sum of whatever they weigh.
  func header(by weight: TieWeight) -> Localized {
    switch (self, weight) {
    case (.strength, .trust): Localized(en: "Trust, sum", de: "Vertrauen, Summe")
    case (.inStrength, .trust): Localized(en: "Trust in, sum", de: "Vertrauen ein, Summe")
    case (.outStrength, .trust): Localized(en: "Trust out, sum", de: "Vertrauen aus, Summe")
    default: header
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
  /// The column header.
  public var header: Localized {
    switch self {
    case .strength: Localized(en: "Strength", de: "Stärke")
    case .betweenness: Localized(en: "Betweenness", de: "Betweenness")
    case .bridge: Localized(en: "Bridge", de: "Brücke")
    }
  }

  /// The column header where ties weigh so.
  func header(by weight: TieWeight) -> Localized {
    self == .strength && weight == .trust ? Localized(en: "Trust", de: "Vertrauen") : header
  }
}

extension SectorMeasure {
  /// The column header.
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
