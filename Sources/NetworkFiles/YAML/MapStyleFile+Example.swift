import NetworkModel

extension MapStyleFile {
  /// A style file to begin with: every key explained, and switched off by a `#`.
  public static func example(for template: SectorTemplate, language: Language) -> [UInt8] {
    let page = StyleExample(language: language)
    let lines = page.sheet + page.colors(template) + page.drawing
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

private struct StyleExample {
  let language: Language

  private func words(_ english: String, _ german: String) -> String { language == .german ? german : english }

  /// A remark.
  private func say(_ english: String, _ german: String) -> String { "# " + words(english, german) }

  /// A key with its value and what there is to say of it.
  private func key(_ text: String, _ english: String, _ german: String, at column: Int = 27) -> String {
    "#" + text + String(repeating: " ", count: max(1, column - text.count)) + say(english, german)
  }

  var sheet: [String] {
    var lines = [
      say(
        "The look of this network's maps. Put this file as map.yaml into the folder of the tables.",
        "Das Aussehen der Karten dieses Netzwerks. Legen Sie die Datei als map.yaml in den Ordner der Tabellen."),
      say(
        "A line counts when you take away the # at its beginning. An option of the command goes before the file.",
        "Eine Zeile gilt, wenn Sie das # an ihrem Anfang entfernen. Eine Option des Befehls geht der Datei vor."),
      "",
      say(
        "What stands on the sheet (default: title, source, date, funding and logos of the network table)",
        "Was auf dem Blatt steht (Vorgabe: Titel, Quelle, Datum, Förderung und Logos der Tabelle Netzwerk)"),
    ]
    lines.append("#title: " + words("Our network", "Unser Netzwerk"))
    lines.append("#subtitle: " + words("Who works with whom", "Wer mit wem zusammenarbeitet"))
    lines.append("#source: " + words("Survey of the partners", "Befragung der Partner"))
    lines.append("#date: " + words("June 2026", "Juni 2026"))
    lines.append(
      say(
        "The funder's mandatory text, in full; it is never cut.",
        "Der Pflichttext der Förderstelle, ungekürzt; er wird nie abgeschnitten."))
    lines.append("#funding: " + words("Supported by …", "Mit Unterstützung von …"))
    lines.append(
      say(
        "PNG or SVG files in the folder of the tables, in this order; name is for readers who see no pictures.",
        "PNG oder SVG im Ordner der Tabellen, in dieser Reihenfolge; name ist für Menschen, die Bilder nicht sehen."))
    lines += ["#logos:", "#  - logos/region.svg"]
    lines.append("#  - {file: logos/eu.png, name: \(words("European Union", "Europäische Union"))}")
    lines.append(key("logoSide: right", "or left", "oder left"))
    return lines
  }

  func colors(_ template: SectorTemplate) -> [String] {
    var lines = ["", say("Colours", "Farben")]
    lines.append(key("theme: print", "or screen, dark, bw", "oder screen, dark, bw (schwarzweiß)"))
    lines.append(
      say(
        "template: the template's; distinct: regionet's own; or a list such as [\"#0072B2\", \"#E69F00\"]",
        "template: die der Vorlage; distinct: eigene von regionet; oder eine Liste wie [\"#0072B2\", \"#E69F00\"]"))
    lines.append("#palette: template")
    lines.append(
      say(
        "By sector, its id or name; under a theme's name for that theme only.",
        "Je Sektor, seine ID oder sein Name; unter dem Namen eines Aussehens nur für dieses."))
    lines.append("#colors:")
    for sector in template.sectors {
      let name = sector.name
      lines.append(key("  \(sector.id): \"\(sector.color ?? "#0072B2")\"", name.english, name.german, at: 34))
    }
    if let first = template.sectors.first { lines.append("#  dark: {\(first.id): \"#7FB2FF\"}") }
    return lines
  }

  var drawing: [String] {
    var lines = ["", say("The sheet", "Das Blatt")]
    lines.append(key("paper: a4", "or a3, a1, 16:9, square", "oder a3, a1, 16:9, square"))
    lines.append(key("orientation: landscape", "or portrait", "oder portrait (Hochformat)"))
    lines += ["", say("What is drawn", "Was gezeichnet wird")]
    let kinds = "sectors, wheel, islands, onion, ego, projects, meetings, geo, gaps"
    lines.append(key("kind: network", "or \(kinds)", "oder \(kinds)"))
    let layouts = "stress, neato, sfdp, dot, circo, twopi"
    lines.append(key("layout: automatic", "or \(layouts)", "oder \(layouts)"))
    lines.append(
      key(
        "partner: leader", "an id: whose view onion and ego show (default: the lead)",
        "eine ID: wessen Blick onion und ego zeigen (Vorgabe: die Leitung)"))
    lines.append(
      key(
        "size: degree", "any measure of regionet measure, or equal",
        "jede Kennzahl von regionet measure, oder equal (alle gleich)"))
    lines.append(key("width: strength", "or trust (internal only), none", "oder trust (nur intern), none"))
    lines.append(key("color: sector", "or community", "oder community (Gruppe)"))
    lines.append(key("hulls: no", "yes: a hull around each sector", "yes: um jeden Sektor eine Hülle"))
    lines.append(key("labels: short", "or full", "oder full (ganze Namen)"))
    lines.append(key("maxLabels: 60", "at most so many names", "höchstens so viele Namen"))
    lines.append(
      key(
        "sectorPull: 1", "0 to 1: how strongly sectors are kept together",
        "0 bis 1: wie stark Sektoren beisammenbleiben"))
    lines.append(key("seed: 1", "another number, another picture", "eine andere Zahl, ein anderes Bild"))
    lines += ["", say("For whom", "Für wen")]
    lines.append("#language: \(language.rawValue)")
    lines.append(
      key(
        "audience: internal", "or public: no trust, nobody named without consent",
        "oder public: kein Vertrauen, niemand ohne Freigabe genannt"))
    return lines
  }
}
