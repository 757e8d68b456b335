import NetworkModel

/// Why there is no map.
public enum MapError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A given position is not finite.
  case badPosition(partner: String)
  /// The measure has not one number for each partner, or one below 0.
  case badSizes(String)
  /// Not one community for each partner, numbered from 0.
  case badCommunities
  case badResolution(Int)
  /// Widths by trust, and no tie has any: the data hold none, or they are for the public.
  case noTrust
  /// No partner has this id.
  case unknownPartner(String)
  /// The kind of map needs a lead, or a partner named.
  case noCenter(MapKind)
  /// No partner, project or meeting has what the kind of map shows.
  case nothingToShow(MapKind)
  /// Logos, by name, that cannot be drawn into pixels and PDF on this machine.
  case undrawableLogos([String])

  /// Graphviz wrote an SVG without an end.
  case incompleteDrawing
  /// A text that has no room on any sheet, with its length and how long it may be.
  case textTooLong(Localized, Int, limit: Int)

  public var description: String { message.english }

  /// What is wrong and what to do, for a planner.
  public var message: Localized {
    switch self {
    case .badPosition(let partner):
      Localized(
        en: "the position of \(partner) is not a finite number",
        de: "die Position von \(partner) ist keine endliche Zahl")
    case .badSizes(let name):
      Localized(
        en: "\(name) cannot size the partners: it has negative or missing values; choose another measure",
        de:
          "\(name) taugt nicht für die Größe der Partner: Werte sind negativ oder fehlen; wählen Sie eine andere Kennzahl"
      )
    case .badCommunities:
      Localized(
        en: "the communities do not cover every partner; draw the colours by sector",
        de: "die Gruppen umfassen nicht alle Partner; zeichnen Sie die Farben nach Sektor")
    case .badResolution(let dpi):
      Localized(
        en: "\(dpi) dpi: a resolution is 20 to 1200 dots an inch",
        de: "\(dpi) dpi: eine Auflösung liegt zwischen 20 und 1200 Punkten je Zoll")
    case .noTrust:
      Localized(
        en: "no tie has a rating of trust; draw widths by strength",
        de: "keine Beziehung hat eine Bewertung des Vertrauens; zeichnen Sie die Breite nach Stärke (strength)")
    case .unknownPartner(let id):
      Localized(en: "there is no partner \"\(id)\"", de: "es gibt keinen Partner „\(id)“")
    case .noCenter(let kind):
      Localized(
        en: "a map \(kind.rawValue) looks from one partner, and none is the lead; name one with --partner",
        de:
          "eine Karte \(kind.rawValue) zeigt den Blick eines Partners, und keiner hat die Leitung; nennen Sie einen mit --partner"
      )
    case .undrawableLogos(let names):
      Localized(
        en:
          "\(names.joined(separator: ", ")): SVG logos need the package libgvc6-plugins-gtk for PNG and PDF; install it, save the logo as PNG, or draw SVG",
        de:
          "\(names.joined(separator: ", ")): SVG-Logos brauchen für PNG und PDF das Paket libgvc6-plugins-gtk; installieren Sie es, speichern Sie das Logo als PNG, oder zeichnen Sie SVG"
      )
    case .incompleteDrawing:
      Localized(
        en: "Graphviz did not write the drawing to its end; try again, or draw PDF or PNG",
        de:
          "Graphviz hat die Zeichnung nicht zu Ende geschrieben; versuchen Sie es noch einmal, oder zeichnen Sie PDF oder PNG"
      )
    case .textTooLong(let what, let count, let limit): .textTooLong(what, count, limit: limit)
    case .nothingToShow(let kind):
      Localized(
        en: "the dataset has nothing for a map \(kind.rawValue)",
        de: "die Daten enthalten nichts für eine Karte \(kind.rawValue)")
    }
  }
}

extension Localized {
  /// A text that has no room on any sheet.
  static func textTooLong(_ what: Localized, _ count: Int, limit: Int) -> Localized {
    Localized(
      en: "\(what.english) has \(count) characters, and a sheet has room for \(limit); shorten it",
      de: "\(what.german) hat \(count) Zeichen, auf einem Blatt ist Platz für \(limit); kürzen Sie den Text")
  }
}
