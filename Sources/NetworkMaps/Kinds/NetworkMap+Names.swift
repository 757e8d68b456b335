import NetworkModel

/// How large names are, how their lines break, and what has to be said about those that are cut.
extension MapPlan {
  /// The size of the smallest names: 6.1 points at the least.
  var smallestText: Double {
    let wanted = 11.6 * min(1.2, (50 / Double(max(input.partners.count, 1))).squareRoot())
    return max(wanted * textFactor, 6.1 / page.scale, 5)
  }

  /// The font of each partner's name: the most central are larger and bolder.
  func nameFonts() -> [MapFont] {
    let small = smallestText
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    let named = min(sizes.count, options.maxLabels ?? 150)
    let top = sizes.max() ?? 0
    var fonts = [MapFont](
      repeating: MapFont(family: MapTheme.fontFamily, size: small), count: sizes.count)
    guard top > 0, sizes.min() != top else { return fonts }
    // Where letters had to shrink, those of the most central shrink first.
    let emphasis = max(0, 1 - (1 - textFactor) * 3)
    for (rank, partner) in order.enumerated() {
      let share = sizes[partner] / top
      if rank < max(2, named / 7), share > 0.42 {
        fonts[partner].weight = .bold
        fonts[partner].size = small * (1 + 0.36 * emphasis)
      } else if rank < max(4, named / 3), share > 0.2 {
        fonts[partner].weight = .semibold
        fonts[partner].size = small * (1 + 0.13 * emphasis)
      }
    }
    return fonts
  }

  /// On A3 and beyond there is room for whole names.
  private var isLargeSheet: Bool { page.scale > 0.7 }

  /// How long a text of the sheet may be.
  static func textLimit(_ key: MapStyleDraft.Key) -> Int { key == .funding ? 2000 : key == .date ? 100 : 1000 }

  static func checkTexts(_ input: MapInput, _ options: MapOptions) throws(MapError) {
    let texts: [(MapStyleDraft.Key, String?, Localized)] = [
      (.title, options.title ?? input.title, Localized(en: "the title", de: "der Titel")),
      (.subtitle, options.subtitle, Localized(en: "the subtitle", de: "der Untertitel")),
      (.source, options.source ?? input.source, Localized(en: "the source", de: "die Quelle")),
      (.date, options.date ?? input.date, Localized(en: "the date", de: "das Datum")),
      (.funding, options.funding ?? input.funding, Localized(en: "the funding line", de: "die Förderzeile")),
    ]
    for (key, text, what) in texts {
      guard let count = text?.count, count > textLimit(key) else { continue }
      throw .textTooLong(what, count, limit: textLimit(key))
    }
  }

  /// Who is named as the partner to look from, and is not there, on maps that look from nobody.
  var strangers: [String] {
    guard let id = options.partner, !input.partners.contains(where: { $0.id == id }) else { return [] }
    return [
      words.text(
        "There is no partner “\(id)”; this kind of map looks from nobody.",
        "Es gibt keinen Partner „\(id)“; diese Art Karte zeigt nicht den Blick eines Partners.")
    ]
  }

  /// What has to be said about signs that few fonts have: they may be drawn as boxes.
  func uncertainSigns(in scene: MapScene) -> [String] {
    var signs: [Character] = []
    var count = 0
    for label in scene.labels {
      let rare = label.text.filter(\.isRareSign)
      if rare.isEmpty { continue }
      count += 1
      for sign in rare where !signs.contains(sign) && signs.count < 5 { signs.append(sign) }
    }
    guard count > 0 else { return [] }
    let list = signs.map(String.init).joined(separator: " ")
    return [
      words.text(
        "\(count == 1 ? "1 text holds" : "\(words.whole(count)) texts hold") signs such as \(list), which are drawn as boxes where no font has them; look at the picture, or leave them out.",
        "\(count == 1 ? "1 Text enthält" : "\(words.whole(count)) Texte enthalten") Zeichen wie \(list), die als Kästchen erscheinen, wo keine Schrift sie hat; sehen Sie sich das Bild an, oder lassen Sie sie weg."
      )
    ]
  }

  /// What has to be said about texts that end in “…”.
  func cutTexts(in scene: MapScene) -> [String] {
    func isCut(_ role: MapLabel.Role, _ own: String?) -> Bool {
      guard let own, !own.hasSuffix("…") else { return false }
      return scene.labels.contains { $0.role == role && $0.lines.last?.hasSuffix("…") == true }
    }
    var notes: [String] = []
    if isCut(.title, title) {
      notes.append(
        words.text("The title is cut (…); shorten it.", "Der Titel ist abgeschnitten (…); kürzen Sie ihn."))
    }
    if isCut(.subtitle, options.subtitle) {
      notes.append(
        words.text("The subtitle is cut (…); shorten it.", "Der Untertitel ist abgeschnitten (…); kürzen Sie ihn."))
    }
    return notes + cutNames(in: scene)
  }

  /// What has to be said about names that end in “…”.
  private func cutNames(in scene: MapScene) -> [String] {
    let roles: Set<MapLabel.Role> = [.node, .area, .legend]
    let count = scene.labels.count { roles.contains($0.role) && $0.lines.last?.hasSuffix("…") == true }
    guard count > 0 else { return [] }
    var ways: [String] = []
    if options.labels == .short {
      ways.append("--labels full")
      if !isLargeSheet { ways.append(words.text("a larger sheet (--paper a3)", "ein größeres Blatt (--paper a3)")) }
    }
    ways.append(words.text("short names in the table of partners", "Kurznamen in der Tabelle der Partner"))
    let last = ways.removeLast()
    let list = ways.isEmpty ? last : ways.joined(separator: ", ") + words.text(" or ", " oder ") + last
    return [
      words.text(
        "\(count == 1 ? "1 long name ends" : "\(words.whole(count)) long names end") in “…”; seen whole with \(list).",
        "\(count == 1 ? "1 langer Name endet" : "\(words.whole(count)) lange Namen enden") mit „…“; ganz zu sehen durch: \(list)."
      )
    ]
  }

  private func label(of partner: MapInput.Partner) -> String {
    TextWrap.oneLine(options.labels == .short ? partner.shortName ?? partner.name : partner.name)
  }

  /// How a name may stand in a column beside the map, where there is width but little height: on one line, or on two
  /// long ones.
  func wideNameLines(_ partner: MapInput.Partner) -> [[String]] {
    let name = label(of: partner)
    guard name.count > 22 else { return [] }
    return [[name], TextWrap.wrap(name, lines: 2, limit: 44)].filter { lines in
      lines.allSatisfy { $0.count <= 46 } && lines.last?.hasSuffix("…") == false
    }
  }

  /// How a name may be broken into lines, the most liked first.
  func nameLines(_ partner: MapInput.Partner) -> [[String]] {
    let name = label(of: partner)
    let isLong = options.labels == .full || isLargeSheet
    let most = isLong ? 4 : 3
    let limit = isLong ? 30 : 20
    guard !name.isEmpty else { return [] }
    var ways: [[String]] = []
    if name.count <= 22 { ways.append([name]) }
    for lines in 2...most {
      let even = max(9, min(limit, (name.count + lines - 1) / lines + 4))
      if name.count > 12 {
        var way = TextWrap.wrap(name, lines: lines, limit: name.count > even * lines ? limit : even)
        // Long words may not go into even lines.
        if way.last?.hasSuffix("…") == true { way = TextWrap.wrap(name, lines: lines, limit: limit) }
        // A cut name is worth having only where no whole one is.
        if !ways.contains(way), !(way.last?.hasSuffix("…") == true && lines < most) { ways.append(way) }
      }
    }
    if ways.isEmpty { ways.append(TextWrap.wrap(name, lines: most, limit: limit)) }
    return ways
  }
}

extension Character {
  /// Emoji, and scripts that the fonts of an office seldom have.
  fileprivate var isRareSign: Bool {
    unicodeScalars.contains { scalar in
      scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F || (0x1100...0x11FF).contains(scalar.value)
        || (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
        || (0xF900...0xFAFF).contains(scalar.value) || scalar.value >= 0x10000
    }
  }
}
