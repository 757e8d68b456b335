import NetworkModel

/// Reads the style file of a dataset's maps.
///
/// ```yaml
/// title: Lernende Region Holunderviertel
/// funding: Mit Unterstützung von Bund, Land und Europäischer Union   # mandatory texts are never cut
/// logos: [logos/region.svg, {file: logos/eu.png, name: Europäische Union}]
/// colors:
///   school: "#4CA2FB"            # a sector's id or name
///   dark: {school: "#9CCBFF"}    # in this theme only
/// palette: template              # template, distinct, or a list of colours
/// paper: a3
/// ```
///
/// Keys are those of `MapStyleDraft.Key`. What they may say is for the map to judge (`MapStyle`); here it is only
/// read, with its lines.
public enum MapStyleFile {
  /// The name of the style that is used when it lies in the dataset's folder.
  public static let fileName = "map.yaml"

  /// The path of the style file in a dataset that is a folder; nil where there is none.
  public static func path(in dataset: String) -> String? {
    guard dataset != "-", PathKind(dataset) == .folder else { return nil }
    let path = dataset + "/" + fileName
    // A folder of this name is a mistake that reading tells.
    return PathKind(path) == .nothing ? nil : path
  }

  /// - Throws: where the file cannot be read or is no YAML. Mistakes in it are problems of the draft.
  public static func read(_ path: String) throws(UnreadableInput) -> MapStyleDraft {
    guard PathKind(path) != .folder else {
      throw UnreadableInput(
        .invalidStyle, at: Location(file: path.fileName),
        Localized(
          en: "this is a folder; the look of a map stands in a file, which `regionet template style` makes",
          de: "das ist ein Ordner; das Aussehen einer Karte steht in einer Datei, die „regionet template style“ anlegt")
      )
    }
    return try read(FileBytes.read(path), file: path.fileName)
  }

  static func read(_ bytes: FileBytes, file: String) throws(UnreadableInput) -> MapStyleDraft {
    var reading = MapStyleReading()
    // An empty file, or one with comments alone, changes nothing.
    if let root = try YAMLNode.parse(bytes, file: file), !root.isEmpty { reading.read(root) }
    return reading.draft
  }
}

private struct MapStyleReading {
  var draft = MapStyleDraft()

  mutating func read(_ root: YAMLNode) {
    guard let entries = root.entries else {
      return report(
        root, "write keys with values, for example title: Our network",
        "schreiben Sie Schlüssel mit Werten, zum Beispiel title: Unser Netzwerk")
    }
    for (keyNode, name, value) in entries {
      guard let key = MapStyleDraft.Key(rawValue: name) else {
        let keys = MapStyleDraft.Key.allCases.map(\.rawValue)
        report(
          keyNode, "there is no key \"\(name)\"; the keys are \(keys.joined(separator: ", "))",
          "den Schlüssel „\(name)“ gibt es nicht; die Schlüssel sind \(keys.joined(separator: ", "))",
          suggestion: nearestWord(to: name, among: keys))
        continue
      }
      if value.isEmpty { continue }
      switch key {
      case .logos:
        draft.logos = []
        for node in value.list ?? [value] { readLogo(node) }
      case .colors: readColors(value, theme: nil)
      case .palette where value.list != nil:
        for node in value.list ?? [] { if let text = text(of: node, key) { draft.palette.append(text) } }
      default: draft.values[key] = text(of: value, key)
      }
    }
  }

  private mutating func readLogo(_ node: YAMLNode) {
    if let text = node.text {
      draft.logos?.append(.init(file: .init(text, at: node.location)))
      return
    }
    guard let entries = node.entries else {
      return report(
        node, "a logo is a file, or {file: logos/eu.png, name: European Union}",
        "ein Logo ist eine Datei, oder {file: logos/eu.png, name: Europäische Union}")
    }
    for (key, name, _) in entries where name != "file" && name != "name" {
      report(
        key, "a logo has file and name, and no \"\(name)\"", "ein Logo hat file und name, kein „\(name)“",
        suggestion: nearestWord(to: name, among: ["file", "name"]))
    }
    guard let file = node["file"], let path = file.text else {
      return report(node, "this logo needs a file", "diesem Logo fehlt die Datei (file)")
    }
    draft.logos?.append(.init(file: .init(path, at: file.location), name: node["name"]?.text))
  }

  /// Colours by sector; one level deeper, by theme and sector.
  private mutating func readColors(_ node: YAMLNode, theme: MapStyleDraft.Text?) {
    guard let entries = node.entries else {
      return report(
        node, "write colours by sector, for example school: \"#4CA2FB\"",
        "schreiben Sie Farben je Sektor, zum Beispiel school: \"#4CA2FB\"")
    }
    for (key, name, value) in entries {
      let word = MapStyleDraft.Text(name.trimmed, at: key.location)
      if value.entries != nil, theme == nil {
        readColors(value, theme: word)
      } else if let color = text(of: value, .colors) {
        draft.colors.append(.init(theme: theme, sector: word, color: color))
      }
    }
  }

  private mutating func text(of node: YAMLNode, _ key: MapStyleDraft.Key) -> MapStyleDraft.Text? {
    if let text = node.text { return .init(text, at: node.location) }
    if node.isEmpty {
      // A colour that begins with # is a comment to YAML.
      if key == .colors || key == .palette {
        report(
          node, "a colour is missing; write it in quotation marks: \"#4CA2FB\"",
          "hier fehlt eine Farbe; schreiben Sie sie in Anführungszeichen: \"#4CA2FB\"")
      }
      return nil
    }
    report(
      node, "\(key.rawValue) has one value, no list and no further keys",
      "\(key.rawValue) hat einen Wert, keine Liste und keine weiteren Schlüssel")
    return nil
  }

  private mutating func report(_ node: YAMLNode, _ english: String, _ german: String, suggestion: String? = nil) {
    draft.problems.append(
      Problem(.invalidStyle, at: node.location, Localized(en: english, de: german), suggestion: suggestion))
  }
}
